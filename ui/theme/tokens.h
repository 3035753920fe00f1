// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace thidua::ui {

enum class Scheme { Light, Dark };

/// What a sign, chip or message says. Never shown by colour alone: always with a sign and a word.
enum class Tone { None, Ok, Warn, Bad, Info, Mute };

/// A text's or icon's colour by its role. Bad, Warn, Ok and Info are the text colours of those tones.
enum class Ink { Text, Text2, Text3, Accent, OnAccent, Ok, Warn, Bad, Info };

struct ToneColors {
    QColor text;   ///< words and signs, on `ground` or on the surface
    QColor ground; ///< behind chips, messages and marked cells
    QColor bar;    ///< filled part of bars, edges of messages
};

/// The colours of one scheme (design/mockups, §1). Contrasts are measured there: text ≥ 4.5, marks and field borders ≥ 3.
struct Tokens {
    QColor bg, nav, surf, alt, head;   ///< page, navigation, cards and tables, read-only cells, headers and sums
    QColor line, line2, field;         ///< hairlines, frames, border of everything one types in or ticks
    QColor text, text2, text3;         ///< text, secondary, placeholder and disabled
    QColor accent, onAccent, sel, hover;
    ToneColors ok, warn, bad, info, mute;
    QColor desk;                       ///< around paper
    QColor paper;                      ///< stays white in dark

    /// Tone::None has the surface's own colours.
    ToneColors tone(Tone tone) const;
    QColor ink(Ink ink) const;
};

const Tokens& lightTokens();
const Tokens& darkTokens();

}
