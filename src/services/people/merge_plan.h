// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text_util.h"
#include "domain/people.h"
#include "services/people/merge_service.h"
#include "storage/repo/merge_repo.h"
#include "storage/tx.h"
#include "text/messages.h"

#include <functional>

namespace thidua::rules {
class Catalogue;
}

namespace thidua::services {

// How the dialog words what is weighed.
inline std::string columnLabel(const char* column)
{
    return capitalised(text::label("column", column));
}

template <class E>
auto labelled(const char* group)
{
    return [group](const std::optional<E>& value) { return value ? text::label(group, toCode(*value)) : std::string(); };
}

inline std::string asSaid(const std::string& text)
{
    return text;
}

inline std::string asSaidOn(const std::optional<Date>& date)
{
    return date ? date->vn() : std::string();
}

/// Weighs two records of one person against each other: what the dialog shows and what is written are one and the same plan.
class MergePlan {
public:
    MergePlan(storage::Reader& reader, const rules::Catalogue& rules, Date today, domain::PersonId kept, domain::PersonId taken, const MergeChoices& choices);
    const MergeView& view() const { return m_view; }
    /// The person as they are from then on.
    const domain::Person& person() const { return m_person; }
    /// Only when nothing is refused and everything is chosen.
    void write(storage::Tx& tx) const;

private:
    template <class T>
    struct Pair {
        domain::Stored<T> kept, taken;
    };
    /// Rows of both that can change and say something of the same: `keyOf` is equal.
    template <class T, class KeyOf>
    std::vector<Pair<T>> pairs(domain::EntityKind kind, KeyOf keyOf);
    template <class T>
    std::vector<domain::Stored<T>> rows(domain::EntityKind kind, bool kept, bool all = false);

    void refuse(std::string key, std::vector<std::string> args = {});
    /// What is said of one thing by both: the kept record's word, filled from the other's, or as chosen. `into` is the kept one's and takes
    /// the result; `words` gives what the screen says of a value, nothing for none.
    template <class X, class Words>
    void weigh(const std::string& key, const std::string& place, const std::string& label, X& into, const X& other, Words words, bool showAlike = false);
    /// The same for texts of several lines: both are kept.
    void join(const std::string& key, const std::string& place, const std::string& label, std::string& into, const std::string& other);
    bool isTakenChosen(MergeField& field);
    std::string yearWords(domain::SchoolYearId year);
    std::string yearNumber(domain::SchoolYearId year);
    std::string keyOf(const char* table, domain::SchoolYearId year, const char* column);

    void weighAll();
    void day(const char* column, std::optional<PartialDate>& into, const std::optional<PartialDate>& other);
    void readPerson();
    void refuseStaffAndPupil();
    void posts();
    void classes();
    void registrations();
    void yearRecords();
    void yearRecord(const Pair<domain::YearRecord>& pair);
    void nominations();
    void honours();
    void seats();
    void authors();
    void stated();
    void tellers();
    void activities();
    void groupMembers();
    void contests();
    static void moveResult(storage::Tx& tx, domain::ActivityId gone, domain::ActivityId stays);
    void charges();
    void count();

    storage::Reader& m_reader;
    const rules::Catalogue& m_rules;
    Date m_today;
    const MergeChoices& m_choices;
    MergeView m_view;
    domain::Person m_person, m_other;
    std::vector<storage::repo::PointingRow> m_keptRows, m_takenRows;
    std::vector<std::function<void(storage::Tx&)>> m_writes;
};

template <class T>
std::vector<domain::Stored<T>> MergePlan::rows(domain::EntityKind kind, bool kept, bool all)
{
    std::vector<domain::Stored<T>> found;
    for (const auto& row : kept ? m_keptRows : m_takenRows)
        if (row.kind == kind && (all ? !row.closed : !row.stays()))
            if (auto one = m_reader.find<T>(domain::IdOf<T>(row.id)))
                found.push_back(std::move(*one));
    return found;
}

template <class T, class KeyOf>
std::vector<MergePlan::Pair<T>> MergePlan::pairs(domain::EntityKind kind, KeyOf keyOf)
{
    std::vector<Pair<T>> found;
    const auto others = rows<T>(kind, false);
    for (const auto& one : rows<T>(kind, true)) {
        const auto key = keyOf(one.data);
        for (const auto& other : others)
            if (key && keyOf(other.data) == key)
                found.push_back({one, other});
    }
    return found;
}

template <class X, class Words>
void MergePlan::weigh(const std::string& key, const std::string& place, const std::string& label, X& into, const X& other, Words words, bool showAlike)
{
    MergeField field{key, place, label, words(into), words(other), {}, false};
    if (field.kept == field.taken || field.taken.empty()) {
        field.result = field.kept;
        if (!showAlike || field.kept.empty())
            return;
    } else if (field.kept.empty()) {
        into = other;
        field.result = field.taken;
    } else if (isTakenChosen(field)) {
        into = other;
    }
    m_view.fields.push_back(std::move(field));
}

}
