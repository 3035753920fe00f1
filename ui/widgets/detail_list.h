// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace thidua::ui {

/// Label and value rows of a record's facts. `Stacked` puts the label above the value.
class DetailList : public QWidget {
    Q_OBJECT
public:
    enum class Form { Beside, Stacked };
    explicit DetailList(Form form = Form::Beside, QWidget* parent = nullptr);
    /// `value` may be rich text with links; an empty one is shown as “–”.
    void add(const QString& label, const QString& value);
    void add(const QString& label, QWidget* value);
    void clear();
signals:
    void linkActivated(const QString& link);

private:
    Form m_form;
    int m_row = 0;
    QGridLayout* m_grid;
};

}
