// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/commendation_service.h"

#include "documents/template.h"
#include "rules/case.h"
#include "rules/overview.h"
#include "services/award/conferral.h"
#include "services/award/paper_effects.h"
#include "services/core/steps.h"
#include "services/law/honours.h"
#include "services/people/class_of.h"
#include "services/people/subject_name.h"
#include "storage/repo/year_numbers.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

namespace {

constexpr Ground kGrounds[] = {Ground::AnnualMerit, Ground::Exceptional, Ground::Movement};

/// A draft of awards without a meeting.
Result<Stored<Decision>> needCommendation(Reader& reader, DecisionId id)
{
    TD_TRY(auto decision, need<Decision>(reader, id));
    TD_CHECK(checkStep(decision.data.state, DecisionEvent::Edit, decision.data.title));
    if (decision.data.kind != DecisionKind::Confer || !decision.data.ground)
        return fail(ErrorCode::WrongState, "commendation.not-one", {decision.data.title});
    return decision;
}

Result<Stored<Decision>> freshDraft(SchoolFile& file, Tx& tx, const CommendationDraft& given)
{
    TD_TRY(auto decision, awardDecision(file, tx, given.year, given.ground));
    decision.title = normalised(given.title);
    const auto id = tx.insert(decision);
    return Stored<Decision>{id, 1, std::move(decision)};
}

}

Result<std::vector<CommendationChoice>> CommendationService::choices()
{
    const auto today = m_file.clock().today();
    std::vector<CommendationChoice> all;
    for (const auto& info : rules::honoursOn(m_file.rules(), today)) {
        CommendationChoice one{info.code, honourName(m_file.rules(), info.code).value_or(info.code), {}};
        std::ranges::copy_if(kGrounds, std::back_inserter(one.grounds), [&](Ground ground) {
            return rules::conferredAlone(m_file.rules(), info.code, rules::SubjectKind::Pupil, toCode(ground), today);
        });
        if (!one.grounds.empty())
            all.push_back(std::move(one));
    }
    std::ranges::reverse(all);
    return all;
}

Result<std::vector<Stored<Decision>>> CommendationService::drafts(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<Stored<Decision>>> {
        auto all = repo::decisions(reader, year);
        std::erase_if(all, [](const auto& row) { return row.data.kind != DecisionKind::Confer || !row.data.ground || row.data.state != DecisionState::Draft; });
        return all;
    });
}

Result<std::string> CommendationService::usualTitle(SchoolYearId year, const std::string& honour)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        const auto number = repo::yearNumber(reader, year);
        if (!number)
            return fail(ErrorCode::NotFound, "row.not-found");
        return documents::shippedTemplate("decision-commend").text("title", {{"honour", honourName(m_file.rules(), honour).value_or(honour)}, {"year", number->paper()}});
    });
}

Written<DecisionId> CommendationService::draft(const CommendationDraft& given)
{
    return writeTo<DecisionId>(m_file, Op::DraftDecision, [&](Tx& tx) -> Result<DecisionId> {
        const auto year = repo::yearNumber(tx, given.year);
        if (!year)
            return fail(ErrorCode::NotFound, "row.not-found");
        std::vector<FieldIssue> issues;
        require(issues, given.achievement, "achievement", "commendation.achievement-missing");
        if (!given.into)
            require(issues, given.title, "title", "decision.title-missing");
        if (given.pupils.empty())
            issues.push_back({"pupils", "commendation.nobody", {}});
        if (!given.into && !rules::conferredAlone(m_file.rules(), given.honour, rules::SubjectKind::Pupil, toCode(given.ground), m_file.clock().today()))
            issues.push_back({"honour", "commendation.not-alone",
                              {honourName(m_file.rules(), given.honour).value_or(given.honour), text::label("ground", toCode(given.ground)), m_file.clock().today().vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto decision, given.into ? needCommendation(tx, *given.into) : freshDraft(m_file, tx, given));
        auto lines = repo::lines(tx, decision.id);
        const auto honour = given.into && !lines.empty() ? lines.front().data.honour : given.honour;
        std::set<PersonId> listed;
        for (const auto& line : lines)
            if (line.data.subject.person)
                listed.insert(*line.data.subject.person);
        int seq = lines.empty() ? 0 : lines.back().data.seq;
        for (const auto pupil : given.pupils) {
            const auto subject = SubjectRef::of(pupil);
            const auto name = subjectName(tx, subject);
            const auto in = classOf(tx, given.year, pupil);
            if (in.empty())
                issues.push_back({"pupils", "commendation.no-class", {name, year->text()}});
            else if (!listed.insert(pupil).second)
                issues.push_back({"pupils", "commendation.twice", {name}});
            else if (decision.data.ground == Ground::AnnualMerit && isAwarded(tx, subject, honour, *year, Ground::AnnualMerit))
                issues.push_back({"pupils", "commendation.there", {name, honourName(m_file.rules(), honour).value_or(honour), year->text()}});
            tx.insert(DecisionLine{decision.id, ++seq, subject, name, in, honour, normalised(given.achievement), {}, {}});
        }
        if (!issues.empty())
            return fail(std::move(issues));
        tx.setLabel({decision.data.title});
        return decision.id;
    });
}

}
