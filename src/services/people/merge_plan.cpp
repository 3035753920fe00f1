// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/merge_plan.h"

#include "base/name_keys.h"
#include "base/school_year.h"
#include "domain/collective.h"
#include "domain/council.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/nomination.h"
#include "domain/pupil.h"
#include "domain/registration.h"
#include "domain/stated_fact.h"
#include "domain/year_record.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/stated_words.h"
#include "services/people/same_person.h"
#include "storage/repo/year_numbers.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace thidua::services {

using namespace domain;

namespace {

/// Whether both tell of one award: by the year where it is given once a year, else by its decision.
bool isSameAward(const HonourRecord& one, const HonourRecord& other)
{
    return one.honour == other.honour && one.ground == other.ground && one.year == other.year
        && (one.ground == Ground::AnnualMerit || (!one.decisionNumber.empty() && one.decisionNumber == other.decisionNumber));
}

}

bool MergeView::isChosen() const
{
    return std::ranges::none_of(fields, [](const auto& field) { return field.asked && field.result.empty(); });
}

MergePlan::MergePlan(storage::Reader& reader, const rules::Catalogue& rules, Date today, PersonId kept, PersonId taken, const MergeChoices& choices)
    : m_reader(reader), m_rules(rules), m_today(today), m_choices(choices)
{
    m_view.kept = kept;
    m_view.taken = taken;
    const auto one = reader.find<Person>(kept), other = reader.find<Person>(taken);
    if (!one || !other) {
        m_view.refused = Error{ErrorCode::NotFound, "row.not-found", {}, {}, {}};
        return;
    }
    m_person = one->data;
    m_other = other->data;
    m_view.keptName = m_person.fullName;
    m_view.takenName = m_other.fullName;
    if (kept == taken)
        refuse("merge.same");
    for (const auto* person : {&m_person, &m_other})
        if (person->mergedInto)
            refuse("merge.already", {person->fullName});
    if (!m_view.refused)
        weighAll();
}

void MergePlan::weighAll()
{
    m_keptRows = repo::rowsPointingAt(m_reader, m_view.kept);
    m_takenRows = repo::rowsPointingAt(m_reader, m_view.taken);
    refuseStaffAndPupil();
    readPerson();
    posts();
    classes();
    registrations();
    yearRecords();
    nominations();
    honours();
    seats();
    authors();
    stated();
    tellers();
    activities();
    groupMembers();
    contests();
    charges();
    count();
}

void MergePlan::write(storage::Tx& tx) const
{
    for (const auto& write : m_writes)
        write(tx);
    for (const auto& row : repo::rowsPointingAt(tx, m_view.taken))
        if (!row.stays())
            tx.pointAt(row.kind, row.id, row.column, m_view.kept);
    tx.update(m_view.kept, m_person);
    auto other = m_other;
    other.mergedInto = m_view.kept;
    tx.update(m_view.taken, other);
}

void MergePlan::refuse(std::string key, std::vector<std::string> args)
{
    if (!m_view.refused)
        m_view.refused = Error{ErrorCode::WrongState, std::move(key), std::move(args), {}, {}};
}

bool MergePlan::isTakenChosen(MergeField& field)
{
    field.asked = true;
    const auto chosen = m_choices.find(field.key);
    if (chosen == m_choices.end())
        return false;
    field.result = chosen->second == MergeSide::Taken ? field.taken : field.kept;
    return chosen->second == MergeSide::Taken;
}

void MergePlan::join(const std::string& key, const std::string& place, const std::string& label, std::string& into, const std::string& other)
{
    if (other.empty() || into == other)
        return;
    MergeField field{key, place, label, into, other, into.empty() ? other : into + "\n" + other, false};
    into = field.result;
    m_view.fields.push_back(std::move(field));
}

std::string MergePlan::yearWords(SchoolYearId year)
{
    return text::message("merge.year", {yearNumber(year)});
}

std::string MergePlan::yearNumber(SchoolYearId year)
{
    const auto number = repo::yearNumber(m_reader, year);
    return number ? number->screen() : std::string();
}

std::string MergePlan::keyOf(const char* table, SchoolYearId year, const char* column)
{
    return std::string(table) + "." + std::to_string(year.value()) + "." + column;
}

void MergePlan::day(const char* column, std::optional<PartialDate>& into, const std::optional<PartialDate>& other)
{
    const auto key = std::string("person.") + column;
    if (!daysSurelySame(into, other))
        return weigh(key, {}, columnLabel(column), into, other, dayWords, true);
    // A day and its year agree: the day is kept.
    MergeField field{key, {}, columnLabel(column), dayWords(into), dayWords(other), {}, false};
    into = joinedDays(into, other);
    field.result = dayWords(into);
    m_view.fields.push_back(std::move(field));
}

void MergePlan::readPerson()
{
    auto& one = m_person;
    auto& other = m_other;
    auto name = other.fullName;
    if (nameKey(one.fullName) == nameKey(name))
        name = one.fullName; // written in another way
    weigh("person.full_name", {}, columnLabel("full_name"), one.fullName, name, asSaid, true);
    day("birth", one.birth, other.birth);
    weigh("person.gender", {}, columnLabel("gender"), one.gender, other.gender, labelled<Gender>("gender"), true);
    weigh("person.code", {}, columnLabel("code"), one.code, other.code, asSaid, true);
    day("employed_from", one.employedFrom, other.employedFrom);
    weigh("person.contract", {}, columnLabel("contract"), one.contract, other.contract, labelled<Contract>("contract"), true);
    // Who serves by one record has not left; that the other says a day is no word to be filled in.
    const auto left = [](const std::optional<Date>& day) { return day ? day->vn() : text::message("merge.serves"); };
    if (one.leftOn || other.leftOn)
        weigh("person.left_on", {}, columnLabel("left_on"), one.leftOn, other.leftOn, left, true);
    join("person.note", {}, columnLabel("note"), one.note, other.note);
}

void MergePlan::refuseStaffAndPupil()
{
    const auto years = [this]<class T>(EntityKind kind, const std::vector<repo::PointingRow>& of, const T*) {
        std::set<SchoolYearId> found;
        for (const auto& row : of)
            if (row.kind == kind && row.column == "person_id")
                if (const auto one = m_reader.find<T>(IdOf<T>(row.id)))
                    found.insert(one->data.year);
        return found;
    };
    const StaffAssignment* post = nullptr;
    const Enrolment* pupil = nullptr;
    for (const auto* pair : {&m_keptRows, &m_takenRows}) {
        const auto& other = pair == &m_keptRows ? m_takenRows : m_keptRows;
        const auto working = years(EntityKind::StaffAssignment, *pair, post);
        for (const auto year : years(EntityKind::Enrolment, other, pupil))
            if (working.contains(year))
                return refuse("merge.staff-and-pupil", {m_view.keptName, yearNumber(year)});
    }
}

void MergePlan::posts()
{
    for (auto& [one, other] : pairs<StaffAssignment>(EntityKind::StaffAssignment, [](const auto& row) { return std::optional(row.year); })) {
        auto post = one.data;
        const auto place = yearWords(post.year);
        const auto team = [this](const std::optional<CollectiveId>& id) {
            const auto row = id ? m_reader.find<Collective>(*id) : std::nullopt;
            return row ? row->data.name : std::string();
        };
        weigh(keyOf("staff_assignment", post.year, "position"), place, columnLabel("position"), post.position, other.data.position,
              [](Position value) { return text::label("position", toCode(value)); });
        weigh(keyOf("staff_assignment", post.year, "title"), place, text::message("merge.post-title"), post.title, other.data.title, asSaid);
        weigh(keyOf("staff_assignment", post.year, "team_id"), place, columnLabel("team_id"), post.team, other.data.team, team);
        m_writes.push_back([id = one.id, gone = other.id, post](storage::Tx& tx) {
            tx.update(id, post);
            tx.remove<StaffAssignment>(gone);
        });
    }
}

void MergePlan::classes()
{
    for (auto& [one, other] : pairs<Enrolment>(EntityKind::Enrolment, [](const auto& row) { return std::optional(row.year); })) {
        auto pupil = one.data;
        const auto name = [this](const std::optional<SchoolClassId>& id) {
            const auto row = id ? m_reader.find<SchoolClass>(*id) : std::nullopt;
            return row ? row->data.name : std::string();
        };
        weigh(keyOf("enrolment", pupil.year, "class_id"), yearWords(pupil.year), columnLabel("class_id"), pupil.schoolClass, other.data.schoolClass, name);
        m_writes.push_back([id = one.id, gone = other.id, pupil](storage::Tx& tx) {
            tx.update(id, pupil);
            tx.remove<Enrolment>(gone);
        });
    }
}

void MergePlan::registrations()
{
    const auto active = [](const Registration& row) { return row.state == RegistrationState::Active ? std::optional(row.year) : std::nullopt; };
    for (auto& [one, other] : pairs<Registration>(EntityKind::Registration, active)) {
        const auto words = [this](const Stored<Registration>& row) {
            std::vector<std::string> names;
            for (const auto& honour : repo::honours(m_reader, row.id))
                names.push_back(honourShortName(m_rules, honour.data.honour));
            return text::message(row.data.late ? "merge.registered-late" : "merge.registered", {std::to_string(row.data.number), row.data.registeredOn.vn(), thidua::join(names, ", ")});
        };
        MergeField field{keyOf("registration", one.data.year, "number"), yearWords(one.data.year), text::label("entity", "registration"), words(one), words(other), {}, false};
        bool taken = false;
        if (one.data.registeredOn == other.data.registeredOn && one.data.late == other.data.late)
            field.result = field.kept;
        else
            taken = isTakenChosen(field);
        m_view.fields.push_back(std::move(field));
        const auto stays = taken ? other : one;
        const auto goes = taken ? one : other;
        // One registration of the person stands; the other one is taken back in its favour, with its number and its day.
        m_writes.push_back([stays, goes, today = m_today](storage::Tx& tx) {
            auto back = goes.data;
            back.state = RegistrationState::Withdrawn;
            back.withdrawnOn = std::max(today, back.registeredOn);
            back.withdrawnReason = text::message("merge.registration-joined", {std::to_string(stays.data.number)});
            tx.update(goes.id, back);
            const auto has = repo::honours(tx, stays.id);
            for (const auto& honour : repo::honours(tx, goes.id))
                if (std::ranges::none_of(has, [&honour](const auto& row) { return row.data.honour == honour.data.honour; }))
                    tx.insert(RegistrationHonour{stays.id, honour.data.honour, honour.data.addedOn});
            for (const auto& row : repo::nominations(tx, goes.data.year))
                if (row.data.registration == goes.id && row.data.state != NominationState::Conferred)
                    if (auto kept = tx.find<Nomination>(row.id)) {
                        kept->data.registration = stays.id;
                        tx.update(kept->id, kept->data);
                    }
        });
    }
}

void MergePlan::yearRecords()
{
    for (const auto& pair : pairs<YearRecord>(EntityKind::YearRecord, [](const auto& row) { return std::optional(row.year); }))
        yearRecord(pair);
}

void MergePlan::yearRecord(const Pair<YearRecord>& pair)
{
    auto record = pair.kept.data;
    const auto& other = pair.taken.data;
    const auto place = yearWords(record.year);
    const auto key = [&](const char* column) { return keyOf("year_record", record.year, column); };
    struct Grade {
        std::optional<Evaluation> grade;
        std::optional<Date> on;
        std::string source;
    };
    const auto months = [](const std::optional<int>& number) { return number ? std::to_string(*number) : std::string(); };
    // A grade, its day and its source belong together.
    Grade grade{record.evaluation, record.evaluatedOn, record.evaluationSource};
    weigh(key("evaluation"), place, columnLabel("evaluation"), grade, Grade{other.evaluation, other.evaluatedOn, other.evaluationSource},
          [](const Grade& one) { return labelled<Evaluation>("evaluation")(one.grade); });
    record.evaluation = grade.grade;
    record.evaluatedOn = grade.on;
    record.evaluationSource = grade.source;
    weigh(key("months_worked"), place, columnLabel("months_worked"), record.monthsWorked, other.monthsWorked, months);
    weigh(key("training_months"), place, columnLabel("training_months"), record.trainingMonths, other.trainingMonths, months);
    weigh(key("training_result"), place, columnLabel("training_result"), record.trainingResult, other.trainingResult, labelled<TrainingResult>("training-result"));
    weigh(key("under_investigation"), place, columnLabel("under_investigation"), record.underInvestigation, other.underInvestigation,
          [](Known known) { return known == Known::Unknown ? std::string() : text::label("known", toCode(known)); });
    const auto cases = repo::discipline(m_reader, pair.kept.id), otherCases = repo::discipline(m_reader, pair.taken.id);
    const auto absences = repo::absences(m_reader, pair.kept.id), otherAbsences = repo::absences(m_reader, pair.taken.id);
    // That there is nothing, and what there is, cannot both be kept.
    if ((record.noDisciplineConfirmedOn && !otherCases.empty()) || (other.noDisciplineConfirmedOn && !cases.empty()))
        refuse("merge.discipline-denied", {place});
    if ((record.noAbsenceConfirmedOn && !otherAbsences.empty()) || (other.noAbsenceConfirmedOn && !absences.empty()))
        refuse("merge.absence-denied", {place});
    const auto later = [](std::optional<Date>& into, const std::optional<Date>& on) { into = std::max(into, on); };
    later(record.noDisciplineConfirmedOn, other.noDisciplineConfirmedOn);
    later(record.noAbsenceConfirmedOn, other.noAbsenceConfirmedOn);
    join(key("note"), place, columnLabel("note"), record.note, other.note);
    m_writes.push_back([id = pair.kept.id, gone = pair.taken.id, record](storage::Tx& tx) {
        const auto take = [&tx, id](const auto& own, auto theirs) {
            for (auto& row : theirs) {
                row.data.record = id;
                if (std::ranges::any_of(own, [&row](const auto& one) { return one.data == row.data; }))
                    tx.remove<std::decay_t<decltype(row.data)>>(row.id); // both tell of it
                else
                    tx.update(row.id, row.data);
            }
        };
        take(repo::discipline(tx, id), repo::discipline(tx, gone));
        take(repo::absences(tx, id), repo::absences(tx, gone));
        tx.update(id, record);
        tx.remove<YearRecord>(gone);
    });
}

void MergePlan::nominations()
{
    const auto others = rows<Nomination>(EntityKind::Nomination, false, true);
    for (const auto& one : rows<Nomination>(EntityKind::Nomination, true, true))
        for (const auto& other : others) {
            const auto out = [](const Nomination& row) { return row.state == NominationState::Withdrawn; };
            if (one.data.year != other.data.year || one.data.honour != other.data.honour || one.data.ground != other.data.ground || out(one.data) || out(other.data))
                continue;
            const auto proposed = [this](const Stored<Nomination>& row) {
                return row.data.state == NominationState::Proposed && repo::pointersAt(m_reader, EntityKind::Nomination, row.id.value()) == 0;
            };
            const auto name = honourName(m_rules, one.data.honour).value_or(one.data.honour);
            if (!proposed(one) && !proposed(other)) {
                refuse("merge.nominated-twice", {name, yearNumber(one.data.year)});
                continue;
            }
            const auto state = [](const Nomination& row) { return text::label("nomination-state", toCode(row.state)); };
            const auto& goes = proposed(other) ? other : one;
            const auto& stays = proposed(other) ? one : other;
            m_view.fields.push_back({keyOf("nomination", one.data.year, one.data.honour.c_str()), yearWords(one.data.year), text::message("merge.nomination", {name}),
                                     state(one.data), state(other.data), state(stays.data), false});
            m_writes.push_back([goes](storage::Tx& tx) {
                auto row = tx.find<Nomination>(goes.id).value();
                row.data.state = NominationState::Withdrawn;
                tx.update(goes.id, row.data);
            });
        }
}

namespace {

std::string seatWords(const CouncilMember& member)
{
    return text::label("council-role", toCode(member.role)) + (member.title.empty() ? std::string() : ", " + member.title);
}

}

void MergePlan::honours()
{
    for (const auto& one : rows<HonourRecord>(EntityKind::HonourRecord, true))
        for (const auto& other : rows<HonourRecord>(EntityKind::HonourRecord, false)) {
            if (!isSameAward(one.data, other.data))
                continue;
            const auto name = honourName(m_rules, one.data.honour).value_or(one.data.honour);
            if (one.data.decision && other.data.decision && one.data.decision != other.data.decision) {
                refuse("merge.honoured-twice", {name, one.data.year.screen(), one.data.decisionNumber, other.data.decisionNumber});
                continue;
            }
            auto record = one.data;
            const auto place = text::message("merge.honour", {name, record.year.screen()});
            const auto key = [&](const char* column) { return "honour_record." + std::to_string(one.id.value()) + "." + column; };
            // What a decision of the file says of its own award is not to be chosen.
            if (!record.decision && other.data.decision) {
                record = other.data;
                record.subject = one.data.subject;
            } else if (!record.decision) {
                weigh(key("decision_number"), place, columnLabel("decision_number"), record.decisionNumber, other.data.decisionNumber, asSaid);
                weigh(key("decided_on"), place, columnLabel("decided_on"), record.decidedOn, other.data.decidedOn, asSaidOn);
                weigh(key("issuer"), place, columnLabel("issuer"), record.issuer, other.data.issuer, asSaid);
            }
            std::pair revoked{one.data.revokedOn, one.data.revokedBy};
            weigh(key("revoked_on"), place, text::message("merge.stands"), revoked, std::pair{other.data.revokedOn, other.data.revokedBy},
                  [](const auto& taken) { return taken.first ? text::message("merge.revoked", {taken.first->vn()}) : text::message("merge.in-force"); });
            record.revokedOn = revoked.first;
            record.revokedBy = revoked.second;
            record.note = one.data.note;
            join(key("note"), place, columnLabel("note"), record.note, other.data.note);
            m_writes.push_back([id = one.id, gone = other.id, record](storage::Tx& tx) {
                tx.remove<HonourRecord>(gone);
                tx.update(id, record);
            });
        }
}

void MergePlan::seats()
{
    for (const auto& one : rows<CouncilMember>(EntityKind::CouncilMember, true, true))
        for (const auto& other : rows<CouncilMember>(EntityKind::CouncilMember, false, true)) {
            const auto council = one.data.council == other.data.council ? m_reader.find<Council>(one.data.council) : std::nullopt;
            if (!council)
                continue;
            if (council->data.state != CouncilState::Draft) {
                refuse("merge.seated-twice", {council->data.name});
                continue;
            }
            if (repo::pointersAt(m_reader, EntityKind::CouncilMember, other.id.value()) > 0) {
                refuse("merge.seat-used", {council->data.name});
                continue;
            }
            auto seat = one.data;
            weigh("council_member." + std::to_string(one.id.value()) + ".role", council->data.name, text::label("entity", "council_member"), seat, other.data, seatWords);
            seat.seq = one.data.seq;
            seat.person = one.data.person;
            m_writes.push_back([id = one.id, gone = other.id, seat](storage::Tx& tx) {
                tx.remove<CouncilMember>(gone);
                tx.update(id, seat);
            });
        }
}

void MergePlan::authors()
{
    for (const auto& [one, other] : pairs<InitiativeAuthor>(EntityKind::InitiativeAuthor, [](const auto& row) { return std::optional(row.initiative); })) {
        auto author = one.data;
        const auto work = m_reader.find<Initiative>(author.initiative);
        const auto place = work ? text::message("merge.initiative", {work->data.title}) : std::string();
        const auto key = [&, id = one.id](const char* column) { return "initiative_author." + std::to_string(id.value()) + "." + column; };
        const auto share = [](int percent) { return text::message("merge.share", {std::to_string(percent)}); };
        // Both shares are the one person's.
        author.share += other.data.share;
        m_view.fields.push_back({key("share"), place, columnLabel("share"), share(one.data.share), share(other.data.share), share(author.share), false});
        std::pair used{author.usedFor, author.usedBy};
        weigh(key("used_for"), place, columnLabel("used_for"), used, std::pair{other.data.usedFor, other.data.usedBy}, [this](const auto& by) {
            return by.first.empty() ? std::string() : honourName(m_rules, by.first).value_or(by.first);
        });
        author.usedFor = used.first;
        author.usedBy = used.second ? used.second : other.data.usedFor == used.first ? other.data.usedBy : std::nullopt;
        m_writes.push_back([id = one.id, gone = other.id, author](storage::Tx& tx) {
            tx.remove<InitiativeAuthor>(gone);
            tx.update(id, author);
        });
    }
}

void MergePlan::stated()
{
    const auto keyOf = [](const StatedFact& row) { return std::optional(std::tuple(row.fact, row.honour, row.ground, row.year.startYear())); };
    for (const auto& [one, other] : pairs<StatedFact>(EntityKind::StatedFact, keyOf)) {
        auto fact = one.data;
        const auto* spec = statedSpec(m_rules, fact.fact);
        const auto words = [spec](const StatedFact& row) { return spec != nullptr ? statedWords(*spec, row.value) : row.value; };
        weigh("stated_fact." + std::to_string(one.id.value()) + ".value", text::message("merge.year", {fact.year.screen()}), spec != nullptr ? spec->label.vi : fact.fact, fact,
              other.data, words);
        fact.subject = one.data.subject;
        m_writes.push_back([id = one.id, gone = other.id, fact](storage::Tx& tx) {
            tx.remove<StatedFact>(gone);
            tx.update(id, fact);
        });
    }
}

void MergePlan::tellers()
{
    for (const auto& [one, other] : pairs<Teller>(EntityKind::Teller, [](const auto& row) { return std::optional(row.meeting); }))
        m_writes.push_back([gone = other.id](storage::Tx& tx) { tx.remove<Teller>(gone); });
}

void MergePlan::count()
{
    for (const auto& row : m_takenRows) {
        const auto what = text::label("entity", toCode(row.kind));
        auto found = std::ranges::find(m_view.counts, what, &MergeCount::what);
        if (found == m_view.counts.end())
            found = m_view.counts.insert(found, MergeCount{what});
        ++(row.stays() ? found->stays : found->moved);
    }
}

}
