// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "render/fonts.h"

#include <QString>
#include <vector>

/// Breaks a document into pages of drawing commands. All measures in millimetres from the sheet's top left corner.
namespace thidua::render {

/// `y` is the baseline; every space of the text is `wordSpacing` wider than the font's (justified lines).
struct PlacedText {
    double x = 0;
    double y = 0;
    double width = 0;
    TextStyle style;
    QString text;
    double wordSpacing = 0;
};

enum class Stroke { Solid, Dashed };
struct PlacedLine {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    double pt = 0.5;
    Stroke stroke = Stroke::Solid;
};

struct PlacedBox {
    double x = 0, y = 0, width = 0, height = 0;
    double pt = 0.5;
};

/// What to draw, without a page around it.
struct Marks {
    std::vector<PlacedText> texts;
    std::vector<PlacedLine> lines;
    std::vector<PlacedBox> boxes;
    /// Adds `other` moved by `dy`.
    void append(const Marks& other, double dy);
};

struct LaidOutPage {
    double width = 210;
    double height = 297;
    std::size_t part = 0;   ///< index in Document::parts
    int number = 1;         ///< within its part
    Marks marks;
};

/// Needs a QGuiApplication (fonts), no window.
std::vector<LaidOutPage> layoutPages(const documents::Document& document);

}
