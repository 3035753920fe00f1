// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/wording.h"

#include <array>
#include <set>

namespace thidua::rules {

/// Kleene's three values, in this order: `all` is the least of its parts, `any` the greatest.
enum class Truth { False, Unknown, True };

inline Truth truthOf(bool value) { return value ? Truth::True : Truth::False; }
inline Truth negated(Truth value) { return static_cast<Truth>(2 - static_cast<int>(value)); }

/// What looking at a node brought out.
struct Judgement {
    Truth truth = Truth::Unknown;
    Truth firm = Truth::Unknown;    ///< the same with every unconfirmed part unknown: what only such a part refuses is not refused
    bool local = false;             ///< a value of the province, commune or school, or the council's own finding, took part
    Values values;                  ///< operands in words, for the templates
    std::vector<std::string> facts; ///< top-level names looked at
    bool certain = true;
    std::vector<Citation> cites;    ///< of lower layers' values used
    std::optional<Text> uncertain;
    const Wording* explanation = nullptr; ///< of a node that has words of its own
    const Wording* remedy = nullptr;
    std::vector<std::pair<const Node*, Judgement>> branches;
};

/// Names among a judgement's values: the school years of a span that nobody has told of, and those that are told and do not count.
constexpr const char* kYearsUntold = "years-untold";
constexpr const char* kYearsShort = "years-short";

/// Whether a judgement collects what its words need: operands, facts looked at, places of lower layers. Without, only the truth counts.
enum class Words { Collected, None };

/// The case as the nodes see it.
class Condition {
public:
    Condition(const Model& model, const Case& theCase, Words words = Words::Collected);
    Judgement judge(const Node& node) const;
    const Model& model() const { return m_model; }
    const Case& theCase() const { return m_case; }

private:
    Judgement judgeParts(const Node& node) const;
    Judgement judgeTest(const Node& node) const;
    Judgement judgeShare(const Node& node) const;
    Judgement judgeBetween(const Node& node) const;
    Judgement judgeCount(const Node& node) const;
    Judgement judgeRef(const Node& node) const;

    /// Whether an item of the list counts; `rejected` grows by the reason when it does not.
    struct ItemTruth;
    ItemTruth itemCounts(const Node& node, const std::vector<Where>& filters, const FactSpec& list, const nlohmann::json& item, Judgement& judgement,
                         Text& rejected) const;
    /// The filters with their parameters' values.
    std::vector<Where> resolved(const std::vector<Where>& filters, Judgement& judgement) const;
    /// The list's items, with this school year's grade where the node asks for it; none when it is unknown.
    std::optional<std::vector<const nlohmann::json*>> itemsOf(const Node& node) const;
    /// Which of the years asked for are untold, and which fall short; only of lists that have an item for each year.
    void noteYears(const Node& node, long long asked, const std::vector<const nlohmann::json*>& items, const std::set<int>& counted, Judgement& judgement) const;
    /// The school years of the items that `since` or `in_years_of` looks for.
    struct Bound;
    Bound boundOf(const Since& since, Judgement& judgement) const;
    Truth itemMatches(const FactSpec& list, const Where& where, const nlohmann::json& item) const;
    Truth compare(const FactSpec* spec, const nlohmann::json& actual, Op op, const nlohmann::json& expected) const;
    bool coversAny(const nlohmann::json& holder, const nlohmann::json& wanted) const;
    Truth recent(const nlohmann::json& actual, Op op, const nlohmann::json& months) const;
    Truth coversHonour(const nlohmann::json& registered) const;
    std::optional<Date> dateOf(const std::string& fact) const;
    const nlohmann::json* fact(const std::string& path) const;
    bool absentIsNone(const std::string& path) const;
    /// The value a node compares with; notes its certainty and the citation of a lower layer.
    const nlohmann::json& expected(const Node& node, Judgement& judgement) const;
    /// The other fact that a node compares with; null while that is unknown.
    nlohmann::json otherFact(const Node& node) const;
    const nlohmann::json& expected(const std::string& param, const nlohmann::json& plain, Judgement& judgement) const;
    void note(Judgement& judgement, const std::string& path) const;
    bool worded() const { return m_words == Words::Collected; }

    const Model& m_model;
    const Case& m_case;
    /// This school year's grade as an item of the evaluations.
    const nlohmann::json& thisYear() const;

    // Made when first asked for: most conditions ask for none of them.
    mutable std::array<std::optional<nlohmann::json>, 9> m_own;
    mutable std::optional<nlohmann::json> m_thisYear;
    Words m_words;
};

/// A rule that a parameter turns on and that parameter is not set on that day.
bool switchedOff(const Model& model, const Rule& rule, Date date);
/// op on whole numbers.
bool holds(Op op, long long actual, long long expected);
std::string topName(const std::string& path);

}
