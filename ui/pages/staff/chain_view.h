// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

namespace thidua::ui {

/// The way of one honour in a school year, from registering to the decision: signs joined by a line, one step in each row.
class ChainView : public QWidget {
    Q_OBJECT
public:
    struct Step {
        QString name;          ///< “Bỏ phiếu”
        QString value;         ///< “7/9 phiếu”; empty while it is to come
        Tone tone = Tone::None; ///< Tone::None: to come
        QString icon{};        ///< empty: the tone's own
    };
    explicit ChainView(std::vector<Step> steps, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintStep(QPainter& painter, std::size_t index, int y) const;
    std::vector<Step> m_steps;
};

}
