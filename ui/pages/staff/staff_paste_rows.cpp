// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_paste_rows.h"

#include "domain/position.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

#include <array>

namespace thidua::ui::paste {
namespace {

using services::SheetColumn;
using services::SheetFate;
using services::SheetField;
using services::SheetLine;

struct StaffPasteRowsWords {
    Q_DECLARE_TR_FUNCTIONS(StaffPasteDialog)
};

constexpr std::array<const char*, services::kSheetFields> kFields{"name", "gender", "birth", "position", "post", "team", "employed", "code"};

QString fieldTitle(SheetField field)
{
    switch (field) {
    case SheetField::FullName: return StaffPasteRowsWords::tr("Họ và tên");
    case SheetField::Gender: return StaffPasteRowsWords::tr("Giới tính");
    case SheetField::Birth: return StaffPasteRowsWords::tr("Ngày sinh");
    case SheetField::Position: return StaffPasteRowsWords::tr("Chức danh");
    case SheetField::Post: return StaffPasteRowsWords::tr("Chức vụ");
    case SheetField::Team: return StaffPasteRowsWords::tr("Tổ");
    case SheetField::Employed: return StaffPasteRowsWords::tr("Vào ngành");
    case SheetField::Code: return StaffPasteRowsWords::tr("Mã cán bộ");
    }
    return {};
}

QString label(const char* group, std::string_view code) { return toQ(text::label(group, code)); }

GridColumn fieldColumn(SheetField field, int width)
{
    GridColumn column{QString::fromLatin1(kFields[static_cast<std::size_t>(field)]), fieldTitle(field)};
    column.width = width;
    column.align = Align::Left;
    if (field == SheetField::Gender || field == SheetField::Position) {
        column.kind = GridKind::Choice;
        const auto add = [&column](const char* group, const auto& codes) {
            for (const auto code : codes)
                column.choices.push_back({label(group, code), label(group, code)});
        };
        if (field == SheetField::Gender)
            add("gender", std::array{"female", "male"});
        else
            add("position", domain::EnumCodes<domain::Position>::codes);
    }
    return column;
}

GridCell fateCell(const SheetLine& line)
{
    GridCell cell;
    switch (line.fate) {
    case SheetFate::New: cell.value = QStringLiteral("new"); break;
    case SheetFate::Update: cell.value = QStringLiteral("update"); break;
    case SheetFate::Skip: cell.value = QStringLiteral("skip"); break;
    case SheetFate::Same: cell.shown = StaffPasteRowsWords::tr("Đã có"); break;
    case SheetFate::Ask: cell.shown = StaffPasteRowsWords::tr("Hỏi lại"); break;
    case SheetFate::Wrong: cell.shown = StaffPasteRowsWords::tr("Bị loại"); break;
    }
    cell.tone = line.fate == SheetFate::Ask ? Tone::Warn : line.fate == SheetFate::Wrong ? Tone::Bad : line.fate == SheetFate::Update ? Tone::Info : Tone::None;
    cell.strong = line.fate == SheetFate::Ask || line.fate == SheetFate::Wrong;
    return cell;
}

GridCell fieldCell(const SheetLine& line, SheetField field)
{
    const auto& from = line.cell(field);
    GridCell cell(toQ(from.text));
    cell.flagged = from.corrected;
    if (from.guess) {
        cell.tone = Tone::Warn;
        cell.tip = from.stood.empty() ? StaffPasteRowsWords::tr("Đoán; danh sách không ghi. Sửa được ngay ở đây.")
                                      : StaffPasteRowsWords::tr("Đoán từ “%1”. Sửa được ngay ở đây.").arg(toQ(from.stood));
    } else if (from.corrected && !from.stood.empty()) {
        cell.tip = StaffPasteRowsWords::tr("Đã sửa; danh sách ghi “%1”.").arg(toQ(from.stood));
    }
    return cell;
}

QString changeWords(const services::SheetChange& change)
{
    const QString before = change.before.empty() ? StaffPasteRowsWords::tr("chưa ghi") : toQ(change.before);
    const QString after = change.after.empty() ? StaffPasteRowsWords::tr("để trống") : toQ(change.after);
    return QStringLiteral("%1: %2 → %3").arg(fieldTitle(change.field), before, after);
}

int countOf(const services::SheetReading& reading, SheetFate fate)
{
    return static_cast<int>(std::count_if(reading.people.begin(), reading.people.end(), [fate](const auto& line) { return line.fate == fate; }));
}

}

std::vector<GridColumn> columns()
{
    std::vector<GridColumn> all;
    GridColumn number{QStringLiteral("line"), StaffPasteRowsWords::tr("Dòng"), GridKind::Text, 46, Align::Right};
    number.readOnly = number.frozen = true;
    GridColumn fate{QString::fromLatin1(kFate), StaffPasteRowsWords::tr("Sẽ ghi"), GridKind::Choice, 84, Align::Left};
    fate.frozen = true;
    fate.choices = {{QStringLiteral("new"), StaffPasteRowsWords::tr("Mới"), QStringLiteral("m")},
                    {QStringLiteral("update"), StaffPasteRowsWords::tr("Cập nhật"), QStringLiteral("c")},
                    {QStringLiteral("skip"), StaffPasteRowsWords::tr("Bỏ qua"), QStringLiteral("b")}};
    all.push_back(std::move(number));
    all.push_back(std::move(fate));
    auto name = fieldColumn(SheetField::FullName, 164);
    name.frozen = true;
    all.push_back(std::move(name));
    all.push_back(fieldColumn(SheetField::Gender, 66));
    all.push_back(fieldColumn(SheetField::Birth, 88));
    all.push_back(fieldColumn(SheetField::Position, 154));
    all.push_back(fieldColumn(SheetField::Post, 150));
    all.push_back(fieldColumn(SheetField::Team, 96));
    all.push_back(fieldColumn(SheetField::Employed, 88));
    all.push_back(fieldColumn(SheetField::Code, 84));
    GridColumn what{QStringLiteral("what"), StaffPasteRowsWords::tr("Điều sẽ xảy ra"), GridKind::Text, 256, Align::Left};
    what.readOnly = true;
    all.push_back(std::move(what));
    return all;
}

QVector<GridRow> rows(const services::SheetReading& reading)
{
    QVector<GridRow> all;
    for (const auto& line : reading.people) {
        GridRow row{static_cast<std::int64_t>(line.line) + 1, {}};
        row.cells << GridCell(QString::number(line.line + 1)) << fateCell(line);
        for (std::size_t field = 0; field < services::kSheetFields; ++field)
            row.cells << fieldCell(line, static_cast<SheetField>(field));
        GridCell what(whatHappens(line));
        what.tip = what.value;
        row.cells << what;
        all << row;
    }
    return all;
}

QVector<CellError> errors(const services::SheetReading& reading)
{
    QVector<CellError> all;
    for (const auto& line : reading.people) {
        if (line.fate == SheetFate::Skip)
            continue;
        for (std::size_t field = 0; field < services::kSheetFields; ++field)
            if (const auto& issue = line.cells[field].issue)
                all << CellError{static_cast<std::int64_t>(line.line) + 1, QString::fromLatin1(kFields[field]), sentenceOf(*issue)};
    }
    return all;
}

std::optional<SheetField> fieldOf(const QString& column)
{
    for (std::size_t field = 0; field < services::kSheetFields; ++field)
        if (column == QLatin1String(kFields[field]))
            return static_cast<SheetField>(field);
    return std::nullopt;
}

QString titleOf(SheetColumn column)
{
    switch (column) {
    case SheetColumn::Unused: return StaffPasteRowsWords::tr("(không dùng)");
    case SheetColumn::FullName: return StaffPasteRowsWords::tr("Họ và tên");
    case SheetColumn::Family: return StaffPasteRowsWords::tr("Họ đệm");
    case SheetColumn::Given: return StaffPasteRowsWords::tr("Tên");
    case SheetColumn::Gender: return StaffPasteRowsWords::tr("Giới tính");
    case SheetColumn::Female: return StaffPasteRowsWords::tr("Nữ (đánh x)");
    case SheetColumn::Birth: return StaffPasteRowsWords::tr("Ngày sinh");
    case SheetColumn::Post: return StaffPasteRowsWords::tr("Chức vụ");
    case SheetColumn::Team: return StaffPasteRowsWords::tr("Tổ");
    case SheetColumn::Employed: return StaffPasteRowsWords::tr("Vào ngành");
    case SheetColumn::Code: return StaffPasteRowsWords::tr("Mã cán bộ");
    default: break;
    }
    return {};
}

QString whatHappens(const SheetLine& line)
{
    QStringList left;
    for (std::size_t field = 0; field < services::kSheetFields; ++field)
        if (line.cells[field].issue)
            left << fieldTitle(static_cast<SheetField>(field));
    const QString without = left.isEmpty() ? QString() : StaffPasteRowsWords::tr("; không ghi ô %1").arg(left.join(QStringLiteral(", ")));
    switch (line.fate) {
    case SheetFate::New: return StaffPasteRowsWords::tr("thêm người mới") + without;
    case SheetFate::Update: {
        QStringList changes;
        for (const auto& change : line.changes)
            changes << changeWords(change);
        return (changes.isEmpty() ? StaffPasteRowsWords::tr("ghi trở lại trường") : changes.join(QStringLiteral("; "))) + without;
    }
    case SheetFate::Same: return StaffPasteRowsWords::tr("đã có trong sổ, không có gì thay đổi") + without;
    case SheetFate::Ask: return sentenceOf(*line.question);
    case SheetFate::Wrong:
        for (const auto& cell : line.cells)
            if (cell.issue)
                return sentenceOf(*cell.issue);
        return {};
    case SheetFate::Skip: return StaffPasteRowsWords::tr("bỏ qua, không ghi");
    }
    return {};
}

QString guesses(const SheetLine& line)
{
    QStringList words;
    for (std::size_t field = 0; field < services::kSheetFields; ++field) {
        const auto& cell = line.cells[field];
        const QString title = fieldTitle(static_cast<SheetField>(field));
        if (cell.guess)
            words << (cell.stood.empty() || cell.stood == cell.text ? title : StaffPasteRowsWords::tr("%1 từ “%2”").arg(title, toQ(cell.stood)));
    }
    return words.isEmpty() ? QString() : StaffPasteRowsWords::tr("đoán: %1").arg(words.join(QStringLiteral(", ")));
}

QString summary(const services::SheetReading& reading)
{
    QStringList parts;
    if (const int count = countOf(reading, SheetFate::New))
        parts << StaffPasteRowsWords::tr("<b>%1 người mới</b>").arg(count);
    if (const int count = countOf(reading, SheetFate::Update))
        parts << StaffPasteRowsWords::tr("<b>%1 người cập nhật</b>").arg(count);
    if (const int count = countOf(reading, SheetFate::Same))
        parts << StaffPasteRowsWords::tr("%1 người đã có, không đổi").arg(count);
    if (const int count = countOf(reading, SheetFate::Ask))
        parts << StaffPasteRowsWords::tr("<b>%1 dòng hỏi lại</b>").arg(count);
    if (const int count = countOf(reading, SheetFate::Wrong))
        parts << StaffPasteRowsWords::tr("<b>%1 dòng bị loại</b>").arg(count);
    if (const int count = countOf(reading, SheetFate::Skip))
        parts << StaffPasteRowsWords::tr("%1 dòng bỏ qua").arg(count);
    int cells = 0, guesses = 0;
    for (const auto& line : reading.people)
        for (const auto& cell : line.cells) {
            cells += line.isWritten() && cell.issue ? 1 : 0;
            guesses += line.isWritten() && cell.guess ? 1 : 0;
        }
    QString text = parts.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (guesses > 0)
        text += StaffPasteRowsWords::tr(" %1 ô vàng là đoán, xin xem lại.").arg(guesses);
    if (cells > 0)
        text += StaffPasteRowsWords::tr(" <b>%1 ô đỏ không đọc được</b>, sẽ không ghi ô ấy.").arg(cells);
    if (reading.otherLines > 0)
        text += StaffPasteRowsWords::tr(" %1 dòng tiêu đề, tổng cộng không phải là người.").arg(reading.otherLines);
    return text + StaffPasteRowsWords::tr(" <b>Chưa ghi gì vào sổ</b>; ghi xong hoàn tác được.");
}

QString letterOf(std::size_t column)
{
    QString letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters;
}

}
