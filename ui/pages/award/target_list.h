// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// One target as the overview shows it.
struct TargetLook {
    QString name;
    QuotaState state;      ///< unknown when nobody has entered a figure and the program cannot count it
    QString counts;        ///< “24 / 24”, “? / 3”
    QString words;         ///< “đạt” (reached), “còn 2”, “đăng ký” (nothing but registrations so far), “chưa ghi”
    QString tip;           ///< the whole name, and what is counted so far
    static TargetLook of(const services::TargetRow& row);
};

/// The targets of the school year, a line each: name, bar, figures, what is still to be reached. Drawn in one piece.
class TargetList : public QWidget {
    Q_OBJECT
public:
    explicit TargetList(QWidget* parent = nullptr);
    void set(std::vector<TargetLook> targets);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Columns {
        QRect name, bar, counts, words;
    };
    Columns columnsAt(int y, int height, int width) const;
    int rowHeight(const TargetLook& target, int width) const;
    std::vector<TargetLook> m_targets;
};

}
