// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/year_grid.h"

#include <QCoreApplication>

namespace thidua::ui::follow {
namespace {

struct GridSay {
    Q_DECLARE_TR_FUNCTIONS(YearGrid)
};

using services::YearColumn;

struct ColumnKey {
    YearColumn column;
    const char* key;
};

constexpr ColumnKey kKeys[] = {
    {YearColumn::Evaluation, "evaluation"},       {YearColumn::Months, "months"}, {YearColumn::Discipline, "discipline"},
    {YearColumn::AbsenceDays, "absence"},         {YearColumn::Unity, "unity"},   {YearColumn::Investigation, "investigation"},
    {YearColumn::LawCompliance, "lawCompliance"},
};

/// What the service would say to this text.
std::function<QString(const QString&)> checkFor(YearColumn column)
{
    return [column](const QString& text) {
        const auto issue = services::validateCell({{}, column, fromQ(text)});
        return issue ? sentenceOf(*issue) : QString();
    };
}

GridColumn typed(YearColumn column, const QString& title, GridKind kind, int width)
{
    GridColumn grid{keyOf(column), title, kind, width};
    if (kind != GridKind::Choice)
        grid.check = checkFor(column);
    return grid;
}

/// The words that the cell shows; the service takes more than these.
std::vector<GridChoice> evaluationChoices()
{
    const std::pair<domain::Evaluation, QString> kLetters[] = {{domain::Evaluation::Excellent, QStringLiteral("x")},
                                                               {domain::Evaluation::Good, QStringLiteral("t")},
                                                               {domain::Evaluation::Completed, QStringLiteral("h")},
                                                               {domain::Evaluation::NotCompleted, QStringLiteral("k")}};
    std::vector<GridChoice> choices;
    for (const auto& [evaluation, letter] : kLetters) {
        services::YearFacts facts;
        facts.record.evaluation = evaluation;
        const QString words = toQ(services::cellText(facts, YearColumn::Evaluation));
        choices.push_back({words, words, letter});
    }
    return choices;
}

std::vector<GridChoice> yesNo()
{
    const QString no = wordOf(domain::Known::No), yes = wordOf(domain::Known::Yes);
    return {{no, no}, {yes, yes}};
}

std::vector<GridChoice> disciplineChoices()
{
    const QString no = wordOf(domain::Known::No);
    std::vector<GridChoice> choices{{no, no, QStringLiteral("k")}};
    for (const auto& [form, words] : wordsOf<domain::DisciplineForm>())
        choices.push_back({words, words});
    return choices;
}

GridColumn telling(const QString& key, const QString& title, int width, bool frozen)
{
    GridColumn column{key, title, GridKind::Text, width, Align::Left};
    column.frozen = frozen;
    column.readOnly = true;
    column.names = frozen;
    return column;
}

bool hasUnknownReason(const services::YearFacts& facts)
{
    return std::any_of(facts.absences.begin(), facts.absences.end(), [](const auto& one) { return one.reason == domain::AbsenceReason::Unknown; });
}

/// What stands behind a cell's words: day, source, number of the decision.
QString tipOf(const services::YearFacts& facts, YearColumn column)
{
    const auto& record = facts.record;
    QStringList lines;
    if (column == YearColumn::Evaluation && record.evaluation) {
        lines << wordOf(*record.evaluation);
        if (record.evaluatedOn)
            lines << GridSay::tr("Ngày %1").arg(dateText(record.evaluatedOn));
        if (!record.evaluationSource.empty())
            lines << toQ(record.evaluationSource);
    } else if (column == YearColumn::Discipline) {
        if (record.noDisciplineConfirmedOn)
            lines << GridSay::tr("Xác nhận không bị kỷ luật ngày %1").arg(dateText(record.noDisciplineConfirmedOn));
        for (const auto& one : facts.discipline)
            lines << QStringLiteral("%1 – %2 %3").arg(wordOf(one.form), toQ(one.decisionNumber), dateText(one.decidedOn)).simplified();
    } else if (column == YearColumn::AbsenceDays) {
        if (record.noAbsenceConfirmedOn)
            lines << GridSay::tr("Xác nhận không nghỉ ngày nào, ngày %1").arg(dateText(record.noAbsenceConfirmedOn));
        if (hasUnknownReason(facts))
            lines << GridSay::tr("Chưa rõ lý do nghỉ; xin gõ kèm lý do, như “180 thai sản”, “3 ốm”, hoặc chọn ở khung bên phải");
        for (const auto& one : facts.absences)
            lines << GridSay::tr("%1 ngày: %2 %3").arg(one.days).arg(wordOf(one.reason), toQ(one.note)).simplified();
    }
    return lines.join(QLatin1Char('\n'));
}

GridCell cellOf(const services::YearRow& row, YearColumn column)
{
    GridCell cell(toQ(services::cellText(row.facts, column)));
    cell.unknown = cell.value.isEmpty();
    cell.tip = tipOf(row.facts, column);
    const bool detailed = column == YearColumn::AbsenceDays
        && std::any_of(row.facts.absences.begin(), row.facts.absences.end(),
                       [](const auto& one) { return one.reason != domain::AbsenceReason::Unknown || !one.note.empty(); });
    cell.flagged = detailed || (column == YearColumn::Discipline && !row.facts.discipline.empty());
    if ((column == YearColumn::Discipline && !row.facts.discipline.empty())
        || (column == YearColumn::Evaluation && row.facts.record.evaluation == domain::Evaluation::NotCompleted)
        || (column == YearColumn::Investigation && row.facts.record.underInvestigation == domain::Known::Yes))
        cell.tone = Tone::Bad;
    if (column == YearColumn::AbsenceDays && hasUnknownReason(row.facts)) {
        cell.tone = Tone::Warn;
        cell.shown = GridSay::tr("%1 ?").arg(cell.value);
    }
    return cell;
}

}

QString keyOf(YearColumn column)
{
    for (const auto& key : kKeys)
        if (key.column == column)
            return QLatin1String(key.key);
    return {};
}

std::optional<YearColumn> yearColumnOf(const QString& key)
{
    for (const auto& known : kKeys)
        if (key == QLatin1String(known.key))
            return known.column;
    return std::nullopt;
}

std::vector<YearColumn> typedColumns(YearSide side)
{
    if (side == YearSide::Collectives)
        return {YearColumn::Evaluation, YearColumn::Unity, YearColumn::LawCompliance};
    return {YearColumn::Evaluation, YearColumn::Months, YearColumn::Discipline, YearColumn::AbsenceDays, YearColumn::Investigation};
}

std::vector<GridColumn> yearColumns(YearSide side)
{
    const bool people = side == YearSide::People;
    std::vector<GridColumn> columns{
        telling(QStringLiteral("name"), people ? GridSay::tr("Họ và tên") : GridSay::tr("Tập thể"), people ? 164 : 240, true),
        telling(QStringLiteral("post"), people ? GridSay::tr("Chức vụ") : GridSay::tr("Loại"), people ? 136 : 120, false),
        typed(YearColumn::Evaluation, GridSay::tr("Xếp loại"), GridKind::Text, 126)};
    columns.back().choices = evaluationChoices();
    if (people) {
        columns.push_back(typed(YearColumn::Months, GridSay::tr("Số tháng\nlàm việc"), GridKind::Number, 72));
        columns.push_back(typed(YearColumn::Discipline, GridSay::tr("Kỷ luật"), GridKind::Choice, 104));
        columns.back().choices = disciplineChoices();
        columns.push_back(typed(YearColumn::AbsenceDays, GridSay::tr("Ngày\nnghỉ"), GridKind::Text, 60));
        columns.push_back(typed(YearColumn::Investigation, GridSay::tr("Đang bị\nxem xét"), GridKind::Choice, 76));
    } else {
        columns.push_back(typed(YearColumn::Unity, GridSay::tr("Nội bộ\nđoàn kết"), GridKind::Choice, 96));
        columns.push_back(typed(YearColumn::LawCompliance, GridSay::tr("Chấp hành\npháp luật"), GridKind::Choice, 96));
    }
    for (auto& column : columns)
        if (column.kind == GridKind::Choice && column.choices.empty())
            column.choices = yesNo();
    return columns;
}

QVector<GridRow> yearGridRows(YearSide side, const std::vector<const services::YearRow*>& rows)
{
    QVector<GridRow> grid;
    for (const auto* row : rows) {
        GridRow line{rowIdOf(row->subject), {}};
        GridCell name(toQ(row->name)), post(side == YearSide::People ? briefPost(row->post) : toQ(row->post));
        name.tip = toQ(row->named);
        if (row->named != row->name)
            name.shown = name.tip; // what is copied and pasted is the name
        post.tip = postAndTeam(row->post, row->team);
        line.cells = {name, post};
        for (const YearColumn column : typedColumns(side))
            line.cells.push_back(cellOf(*row, column));
        grid.push_back(line);
    }
    return grid;
}

bool isKnown(const services::YearRow& row, YearColumn column)
{
    return !services::cellText(row.facts, column).empty();
}

QHash<QString, QString> yearSums(YearSide side, const std::vector<const services::YearRow*>& shown)
{
    std::vector<const services::YearRow*> rows; // who has left is shown and not counted
    std::copy_if(shown.begin(), shown.end(), std::back_inserter(rows), [](const auto* row) { return !row->leftOn; });
    QHash<QString, QString> sums;
    sums.insert(QStringLiteral("name"), side == YearSide::People ? GridSay::tr("Cộng: %1 người").arg(rows.size()) : GridSay::tr("Cộng: %1 tập thể").arg(rows.size()));
    sums.insert(QStringLiteral("post"), GridSay::tr("Số ô đã biết"));
    for (const YearColumn column : typedColumns(side)) {
        const auto known = std::count_if(rows.begin(), rows.end(), [column](const auto* row) { return isKnown(*row, column); });
        sums.insert(keyOf(column), QStringLiteral("%1 / %2").arg(known).arg(rows.size()));
    }
    return sums;
}

}
