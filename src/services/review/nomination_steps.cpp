// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a nomination beside the vote: changed, sent back for correction and sent again, withdrawn.
#include "services/review/nomination_service.h"

#include "rules/catalogue.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/law/dossier_parts.h"
#include "services/law/honours.h"
#include "services/review/nomination_rows.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::vector<FieldIssue> reasonIssues(const std::string& reason)
{
    std::vector<FieldIssue> issues;
    require(issues, reason, "reason", "nomination.reason-missing");
    return issues;
}

}

bool isNominated(Reader& reader, const Nomination& one, const std::string& honour, Ground ground, std::optional<NominationId> but)
{
    const auto rows = repo::nominations(reader, one.year);
    return std::ranges::any_of(rows, [&](const auto& row) {
        return row.id != but && row.data.subject == one.subject && row.data.honour == honour && row.data.ground == ground;
    });
}

Result<std::vector<LowerHonour>> NominationService::lowerHonours(NominationId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<LowerHonour>> {
        TD_TRY(const auto row, need<Nomination>(reader, id));
        std::vector<LowerHonour> found;
        for (const auto& code : services::lowerHonours(m_file.rules(), row.data.honour, row.data.ground, row.data.applicableOn))
            if (!isNominated(reader, row.data, code, row.data.ground, std::nullopt))
                found.push_back({code, honourName(m_file.rules(), code).value_or(code)});
        return found;
    });
}

Written<Done> NominationService::edit(NominationId id, const NominationChange& change, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditNomination, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, need<Nomination>(tx, id));
        auto& data = row.data;
        TD_CHECK(checkStep(data.state, NominationEvent::Edit, data.name));
        const auto check = [&data](bool changed, NominationField field) -> Result<void> {
            if (changed && !isOpen(data, field))
                return fail(ErrorCode::WrongState, "nomination.not-to-correct", {text::label("nomination-field", toCode(field)), data.name});
            return {};
        };
        TD_CHECK(check(change.ground != data.ground, NominationField::Ground));
        TD_CHECK(check(change.applicableOn != data.applicableOn, NominationField::ApplicableOn));
        std::vector<FieldIssue> issues;
        const auto name = honourName(m_file.rules(), data.honour).value_or(data.honour);
        if (const auto fit = groundsOf(m_file.rules(), data.honour); std::ranges::find(fit, change.ground) == fit.end())
            issues.push_back({"ground", "nomination.ground-unfit", {name, text::label("ground", toCode(change.ground))}});
        else if (isNominated(tx, data, data.honour, change.ground, id))
            issues.push_back({"ground", "nomination.twice", {data.name, name}});
        if (!m_file.rules().regimeOn(change.applicableOn))
            issues.push_back({"applicableOn", "nomination.before-rules", {change.applicableOn.vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        data.ground = change.ground;
        data.applicableOn = change.applicableOn;
        tx.setLabel({data.name});
        tx.update(id, data, version);
        return Done{};
    });
}

Written<int> NominationService::withdraw(const std::vector<NominationId>& ids, const std::string& reason)
{
    return writeTo<int>(
        m_file, Op::WithdrawNomination,
        [&](Tx& tx) -> Result<int> {
            if (auto issues = reasonIssues(reason); !issues.empty())
                return fail(std::move(issues));
            std::string name;
            for (const auto id : ids) {
                TD_TRY(auto row, need<Nomination>(tx, id));
                TD_TRY(row.data.state, takeStep(row.data.state, NominationEvent::Withdraw, row.data.name));
                if (repo::loweredTo(tx, id))
                    return fail(ErrorCode::WrongState, "nomination.withdraw-lowered", {row.data.name});
                row.data.stateReason = reason;
                row.data.stateOn = m_file.clock().today();
                row.data.toCorrect.clear();
                tx.update(id, row.data);
                dropCounts(tx, row.data.year, id);
                name = row.data.name;
            }
            tx.setLabel({ids.size() == 1 ? name : text::message("opinion.about-many", {std::to_string(ids.size())})});
            return static_cast<int>(ids.size());
        },
        normalised(reason));
}

Written<Done> NominationService::sendBack(NominationId id, const std::vector<NominationField>& fields, const std::string& reason)
{
    return writeTo<Done>(
        m_file, Op::SendBackNomination,
        [&](Tx& tx) -> Result<Done> {
            TD_TRY(auto row, need<Nomination>(tx, id));
            TD_TRY(row.data.state, takeStep(row.data.state, NominationEvent::SendBack, row.data.name));
            auto issues = reasonIssues(reason);
            if (fields.empty())
                issues.push_back({"fields", "nomination.fields-missing", {}});
            if (!issues.empty())
                return fail(std::move(issues));
            if (const auto day = countedOn(tx, row.data.year, id))
                return fail(ErrorCode::WrongState, "nomination.counted", {row.data.name, day->vn()});
            row.data.stateReason = reason;
            row.data.stateOn = m_file.clock().today();
            row.data.toCorrect = codesOf(fields);
            tx.setLabel({row.data.name});
            tx.update(id, row.data);
            return Done{};
        },
        normalised(reason));
}

Written<Done> NominationService::sendAgain(NominationId id)
{
    return writeTo<Done>(m_file, Op::SendNominationAgain, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, need<Nomination>(tx, id));
        TD_TRY(row.data.state, takeStep(row.data.state, NominationEvent::SendAgain, row.data.name));
        row.data.stateReason.clear();
        row.data.stateOn.reset();
        row.data.toCorrect.clear();
        tx.setLabel({row.data.name});
        tx.update(id, row.data);
        return Done{};
    });
}

}
