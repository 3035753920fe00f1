// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace thidua::sheets {

/// What a cell holds, however it is written: dates are `dd/mm/yyyy`, numbers as short as they are exact, truths “TRUE” and “FALSE”.
enum class CellKind : std::uint8_t { Text, Number, Date, Truth, Error };

struct Cell {
    std::uint32_t column = 0;      ///< from 0
    CellKind kind = CellKind::Text;
    std::string text;              ///< never empty
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// Rows and cells without anything in them are not kept.
struct Row {
    std::uint32_t number = 0;      ///< from 1, as the spreadsheet counts
    std::vector<Cell> cells;       ///< by column
    const Cell* at(std::uint32_t column) const;
};

struct Sheet {
    std::string name;
    bool hidden = false;
    std::vector<Row> rows;
    std::uint32_t width = 0;       ///< columns that have anything in them
};

struct Book {
    std::vector<std::string> names; ///< of all its sheets, those hidden included
    std::vector<Sheet> sheets;      ///< the visible ones, or the one that was asked for
};

/// No more than these is read, so that no file can fill the memory.
struct Limits {
    std::uint64_t fileBytes = 32ULL << 20U;
    std::uint64_t inflatedBytes = 256ULL << 20U; ///< of the parts that are read, one after the other; they are never held whole
    std::uint64_t textBytes = 32ULL << 20U;      ///< of the cells, and again of the strings that cells share
    std::uint32_t cells = 1'000'000;
    std::uint32_t columns = 1'000;
};

/// A spreadsheet (.xlsx, .ods) or a table of text (.csv): what it is, is seen by its bytes, which must fit its ending. With `sheet` that one
/// alone, hidden or not. Whatever is wrong is one sentence with the file's name in it; nothing outside the file is ever looked at.
Result<Book> readBookFile(const std::filesystem::path& path, const std::string& sheet = {});
/// The bytes of such a file, of no more than that size.
Result<std::string> bytesOfBook(const std::filesystem::path& path, const Limits& limits = {});
/// The same as readBookFile of bytes; `name` is for sentences and has the ending.
Result<Book> readBook(std::string_view bytes, const std::string& name, const std::string& sheet = {}, const Limits& limits = {});

}
