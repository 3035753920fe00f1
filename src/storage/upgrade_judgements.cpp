// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/upgrade_judgements.h"

#include "storage/packed_text.h"
#include "storage/plain_value.h"
#include "storage/record_conversion.h"
#include "storage/repo/judgement_repo.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <map>
#include <nlohmann/json.hpp>

namespace thidua::storage {
namespace {

using nlohmann::json;

struct Kept {
    Value judgement;
    Value verdict;
};

class Conversion {
public:
    explicit Conversion(Reader& reader) : m_reader(reader) {}
    void packContents();
    std::string shortened(const std::string& entity, const std::string& image);
    void convertNominations();

private:
    struct Base {
        std::int64_t id;
        repo::KeptJudgement texts;
    };

    Kept keep(const std::string& honour, const repo::KeptJudgement& texts);
    std::int64_t write(const std::string& honour, const repo::KeptJudgement& texts, const std::string& hash);
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
        m_reader.each("SELECT CAST(content AS TEXT) FROM rule_pack WHERE id = ?", {id}, [&content](const Values& row) { content = textOr(row[0]); });
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

std::string Conversion::shortened(const std::string& entity, const std::string& image)
{
    auto row = json::parse(image);
    return (entity == "nomination" ? nominationImage(std::move(row)) : packImage(row)).dump();
}

void Conversion::convertNominations()
{
    std::vector<std::int64_t> ids;
    m_reader.each("SELECT id FROM judged_before ORDER BY id", {}, [&ids](const Values& row) { ids.push_back(std::get<std::int64_t>(row[0])); });
    for (const auto id : ids) {
        Values row;
        m_reader.each("SELECT honour, verdict, facts, pack_hash FROM judged_before WHERE id = ?", {id}, [&row](const Values& r) { row = r; });
        const auto kept = keep(textOr(row[0]), {textOr(row[1]), textOr(row[2]), textOr(row[3])});
        m_reader.execute("UPDATE nomination SET judgement_id = ?, verdict = ? WHERE id = ?", {kept.judgement, kept.verdict, id});
    }
}

}

void writeVerdictsOnce(SQLite::Database& database)
{
    Reader reader(database);
    RecordConversion record(reader);
    Conversion conversion(reader);
    conversion.packContents();
    record.images({"nomination", "rule_pack"}, [&](const std::string& entity, const std::string& image) { return conversion.shortened(entity, image); });
    conversion.convertNominations();
    reader.execute("DROP TABLE judged_before");
    record.finish(3);
}

}
