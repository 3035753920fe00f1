// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::prepare {

/// What a target says: of a draft plan only. The fields follow the kind: a count, a share of a total, or reached or not.
class TargetForm final : public RecordForm<domain::Target> {
    Q_OBJECT
public:
    explicit TargetForm(services::SchoolFile& file, QWidget* parent = nullptr) : TargetForm(file, std::nullopt, parent) {}
    /// With the school year also what a target is tied to: a named group, a campaign, a team, a text of the library.
    TargetForm(services::SchoolFile& file, std::optional<domain::SchoolYearId> year, QWidget* parent = nullptr);
    /// `plans` are the drafts it may stand in, the first one chosen; with one alone there is nothing to choose.
    void startNew(const std::vector<services::Stored<domain::Plan>>& plans);
    void startEdit(domain::TargetId id, const domain::Target& target, domain::RowVersion version);
    /// The target's id when it is written.
    std::optional<std::int64_t> save(OperationRunner& runner);

private:
    void addFigures();
    void addOrigin();
    void start(const domain::Target& target);
    void showKind();
    services::SchoolFile& m_file;
    std::optional<domain::SchoolYearId> m_year;
    FormLine<ChoiceField> m_plan;
    FormLine<ChoiceField> m_metric;
    FormLine<ChoiceField> m_group{nullptr, nullptr};
    std::vector<FormField*> m_counts; ///< not of a yes or no
    std::vector<FormField*> m_shares; ///< of a share alone
    std::optional<domain::TargetId> m_id;
    domain::RowVersion m_version = 0;
};

/// What a target may be tied to: codes by id, the first one is none.
struct TargetTies {
    std::vector<ChoiceField::Choice> groups, campaigns, collectives, texts;
    static TargetTies of(services::SchoolFile& file, domain::SchoolYearId year);
};

/// How the figure of a target is come by, also when its plan is issued.
class CountingForm final : public RecordForm<services::TargetCounting> {
    Q_OBJECT
public:
    CountingForm(services::SchoolFile& file, domain::SchoolYearId year, const services::TargetRow& row, QWidget* parent = nullptr);
};

/// What has been reached by a day: for targets that the program does not count, and to correct what it counts.
struct ReachedDraft {
    std::optional<int> actual;
    std::string reached = "none"; ///< yes/no targets: none, yes, no
    std::optional<Date> on;
    std::string note;
};

class ReachedForm final : public RecordForm<ReachedDraft> {
    Q_OBJECT
public:
    ReachedForm(services::SchoolFile& file, const services::TargetRow& row, QWidget* parent = nullptr);
    std::optional<std::int64_t> save(OperationRunner& runner);
    QWidget* firstField() const { return m_first; }

private:
    services::SchoolFile& m_file;
    domain::TargetId m_id;
    bool m_yesNo;
    QWidget* m_first;
};

}
