// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/subject_way.h"

#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/pupil.h"
#include "domain/registration.h"
#include "domain/submission.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/verdict_text.h"
#include "services/people/people_lookup.h"
#include "storage/repo/fact_repo.h"
#include "storage/repo/pupil_repo.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

class WayReader {
public:
    WayReader(Reader& reader, const rules::Catalogue& catalogue, const SubjectRef& subject) : m_reader(reader), m_catalogue(catalogue), m_subject(subject)
    {
        for (auto& record : repo::honoursOf(reader, subject))
            m_honours[record.data.year.startYear()].push_back(std::move(record));
    }

    std::vector<WayYear> read()
    {
        std::map<int, WayYear> years;
        for (const auto& number : repo::yearNumbers(m_reader)) {
            m_lines.clear();
            m_over = number.closed;
            auto facts = factsOf(number.id);
            registered(number.id);
            nominated(number.id);
            awarded(number.startYear);
            if (!facts.empty() || !m_lines.empty())
                years.emplace(number.startYear, WayYear{SchoolYear(number.startYear), std::move(facts), ordered()});
        }
        for (const auto& [start, records] : m_honours) // received before the file has school years
            if (!records.empty() && !years.contains(start)) {
                m_lines.clear();
                awarded(start);
                years.emplace(start, WayYear{SchoolYear(start), {}, ordered()});
            }
        std::vector<WayYear> found;
        for (auto& [start, year] : years)
            found.push_back(std::move(year));
        std::ranges::reverse(found);
        return found;
    }

private:
    WayLine& line(const std::string& honour)
    {
        const auto found = std::ranges::find(m_lines, honour, &WayLine::honour);
        if (found != m_lines.end())
            return *found;
        WayLine made;
        made.honour = honour;
        made.honourName = honourName(m_catalogue, honour).value_or(honour);
        return m_lines.emplace_back(std::move(made));
    }

    std::vector<WayLine> ordered()
    {
        std::ranges::stable_sort(m_lines, {}, [this](const WayLine& one) { return honourOrder(m_catalogue, one.honour); });
        return m_lines;
    }

    std::string factsOf(SchoolYearId year)
    {
        std::vector<std::string> facts;
        const auto view = PeopleLookup(m_reader, year).view(m_subject);
        if (m_subject.person && view.assigned)
            facts.push_back(PeopleLookup::postAndUnit(view));
        if (m_subject.person)
            for (const auto& one : repo::enrolmentsOf(m_reader, *m_subject.person))
                if (const auto in = one.data.year == year && one.data.schoolClass ? m_reader.find<SchoolClass>(*one.data.schoolClass) : std::nullopt)
                    facts.push_back(text::message("next-year.class", {in->data.name}));
        if (const auto record = repo::yearRecord(m_reader, year, m_subject); record && record->data.evaluation)
            facts.push_back(text::message("way.grade", {text::label("evaluation", toCode(*record->data.evaluation))}));
        if (m_subject.person)
            for (const auto& one : repo::initiativesOf(m_reader, *m_subject.person))
                if (one.data.year == year)
                    facts.push_back(text::message(one.data.state == InitiativeState::Recognised ? "way.initiative-recognised" : "way.initiative", {one.data.title}));
        std::erase(facts, std::string());
        return join(facts, "; ");
    }

    void registered(SchoolYearId year)
    {
        for (const auto& row : repo::registrations(m_reader, year))
            if (row.data.subject == m_subject)
                for (const auto& honour : repo::honours(m_reader, row.id))
                    line(honour.data.honour).registered = row.data.registeredOn.vn() + (row.data.late ? " " + text::message("way.late") : std::string());
        for (const auto& row : repo::withdrawnRegistrations(m_reader, year))
            if (row.data.subject == m_subject)
                for (const auto& honour : repo::honours(m_reader, row.id))
                    if (auto& made = line(honour.data.honour); made.registered.empty()) {
                        made.registered = row.data.registeredOn.vn();
                        made.result = text::message("way.registration-withdrawn", {row.data.withdrawnReason.empty() ? std::string("–") : row.data.withdrawnReason});
                    }
        for (auto& one : m_lines)
            if (one.result.empty())
                one.result = text::message(m_over ? "way.not-nominated" : "way.registered");
    }

    void nominated(SchoolYearId year)
    {
        auto rows = repo::nominations(m_reader, year);
        std::erase_if(rows, [this](const auto& row) { return row.data.subject != m_subject; });
        if (rows.empty())
            return;
        const auto tallies = repo::talliesOfYear(m_reader, year);
        for (const auto& row : rows) {
            auto& one = line(row.data.honour);
            if (one.registered.empty())
                one.registered = text::message("way.not-registered");
            const auto kind = keptVerdictKind(row.data).value_or(rules::VerdictKind::Undetermined);
            one.nominated = text::label("verdict", kind == rules::VerdictKind::Eligible ? "eligible" : kind == rules::VerdictKind::Ineligible ? "ineligible" : "undetermined");
            one.won = row.data.state == NominationState::Conferred;
            one.result = text::label("nomination-state", toCode(row.data.state));
            for (const auto& tally : tallies)
                if (tally.data.line.nomination == row.id)
                    one.voted = text::message("way.votes", {twoFigures(tally.data.inFavour), twoFigures(static_cast<long long>(repo::attendance(m_reader, tally.data.meeting).size()))});
            if (!row.data.overrideReason.empty())
                one.result += " – " + text::message("way.override", {row.data.overrideReason});
            answered(year, row.id, one);
        }
    }

    /// What the level above answered, with its reason.
    void answered(SchoolYearId year, NominationId nomination, WayLine& one)
    {
        for (const auto& submission : repo::submissions(m_reader, year))
            for (const auto& asked : repo::lines(m_reader, submission.id))
                if (asked.data.nomination == nomination && !asked.data.outcomeReason.empty())
                    one.result += ": " + asked.data.outcomeReason;
    }

    void awarded(int startYear)
    {
        for (const auto& record : m_honours[startYear]) {
            auto& one = line(record.data.honour);
            one.decided = record.data.decisionNumber;
            if (record.data.decidedOn)
                one.decided += (one.decided.empty() ? "" : ", ") + record.data.decidedOn->vn();
            one.won = !record.data.revokedOn;
            if (record.data.revokedOn)
                one.result = text::message("way.revoked", {record.data.revokedOn->vn(), record.data.revokedBy});
            else
                one.result = text::message(record.data.decisionNumber.empty() ? "way.won-without-number" : record.data.decision ? "way.won" : "way.won-before");
        }
    }

    Reader& m_reader;
    const rules::Catalogue& m_catalogue;
    SubjectRef m_subject;
    std::map<int, std::vector<Stored<HonourRecord>>> m_honours;
    std::vector<WayLine> m_lines;
    bool m_over = false;       ///< the year that is read is closed
};

}

Result<std::vector<WayYear>> wayOf(SchoolFile& file, const SubjectRef& subject)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<WayYear>> { return WayReader(reader, file.rules(), subject).read(); });
}

}
