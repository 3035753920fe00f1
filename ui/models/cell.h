// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

namespace thidua::ui {

/// What one cell shows. All tables paint it with one delegate and read it aloud by spoken().
struct Cell {
    enum class Kind { Text, TwoLines, Chips, Mark, Bar, Tick };
    Kind kind = Kind::Text;
    QString text{};
    QString second{};          ///< second line
    QStringList chips{};       ///< outlined titles
    QString icon{};            ///< of marks
    Tone tone = Tone::None;
    bool ground = false;       ///< marks: on the tone's ground; text: the whole cell is tinted
    bool strong = false;
    bool dim = false;          ///< secondary text
    bool on = false;           ///< ticks
    bool flagged = false;      ///< a small corner: differs, has a note
    bool readOnly = false;     ///< `alt` ground (grids)
    double value = 0, line = 0, full = 0; ///< bars
    QString error{};           ///< red ground and border; the sentence is the tooltip
    QString tip{};
    QString written{};         ///< in a list for another program, where that says it otherwise: a name without what tells namesakes apart

    static Cell plain(const QString& text);
    static Cell secondary(const QString& text);
    static Cell bold(const QString& text);
    static Cell toned(Tone tone, const QString& text);      ///< coloured words: “chưa có”
    static Cell twoLines(const QString& text, const QString& second);
    static Cell titles(const QStringList& chips);
    /// Sign and word. Ok and None stand without a ground, what wants doing on its tone's ground. Empty icon: the tone's own.
    static Cell mark(Tone tone, const QString& word, const QString& icon = {});
    static Cell bar(double value, double line, double full, const QString& words, Tone tone = Tone::Ok);
    static Cell tick(bool on, const QString& word = {});
    static Cell wrong(const QString& text, const QString& sentence);
    static Cell unknown();                                  ///< “?” on warn ground
    Cell as(const QString& words) const;                    ///< the same, `written` so

    /// As text: for copying, filtering, sorting and screen readers.
    QString spoken() const;
};

enum CellRoles {
    CellRole = Qt::UserRole + 1,
    IdRole,     ///< qint64
    GroupRole   ///< true on group rows
};

}
Q_DECLARE_METATYPE(thidua::ui::Cell)
