// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/grid_model.h"

#include "ui/text/qt_text.h"
#include "ui/widgets/date_field.h"

namespace thidua::ui {
namespace {

Qt::Alignment alignmentOf(Align align)
{
    return (align == Align::Left ? Qt::AlignLeft : align == Align::Right ? Qt::AlignRight : Qt::AlignHCenter) | Qt::AlignVCenter;
}

/// The choices meant by `text`: the one with this code, these words or this key as written, else those that are so but for their marks,
/// else all that begin so. Words that differ by a mark are two.
std::vector<const GridChoice*> choicesFor(const GridColumn& column, const QString& text)
{
    const QString wanted = folded(text), small = text.toLower();
    std::vector<const GridChoice*> alike, beginning;
    for (const auto& choice : column.choices) {
        if (choice.code == text || choice.text.toLower() == small || (!choice.key.isEmpty() && choice.key.toLower() == small))
            return {&choice};
        if (folded(choice.text) == wanted || (!choice.key.isEmpty() && folded(choice.key) == wanted))
            alike.push_back(&choice);
        if (folded(choice.text).startsWith(wanted))
            beginning.push_back(&choice);
    }
    return alike.empty() ? beginning : alike;
}

QString quotedTexts(const std::vector<const GridChoice*>& choices)
{
    QStringList texts;
    for (const auto* choice : choices)
        texts << QStringLiteral("“%1”").arg(choice->text);
    return texts.join(QStringLiteral(", "));
}

}

GridModel::GridModel(std::vector<GridColumn> columns, QObject* parent) : QAbstractTableModel(parent), m_columns(std::move(columns)) {}

void GridModel::setRows(QVector<GridRow> rows)
{
    const bool sameRows = rows.size() == m_rows.size()
        && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const GridRow& a, const GridRow& b) { return a.id == b.id; });
    for (GridRow& row : rows)
        row.cells.resize(static_cast<qsizetype>(m_columns.size()));
    if (sameRows) {
        m_rows = std::move(rows);
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int GridModel::columnOf(const QString& key) const
{
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        if (m_columns[c].key == key)
            return static_cast<int>(c);
    return -1;
}

int GridModel::rowOf(std::int64_t id) const
{
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].id == id)
            return row;
    return -1;
}

GridModel::Understood GridModel::understand(const GridColumn& column, const QString& text) const
{
    const QString typed = toQ(fromQ(text));
    if (typed.isEmpty())
        return {};
    Understood result{typed, {}};
    if (column.kind == GridKind::Number) {
        const auto number = parseDecimal(typed, column.decimals);
        if (!number)
            return {typed, column.decimals == 0 ? tr("“%1” không phải số nguyên.").arg(typed) : tr("“%1” không phải số.").arg(typed)};
        result.value = decimalText(*number, column.decimals);
    } else if (column.kind == GridKind::Date) {
        const auto day = Date::parse(typed.toStdString());
        const auto iso = Date::fromIso(typed.toStdString());
        if (!day && !iso)
            return {typed, dateProblem(typed)};
        result.value = toQ((day ? *day : *iso).iso());
    } else if (column.kind == GridKind::Choice) {
        const auto choices = choicesFor(column, typed);
        if (choices.empty())
            return {typed, tr("“%1” không có trong danh sách của cột %2.").arg(typed, column.title.simplified())};
        if (choices.size() > 1)
            return {typed, tr("“%1” có thể là %2; xin gõ thêm chữ.").arg(typed, quotedTexts(choices))};
        result.value = choices.front()->code;
    }
    if (column.check)
        result.problem = column.check(result.value);
    if (!result.problem.isEmpty())
        result.value = typed;
    return result;
}

QVector<CellEdit> GridModel::take(const QVector<Typed>& typed)
{
    QVector<CellEdit> edits;
    const std::size_t errors = m_errors.size();
    bool errorsMoved = false;
    for (const Typed& t : typed) {
        if (!isEditable(t.row, t.column))
            continue;
        const GridColumn& column = m_columns[static_cast<std::size_t>(t.column)];
        GridRow& row = m_rows[t.row];
        const Place place{row.id, column.key};
        const Understood understood = understand(column, t.text);
        errorsMoved = errorsMoved || m_errors.count(place) > 0 || !understood.problem.isEmpty();
        if (!understood.problem.isEmpty()) {
            m_errors[place] = {understood.value, understood.problem, true};
            continue;
        }
        m_errors.erase(place);
        GridCell& cell = row.cells[t.column];
        if (cell.value == understood.value && (cell.shown.isEmpty() || !understood.value.isEmpty()))
            continue;
        edits.push_back({row.id, column.key, understood.value, cell.value});
        cell.value = understood.value;
        cell.shown.clear();
    }
    if (!typed.isEmpty() && !m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (errorsMoved || errors != m_errors.size())
        emit errorsChanged();
    return edits;
}

void GridModel::setErrors(const QVector<CellError>& errors)
{
    for (auto it = m_errors.begin(); it != m_errors.end();)
        it = it->second.typed ? std::next(it) : m_errors.erase(it);
    for (const CellError& error : errors)
        m_errors[{error.rowId, error.column}] = {{}, error.sentence, false};
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit errorsChanged();
}

void GridModel::refuse(const QVector<CellError>& errors)
{
    for (const CellError& error : errors)
        if (const int column = columnOf(error.column); column >= 0)
            m_errors[{error.rowId, error.column}] = {words(m_columns[static_cast<std::size_t>(column)], GridCell(error.value)), error.sentence, true};
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit errorsChanged();
}

QVector<GridModel::Typed> GridModel::kept() const
{
    QVector<Typed> typed;
    for (const auto& [place, wrong] : m_errors)
        if (wrong.typed && rowOf(place.first) >= 0)
            typed.push_back({rowOf(place.first), columnOf(place.second), wrong.text});
    return typed;
}

QVector<CellError> GridModel::refused() const
{
    QVector<CellError> errors;
    for (const auto& [place, wrong] : m_errors)
        if (wrong.typed)
            errors.push_back({place.first, place.second, wrong.sentence, wrong.text});
    return errors;
}

bool GridModel::isKept(int row, int column) const
{
    const auto error = m_errors.find({m_rows[row].id, m_columns[static_cast<std::size_t>(column)].key});
    return error != m_errors.end() && error->second.typed;
}

void GridModel::clearErrors()
{
    m_errors.clear();
    setErrors({});
}

QModelIndex GridModel::firstError() const
{
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (m_errors.count({m_rows[row].id, m_columns[static_cast<std::size_t>(column)].key}) > 0)
                return index(row, column);
    return {};
}

bool GridModel::isEditable(int row, int column) const
{
    return row >= 0 && row < m_rows.size() && column >= 0 && column < columnCount() && !m_rows[row].group
        && !m_columns[static_cast<std::size_t>(column)].readOnly && !m_rows[row].cells[column].readOnly;
}

bool GridModel::wouldTake(int column, const QString& text) const
{
    return understand(m_columns[static_cast<std::size_t>(column)], text).problem.isEmpty();
}

std::vector<GridChoice> GridModel::offered(int column, const QString& text) const
{
    const auto& info = m_columns[static_cast<std::size_t>(column)];
    const QString typed = toQ(fromQ(text));
    std::vector<GridChoice> offered;
    if (!typed.isEmpty())
        for (const auto* choice : choicesFor(info, typed))
            offered.push_back(*choice);
    return offered.empty() ? info.choices : offered;
}

QString GridModel::words(const GridColumn& column, const GridCell& cell) const
{
    if (!cell.shown.isEmpty() || cell.value.isEmpty())
        return cell.shown;
    if (column.kind == GridKind::Choice)
        for (const auto& choice : column.choices)
            if (choice.code == cell.value)
                return choice.text;
    if (column.kind == GridKind::Date)
        if (const auto day = Date::fromIso(cell.value.toStdString()))
            return toQ(day->vn());
    return cell.value;
}

QString GridModel::typedText(int row, int column) const
{
    const auto& info = m_columns[static_cast<std::size_t>(column)];
    const auto error = m_errors.find({m_rows[row].id, info.key});
    if (error != m_errors.end() && error->second.typed)
        return error->second.text;
    GridCell cell = m_rows[row].cells[column];
    if (!cell.value.isEmpty() && info.kind != GridKind::Choice)
        cell.shown.clear();
    return words(info, cell);
}

Cell GridModel::cellFor(int row, int column) const
{
    const auto& info = m_columns[static_cast<std::size_t>(column)];
    const GridCell& grid = m_rows[row].cells[column];
    const auto error = m_errors.find({m_rows[row].id, info.key});
    const bool unknown = grid.unknown && grid.value.isEmpty() && grid.shown.isEmpty();
    Cell cell = unknown ? Cell::unknown() : Cell::plain(words(info, grid));
    cell.readOnly = !isEditable(row, column);
    if (!unknown) {
        cell.strong = grid.strong;
        cell.dim = cell.readOnly && !grid.strong && !info.frozen;
        cell.tone = grid.tone;
        cell.ground = grid.tone != Tone::None;
        cell.tip = grid.tip;
    }
    cell.flagged = grid.flagged;
    if (error != m_errors.end()) {
        if (error->second.typed)
            cell.text = error->second.text;
        cell.strong = true;
        cell.error = error->second.sentence;
        cell.tip = error->second.sentence;
    }
    return cell;
}

int GridModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int GridModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant GridModel::data(const QModelIndex& index, int role) const
{
    const auto& info = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case CellRole: return QVariant::fromValue(cellFor(index.row(), index.column()));
    case Qt::DisplayRole: return cellFor(index.row(), index.column()).text;
    case Qt::EditRole: return typedText(index.row(), index.column());
    case Qt::TextAlignmentRole: return QVariant(alignmentOf(info.align));
    case IdRole: return static_cast<qint64>(m_rows[index.row()].id);
    case Qt::ToolTipRole: {
        const QString tip = cellFor(index.row(), index.column()).tip;
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::AccessibleTextRole: {
        const Cell cell = cellFor(index.row(), index.column());
        const QString words = cell.text == QLatin1String("?") ? tr("chưa biết") : cell.text.isEmpty() ? tr("trống") : cell.text;
        return cell.error.isEmpty() ? words : tr("%1, sai: %2").arg(words, cell.error);
    }
    default: return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto& info = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return info.title;
    if (role == Qt::AccessibleTextRole)
        return info.band.isEmpty() ? info.title.simplified() : QStringLiteral("%1, %2").arg(info.band, info.title.simplified());
    if (role == Qt::TextAlignmentRole)
        return QVariant(alignmentOf(info.align));
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isEditable(index.row(), index.column()) ? flags | Qt::ItemIsEditable : flags;
}

}
