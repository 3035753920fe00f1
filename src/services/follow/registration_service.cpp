// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/registration_service.h"

#include "domain/ground.h"
#include "domain/initiative_mark.h"
#include "domain/initiative_referral.h"
#include "domain/nomination.h"
#include "domain/school_year.h"
#include "rules/evaluator.h"
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/core/steps.h"
#include "services/follow/registration_lines.h"
#include "services/follow/registration_writing.h"
#include "services/law/honours.h"
#include "services/papers/paper_issuing.h"
#include "services/people/people_lookup.h"
#include "services/people/serving.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::vector<FieldIssue> validateDraft(const RegistrationDraft& draft, const std::vector<HonourChoice>& choices)
{
    std::vector<FieldIssue> issues;
    if (draft.subject.person.has_value() == draft.subject.collective.has_value())
        issues.push_back({"subject", "registration.subject-missing", {}});
    if (draft.honours.empty())
        issues.push_back({"honours", "registration.honour-missing", {}});
    for (const auto& honour : draft.honours) {
        const auto found = std::ranges::find(choices, honour, &HonourChoice::code);
        const bool fits = found != choices.end() && (draft.subject.person ? found->forPeople : found->forCollectives);
        if (!fits)
            issues.push_back({"honours", "registration.honour-unfit", {found == choices.end() ? honour : found->name}});
    }
    return issues;
}

struct NamedInitiative {
    std::string title, field;
    std::string honour{}; ///< what it is meant for, where that is known
};

void addInitiative(Tx& tx, SchoolYearId year, PersonId person, const NamedInitiative& named, Date today)
{
    Initiative initiative;
    initiative.year = year;
    initiative.title = named.title;
    initiative.field = named.field;
    initiative.honour = named.honour;
    initiative.registeredOn = today;
    tx.insert(InitiativeAuthor{tx.insert(initiative), person, 100});
}

/// Which of the honours registered the initiative is meant for: the first one whose conditions look at initiatives.
std::string meantFor(const rules::Catalogue& catalogue, const std::vector<std::string>& honours, Date on)
{
    for (const auto& honour : honours)
        if (rules::factsLookedAt(catalogue.model(), honour, on, rules::SubjectKind::Staff, toCode(Ground::AnnualMerit)).contains("initiatives"))
            return honour;
    return {};
}

/// The initiative named with a registration: a new one, or the one already there with another title.
void writeInitiative(const rules::Catalogue& catalogue, Tx& tx, SchoolYearId year, const RegistrationDraft& draft, Date today)
{
    if (!draft.subject.person)
        return;
    const auto title = normalised(draft.initiativeTitle);
    const auto field = normalised(draft.initiativeField);
    for (const auto& author : repo::authorsOfYear(tx, year)) {
        if (author.data.person != *draft.subject.person)
            continue;
        auto existing = tx.find<Initiative>(author.data.initiative);
        if (!existing || existing->data.state != InitiativeState::Registered)
            return;
        if (title.empty()) {
            for (const auto& other : repo::authors(tx, existing->id))
                tx.remove<InitiativeAuthor>(other.id);
            for (const auto& mark : repo::marksOf(tx, existing->id))
                tx.remove<InitiativeMark>(mark.id);
            for (const auto& referral : repo::referrals(tx, existing->id))
                tx.remove<InitiativeReferral>(referral.id);
            removeAttachments(tx, AttachmentOwner::of(existing->id));
            tx.remove<Initiative>(existing->id);
            return;
        }
        existing->data.title = title;
        existing->data.field = field;
        if (existing->data.honour.empty())
            existing->data.honour = meantFor(catalogue, draft.honours, today);
        tx.update(existing->id, existing->data);
        return;
    }
    if (title.empty())
        return;
    addInitiative(tx, year, *draft.subject.person, {title, field, meantFor(catalogue, draft.honours, today)}, today);
}

void writeHonours(Tx& tx, RegistrationId id, const std::vector<std::string>& wanted, Date today)
{
    std::set<std::string> kept;
    for (const auto& row : repo::honours(tx, id)) {
        if (std::ranges::find(wanted, row.data.honour) == wanted.end())
            tx.remove<RegistrationHonour>(row.id);
        else
            kept.insert(row.data.honour);
    }
    for (const auto& honour : wanted)
        if (kept.insert(honour).second)
            tx.insert(RegistrationHonour{id, honour, today});
}

}

std::optional<JoinedInitiative> joinInitiative(const rules::Catalogue& catalogue, Tx& tx, SchoolYearId year, const RegistrationDraft& draft, Date on)
{
    const auto title = normalised(draft.initiativeTitle);
    const auto field = normalised(draft.initiativeField);
    std::optional<Stored<Initiative>> own;
    for (const auto& author : repo::authorsOfYear(tx, year)) {
        auto row = author.data.person == *draft.subject.person ? tx.find<Initiative>(author.data.initiative) : std::nullopt;
        if (!row)
            continue;
        if (fold(row->data.title) == fold(title)) {
            if (field.empty() || row->data.field == field || row->data.state != InitiativeState::Registered)
                return std::nullopt;
            const JoinedInitiative joined{true, row->data.field, field};
            row->data.field = field;
            tx.update(row->id, row->data);
            return joined;
        }
        if (row->data.state == InitiativeState::Registered && repo::authors(tx, row->id).size() == 1)
            own = std::move(row);
    }
    if (!own) {
        addInitiative(tx, year, *draft.subject.person, {title, field, meantFor(catalogue, draft.honours, on)}, on);
        return JoinedInitiative{false, {}, title};
    }
    const JoinedInitiative joined{false, own->data.title, title};
    own->data.title = title;
    own->data.field = field.empty() ? own->data.field : field;
    tx.update(own->id, own->data);
    return joined;
}

bool joinRegistration(Tx& tx, SchoolYearId year, const RegistrationDraft& draft, const std::string& lateReason, Date today)
{
    const bool late = !lateReason.empty();
    if (auto existing = repo::activeRegistration(tx, year, draft.subject)) {
        auto wanted = draft.honours;
        std::set<std::string> before;
        for (const auto& row : repo::honours(tx, existing->id))
            before.insert(row.data.honour);
        std::erase_if(wanted, [&before](const auto& code) { return before.contains(code); });
        if (wanted.empty())
            return false;
        existing->data.late = existing->data.late || late;
        if (late)
            existing->data.lateReason = lateReason;
        tx.update(existing->id, existing->data, existing->version);
        for (const auto& honour : wanted)
            tx.insert(RegistrationHonour{existing->id, honour, today});
        return true;
    }
    Registration row;
    row.year = year;
    row.subject = draft.subject;
    row.number = repo::nextRegistrationNumber(tx, year);
    row.registeredOn = today;
    row.late = late;
    row.lateReason = lateReason;
    writeHonours(tx, tx.insert(row), draft.honours, today);
    return true;
}

namespace {

/// Who has left registers no more; what they had registered stays on record.
std::optional<FieldIssue> leftIssue(Reader& reader, SchoolYearId year, const SubjectView& view, Date today)
{
    if (!view.leftOn || *view.leftOn > listDay(reader, year, today))
        return std::nullopt;
    return FieldIssue{"subject", "registration.left", {view.name, view.leftOn->vn()}};
}

}

bool RegistrationService::isLate(const SchoolYearRow& year) const
{
    return year.registrationDeadline && m_file.clock().today() > *year.registrationDeadline;
}

Written<RegistrationId> RegistrationService::registerSubject(SchoolYearId year, const RegistrationDraft& draft)
{
    return writeTo<RegistrationId>(m_file, Op::Register, [&](Tx& tx) -> Result<RegistrationId> {
        TD_TRY(const auto yearRow, needOpenYear(tx, year));
        const auto today = m_file.clock().today();
        auto issues = validateDraft(draft, choices(today));
        const auto view = PeopleLookup(tx, year).view(draft.subject);
        if ((view.name.empty() || view.pupil) && issues.empty())
            issues.push_back({"subject", "registration.subject-missing", {}});
        if (auto left = leftIssue(tx, year, view, today))
            issues.push_back(std::move(*left));
        const auto existing = repo::activeRegistration(tx, year, draft.subject);
        if (existing)
            issues.push_back({"subject", "registration.twice", {view.name, twoFigures(existing->data.number), existing->data.registeredOn.vn()}});
        const bool late = isLate(yearRow.data);
        const auto reason = normalised(draft.lateReason);
        if (late && reason.empty())
            issues.push_back({"lateReason", "registration.late-reason", {yearRow.data.registrationDeadline->vn()}});
        if (!issues.empty())
            return fail(std::move(issues));
        tx.setLabel({view.name});
        joinRegistration(tx, year, draft, late ? reason : std::string(), today);
        writeInitiative(m_file.rules(), tx, year, draft, today);
        return repo::activeRegistration(tx, year, draft.subject)->id;
    });
}

Written<int> RegistrationService::registerAll(SchoolYearId year, const std::vector<SubjectRef>& subjects, const std::vector<std::string>& honours,
                                              const std::string& lateReason)
{
    return writeTo<int>(m_file, Op::Register, [&](Tx& tx) -> Result<int> {
        TD_TRY(const auto yearRow, needOpenYear(tx, year));
        const auto today = m_file.clock().today();
        const auto offered = choices(today);
        const PeopleLookup people(tx, year);
        const bool late = isLate(yearRow.data);
        const auto reason = normalised(lateReason);
        if (subjects.empty())
            return fail({{"subject", "registration.subject-missing", {}}});
        if (late && reason.empty())
            return fail({{"lateReason", "registration.late-reason", {yearRow.data.registrationDeadline->vn()}}});
        int changed = 0, collectives = 0;
        std::string name;
        for (const auto& subject : subjects) {
            const RegistrationDraft draft{subject, honours, {}, {}, {}};
            if (auto left = leftIssue(tx, year, people.view(subject), today))
                return fail({std::move(*left)});
            if (auto issues = validateDraft(draft, offered); !issues.empty()) {
                if (issues.front().key == "registration.honour-unfit")
                    issues.front() = {"honours", "registration.honour-unfit-for", {issues.front().args.front(), people.view(subject).name}};
                return fail(std::move(issues));
            }
            if (joinRegistration(tx, year, draft, late ? reason : std::string(), today)) {
                ++changed;
                collectives += subject.collective ? 1 : 0;
                name = people.view(subject).name;
            }
        }
        if (changed == 0)
            return fail({{"honours", "registration.nothing-new", {}}});
        tx.setLabel({changed == 1 ? name : std::to_string(changed) + (collectives == 0 ? " người" : collectives == changed ? " tập thể" : " người, tập thể")});
        return changed;
    });
}

Written<Done> RegistrationService::editRegistration(RegistrationId id, const RegistrationDraft& draft, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditRegistration, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, need<Registration>(tx, id));
        if (row.data.state != RegistrationState::Active)
            return fail(ErrorCode::WrongState, "registration.withdrawn");
        TD_TRY(const auto yearRow, needOpenYear(tx, row.data.year));
        const auto today = m_file.clock().today();
        auto checked = draft;
        checked.subject = row.data.subject;
        auto issues = validateDraft(checked, choices(today));
        std::vector<std::string> before;
        for (const auto& honour : repo::honours(tx, id))
            before.push_back(honour.data.honour);
        const bool adds = std::ranges::any_of(draft.honours, [&before](const auto& code) { return std::ranges::find(before, code) == before.end(); });
        const auto reason = normalised(draft.lateReason);
        if (adds && isLate(yearRow.data)) {
            if (reason.empty())
                issues.push_back({"lateReason", "registration.late-reason", {yearRow.data.registrationDeadline->vn()}});
            row.data.late = true;
        }
        if (adds)
            if (auto left = leftIssue(tx, row.data.year, PeopleLookup(tx, row.data.year).view(row.data.subject), today))
                issues.push_back(std::move(*left));
        if (!issues.empty())
            return fail(std::move(issues));
        if (row.data.late && !reason.empty())
            row.data.lateReason = reason;
        tx.setLabel({PeopleLookup(tx, row.data.year).view(row.data.subject).name});
        tx.update(id, row.data, version);
        writeHonours(tx, id, draft.honours, today);
        writeInitiative(m_file.rules(), tx, row.data.year, checked, today);
        return Done{};
    });
}

Written<Done> RegistrationService::withdraw(RegistrationId id, const std::string& reason)
{
    return writeTo<Done>(
        m_file, Op::WithdrawRegistration,
        [&](Tx& tx) -> Result<Done> {
            TD_TRY(auto row, need<Registration>(tx, id));
            TD_CHECK(checkStep(row.data.state, RegistrationEvent::Withdraw, std::string()));
            const auto name = PeopleLookup(tx, row.data.year).view(row.data.subject).name;
            for (const auto& nomination : repo::nominations(tx, row.data.year))
                if (nomination.data.registration == id)
                    return fail(ErrorCode::WrongState, "registration.nominated", {name});
            row.data.state = RegistrationState::Withdrawn;
            row.data.withdrawnOn = m_file.clock().today();
            row.data.withdrawnReason = normalised(reason);
            tx.setLabel({name});
            tx.update(id, row.data);
            return Done{};
        },
        normalised(reason));
}

Written<RegistrationListId> RegistrationService::handIn(SchoolYearId year, const std::string& handedTo)
{
    return writeTo<RegistrationListId>(m_file, Op::HandInRegistrations, [&](Tx& tx) -> Result<RegistrationListId> {
        auto lines = registrationLines(tx, m_file.rules(), year, m_file.clock().today());
        if (std::ranges::none_of(lines, [](const auto& line) { return !line.titles.empty() || !line.forms.empty(); }))
            return fail(ErrorCode::WrongState, "registration.nothing-to-hand-in");
        const auto to = normalised(handedTo);
        if (to.empty())
            return fail({{"handedTo", "registration.hand-in-to", {}}});
        tx.setLabel({to});
        const auto id = tx.insert(RegistrationList{year, m_file.clock().today(), to});
        for (auto& line : lines) {
            line.list = id;
            tx.insert(line);
        }
        TD_CHECK(keepIssued(m_file, tx, PaperKind::RegistrationList, id.value()));
        return id;
    });
}

}
