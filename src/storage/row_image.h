// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <exception>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// How rows stand as JSON in the change record.
namespace thidua::storage {

/// Values by column.
using RowImage = std::map<std::string, Value>;

/// Throws what JSON throws when a value is no UTF-8: then nothing is written.
std::string imageText(const RowImage& image);
/// The same with a mark in the place of what is no UTF-8.
std::string readableImageText(const RowImage& image);
/// An image as it was read from a file; nothing when the text is no JSON object. What no column can hold becomes NULL.
std::optional<RowImage> imageFrom(const std::string& text);
/// Whether an exception says that something is no JSON, or not the JSON that was looked for.
bool isAboutJson(const std::exception& exception);

/// A column of a table of the file.
struct TableColumn {
    std::string name;
    std::optional<Value> fallback; ///< what a new column gives to rows that are there; none when each row gets its own
};
/// In the order of the table.
std::vector<TableColumn> columnsOf(Reader& reader, const std::string& table);

}
