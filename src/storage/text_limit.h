// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

namespace thidua::storage {

// In letters. What is longer than any name, note or paper has need of was pasted by mistake, and weighs on every page and paper.
inline constexpr std::size_t kLongestLine = 1'000;
inline constexpr std::size_t kLongestText = 200'000;

struct TextTooLong : std::exception {
    TextTooLong(std::string beginning, std::size_t limit) : start(std::move(beginning)), most(limit) {}
    const char* what() const noexcept override { return "text too long"; }
    std::string start; ///< the first letters of the text, in one line
    std::size_t most;
};

/// The text itself; TextTooLong when it has more letters than `most`.
std::string within(std::size_t most, std::string text);

}
