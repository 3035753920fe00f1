// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace thidua::render {

/// The family papers are set in: Tinos (the widths of Times New Roman), loaded from its files the first time, else Times New
/// Roman or Liberation Serif of the system. Its files are looked for beside the program (`fonts`, `../share/thidua/fonts`) and among those
/// of the system, or in THIDUA_FONTS alone where that is set. Needs a QGuiApplication.
QString paperFontFamily();
/// Whether every style of that family shows all Vietnamese letters on this machine; without, a paper would come out empty.
bool paperFontReady();
/// The families that papers can be set in, for a sentence about them.
QString paperFontsWanted();

struct TextStyle {
    double pt = 13;
    bool bold = false;
    bool italic = false;
    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

/// Layout unit of drawing: a twentieth of a point, so that 11, 12 and 13 pt are whole pixel sizes.
inline constexpr double kUnitMm = 25.4 / 1440.0;

/// The style at one pixel for each unit; unhinted and without kerning, so that widths add up letter by letter.
QFont paperFont(const TextStyle& style);
/// Width in millimetres; widths of letters are remembered.
double textWidth(const QString& text, const TextStyle& style);

}
