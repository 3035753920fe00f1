// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace thidua::ui {

class Chip;
class FlowLayout;
class Label;

/// The selected record in full, at the right of a table: head 64 px (title, subtitle, chip, close), scrolling body, foot with actions.
/// Widths: 300 facts, 320–380 form, 500 verdict.
class SidePanel : public QFrame {
    Q_OBJECT
public:
    explicit SidePanel(int width = 360, QWidget* parent = nullptr);
    void setTitle(const QString& title, const QString& subtitle = {});
    void setChip(Tone tone, const QString& text, const QString& icon = {});
    void clearChip();
    /// Padding 16/12; a stretch stands after what is added.
    void addToBody(QWidget* widget);
    /// Deletes what stands in the body.
    void clearBody();
    /// The body's beginning is seen: what it shows is of somebody else now.
    void toTop();
    /// One filled button at most; `farRight` for the one that destroys.
    void addToFoot(QPushButton* button, bool farRight = false);
    void clearFoot();
    /// Shown instead of head, body and foot while nothing is selected.
    void showNothing(const QString& sentence);
    void showContent();
    void setClosable(bool closable);
    int designWidth() const { return m_width; }
signals:
    void closed();

private:
    QWidget* makeHead();
    int m_width;
    Label* m_title;
    Label* m_subtitle;
    Chip* m_chip;
    QPushButton* m_close;
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    QWidget* m_foot;
    FlowLayout* m_footRow;
    Label* m_nothing;
    QWidget* m_head;
};

}
