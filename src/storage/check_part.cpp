// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/check_part.h"

#include "storage/one_state.h"

#include <SQLiteCpp/Exception.h>
#include <charconv>
#include <filesystem>
#include <new>
#include <spdlog/spdlog.h>

namespace thidua::storage {

void guardedPart(const std::string& name, std::vector<FileProblem>& problems, const std::function<void()>& part)
{
    try {
        part();
        return;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const SQLite::Exception& exception) {
        if (!isAboutContent(exception))
            throw;
        spdlog::warn("check of {}: {}", name, exception.what());
    } catch (const std::filesystem::filesystem_error&) {
        throw;
    } catch (const std::exception& exception) {
        spdlog::warn("check of {}: {}", name, exception.what());
    }
    problems.push_back({"check.part-unreadable", {name}});
}

void throwMachinesFault(const std::string& integrityMessage)
{
    constexpr std::string_view kCode = "error code=";
    for (auto at = integrityMessage.find(kCode); at != std::string::npos; at = integrityMessage.find(kCode, at + 1)) {
        int code = 0;
        std::from_chars(integrityMessage.data() + at + kCode.size(), integrityMessage.data() + integrityMessage.size(), code);
        if (const SQLite::Exception fault(integrityMessage, code); code != 0 && !isAboutContent(fault))
            throw fault;
    }
}

}
