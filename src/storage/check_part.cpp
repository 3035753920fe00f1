// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/check_part.h"

#include <SQLiteCpp/Exception.h>
#include <new>
#include <spdlog/spdlog.h>
#include <sqlite3.h>

namespace thidua::storage {

void guardedPart(const std::string& name, std::vector<FileProblem>& problems, const std::function<void()>& part)
{
    try {
        part();
        return;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode() & 0xFF;
        if (code == SQLITE_INTERRUPT || code == SQLITE_NOMEM || code == SQLITE_BUSY)
            throw;
        spdlog::warn("check of {}: {}", name, exception.what());
    } catch (const std::exception& exception) {
        spdlog::warn("check of {}: {}", name, exception.what());
    }
    problems.push_back({"check.part-unreadable", {name}});
}

}
