// SPDX-License-Identifier: GPL-3.0-or-later
// The library that plans and campaigns draw on: legal texts and observances.
#include "domain/decision.h"
#include "domain/legal_text.h"
#include "domain/plan.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "rules/council_seats.h"
#include "services/core/internal.h"
#include "services/prepare/library.h"

#include <algorithm>
#include <set>

namespace thidua::services {

using namespace domain;

std::vector<FieldIssue> validate(const LegalText& text)
{
    std::vector<FieldIssue> issues;
    require(issues, text.kind, "kind", "legal-text.kind-missing");
    require(issues, text.number, "number", "legal-text.number-missing");
    if (text.inForceTo && text.issuedOn && *text.inForceTo < *text.issuedOn)
        issues.push_back({"inForceTo", "legal-text.ends-early", {text.inForceTo->vn(), text.issuedOn->vn()}});
    return issues;
}

std::vector<FieldIssue> validate(const Observance& observance)
{
    std::vector<FieldIssue> issues;
    require(issues, observance.name, "name", "observance.name-missing");
    // A leap year: 29/02 is a day that can be observed.
    const auto day = Date::parse(std::to_string(observance.day) + "/" + std::to_string(observance.month) + "/2024");
    if (!day)
        issues.push_back({"day", "observance.no-such-day", {std::to_string(observance.day) + "/" + std::to_string(observance.month)}});
    if (observance.kind == ObservanceKind::Once && !observance.onlyYear)
        issues.push_back({"onlyYear", "observance.year-missing", {}});
    return issues;
}

namespace {

/// Add, edit and remove are alike for everything in the library.
template <class T>
Written<IdOf<T>> addRow(SchoolFile& file, Op op, T row, const std::string& label)
{
    return writeTo<IdOf<T>>(file, op, [&](Tx& tx) -> Result<IdOf<T>> {
        if (auto issues = validate(row); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({label});
        return tx.insert(row);
    });
}

template <class T>
Written<Done> editRow(SchoolFile& file, Op op, IdOf<T> id, T row, RowVersion version, const std::string& label)
{
    return writeTo<Done>(file, op, [&](Tx& tx) -> Result<Done> {
        if (auto issues = validate(row); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({label});
        tx.update(id, row, version);
        return Done{};
    });
}

template <class T>
Written<Done> removeRow(SchoolFile& file, Op op, IdOf<T> id, std::string T::*name)
{
    return writeTo<Done>(file, op, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<T>(tx, id));
        tx.setLabel({row.data.*name});
        tx.template remove<T>(id);
        return Done{};
    });
}

}

Result<std::vector<Stored<LegalText>>> PlanService::legalTexts()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<LegalText>>> { return repo::legalTexts(reader); });
}

Written<LegalTextId> PlanService::addLegalText(const LegalText& text)
{
    return addRow(m_file, Op::AddLegalText, text, text.number);
}

namespace {

/// How a line that rests on a text of the library begins.
std::string basisOf(const LegalText& text)
{
    return "Căn cứ " + basisWording(text);
}

bool isOpen(Reader& reader, const std::optional<SchoolYearId>& year)
{
    const auto row = year ? reader.find<SchoolYearRow>(*year) : std::nullopt;
    return !row || row->data.state == YearState::Open;
}

/// A list of bases in which the text stands as the library had it.
bool follow(std::vector<PaperBasis>& bases, const std::string& before, const std::string& after)
{
    bool changed = false;
    for (auto& basis : bases)
        if (basis.wording == before) {
            basis.wording = after;
            changed = true;
        }
    return changed;
}

/// Drafts say what the library says, where nobody has put it in other words.
void draftsFollow(Tx& tx, LegalTextId id, const LegalText& was, const LegalText& is)
{
    const auto before = basisOf(was), after = basisOf(is);
    if (before == after)
        return;
    for (const auto& plan : repo::plans(tx))
        if (plan.data.state == PlanState::Draft && isOpen(tx, plan.data.year))
            for (auto& basis : repo::bases(tx, plan.id))
                if (basis.data.legalText == id && basis.data.wording == before) {
                    basis.data.wording = after;
                    tx.update(basis.id, basis.data);
                }
    for (const auto& year : repo::years(tx)) {
        if (year.data.state != YearState::Open)
            continue;
        for (auto& row : repo::decisions(tx, year.id))
            if (row.data.state == DecisionState::Draft && follow(row.data.bases, before, after))
                tx.update(row.id, row.data);
        for (auto& row : repo::submissions(tx, year.id))
            if (row.data.state == SubmissionState::Draft && follow(row.data.bases, before, after))
                tx.update(row.id, row.data);
    }
}

}

Written<Done> PlanService::editLegalText(LegalTextId id, const LegalText& text, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditLegalText, [&](Tx& tx) -> Result<Done> {
        if (auto issues = validate(text); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto before, need<LegalText>(tx, id));
        tx.setLabel({text.number});
        tx.update(id, text, version);
        draftsFollow(tx, id, before.data, text);
        return Done{};
    });
}

Written<Done> PlanService::removeLegalText(LegalTextId id)
{
    return removeRow(m_file, Op::RemoveLegalText, id, &LegalText::number);
}

Result<std::vector<Stored<Observance>>> PlanService::observances()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<Observance>>> { return repo::observances(reader); });
}

Written<ObservanceId> PlanService::addObservance(const Observance& observance)
{
    return addRow(m_file, Op::AddObservance, observance, observance.name);
}

Written<Done> PlanService::editObservance(ObservanceId id, const Observance& observance, RowVersion version)
{
    return editRow(m_file, Op::EditObservance, id, observance, version, observance.name);
}

Written<Done> PlanService::removeObservance(ObservanceId id)
{
    return removeRow(m_file, Op::RemoveObservance, id, &Observance::name);
}

Result<std::vector<ReadyText>> readyTexts(SchoolFile& file)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<ReadyText>> {
        std::set<std::string> known;
        for (const auto& text : repo::legalTexts(reader))
            known.insert(lower(normalised(text.data.number)));
        std::vector<ReadyText> ready;
        for (const auto& cited : rules::citedTexts(file.rules())) {
            if (known.contains(lower(cited.number)))
                continue;
            LegalText text;
            text.kind = cited.kind;
            text.number = cited.number;
            text.issuer = cited.issuer;
            text.issuedOn = cited.issuedOn;
            text.subject = cited.subject;
            text.inForceTo = cited.to;
            text.replacedBy = cited.replacedBy;
            ready.push_back({std::move(text), cited.certain});
        }
        return ready;
    });
}

bool citesExpired(const SchoolFile& file, const std::string& wording)
{
    const Date today = file.clock().today();
    const auto texts = rules::citedTexts(file.rules());
    return std::ranges::any_of(texts, [&](const rules::CitedText& text) {
        return text.to && *text.to < today && !text.number.empty() && wording.find(text.number) != std::string::npos;
    });
}

}
