// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/qt_text.h"

#include "base/vietnamese.h"
#include "text/messages.h"

#include <QRegularExpression>

namespace thidua::ui {

QString toQ(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string fromQ(const QString& text)
{
    return normalised(text.toStdString());
}

std::string fromQText(const QString& text)
{
    return nfc(text.toStdString());
}

QString folded(const QString& text)
{
    return toQ(fold(text.toStdString()));
}

std::string sortKeyOf(const QString& text)
{
    return sortKey(text.toStdString());
}

QString dateText(const std::optional<Date>& date)
{
    return date ? toQ(date->vn()) : QString();
}

QString wholeText(std::int64_t number)
{
    QString digits = QString::number(number < 0 ? -number : number);
    for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
        digits.insert(i, QLatin1Char('.'));
    return number < 0 ? QChar(0x2212) + digits : digits;
}

QString moneyText(std::int64_t dong)
{
    return wholeText(dong) + QChar(0x00A0) + QChar(0x0111);
}

QString fixedText(std::int64_t scaled, int decimals)
{
    const QString digits = QString::number(scaled < 0 ? -scaled : scaled).rightJustified(decimals + 1, QLatin1Char('0'));
    const QString sign = scaled < 0 ? QString(QChar(0x2212)) : QString();
    return decimals == 0 ? sign + digits : sign + digits.left(digits.size() - decimals) + QLatin1Char(',') + digits.right(decimals);
}

QString decimalText(std::int64_t scaled, int decimals)
{
    QString text = fixedText(scaled, decimals);
    while (decimals > 0 && text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char(',')))
        text.chop(1);
    return text;
}

std::optional<std::int64_t> parseDecimal(QString text, int decimals)
{
    text = text.trimmed().replace(QChar(0x2212), QLatin1Char('-'));
    text.remove(QLatin1Char(' ')).remove(QChar(0x00A0));
    // With decimals, one mark alone is the decimal mark; dots in groups of three are thousands.
    static const QRegularExpression thousands(QStringLiteral("^-?\\d{1,3}(\\.\\d{3})+(,\\d+)?$"));
    const bool grouped = thousands.match(text).hasMatch() && (decimals == 0 || text.count(QLatin1Char('.')) > 1 || text.contains(QLatin1Char(',')));
    if (grouped)
        text.remove(QLatin1Char('.'));
    text.replace(QLatin1Char('.'), QLatin1Char(','));
    static const QRegularExpression number(QStringLiteral("^(-?)(\\d{1,12})(?:,(\\d*))?$"));
    const auto match = number.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString fraction = match.captured(3);
    while (fraction.endsWith(QLatin1Char('0')))
        fraction.chop(1);
    if (fraction.size() > decimals)
        return std::nullopt;
    const std::int64_t value = (match.captured(2) + fraction.leftJustified(decimals, QLatin1Char('0'))).toLongLong();
    return match.captured(1).isEmpty() ? value : -value;
}

QString unbroken(const QString& citation)
{
    static const QRegularExpression beforeNumber(QStringLiteral("(?<=[\\p{L}.]) (?=\\d)"));
    static const QRegularExpression dash(QStringLiteral("(?<=\\d)\u2013(?=\\d)"));
    QString text = citation;
    text.replace(beforeNumber, QString(QChar(0x00A0)));
    text.replace(dash, QStringLiteral("\u2013\u2060"));
    return text;
}

QString sentenceOf(const Error& error)
{
    return toQ(text::sentence(error));
}

QString sentenceOf(const FieldIssue& issue)
{
    return toQ(text::sentence(issue));
}

QString sentenceOf(const domain::ChangeSet& changes)
{
    return toQ(text::message("op." + std::string(domain::toCode(changes.op)), changes.labelArgs));
}

}
