// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "domain/stored.h"
#include "services/core/next_year.h"
#include "ui/pages/records/settings_page.h"

namespace thidua::ui {

/// The school years of the file: dates, opening the next one, closing, reopening with a reason.
class YearSettings : public SettingsSection {
    Q_OBJECT
public:
    YearSettings(Shell& shell, SchoolContext& context, QWidget* parent);
    void load() override;
    bool mayLeave() override;
    QWidget* firstStop() override { return m_table; }

private:
    using Row = services::Stored<domain::SchoolYearRow>;
    void setColumns();
    void connectTable();
    void showCurrent();
    void showYear(const Row& row);
    void openForm(const domain::SchoolYearRow& year, std::optional<std::int64_t> id);
    void addDates(FormLayout& form);
    void startNext();
    bool save();
    void closeForm();
    void closeYear(const Row& row);
    void reopenYear(const Row& row);
    /// What is left out of what the year before gives; none when the person went back to the dates.
    std::optional<services::CarryLeftOut> askCarried(const domain::SchoolYearRow& year);
    const Row* current() const;
    RecordModel<Row> m_model;
    RecordTable* m_table;
    SidePanel* m_panel;
    QPushButton* m_next;
    FormBinder<domain::SchoolYearRow>* m_binder = nullptr;
    std::optional<std::int64_t> m_editing;
    bool m_moving = false;
};

}
