// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "services/core/school_file.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace thidua::services {

/// One clause in a cell of the rule book, with the article it stands in.
struct RuleBookPart {
    std::string text;
    std::string citation;               ///< khoản 3 Điều 9 NĐ 91/2017
    std::string citationFull;
    std::vector<std::pair<std::size_t, std::size_t>> strong{}; ///< bytes of `text` set bold: first, one past the last
    friend bool operator==(const RuleBookPart&, const RuleBookPart&) = default;
};

/// A value with the layer that sets it: trung ương, tỉnh, xã, trường.
struct RuleBookLayer {
    std::string who;                    ///< “Trung ương”, “Quy chế của trường”
    std::string value;                  ///< “10 tháng”, “không đặt”, “được đặt cao hơn”
    std::string citation;
    friend bool operator==(const RuleBookLayer&, const RuleBookLayer&) = default;
};

/// What the rules of one day say in one matter.
struct RuleBookCell {
    std::vector<RuleBookPart> parts;
    std::vector<RuleBookLayer> layers{};
    std::optional<Date> from{}, to{};
    bool certain = true;
    bool absent = false;                ///< nothing is set that day; `parts` say so
    std::vector<std::string> reading{}; ///< how sure it is: what was read where, what is missing; sentences
};

struct RuleBookLine {
    std::string id;                     ///< the same for the same matter on every day
    std::string section;                ///< heading above it; empty: none
    std::string caption;
    RuleBookCell cell;
    std::string rule{};                 ///< id of the finding that this condition becomes in a verdict
};

/// One honour, or one theme such as the council's votes.
struct RuleBookEntry {
    std::string id;                     ///< the honour's code, or "theme:votes"
    std::string name;
    bool honour = true;
    bool modelled = true;               ///< the program holds its conditions on that day
    std::vector<RuleBookLine> lines;
    bool ofDay = true;                  ///< false: about the rules themselves, the same on every day
};

struct RuleBookGroup {
    std::string id, title;
    std::vector<RuleBookEntry> entries;
};

struct RuleBookHead {
    Date on{2017, 10, 1};
    std::string ruleSet;                ///< vn-2017-10
    std::string title;                  ///< “Quy định từ 01/10/2017”
    std::string laws, lawsFull;
    bool provisional = false;
    bool confirmed = true;              ///< not provisional, or the school has checked its text
    std::string note;                   ///< what is not confirmed and what to do, where it is not
    std::string hash;
};

/// The rules of one day, to be read like a law book.
struct RuleBook {
    RuleBookHead head;
    std::vector<RuleBookGroup> groups;
    std::string opensAt;                ///< the entry to begin with: the first honour that a quota limits
    const RuleBookEntry* entry(const std::string& id) const;
};

enum class RuleChange { Same, Changed, Unchecked, Added, Dropped };

struct RuleBookPair {
    std::string id, section, caption;
    RuleChange change = RuleChange::Same;
    RuleBookCell first;
    std::optional<RuleBookCell> second; ///< none when one day alone is shown
    std::string rule{};
};

/// One entry on one or two days, line by line.
struct RuleBookView {
    std::string entry, name;
    bool honour = true;
    bool ofDay = true;
    RuleBookHead first;
    std::optional<RuleBookHead> second;
    std::vector<RuleBookPair> lines;
    int changed = 0, same = 0, unchecked = 0; ///< added and dropped lines count as changed
};

/// How many nominations of a school year rest on an honour's rules, and on each of its conditions.
struct RuleBookUse {
    int nominations = 0;
    struct Finding {
        int all = 0, failed = 0, unknown = 0;
    };
    std::map<std::string, Finding> findings;
};

struct RuleBookHit {
    std::string entry;
    std::vector<std::string> lines;     ///< ids of the lines that hold the words; empty when the name alone does
};

/// The rules as pages and papers show them. Reads only.
class RuleBookService {
public:
    explicit RuleBookService(SchoolFile& file) : m_file(file) {}

    /// Which rules hold that day; an input error before the first ones.
    Result<RuleBookHead> head(Date on);
    Result<RuleBook> book(Date on);
    /// By honour, of the nominations of one school year that were not withdrawn.
    Result<std::map<std::string, RuleBookUse>> uses(domain::SchoolYearId year);

private:
    SchoolFile& m_file;
};

/// The entry of one book, or of two side by side; an entry that one of them lacks is shown as not set there.
RuleBookView viewOf(const RuleBook& first, const RuleBook* second, const std::string& entry);
/// Entries whose name, clauses, values or articles hold all the words; marks, case and đ/d do not matter.
std::vector<RuleBookHit> searchRules(const RuleBook& book, const std::string& words);
/// “4 điều đã đổi, 3 giữ nguyên, 1 chưa đối chiếu”; of one day “8 điều, 1 chưa đối chiếu”.
std::string countsOf(const RuleBookView& view);

/// What the law of a day says of when something is to be handed in or done, for the first of the honours it is about.
struct LawDeadline {
    std::string name;
    std::string words;                  ///< the law's sentence
    std::string citation;
    std::string honour;

    friend bool operator==(const LawDeadline&, const LawDeadline&) = default;
};
std::vector<LawDeadline> lawDeadlines(const rules::Catalogue& catalogue, Date on);

}
