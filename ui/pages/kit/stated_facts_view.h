// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/stated_fact_service.h"
#include "ui/pages/kit/parts.h"

namespace thidua::ui {

/// What has been stated of a person or collective, as a section of their record: each with value, where it holds, day and source, and the
/// verbs that change it or take it back.
class StatedFactsView : public Stack {
    Q_OBJECT
public:
    struct Whose {
        domain::SubjectRef subject;
        QString name;
        SchoolYear year{0};     ///< the school year shown
        bool mayWrite = true;
    };
    StatedFactsView(Shell& shell, services::SchoolFile& file, Whose whose, QWidget* parent = nullptr);
    /// Opens the dialog for a new one.
    static void state(Shell& shell, services::SchoolFile& file, const Whose& whose, QWidget* parent);

private:
    void addRow(const services::StatedRow& row);
    void follow(const QString& link);
    void change(const services::StatedRow& row);
    void takeBack(const services::StatedRow& row);

    Shell& m_shell;
    services::SchoolFile& m_file;
    Whose m_whose;
    std::vector<services::StatedRow> m_rows;
    DetailList* m_list = nullptr;
};

}
