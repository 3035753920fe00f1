// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/upgrade_judgements.h"

#include "storage/change_log.h"
#include "storage/hash.h"
#include "storage/packed_text.h"
#include "storage/repo/judgement_repo.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <map>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;

std::string text(const Value& value)
{
    const auto* found = std::get_if<std::string>(&value);
    return found ? *found : std::string();
}

/// What must not change otherwise is open to this conversion, and closed again at the end of it.
class Unlocked {
public:
    explicit Unlocked(Reader& reader) : m_reader(reader)
    {
        reader.each("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('change_op', 'change_row', 'rule_pack') ORDER BY rowid", {},
                    [this](const Values& row) { m_triggers.emplace_back(text(row[0]), text(row[1])); });
        for (const auto& [name, sql] : m_triggers)
            m_reader.database().exec("DROP TRIGGER " + name);
    }
    void lock()
    {
        for (const auto& [name, sql] : m_triggers)
            m_reader.database().exec(sql);
    }

private:
    Reader& m_reader;
    std::vector<std::pair<std::string, std::string>> m_triggers;
};

struct Kept {
    Value judgement;
    Value verdict;
};

class Conversion {
public:
    explicit Conversion(Reader& reader) : m_reader(reader) {}
    void packContents();
    void convertImages();
    void convertNominations();

private:
    struct Base {
        std::int64_t id;
        repo::KeptJudgement texts;
    };

    Kept keep(const std::string& honour, const repo::KeptJudgement& texts);
    std::int64_t write(const std::string& honour, const repo::KeptJudgement& texts, const std::string& hash);
    Value shortened(const std::string& entity, const Value& image);
    json nominationImage(json row);
    json packImage(const json& row);

    Reader& m_reader;
    std::map<std::string, std::int64_t> m_ids;                         ///< of judgements, by hash
    std::map<std::pair<std::string, std::string>, Base> m_bases;       ///< by honour and pack
};

void Conversion::packContents()
{
    std::vector<std::int64_t> ids;
    m_reader.each("SELECT id FROM rule_pack ORDER BY id", {}, [&ids](const Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    for (const auto id : ids) {
        std::string content;
        m_reader.each("SELECT CAST(content AS TEXT) FROM rule_pack WHERE id = ?", {id}, [&content](const Values& row) { content = text(row[0]); });
        m_reader.execute("UPDATE rule_pack SET content = ? WHERE id = ?", {packText(content), id});
    }
}

std::int64_t Conversion::write(const std::string& honour, const repo::KeptJudgement& texts, const std::string& hash)
{
    const auto base = m_bases.find({honour, texts.packHash});
    const auto packed = base == m_bases.end() ? repo::packed(texts, nullptr) : repo::packed(texts, &base->second.texts);
    m_reader.execute("INSERT INTO judgement (hash, pack_hash, honour, base_id, verdict, facts) VALUES (?, ?, ?, ?, ?, ?)",
                     {hash, texts.packHash, honour, packed.onBase ? Value(base->second.id) : Value{}, packed.verdict, packed.facts});
    const auto id = m_reader.lastInsertId();
    if (!packed.onBase)
        m_bases.insert_or_assign({honour, texts.packHash}, Base{id, texts});
    return id;
}

Kept Conversion::keep(const std::string& honour, const repo::KeptJudgement& texts)
{
    if (texts.verdict.empty())
        return {};
    const auto hash = repo::hashOf(texts);
    auto found = m_ids.find(hash);
    if (found == m_ids.end())
        found = m_ids.emplace(hash, write(honour, texts, hash)).first;
    const auto said = json::parse(texts.verdict, nullptr, false);
    const auto kind = said.is_object() ? said.find("verdict") : said.end();
    return {found->second, said.is_object() && kind != said.end() && kind->is_string() ? Value(kind->get<std::string>()) : Value{}};
}

json Conversion::nominationImage(json row)
{
    // Facts came with version 2: an older image has none, and neither had the row.
    const auto kept = keep(row.value("honour", ""), {row.value("verdict", ""), row.value("facts", ""), row.value("pack_hash", "")});
    for (const char* column : {"verdict", "facts", "pack_hash"})
        row.erase(column);
    const auto* id = std::get_if<std::int64_t>(&kept.judgement);
    const auto* verdict = std::get_if<std::string>(&kept.verdict);
    row["judgement_id"] = id ? json(*id) : json();
    row["verdict"] = verdict ? json(*verdict) : json();
    return row;
}

json Conversion::packImage(const json& row)
{
    // Taking a pack may have been undone: its content then stands in the record alone, and redo will look for it.
    const auto hash = row.at("hash").get<std::string>();
    if (m_reader.number("SELECT count(*) FROM rule_pack WHERE hash = ?", {hash}) == 0)
        m_reader.execute("INSERT INTO rule_pack (hash, content, added_on) VALUES (?, ?, ?)",
                         {hash, packText(row.at("content").get<std::string>()), row.at("added_on").get<std::string>()});
    return {{"id", row.at("id")}, {"hash", hash}};
}

Value Conversion::shortened(const std::string& entity, const Value& image)
{
    if (std::holds_alternative<std::monostate>(image))
        return image;
    auto row = json::parse(text(image));
    return (entity == "nomination" ? nominationImage(std::move(row)) : packImage(row)).dump();
}

void Conversion::convertImages()
{
    std::vector<std::int64_t> ids;
    m_reader.each("SELECT id FROM change_row WHERE entity IN ('nomination', 'rule_pack') ORDER BY id", {},
                  [&ids](const Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    for (const auto id : ids) {
        Values row;
        m_reader.each("SELECT entity, before_json, after_json FROM change_row WHERE id = ?", {id}, [&row](const Values& r) { row = r; });
        const auto entity = text(row[0]);
        const auto before = shortened(entity, row[1]);
        m_reader.execute("UPDATE change_row SET before_json = ?, after_json = ? WHERE id = ?", {before, shortened(entity, row[2]), id});
    }
}

void Conversion::convertNominations()
{
    std::vector<std::int64_t> ids;
    m_reader.each("SELECT id FROM judged_before ORDER BY id", {}, [&ids](const Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    for (const auto id : ids) {
        Values row;
        m_reader.each("SELECT honour, verdict, facts, pack_hash FROM judged_before WHERE id = ?", {id}, [&row](const Values& r) { row = r; });
        const auto kept = keep(text(row[0]), {text(row[1]), text(row[2]), text(row[3])});
        m_reader.execute("UPDATE nomination SET judgement_id = ?, verdict = ? WHERE id = ?", {kept.judgement, kept.verdict, id});
    }
}

std::string headOf(Reader& reader)
{
    std::string head;
    reader.each("SELECT hash FROM change_op ORDER BY id DESC LIMIT 1", {}, [&head](const Values& row) { head = text(row[0]); });
    return head;
}

}

void writeVerdictsOnce(SQLite::Database& database)
{
    Reader reader(database);
    Unlocked unlocked(reader);
    Conversion conversion(reader);
    conversion.packContents();
    conversion.convertImages();
    conversion.convertNominations();
    reader.execute("DROP TABLE judged_before");
    if (const auto operations = reader.number("SELECT count(*) FROM change_op"); operations > 0) {
        const auto before = headOf(reader);
        chainAgain(reader);
        reader.execute("INSERT INTO record_conversion (version, operations, old_head, new_head) VALUES (3, ?, ?, ?)", {operations, before, headOf(reader)});
    }
    unlocked.lock();
}

}
