// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"
#include "base/symbol.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "domain/campaign.h"
#include "domain/document_number.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/target.h"

#include <cstdio>

namespace thidua::domain {

namespace {

/// The subject as it runs on in a sentence: without the capital of its own line, unless it begins with an abbreviation.
std::string runningOn(const std::string& subject)
{
    const auto rest = subject.substr(firstLetter(subject));
    const auto second = rest.substr(0, firstLetter(rest));
    return second != lower(second) ? subject : lowerFirst(subject);
}

}

std::string basisWording(const LegalText& text)
{
    // Nghị định 30/2020/NĐ-CP, Phụ lục I: laws and ordinances are cited by name and date, without number and issuer.
    const std::string date = text.issuedOn ? " " + text.issuedOn->words() : std::string();
    if ((text.kind == "Luật" || text.kind == "Bộ luật" || text.kind == "Pháp lệnh") && !text.subject.empty()) {
        const bool named = text.subject.starts_with("Luật") || text.subject.starts_with("Bộ luật") || text.subject.starts_with("Pháp lệnh");
        return (named ? text.subject : text.kind + " " + text.subject) + date;
    }
    std::string out = text.kind + " số " + text.number + date;
    if (!text.issuer.empty())
        out += " của " + text.issuer;
    if (!text.subject.empty())
        out += " " + runningOn(text.subject);
    return out;
}

std::string basisLine(const LegalText& text)
{
    // Resolutions and plans of those above are carried out; the law, letters and the school's own papers are rested on.
    const bool carriedOut = text.kind == "Kế hoạch" || text.kind == "Chỉ thị" || text.kind == "Chương trình" || text.kind == "Đề án";
    return (carriedOut && levelOf(text) != IssuerLevel::School ? "Thực hiện " : "Căn cứ ") + basisWording(text);
}

IssuerLevel levelOf(const LegalText& text)
{
    return text.level ? *text.level : fromCode<IssuerLevel>(bodyLevel(text.number, text.issuer)).value_or(IssuerLevel::Other);
}

std::optional<Date> firstDay(const LegalText& text)
{
    return text.inForceFrom ? text.inForceFrom : text.issuedOn;
}

std::optional<Date> lastDay(const LegalText& text, const LegalText* successor)
{
    const auto next = successor ? firstDay(*successor) : std::nullopt;
    return text.inForceTo || !next ? text.inForceTo : std::optional(next->plusDays(-1));
}

TextForce forceOn(const LegalText& text, const LegalText* successor, Date on)
{
    if (const auto last = lastDay(text, successor); last && *last < on)
        return TextForce::Over;
    const auto first = firstDay(text);
    return first && *first > on ? TextForce::NotYet : TextForce::InForce;
}

bool guides(const LegalText& text, int startYear)
{
    return (!text.guidesFrom || *text.guidesFrom <= startYear) && (!text.guidesTo || *text.guidesTo >= startYear);
}

std::optional<int> anniversary(const Observance& observance, int calendarYear)
{
    if (!observance.baseYear || calendarYear <= *observance.baseYear)
        return std::nullopt;
    return calendarYear - *observance.baseYear;
}

std::string DocumentNumber::text() const
{
    if (!number)
        return {};
    return twoFigures(*number) + suffix + "/" + symbol;
}

bool meets(const Target& target, int reached)
{
    return reached >= target.value.value_or(1);
}

}
