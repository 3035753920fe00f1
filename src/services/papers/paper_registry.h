// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"
#include "services/papers/paper_views.h"

/// Every kind of paper is one row here: adding one is a template, a view, a row and a test. For document_service.cpp alone.
namespace thidua::services {

/// Collects what can be printed now. Rows of a school year are asked once for each year, the others once.
struct PaperLister {
    Reader& reader;
    const rules::Catalogue& rules;
    const Stored<domain::SchoolYearRow>* year = nullptr;
    std::vector<Printable> found{};

    /// The title is the template's text "listed" with the field "title" or "year".
    void add(PaperKind kind, std::optional<std::int64_t> id, std::optional<SchoolYear> ofYear, const std::string& title, const std::string& state = {});
};

struct PaperRow {
    PaperKind kind;
    std::string_view code;               ///< the command line's DOCUMENT
    std::vector<std::string> formats;
    std::string_view words;              ///< its template
    std::string_view symbol;             ///< before the school's letters: KH, QĐ; empty without a number of the school's own
    bool ofYear;                         ///< its rows belong to one school year each
    bool wholeYear;                      ///< one list for the year, without an id
    void (*list)(PaperLister&);
    Result<documents::Document> (*build)(const PaperSource&, std::int64_t id);
};

/// Reports of achievements that were written (papers_lists.cpp).
void listReports(PaperLister& list);
const std::vector<PaperRow>& paperRegistry();
const PaperRow& paperRow(PaperKind kind);

}
