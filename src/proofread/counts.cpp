// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers beside each other: so many of so many, parts of a whole, nominees within a quota.
#include "base/ratio.h"
#include "proofread/checks.h"
#include "rules/quota.h"

#include <algorithm>
#include <cmath>

namespace thidua::proofread {
namespace {

struct Fraction {
    Span where;
    int part = 0;
    int whole = 0;
    std::string behind; ///< plain words behind it
};

std::vector<Fraction> fractionsIn(const Line& line)
{
    static const std::regex kFraction(R"((^|[^0-9a-z/.,-])((\d{1,4})\s?/\s?(\d{1,4}))(?![0-9/.,]*[0-9/]))");
    static const std::regex kNotACount(R"((ngay|so|lop|khoi|dot|ky|dip|le|tu|den|thang|diem|phong|nha|cau|dieu|khoan)\s{1,2}$)");
    std::vector<Fraction> found;
    for (const auto& match : matches(line.plain(), kFraction)) {
        const auto where = spanOf(match, 2);
        const auto before = line.plain().substr(where.from > 10 ? where.from - 10 : 0, std::min<std::size_t>(where.from, 10));
        if (!std::regex_search(before, kNotACount))
            found.push_back({where, std::stoi(match[3].str()), std::stoi(match[4].str()), line.plain().substr(where.to, 40)});
    }
    return found;
}

bool startsWithUnit(const std::string& behind, const Book& book)
{
    const auto start = behind.find_first_not_of(' ');
    if (start == std::string::npos)
        return false;
    return std::any_of(book.countedUnits.begin(), book.countedUnits.end(), [&](const std::string& unit) {
        return behind.compare(start, unit.size(), unit) == 0 && (start + unit.size() >= behind.size() || behind[start + unit.size()] < 'a' || behind[start + unit.size()] > 'z');
    });
}

/// "24/32 (75 %)", "24/32 đạt 75,0%", "24/32 = 75%": the share written right behind, in percent, with its decimals.
struct WrittenShare {
    double percent = 0;
    int decimals = 0;
    std::string text;
};

std::optional<WrittenShare> shareBehind(const std::string& behind)
{
    static const std::regex kShare(R"(^[^0-9;%]{0,28}?(\(|=|dat|ty le|ti le|chiem|:)\s{0,2}(ty le|ti le|dat)?\s{0,2}(\d{1,3})([.,](\d{1,2}))?\s?%)");
    std::smatch match;
    if (!std::regex_search(behind, match, kShare))
        return std::nullopt;
    const auto decimals = match[5].str();
    return WrittenShare{std::stod(match[3].str()) + (decimals.empty() ? 0 : std::stod(decimals) / std::pow(10.0, decimals.size())),
                        static_cast<int>(decimals.size()), match[3].str() + (decimals.empty() ? decimals : "," + decimals) + " %"};
}

void checkFraction(const Line& line, const Fraction& fraction, const Book& book, Findings& findings)
{
    const bool mayBeADay = fraction.part >= 1 && fraction.part <= 31 && fraction.whole >= 1 && fraction.whole <= 12;
    const bool counted = startsWithUnit(fraction.behind, book);
    const auto share = shareBehind(fraction.behind);
    if (fraction.whole == 0) {
        if (counted)
            add(findings, line, fraction.where, "ratio", "ratio-of-none", {});
        return;
    }
    if (fraction.part > fraction.whole && (counted || share || !mayBeADay) && fraction.whole < 1900) {
        add(findings, line, fraction.where, "ratio", "ratio-over", {std::to_string(fraction.part), std::to_string(fraction.whole)},
            std::to_string(fraction.whole) + "/" + std::to_string(fraction.part));
        return;
    }
    if (!share)
        return;
    if (std::abs(100.0 * fraction.part / fraction.whole - share->percent) <= std::pow(10.0, -share->decimals) * 0.999)
        return;
    const auto right = percentText(Ratio{fraction.part, fraction.whole}, std::max(share->decimals, 1));
    add(findings, line, fraction.where, "ratio", "ratio-share", {std::to_string(fraction.part) + "/" + std::to_string(fraction.whole), right, share->text}, right, Fit::Hint);
}

/// How many a line gives an honour: the number behind its name, the first of "24/32".
struct Counted {
    const Line* line = nullptr;
    Span where;
    int count = 0;
};

std::optional<Counted> countedFor(const Document& document, const std::vector<std::regex>& patterns, const std::vector<std::string>& unless)
{
    for (const auto& line : document.lines) {
        for (const auto& pattern : patterns) {
            for (const auto& match : matches(line.plain(), pattern)) {
                const auto where = spanOf(match, 2);
                const auto before = line.plain().substr(where.from > 12 ? where.from - 12 : 0, std::min<std::size_t>(where.from, 12));
                if (std::none_of(unless.begin(), unless.end(), [&](const std::string& word) { return before.ends_with(word); }))
                    return Counted{&line, where, std::stoi(match[4].str())};
            }
        }
    }
    return std::nullopt;
}

/// "32 người, trong đó: 2 cán bộ quản lý, 26 giáo viên, 4 nhân viên".
struct Sum {
    Span where;
    int total = 0;
    int parts = 0;
    int sum = 0;
    bool whole = false; ///< "gồm": the parts are all there are
};

std::optional<Sum> sumIn(const Line& line, const std::smatch& match, const Book& book)
{
    const auto total = spanOf(match, 1);
    const auto partsFrom = spanOf(match).to;
    auto end = line.plain().find_first_of(";", partsFrom);
    end = std::min({end, line.plain().find('\t', partsFrom), line.plain().find(". ", partsFrom), line.plain().find(')', partsFrom), line.plain().size()});
    const auto text = line.plain().substr(partsFrom, end - partsFrom);
    if (std::regex_search(text, book.overlapping))
        return std::nullopt;
    static const std::regex kPart(R"((^|[^0-9a-z/.,-])(\d{1,5})(?![0-9/%]|\s?%|[.,]\d|\s{1,2}(thang|nam|tiet|trieu|dong)))");
    Sum sum{{total.from, end}, std::stoi(match[2].str()), 0, 0, match[3].str() != "trong do"};
    for (const auto& part : matches(text, kPart)) {
        ++sum.parts;
        sum.sum += std::stoi(part[2].str());
    }
    return sum;
}

void checkVotes(const Document& document, Findings& findings)
{
    static const std::regex kCount(R"((thu ve|thu vao|phieu hop le|so phieu hop le|khong hop le)[^0-9a-z]{0,6}(la\s)?[^0-9a-z]{0,4}(\d{1,4}))");
    std::optional<int> collected;
    std::optional<int> valid;
    for (const auto& line : document.lines) {
        for (const auto& match : matches(line.plain(), kCount)) {
            const auto what = match[1].str();
            const int count = std::stoi(match[3].str());
            if (what.starts_with("thu")) {
                collected = count;
                valid.reset();
            } else if (what != "khong hop le") {
                valid = count;
            } else if (collected && valid) {
                if (*valid + count != *collected)
                    add(findings, line, spanOf(match), "sum", "sum-votes", {std::to_string(*valid), std::to_string(count), std::to_string(*valid + count), std::to_string(*collected)});
                collected.reset();
                valid.reset();
            }
        }
    }
}

}

void checkRatios(const Document& document, const Book& book, Findings& findings)
{
    for (const auto& line : document.lines)
        for (const auto& fraction : fractionsIn(line))
            checkFraction(line, fraction, book, findings);
}

void checkSums(const Document& document, const Book& book, Findings& findings)
{
    static const std::regex kTotal(R"(((?:tong so|tong cong|toan truong|gom co|co|tong)[^0-9;.]{0,60}?(\d{1,5})[^0-9;.]{0,40}?(trong do|bao gom|gom co|gom))\s?:?)");
    for (const auto& line : document.lines) {
        for (const auto& match : matches(line.plain(), kTotal)) {
            const auto sum = sumIn(line, match, book);
            if (!sum || sum->parts < 2 || sum->sum == sum->total)
                continue;
            // "trong đó" may leave some out; with two parts only too much is surely wrong.
            if (!sum->whole && sum->parts < 3 && sum->sum < sum->total)
                continue;
            add(findings, line, sum->where, "sum", "sum-parts", {std::to_string(sum->sum), std::to_string(sum->total)});
        }
    }
    checkVotes(document, findings);
}

void checkQuota(const Document& document, const Book& book, Findings& findings)
{
    const auto [honour, base] = rules::measuredHonour(book.catalogue);
    if (document.title == "bien ban")
        return; // what minutes count are ballots
    const auto names = book.honourCounts.find(honour);
    const auto baseNames = book.honourCounts.find(base);
    if (names == book.honourCounts.end() || baseNames == book.honourCounts.end() || !document.notBefore || !book.catalogue.regimeOn(*document.notBefore))
        return;
    const auto nominated = countedFor(document, names->second, {});
    const auto measured = countedFor(document, baseNames->second, {"tap the "});
    if (!nominated || !measured)
        return;
    const auto answer = rules::quota(book.catalogue, {*document.notBefore, honour, measured->count, nominated->count, std::nullopt});
    for (const auto& limit : answer.limits)
        if (!limit.within)
            add(findings, *nominated->line, nominated->where, "quota", "quota",
                {std::to_string(nominated->count), std::to_string(measured->count), percentText(Ratio{nominated->count, std::max(measured->count, 1)}, 1),
                 std::to_string(limit.allowed), limit.citation.brief},
                std::to_string(limit.allowed), Fit::Hint);
}

}
