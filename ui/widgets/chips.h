// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QPainter;

namespace thidua::ui {

/// A sign and a word on a tone's ground: what wants doing, or a verdict. Good news in tables stands without a ground.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(Tone tone = Tone::Mute, const QString& text = {}, const QString& icon = {}, QWidget* parent = nullptr);
    /// An empty `icon` takes the tone's own sign; "-" shows none.
    void set(Tone tone, const QString& text, const QString& icon = {});
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone;
    QString m_text;
    QString m_icon;
};

/// A title or grade: outlined, never coloured.
class OutlineChip : public QWidget {
    Q_OBJECT
public:
    explicit OutlineChip(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

/// The same drawings for delegates. Return the width used; `rect` is the space at hand, the chip stands at its left, in the middle.
int paintChip(QPainter& painter, const QRect& rect, Tone tone, const QString& text, const QString& icon, bool ground);
int paintOutlineChip(QPainter& painter, const QRect& rect, const QString& text);

}
