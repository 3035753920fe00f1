// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/entity_kind.h"
#include "domain/legal_text.h"
#include "domain/observance.h"
#include "domain/plan.h"
#include "domain/target.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// A plan with all its parts, as its form edits it. `seq` of the parts is set by their order here.
struct PlanDraft {
    domain::Plan plan;
    std::vector<domain::PaperBasis> bases;
    std::vector<domain::PlanSection> sections;
    std::vector<domain::PaperRecipient> recipients;
    friend bool operator==(const PlanDraft&, const PlanDraft&) = default;
};

struct PlanDetail {
    Stored<domain::Plan> plan;
    std::vector<domain::PaperBasis> bases;
    std::vector<domain::PlanSection> sections;
    std::vector<domain::PaperRecipient> recipients;
    std::vector<Stored<domain::Target>> targets;
};

/// A target with what has been registered, nominated and reached for it.
struct TargetRow {
    domain::TargetId id;
    domain::RowVersion version;
    domain::Target target;
    std::string planTitle;
    domain::PlanState planState = domain::PlanState::Draft;
    std::optional<int> registered;   ///< from the registrations, where the metric says so
    std::optional<int> reached;      ///< from the awards or initiatives, else the figure entered
    bool met = false;                ///< reached (or so far registered) is enough
    std::optional<int> groupSize{};  ///< whom its named group counts on the group's day
    std::string groupName{}, campaignName{}, collectiveName{}, setByName{};
    int outside = 0;                 ///< did it, and are not of the group: not counted
    int waiting = 0;                 ///< entries that nobody has confirmed: not counted
};

/// How the figure of a target is come by, which goes on being set when its plan is issued.
struct TargetCounting {
    std::string metric;
    std::optional<domain::NamedGroupId> counted;
    std::optional<domain::CampaignId> campaign;
    std::optional<domain::LegalTextId> setBy;
    std::optional<int> sourceValue;
    friend bool operator==(const TargetCounting&, const TargetCounting&) = default;
};

/// One of the rows that a target's figure is made of.
struct TargetEntry {
    domain::EntityKind kind;
    std::int64_t id;
    std::string text;                ///< “Nguyễn Thị Hoa, 20/11/2021: 2 tiết”
};
/// What a target of a plan for several years has come to in one of them.
struct TargetYear {
    SchoolYear year{0};
    std::optional<int> reached;
};

std::vector<FieldIssue> validate(const domain::LegalText& text);
std::vector<FieldIssue> validate(const domain::Observance& observance);
std::vector<FieldIssue> validate(const PlanDraft& draft);
std::vector<FieldIssue> validate(const domain::Target& target);

/// Legal texts, observances, plans and targets (domain.md §1, §4).
class PlanService {
public:
    explicit PlanService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<Stored<domain::LegalText>>> legalTexts();
    Written<domain::LegalTextId> addLegalText(const domain::LegalText& text);
    Written<Done> editLegalText(domain::LegalTextId id, const domain::LegalText& text, domain::RowVersion version);
    Written<Done> removeLegalText(domain::LegalTextId id);

    Result<std::vector<Stored<domain::Observance>>> observances();
    Written<domain::ObservanceId> addObservance(const domain::Observance& observance);
    Written<Done> editObservance(domain::ObservanceId id, const domain::Observance& observance, domain::RowVersion version);
    Written<Done> removeObservance(domain::ObservanceId id);

    /// The plans of a school year, and the period plans that cover it; all without a year.
    Result<std::vector<Stored<domain::Plan>>> plans(std::optional<domain::SchoolYearId> year = std::nullopt);
    Result<PlanDetail> plan(domain::PlanId id);
    /// A new plan's usual sections and recipients, to be filled in.
    Result<PlanDraft> proposedPlan(domain::SchoolYearId year);
    /// Nơi nhận of a plan, whatever its kind.
    Result<std::vector<domain::PaperRecipient>> usualRecipients();
    Written<domain::PlanId> createPlan(const PlanDraft& draft);
    Written<Done> editPlan(domain::PlanId id, const PlanDraft& draft, domain::RowVersion version);
    Written<Done> removePlan(domain::PlanId id);
    /// Numbers, dates and freezes it. What an inspector would ask about is known before: PaperIssuer::warnings.
    Written<Done> issuePlan(domain::PlanId id, const IssuePaper& paper);

    /// The targets of all plans of that school year.
    Result<std::vector<TargetRow>> targets(domain::SchoolYearId year);
    Written<domain::TargetId> addTarget(const domain::Target& target);
    Written<Done> editTarget(domain::TargetId id, const domain::Target& target, domain::RowVersion version);
    Written<Done> removeTarget(domain::TargetId id);
    /// What has been reached by a date, for targets that the program cannot count itself.
    Written<Done> recordTarget(domain::TargetId id, std::optional<int> actual, Date on, const std::string& note);
    /// What it is counted by, also when its plan is issued: what it asks stays as it is.
    Written<Done> countTarget(domain::TargetId id, const TargetCounting& counting);
    /// The rows of the file that its counted figure is made of, in this school year; none where people enter it.
    Result<std::vector<TargetEntry>> entriesOf(domain::TargetId id, domain::SchoolYearId year);
    /// Of a target of a plan for several years: each year of the plan that the file has. Else empty.
    Result<std::vector<TargetYear>> acrossYears(domain::TargetId id);

private:
    SchoolFile& m_file;
};

}
