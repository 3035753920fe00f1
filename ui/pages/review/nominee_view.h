// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nominee_sheet.h"
#include "ui/kit.h"

namespace thidua::ui {

/// Who is voted on, with what the rules found and what was received before: beside the ballot, or large on the wall.
class NomineeView : public QWidget {
    Q_OBJECT
public:
    enum class Size { Beside, Wall };
    explicit NomineeView(Size size, QWidget* parent = nullptr);
    void show(const services::NomineeSheet& sheet);
    void clear();

private:
    void addFact(const QString& icon, Ink ink, const QString& label, const QString& text);
    TypeRole text() const { return m_size == Size::Wall ? TypeRole::BallotName : TypeRole::BallotText; }

    Size m_size;
    Label* m_name;
    Label* m_post;
    QVBoxLayout* m_rows;
};

}
