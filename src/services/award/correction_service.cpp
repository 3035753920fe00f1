// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/correction_service.h"

#include "domain/campaign.h"
#include "domain/decision.h"
#include "domain/letter.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "domain/submission.h"
#include "rules/council_law.h"
#include "services/award/paper_effects.h"
#include "services/award/replacement_drafts.h"
#include "services/core/steps.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/papers/paper_registry.h"
#include "storage/repo/paper_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// Whether a paper of that kind can be taken back and replaced at all; lists and minutes can only be put right by a letter.
bool isRevocable(PaperKind kind)
{
    return kind == PaperKind::Plan || kind == PaperKind::Campaign || kind == PaperKind::Decision || kind == PaperKind::Submission || kind == PaperKind::Letter;
}

Result<void> mayRevoke(Reader& reader, const IssuedPaper& paper)
{
    if (!paper.inForce)
        return fail(ErrorCode::WrongState, "correction.not-in-force", {paper.named()});
    if (paper.kind == PaperKind::Decision) {
        TD_TRY(const auto row, need<Decision>(reader, DecisionId(paper.row)));
        return mayTakeBack(reader, row);
    }
    if (paper.kind == PaperKind::Submission) {
        TD_TRY(const auto row, need<Submission>(reader, SubmissionId(paper.row)));
        TD_CHECK(mayTakeBack(reader, row));
        return checkStep(row.data.state, SubmissionEvent::Revoke, paper.named());
    }
    return {};
}

Result<void> mayReplace(Reader& reader, const IssuedPaper& paper)
{
    if (!paper.inForce)
        return fail(ErrorCode::WrongState, "correction.not-in-force", {paper.named()});
    if (paper.kind == PaperKind::Letter)
        return fail(ErrorCode::WrongState, "letter.not-replaced", {paper.named()});
    if (paper.kind == PaperKind::Decision) {
        TD_TRY(const auto row, need<Decision>(reader, DecisionId(paper.row)));
        if (row.data.kind == DecisionKind::EstablishCouncil)
            return fail(ErrorCode::WrongState, "correction.council-anew", {paper.named()});
    }
    if (paper.kind == PaperKind::Submission) {
        TD_TRY(const auto row, need<Submission>(reader, SubmissionId(paper.row)));
        TD_CHECK(mayTakeBack(reader, row));
    }
    if (const auto draft = replacementOf(reader, paper.kind, paper.row))
        return fail(ErrorCode::WrongState, "correction.replacement-drafted", {paper.named()});
    return {};
}

/// What the issuing of a revocation does to the other paper and to what rested on it.
Result<void> revoke(Tx& tx, const IssuedPaper& paper, const TakenBack& how)
{
    TD_CHECK(mayRevoke(tx, paper));
    if (paper.kind == PaperKind::Plan) {
        TD_TRY(auto row, need<Plan>(tx, PlanId(paper.row)));
        TD_TRY(row.data.state, takeStep(row.data.state, PlanEvent::Revoke, paper.named()));
        tx.update(row.id, row.data);
    } else if (paper.kind == PaperKind::Campaign) {
        TD_TRY(auto row, need<Campaign>(tx, CampaignId(paper.row)));
        TD_TRY(row.data.state, takeStep(row.data.state, CampaignEvent::Revoke, paper.named()));
        tx.update(row.id, row.data);
    } else if (paper.kind == PaperKind::Decision) {
        TD_TRY(auto row, need<Decision>(tx, DecisionId(paper.row)));
        TD_CHECK(takeBack(tx, row, how));
        TD_TRY(row.data.state, takeStep(row.data.state, DecisionEvent::Revoke, paper.named()));
        tx.update(row.id, row.data);
    } else if (paper.kind == PaperKind::Letter) {
        TD_TRY(auto row, need<Letter>(tx, LetterId(paper.row)));
        TD_TRY(row.data.state, takeStep(row.data.state, LetterEvent::Revoke, paper.named()));
        tx.update(row.id, row.data);
    } else if (paper.kind == PaperKind::Submission) {
        TD_TRY(auto row, need<Submission>(tx, SubmissionId(paper.row)));
        TD_CHECK(takeBack(tx, row));
        TD_TRY(row.data.state, takeStep(row.data.state, SubmissionEvent::Revoke, paper.named()));
        tx.update(row.id, row.data);
    } else {
        return fail(ErrorCode::WrongState, "correction.only-letter", {paper.named()});
    }
    return {};
}

Result<IssuedPaper> aboutOf(Reader& reader, const Correction& draft)
{
    const auto kind = paperKindFromCode(draft.paper);
    if (!kind)
        return fail(ErrorCode::NotFound, "row.not-found");
    return issuedPaper(reader, *kind, draft.row.value());
}

std::vector<FieldIssue> issuesOf(const Correction& draft, const IssuePaper& paper, const IssuedPaper& about)
{
    std::vector<FieldIssue> issues;
    require(issues, draft.title, "title", "decision.title-missing");
    if (tidyLines(draft.content).empty())
        issues.push_back({"content", draft.kind == CorrectionKind::Correct ? "correction.content-missing" : "correction.reason-missing", {}});
    if (paper.issuedOn && about.number.issuedOn && *paper.issuedOn < *about.number.issuedOn)
        issues.push_back({"issuedOn", "correction.too-early", {about.named(), about.number.issuedOn->vn()}});
    return issues;
}

documents::Fields fieldsOf(const IssuedPaper& about)
{
    return {{"kind", about.kindName}, {"number", about.number.text()}, {"day", about.number.issuedOn ? about.number.issuedOn->words() : std::string()}};
}

/// To whom the old paper went, without the lines that speak of the paper itself.
std::vector<PaperRecipient> receivers(const IssuedPaper& about)
{
    const auto& words = documents::shippedTemplate("correction");
    std::vector<std::string> lines = about.addressees;
    for (const auto& line : about.recipients) {
        const auto own = words.lines("recipients.own");
        if (std::ranges::none_of(own, [&line](const auto& begin) { return line.starts_with(begin); }))
            lines.push_back(line);
    }
    if (lines.empty())
        lines = words.lines("general");
    lines.push_back(documents::shippedTemplate("common").text("filed"));
    std::vector<PaperRecipient> recipients;
    for (const auto& line : lines)
        fromLine(line, recipients.emplace_back());
    return recipients;
}

template <class Row>
void noteReplaced(Reader& reader, PaperKind kind, std::int64_t row, std::vector<PaperNote>& notes)
{
    for (const auto& other : repo::replacing(reader, IdOf<Row>(row))) {
        const bool issued = other.data.number.number.has_value();
        notes.push_back({text::message(issued ? "correction.note-replaced" : "correction.note-replacing",
                                       {issued ? text::label("paper-kind", toCode(kind)) + " số " + other.data.number.text() + " " + other.data.number.issuedOn->words()
                                               : std::string()}),
                         kind, other.id.value()});
    }
    const auto own = reader.find<Row>(IdOf<Row>(row));
    if (own && own->data.replaces)
        if (const auto old = reader.find<Row>(*own->data.replaces))
            notes.push_back({text::message("correction.note-replaces", {text::label("paper-kind", toCode(kind)) + " số " + old->data.number.text()
                                                                        + (old->data.number.issuedOn ? " " + old->data.number.issuedOn->words() : std::string())}),
                             kind, old->id.value()});
}

}

Result<CorrectionChoices> CorrectionService::choices(PaperKind kind, std::int64_t row)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<CorrectionChoices> {
        TD_TRY(const auto paper, issuedPaper(reader, kind, row));
        CorrectionChoices choices;
        choices.correct = paper.issued;
        if (!paper.issued || !isRevocable(kind))
            return choices;
        const auto sentence = [](const Result<void>& refused) { return refused ? std::string() : text::message(refused.error().key, refused.error().args); };
        const auto revocable = mayRevoke(reader, paper), replaceable = mayReplace(reader, paper);
        choices.revoke = revocable.has_value();
        choices.replace = replaceable.has_value();
        choices.whyNotRevoke = sentence(revocable);
        choices.whyNotReplace = sentence(replaceable);
        return choices;
    });
}

Result<Correction> CorrectionService::proposed(CorrectionKind what, PaperKind kind, std::int64_t row)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<Correction> {
        TD_TRY(const auto about, issuedPaper(reader, kind, row));
        TD_TRY(const auto school, needSchool(reader));
        Correction draft;
        draft.kind = what;
        draft.year = about.year;
        draft.paper = toCode(kind);
        draft.row = RowId(row);
        draft.title = documents::shippedTemplate("correction").text(what == CorrectionKind::Correct ? "subject.correct" : "subject.revoke", fieldsOf(about));
        draft.recipients = receivers(about);
        if (what == CorrectionKind::Revoke && about.ofHead)
            for (auto& wording : rules::paperBasesOn(m_file.rules(), toCode(DecisionKind::Confer), m_file.clock().today(), toCode(school.data.level)))
                draft.bases.push_back({std::nullopt, std::move(wording)});
        return draft;
    });
}

Result<std::string> CorrectionService::symbol(const Correction& draft)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto about, aboutOf(reader, draft));
        TD_TRY(const auto school, needSchool(reader));
        return correctionSymbol(draft.kind, about, school.data.documentSymbol);
    });
}

Result<documents::Document> CorrectionService::preview(const Correction& draft)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<documents::Document> {
        PaperSource source{m_file, reader, draft.year.value_or(SchoolYearId(0))};
        TD_CHECK(source.read());
        return correctionPaper(source, draft);
    });
}

Written<CorrectionId> CorrectionService::issue(const Correction& draft, const IssuePaper& paper)
{
    const auto op = draft.kind == CorrectionKind::Correct ? Op::CorrectPaper : Op::RevokePaper;
    return writeTo<CorrectionId>(m_file, op, [&](Tx& tx) -> Result<CorrectionId> {
        TD_TRY(const auto about, aboutOf(tx, draft));
        if (!about.issued)
            return fail(ErrorCode::WrongState, "correction.not-issued", {about.named()});
        if (auto issues = issuesOf(draft, paper, about); !issues.empty())
            return fail(std::move(issues));
        TD_TRY(const auto school, needSchool(tx));
        auto row = draft;
        row.year = about.year;
        if (paper.issuedOn)
            row.bases = basesFollowed(m_file, toCode(DecisionKind::Confer), row.bases, *paper.issuedOn);
        TD_CHECK(fillHead(tx, row, correctionSymbol(draft.kind, about, school.data.documentSymbol), paper, schoolSigner(tx, school.data)));
        if (draft.kind == CorrectionKind::Revoke)
            TD_CHECK(revoke(tx, about, {*row.number.issuedOn, text::label("paper-kind", toCode(PaperKind::Decision)) + " số " + row.number.text()}));
        // Last, so that an undo takes it away first: until then it keeps what it took back.
        const auto id = tx.insert(row);
        TD_CHECK(keepIssued(m_file, tx, PaperKind::Correction, id.value()));
        tx.setLabel({row.number.text()});
        return id;
    });
}

Written<std::int64_t> CorrectionService::draftReplacement(PaperKind kind, std::int64_t row)
{
    return writeTo<std::int64_t>(m_file, Op::DraftReplacement, [&](Tx& tx) -> Result<std::int64_t> {
        TD_TRY(const auto about, issuedPaper(tx, kind, row));
        if (!isRevocable(kind))
            return fail(ErrorCode::WrongState, "correction.only-letter", {about.named()});
        TD_CHECK(mayReplace(tx, about));
        tx.setLabel({about.named()});
        return copyForReplacement(tx, about);
    });
}

Result<std::vector<DecisionDetail>> CorrectionService::revocations(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<DecisionDetail>> {
        std::vector<DecisionDetail> details;
        TD_TRY(const auto school, needSchool(reader));
        for (const auto& row : repo::allCorrections(reader)) {
            if (row.data.kind != CorrectionKind::Revoke || row.data.year != year)
                continue;
            TD_TRY(const auto about, aboutOf(reader, row.data));
            if (!about.ofHead)
                continue;
            DecisionDetail detail{DecisionId(-row.id.value()), row.version, {}, {}, {}, row.data.number.text(), row.id};
            static_cast<PaperHead&>(detail.decision) = row.data;
            detail.decision.year = year;
            detail.decision.title = row.data.title;
            detail.decision.issuer = documents::shippedTemplate("common").text("by-head", {{"school", school.data.name}});
            detail.decision.bases = row.data.bases;
            detail.decision.articles = row.data.content;
            detail.decision.recipients = row.data.recipients;
            detail.decision.state = DecisionState::Issued;
            details.push_back(std::move(detail));
        }
        return details;
    });
}

Result<std::vector<PaperNote>> CorrectionService::notes(PaperKind kind, std::int64_t row)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<PaperNote>> {
        std::vector<PaperNote> notes;
        for (const auto& correction : repo::corrections(reader, std::string(toCode(kind)), row)) {
            const auto& number = correction.data.number;
            TD_TRY(const auto own, issuedPaper(reader, PaperKind::Correction, correction.id.value()));
            notes.push_back({text::message(correction.data.kind == CorrectionKind::Correct ? "correction.note-corrected" : "correction.note-revoked",
                                           {number.text(), number.issuedOn ? number.issuedOn->words() : std::string(), own.kindName}),
                             PaperKind::Correction, correction.id.value()});
        }
        if (kind == PaperKind::Plan)
            noteReplaced<Plan>(reader, kind, row, notes);
        else if (kind == PaperKind::Campaign)
            noteReplaced<Campaign>(reader, kind, row, notes);
        else if (kind == PaperKind::Decision)
            noteReplaced<Decision>(reader, kind, row, notes);
        else if (kind == PaperKind::Submission)
            noteReplaced<Submission>(reader, kind, row, notes);
        return notes;
    });
}

}
