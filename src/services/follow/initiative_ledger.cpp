// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_ledger.h"

#include "domain/decision.h"
#include "domain/nomination.h"
#include "domain/people.h"
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/law/honours.h"
#include "services/law/initiative_validity.h"
#include "storage/repo/merge_repo.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

Result<std::vector<InitiativeUse>> InitiativeLedger::lines()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<InitiativeUse>> {
        std::map<SchoolYearId, SchoolYear> years;
        for (const auto& row : repo::years(reader))
            years.emplace(row.id, row.data.year);
        std::vector<InitiativeUse> all;
        const repo::Merged merged(reader);
        for (const auto& author : reader.all<InitiativeAuthor>()) {
            const auto item = reader.find<Initiative>(author.data.initiative);
            const auto person = reader.find<Person>(merged.now(author.data.person));
            if (!item || !person)
                continue;
            InitiativeUse line{item->id, person->id, item->data.title, person->data.fullName, years.at(item->data.year), item->data,
                               author.data.usedFor.empty() ? item->data.usedFor : author.data.usedFor, {}, author.data.usedBy, {}, {}};
            line.usedForName = line.usedFor.empty() ? std::string() : honourName(m_file.rules(), line.usedFor).value_or(line.usedFor);
            if (const auto nomination = line.usedBy ? reader.find<Nomination>(*line.usedBy) : std::nullopt)
                line.usedIn = years.at(nomination->data.year);
            if (const auto award = line.usedBy ? repo::awardOf(reader, *line.usedBy) : std::nullopt)
                if (const auto decision = reader.find<Decision>(award->data.decision); decision && decision->data.number.issuedOn)
                    line.decision = decision->data.outsideNumber + ", " + decision->data.number.issuedOn->vn();
            if (item->data.recognisedAt)
                line.validUntil = lastValidDay(m_file.rules(), item->data.validUntil, item->data.decidedOn);
            line.expired = line.validUntil && m_file.clock().today() > *line.validUntil;
            all.push_back(std::move(line));
        }
        std::ranges::sort(all, {}, [](const auto& line) {
            const auto name = PersonName::parse(line.author);
            return std::tuple(-line.year.startYear(), name ? name->sortKey() : line.author, line.initiative);
        });
        return all;
    });
}

Written<Done> InitiativeLedger::setUse(InitiativeId initiative, PersonId person, const std::string& honour)
{
    return writeTo<Done>(m_file, Op::UseInitiative, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto item, need<Initiative>(tx, initiative));
        if (!honour.empty() && !honourName(m_file.rules(), honour))
            return fail({{"honour", "honour.missing", {}}});
        auto rows = repo::authors(tx, initiative);
        const auto own = std::ranges::find(rows, person, [](const auto& row) { return row.data.person; });
        if (own == rows.end())
            return fail(ErrorCode::NotFound, "row.not-found");
        auto& row = *own;
        row.data.usedFor = honour;
        row.data.usedBy.reset();
        tx.update(row.id, row.data);
        tx.setLabel({item.data.title});
        return Done{};
    });
}

}
