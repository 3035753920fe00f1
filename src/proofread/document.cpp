// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/checks.h"

#include <algorithm>

namespace thidua::proofread {
namespace {

constexpr std::size_t kHeadLines = 25; ///< within which a document says what it is

std::string titleOf(const std::vector<Line>& lines)
{
    static const std::regex kTitle(R"(^[\s*#"]{0,6}(ke hoach|quyet dinh|bao cao|bien ban|to trinh|thong bao|huong dan|nghi quyet|cong van|quy che)([\s:.*"].{0,60})?$)");
    for (std::size_t at = 0; at < std::min(lines.size(), kHeadLines); ++at) {
        std::smatch match;
        if (!std::regex_search(lines[at].plain(), match, kTitle))
            continue;
        // In capitals, as titles are: "Kế hoạch số 139/KH-PGDĐT" is another's.
        const auto where = spanOf(match, 1);
        if (lines[at].capital(where.from) && lines[at].capital(where.to - 1))
            return match[1];
    }
    return {};
}

/// "Măng Đen, ngày 20 tháng 10 năm 2021" at the head.
std::optional<Date> ownDay(const std::vector<Line>& lines)
{
    static const std::regex kPlaceAndDay(R"(^[^,;:.]{2,120},\s{0,3}ngay\s{1,3}\d{1,2}\s{1,3}thang\s{1,3}\d{1,2}\s{1,3}nam\s{1,3}\d{4}\s*$)");
    static const std::regex kBasis(R"(^[\s*+-]{0,6}(can cu|thuc hien|xet|theo)\b)");
    for (std::size_t at = 0; at < std::min(lines.size(), kHeadLines); ++at)
        if (lines[at].plain().size() < 200 && std::regex_search(lines[at].plain(), kPlaceAndDay) && !std::regex_search(lines[at].plain(), kBasis))
            for (const auto& day : lines[at].days())
                if (day.date)
                    return day.date;
    return std::nullopt;
}

std::optional<int> schoolYearOf(const std::vector<Line>& lines)
{
    static const std::regex kYear(R"(nam hoc\s{0,3}(\d{4})\s?-\s?(\d{4}))");
    for (std::size_t at = 0; at < std::min<std::size_t>(lines.size(), 15); ++at) {
        std::smatch match;
        if (!isBasisLine(lines[at]) && std::regex_search(lines[at].plain(), match, kYear))
            return std::stoi(match[1].str());
    }
    return std::nullopt;
}

std::optional<int> periodOf(const std::vector<Line>& lines)
{
    static const std::regex kPeriod(R"(giai doan\s{0,3}(\d{4})\s?-\s?(\d{4}))");
    for (std::size_t at = 0; at < std::min<std::size_t>(lines.size(), 6); ++at) {
        std::smatch match;
        if (std::regex_search(lines[at].plain(), match, kPeriod))
            return std::stoi(match[1].str());
    }
    return std::nullopt;
}

/// A document without a day is no older than the latest text that it rests on, nor than the summer before its school year.
std::optional<Date> earliestDay(const Document& document)
{
    if (document.on)
        return document.on;
    std::optional<Date> earliest;
    const auto notBefore = [&](Date day) { earliest = earliest ? std::max(*earliest, day) : day; };
    if (document.schoolYear && *document.schoolYear >= 1900)
        notBefore(Date(*document.schoolYear, 8, 1));
    else if (const auto period = periodOf(document.lines); period && *period >= 1900)
        notBefore(Date(*period, 1, 1));
    for (const auto& citation : document.citations)
        if (citation.basis && citation.day && citation.day->date && citation.day->year >= 1945 && citation.day->year <= 2100)
            notBefore(*citation.day->date);
    return earliest;
}

}

Document documentOf(const std::vector<std::string>& lines, std::optional<Date> on, const Book& book)
{
    Document document;
    document.lines.reserve(lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at)
        document.lines.emplace_back(static_cast<int>(at) + 1, lines[at]);
    document.title = titleOf(document.lines);
    document.on = on ? on : ownDay(document.lines);
    document.schoolYear = schoolYearOf(document.lines);
    document.citations = citationsIn(document.lines, book);
    document.notBefore = earliestDay(document);
    return document;
}

void add(Findings& findings, const Line& line, Span where, std::string kind, std::string key, std::vector<std::string> args, std::string suggestion,
         Fit fit)
{
    const bool exact = fit == Fit::Exact && !suggestion.empty();
    findings.push_back({line.number(), line.quote(where.from, where.to), std::move(kind), std::move(key), std::move(args), std::move(suggestion), where.from, where.to, exact});
}

std::vector<Finding> proofread(const std::vector<std::string>& lines, std::optional<Date> on, const Book& book)
{
    const auto document = documentOf(lines, on, book);
    Findings findings;
    checkDays(document, book, findings);
    checkAnniversaries(document, book, findings);
    checkCountedEvents(document, book, findings);
    checkBases(document, book, findings);
    checkDeadlines(document, findings);
    checkSymbols(document, book, findings);
    checkQuota(document, book, findings);
    checkRatios(document, book, findings);
    checkSums(document, book, findings);
    checkSchoolYears(document, findings);
    checkNumbering(document, findings);
    checkMovements(document, book, findings);
    checkWords(document, book, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.line < b.line; });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    return findings;
}

}
