// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "ui/models/cell.h"
#include "ui/models/record_source.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QVector>

#include <map>

namespace thidua::ui {

/// How the cells of a grid column are typed.
enum class GridKind {
    Text,
    Number, ///< value with a decimal comma, as typed: "4,5"
    Date,   ///< value in ISO: "2021-10-04"; shown dd/MM/yyyy
    Choice  ///< value is the choice's code; typed by its words, the beginning of them that no other has, or its key
};

struct GridChoice {
    QString code;
    QString text;    ///< in the cell
    QString key{};   ///< a letter or word that, typed alone, stands for it
};

struct GridColumn {
    QString key;
    QString title;
    GridKind kind = GridKind::Text;
    int width = 90;
    Align align = Align::Center;
    QString band{};                      ///< columns side by side with the same band share a head above
    std::vector<GridChoice> choices{};   ///< of a Text column: what is offered, in words that `check` takes
    bool frozen = false;                 ///< stays while the rest scrolls; frozen columns come first
    bool readOnly = false;
    int decimals = 0;                    ///< of numbers
    bool names = false;                  ///< says whose the row is: a pasted block with such a column goes to the rows it names
    /// A sentence when `value` cannot stand there; empty when it can. Called for typed and pasted values that are not blank.
    std::function<QString(const QString& value)> check{};
};

struct GridCell {
    QString value;          ///< "" is empty
    QString shown{};        ///< instead of the value's own words (“miễn”)
    bool readOnly = false;
    bool unknown = false;   ///< “?” while the value is empty
    bool strong = false;
    bool flagged = false;
    Tone tone = Tone::None; ///< tints the cell
    QString tip{};
    GridCell(QString v = {}) : value(std::move(v)) {}
};

struct GridRow {
    std::int64_t id = 0;
    QVector<GridCell> cells; ///< one for each column
    bool group = false;      ///< a heading above rows: nothing is typed or pasted into it
};

struct CellEdit {
    std::int64_t rowId = 0;
    QString column;
    QString value;
    QString before;
    friend bool operator==(const CellEdit&, const CellEdit&) = default;
};

struct CellError {
    std::int64_t rowId = 0;
    QString column;
    QString sentence;
    QString value{}; ///< of refuse() alone: what could not be saved
};

/// The cells of a grid, with what was typed and could not be taken: such a text stays in its cell, marked, until it is mended.
class GridModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit GridModel(std::vector<GridColumn> columns, QObject* parent = nullptr);
    void setRows(QVector<GridRow> rows);
    const QVector<GridRow>& rows() const { return m_rows; }
    const std::vector<GridColumn>& columnsInfo() const { return m_columns; }
    int columnOf(const QString& key) const;
    int rowOf(std::int64_t id) const;

    /// Takes typed texts as one action: good ones are set and returned, bad ones stay as marked text.
    struct Typed {
        int row, column;
        QString text;
    };
    QVector<CellEdit> take(const QVector<Typed>& typed);
    void setErrors(const QVector<CellError>& errors);
    /// Values that could not be saved: each stays in its cell, marked, over whatever rows are set, until it is saved or given up.
    void refuse(const QVector<CellError>& errors);
    /// The texts that stay so or could not be understood, to be taken once more.
    QVector<Typed> kept() const;
    bool isKept(int row, int column) const;
    /// The same with the rows' ids and the reasons, also of rows that are not shown just now; refuse() takes them back.
    QVector<CellError> refused() const;
    void clearErrors();
    int errorCount() const { return static_cast<int>(m_errors.size()); }
    QModelIndex firstError() const;
    bool isEditable(int row, int column) const;
    /// Whether a cell of this column would understand the text.
    bool wouldTake(int column, const QString& text) const;
    /// What the text typed into a cell of this column may mean: the choice it stands for, else those that begin so, else all.
    std::vector<GridChoice> offered(int column, const QString& text) const;
    /// The text one would type for the cell.
    QString typedText(int row, int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
signals:
    void errorsChanged();

private:
    struct Wrong {
        QString text, sentence;
        bool typed; ///< false: the value is taken, but a check elsewhere named this cell
    };
    struct Understood {
        QString value, problem;
    };
    Understood understand(const GridColumn& column, const QString& text) const;
    QString words(const GridColumn& column, const GridCell& cell) const;
    Cell cellFor(int row, int column) const;
    using Place = std::pair<std::int64_t, QString>;
    std::vector<GridColumn> m_columns;
    QVector<GridRow> m_rows;
    std::map<Place, Wrong> m_errors;
};

}
