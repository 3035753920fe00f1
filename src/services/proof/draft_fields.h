// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"

#include <functional>
#include <memory>

/// The words of a draft, field by field, and the operation that writes each of them. For services/proof alone.
namespace thidua::services {

struct DraftField {
    std::string name;        ///< of its form; a line of a list with its place: "bases.2"
    std::string* text = nullptr;
    std::function<Written<Done>()> write; ///< the draft as its fields stand now
};

/// `keep` holds what the fields point into.
struct DraftFields {
    std::shared_ptr<void> keep;
    std::vector<DraftField> fields;
    bool open = false;       ///< it can still be edited

    /// Nothing for papers that have no words of their own (lists, ballots).
    static Result<DraftFields> of(SchoolFile& file, PaperKind kind, std::int64_t id);
};

}
