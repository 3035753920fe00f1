// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace thidua::ui {

/// A link among wrapped words that wraps as they do: it is never cut, however long its name and narrow its panel.
class WrappedLink final : public QPushButton {
public:
    explicit WrappedLink(const QString& text, QWidget* parent = nullptr);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    QRect wordsIn(int width) const;
    bool m_busy = false;
};

}
