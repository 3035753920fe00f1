// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "ui/pages/kit/form_dialog.h"
#include "ui/pages/registrations/honour_ticks.h"

namespace thidua::ui {
class OperationRunner;
}

namespace thidua::ui::follow {

/// The same honours for the rows marked, or for a whole team, in one step that one undo takes back.
class RegisterManyDialog final : public FormDialog {
    Q_OBJECT
public:
    struct Group {
        QString title;                                 ///< “Tổ 1”, “12 dòng đã đánh dấu”
        std::vector<domain::SubjectRef> subjects;
        QStringList names;
    };
    /// `late`: after the deadline, when a reason is asked for.
    RegisterManyDialog(services::SchoolFile& file, const services::Stored<domain::SchoolYearRow>& year, Group group, OperationRunner& runner,
                       QWidget* parent);

protected:
    /// Boxes that are made later do not stand in Qt's own order; these do.
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent* event) override;

private:
    void offer();
    void addSides();
    std::vector<domain::SubjectRef> chosen() const;
    bool goToOtherSide();
    QList<QWidget*> stops() const;
    void save();

    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    Group m_group;
    OperationRunner& m_runner;
    SegmentBar* m_sides = nullptr; ///< people or collectives, where both are marked: their honours differ
    HonourTicks* m_honours;
    FormField* m_honoursForm;
    bool m_sideWritten = false;
    LineField* m_reason = nullptr;
    FormField* m_reasonForm = nullptr;
};

}
