// SPDX-License-Identifier: GPL-3.0-or-later
// Rule packs as files: their frame, how they join the shipped rules, and that what is wrong in them is named.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/bonus.h"
#include "rules/model.h"
#include "rules/pack_file.h"
#include "text/messages.h"

#include <fstream>
#include <functional>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

std::string bytesOf(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in)
        throw std::runtime_error("cannot read " + path);
    return bytes.str();
}

std::string example()
{
    return bytesOf(std::string(RULES_EXAMPLES) + "/rule-pack-2026-10.json");
}

/// A small pack that ends one base salary and adds the next.
PackFile salaryFile()
{
    PackFile file{"Mức lương cơ sở mới", "Phòng Nội vụ", "Nghị định mới", Date(2027, 6, 1), true, json::object(), {}};
    const auto cite = json::array({{{"src", "N161-2026"}, {"at", "Điều 3"}}});
    file.rules["base_salary"] = json::array({{{"from", "2026-07-01"}, {"to", "2027-06-30"}, {"value", 2'530'000}, {"cite", cite}},
                                             {{"from", "2027-07-01"}, {"value", 2'700'000}, {"cite", cite}}});
    return file;
}

/// The file with one place changed and, unless asked otherwise, its checksum made right again.
std::string changed(const std::function<void(json&)>& make, bool sealed = true)
{
    json file = json::parse(example());
    make(file);
    if (sealed && file.contains("rules"))
        file["sha256"] = packChecksum(file["rules"]);
    return file.dump();
}

}

TEST_CASE("A pack file comes back as it was written", "[rules][pack-file]")
{
    const auto written = writePackFile(salaryFile());
    const auto read = readPackFile(written);
    REQUIRE(read);
    CHECK(read->title == "Mức lương cơ sở mới");
    CHECK(read->author == "Phòng Nội vụ");
    CHECK(read->reason == "Nghị định mới");
    CHECK(read->madeOn == Date(2027, 6, 1));
    CHECK(read->extendsShipped);
    CHECK(read->rules == salaryFile().rules);
    CHECK(read->sha256 == packChecksum(salaryFile().rules));
    CHECK(writePackFile(*read) == written);
}

TEST_CASE("Entries of the same key are replaced, others added", "[rules][pack-file]")
{
    const auto catalogue = applied(shippedPack(), salaryFile());
    REQUIRE(catalogue);
    CHECK(bonus(*catalogue, {Date(2027, 6, 30), "chien-si-thi-dua-co-so", false})->exact == Ratio{2'530'000, 1});
    CHECK(bonus(*catalogue, {Date(2027, 7, 1), "chien-si-thi-dua-co-so", false})->exact == Ratio{2'700'000, 1});
    CHECK(catalogue->hash() != shipped().hash());
    CHECK(catalogue->model().rules.size() == shipped().model().rules.size());
    // A whole pack stands alone.
    PackFile whole{"Toàn bộ", "Sở Nội vụ", "Bản đầy đủ", Date(2027, 6, 1), false, shippedPack(), {}};
    const auto same = applied(json::object(), whole);
    REQUIRE(same);
    CHECK(same->hash() == shipped().hash());
    whole.rules = salaryFile().rules;
    CHECK_FALSE(applied(shippedPack(), whole));
}

TEST_CASE("What makes two entries the same", "[rules][pack-file]")
{
    CHECK(packKey("rules", {{"id", "unity"}}) == "unity");
    CHECK(packKey("requirements", {{"honour", "a"}, {"kind", "staff"}, {"grounds", {"y", "x"}}, {"from", "2024-01-01"}})
          == packKey("requirements", {{"honour", "a"}, {"kind", "staff"}, {"grounds", {"x", "y"}}, {"from", "2024-01-01"}, {"to", "2025-01-01"}}));
    CHECK(packKey("requirements", {{"honour", "a"}, {"from", "2024-01-01"}}) != packKey("requirements", {{"honour", "a"}, {"from", "2025-01-01"}}));
    CHECK(packKey("authorities", {{"honours", {"b", "a"}}}) == packKey("authorities", {{"honours", {"a", "b"}}}));
    CHECK(packKey("dossiers", {{"honours", {"a"}}, {"items", {{{"id", "x"}}}}}) != packKey("dossiers", {{"honours", {"a"}}, {"items", {{{"id", "y"}}}}}));
    CHECK(packKey("bonuses", {{"honour", "a"}, {"recipient", "individual"}}) != packKey("bonuses", {{"honour", "a"}, {"recipient", "collective"}}));
    CHECK(packKey("votes", {{"param", "p"}, {"honours", {"a"}}}) == "p|");
    CHECK(packKey("base_salary", {{"from", "2026-07-01"}}) == "2026-07-01");
    CHECK(packKey("rules", json(3)).empty());
    // Within the shipped rules every key stands once.
    const json pack = shippedPack();
    for (const auto& section : pack.items()) {
        std::set<std::string> seen;
        if (section.value().is_array())
            for (const auto& entry : section.value()) {
                INFO(section.key() << " " << packKey(section.key(), entry));
                CHECK(seen.insert(packKey(section.key(), entry)).second);
            }
    }
}

TEST_CASE("A pack file whose frame is wrong is refused with a sentence", "[rules][pack-file]")
{
    struct Row {
        const char* key;
        bool sealed;
        std::function<void(json&)> make;
    };
    const auto row = GENERATE(values<Row>({
        {"pack.wrong-format", true, [](json& f) { f["format"] = "other"; }},
        {"pack.wrong-format", true, [](json& f) { f.erase("format"); }},
        {"pack.too-new", true, [](json& f) { f["format_version"] = 2; }},
        {"case.not-integer", true, [](json& f) { f["format_version"] = "1"; }},
        {"pack.no-author", true, [](json& f) { f.erase("author"); }},
        {"pack.no-author", true, [](json& f) { f["author"] = "  "; }},
        {"pack.no-reason", true, [](json& f) { f["reason"] = ""; }},
        {"pack.no-title", true, [](json& f) { f["title"] = 5; }},
        {"case.bad-date", true, [](json& f) { f["made_on"] = "2026-02-30"; }},
        {"case.bad-code", true, [](json& f) { f["extends"] = "everything"; }},
        {"case.unknown-key", true, [](json& f) { f["script"] = "1+1"; }},
        {"pack.changed", false, [](json& f) { f["rules"]["sources"][0]["name"] = "Thông tư khác"; }},
        {"pack.changed", false, [](json& f) { f["sha256"] = "00"; }},
        {"case.missing-key", false, [](json& f) { f.erase("sha256"); }},
        {"case.missing-key", true, [](json& f) { f.erase("rules"); }},
        {"case.not-object", false, [](json& f) { f["rules"] = json::array(); }},
    }));
    const auto read = readPackFile(changed(row.make, row.sealed));
    REQUIRE_FALSE(read);
    CHECK(read.error().key == row.key);
    CHECK(text::hasMessage(row.key));
}

TEST_CASE("What is no file of rules is refused without a crash", "[rules][pack-file]")
{
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    const std::string hidden = "{\"format\": \"thidua-rules\", \"rules\": " + std::string(5'000, '[') + std::string(5'000, ']') + "}";
    for (const auto& text : {std::string(), std::string("x"), std::string("[]"), std::string("3"), std::string("{\"format\": 3}"), deep, hidden, std::string("\xff\xfe")}) {
        CHECK_FALSE(readPackFile(text));
        const auto report = inspectPack(shipped(), text);
        CHECK((!report || !report->problems.empty()));
    }
    CHECK(inspectPack(shipped(), deep).error().key == "case.too-deep");
    // Brackets inside a text are no depth.
    CHECK(readPackFile(changed([](json& f) { f["reason"] = std::string(200, '['); })));
}

TEST_CASE("The example of docs/rules-authoring.md is sound and does what it says", "[rules][pack-file]")
{
    const auto report = inspectPack(shipped(), example());
    REQUIRE(report);
    for (const auto& problem : report->problems)
        UNSCOPED_INFO(problem.key << " " << problem.args.front());
    REQUIRE(report->problems.empty());
    CHECK(report->rules == shipped().model().rules.size() + 1);
    CHECK(report->hash.size() == 64);

    const auto file = readPackFile(example());
    REQUIRE(file);
    const auto catalogue = applied(shippedPack(), *file);
    REQUIRE(catalogue);
    const auto outcome = [&](const std::string& on, const std::string& year, const char* scope) -> std::optional<Outcome> {
        json asked = goodCase("chien-si-thi-dua-co-so");
        asked["on"] = on;
        asked["school_year"] = year;
        asked["facts"]["initiatives"] = json::array({{{"recognised_at", "school"}, {"school_year", year}}});
        if (scope != nullptr)
            asked["facts"]["initiatives"][0]["scope"] = scope;
        const auto verdict = evaluate(*catalogue, readCase(asked));
        const auto* finding = findingOf(verdict, "initiative-in-commune");
        return finding == nullptr ? std::nullopt : std::optional(finding->outcome);
    };
    CHECK(outcome("2027-05-25", "2026-2027", "school") == Outcome::Fail);
    CHECK(outcome("2027-05-25", "2026-2027", "commune") == Outcome::Pass);
    CHECK(outcome("2027-05-25", "2026-2027", "province") == Outcome::Pass);
    CHECK(outcome("2027-05-25", "2026-2027", nullptr) == Outcome::Unknown);
    CHECK(outcome("2026-10-01", "2026-2027", "school") == Outcome::Fail);
    CHECK_FALSE(outcome("2026-09-30", "2026-2027", "school"));
    const auto paid = [&](Date date) { return bonus(*catalogue, {date, "lao-dong-tien-tien", false})->exact; };
    CHECK(paid(Date(2026, 9, 30)) == Ratio{759'000, 1});
    CHECK(paid(Date(2026, 10, 1)) == Ratio{1'012'000, 1});
}

TEST_CASE("What is wrong inside a pack file is named with its place", "[rules][pack-file]")
{
    struct Row {
        const char* key;
        const char* place;
        std::function<void(json&)> make;
    };
    const auto row = GENERATE(values<Row>({
        {"rules.bad-node", "rules[initiative-in-commune].versions[0].test", [](json& r) { r["rules"][0]["versions"][0]["test"] = {{"eval", "1+1"}}; }},
        {"rules.cycle", "initiative-in-commune", [](json& r) { r["rules"][0]["test"] = {{"ref", "initiative-in-commune"}}; }},
        {"rules.uncited", "rules[initiative-in-commune].versions[0]", [](json& r) { r["rules"][0]["versions"][0].erase("cite"); }},
        {"rules.dates-overlap", "rules[initiative-in-commune].versions",
         [](json& r) { r["rules"][0]["versions"].push_back(r["rules"][0]["versions"][0]); }},
        {"rules.unknown-fact", "rules[initiative-in-commune].test.count", [](json& r) { r["rules"][0]["test"]["count"]["of"] = "moods"; }},
        {"rules.unknown-op", "rules[initiative-in-commune].test.count", [](json& r) { r["rules"][0]["test"]["count"]["op"] = "~"; }},
        {"rules.value-unfit", "rules[initiative-in-commune].test.count", [](json& r) { r["rules"][0]["test"]["count"]["value"] = "one"; }},
        {"rules.value-unfit", "rules[initiative-in-commune].test.count.where[scope]",
         [](json& r) { r["rules"][0]["test"]["count"]["where"][0]["value"] = "galaxy"; }},
        {"rules.value-missing", "rules[initiative-in-commune].test.count.where[scope]",
         [](json& r) { r["rules"][0]["test"]["count"]["where"][0].erase("value"); }},
        {"rules.value-idle", "rules[initiative-in-commune].test.count.where[school_year]",
         [](json& r) { r["rules"][0]["test"]["count"]["where"][1]["value"] = "2026-2027"; }},
        {"rules.wrong-type", "rules[initiative-in-commune].test.count.where[0].field",
         [](json& r) { r["rules"][0]["test"]["count"]["where"][0]["field"] = 7; }},
        {"rules.wrong-type", "rules[initiative-in-commune].label.vi", [](json& r) { r["rules"][0]["label"]["vi"] = 7; }},
        {"rules.wrong-type", "rules", [](json& r) { r["rules"] = "all"; }},
        {"rules.unknown-key", "rules[initiative-in-commune]", [](json& r) { r["rules"][0]["script"] = "1+1"; }},
        {"rules.unknown-key", "rules[initiative-in-commune].versions[0]", [](json& r) { r["rules"][0]["versions"][0]["fromm"] = "2026-10-01"; }},
        {"rules.unknown-key", "pack", [](json& r) { r["rulez"] = json::array(); }},
        {"rules.missing-key", "sources[VD99-2026]", [](json& r) { r["sources"][0].erase("short"); }},
        {"rules.id-twice", "rules", [](json& r) { r["rules"].push_back(r["rules"][0]); }},
        {"rules.source-not-in-force", "rules[initiative-in-commune].versions[0]",
         [](json& r) { r["rules"][0]["versions"][0]["from"] = "2026-09-30"; }},
        {"rules.unknown-rule", "requirements[chien-si-thi-dua-co-so]", [](json& r) { r["requirements"][1]["all"].push_back("none"); }},
        {"rules.two-answers", "requirements[", [](json& r) { r["requirements"].erase(0); }},
        {"rules.wordless", "rules[initiative-in-commune]", [](json& r) { r["rules"][0]["remedy"].erase("fail"); }},
        {"rules.unknown-source", "requirements[", [](json& r) { r["requirements"][1]["not_modelled"][0]["cite"][0]["src"] = "none"; }},
        {"rules.bad-value", "bonuses[", [](json& r) { r["bonuses"][0]["values"][0]["coefficient"] = "0.3"; }},
    }));
    const auto text = changed([&row](json& file) { row.make(file["rules"]); });
    const auto report = inspectPack(shipped(), text);
    REQUIRE(report);
    bool named = false;
    for (const auto& problem : report->problems) {
        UNSCOPED_INFO(problem.key << " " << problem.args.front());
        CHECK(text::hasMessage(problem.key));
        named = named || (problem.key == row.key && problem.args.front().starts_with(row.place));
    }
    INFO("wanted " << row.key << " at " << row.place);
    CHECK(named);
}

TEST_CASE("A pack file with a problem is not applied", "[rules][pack-file]")
{
    const auto text = changed([](json& file) { file["rules"]["rules"][0]["test"] = {{"eval", "1+1"}}; });
    const auto file = readPackFile(text);
    REQUIRE(file);
    const auto problems = packFileProblems(shippedPack(), *file);
    REQUIRE_FALSE(problems.empty());
    const auto refused = applied(shippedPack(), *file);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == problems.front().key);
}

TEST_CASE("A wrong checksum does not hide what else is wrong", "[rules][pack-file]")
{
    const auto report = inspectPack(shipped(), changed([](json& f) { f["rules"]["rules"][0]["script"] = "x"; }, false));
    REQUIRE(report);
    REQUIRE(report->problems.size() >= 2);
    CHECK(report->problems[0].key == "pack.changed");
    CHECK(report->problems[0].args.front() == "sha256");
    CHECK(report->problems[1].key == "rules.unknown-key");
}

TEST_CASE("The small pack is sound and has a place of every shape that the shipped rules have", "[rules][pack-file]")
{
    const auto problems = checkPack(smallPack());
    for (const auto& problem : problems)
        UNSCOPED_INFO(problem.key << " " << problem.args.front());
    CHECK(problems.empty());
    const auto small = shapesOf(smallPack());
    for (const auto& [shape, at] : shapesOf(shippedPack())) {
        INFO(shape << " " << at.to_string());
        CHECK(small.contains(shape));
    }
}

TEST_CASE("Every section is closed", "[rules][pack-file]")
{
    json pack = smallPack();
    for (auto& section : pack.items()) {
        if (section.value().is_string())
            continue;
        json& entry = section.value().is_array() ? section.value()[0] : section.value();
        entry["zzz"] = 1;
        bool found = false;
        for (const auto& problem : checkPack(pack))
            found = found || (problem.key == "rules.unknown-key" && problem.args.at(0).starts_with(section.key()) && problem.args.at(1) == "zzz");
        INFO(section.key());
        CHECK(found);
        entry.erase("zzz");
    }
}

TEST_CASE("Rules kept by an earlier program are still read, though a new pack like them would be refused", "[rules][pack-file]")
{
    json earlier = shippedPack();
    for (auto& dossier : earlier["dossiers"])
        for (auto& value : dossier["values"])
            value.erase("copies");
    earlier.erase("base_salary");
    CHECK_FALSE(Catalogue::fromPack(earlier));
    const auto kept = Catalogue::fromContent(earlier.dump());
    REQUIRE(kept);
    CHECK(kept->model().rules.size() == shipped().model().rules.size());
    CHECK(bonus(*kept, {Date(2024, 8, 1), "lao-dong-tien-tien", false}).error().key == "bonus.no-salary");
    CHECK_FALSE(Catalogue::fromContent("{\"rules\": 3}"));
}

namespace {

/// As much of JSON Schema 2020-12 as the shipped schema uses.
class SchemaWalk {
public:
    explicit SchemaWalk(json schema) : m_schema(std::move(schema)) {}

    std::vector<std::string> faults(const json& value, const std::string& definition)
    {
        m_faults.clear();
        walk(value, m_schema.at("$defs").at(definition), definition);
        return m_faults;
    }

private:
    void walk(const json& value, const json& schema, const std::string& place)
    {
        if (schema.contains("$ref"))
            return walk(value, m_schema.at("$defs").at(schema["$ref"].get<std::string>().substr(8)), place);
        if (schema.contains("const") && value != schema["const"])
            m_faults.push_back(place + ": const");
        if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            m_faults.push_back(place + ": enum");
        if (schema.contains("type") && !isOf(value, schema["type"]))
            return m_faults.push_back(place + ": type");
        if (value.is_string() && schema.contains("pattern") && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
            m_faults.push_back(place + ": pattern");
        if (value.is_string() && value.get<std::string>().size() < schema.value("minLength", std::size_t(0)))
            m_faults.push_back(place + ": minLength");
        if (value.is_array())
            walkList(value, schema, place);
        if (value.is_object() && schema.contains("properties"))
            walkObject(value, schema, place);
    }

    void walkList(const json& value, const json& schema, const std::string& place)
    {
        if (value.size() < schema.value("minItems", std::size_t(0)))
            m_faults.push_back(place + ": minItems");
        if (schema.contains("items"))
            for (std::size_t i = 0; i < value.size(); ++i)
                walk(value[i], schema["items"], place + "[" + std::to_string(i) + "]");
    }

    void walkObject(const json& value, const json& schema, const std::string& place)
    {
        CHECK(schema.at("additionalProperties") == false);
        for (const auto& key : schema.at("required"))
            if (!value.contains(key.get<std::string>()))
                m_faults.push_back(place + ": lacks " + key.get<std::string>());
        for (const auto& item : value.items()) {
            const auto known = schema["properties"].find(item.key());
            if (known == schema["properties"].end())
                m_faults.push_back(place + ": unknown " + item.key());
            else
                walk(item.value(), *known, place + "." + item.key());
        }
    }

    static bool isOf(const json& value, const json& type)
    {
        if (type.is_array())
            return std::any_of(type.begin(), type.end(), [&](const json& one) { return isOf(value, one); });
        const auto name = type.get<std::string>();
        return name == "string" ? value.is_string() : name == "boolean" ? value.is_boolean() : name == "integer" ? value.is_number_integer()
             : name == "array" ? value.is_array() : name == "object" ? value.is_object() : name == "null" && value.is_null();
    }

    json m_schema;
    std::vector<std::string> m_faults;
};

}

TEST_CASE("The schema describes the shipped rules and the example, and is closed like the check", "[rules][pack-file]")
{
    SchemaWalk walk(json::parse(bytesOf(std::string(RULES_FILES) + "/schema/rule-pack.schema.json")));
    const json pack = shippedPack();
    CHECK(walk.faults(pack, "sections") == std::vector<std::string>{});
    CHECK(walk.faults(json::parse(example()), "file") == std::vector<std::string>{});
    CHECK(walk.faults(json::parse(writePackFile(salaryFile())), "file") == std::vector<std::string>{});
    for (const auto& section : smallPack().items()) {
        json damaged = {{section.key(), section.value()}};
        auto& value = damaged[section.key()];
        if (value.is_string())
            continue;
        (value.is_array() ? value[0] : value)["zzz"] = 1;
        INFO(section.key());
        CHECK(walk.faults(damaged, "sections").size() == 1);
    }
    json none = json::parse(example());
    byId(none["rules"]["rules"], "initiative-in-commune")["test"] = {{"eval", "1+1"}};
    CHECK_FALSE(walk.faults(none, "file").empty());
}

TEST_CASE("A value of the wrong kind, wherever it stands, is reported or harmless, never a breakdown", "[rules][pack-file]")
{
    json pack = smallPack();
    // A place of every shape is some eight hundred; a prime step visits all kinds of them, each with another value.
    constexpr std::size_t kStep = RULES_DAMAGE_STEP;
    const std::vector<json> others = {nullptr, 7, "x", json::array(), json::object(), true};
    std::size_t at = 0;
    for (const auto& [shape, place] : shapesOf(pack)) {
        if (at++ % kStep != 0)
            continue;
        json& here = pack[place];
        const json kept = std::exchange(here, others[at / kStep % others.size()]);
        INFO(place.to_string() << " = " << here.dump());
        const auto problems = checkPack(pack);
        for (const auto& problem : problems)
            CHECK(text::hasMessage(problem.key));
        // A pack with problems is refused before it is read: that is looked at once in a while.
        if (problems.empty() || at / kStep % 8 == 0) {
            const auto catalogue = Catalogue::fromPack(pack);
            CHECK(catalogue.has_value() == problems.empty());
            CHECK((catalogue || catalogue.error().key != "rules.pack-broken"));
        }
        pack[place] = kept;
    }
    CHECK(pack == smallPack());
}
