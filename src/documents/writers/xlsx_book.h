// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "documents/page_setup.h"
#include "documents/table.h"
#include "documents/writers/package.h"

#include <deque>
#include <map>
#include <tuple>

/// A workbook made in memory, part by part as Office Open XML wants it.
namespace thidua::documents::xlsx {

/// How a cell looks; equal looks share one style. The font is Times New Roman.
struct Look {
    double points = 12;
    bool bold = false;
    bool italic = false;
    Align align = Align::Left;
    bool wrap = false;
    bool border = false;
    const char* number = "";  ///< the format of its number; empty for the general one
    auto key() const { return std::tuple(points, bold, italic, align, wrap, border, std::string_view(number)); }
};

/// Excel takes no more than this in one cell, counted in UTF-16.
inline constexpr std::size_t kMostLetters = 32'767;

class Book;

/// Rows and columns are counted from 0.
class Sheet {
public:
    Sheet(Book& book, std::string name) : m_book(book), m_name(std::move(name)) {}

    void setPage(const PageSetup& page, bool numbered);
    void setColumn(int column, double characters);
    void setRow(int row, double points) { m_rows[row].points = points; }
    void text(int row, int column, const std::string& text, const Look& look);
    /// Two lots of text in one cell, each in its own letters.
    void text(int row, int column, const std::pair<std::string, Look>& first, const std::pair<std::string, Look>& second, const Look& look);
    /// The figures as they shall stand in the file.
    void number(int row, int column, const std::string& figures, const Look& look);
    void day(int row, int column, Date date, const Look& look);
    void merge(int row, int column, int lastRow, int lastColumn, const std::string& text, const Look& look);
    void freeze(int rows) { m_frozen = rows; }
    /// These rows come again on every printed page.
    void repeat(int first, int last) { m_repeated = {first, last}; }

    const std::string& name() const { return m_name; }
    const std::optional<std::pair<int, int>>& repeated() const { return m_repeated; }
    std::string xml(bool first) const;

private:
    struct Cell {
        std::size_t style = 0;
        std::string value;
        bool shared = false;  ///< `value` is the number of a shared string
    };
    struct Row {
        double points = 0;
        std::map<int, Cell> cells;
    };

    Book& m_book;
    std::string m_name;
    PageSetup m_page;
    bool m_numbered = false;
    std::map<int, double> m_columns;
    std::map<int, Row> m_rows;
    std::vector<std::string> m_merged;
    int m_frozen = 0;
    std::optional<std::pair<int, int>> m_repeated;
};

class Book {
public:
    Book(std::string title, std::string author) : m_title(std::move(title)), m_author(std::move(author)) {}

    Sheet& addSheet(std::string name) { return m_sheets.emplace_back(*this, std::move(name)); }
    std::vector<PackageFile> files() const;
    /// The beginning of a text that is too long for a cell; empty when all fit.
    const std::string& tooLong() const { return m_tooLong; }

    std::size_t style(const Look& look);
    std::size_t shared(const std::vector<std::pair<std::string, const Look*>>& parts);

private:
    std::string stylesXml() const;
    std::string stringsXml() const;
    std::string workbookXml() const;

    std::string m_title;
    std::string m_author;
    std::deque<Sheet> m_sheets;
    std::map<decltype(Look().key()), std::size_t> m_styleNumbers;
    std::vector<Look> m_styles;
    std::map<std::string, std::size_t> m_stringNumbers;
    std::vector<const std::string*> m_strings;
    std::string m_tooLong;
};

}
