// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/initiative_service.h"
#include "ui/pages/follow/rows_field.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::follow {

Tone toneOf(domain::InitiativeState state);
bool waits(domain::InitiativeState state);

/// “Sáng kiến”: registered in autumn, recognised by a decision in spring.
class InitiativesPage final : public ListPageOf<services::InitiativeRow> {
    Q_OBJECT
public:
    InitiativesPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::InitiativeRow> readRows() override;
    QString summary() const override;
    void show(const services::InitiativeRow& row) override;

private:
    using Row = services::InitiativeRow;
    struct Draft {
        domain::Initiative initiative;
        std::vector<domain::InitiativeAuthor> authors;
        friend bool operator==(const Draft&, const Draft&) = default;
    };
    void declareColumns();
    void declareVerbs();
    void declareSteps();
    QString honoursServed(const Row& row) const;
    RecordForm<Draft>* makeForm(const Draft& draft, bool decided = false);
    QWidget* recognition(const Row& row);
    QWidget* scoreOf(const Row& row);
    void refer(const Rows& rows);
    void refuse(const Row& row);
    void dropReferral(const Row& row);
    void recordUse(const Row& row);
    void openNew();
    void recogniseHere(const Rows& rows);
    void recogniseAbove(const Rows& rows);
    void reject(const Row& row);
    void remove(const Row& row);
    /// The school's decision that recognises it.
    std::optional<std::int64_t> decisionOf(const Row& row) const;
    std::vector<SearchField::Option> m_people;
    std::vector<ChoiceField::Choice> m_honours;  ///< for people this year, none first
    std::map<domain::InitiativeId, domain::DecisionId> m_decisions;
    QPointer<RecordForm<Draft>> m_form;
};

}
