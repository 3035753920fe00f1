// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace thidua::ui {

class Label;

/// A part that scrolls when it is taller than its place. Without it a layout squeezes wrapped labels and fields, silently.
QScrollArea* makeScrolling(QWidget* inner, QWidget* parent = nullptr);
/// Scrolls whatever scrolls around `part`, and turns tabs and stacks of its page to it, so that it is to be seen.
void bringIntoView(QWidget* part);

/// A framed part of a page: head with icon, title and a text or widget at the right, a hairline, and the body.
/// Without a title there is no head.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString& title = {}, const QString& icon = {}, const QString& right = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setRightText(const QString& text);
    /// A button or chip at the right end of the head.
    void addToHead(QWidget* widget);
    /// Where the content goes. Padding 16/12; set the margins to 0 for tables and rows that reach the frame.
    QVBoxLayout* body() const { return m_body; }

private:
    QWidget* m_head = nullptr;
    QHBoxLayout* m_headRow = nullptr;
    Label* m_title = nullptr;
    Label* m_right = nullptr;
    QVBoxLayout* m_body = nullptr;
};

}
