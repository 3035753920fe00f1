// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/book.h"

#include <map>
#include <new>
#include <optional>

namespace thidua::sheets {

/// Thrown within the readers and answered by refusing() alone: which sentence, without the file's name.
struct Refused {
    std::string key;
    std::vector<std::string> args{};
};

/// Runs a body that throws Refused; the sentence has the file's name in it.
template <class T, class Body>
Result<T> refusing(const std::string& name, Body body)
{
    try {
        return body();
    } catch (const Refused& refused) {
        std::vector<std::string> args{name};
        args.insert(args.end(), refused.args.begin(), refused.args.end());
        return fail(ErrorCode::InputFormat, refused.key, std::move(args));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::InputFormat, "sheet.too-big", {name});
    }
}

/// Counts what has been taken, for the whole book.
struct Budget {
    const Limits& limits;
    std::uint64_t inflated = 0, text = 0, shared = 0;
    std::uint32_t cells = 0;
    void inflate(std::uint64_t bytes);
};

/// Takes cells in the order of the sheet and keeps what is in them.
class SheetMaker {
public:
    SheetMaker(std::string name, bool hidden, Budget& budget);
    /// `row` from 1, `column` from 0. Spaces alone are nothing.
    void add(std::uint32_t row, std::uint32_t column, CellKind kind, std::string text);
    /// A cell merged over rows of one column says its text in each of them.
    void merge(std::uint32_t firstRow, std::uint32_t lastRow, std::uint32_t column);
    Sheet take();

private:
    Row& rowOf(std::uint32_t number);
    Sheet m_sheet;
    Budget& m_budget;
    struct Merge {
        std::uint32_t first, last, column;
    };
    std::vector<Merge> m_merges;
};

}
