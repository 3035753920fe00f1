// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/award_papers.h"

#include "domain/decision.h"
#include "domain/honour.h"
#include "domain/meeting.h"
#include "domain/submission.h"
#include "services/core/internal.h"

namespace thidua::services {

using namespace domain;

Result<std::vector<AwardPaper>> papersOf(SchoolFile& file, HonourRecordId award)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<AwardPaper>> {
        std::vector<AwardPaper> papers;
        const auto add = [&papers](PaperKind kind, std::int64_t row, const std::string& number, const std::optional<Date>& day, bool ours) {
            papers.push_back({kind, row, ours, number + (day ? ", " + day->vn() : std::string())});
        };
        TD_TRY(const auto record, need<HonourRecord>(reader, award));
        const auto decision = record.data.decision ? reader.find<Decision>(*record.data.decision) : std::nullopt;
        if (!decision)
            return papers;
        const auto& number = decision->data.number;
        const bool ours = isOwn(decision->data.kind);
        add(PaperKind::Decision, decision->id.value(), ours ? number.text() : decision->data.outsideNumber, number.issuedOn, ours);
        if (const auto voted = decision->data.meeting ? reader.find<Meeting>(*decision->data.meeting) : std::nullopt)
            add(PaperKind::Minutes, voted->id.value(), voted->data.number.text(), voted->data.heldOn, true);
        const auto submission = decision->data.submission ? reader.find<Submission>(*decision->data.submission) : std::nullopt;
        if (!submission)
            return papers;
        add(PaperKind::Submission, submission->id.value(), submission->data.number.text(), submission->data.number.issuedOn, true);
        if (const auto meeting = submission->data.meeting ? reader.find<Meeting>(*submission->data.meeting) : std::nullopt)
            add(PaperKind::Minutes, meeting->id.value(), meeting->data.number.text(), meeting->data.heldOn, true);
        return papers;
    });
}

}
