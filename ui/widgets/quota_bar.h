// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

#include <vector>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPainter;

namespace thidua::ui {

class Label;

/// A count against a line. A limit of the law may not be passed; a target is to be reached.
struct QuotaState {
    enum class Kind { Limit, Target };
    QString label;        ///< “CSTĐ cơ sở – hạn mức”
    Kind kind = Kind::Limit;
    double value = 0;
    double line = 0;      ///< where the thick mark stands
    double full = 0;      ///< what the whole width means; 0 = chosen from value and line
    QString words;        ///< “4 / 3 — vượt 1 (15 % của 24)”; empty = made from value and line
    bool unknown = false; ///< the line is not known: "?" instead of a mark

    Tone tone() const;
    QString icon() const;
    QString shownWords() const;
};

/// The bar alone: filled up to the line, hatched beyond a limit.
class QuotaBar : public QWidget {
    Q_OBJECT
public:
    explicit QuotaBar(QWidget* parent = nullptr);
    void set(const QuotaState& state);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QuotaState m_state;
};

/// Label at the left, sign and words at the right, the bar underneath.
class QuotaView : public QWidget {
    Q_OBJECT
public:
    explicit QuotaView(const QuotaState& state = {}, QWidget* parent = nullptr);
    void set(const QuotaState& state);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QBoxLayout* m_row;
    QHBoxLayout* m_wordsRow;
    Label* m_label;
    QLabel* m_icon;
    Label* m_words;
    QuotaBar* m_bar;
};

/// Several quotas side by side in one card, 54 px high: under the page head.
class QuotaStrip : public QFrame {
    Q_OBJECT
public:
    explicit QuotaStrip(QWidget* parent = nullptr);
    void set(const std::vector<QuotaState>& states);
signals:
    void clicked(int index);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QHBoxLayout* m_row;
    std::vector<QuotaView*> m_views;
};

/// For delegates and small lists. `rect` is the bar with 3 px above and below for the line's ends.
void paintQuotaBar(QPainter& painter, const QRect& rect, const QuotaState& state, Tone fill);

}
