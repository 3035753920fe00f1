// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/kit.h"

class QCheckBox;

namespace thidua::ui::prepare {

/// The observances of the library with ticks; a new one can be added, or one mended, in place.
class ObservancePicker final : public QWidget, public Field {
    Q_OBJECT
public:
    ObservancePicker(services::SchoolFile& file, Shell& shell, QWidget* parent = nullptr);
    std::vector<domain::ObservanceId> value() const;
    void setValue(const std::vector<domain::ObservanceId>& ids);
    /// For the number of years beside each.
    void setSpan(Date from, Date to, SchoolYear seen);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override { setEnabled(!readOnly); }
    bool isBlank() const override { return value().empty(); }
    void clear() override { setValue({}); }

private:
    struct Line {
        domain::ObservanceId id;
        QCheckBox* box;
    };
    void read();
    void showLines();
    QWidget* makeLine(const services::Stored<domain::Observance>& observance);
    void buildForm();
    void bindForm(FormLayout* fields);
    void openForm(const services::Stored<domain::Observance>* observance);
    void save();
    services::SchoolFile& m_file;
    Shell& m_shell;
    std::vector<services::Stored<domain::Observance>> m_library;
    std::vector<domain::ObservanceId> m_chosen;
    std::vector<Line> m_lines;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    QWidget* m_form = nullptr;
    LineField* m_name = nullptr;
    FormField* m_onlyYear = nullptr;
    FormBinder<domain::Observance>* m_binder;
    std::optional<services::Stored<domain::Observance>> m_editing;
    Date m_from{2000, 1, 1}, m_to{2000, 1, 2};
    SchoolYear m_seen{2000};
};

}
