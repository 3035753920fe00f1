// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/cell.h"

#include <QCoreApplication>

namespace thidua::ui {

Cell Cell::plain(const QString& text)
{
    Cell cell;
    cell.text = text;
    return cell;
}

Cell Cell::secondary(const QString& text)
{
    Cell cell = plain(text);
    cell.dim = true;
    return cell;
}

Cell Cell::bold(const QString& text)
{
    Cell cell = plain(text);
    cell.strong = true;
    return cell;
}

Cell Cell::toned(Tone tone, const QString& text)
{
    Cell cell = plain(text);
    cell.tone = tone;
    return cell;
}

Cell Cell::twoLines(const QString& text, const QString& second)
{
    Cell cell = plain(text);
    cell.kind = Kind::TwoLines;
    cell.second = second;
    return cell;
}

Cell Cell::titles(const QStringList& chips)
{
    Cell cell;
    cell.kind = Kind::Chips;
    cell.chips = chips;
    return cell;
}

Cell Cell::mark(Tone tone, const QString& word, const QString& icon)
{
    Cell cell = plain(word);
    cell.kind = Kind::Mark;
    cell.tone = tone;
    cell.icon = icon;
    cell.ground = tone == Tone::Warn || tone == Tone::Bad || tone == Tone::Info;
    return cell;
}

Cell Cell::bar(double value, double line, double full, const QString& words, Tone tone)
{
    Cell cell = plain(words);
    cell.kind = Kind::Bar;
    cell.value = value;
    cell.line = line;
    cell.full = full;
    cell.tone = tone;
    return cell;
}

Cell Cell::tick(bool on, const QString& word)
{
    Cell cell = plain(word);
    cell.kind = Kind::Tick;
    cell.on = on;
    return cell;
}

Cell Cell::wrong(const QString& text, const QString& sentence)
{
    Cell cell = plain(text);
    cell.error = sentence;
    cell.tip = sentence;
    return cell;
}

Cell Cell::as(const QString& words) const
{
    Cell cell = *this;
    cell.written = words;
    return cell;
}

Cell Cell::unknown()
{
    Cell cell = plain(QStringLiteral("?"));
    cell.tone = Tone::Warn;
    cell.ground = true;
    cell.strong = true;
    cell.tip = QCoreApplication::translate("thidua::ui::Cell", "Chưa biết");
    return cell;
}

QString Cell::spoken() const
{
    switch (kind) {
    case Kind::Chips: return chips.join(QStringLiteral(", "));
    case Kind::TwoLines: return second.isEmpty() ? text : QStringLiteral("%1 – %2").arg(text, second);
    case Kind::Tick:
        if (!text.isEmpty())
            return text;
        return on ? QCoreApplication::translate("thidua::ui::Cell", "có") : QCoreApplication::translate("thidua::ui::Cell", "không");
    default: return text;
    }
}

}
