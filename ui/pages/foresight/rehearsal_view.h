// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "ui/pages/foresight/foresight_words.h"

#include <QWidget>

class QGridLayout;

namespace thidua::ui::foresight {

/// A year's list under the law of another day, side by side: whose verdict changes, which article does it, and the limits before and after.
class RehearsalView : public QWidget {
    Q_OBJECT
public:
    RehearsalView(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// Offers the years of the file; proposes `shown` or, while it has no list, the year before.
    void setYears(SchoolYear shown);
    /// As the rules page opens it: by the law of that day.
    void setLaw(Date on);
    void rehearse();
    bool canPrint() const { return m_rehearsal && m_rehearsal->nominations > 0; }
    documents::Document paper() const;
    RecordTable* table() const { return m_table; }
    QWidget* firstField() const;

private:
    struct Line {
        std::int64_t id = 0;
        services::VerdictChange change;
    };
    void buildFields(QBoxLayout* column);
    void buildTable();
    std::vector<Column<Line>> columns() const;
    void offerLaws();
    void chooseLaw(Date on);
    Date firstDayOf(const rules::RuleSetRef& law) const;
    void show(const services::Rehearsal& rehearsal);
    void showQuotas(const services::Rehearsal& rehearsal);

    Shell& m_shell;
    SchoolContext& m_context;
    ChoiceField* m_year;
    ChoiceField* m_law;
    DateField* m_day;
    FormField* m_dayForm;
    Label* m_summary;
    RecordModel<Line>* m_model;
    RecordTable* m_table;
    Card* m_limits;
    QGridLayout* m_quotas;
    std::optional<services::Rehearsal> m_rehearsal;
    bool m_setting = false;
};

}
