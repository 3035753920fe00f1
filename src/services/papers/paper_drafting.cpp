// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_drafting.h"

#include "documents/template.h"
#include "domain/decision.h"
#include "domain/meeting.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "rules/council_law.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

std::vector<PaperRecipient> recipientsOf(std::string_view text, const School& school = {})
{
    std::vector<PaperRecipient> recipients;
    for (const auto& line : documents::shippedTemplate("common").lines(text, {{"superior", school.superiorAgency}}))
        fromLine(line, recipients.emplace_back());
    return recipients;
}

}

std::vector<PaperBasis> basesOf(SchoolFile& file, const School& school, std::string_view paper, std::optional<Date> on)
{
    std::vector<PaperBasis> bases;
    for (auto& wording : rules::paperBasesOn(file.rules(), paper, on.value_or(file.clock().today()), toCode(school.level)))
        bases.push_back({std::nullopt, std::move(wording)});
    return bases;
}

std::string_view basesCode(const Decision& decision)
{
    if (decision.ground)
        return "commend_pupils";
    return toCode(decision.kind == DecisionKind::Other ? DecisionKind::Confer : decision.kind);
}

PaperBasis minutesBasis(const Stored<Meeting>& meeting, const std::string& council)
{
    return {std::nullopt, documents::shippedTemplate("common").text("basis.minutes", {{"number", meeting.data.number.text()}, {"day", meeting.data.heldOn.words()},
                                                                                      {"council", council}})};
}

std::optional<PaperBasis> newestMinutes(Reader& reader, SchoolYearId year, CouncilKind kind)
{
    for (const auto& meeting : repo::meetings(reader, year)) {
        const auto council = reader.find<Council>(meeting.data.council);
        if (council && council->data.kind == kind && meeting.data.state == MeetingState::Closed && meeting.data.number.number)
            return minutesBasis(meeting, council->data.name);
    }
    return std::nullopt;
}

std::string usualProposer(Reader& reader, const School& school, SchoolYearId year)
{
    const auto councils = repo::councils(reader, year);
    const bool founded = std::ranges::any_of(councils, [](const auto& row) { return row.data.kind == CouncilKind::Initiative && row.data.state == CouncilState::Established; });
    return founded ? documents::shippedTemplate("decision-initiatives").text("proposer.usual", {{"school", school.name}}) : std::string();
}

std::vector<PaperRecipient> decisionRecipients(const School& school)
{
    return recipientsOf("recipients.decision", school);
}

std::vector<PaperRecipient> planRecipients(const School& school)
{
    return recipientsOf("recipients.plan", school);
}

std::vector<PaperRecipient> submissionRecipients()
{
    return recipientsOf("recipients.submission");
}

}
