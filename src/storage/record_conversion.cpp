// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_conversion.h"

#include "base/text_util.h"
#include "storage/change_log.h"
#include "storage/plain_value.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace thidua::storage {
namespace {

std::string headOf(Reader& reader)
{
    std::string head;
    reader.each("SELECT hash FROM change_op ORDER BY id DESC LIMIT 1", {}, [&head](const Values& row) { head = textOr(row[0]); });
    return head;
}

}

RecordConversion::RecordConversion(Reader& reader) : m_reader(reader)
{
    reader.each("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('change_op', 'change_row', 'rule_pack') ORDER BY rowid", {},
                [this](const Values& row) { m_triggers.emplace_back(textOr(row[0]), textOr(row[1])); });
    for (const auto& [name, sql] : m_triggers)
        m_reader.database().exec("DROP TRIGGER " + name);
}

void RecordConversion::images(const std::vector<std::string>& entities, const std::function<std::string(const std::string&, const std::string&)>& convert)
{
    std::vector<std::int64_t> ids;
    m_reader.each("SELECT id FROM change_row WHERE entity IN ('" + join(entities, "', '") + "') ORDER BY id", {},
                  [&ids](const Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    for (const auto id : ids) {
        Values row;
        m_reader.each("SELECT entity, before_json, after_json FROM change_row WHERE id = ?", {id}, [&row](const Values& r) { row = r; });
        const auto entity = textOr(row[0]);
        const auto shortened = [&](const Value& image) { return std::holds_alternative<std::monostate>(image) ? std::string() : convert(entity, textOr(image)); };
        const auto before = shortened(row[1]);
        const auto after = shortened(row[2]);
        if (before == textOr(row[1]) && after == textOr(row[2]))
            continue;
        m_reader.execute("UPDATE change_row SET before_json = ?, after_json = ? WHERE id = ?", {nullable(before), nullable(after), id});
        m_touched = true;
    }
}

void RecordConversion::rewrite(const std::string& sql, const Values& values)
{
    m_reader.execute(sql, values);
    m_touched = m_touched || m_reader.number("SELECT changes()") > 0;
}

void RecordConversion::finish(int version)
{
    if (m_touched) {
        const auto before = headOf(m_reader);
        chainAgain(m_reader);
        m_reader.execute("INSERT INTO record_conversion (version, operations, old_head, new_head) VALUES (?, ?, ?, ?)",
                         {static_cast<std::int64_t>(version), m_reader.number("SELECT count(*) FROM change_op"), before, headOf(m_reader)});
    }
    for (const auto& [name, sql] : m_triggers)
        m_reader.database().exec(sql);
}

}
