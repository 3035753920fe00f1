// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QLabel>

#include <tuple>

namespace thidua::ui {

/// A text in one of the type steps and ink colours; follows theme changes. Rich text and links work as in QLabel.
class Label : public QLabel {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, TypeRole role = TypeRole::Text, Ink ink = Ink::Text, QWidget* parent = nullptr);
    void setInk(Ink ink);
    void setRole(TypeRole role);
    /// One line that gives way in a narrow place: cut with “…”, whole in the tooltip. For plain texts.
    void setElided(bool on);
    QSize minimumSizeHint() const override;
    /// As QLabel's, kept for each width: layouts ask for the same few again and again, and each answer lays out the whole text.
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    /// All that a height rests on beside the width and the font.
    auto shape() const { return std::tuple(text(), contentsMargins(), margin(), indent(), wordWrap(), textFormat()); }
    TypeRole m_role;
    Ink m_ink;
    bool m_elided = false;
    bool m_busy = false;
    mutable std::tuple<QString, QMargins, int, int, bool, Qt::TextFormat> m_shape; ///< of m_heights
    mutable QHash<int, int> m_heights;
};

/// A wrapped text (height follows width). Put it in a layout of its own row or in a scrolling body.
Label* makeWrapped(const QString& text, TypeRole role = TypeRole::Text, Ink ink = Ink::Text, QWidget* parent = nullptr);
/// A hairline between the parts of a card or panel.
QFrame* makeRule(QWidget* parent = nullptr);
/// An icon that stands before a line of text: 14 px wide, as high as the line.
QLabel* makeLineIcon(const QString& icon, Ink ink, QWidget* parent = nullptr);
/// An icon alone, 16 px unless told; decoration, so without an accessible name.
QLabel* makeIconLabel(const QString& icon, Ink ink, int px = 16, QWidget* parent = nullptr);
/// Another icon for a label of makeIconLabel().
void setIcon(QLabel& label, const QString& icon, Ink ink);

}
