// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/core/school_file.h"
#include "services/people/staff_sheet.h"
#include "sheets/book.h"

namespace thidua {
class Progress;
}

namespace thidua::services {

/// What is said of a row: where it stands, and the sentence.
struct ImportIssue {
    std::size_t row = 0;                           ///< as the spreadsheet counts
    std::string column;                            ///< as the sheet calls it
    std::string value;                             ///< as it stood
    std::string key;
    std::vector<std::string> args{};
    std::optional<std::size_t> place{};            ///< the column, from 0
};

struct ImportChange {
    std::string column, before, after;
};

/// A sheet of a book that is a list of pupils.
struct ListSheet {
    std::string name, className;                   ///< the class that it is named by; empty: by none
    std::size_t people = 0;
    bool part = false;                             ///< of one class, or one grade
};

enum class ImportFate { Created, Updated, Unchanged, Rejected, Skipped };

struct ImportLine {
    std::size_t row = 0;
    ImportFate fate = ImportFate::Created;
    std::string name;
    std::vector<ImportChange> changes{};           ///< of an update, field by field
    bool asked = false;                            ///< rejected as long as nobody says who is meant
    std::vector<SheetCandidate> candidates{};      ///< who may be meant
    std::map<std::size_t, std::string> saved{};    ///< by column: cells that are saved otherwise than they stand
};

struct ImportReport {
    std::string sheet, year;
    std::size_t rows = 0, created = 0, updated = 0, unchanged = 0, skipped = 0;
    std::vector<ImportIssue> rejected;             ///< the first fault of each row that is left out
    std::vector<ImportIssue> further;              ///< what else is wrong in such rows
    std::vector<ImportIssue> warnings;
    std::vector<ImportLine> lines;
    bool saved = false;                            ///< something was written
    std::vector<std::string> joined{};             ///< the sheets that were read as one; rowPlace() tells where a row stands
};

struct ImportRequest {
    ListKind kind = ListKind::Staff;
    sheets::Book book;
    std::string file;                              ///< its name, for sentences
    std::optional<SchoolYear> year{};              ///< made when the school has none such; none: the newest
    bool strict = false;                           ///< one bad row refuses all

    // What a person said of it, who looked at it first. Rows are numbered as the spreadsheet counts, columns from 0.
    std::string sheet{};                           ///< this one; empty: the one most like such a list
    std::vector<SheetColumn> columns{};            ///< what each is; empty: by the headings
    std::map<std::pair<std::size_t, std::size_t>, std::string> corrected{}; ///< cells by row and column
    std::optional<std::size_t> heading{};          ///< the row of the headings; 0: there is none
    std::map<std::size_t, SheetAnswer> answers{};  ///< by row: who is meant, or that it is passed over
    Progress* progress = nullptr;                  ///< told row by row; stopped, nothing is written

    // By ImportService::join().
    std::vector<std::string> joined{};             ///< sheets that are read as one list
    std::vector<ImportIssue> told{};               ///< what is to be told of them
};

struct ImportColumnLook {
    std::string heading;                           ///< empty: it has none
    SheetColumn kind = SheetColumn::Unused;
    std::string example;                           ///< of the first person who has one; empty: nothing stands in it
};

/// What a book looks like before anything is read of it as a list.
struct ImportLook {
    std::string sheet;                             ///< the one that was asked for, else the one most like such a list
    bool isList = false;                           ///< its headings are known, and people stand below them
    std::vector<ImportColumnLook> columns;
    std::size_t people = 0;
    std::string form;                              ///< its headings in one: lists of one form have the same; empty without headings
    std::vector<ListSheet> lists;                  ///< of pupils, in a book of several sheets
    std::size_t heading = 0;                       ///< the row of the headings; 0: none is known
    std::vector<std::pair<std::size_t, std::string>> firstRows{}; ///< with what stands in them: any may be the headings
};

/// Lists of the school from spreadsheets. What pasting into the window knows of headings, names and posts is known here, from one engine.
class ImportService {
public:
    explicit ImportService(SchoolFile& file) : m_file(file) {}
    /// All good rows as one operation; nothing when there is none, or in strict a bad one. On a copy of the file (FileSnapshot) it is the
    /// preview: what it tells is what would be written, because it is written there.
    Written<ImportReport> import(const ImportRequest& request);
    /// Makes these sheets of the book one list; rows are numbered across them (rowPlace). Without names: the sheets of the classes, where a
    /// book of pupils has one for each. False when there is nothing to join.
    bool join(ImportRequest& request, const std::vector<std::string>& names = {});
    /// InputFormat when the book has nothing in it.
    Result<ImportLook> look(const ImportRequest& request);
    /// The years of the school, newest first: honours may be of any, every other list of an open one.
    Result<std::vector<SchoolYear>> years(bool closedToo);

private:
    SchoolFile& m_file;
};

}
