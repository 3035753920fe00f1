// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace thidua::ui {

/// Buttons, fields, combo boxes, ticks and radio buttons on top of Fusion. Borders are painted inside fixed sizes, so a 2 px focus
/// or error border never moves the content; colours are read when painting, so nothing has to be polished again.
/// Dynamic properties read here: "kind" (ButtonKind as int), "compact", "wrong" (error border), "small" (filter fields).
class Style : public QProxyStyle {
    Q_OBJECT
public:
    Style();
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

/// A frame of `width` px whole inside `rect`, filled; radius at 100 %.
void paintFrame(QPainter& painter, const QRect& rect, const QColor& ground, const QColor& border, int width, double radius);
/// Ground and border of anything one types in, by its state and "wrong" property.
void paintField(QPainter& painter, const QRect& rect, const QStyleOption& option, const QWidget* widget, bool readOnly);
/// The tick box at the middle of `rect`.
void paintTickBox(QPainter& painter, const QRect& rect, Qt::CheckState state, bool enabled, bool focus);

}
