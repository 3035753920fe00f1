// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

#include <vector>

class QAbstractButton;

namespace thidua::ui {

/// The steps of a meeting or an import, 36 px high: done, current, to come. Left/Right move, Enter opens.
class StepBar : public QFrame {
    Q_OBJECT
public:
    struct Step {
        QString title;
        bool done = false;
        bool enabled = true; ///< false: cannot be opened yet
    };
    explicit StepBar(QWidget* parent = nullptr);
    void setSteps(const std::vector<Step>& steps);
    void setCurrent(int index);
    int current() const { return m_current; }
signals:
    void stepChosen(int index);

private:
    std::vector<QAbstractButton*> m_buttons;
    int m_current = 0;
};

/// Exclusive filters with counts above a table: “Tất cả 29 | ✓ Đủ điều kiện 21 | …”.
class SegmentBar : public QWidget {
    Q_OBJECT
public:
    struct Segment {
        QString key;
        QString text;
        int count = -1; ///< shown unless negative
        Tone tone = Tone::None;
        QString icon{}; ///< empty: the tone's sign; none for Tone::None
    };
    explicit SegmentBar(QWidget* parent = nullptr);
    /// Keeps the chosen key where it still exists.
    void setSegments(const std::vector<Segment>& segments);
    QString currentKey() const { return m_current; }
    void setCurrentKey(const QString& key);
signals:
    void chosen(const QString& key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::vector<QAbstractButton*> m_buttons;
    std::vector<QString> m_keys;
    QString m_current;
};

}
