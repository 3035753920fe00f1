// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/first_letter.h"
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
