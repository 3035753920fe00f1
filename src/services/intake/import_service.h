// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/core/school_file.h"
#include "services/people/staff_sheet.h"
#include "sheets/book.h"

namespace thidua::services {

/// What is said of a row: where it stands, and the sentence.
struct ImportIssue {
    std::size_t row = 0;                           ///< as the spreadsheet counts
    std::string column;                            ///< as the sheet calls it
    std::string value;                             ///< as it stood
    std::string key;
    std::vector<std::string> args{};
};

struct ImportChange {
    std::string column, before, after;
};

enum class ImportFate { Created, Updated, Unchanged, Rejected };

struct ImportLine {
    std::size_t row = 0;
    ImportFate fate = ImportFate::Created;
    std::string name;
    std::vector<ImportChange> changes{};           ///< of an update, field by field
};

struct ImportReport {
    std::string sheet, year;
    std::size_t rows = 0, created = 0, updated = 0, unchanged = 0;
    std::vector<ImportIssue> rejected;             ///< the first fault of each row that is left out
    std::vector<ImportIssue> further;              ///< what else is wrong in such rows
    std::vector<ImportIssue> warnings;
    std::vector<ImportLine> lines;
    bool saved = false;                            ///< something was written
};

struct ImportRequest {
    ListKind kind = ListKind::Staff;
    sheets::Book book;
    std::string file;                              ///< its name, for sentences
    std::optional<SchoolYear> year{};              ///< made when the school has none such; none: the newest
    bool strict = false;                           ///< one bad row refuses all
};

/// Lists of the school from spreadsheets. What pasting into the window knows of headings, names and posts is known here, from one engine.
class ImportService {
public:
    explicit ImportService(SchoolFile& file) : m_file(file) {}
    /// All good rows as one operation; nothing when there is none, or in strict a bad one. On a copy of the file (FileSnapshot) it is the
    /// preview: what it tells is what would be written, because it is written there.
    Written<ImportReport> import(const ImportRequest& request);

private:
    SchoolFile& m_file;
};

}
