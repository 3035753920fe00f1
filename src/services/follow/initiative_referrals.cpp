// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_referrals.h"

#include "domain/initiative.h"
#include "services/core/steps.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

Result<void> checkReferral(Reader& reader, const Stored<Initiative>& row, const ReferInitiatives& command, std::vector<FieldIssue>& issues)
{
    if (!row.data.recognisedAt)
        return fail(ErrorCode::WrongState, "referral.not-recognised", {row.data.title});
    if (command.level <= *row.data.recognisedAt)
        issues.push_back({"level", "referral.level", {row.data.title, text::label("recognition-level", toCode(*row.data.recognisedAt))}});
    if (row.data.decidedOn && command.sentOn < *row.data.decidedOn)
        issues.push_back({"sentOn", "referral.before-recognition", {command.sentOn.vn(), row.data.title, row.data.decidedOn->vn()}});
    for (const auto& before : repo::referrals(reader, row.id))
        if (before.data.level == command.level && before.data.state == ReferralState::Waiting)
            issues.push_back({"level", "referral.there", {row.data.title, before.data.sentOn.vn()}});
    return {};
}

Result<Stored<InitiativeReferral>> needWaiting(Reader& reader, InitiativeReferralId id)
{
    TD_TRY(auto row, need<InitiativeReferral>(reader, id));
    if (row.data.state != ReferralState::Waiting)
        return fail(ErrorCode::WrongState, "referral.answered", {row.data.sentTo});
    return row;
}

}

Written<Done> InitiativeReferrals::refer(const ReferInitiatives& command)
{
    return writeTo<Done>(m_file, Op::ReferInitiatives, [&](Tx& tx) -> Result<Done> {
        std::vector<FieldIssue> issues;
        if (command.initiatives.empty())
            issues.push_back({"initiatives", "initiative.none-chosen", {}});
        require(issues, command.sentTo, "sentTo", "referral.to-missing");
        if (command.sentOn > m_file.clock().today())
            issues.push_back({"sentOn", "referral.to-come", {command.sentOn.vn(), m_file.clock().today().vn()}});
        for (const auto& id : command.initiatives) {
            TD_TRY(const auto row, need<Initiative>(tx, id));
            TD_CHECK(checkReferral(tx, row, command, issues));
        }
        if (!issues.empty())
            return fail(std::move(issues));
        for (const auto& id : command.initiatives)
            tx.insert(InitiativeReferral{id, command.level, command.sentTo, command.sentOn});
        tx.setLabel({std::to_string(command.initiatives.size()), normalised(command.sentTo)});
        return Done{};
    });
}

Written<Done> InitiativeReferrals::refused(InitiativeReferralId id, std::optional<Date> on, const std::string& reason)
{
    return writeTo<Done>(m_file, Op::AnswerReferral, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, needWaiting(tx, id));
        TD_TRY(const auto initiative, need<Initiative>(tx, row.data.initiative));
        std::vector<FieldIssue> issues;
        if (!on)
            issues.push_back({"answeredOn", "objection.answer-day-missing", {}});
        else if (*on < row.data.sentOn)
            issues.push_back({"answeredOn", "referral.answer-early", {on->vn(), row.data.sentOn.vn()}});
        else if (*on > m_file.clock().today())
            issues.push_back({"answeredOn", "referral.to-come", {on->vn(), m_file.clock().today().vn()}});
        require(issues, reason, "answer", "referral.answer-missing");
        if (!issues.empty())
            return fail(std::move(issues));
        row.data.state = ReferralState::Refused;
        row.data.answeredOn = on;
        row.data.answer = normalised(reason);
        tx.update(id, row.data);
        tx.setLabel({initiative.data.title});
        return Done{};
    });
}

Written<Done> InitiativeReferrals::drop(InitiativeReferralId id)
{
    return writeTo<Done>(m_file, Op::DropReferral, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, needWaiting(tx, id));
        TD_TRY(const auto initiative, need<Initiative>(tx, row.data.initiative));
        tx.setLabel({initiative.data.title});
        tx.remove<InitiativeReferral>(id);
        return Done{};
    });
}

}
