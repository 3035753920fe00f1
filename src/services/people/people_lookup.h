// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/position.h"
#include "domain/stored.h"
#include "storage/reader.h"
#include "storage/repo/merge_repo.h"

#include <map>
#include <string>

namespace thidua::domain {
enum class CollectiveType;
}

namespace thidua::services {

/// Name, post and unit of a person or collective as they stand in one school year: what lists, nominations and papers copy.
struct SubjectView {
    domain::SubjectRef subject;
    std::string salutation; ///< Ông, Bà; empty for collectives
    std::string name;
    std::string post;       ///< "Giáo viên chủ nhiệm lớp 2C"; empty for collectives
    std::string unit;       ///< team; for collectives the school
    int unitOrder = 0;
    std::string sortKey;
    std::optional<domain::Position> position;
    std::optional<domain::CollectiveType> type;
    bool assigned = true;
    bool pupil = false;
    std::optional<Date> leftOn{}; ///< whenever that is
    std::string apart{};    ///< what tells a person from others of the name that year: "1986", "Tổ 1"; empty where nobody else has it

    /// "Nguyễn Thị Hoa (1986)", for lists on the screen; `as`: the name as it stood on a line.
    std::string named() const { return named(name); }
    std::string named(const std::string& as) const;
    /// "Nguyễn Thị Hoa (sinh năm 1986)", for papers.
    std::string namedOnPaper(const std::string& as) const;
};

/// All people with a post in the year and all active collectives, read once. Not to be kept longer than what it reads from.
class PeopleLookup {
public:
    PeopleLookup(storage::Reader& reader, domain::SchoolYearId year);
    /// Also people without a post in that year, and pupils, whose post is their class; an unknown id gives a view with an empty name.
    SubjectView view(const domain::SubjectRef& subject) const;
    /// Who that is today: the record that another one was taken into.
    domain::SubjectRef now(const domain::SubjectRef& subject) const { return m_merged.now(subject); }
    /// "chức vụ, đơn vị" in one phrase, without saying the team twice.
    static std::string postAndUnit(const SubjectView& view);
    /// Who serves on that day (within the year), ordered by unit, then name; collectives are not in it.
    std::vector<SubjectView> staff(Date day) const;
    /// Those with a post who have left by then.
    std::vector<SubjectView> left(Date day) const;
    /// Active ones in their order: the school, teams, …
    std::vector<SubjectView> collectives() const;

private:
    std::vector<SubjectView> withPost(Date day, bool serving) const;
    std::map<domain::SubjectRef, SubjectView> m_views;
    SubjectView pupil(domain::PersonId id) const;
    storage::Reader& m_reader;                   ///< pupils are many, and read when they are asked for
    domain::SchoolYearId m_year;
    storage::repo::Merged m_merged;              ///< a paper may name a record that was taken into another one since
    std::optional<std::pair<Date, Date>> m_span; ///< the year's first and last day
};

}
