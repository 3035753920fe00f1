// SPDX-License-Identifier: GPL-3.0-or-later
// What two records of one person both say beside their school years: honours, seats, initiatives, stated facts.
#include "services/people/merge_plan.h"

#include "domain/council.h"
#include "domain/honour.h"
#include "domain/initiative.h"
#include "domain/meeting.h"
#include "domain/stated_fact.h"
#include "rules/model.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/stated_words.h"

#include <algorithm>
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
        const auto* spec = m_rules.model().facts.find(fact.fact);
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
