// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/tsv.h"

namespace thidua::ui {
namespace {

/// Text that a spreadsheet would calculate: “=1+1”, “+84…”, “-x”, “@SUM”; a number is none.
bool isFormula(QStringView cell)
{
    if (cell.size() < 2 || !QStringView(u"=+-@").contains(cell.front()))
        return false;
    bool number = false;
    static_cast<void>(cell.toDouble(&number));
    return !number || cell.front() == QLatin1Char('=') || cell.front() == QLatin1Char('+'); // a telephone number keeps its sign
}

QString quoted(const QString& given)
{
    const QString cell = isFormula(given) ? QLatin1Char('\'') + given : given;
    if (!cell.contains(QLatin1Char('\t')) && !cell.contains(QLatin1Char('\n')) && !cell.startsWith(QLatin1Char('"')))
        return cell;
    QString escaped = cell;
    escaped.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

}

QString toTsv(const QVector<QStringList>& rows)
{
    QString text;
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& cell : row)
            cells << quoted(cell);
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QVector<QStringList> fromTsv(const QString& text)
{
    QVector<QStringList> rows;
    QStringList row;
    QString cell;
    bool inQuotes = false;
    bool started = false; // something of this cell has been read
    const auto endCell = [&] {
        row << (cell.startsWith(QLatin1Char('\'')) && isFormula(QStringView(cell).mid(1)) ? cell.mid(1) : cell);
        cell.clear();
        started = false;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inQuotes) {
            if (c != QLatin1Char('"'))
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == QLatin1Char('"'))
                cell += text[++i];
            else
                inQuotes = false;
        } else if (c == QLatin1Char('"') && !started) {
            inQuotes = started = true;
        } else if (c == QLatin1Char('\t')) {
            endCell();
        } else if (c == QLatin1Char('\n')) {
            endCell();
            rows.push_back(row);
            row.clear();
        } else if (c != QLatin1Char('\r')) {
            cell += c;
            started = true;
        }
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
        endCell();
        rows.push_back(row);
    }
    return rows;
}

}
