// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

namespace thidua::ui {

/// The school year as a strip: months, bands of campaigns and tasks, deadlines, observances, and today.
/// Left/Right walk through the items, Enter opens one.
class TimelineStrip : public QWidget {
    Q_OBJECT
public:
    struct Item {
        enum class Kind { Band, Task, Deadline, Observance };
        Kind kind = Kind::Band;
        QString key;                  ///< what itemOpened carries
        QString text;
        Date from;
        std::optional<Date> to{};     ///< bands and tasks
        Tone tone = Tone::Info;
    };
    explicit TimelineStrip(QWidget* parent = nullptr);
    /// Months of `first` … `last` inclusive.
    void setSpan(Date first, Date last);
    void setToday(const std::optional<Date>& today);
    void setItems(std::vector<Item> items);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
signals:
    void itemOpened(const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Placed {
        QRect rect;
        QRect words;
        std::size_t item;
    };
    int xOf(Date date) const;
    void place();
    void placeRow(Item::Kind kind, int y, int height);
    void spread(Item::Kind kind, const QFontMetrics& metrics);
    static QString fittingWords(const QString& text, const QFontMetrics& metrics, int room);
    void paintMonths(QPainter& painter) const;
    void paintToday(QPainter& painter) const;
    void paintItem(QPainter& painter, const Placed& placed) const;
    int itemAt(const QPoint& pos) const;
    void setCurrent(int index);
    Date m_first, m_last;
    std::optional<Date> m_today;
    std::vector<Item> m_items;
    std::vector<Placed> m_placed;
    int m_current = -1;
    int m_hover = -1;
};

}
