// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entity_kind.h"
#include "domain/legal_text.h"
#include "services/core/school_file.h"

#include <map>

/// The library of texts as its page shows it: how each stands on a day, and what rests on it.
namespace thidua::services {

/// Something of the school that cites a text.
struct TextUse {
    domain::EntityKind kind = domain::EntityKind::Plan;
    std::int64_t id = 0;
    std::string title;
    std::string number;        ///< of a paper that is issued
    bool draft = false;
};

struct LibraryText {
    domain::LegalTextId id;
    domain::RowVersion version;
    domain::LegalText text;
    domain::TextForce force = domain::TextForce::InForce;
    std::optional<Date> lastDay;
    std::string successor;     ///< “Nghị định số 98/2023/NĐ-CP”, by the link or in words; empty: nothing took its place
    std::vector<TextUse> uses;
};

/// All texts of the library, newest first, as they stand on a day.
Result<std::vector<LibraryText>> textLibrary(SchoolFile& file, Date on);

/// Texts by their ids, with which one took whose place.
class TextIndex {
public:
    explicit TextIndex(std::vector<Stored<domain::LegalText>> texts);
    const std::vector<Stored<domain::LegalText>>& texts() const { return m_texts; }
    const domain::LegalText* find(std::optional<domain::LegalTextId> id) const;
    const domain::LegalText* successor(const domain::LegalText& text) const { return find(text.replacedById); }
    /// By link or in words.
    std::string successorName(const domain::LegalText& text) const;

private:
    std::vector<Stored<domain::LegalText>> m_texts;
    std::map<domain::LegalTextId, std::size_t> m_places;
};

}
