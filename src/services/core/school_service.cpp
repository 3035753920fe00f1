// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/school_service.h"

#include "base/name_keys.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/carry_year.h"
#include "services/core/internal.h"
#include "services/core/open_year.h"
#include "services/people/serving.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const School& school)
{
    std::vector<FieldIssue> issues;
    require(issues, school.name, "name", "school.name-missing");
    require(issues, school.documentSymbol, "documentSymbol", "school.symbol-missing");
    require(issues, school.placeName, "placeName", "school.place-missing");
    if (school.documentSymbol.find_first_of(" \t/") != std::string::npos)
        issues.push_back({"documentSymbol", "school.symbol-form", {school.documentSymbol}});
    return issues;
}

std::vector<FieldIssue> validate(const SchoolYearRow& year)
{
    std::vector<FieldIssue> issues;
    const Date earliest(year.year.startYear(), 7, 1);
    const Date latest(year.year.startYear() + 1, 8, 31);
    if (year.firstDay < earliest || year.firstDay > latest)
        issues.push_back({"firstDay", "year.outside", {year.firstDay.vn(), year.year.screen()}});
    if (year.term2Start <= year.firstDay)
        issues.push_back({"term2Start", "year.term2-order", {year.term2Start.vn(), year.firstDay.vn()}});
    if (year.lastDay <= year.term2Start || year.lastDay > latest)
        issues.push_back({"lastDay", "year.last-order", {year.lastDay.vn()}});
    if (year.registrationDeadline && (*year.registrationDeadline < earliest || *year.registrationDeadline > latest))
        issues.push_back({"registrationDeadline", "year.outside", {year.registrationDeadline->vn(), year.year.screen()}});
    return issues;
}

Result<Stored<School>> SchoolService::school()
{
    return readFrom(m_file, [](Reader& reader) { return needSchool(reader); });
}

Written<Done> SchoolService::editSchool(const School& edited, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditSchool, [&](Tx& tx) -> Result<Done> {
        auto row = edited;
        for (auto* field : {&row.name, &row.superiorAgency, &row.conferringAgency, &row.conferringHead, &row.documentSymbol, &row.placeName})
            tidy(*field);
        auto issues = validate(row);
        if (row.signing != SigningAuthority::Head && !row.signer)
            issues.push_back({"signer", "school.signer-missing", {}});
        if (!issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, needSchool(tx));
        tx.update(RowId(1), row, version);
        // The school as a collective carries the same name; papers already printed keep theirs.
        for (const auto& collective : repo::collectives(tx))
            if (collective.data.type == CollectiveType::School && collective.data.name == before.data.name) {
                auto renamed = collective.data;
                renamed.name = row.name;
                tx.update(collective.id, renamed);
            }
        return Done{};
    });
}

Result<std::vector<Stored<SchoolYearRow>>> SchoolService::years()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<SchoolYearRow>>> { return repo::years(reader); });
}

Result<Stored<SchoolYearRow>> SchoolService::year(SchoolYearId id)
{
    return readFrom(m_file, [id](Reader& reader) { return need<SchoolYearRow>(reader, id); });
}

Result<Stored<SchoolYearRow>> SchoolService::yearOf(SchoolYear year)
{
    return readFrom(m_file, [year](Reader& reader) -> Result<Stored<SchoolYearRow>> {
        auto row = repo::yearOf(reader, year);
        if (!row)
            return fail(ErrorCode::NotFound, "year.none", {year.screen()});
        return std::move(*row);
    });
}

SchoolYearRow SchoolService::proposedYear(SchoolYear year)
{
    SchoolYearRow row;
    row.year = year;
    row.firstDay = Date(year.startYear(), 9, 5);
    row.term2Start = Date(year.startYear() + 1, 1, 21).monday(); // the Monday after 14 January
    const Date may(year.startYear() + 1, 5, 31);
    row.lastDay = std::min(may, may.monday().plusDays(4));       // a Friday rather than a day of rest
    row.registrationDeadline = Date(year.startYear(), 10, 5);
    return row;
}

namespace {

/// Who serves on the first day keeps post and team.
void carryPosts(Tx& tx, SchoolYearId before, Date firstDay, SchoolYearId id, const CarryLeftOut& leftOut)
{
    const Serving serving(tx, firstDay);
    for (const auto& post : repo::assignments(tx, before)) {
        if (!serving.on(post.data.person) || leftOut.contains({CarryKind::Post, post.data.person.value()}))
            continue;
        auto carried = post.data;
        carried.year = id;
        tx.insert(carried);
    }
}

/// `leftOut`: all that the year before can give comes along but for that; none: the posts alone.
SchoolYearId openCarrying(Tx& tx, const SchoolYearRow& year, const CarryLeftOut* leftOut)
{
    auto row = year;
    row.state = YearState::Open;
    row.reopenReason.reset();
    const auto id = tx.insert(row);
    if (const auto before = repo::yearOf(tx, year.year.previous())) {
        carryPosts(tx, before->id, year.firstDay, id, leftOut ? *leftOut : CarryLeftOut{});
        if (leftOut)
            carryClasses(tx, before->id, year.firstDay, id, *leftOut);
    }
    return id;
}

YearDates datesOf(SchoolYearId id, const SchoolYearRow& row)
{
    return {id, row.year, row.lastDay, row.registrationDeadline, row.state == YearState::Closed};
}

}

SchoolYearId openYearIn(Tx& tx, const SchoolYearRow& year)
{
    return openCarrying(tx, year, nullptr);
}

std::optional<YearDates> yearDates(Reader& reader, std::optional<SchoolYear> year)
{
    if (year) {
        const auto row = repo::yearOf(reader, *year);
        return row ? std::optional(datesOf(row->id, row->data)) : std::nullopt;
    }
    const auto all = repo::years(reader);
    return all.empty() ? std::nullopt : std::optional(datesOf(all.front().id, all.front().data));
}

std::vector<YearDates> allYearDates(Reader& reader)
{
    std::vector<YearDates> all;
    for (const auto& row : repo::years(reader))
        all.push_back(datesOf(row.id, row.data));
    return all;
}

YearDates openUsualYear(Tx& tx, SchoolYear year)
{
    const auto row = SchoolService::proposedYear(year);
    return datesOf(openYearIn(tx, row), row);
}

void closeYearIn(Tx& tx, SchoolYearId id)
{
    if (auto year = tx.find<SchoolYearRow>(id)) {
        year->data.state = YearState::Closed;
        tx.update(id, year->data);
    }
}

Written<SchoolYearId> SchoolService::openYear(const SchoolYearRow& year, const CarryLeftOut* leftOut)
{
    return writeTo<SchoolYearId>(m_file, Op::OpenSchoolYear, [&](Tx& tx) -> Result<SchoolYearId> {
        if (auto issues = validate(year); !issues.empty())
            return fail(std::move(issues));
        if (repo::yearOf(tx, year.year))
            return fail({{"year", "year.exists", {year.year.screen()}}});
        tx.setLabel({year.year.screen()});
        return openCarrying(tx, year, leftOut);
    });
}

Written<Done> SchoolService::editYear(SchoolYearId id, const SchoolYearRow& year, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditSchoolYear, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<SchoolYearRow>(tx, id));
        auto row = year;
        row.year = before.data.year;
        row.state = before.data.state;
        row.reopenReason = before.data.reopenReason;
        if (auto issues = validate(row); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({row.year.screen()});
        tx.update(id, row, version);
        return Done{};
    });
}

Written<Done> SchoolService::closeYear(SchoolYearId id)
{
    return writeTo<Done>(m_file, Op::CloseSchoolYear, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto year, needOpenYear(tx, id));
        tx.setLabel({year.data.year.screen()});
        closeYearIn(tx, id);
        return Done{};
    });
}

Written<Done> SchoolService::reopenYear(SchoolYearId id, const std::string& given, const std::string& head)
{
    TD_TRY(const auto name, headName());
    const auto reason = normalised(given);
    const auto kept = text::message("year.reopened-by", {reason, name});
    return writeTo<Done>(
        m_file, Op::ReopenSchoolYear,
        [&](Tx& tx) -> Result<Done> {
            TD_TRY(auto year, need<SchoolYearRow>(tx, id));
            if (reason.empty())
                return fail({{"reopenReason", "year.reason-missing", {}}});
            if (name.empty())
                return fail({{"head", "year.head-unknown", {}}});
            if (likeNameKey(head) != likeNameKey(name))
                return fail({{"head", "year.head-other", {normalised(head)}}});
            tx.setLabel({year.data.year.screen()});
            year.data.state = YearState::Open;
            year.data.reopenReason = kept;
            tx.update(id, year.data);
            return Done{};
        },
        kept);
}

Result<std::string> SchoolService::headName()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto school, needSchool(reader));
        const auto head = school.data.head ? reader.find<Person>(*school.data.head) : std::nullopt;
        return head ? head->data.fullName : std::string();
    });
}

}
