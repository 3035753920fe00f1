// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/options.h"

#include "ui/text/qt_text.h"

#include <QCommandLineParser>

#include <cstdio>

namespace thidua::ui {
namespace {

QSize sizeFrom(const QString& text)
{
    const auto parts = text.split('x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

std::optional<Options> complain(const QString& sentence)
{
    std::fputs(qPrintable(sentence + '\n'), stderr);
    return std::nullopt;
}

}

std::optional<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("Options", "Thi Đua – quản lý thi đua, khen thưởng của trường học"));
    const auto tr = [](const char* text) { return QCoreApplication::translate("Options", text); };
    parser.addPositionalArgument("FILE", tr("Tệp của trường (.thidua)"), "[FILE]");
    parser.addOption({"sample", tr("Lập FILE từ trường mẫu nếu chưa có"), "NAME"});
    parser.addOption({"page", tr("Trang mở đầu tiên"), "ID"});
    parser.addOption({"year", tr("Năm học mở đầu tiên"), "YEAR"});
    parser.addOption({"today", tr("Ngày giả định, để xem trường mẫu như vào ngày đó"), "DATE"});
    parser.addOption({"shot", tr("Ghi hình cửa sổ ra tệp PNG rồi thoát"), "PNG"});
    parser.addOption({"size", tr("Cỡ cửa sổ, ví dụ 1366x768"), "SIZE"});
    parser.addOption({"select", tr("Dòng được chọn khi ghi hình"), "ROW"});
    parser.addOption({"dark", tr("Nền tối")});
    const auto help = parser.addHelpOption();
    if (!parser.parse(arguments))
        return complain(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return std::nullopt;
    }
    Options options;
    if (!parser.positionalArguments().isEmpty())
        options.file = parser.positionalArguments().constFirst();
    options.sample = parser.value("sample");
    options.page = parser.value("page");
    options.year = parser.value("year");
    options.shot = parser.value("shot");
    options.dark = parser.isSet("dark");
    options.select = parser.value("select").toInt();
    if (parser.isSet("size"))
        options.size = sizeFrom(parser.value("size"));
    if (parser.isSet("today")) {
        const auto date = Date::fromIso(fromQ(parser.value("today")));
        if (!date)
            return complain(tr("Ngày của --today phải ghi như 2022-09-23."));
        options.today = *date;
    }
    return options;
}

}
