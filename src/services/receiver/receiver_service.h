// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "services/core/school_file.h"
#include "services/receiver/receiver_mapping.h"

namespace thidua {
class Progress;
}

namespace thidua::services {

struct ReceiverColumnLook {
    std::string heading;                           ///< empty: it has none
    SheetColumn kind = SheetColumn::Unused;        ///< by the heading
    bool formula = false;                          ///< the form computes it
    bool hidden = false;
    std::string example{};                          ///< what stands in the first line of the form's own
    std::vector<std::string> options{};            ///< that the form's cells let one choose from
};

/// What a form looks like before anything is put into it.
struct ReceiverLook {
    std::string sheet;
    std::vector<std::string> sheets;               ///< that can be seen
    std::vector<ReceiverColumnLook> columns;
    std::size_t firstRow = 0;                      ///< of its first line
    std::string form;                              ///< its headings in one: forms of one shape have the same
    ReceiverMapping guess;
};

struct ReceiverRequest {
    std::string bytes;                             ///< of the form
    std::string file;                              ///< its name, for sentences
    std::string sheet{};                           ///< empty: the one most like a list to be filled
    ReceiverList what = ReceiverList::Nominations;
    SchoolYear year{2017};
    std::optional<ReceiverMapping> mapping{};      ///< none: what the form's headings say
    Progress* progress = nullptr;
};

/// One value of ours in a column that has words, and the receiver's word for it.
struct ReceiverWord {
    std::string value, label;
    int count = 0;                                 ///< lines that have it
    std::string word;                              ///< empty: nobody knows it yet
    bool guessed = true;                           ///< not said by a person
};
struct ReceiverWords {
    std::size_t column = 0;
    std::vector<std::string> options;              ///< the form's own list; empty: any text
    std::vector<ReceiverWord> words;
};

/// An honour that somebody in the list has, whether it goes into the form or not.
struct ReceiverHonour {
    std::string code, name;
    int count = 0;
};

struct ReceiverGap {
    std::size_t row = 0, column = 0;               ///< as the spreadsheet counts; from 0
    std::string name, why;                         ///< who, and a sentence
};

struct ReceiverLineOut {
    std::size_t row = 0;
    std::string name;
    std::map<std::size_t, std::string> cells;      ///< by column
};

/// What is, or would be, written.
struct ReceiverReport {
    ReceiverLook look;
    ReceiverMapping mapping;                       ///< with every word that is used
    std::vector<ReceiverWords> words;
    std::vector<ReceiverHonour> honours;
    std::vector<ReceiverLineOut> lines;
    std::vector<ReceiverGap> gaps;                 ///< cells that stay empty
    std::vector<std::string> notes;                ///< whom the form has no place for, and the like
    std::size_t added = 0;                         ///< rows that the form had too few of
    std::string problem;                           ///< why it cannot be filled like this, one sentence; empty: it can
};

/// Forms of the level above, filled with what the school has registered, nominated or received. Nothing is written into the school's file.
class ReceiverService {
public:
    explicit ReceiverService(SchoolFile& file) : m_file(file) {}
    /// InputFormat for what is no form: no headings, protected, another kind of file.
    Result<ReceiverLook> look(const ReceiverRequest& request);
    Result<ReceiverReport> preview(const ReceiverRequest& request);
    /// The filled form under another name than its own; it has been read again and compared before it has that name.
    Result<ReceiverReport> fill(const ReceiverRequest& request, const std::filesystem::path& form, const std::filesystem::path& target);

private:
    SchoolFile& m_file;
};

}
