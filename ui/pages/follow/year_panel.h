// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/year_record_service.h"
#include "ui/pages/follow/follow_common.h"
#include "ui/pages/follow/rows_field.h"

namespace thidua::ui::follow {

/// Everything known of one person or collective for a year, with days, sources and reasons, as a form.
class YearPanel : public SidePanel {
    Q_OBJECT
public:
    YearPanel(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void setYear(domain::SchoolYearId year, const QString& lockedReason);
    void showRow(const services::YearRow& row);
    void showNobody();
    std::optional<std::int64_t> rowId() const;
    bool isDirty() const { return !m_saving && m_form.isDirty(); }
    bool settleEntries();
    bool save();
    void focusForm();

private:
    using Facts = services::YearFacts;
    void buildForm();
    void buildEvaluation(FormLayout* layout);
    void buildPeople(FormLayout* layout);
    void buildCollective(FormLayout* layout);
    /// “Đã xác nhận …”: a fact with its day; ticked anew it gets today's.
    void bindConfirmed(const std::string& name, FormField* form, CheckField* check, std::optional<Date> domain::YearRecord::*day);
    template <class F, class M>
    void bindRecord(const std::string& name, FormField* form, F* field, M domain::YearRecord::*member);
    template <class M>
    void bindChoice(const std::string& name, FormField* form, ChoiceField* field, M domain::YearRecord::*member,
                    std::vector<std::pair<M, QString>> values);

    Shell& m_shell;
    SchoolContext& m_context;
    FormBinder<Facts> m_form;
    std::optional<domain::SchoolYearId> m_year;
    QString m_locked;
    bool m_saving = false;
    std::optional<services::YearRow> m_row;
    ChoiceField* m_evaluation;
    FormLayout* m_people;
    FormLayout* m_collective;
    QPushButton* m_save;
    QPushButton* m_open;
};

}
