// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace thidua {

/// What kind of failure it is; callers branch on this, people read the sentence of `Error::key`.
enum class ErrorCode {
    Validation,   ///< something typed is missing or impossible; see Error::issues
    NotFound,     ///< the record named does not exist
    StaleRow,     ///< the record has been changed since it was read
    NotAllowed,   ///< the session's role may not do this
    WrongState,   ///< not possible in this state (issued, closed, already counted …)
    RuleConflict, ///< the rules in force forbid it
    FileBusy,     ///< another program holds the school file
    FileTooNew,   ///< written by a newer version of the program
    FileTooOld,   ///< older than this version can upgrade
    FileCorrupt,  ///< not a school file, or damaged
    DiskFull,
    ReadOnly,
    Io,           ///< any other trouble with a file
    InputFormat,  ///< a case, scenario or rule file is not as it should be
    Internal      ///< a bug of ours
};

/// One wrong field of a form or command. `field` is the member's name in the command struct (e.g. "birthDate"; in a block of
/// rows "3.birthDate", counted from 0); `key` and `args` name a sentence of src/text.
struct FieldIssue {
    std::string field;
    std::string key;
    std::vector<std::string> args;
    friend bool operator==(const FieldIssue&, const FieldIssue&) = default;
};

/// A failure as a value. The words come from src/text by `key` and `args`; `detail` is for the log alone.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string key;
    std::vector<std::string> args;
    std::vector<FieldIssue> issues;
    std::string detail;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "person.not-found", {name});`
inline tl::unexpected<Error> fail(ErrorCode code, std::string key, std::vector<std::string> args = {}, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(key), std::move(args), {}, std::move(detail)});
}

/// A validation failure that names the fields. The first issue's sentence stands for the whole.
inline tl::unexpected<Error> fail(std::vector<FieldIssue> issues)
{
    Error error{ErrorCode::Validation, {}, {}, std::move(issues), {}};
    if (!error.issues.empty()) {
        error.key = error.issues.front().key;
        error.args = error.issues.front().args;
    }
    return tl::unexpected<Error>(std::move(error));
}

}

#define TD_CONCAT_INNER(a, b) a##b
#define TD_CONCAT(a, b) TD_CONCAT_INNER(a, b)

/// TD_TRY(auto x, expr): x = the value of expr, or return its error.
#define TD_TRY(declaration, ...) TD_TRY_INNER(declaration, TD_CONCAT(tdResult, __COUNTER__), __VA_ARGS__)
#define TD_TRY_INNER(declaration, name, ...)                                                                                         \
    auto name = (__VA_ARGS__);                                                                                                       \
    if (!name)                                                                                                                       \
        return tl::unexpected<::thidua::Error>(std::move(name.error()));                                                             \
    declaration = std::move(*name)

/// TD_CHECK(expr): return expr's error, if any; its value does not matter.
#define TD_CHECK(...) TD_CHECK_INNER(TD_CONCAT(tdCheck, __COUNTER__), __VA_ARGS__)
#define TD_CHECK_INNER(name, ...)                                                                                                    \
    do {                                                                                                                             \
        auto name = (__VA_ARGS__);                                                                                                   \
        if (!name)                                                                                                                   \
            return tl::unexpected<::thidua::Error>(std::move(name.error()));                                                         \
    } while (false)
