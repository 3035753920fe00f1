// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/campaign.h"
#include "domain/observance.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A campaign with its content items and the observances it is tied to.
struct CampaignDraft {
    domain::Campaign campaign;
    std::vector<std::string> items;
    std::vector<domain::ObservanceId> observances;
    friend bool operator==(const CampaignDraft&, const CampaignDraft&) = default;
};

struct CampaignRow {
    domain::CampaignId id;
    domain::RowVersion version;
    domain::Campaign campaign;
    std::vector<std::string> items;
    std::vector<Stored<domain::Observance>> observances;
    std::vector<Stored<domain::CampaignReport>> reports; ///< by the day they are due
    std::string answersName{}, receivedName{};
};

std::vector<FieldIssue> validate(const CampaignDraft& draft);
/// What kind the name says it is: “Đợt 1: …” is one of a round, what says nothing is a regular one.
domain::CampaignKind kindByName(const std::string& name);

/// Phong trào thi đua: launched → reviewed → closed (domain.md §4).
class CampaignService {
public:
    explicit CampaignService(SchoolFile& file) : m_file(file) {}

    /// Those of the school year and those that span it, by first day; all without a year.
    Result<std::vector<CampaignRow>> campaigns(std::optional<domain::SchoolYearId> year = std::nullopt);
    Result<CampaignRow> campaign(domain::CampaignId id);
    Written<domain::CampaignId> createCampaign(const CampaignDraft& draft);
    Written<Done> editCampaign(domain::CampaignId id, const CampaignDraft& draft, domain::RowVersion version);
    /// Only a draft; a launched one is closed, never removed.
    Written<Done> removeCampaign(domain::CampaignId id);
    /// The reports owed to those above, whole; a sent day may not lie before the launch or ahead.
    Written<Done> setReports(domain::CampaignId id, const std::vector<domain::CampaignReport>& reports);
    /// Launch asks for a theme, criteria (or content items) and days within a school year; review and close take a note, kept with the date.
    /// Each step on the day on which it was taken; none: today. Fields "on": no day to come, none before the step before it.
    Written<Done> launch(domain::CampaignId id, std::optional<Date> on = std::nullopt);
    /// Gives its own paper number and day, which freezes what it says; launches a draft. Barrier of undo.
    Written<Done> issue(domain::CampaignId id, const IssuePaper& paper);
    Written<Done> review(domain::CampaignId id, const std::string& note, std::optional<Date> on = std::nullopt);
    Written<Done> close(domain::CampaignId id, const std::string& note, std::optional<Date> on = std::nullopt);

private:
    SchoolFile& m_file;
};

}
