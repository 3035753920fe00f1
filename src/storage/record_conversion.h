// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/reader.h"

#include <functional>
#include <string>
#include <vector>

namespace thidua::storage {

/// For the program's part of a migration, and for what must be forgotten: opens what must not change otherwise (the change record and the
/// contents that it points to), hashes the record's chain anew and notes its head before and after in `record_conversion`.
class RecordConversion {
public:
    explicit RecordConversion(Reader& reader);
    /// Rewrites every image of these kinds with `convert(entity, image)`; images are JSON, and empty where there was none.
    void images(const std::vector<std::string>& entities, const std::function<std::string(const std::string&, const std::string&)>& convert);
    /// The same by a statement over `change_op` or `change_row`.
    void rewrite(const std::string& sql, const Values& values);
    /// At the end. A record of which nothing was rewritten keeps its chain.
    void finish(int version);

private:
    Reader& m_reader;
    std::vector<std::pair<std::string, std::string>> m_triggers;
    bool m_touched = false;
};

}
