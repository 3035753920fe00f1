// SPDX-License-Identifier: GPL-3.0-or-later
// The library that plans and campaigns draw on: legal texts and observances.
#include "base/symbol.h"
#include "domain/decision.h"
#include "domain/legal_text.h"
#include "domain/plan.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "rules/council_seats.h"
#include "base/school_year.h"
#include "services/attachments/attachment_service.h"
#include "services/core/internal.h"
#include "services/prepare/library.h"
#include "services/prepare/text_library.h"

#include <algorithm>
#include <regex>
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
    else if (text.inForceTo && text.inForceFrom && *text.inForceTo < *text.inForceFrom)
        issues.push_back({"inForceTo", "legal-text.ends-before-start", {text.inForceTo->vn(), text.inForceFrom->vn()}});
    if (text.inForceFrom && text.issuedOn && *text.inForceFrom < *text.issuedOn)
        issues.push_back({"inForceFrom", "legal-text.starts-early", {text.inForceFrom->vn(), text.issuedOn->vn()}});
    if (text.guidesFrom && text.guidesTo && *text.guidesTo < *text.guidesFrom)
        issues.push_back({"guidesTo", "legal-text.guides-order", {SchoolYear(*text.guidesFrom).screen(), SchoolYear(*text.guidesTo).screen()}});
    return issues;
}

std::vector<FieldIssue> validate(const Observance& observance)
{
    std::vector<FieldIssue> issues;
    require(issues, observance.name, "name", "observance.name-missing");
    // A leap year: 29/02 is a day that can be observed.
    if (!Date::of(2024, observance.month, observance.day))
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
        if constexpr (std::is_same_v<T, LegalText>)
            removeAttachments(tx, AttachmentOwner::of(id));
        tx.template remove<T>(id);
        return Done{};
    });
}

}

Result<std::vector<Stored<LegalText>>> PlanService::legalTexts()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<LegalText>>> { return repo::legalTexts(reader); });
}

namespace {

/// As it is kept: the sign in its right form.
LegalText kept(LegalText text)
{
    text.number = rightSymbol(text.number);
    return text;
}

/// Whether what stands in words for another text is this one under another spelling; one of another year may have its number.
bool namesItself(const LegalText& text, const std::string& words)
{
    const auto named = Symbol::parse(words);
    const auto own = Symbol::parse(text.number);
    if (!named || !own || lower(named->text()) != lower(own->text()))
        return false;
    static const std::regex kYear("(19|20)[0-9]{2}");
    const auto behind = named->year.empty() ? words : std::string();
    std::smatch year;
    return !std::regex_search(behind, year, kYear) || !text.issuedOn || year.str() == std::to_string(text.issuedOn->year());
}

/// A text is no successor of itself, by however many steps, and none of a younger one.
void checkSuccessor(const TextIndex& index, std::optional<LegalTextId> id, const LegalText& text, std::vector<FieldIssue>& issues)
{
    const auto* next = index.successor(text);
    if (!text.replacedById && namesItself(text, text.replacedBy))
        return issues.push_back({"replacedBy", "legal-text.replaced-by-itself", {}});
    if (!text.replacedById)
        return;
    if (id == text.replacedById || (next && lower(normalised(next->number)) == lower(normalised(text.number)) && next->issuedOn == text.issuedOn))
        return issues.push_back({"replacedById", "legal-text.replaced-by-itself", {}});
    if (next && text.issuedOn && next->issuedOn && *next->issuedOn < *text.issuedOn)
        return issues.push_back({"replacedById", "legal-text.replaced-by-older", {next->number, next->issuedOn->vn(), text.issuedOn->vn()}});
    std::set<LegalTextId> seen;
    for (auto at = text.replacedById; at && seen.insert(*at).second;) {
        const auto* one = index.find(at);
        at = one ? one->replacedById : std::nullopt;
        if (at && at == id)
            return issues.push_back({"replacedById", "legal-text.replaced-in-circle", {one->number}});
    }
}

std::vector<FieldIssue> textIssues(Reader& reader, std::optional<LegalTextId> id, const LegalText& text)
{
    auto issues = validate(text);
    const TextIndex index(repo::legalTexts(reader));
    checkSuccessor(index, id, text, issues);
    const auto same = [&](const Stored<LegalText>& other) {
        return other.id != id && lower(other.data.number) == lower(normalised(text.number)) && other.data.issuedOn == text.issuedOn
            && lower(other.data.issuer) == lower(normalised(text.issuer));
    };
    if (std::ranges::any_of(index.texts(), same))
        issues.push_back({"number", "legal-text.twice", {text.number}});
    return issues;
}

}

Written<LegalTextId> PlanService::addLegalText(const LegalText& given)
{
    return writeTo<LegalTextId>(m_file, Op::AddLegalText, [&](Tx& tx) -> Result<LegalTextId> {
        const auto text = kept(given);
        if (auto issues = textIssues(tx, std::nullopt, text); !issues.empty())
            return fail(std::move(issues));
        tx.setLabel({text.number});
        return tx.insert(text);
    });
}

namespace {

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

void draftsFollow(Tx& tx, LegalTextId id, const std::string& before, const std::string& after)
{
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

/// Drafts say what the library says, where nobody has put it in other words.
void draftsFollow(Tx& tx, LegalTextId id, const LegalText& was, const LegalText& is)
{
    if (basisWording(was) == basisWording(is))
        return;
    for (const std::string start : {"Căn cứ ", "Thực hiện "})
        draftsFollow(tx, id, start + basisWording(was), start + basisWording(is));
}

}

Written<Done> PlanService::editLegalText(LegalTextId id, const LegalText& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditLegalText, [&](Tx& tx) -> Result<Done> {
        const auto text = kept(given);
        if (auto issues = textIssues(tx, id, text); !issues.empty())
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
    auto removed = removeRow(m_file, Op::RemoveLegalText, id, &LegalText::number);
    if (!removed && removed.error().key == "row.in-use")
        return fail(ErrorCode::WrongState, "legal-text.in-use");
    return removed;
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
            text.inForceFrom = cited.from;
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
