// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_issuer.h"

#include "documents/compose.h"
#include "documents/template.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/people.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "services/follow/quota_board.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_drafting.h"
#include "services/papers/paper_findings.h"
#include "services/papers/paper_issuing.h"
#include "services/papers/paper_keeper.h"
#include "services/people/serving.h"
#include "storage/repo/paper_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <regex>

namespace thidua::services {

using namespace domain;

Signer schoolSigner(Reader& reader, const School& school)
{
    const auto& id = school.signing == SigningAuthority::Head ? school.head : school.signer;
    const auto person = id ? reader.find<Person>(*id) : std::nullopt;
    return {person ? person->data.fullName : std::string(), documents::shippedTemplate("common").lines("signing-" + std::string(toCode(school.signing)))};
}

std::string signerNote(Reader& reader, Date on)
{
    const auto school = needSchool(reader);
    if (!school)
        return {};
    const auto& id = school->data.signing == SigningAuthority::Head ? school->data.head : school->data.signer;
    const auto left = id ? Serving(reader, on).leftOn(*id) : std::nullopt;
    const auto person = left ? reader.find<Person>(*id) : std::nullopt;
    return person ? text::message("paper.warn-signer-left", {person->data.fullName, left->vn()}) : std::string();
}

Result<void> fillHead(Reader& reader, PaperHead& head, const std::string& symbol, const IssuePaper& paper, Signer signer)
{
    const DocumentNumber number{paper.number, normalised(paper.suffix), symbol, paper.issuedOn};
    std::vector<FieldIssue> issues;
    if (paper.number <= 0)
        issues.push_back({"number", "paper.number-missing", {}});
    if (!paper.issuedOn)
        issues.push_back({"issuedOn", "paper.date-missing", {}});
    else if (paper.number > 0 && repo::numberUsed(reader, symbol, paper.issuedOn->year(), paper.number, number.suffix))
        issues.push_back({"number", "paper.number-used", {number.text(), std::to_string(paper.issuedOn->year())}});
    if (!issues.empty())
        return fail(std::move(issues));
    head = {number, std::move(signer.name), std::move(signer.title)};
    return {};
}

Result<void> keepIssued(SchoolFile& file, Tx& tx, PaperKind kind, std::int64_t row)
{
    return keepPaper(file, tx, kind, row);
}

namespace {

/// What can be asked about a paper before it is issued.
struct Doubts {
    Reader& reader;
    const IssuePaper& paper;
    Date on;
    std::vector<std::string> found{};

    void add(const char* key, const std::vector<std::string>& args) { found.push_back(text::message(key, args)); }

    void day(Date today)
    {
        if (on > today)
            add("paper.warn-future", {on.vn()});
    }

    /// The words as they would print on that day: bases that follow it, bodies and texts that are no more.
    Result<void> words(SchoolFile& file, PaperKind kind, std::int64_t row)
    {
        TD_TRY(const auto issued, issuedPaper(reader, kind, row));
        TD_TRY(auto document, DocumentService(file).build(kind, row, issued.year.value_or(SchoolYearId(0))));
        follow(file, kind, row, document);
        std::ranges::move(paperNotes(file, document, on), std::back_inserter(found));
        return {};
    }

    /// Puts the bases of that day into the paper, and says which are new.
    void follow(SchoolFile& file, PaperKind kind, std::int64_t row, documents::Document& document)
    {
        const auto code = basesCodeOf(kind, row);
        for (auto& part : document.parts)
            for (auto& block : part.blocks) {
                auto* basis = std::get_if<documents::Basis>(&block);
                if (basis == nullptr || code.empty())
                    continue;
                std::vector<PaperBasis> lines;
                for (const auto& line : basis->lines)
                    fromLine(documents::withoutStop(line), lines.emplace_back());
                const auto before = linesOf(lines), after = linesOf(basesFollowed(file, code, lines, on));
                std::vector<std::string> changes;
                if (const auto fresh = namesWithout(after, before); !fresh.empty())
                    changes.push_back(text::message("paper.bases-new", {fresh}));
                if (const auto gone = namesWithout(before, after); !gone.empty())
                    changes.push_back(text::message("paper.bases-gone", {gone}));
                if (!changes.empty())
                    add("paper.warn-bases-follow", {on.vn(), join(changes, "; ")});
                basis->lines = after;
            }
    }

    /// The texts of the lines that the others have not, by kind, number and day.
    static std::string namesWithout(const std::vector<std::string>& lines, const std::vector<std::string>& others)
    {
        const std::regex name(documents::shippedTemplate("common").text("basis.name"));
        std::vector<std::string> names;
        for (const auto& line : lines) {
            std::smatch found;
            if (std::ranges::find(others, line) == others.end())
                names.push_back(std::regex_search(line, found, name) ? found[1].str() : line);
        }
        return join(names, ", ");
    }

    std::string basesCodeOf(PaperKind kind, std::int64_t row)
    {
        const auto decision = kind == PaperKind::Decision ? reader.find<Decision>(DecisionId(row)) : std::nullopt;
        return decision ? std::string(basesCode(decision->data)) : kind == PaperKind::Submission ? "submit" : kind == PaperKind::Plan ? "plan" : "";
    }

    void signer()
    {
        if (auto note = signerNote(reader, on); !note.empty())
            found.push_back(std::move(note));
    }

    Result<void> submission(SchoolFile& file, SubmissionId id)
    {
        TD_TRY(const auto row, need<Submission>(reader, id));
        TD_TRY(const auto school, needSchool(reader));
        const auto meeting = row.data.meeting ? reader.find<Meeting>(*row.data.meeting) : std::nullopt;
        if (meeting && meeting->data.heldOn > on)
            add("paper.warn-before-meeting", {on.vn(), meeting->data.heldOn.vn()});
        const auto lines = repo::lines(reader, id);
        for (const auto& quota : nominationQuotas(reader, file.rules(), row.data.year))
            if (!quota.within && std::ranges::any_of(lines, [&quota](const auto& line) { return line.data.honour == quota.honour; }))
                add("paper.warn-quota", {quota.title, std::to_string(quota.count), std::to_string(quota.allowed), quota.basis + (quota.citation.empty() ? "" : "; " + quota.citation)});
        for (const auto& begin : documents::shippedTemplate("submission").lines("advisory"))
            if (school.data.conferringHead.starts_with(begin)) {
                add("paper.warn-advisory", {school.data.conferringHead});
                break;
            }
        return {};
    }

    /// Numbers and days go up together.
    void order(const std::string& symbol)
    {
        for (const auto& other : repo::issuedNumbers(reader, on.year()))
            if (other.number.symbol == symbol && other.number.issuedOn
                && ((*other.number.number < paper.number && *other.number.issuedOn > on) || (*other.number.number > paper.number && *other.number.issuedOn < on))) {
                add("paper.warn-order", {twoFigures(paper.number) + paper.suffix, on.vn(), twoFigures(*other.number.number) + other.number.suffix, other.number.issuedOn->vn()});
                return;
            }
    }

    void suffix(const std::string& symbol)
    {
        if (!paper.suffix.empty())
            found.push_back(documents::shippedTemplate("common").text("number-suffix", {{"number", DocumentNumber{paper.number, paper.suffix, symbol, {}}.text()}}));
    }
};

}

namespace {

/// What other papers did to this one, in few words for the register.
std::string noteOf(Reader& reader, const std::string& paper, std::int64_t row)
{
    std::vector<std::string> notes;
    for (const auto& correction : repo::corrections(reader, paper, row))
        notes.push_back(text::message(correction.data.kind == CorrectionKind::Correct ? "register.corrected" : "register.revoked", {correction.data.number.text()}));
    if (const auto number = repo::replacedBy(reader, paper, row))
        notes.push_back(text::message("register.replaced", {number->text()}));
    return join(notes, "; ");
}

}

namespace {

/// Kế hoạch, Quyết định, Công văn đính chính, Quyết định thu hồi.
Result<std::string> kindIn(Reader& reader, const repo::IssuedNumber& issued)
{
    const auto correction = issued.paper == toCode(PaperKind::Correction) ? reader.find<Correction>(CorrectionId(issued.row)) : std::nullopt;
    if (!correction)
        return text::label("paper-kind", issued.paper);
    TD_TRY(const auto paper, issuedPaper(reader, PaperKind::Correction, issued.row));
    return text::message(correction->data.kind == CorrectionKind::Correct ? "register.kind-correct" : "register.kind-revoke", {paper.kindName});
}

}

std::vector<PaperBasis> usualBases(SchoolFile& file, std::string_view paper)
{
    std::vector<PaperBasis> bases;
    const auto read = readFrom(file, [&](Reader& reader) -> Result<void> {
        TD_TRY(const auto school, needSchool(reader));
        bases = basesOf(file, school.data, paper);
        return {};
    });
    return read ? bases : std::vector<PaperBasis>();
}

Result<std::string> PaperIssuer::symbol(PaperKind kind)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto school, needSchool(reader));
        return paperSymbol(kind, school.data.documentSymbol);
    });
}

Result<int> PaperIssuer::nextNumber(const std::string& symbol, Date on)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<int> { return repo::highestNumber(reader, symbol, on.year()) + 1; });
}

Result<std::vector<PaperGap>> PaperIssuer::gaps(PaperKind kind, std::int64_t row)
{
    return readFrom(m_file, [&](Reader& reader) { return gapsOf(m_file, reader, kind, row); });
}

Result<std::vector<std::string>> PaperIssuer::warnings(PaperKind kind, std::optional<std::int64_t> row, const IssuePaper& paper, const std::string& symbolGiven)
{
    TD_TRY(auto mark, symbol(kind));
    if (!symbolGiven.empty())
        mark = symbolGiven;
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<std::string>> {
        const auto today = m_file.clock().today();
        Doubts doubts{reader, paper, paper.issuedOn.value_or(today)};
        doubts.day(today);
        doubts.signer();
        if (row && kind != PaperKind::Minutes)
            TD_CHECK(doubts.words(m_file, kind, *row));
        if (row && kind == PaperKind::Submission)
            TD_CHECK(doubts.submission(m_file, SubmissionId(*row)));
        if (paper.number > 0) {
            doubts.order(mark);
            doubts.suffix(mark);
        }
        return std::move(doubts.found);
    });
}

Result<PaperIssuer::Register> PaperIssuer::outgoing(int calendarYear)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<Register> {
        Register out;
        std::map<std::string, std::set<int>> numbers;
        std::map<std::string, int> uses;
        for (const auto& issued : repo::issuedNumbers(reader, calendarYear)) {
            TD_TRY(const auto kind, kindIn(reader, issued));
            out.rows.push_back({issued.number.text(), issued.number.issuedOn, issued.title, kind, *issued.number.number,
                                paperKindFromCode(issued.paper).value(), issued.row});
            out.rows.back().note = noteOf(reader, issued.paper, issued.row);
            numbers[issued.number.symbol].insert(*issued.number.number);
            ++uses[issued.number.text()];
        }
        for (auto& row : out.rows)
            row.doubled = uses[row.number] > 1;
        std::ranges::sort(out.rows, [](const auto& a, const auto& b) { return std::tie(a.kind, a.ordinal, a.number) < std::tie(b.kind, b.ordinal, b.number); });
        for (const auto& [symbol, used] : numbers)
            for (int number = *used.begin(); number < *used.rbegin(); ++number)
                if (!used.contains(number))
                    out.gaps.push_back(twoFigures(number) + "/" + symbol);
        return out;
    });
}

}
