// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that a document rests on: in force, older than the document, rightly signed; and its deadlines beside them.
#include "base/vietnamese.h"
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

const KnownText* byId(const Book& book, const std::string& id)
{
    const auto found = std::find_if(book.texts.begin(), book.texts.end(), [&](const KnownText& text) { return text.id == id; });
    return found == book.texts.end() ? nullptr : &*found;
}

/// What stands in the place of `text` on a day; what replaced it may itself be gone.
const KnownText* standingInstead(const Book& book, const KnownText& text, Date on)
{
    const auto* next = byId(book, text.replacedBy);
    for (int steps = 0; next && next->to && *next->to < on && !next->replacedBy.empty() && steps < 10; ++steps)
        next = byId(book, next->replacedBy);
    return next;
}

void checkInForce(const Document& document, const Citation& citation, const Book& book, Findings& findings)
{
    const auto& text = *citation.known;
    if (!document.notBefore || !text.to || *document.notBefore <= *text.to)
        return;
    const auto& line = document.lines[citation.line];
    const auto* instead = standingInstead(book, text, *document.notBefore);
    const auto since = text.to->plusDays(1).vn();
    const auto key = std::string(instead ? "expired-replaced" : "expired") + (text.certain ? "" : "-unsure");
    // A sign is a part of what names the text; behind it stands a day that would be the old one's.
    const auto fit = citation.symbol ? Fit::Hint : Fit::Exact;
    add(findings, line, citation.where, "expired-basis", key, {text.name, since, instead ? instead->name : std::string()}, instead ? instead->name : std::string(), fit);
}

/// One law cited in two ways in one place ("Luật … năm 2003 số 15/2003/QH11") is one fault.
bool besideEarlier(const std::vector<Citation>& citations, const Citation& citation)
{
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& other) {
        return &other != &citation && other.known == citation.known && other.line == citation.line && other.where.from < citation.where.from
               && citation.where.from < other.where.to + 40;
    });
}

struct Deadline {
    Span where;
    Date day;
};

std::vector<Deadline> deadlinesIn(const Line& line)
{
    static const std::regex kBefore(R"((cham nhat|muon nhat|khong muon hon|khong cham hon|han cuoi|han chot|han nop|thoi han|het han|han dang ky|truoc)[^;.]{0,24}$)");
    std::vector<Deadline> found;
    for (const auto& day : line.days()) {
        const auto from = day.where.from > 40 ? day.where.from - 40 : 0;
        const auto before = line.plain().substr(from, day.where.from - from);
        if (day.date && std::regex_search(before, kBefore))
            found.push_back({day.where, *day.date});
    }
    return found;
}

/// The latest guidance among the bases, in the year before the deadline ends: what the deadline's work rests on.
const Citation* laterBasis(const Document& document, Date deadline)
{
    const Citation* latest = nullptr;
    for (const auto& citation : document.citations)
        if (citation.basis && citation.day && citation.day->date && *citation.day->date > deadline && daysBetween(deadline, *citation.day->date) < 300
            && (!latest || *citation.day->date > *latest->day->date))
            latest = &citation;
    return latest;
}

void checkDeadline(const Document& document, const Line& line, const Deadline& deadline, Findings& findings)
{
    if (const auto* basis = laterBasis(document, deadline.day)) {
        const auto& where = basis->where;
        add(findings, line, deadline.where, "deadline-order", "deadline-before-basis",
            {deadline.day.vn(), document.lines[basis->line].quote(where.from, where.to), basis->day->date->vn()});
    } else if (document.on && deadline.day < *document.on && daysBetween(deadline.day, *document.on) < 300) {
        add(findings, line, deadline.where, "deadline-order", "deadline-before-document", {deadline.day.vn(), document.on->vn()});
    }
}

void checkPeriods(const Line& line, Findings& findings)
{
    const auto& days = line.days();
    for (std::size_t at = 0; at + 1 < days.size(); ++at) {
        const auto& first = days[at];
        const auto& second = days[at + 1];
        if (!first.date || !second.date || second.where.from < first.where.to)
            continue;
        static const std::regex kFrom(R"((^|[^a-z])tu\s{1,2}(ngay\s{1,2})?$)");
        static const std::regex kTo(R"(^\s{0,2}(den|toi)\s{1,2}(het\s{1,2})?(ngay\s{1,2})?$)");
        const auto before = line.plain().substr(first.where.from > 12 ? first.where.from - 12 : 0, std::min<std::size_t>(first.where.from, 12));
        const auto between = line.plain().substr(first.where.to, second.where.from - first.where.to);
        if (std::regex_search(before, kFrom) && std::regex_search(between, kTo) && *second.date < *first.date)
            add(findings, line, {first.where.from, second.where.to}, "deadline-order", "period-backwards", {first.date->vn(), second.date->vn()},
                line.quote(second.where.from, second.where.to) + line.quote(first.where.to, second.where.from) + line.quote(first.where.from, first.where.to));
    }
}

bool sameKind(const std::string& word, const std::string& kind)
{
    return word == kind || (word == "kh" && kind == "ke hoach") || (word == "thong tu lien tich" && kind == "thong tu");
}

std::string separatorsOf(const Symbol& symbol)
{
    return symbol.party ? "-/" : "/" + std::string(symbol.parts.size() - 1, '-');
}

bool wellSigned(const Symbol& symbol, const std::string& written)
{
    if (symbol.spaced)
        return false;
    if (fold(written).find('d') != std::string::npos && written != symbol.text() && fold(written) == fold(symbol.text()))
        return false; // QD for QĐ
    return symbol.separators == separatorsOf(symbol);
}

}

void checkBases(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& citation : document.citations) {
        const auto& line = document.lines[citation.line];
        const bool dated = citation.day && citation.day->date;
        const auto issued = dated ? citation.day->date : citation.known ? citation.known->issued : std::nullopt;
        if (document.on && issued && *issued > *document.on) {
            add(findings, line, dated ? Span{citation.where.from, citation.day->where.to} : citation.where, "basis-after-document", "basis-after-document",
                {line.quote(citation.where.from, citation.where.to), issued->vn(), document.on->vn()});
            continue;
        }
        if (!citation.known || besideEarlier(document.citations, citation))
            continue;
        checkInForce(document, citation, book, findings);
        if (dated && citation.symbol && citation.known->issued && *citation.day->date != *citation.known->issued)
            add(findings, line, {citation.where.from, citation.day->where.to}, "basis-date", "basis-date", {citation.known->name, citation.known->issued->vn()},
                citation.symbol->text() + " ngày " + citation.known->issued->vn());
    }
}

void checkDeadlines(const Document& document, Findings& findings)
{
    const bool looksBack = document.title == "bao cao" || document.title == "bien ban" || document.title == "quyet dinh";
    for (const auto& line : document.lines) {
        checkPeriods(line, findings);
        if (!looksBack && !isBasisLine(line))
            for (const auto& deadline : deadlinesIn(line))
                checkDeadline(document, line, deadline, findings);
    }
}

void checkSymbols(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& citation : document.citations) {
        if (!citation.symbol || !citation.symbol->parts.size())
            continue;
        const auto& symbol = *citation.symbol;
        const auto& line = document.lines[citation.line];
        const auto written = line.quote(citation.where.from, citation.where.to);
        const auto sign = fold(symbol.parts[0]);
        const auto kind = book.kinds.find(sign);
        // Only what begins with a kind, or stands behind "số", is a sign at all.
        static const std::regex kNumber(R"((^|[^a-z])so\s{0,3}$)");
        const auto before = line.plain().substr(citation.where.from > 8 ? citation.where.from - 8 : 0, std::min<std::size_t>(citation.where.from, 8));
        if (kind == book.kinds.end() && !std::regex_search(before, kNumber) && citation.kind.empty())
            continue;
        const bool ofAKind = kind != book.kinds.end() && symbol.parts.size() > 1;
        if (symbol.spaced || (ofAKind && !wellSigned(symbol, written)))
            add(findings, line, citation.where, "document-symbol", symbol.party ? "symbol-party" : "symbol-state", {symbol.text()}, symbol.text());
        else if (ofAKind && !citation.kind.empty() && !sameKind(citation.kind, kind->second) && citation.kind != "cong van")
            add(findings, line, citation.where, "document-symbol", "symbol-kind", {written, symbol.parts[0]});
    }
}

}
