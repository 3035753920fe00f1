// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/old_encodings.h"
#include "base/result.h"
#include "domain/ids.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace thidua::services {

struct StaffDraft;

/// Which list a sheet is; headings mean other things in each. Form: one that a level above has sent, to be filled.
enum class ListKind { Staff, Pupils, Registrations, Evaluations, Honours, Form };

/// What a column of a list holds. Those from Male on are for other lists than that of the staff, or asked of nobody; those from Count on are
/// for forms to be filled.
enum class SheetColumn {
    Unused, FullName, Family, Given, Gender, Female, Birth, Post, Team, Employed, Code,
    Male, Class, Grade, Honour, Tick, Year, DecisionNumber, DecidedOn, Issuer, RegisteredOn, Reason, Evaluation, Months, Source,
    Count, Salutation, SchoolName, PostSchool, Title, Reward, HonourGround, SubjectKind, InitiativeTitle, InitiativeDecision, Votes, VoteShare, Achievement, PastHonours,
    Bonus, FemaleBirth, MaleBirth, Fixed, InitiativeField
};
inline constexpr std::size_t kSheetColumns = 11; ///< that a person can say of a pasted list

/// What a line says of a person, in the order in which a preview shows it.
enum class SheetField { FullName, Gender, Birth, Position, Post, Team, Employed, Code };
inline constexpr std::size_t kSheetFields = 8;

/// What the person at the keyboard said of a line.
struct SheetAnswer {
    enum class Kind { New, Update, Skip };
    Kind kind = Kind::New;
    std::optional<domain::PersonId> person{};      ///< whom to update
};

/// A list as it was copied from a sheet, and what the person corrected before writing.
struct StaffSheet {
    std::vector<std::vector<std::string>> lines;   ///< cells as they stood
    std::vector<SheetColumn> columns{};            ///< what each column is; empty: by the headings, else by what stands in them
    std::map<std::pair<std::size_t, SheetField>, std::string> corrected{}; ///< by line
    std::map<std::size_t, SheetAnswer> answers{};
    std::optional<std::size_t> heading{};          ///< the line that a person said to be the headings; beyond the last: there is none
    bool convertOld = false;                       ///< texts in VNI or TCVN3 are converted
    bool leaveOut = false;                         ///< wrong cells and unanswered lines are left out; else one of them refuses the whole
    bool wholeLines = false;                       ///< from a file: a line with a wrong cell is left out whole, one that repeats another says nothing new
};
/// From tabs and line ends.
StaffSheet sheetOf(const std::string& block);

struct SheetCell {
    std::string text;                              ///< as it will be written; as it stood when it is wrong
    std::string stood;                             ///< what the list said
    bool guess = false;                            ///< to be looked at: not said to the letter
    bool corrected = false;
    std::optional<FieldIssue> issue{};
};

/// Somebody in the file whom a line may be about.
struct SheetCandidate {
    domain::PersonId id{0};
    std::string text;                              ///< “Trịnh Văn An, sinh 1968, Hiệu trưởng”
};

/// What an update changes: words before and after.
struct SheetChange {
    SheetField field = SheetField::FullName;
    std::string before, after;
};

enum class SheetFate {
    New,
    Update,
    Same,    ///< there already, or on a line before: nothing to change
    Ask,     ///< not written until somebody answers
    Wrong,   ///< no name, or a name that must be converted first
    Skip
};

struct SheetLine {
    std::size_t line = 0;                          ///< in the list, from 0
    std::array<SheetCell, kSheetFields> cells{};
    SheetFate fate = SheetFate::New;
    std::optional<FieldIssue> question{};          ///< why it is asked
    std::vector<SheetCandidate> candidates{};
    std::optional<domain::PersonId> person{};      ///< who is updated
    std::vector<SheetChange> changes{};
    std::shared_ptr<StaffDraft> draft{};           ///< what is written (staff_draft.h)
    std::string newTeam{};                         ///< a team that has to be made first
    SheetCell& cell(SheetField field) { return cells[static_cast<std::size_t>(field)]; }
    const SheetCell& cell(SheetField field) const { return cells[static_cast<std::size_t>(field)]; }
    bool isWritten() const { return fate == SheetFate::New || fate == SheetFate::Update; }
};

struct SheetReading {
    std::vector<SheetColumn> columns;
    std::vector<std::string> headings;             ///< of each column; empty without a heading row
    std::vector<SheetLine> people;
    int otherLines = 0;                            ///< headings, sections, sums: no people
    std::vector<std::string> newTeams;
    std::optional<OldEncoding> oldEncoding;        ///< found in the list
    std::string oldExample, oldExampleMeant;
    int oldCells = 0;
};

}
