// SPDX-License-Identifier: GPL-3.0-or-later
// How a pasted block finds its rows: headings are left out, names decide, and what does not fit is said before it is written.
#include "ui/models/grid_paste.h"

#include "base/name_keys.h"
#include "ui/text/qt_text.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace thidua::ui {
namespace {

constexpr int kNamed = 5;
constexpr int kLeastTitle = 3; ///< letters of a title that say enough

/// Titles of the running number, folded.
const QStringList kNumbers{QStringLiteral("stt"), QStringLiteral("tt"), QStringLiteral("so tt"), QStringLiteral("so thu tu")};

/// A name as it is compared: the letters as written, spaces and case put aside. Marks make another name.
QString nameKey(const QString& text) { return toQ(thidua::nameKey(text.toStdString())); }

bool isBlankRow(const QStringList& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const QString& cell) { return cell.trimmed().isEmpty(); });
}

QString listed(const QStringList& names)
{
    QString words = QStringList(names.mid(0, kNamed)).join(QStringLiteral(", "));
    if (names.size() > kNamed)
        words += GridTable::tr(" và %1 tên khác").arg(names.size() - kNamed);
    return words;
}

class Planner {
public:
    Planner(const GridModel& model, const QVector<QStringList>& pasted, const PastePlace& place)
        : m_model(model)
        , m_pasted(pasted)
        , m_place(place)
        , m_nameColumn(nameColumn())
    {
    }

    GridPaste plan()
    {
        findNames();
        readLines();
        if (m_lines.isEmpty())
            return refused(GridTable::tr("Khối dán không có dòng số liệu nào."));
        if (m_blockNames >= 0)
            placeByName();
        else
            placeInOrder();
        write();
        return m_result;
    }

private:
    struct Line {
        QStringList cells;
        bool heading = false; ///< words alone, nothing that a cell could take
        int row = -1; ///< where it goes
    };

    int nameColumn() const
    {
        const auto& columns = m_model.columnsInfo();
        const auto found = std::find_if(columns.begin(), columns.end(), [](const GridColumn& column) { return column.names; });
        return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
    }
    QString nameAt(int row) const { return m_nameColumn < 0 ? QString() : m_model.rows()[row].cells[m_nameColumn].value; }
    /// As the grid tells people of one name apart: “Nguyễn Thị Hương (1985)”.
    QString shownAt(int row) const { return m_nameColumn < 0 ? QString() : m_model.rows()[row].cells[m_nameColumn].shown; }
    bool isGroup(int row) const { return m_model.rows()[row].group; }
    const GridColumn& info(int column) const { return m_model.columnsInfo()[static_cast<std::size_t>(column)]; }

    QVector<int> rowsNamed(const QString& name) const
    {
        QVector<int> rows;
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (!isGroup(row) && (nameKey(nameAt(row)) == nameKey(name) || (!shownAt(row).isEmpty() && nameKey(shownAt(row)) == nameKey(name))))
                rows.push_back(row);
        return rows;
    }

    /// The column of the block that holds names: it has their title, or most of its texts are names of this grid.
    void findNames()
    {
        if (m_nameColumn < 0)
            return;
        qsizetype width = 0;
        for (const auto& cells : m_pasted)
            width = std::max(width, cells.size());
        for (qsizetype c = 0; c < width && m_blockNames < 0; ++c) {
            qsizetype texts = 0, names = 0;
            for (const auto& cells : m_pasted) {
                const QString text = cells.value(c).trimmed();
                if (titled(text) == m_nameColumn)
                    m_blockNames = static_cast<int>(c);
                texts += text.isEmpty() ? 0 : 1;
                names += !text.isEmpty() && !rowsNamed(text).isEmpty() ? 1 : 0;
            }
            if (names > 0 && names * 2 >= texts)
                m_blockNames = static_cast<int>(c);
        }
        if (m_blockNames < 0 && m_place.column == m_nameColumn)
            m_blockNames = 0; // it was pasted where the names stand
    }

    /// Where a column of the block goes; beside names, as far from them as in the grid when pasted there, else from the chosen cell on.
    int columnOf(int blockColumn) const
    {
        if (m_blockNames < 0)
            return m_place.column + blockColumn;
        if (!m_titles.isEmpty())
            return m_titles.value(blockColumn, -1);
        if (blockColumn <= m_blockNames)
            return -1;
        return (info(m_place.column).readOnly ? m_nameColumn : m_place.column - 1) + blockColumn - m_blockNames;
    }

    QHash<int, int> titlesIn(const QStringList& cells) const
    {
        QHash<int, int> titles;
        for (int c = 0; c < cells.size(); ++c)
            if (const int column = titled(cells[c]); column >= 0)
                titles.insert(c, column);
        return titles;
    }

    /// The column of this title; also of its first words, where no other begins so (“Số tháng” for “Số tháng làm việc”).
    int titled(const QString& cell) const
    {
        const QString text = folded(cell.simplified());
        int found = -1, begins = 0;
        for (int column = 0; column < m_model.columnCount() && !text.isEmpty(); ++column) {
            const QString title = folded(info(column).title.simplified());
            if (title == text)
                return column;
            if (text.size() >= kLeastTitle && title.startsWith(text + QLatin1Char(' '))) {
                found = column;
                ++begins;
            }
        }
        return begins == 1 ? found : -1;
    }

    /// Columns of the block under a title that the grid does not have, with something in them.
    QStringList unknownTitles() const
    {
        QStringList unknown;
        for (int c = 0; c < m_titleCells.size(); ++c) {
            const QString title = m_titleCells[c].simplified();
            if (title.isEmpty() || c == m_blockNames || m_titles.contains(c) || kNumbers.contains(folded(title)))
                continue;
            if (std::any_of(m_lines.begin(), m_lines.end(), [c](const Line& line) { return !line.cells.value(c).trimmed().isEmpty(); }))
                unknown << title;
        }
        return unknown;
    }

    /// Of people of one name the one of whom the line tells more (post, team); none when it tells nothing that parts them.
    int toldApart(const QVector<int>& rows, const QStringList& cells) const
    {
        int best = -1, most = 0;
        bool alone = false;
        for (const int row : rows) {
            int same = 0;
            for (int column = 0; column < m_model.columnCount(); ++column) {
                const QString value = folded(m_model.rows()[row].cells[column].value.simplified());
                same += column != m_nameColumn && info(column).readOnly && !value.isEmpty()
                        && std::any_of(cells.begin(), cells.end(), [&](const QString& cell) { return folded(cell.simplified()) == value; })
                    ? 1 : 0;
            }
            alone = same == most ? false : same > most ? true : alone;
            if (same > most) {
                most = same;
                best = row;
            }
        }
        return alone ? best : -1;
    }

    bool takesAny(const QStringList& cells) const
    {
        for (int c = 0; c < cells.size(); ++c) {
            const int column = columnOf(c);
            const bool own = column >= 0 && column < m_model.columnCount() && !info(column).readOnly;
            if (own && !cells[c].trimmed().isEmpty() && m_model.wouldTake(column, cells[c]))
                return true;
        }
        return false;
    }

    /// A row that numbers the columns under their titles: “(1) (2) (3)”, and “1 2 3” or “A B 1” where names stand.
    bool numbersColumns(const QStringList& cells) const
    {
        static const QRegularExpression kBracketed(QStringLiteral("^\\(\\w{1,2}\\)$"));
        static const QRegularExpression kBare(QStringLiteral("^([A-Z]|\\d{1,2})$"));
        int texts = 0;
        for (const auto& cell : cells) {
            const QString text = cell.trimmed();
            if (text.isEmpty())
                continue;
            if (!kBracketed.match(text).hasMatch() && (m_blockNames < 0 || !kBare.match(text).hasMatch()))
                return false;
            ++texts;
        }
        return texts > 1;
    }

    bool isNamed(const QStringList& cells) const { return m_blockNames >= 0 && !rowsNamed(cells.value(m_blockNames)).isEmpty(); }

    /// Whether it belongs to the titles above the people: by its own words, or since in the column of names it has their title or nothing, with
    /// more titles to come.
    bool isTitle(qsizetype at) const
    {
        const auto& cells = m_pasted[at];
        const auto texts = std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); });
        const auto titles = titlesIn(cells);
        if (!titles.isEmpty() && titles.size() * 2 >= texts)
            return true;
        if (m_blockNames < 0 || at + 1 >= m_pasted.size() || isNamed(cells) || texts < 2)
            return false;
        const QString name = cells.value(m_blockNames).trimmed();
        return (name.isEmpty() || titled(name) == m_nameColumn) && !isNamed(m_pasted[at + 1]) && !titlesIn(m_pasted[at + 1]).isEmpty();
    }

    /// A title over several columns stands above their own; the lower one is theirs.
    void takeTitles(const QStringList& cells)
    {
        const auto titles = titlesIn(cells);
        for (auto title = titles.begin(); title != titles.end(); ++title)
            m_titles.insert(title.key(), title.value());
        m_titleCells.resize(std::max(m_titleCells.size(), cells.size()));
        for (qsizetype c = 0; c < cells.size(); ++c)
            if (!cells[c].trimmed().isEmpty())
                m_titleCells[c] = cells[c];
    }

    /// Titles of columns are left out at once; a line with one text alone may be the heading of a group.
    void readLines()
    {
        const bool wide = std::any_of(m_pasted.begin(), m_pasted.end(), [](const QStringList& cells) { return cells.size() > 1; });
        bool above = true; // no line of the list has come yet
        for (qsizetype at = 0; at < m_pasted.size(); ++at) {
            const auto& cells = m_pasted[at];
            if (isTitle(at)) {
                if (m_blockNames >= 0 && above)
                    takeTitles(cells);
                continue;
            }
            if (above && numbersColumns(cells) && !isNamed(cells))
                continue;
            above = false;
            const auto texts = std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); });
            m_lines.push_back({ cells, wide && texts == 1 && !isNamed(cells) && !takesAny(cells), -1 });
        }
        while (!m_lines.isEmpty() && isBlankRow(m_lines.last().cells))
            m_lines.pop_back();
    }

    GridPaste refused(const QString& text)
    {
        doubt(text, {});
        return m_result;
    }

    void doubt(const QString& text, const QString& accept)
    {
        m_result.doubt
            = PasteDoubt{ GridTable::tr("Khối dán không khớp với bảng"), GridTable::tr("%1 Chưa ô nào được ghi.").arg(text), accept };
    }

    /// Whether each of these rows stands under a heading of its own: one person, nominated more than once.
    bool inSeveralGroups(const QVector<int>& rows) const
    {
        for (qsizetype i = 1; i < rows.size(); ++i) {
            bool heading = false;
            for (int row = rows[i - 1]; row < rows[i]; ++row)
                heading = heading || isGroup(row);
            if (!heading)
                return false;
        }
        return true;
    }

    /// Gives each line its row. Of several people of one name: whom the line tells apart, else in their order where the whole block is in
    /// the order of the grid and names each of them. The names that stay open are returned.
    QStringList placeLines(QStringList& missing, QStringList& twice)
    {
        QHash<QString, int> times, nth;
        for (const auto& line : m_lines)
            ++times[nameKey(line.cells.value(m_blockNames))];
        const bool headed = std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.heading; });
        QSet<int> used, supposed;
        QStringList several;
        for (auto& line : m_lines) {
            const QString name = line.cells.value(m_blockNames).simplified();
            if (name.isEmpty() || line.heading)
                continue;
            const auto rows = rowsNamed(name);
            int row = rows.size() > 1 ? toldApart(rows, line.cells) : rows.value(0, -1);
            if (row < 0 && rows.size() > 1 && times[nameKey(name)] == rows.size()) {
                row = rows[nth[nameKey(name)]++];
                if (!headed || !inSeveralGroups(rows))
                    supposed.insert(row);
            }
            if (row >= 0 && !used.contains(row)) {
                used.insert(row);
                line.row = row;
            } else {
                (rows.isEmpty() ? missing : row < 0 ? several : twice) << name;
            }
        }
        int before = -1;
        bool ordered = true;
        for (const auto& line : m_lines)
            if (line.row >= 0) {
                ordered = ordered && line.row > before;
                before = line.row;
            }
        for (auto& line : m_lines)
            if (!ordered && supposed.contains(line.row)) {
                line.row = -1;
                several << line.cells.value(m_blockNames).simplified();
            }
        several.removeDuplicates();
        return several;
    }

    void placeByName()
    {
        QStringList missing, twice;
        const QStringList several = placeLines(missing, twice);
        const auto found = std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.row >= 0; });
        m_result.told = GridTable::tr("Đã dán %1 dòng theo tên.").arg(found);
        QStringList words;
        if (!missing.isEmpty())
            words << GridTable::tr("%1 tên của khối không có trong bảng: %2.").arg(missing.size()).arg(listed(missing));
        if (!twice.isEmpty())
            words << GridTable::tr("Có trong khối nhiều lần hơn trong bảng: %1.").arg(listed(twice));
        if (!several.isEmpty())
            words << GridTable::tr("Bảng có nhiều người cùng tên, khối không cho biết là ai: %1; xin ghi tên như trong bảng, kể cả phần trong ngoặc, hoặc dán kèm cột chức vụ.").arg(listed(several));
        if (const auto unknown = unknownTitles(); !unknown.isEmpty())
            words << GridTable::tr("Cột không nhận ra, sẽ không ghi: %1.").arg(listed(unknown));
        if (!words.isEmpty() || found == 0)
            doubt(words.join(QLatin1Char(' ')), found > 0 ? GridTable::tr("Ghi %1 dòng khớp tên").arg(found) : QString());
    }

    void placeInOrder()
    {
        const int end = m_place.rows > 0 ? std::min(m_place.row + m_place.rows, m_model.rowCount()) : m_model.rowCount();
        int row = m_place.row, over = 0, passed = 0, blanks = 0;
        QStringList headings;
        QVector<int> rows;
        for (auto& line : m_lines) {
            const bool blank = isBlankRow(line.cells);
            if (row < end && isGroup(row) && (line.heading || blank)) {
                ++row; // the block has the same heading here
                continue;
            }
            for (; row < end && isGroup(row); ++row)
                ++passed;
            if (line.heading) {
                headings << line.cells.join(QLatin1Char(' ')).simplified();
                continue;
            }
            if (row >= end) {
                ++over;
                continue;
            }
            blanks += blank ? 1 : 0;
            line.row = row;
            rows << row++;
        }
        for (; m_place.rows > 0 && row < end; ++row)
            over += isGroup(row) ? 0 : -1;
        tellOrder(rows, over, headings, blanks > 0 && passed > 0);
    }

    void tellOrder(const QVector<int>& rows, int over, const QStringList& headings, bool shifted)
    {
        const auto count = static_cast<int>(rows.size());
        const QString range
            = count > 0 && m_nameColumn >= 0 ? GridTable::tr("từ %1 đến %2").arg(nameAt(rows.front()), nameAt(rows.back())) : QString();
        m_result.told = range.isEmpty() ? QString() : GridTable::tr("Đã dán %1 dòng, %2.").arg(count).arg(range);
        QStringList words;
        if (over != 0)
            words << (m_place.rows > 0
                    ? GridTable::tr("Khối dán có %1 dòng, phần đang chọn có %2 dòng.")
                          .arg(count + std::max(over, 0))
                          .arg(count - std::min(over, 0))
                    : GridTable::tr("Khối dán có %1 dòng, từ ô đang chọn trở xuống chỉ có %2 dòng.").arg(count + over).arg(count));
        if (!headings.isEmpty())
            words << GridTable::tr("Trong khối có dòng không phải số liệu, sẽ bỏ qua: %1.").arg(listed(headings));
        if (shifted)
            words << GridTable::tr("Dòng trống của khối không trùng với dòng tiêu đề của bảng; xin dán từng nhóm một.");
        if (words.isEmpty())
            return;
        if (!range.isEmpty() && !shifted)
            words << GridTable::tr("Nếu ghi thì được %1 dòng, %2.").arg(count).arg(range);
        doubt(words.join(QLatin1Char(' ')), count > 0 && !shifted ? GridTable::tr("Ghi %1 dòng").arg(count) : QString());
    }

    void write()
    {
        for (const auto& line : m_lines)
            for (int c = 0; line.row >= 0 && c < line.cells.size(); ++c) {
                const int column = columnOf(c);
                if (column < 0)
                    continue;
                if (m_model.isEditable(line.row, column))
                    m_result.typed.push_back({ line.row, column, line.cells[c] });
                else if (m_blockNames < 0 || column >= m_model.columnCount())
                    ++m_result.cut;
            }
    }

    const GridModel& m_model;
    const QVector<QStringList>& m_pasted;
    const PastePlace m_place;
    const int m_nameColumn;
    int m_blockNames = -1;
    QStringList m_titleCells; ///< the row of titles in the block
    QHash<int, int> m_titles; ///< columns of the block by the titles above them
    QVector<Line> m_lines;
    GridPaste m_result;
};

}

GridPaste planPaste(const GridModel& model, const QVector<QStringList>& pasted, const PastePlace& place)
{
    return Planner(model, pasted, place).plan();
}

}
