// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace thidua::text {

enum class Language { Vietnamese, English };

bool hasMessage(std::string_view key);
/// The sentence of `key` with its arguments filled in. A key that nobody wrote down comes back as it is (a test looks for them).
std::string message(std::string_view key, const std::vector<std::string>& args = {}, Language language = Language::Vietnamese);
/// The words of a code on screen and paper: label("position", "teacher") is the message "position.teacher".
std::string label(std::string_view group, std::string_view code, Language language = Language::Vietnamese);
/// What a failure says to people: what is wrong, where, what to do.
std::string sentence(const Error& error, Language language = Language::Vietnamese);
std::string sentence(const FieldIssue& issue, Language language = Language::Vietnamese);
/// All keys, for tests.
std::vector<std::string_view> allKeys();

}
