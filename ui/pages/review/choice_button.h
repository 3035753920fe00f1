// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace thidua::ui {

/// One answer of a ballot: a sign, its words and the key that gives it. Every answer has the same colours.
class ChoiceButton : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(const QString& words, const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key;
};

}
