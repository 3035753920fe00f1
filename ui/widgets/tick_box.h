// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace thidua::ui {

/// A box to tick whose words go on in the next line where it is too narrow.
class TickBox : public QCheckBox {
    Q_OBJECT
public:
    explicit TickBox(const QString& text = {}, QWidget* parent = nullptr);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& pos) const override { return rect().contains(pos); }

private:
    /// Where the words begin: after the box.
    int wordsLeft() const;
    QRect wordsIn(int width) const;
};

}
