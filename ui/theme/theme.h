// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QApplication;

namespace thidua::ui {

/// The steps of the type scale, in pixels at 100 %.
enum class TypeRole {
    PageTitle,   ///< 20/600
    PanelTitle,  ///< 15/600
    Text,        ///< 13/400: text, cells, buttons
    Strong,      ///< 13/600
    Small,       ///< 12/400: second lines, hints
    SmallStrong, ///< 12/600: table headers, labels, chips
    Badge,       ///< 11/600
    Law,         ///< 15/400 serif: quoted law
    BallotTitle, ///< 24/600
    BallotName,  ///< 18/600
    BallotText   ///< 15/400
};

/// The look of the whole program: palette, style, fonts and sizes. Widgets read it when they paint, so a change shows at once.
class Theme {
public:
    /// Sets style, palette, font and style sheet. `factor` is the text size (1.0, 1.25, 1.5 …); every measure grows with it.
    static void apply(QApplication& app, Scheme scheme, double factor = 1.0);
    /// What the desktop seems to use; a guess by its palette, asked before the first apply().
    static Scheme systemScheme();

    static Scheme scheme();
    static double factor();
    static const Tokens& tokens();
    /// A measure of the design (pixels at 100 %) in pixels now.
    static int px(double at100);
    static QFont font(TypeRole role);
    /// The serif family of documents and quoted law that this machine has.
    static QString paperFamily();
};

/// A line icon of resources/icons by name (“home”, “check” …), in the colour of `ink`; follows theme and pixel ratio by itself.
/// Disabled buttons show it in Ink::Text3.
QIcon icon(const QString& name, Ink ink = Ink::Text2);
/// One picture for painters, cached by name, colour, size and ratio. `px` is the side in device-independent pixels.
QPixmap iconPixmap(const QString& name, const QColor& color, int px, double ratio);
bool hasIcon(const QString& name);
/// The sign that goes with a tone: check, question, cross, info, minus.
QString toneIcon(Tone tone);

}
