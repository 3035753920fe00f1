// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/report_service.h"

#include "documents/compose.h"
#include "domain/initiative.h"
#include "domain/nomination.h"
#include "domain/paper_lines.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/follow/activity_words.h"
#include "services/law/honours.h"
#include "services/people/people_lookup.h"
#include "services/review/dossier_reader.h"
#include "storage/repo/dossier_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

constexpr int kYearsBack = 5; // as far as forms of the state's look back

/// A year alone where no day is known.
std::string dayOnPaper(const PartialDate& day)
{
    return day.date ? documents::shortDate(*day.date) : day.vn();
}

/// Makes the sentences of one nominee.
struct Offer {
    Reader& reader;
    const rules::Catalogue& catalogue;
    const Nomination& nomination;
    const std::vector<ActivityRow>& activities;
    std::vector<std::string> lines{};

    void say(const std::string& key, std::vector<std::string> args) { lines.push_back(text::message("report." + key, args)); }

    std::string taken()
    {
        auto text = joinLines(lines);
        lines.clear();
        return text;
    }

    std::string about()
    {
        const auto school = repo::school(reader);
        const std::string schoolName = school ? school->data.name : std::string();
        const auto view = PeopleLookup(reader, nomination.year).view(nomination.subject);
        const auto person = nomination.subject.person ? reader.find<Person>(*nomination.subject.person) : std::nullopt;
        if (!person) {
            nomination.name == schoolName ? say("school", {schoolName}) : say("collective", {nomination.name, schoolName});
            return taken();
        }
        say("name", {nomination.name});
        if (person->data.birth)
            say("birth", {dayOnPaper(*person->data.birth)});
        say("post", {PeopleLookup::postAndUnit(view).empty() ? nomination.post : PeopleLookup::postAndUnit(view), schoolName});
        if (person->data.employedFrom)
            say("employed", {dayOnPaper(*person->data.employedFrom)});
        return taken();
    }

    void addInitiatives(SchoolYearId year)
    {
        if (!nomination.subject.person)
            return;
        for (const auto& one : repo::initiativesOf(reader, *nomination.subject.person)) {
            if (one.data.year != year || one.data.state != InitiativeState::Recognised)
                continue;
            const auto level = one.data.recognisedAt ? text::label("recognition-level", toCode(*one.data.recognisedAt)) : std::string();
            const bool numbered = !one.data.decisionNumber.empty() && one.data.decidedOn;
            say(numbered ? "initiative-numbered" : "initiative",
                {text::label("initiative-type", toCode(one.data.type)), one.data.title, lower(level), one.data.decisionNumber, numbered ? documents::shortDate(*one.data.decidedOn) : std::string()});
        }
    }

    void addYear(const repo::YearNumber& year)
    {
        const auto before = lines.size();
        if (const auto record = repo::yearRecord(reader, year.id, nomination.subject); record && record->data.evaluation)
            say("grade", {lower(text::label("evaluation", toCode(*record->data.evaluation)))});
        addInitiatives(year.id);
        std::vector<ActivityRow> own;
        std::ranges::copy_if(activities, std::back_inserter(own), [&year](const auto& row) { return row.activity.year == year.id; });
        for (const auto& phrase : summaryOf(own))
            say("activity", {phrase});
        if (lines.size() > before)
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(before), text::message("report.year", {SchoolYear(year.startYear).paper()}));
    }

    /// The year itself, then those before it.
    std::string achievements()
    {
        const auto now = repo::yearNumber(reader, nomination.year);
        for (const auto& year : repo::yearNumbers(reader))
            if (now && year.startYear <= now->startYear() && year.startYear > now->startYear() - kYearsBack)
                addYear(year);
        return taken();
    }

    std::string honours()
    {
        auto records = repo::honoursOf(reader, nomination.subject);
        std::ranges::stable_sort(records, std::greater{}, [](const auto& record) { return record.data.year.startYear(); });
        const auto now = repo::yearNumber(reader, nomination.year);
        for (const auto& record : records) {
            // What came later, and what is asked for here, is none that was received before.
            const bool later = now && (record.data.year > *now || (record.data.year == *now && record.data.honour == nomination.honour));
            if (record.data.revokedOn || later)
                continue;
            const auto name = honourName(catalogue, record.data.honour).value_or(record.data.honour);
            const bool numbered = !record.data.decisionNumber.empty();
            const auto day = record.data.decidedOn ? documents::shortDate(*record.data.decidedOn) : std::string();
            say(!numbered ? "honour" : day.empty() ? "honour-numbered" : "honour-dated", {record.data.year.paper(), name, record.data.decisionNumber, day});
            if (numbered && !record.data.issuer.empty())
                lines.back().insert(lines.back().size() - 2, text::message("report.issuer", {record.data.issuer}));
        }
        return taken();
    }
};

Result<AchievementReport> offeredOf(SchoolFile& file, Reader& reader, NominationId id)
{
    TD_TRY(const auto row, need<Nomination>(reader, id));
    TD_TRY(const auto activities, ActivityService(file).of(row.data.subject));
    Offer offer{reader, file.rules(), row.data, activities};
    AchievementReport report;
    report.nomination = id;
    report.writtenOn = file.clock().today();
    report.about = offer.about();
    report.achievements = offer.achievements();
    report.honours = offer.honours();
    return report;
}

}

Result<AchievementReport> ReportService::report(NominationId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<AchievementReport> {
        if (auto written = repo::reportOf(reader, id))
            return std::move(written->data);
        return offeredOf(m_file, reader, id);
    });
}

Result<AchievementReport> ReportService::offered(NominationId id)
{
    return readFrom(m_file, [&](Reader& reader) { return offeredOf(m_file, reader, id); });
}

Written<Done> ReportService::write(const AchievementReport& given)
{
    return writeTo<Done>(m_file, Op::WriteReport, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto nomination, need<Nomination>(tx, given.nomination));
        TD_CHECK(checkOpen(nomination.data, NominationField::Report));
        std::vector<FieldIssue> issues;
        require(issues, given.achievements, "achievements", "report.achievements-missing");
        if (!issues.empty())
            return fail(std::move(issues));
        auto report = given;
        report.writtenOn = m_file.clock().today();
        tx.setLabel({nomination.data.name});
        if (const auto there = repo::reportOf(tx, given.nomination))
            tx.update(there->id, report);
        else
            tx.insert(report);
        return Done{};
    });
}

Written<Done> ReportService::remove(NominationId id)
{
    return writeTo<Done>(m_file, Op::RemoveReport, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto nomination, need<Nomination>(tx, id));
        TD_CHECK(checkOpen(nomination.data, NominationField::Report));
        const auto there = repo::reportOf(tx, id);
        if (!there)
            return fail(ErrorCode::NotFound, "report.none", {nomination.data.name});
        tx.setLabel({nomination.data.name});
        tx.remove<AchievementReport>(there->id);
        return Done{};
    });
}

}
