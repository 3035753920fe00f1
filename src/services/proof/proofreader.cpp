// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/proof/proofreader.h"

#include "base/code_points.h"
#include "proofread/dictionary.h"
#include "proofread/proofread.h"
#include "proofread/text_reader.h"
#include "services/schedule/school_calendar.h"
#include "services/core/internal.h"
#include "services/papers/paper_keeper.h"
#include "services/proof/draft_fields.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

Proofreader::Proofreader(const rules::Catalogue& rules, std::filesystem::path program)
    : m_rules(std::make_unique<rules::Catalogue>(rules)), m_program(std::move(program))
{
}

Proofreader::~Proofreader() = default;

Result<std::vector<ProofFinding>> Proofreader::read(const ProofText& text)
{
    if (!m_book) {
        auto book = proofread::Book::with(*m_rules, proofread::Dictionary::find(proofread::dictionaryFolders(m_program)));
        if (!book)
            return tl::unexpected<Error>(std::move(book.error()));
        m_book = std::make_unique<proofread::Book>(std::move(*book));
    }
    std::vector<ProofFinding> findings;
    for (auto& found : proofread::proofread(text.lines, text.on, *m_book))
        findings.push_back({static_cast<std::size_t>(found.line - 1), found.from, found.to, std::move(found.quote), text::message("proof.kind." + found.kind),
                            text::message("proof." + found.key, found.args), std::move(found.suggestion), found.exact});
    return findings;
}

namespace {

/// Kept papers have their own day on them; of a draft, today, while its year lasts.
std::optional<Date> dayOfDraft(SchoolFile& file, SchoolYearId year)
{
    const auto days = yearDays(file, year);
    const auto today = file.clock().today();
    return days && days->first <= today && today <= days->last ? std::optional(today) : std::nullopt;
}

}

Result<ProofText> proofTextOf(SchoolFile& file, PaperKind kind, std::int64_t id, SchoolYearId year)
{
    TD_TRY(const auto document, DocumentService(file).build(kind, id, year));
    const auto kept = readFrom(file, [&](Reader& reader) { return keptPaper(reader, kind, id); });
    ProofText text{documents::textLines(document), std::nullopt};
    for (auto& line : text.lines)
        line = nfc(line);
    // What is issued writes its day in its head; minutes speak of the day of the meeting.
    if (kind != PaperKind::Minutes && kept && !*kept)
        text.on = dayOfDraft(file, year);
    return text;
}

Result<ProofText> proofTextOf(std::string_view bytes)
{
    TD_TRY(auto lines, proofread::readText(bytes));
    return ProofText{std::move(lines), std::nullopt};
}

namespace {

/// Where the quote stands in a field: the field's line that the printed one holds, or the other way round (a title over several lines).
struct FoundWords {
    std::size_t field = 0;     ///< index
    std::size_t at = 0;        ///< byte in the field's text
    std::size_t shared = 0;    ///< how much of the two lines is the same
    bool same = false;         ///< in the same letters; a heading prints in capitals
};

std::size_t byteOf(const std::string& line, std::size_t letter)
{
    return utf8Of(std::u32string_view(codePoints(line)).substr(0, letter)).size();
}

void lookIn(const std::string& text, std::size_t field, const std::string& printed, std::size_t quoteAt, const std::string& quote, std::optional<FoundWords>& best)
{
    const auto line = lower(printed);
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        auto own = lower(text.substr(start, end - start));
        while (!own.empty() && std::string_view(" .;,:").find(own.back()) != std::string_view::npos)
            own.pop_back();
        const auto inPrinted = own.empty() ? std::string::npos : line.find(own);
        const auto inOwn = inPrinted == std::string::npos ? own.find(line) : std::string::npos;
        std::optional<std::size_t> at;
        if (inPrinted != std::string::npos && quoteAt >= inPrinted && quoteAt + quote.size() <= inPrinted + own.size())
            at = start + quoteAt - inPrinted;
        else if (inOwn != std::string::npos)
            at = start + inOwn + quoteAt;
        const auto shared = std::min(own.size(), line.size());
        if (at && *at + quote.size() <= text.size() && (!best || shared > best->shared))
            best = FoundWords{field, *at, shared, text.compare(*at, quote.size(), quote) == 0};
        start = end + 1;
    }
}

std::optional<FoundWords> wordsOf(const DraftFields& draft, const std::string& line, const ProofFinding& finding)
{
    std::optional<FoundWords> best;
    for (std::size_t i = 0; i < draft.fields.size(); ++i)
        lookIn(*draft.fields[i].text, i, line, byteOf(line, finding.from), finding.quote, best);
    return best;
}

}

Result<ProofPlace> proofPlace(SchoolFile& file, PaperKind kind, std::int64_t id, const std::string& line, const ProofFinding& finding)
{
    TD_TRY(const auto draft, DraftFields::of(file, kind, id));
    const auto found = wordsOf(draft, line, finding);
    if (!found)
        return ProofPlace{};
    return ProofPlace{draft.fields[found->field].name, draft.open && found->same && finding.exact};
}

Written<Done> acceptProof(SchoolFile& file, PaperKind kind, std::int64_t id, const std::string& line, const ProofFinding& finding)
{
    TD_TRY(const auto draft, DraftFields::of(file, kind, id));
    const auto found = wordsOf(draft, line, finding);
    if (!found || !found->same || !finding.exact || !draft.open)
        return fail(ErrorCode::StaleRow, "proof.moved", {finding.quote});
    const auto& field = draft.fields[found->field];
    field.text->replace(found->at, finding.quote.size(), finding.suggestion);
    return field.write();
}

}
