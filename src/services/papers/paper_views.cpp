// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_views.h"

#include "domain/initiative.h"
#include "domain/people.h"
#include "services/papers/paper_issuing.h"
#include "services/people/serving.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

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

documents::SignerView PaperSource::signer() const
{
    auto who = schoolSigner(reader, school);
    return {std::move(who.title), std::move(who.name)};
}

documents::SignerView PaperSource::compiler() const
{
    const Serving serving(reader, listDay(reader, yearId, file.clock().today()));
    for (const auto& council : repo::councils(reader, yearId)) {
        if (council.data.kind != CouncilKind::Emulation)
            continue;
        for (const auto& member : repo::members(reader, council.id))
            if (member.data.role == CouncilRole::Secretary && serving.on(member.data.person))
                if (const auto person = reader.find<Person>(member.data.person))
                    return {{}, person->data.fullName};
    }
    return {};
}

documents::PaperView PaperSource::paper(PaperKind kind, const PaperHead& head) const
{
    documents::PaperView view;
    view.issuer = issuer();
    if (head.number.number)
        view.number.number = twoFigures(*head.number.number) + head.number.suffix;
    view.number.symbol = head.number.symbol.empty() ? paperSymbol(kind, school.documentSymbol) : head.number.symbol;
    view.date = head.number.issuedOn;
    view.signer = head.signerTitle.empty() ? signer() : documents::SignerView{head.signerTitle, head.signerName};
    return view;
}

std::string percentOnPaper(std::string text)
{
    for (std::size_t at = text.find(" %"); at != std::string::npos; at = text.find(" %"))
        text.erase(at, 1);
    return text;
}

}
