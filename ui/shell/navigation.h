// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QFrame>

#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace thidua::ui {

/// The pages in the order of the school's year, in groups, with badges for what wants doing. Up/Down move, Enter opens.
class Navigation : public QFrame {
    Q_OBJECT
public:
    explicit Navigation(QWidget* parent = nullptr);
    /// Pages of the group “” after grouped ones stand apart at the end.
    void addPage(const PageInfo& info);
    void setCurrent(const QString& id);
    QString current() const { return m_current; }
    void setBadge(const QString& id, int count, Tone tone);
    void clearBadges();
    /// Icons alone, 48 px wide; names become tooltips.
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// The next or previous page's id, round the ends.
    QString neighbour(int step) const;
    void focusCurrent();
signals:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measure();
    struct Entry {
        PageInfo info;
        class NavItem* item;
    };
    std::vector<Entry> m_entries;
    std::vector<QWidget*> m_captions;
    QVBoxLayout* m_layout;
    QString m_current;
    QString m_lastGroup;
    bool m_collapsed = false;
};

}
