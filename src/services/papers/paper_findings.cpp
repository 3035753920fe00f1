// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_findings.h"

#include "base/symbol.h"
#include "documents/compose.h"
#include "documents/template.h"
#include "domain/correction.h"
#include "domain/decision.h"
#include "domain/legal_text.h"
#include "domain/plan.h"
#include "domain/school.h"
#include "rules/council_seats.h"
#include "rules/paper_bases.h"
#include "services/core/internal.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_issuing.h"
#include "services/prepare/text_library.h"
#include "storage/repo/paper_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <regex>

namespace thidua::services {

using namespace domain;

namespace {

/// A text that a line may rest on, of the library or of the rules.
struct KnownText {
    std::string number;
    std::optional<Date> issuedOn, to;
    std::string replacedBy;
    std::optional<Date> from{}; ///< as the library says
};

std::vector<KnownText> knownTexts(SchoolFile& file, Reader& reader)
{
    std::vector<KnownText> texts;
    const TextIndex library(repo::legalTexts(reader));
    for (const auto& text : library.texts())
        texts.push_back({text.data.number, text.data.issuedOn, lastDay(text.data, library.successor(text.data)), library.successorName(text.data), text.data.inForceFrom});
    for (const auto& text : rules::citedTexts(file.rules())) {
        const auto own = std::ranges::find(texts, text.number, &KnownText::number);
        if (own == texts.end())
            texts.push_back({text.number, text.issuedOn, text.to, text.replacedBy});
        else if (!own->to) // what the library does not say, the rules may
            *own = {text.number, own->issuedOn ? own->issuedOn : text.issuedOn, text.to, own->replacedBy.empty() ? text.replacedBy : own->replacedBy, own->from};
    }
    return texts;
}

std::string lawNote(const KnownText& text, Date on)
{
    if (text.issuedOn && *text.issuedOn > on)
        return text::message("paper.warn-later-basis", {text.number, text.issuedOn->vn(), on.vn()});
    if (text.from && *text.from > on)
        return text::message("paper.warn-early-basis", {text.number, text.from->vn(), on.vn()});
    if (!text.to || *text.to >= on)
        return {};
    return text.replacedBy.empty() ? text::message("paper.warn-expired-basis-alone", {text.number, text.to->vn()})
                                   : text::message("paper.warn-expired-basis", {text.number, text.to->vn(), text.replacedBy});
}

/// One of the school's own papers that another took the place of, or that was taken back.
struct OverPaper {
    std::string number, name, replacedBy;
    std::optional<Date> since; ///< before that day it stood
};

template <class Row>
void addOver(Reader& reader, const std::string& paper, std::vector<OverPaper>& over)
{
    for (const auto& row : reader.all<Row>("WHERE state IN ('revoked', 'replaced') AND number IS NOT NULL", {})) {
        const auto next = repo::replacedBy(reader, paper, row.id.value());
        auto number = row.data.number;
        number.issuedOn.reset();
        auto since = next ? next->issuedOn : std::nullopt;
        for (const auto& correction : repo::corrections(reader, paper, row.id.value()))
            if (!since && correction.data.kind == CorrectionKind::Revoke)
                since = correction.data.number.issuedOn;
        over.push_back({number.text(), referenceTo(text::label("paper-kind", paper), number), next ? next->text() : std::string(), since});
    }
}

std::vector<OverPaper> overPapers(Reader& reader)
{
    std::vector<OverPaper> over;
    addOver<Plan>(reader, "plan", over);
    addOver<Decision>(reader, "decision", over);
    return over;
}

std::string ownNote(const OverPaper& paper)
{
    return paper.replacedBy.empty() ? text::message("paper.warn-revoked-own", {paper.name}) : text::message("paper.warn-replaced-own", {paper.name, paper.replacedBy});
}

}

std::vector<BasisNote> basisNotes(SchoolFile& file, const std::vector<std::string>& lines, Date on)
{
    std::vector<BasisNote> notes;
    const auto read = readFrom(file, [&](Reader& reader) -> Result<void> {
        const auto texts = knownTexts(file, reader);
        const auto over = overPapers(reader);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const auto& known : texts)
                if (speaksOf(lines[i], known.number))
                    if (auto note = lawNote(known, on); !note.empty())
                        notes.push_back({i, std::move(note)});
            for (const auto& paper : over)
                if (speaksOf(lines[i], paper.number) && (!paper.since || *paper.since <= on))
                    notes.push_back({i, ownNote(paper)});
        }
        return {};
    });
    return read ? notes : std::vector<BasisNote>();
}

std::vector<BasisNote> basisDoubtNotes(SchoolFile& file, const std::vector<std::string>& lines, Date on)
{
    std::vector<BasisNote> notes;
    const auto school = readFrom(file, [](Reader& reader) { return needSchool(reader); });
    if (!school)
        return notes;
    std::vector<std::string> plain;
    for (const auto& line : lines)
        plain.push_back(documents::withoutStop(line));
    for (const auto& doubt : rules::basisDoubts(file.rules(), toCode(school->data.level), plain, on)) {
        const auto named = [&doubt](const std::string& line) { return speaksOf(line, doubt.name.substr(doubt.name.rfind(' ') + 1)); };
        if (doubt.line)
            notes.push_back({*doubt.line, text::message("paper.warn-unchecked-basis", {doubt.name})});
        else if (std::ranges::none_of(lines, named))
            notes.push_back({lines.size(), text::message("paper.warn-missing-basis", {doubt.name, doubt.since.vn()})});
    }
    return notes;
}

std::vector<PaperBasis> basesFollowed(SchoolFile& file, std::string_view paper, const std::vector<PaperBasis>& bases, Date on)
{
    const auto school = readFrom(file, [](Reader& reader) { return needSchool(reader); });
    if (!school)
        return bases;
    std::vector<PaperBasis> followed;
    for (const auto& line : rules::basesFollowed(file.rules(), paper, toCode(school->data.level), linesOf(bases), on)) {
        const auto same = std::ranges::find(bases, line, &PaperBasis::wording);
        followed.push_back(same == bases.end() ? PaperBasis{std::nullopt, line} : *same);
    }
    return followed;
}

std::string basesFollowed(SchoolFile& file, std::string_view paper, const std::string& lines, Date on)
{
    std::vector<PaperBasis> bases;
    splitLines(lines, bases);
    return joinedLines(basesFollowed(file, paper, bases, on));
}

namespace {

/// The words of a paper in which a body is named as one that exists; bases and lists speak of the past as well.
std::vector<std::string> presentWords(const documents::Document& document)
{
    std::vector<std::string> words;
    const auto addAll = [&words](const std::vector<std::string>& lines) { words.insert(words.end(), lines.begin(), lines.end()); };
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            std::visit(documents::Overload{[&](const documents::OfficialHead& head) { addAll(head.superior); },
                                           [&](const documents::Addressees& to) { addAll(to.names); },
                                           [&](const documents::Paragraph& text) { words.push_back(documents::plainText(text.runs)); },
                                           [&](const documents::Article& article) { words.push_back(documents::plainText(article.text)); },
                                           [&](const documents::Signature& foot) { addAll(foot.recipients); },
                                           [](const auto&) {}},
                       block);
    return words;
}

}

std::vector<std::string> bodiesGone(const documents::Document& document, Date on)
{
    const auto words = presentWords(document);
    std::vector<std::string> notes;
    for (const auto& line : documents::shippedTemplate("common").lines("bodies.gone")) {
        const auto parts = split(line, '|'); // the first day without them, why, and how they are called
        const auto from = Date::fromIso(parts.front());
        if (!from || on < *from || parts.size() < 3)
            continue;
        for (auto name = parts.begin() + 2; name != parts.end(); ++name)
            if (std::ranges::any_of(words, [key = lower(*name)](const auto& text) { return lower(text).find(key) != std::string::npos; }))
                notes.push_back(text::message("paper.warn-body-gone", {*name, on.vn(), parts[1]}));
    }
    return notes;
}

namespace {

/// A plan that asks for something by a day which has passed when it is issued.
std::string deadlineNote(const documents::Document& document, Date on)
{
    const auto& words = documents::shippedTemplate("plan");
    const std::regex asked("(" + join(words.lines("deadline.words"), "|") + ")[^.;\\n]{0,80}?([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})");
    bool plan = false;
    std::optional<Date> earliest;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks) {
            if (const auto* title = std::get_if<documents::TitleBlock>(&block))
                plan = plan || title->type == words.text("type");
            const auto* paragraph = std::get_if<documents::Paragraph>(&block);
            const auto text = paragraph ? documents::plainText(paragraph->runs) : std::string();
            for (auto match = std::sregex_iterator(text.begin(), text.end(), asked); match != std::sregex_iterator(); ++match)
                if (const auto day = Date::parse((*match)[2].str()); day && *day < on)
                    earliest = std::min(earliest.value_or(*day), *day);
        }
    return plan && earliest ? text::message("paper.warn-after-deadline", {on.vn(), earliest->vn()}) : std::string();
}

}

std::vector<std::string> paperNotes(SchoolFile& file, const documents::Document& document, Date on)
{
    std::vector<std::string> notes;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const auto* basis = std::get_if<documents::Basis>(&block))
                for (const auto& find : {basisNotes, basisDoubtNotes})
                    for (auto& note : find(file, basis->lines, on))
                        notes.push_back(std::move(note.text));
    std::ranges::move(bodiesGone(document, on), std::back_inserter(notes));
    if (auto note = deadlineNote(document, on); !note.empty())
        notes.push_back(std::move(note));
    return notes;
}

namespace {

/// What stands in the text where the template's pattern has brackets.
std::vector<std::string> found(const char* pattern, const std::string& text)
{
    std::smatch match;
    std::vector<std::string> parts;
    if (std::regex_search(text, match, std::regex(documents::shippedTemplate("common").text(pattern))))
        for (std::size_t i = 1; i < match.size(); ++i)
            parts.push_back(match[i].str());
    return parts;
}

/// The day that stands there, or the first of its month where the day is left open; today where it says neither.
Date dayIn(const documents::Runs& runs, Date today)
{
    const auto text = documents::plainText(runs);
    auto parts = found("day.written", text);
    if (parts.empty())
        if (parts = found("month.written", text); !parts.empty())
            parts.insert(parts.begin(), "1");
    const auto day = Date::parse(join(parts, "/"));
    return day ? *day : today;
}

/// The day in the head of a numbered paper. None of what has no such place.
std::optional<Date> dayOn(const documents::Document& document, Date today)
{
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks) {
            const auto* head = std::get_if<documents::OfficialHead>(&block);
            if (head == nullptr || !head->placeDate || !head->number)
                continue;
            return dayIn(*head->placeDate, today);
        }
    return std::nullopt;
}

/// The school's signer under a paper that is dated in its head or above the signatures. Minutes are signed by those who met.
std::string noteOnSigner(SchoolFile& file, const documents::Document& document, std::optional<Date> on)
{
    const auto read = readFrom(file, [&](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto school, needSchool(reader));
        const auto signer = schoolSigner(reader, school.data).name;
        for (const auto& part : document.parts)
            for (const auto& block : part.blocks) {
                const auto* foot = std::get_if<documents::Signature>(&block);
                if (foot == nullptr || (!on && !foot->dateLine))
                    continue;
                if (std::ranges::any_of(foot->signers, [&signer](const auto& one) { return !signer.empty() && one.name == signer; }))
                    return signerNote(reader, on ? *on : dayIn(*foot->dateLine, file.clock().today()));
            }
        return std::string();
    });
    return read ? *read : std::string();
}

}

std::vector<std::string> paperNotes(SchoolFile& file, const documents::Document& document)
{
    const auto on = dayOn(document, file.clock().today());
    auto notes = on ? paperNotes(file, document, *on) : std::vector<std::string>();
    if (auto signer = noteOnSigner(file, document, on); !signer.empty())
        notes.push_back(std::move(signer));
    return notes;
}

}
