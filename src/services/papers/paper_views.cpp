// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_views.h"

#include "domain/initiative.h"
#include "domain/people.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (auto& line : split(text, '\n'))
        if (!normalised(line).empty())
            lines.push_back(normalised(line));
    return lines;
}

Result<void> PaperSource::read()
{
    TD_TRY(const auto schoolRow, needSchool(reader));
    school = schoolRow.data;
    if (yearId.value() == 0) // a plan for several years in a file without a school year
        return {};
    TD_TRY(const auto yearRow, need<SchoolYearRow>(reader, yearId));
    year = yearRow.data;
    return {};
}

documents::IssuerView PaperSource::issuer() const
{
    return {school.superiorAgency, {school.name}, school.name, school.placeName};
}

documents::IssuerView PaperSource::councilIssuer(CouncilKind kind) const
{
    const auto& words = documents::shippedTemplate("minutes");
    const bool emulation = kind == CouncilKind::Emulation;
    return {school.name, words.lines(emulation ? "council-head" : "initiative-head"),
            words.text(emulation ? "council-name" : "initiative-name", {{"school", school.name}}), school.placeName};
}

std::string PaperSource::headOfSchool() const
{
    return documents::shippedTemplate("common").text("by-head", {{"school", school.name}});
}

documents::SignerView PaperSource::signer(const std::string& name, const std::string& titleLines)
{
    return {linesOf(titleLines), name};
}

documents::SignerView PaperSource::signer() const
{
    const auto who = schoolSigner(reader, school);
    return signer(who.name, who.title);
}

documents::SignerView PaperSource::compiler() const
{
    for (const auto& council : repo::councils(reader, yearId)) {
        if (council.data.kind != CouncilKind::Emulation)
            continue;
        for (const auto& member : repo::members(reader, council.id))
            if (member.data.role == CouncilRole::Secretary)
                if (const auto person = reader.find<Person>(member.data.person))
                    return {{}, person->data.fullName};
    }
    return {};
}

documents::PaperView PaperSource::paper(const DocumentNumber& number, const std::string& symbol, const std::string& signerName,
                                        const std::string& signerTitle, const std::string& recipients) const
{
    documents::PaperView view;
    view.issuer = issuer();
    if (number.number)
        view.number.number = twoFigures(*number.number) + number.suffix;
    view.number.symbol = number.symbol.empty() ? symbol : number.symbol;
    view.date = number.issuedOn;
    view.signer = signerTitle.empty() ? signer() : signer(signerName, signerTitle);
    view.recipients = linesOf(recipients);
    return view;
}

}
