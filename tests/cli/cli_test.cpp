// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli_support.h"
#include "support/fixture_file.h"

#include "base/vietnamese.h"

#include <nlohmann/json.hpp>
#include <set>

using namespace thidua;
using namespace thidua::test;
using nlohmann::json;

json Ran::parsed() const
{
    return json::parse(out);
}

TEST_CASE_METHOD(Cli, "from a sample school to its printed award list")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    const auto info = run("info a.thidua --json").parsed();
    CHECK(info.at("counts").at("staff") == 32);
    CHECK(info.at("counts").at("awards") == 28);
    CHECK(info.at("schema_version") == 20);
    CHECK(info.at("years").size() == 2);
    const auto checked = run("check a.thidua --json").parsed();
    CHECK(checked.at("ok") == true);
    CHECK(checked.at("problems") == json::array());

    const auto verdicts = run("evaluate a.thidua --year 2021-2022 --json").parsed();
    CHECK(verdicts.size() == 29);
    std::set<std::string> awarded;
    for (const auto& verdict : verdicts)
        if (verdict.at("verdict") == "eligible")
            awarded.insert(verdict.at("subject").at("name"));
    CHECK(run("evaluate a.thidua --year 2021-2022 --honour chien-si-thi-dua-co-so --json").parsed().size() == 4);
    // What a nomination brought does not stand in its own way.
    for (const auto& verdict : verdicts)
        for (const auto& finding : verdict["findings"])
            CHECK((finding["id"] != "not-yet-awarded" || finding["outcome"] != "fail"));

    REQUIRE(run("print a.thidua award-list --to list.pdf").code == 0);
    REQUIRE(std::system(("pdftotext -raw '" + (scratch / "list.pdf").string() + "' '" + (scratch / "list.txt").string() + "'").c_str()) == 0);
    auto text = normalised(bytesOf(scratch / "list.txt"));
    for (const auto& name : awarded) {
        INFO(name);
        CHECK(text.find(name) != std::string::npos);
    }
    CHECK(isNfc(text));
    for (const char* target : {"award-list --to a.docx", "award-list --to a.xlsx", "registration-list --to r.xlsx --year 2021-2022",
                               "submission --to s.docx", "minutes --to m.pdf --year 2021-2022", "plan --to p.pdf --year 2021-2022", "decision --to d.pdf --year 2021-2022"}) {
        INFO(target);
        CHECK(run(std::string("print a.thidua ") + target).code == 0);
    }
    // A paper that lacks something is printed, and says so in one sentence.
    unpackFixture("mang-den-schema-2.thidua", scratch / "h.thidua");
    const auto lacking = run("print h.thidua submission --id 1 --to h.html");
    CHECK(lacking.code == 0);
    CHECK(lacking.err.find("còn thiếu: Hồ sơ kèm theo") != std::string::npos);
    CHECK(run("print a.thidua award-list --to a.html").err.empty());
    const auto documents = run("documents a.thidua --json").parsed();
    std::set<std::string> kinds;
    for (const auto& document : documents)
        kinds.insert(document.at("document"));
    for (const char* kind : {"plan", "campaign", "registration-list", "nomination-list", "minutes", "submission", "decision", "award-list"})
        CHECK(kinds.contains(kind));
}

TEST_CASE_METHOD(Cli, "the quota and the vote of the seed's year")
{
    write("q.json", R"({"on":"2022-05-25","honour":"chien-si-thi-dua-co-so","base":24,"nominated":4,"managers":2})");
    const auto quota = run("quota --case q.json --json").parsed();
    CHECK(quota.at("within") == false);
    CHECK(quota.at("limits").at(0).at("id") == "of-lao-dong-tien-tien");
    CHECK(quota.at("limits").at(0).at("allowed") == 3);
    write("v.json", R"({"on":"2022-05-25","honour":"chien-si-thi-dua-co-so","members":9,"present":8,"for":7})");
    const auto vote = run("vote --case v.json --json").parsed();
    CHECK(vote.at("ratio") == 0.7778);
    CHECK(vote.at("required") == 0.7);
    CHECK(vote.at("passed") == true);
    CHECK(vote.at("of") == "members");
    write("bad.json", R"({"on":"2022-05-25","honour":"chien-si-thi-dua-co-so","members":9,"present":9,"for":12})");
    const auto refused = run("vote --case bad.json --json");
    CHECK(refused.code == 3);
    CHECK(refused.out.empty());
    CHECK(lineCount(refused.err) == 1);
}

TEST_CASE_METHOD(Cli, "the bonus of a decision, in whole đồng")
{
    write("b.json", R"({"decided_on":"2024-08-01","honour":"lao-dong-tien-tien","recipient":"individual"})");
    const auto bonus = run("bonus --case b.json --json").parsed();
    CHECK(bonus.at("coefficient") == 0.3);
    CHECK(bonus.at("base_salary") == 2340000);
    CHECK(bonus.at("exact") == 702000);
    CHECK(bonus.at("amount") == 710000);
    CHECK(bonus.at("rounding") == "up");
    CHECK(bonus.at("certain").is_boolean());
    CHECK_FALSE(bonus.at("citation").get<std::string>().empty());
    CHECK_FALSE(bonus.at("citation_short").get<std::string>().empty());
    CHECK_FALSE(bonus.at("note").at("vi").get<std::string>().empty());
    const auto words = run("bonus --case b.json");
    CHECK(words.code == 0);
    CHECK(words.out.find("710.000 đồng") != std::string::npos);
    for (const char* refused : {R"({"decided_on":"2024-08-01","honour":"lao-dong-tien-tien","recipient":"collective"})",
                                R"({"decided_on":"2024-08-01","honour":"hoc-sinh-xuat-sac","recipient":"individual"})",
                                R"({"decided_on":"2024-08-01","honour":"khong-co","recipient":"individual"})",
                                R"({"decided_on":"2017-09-30","honour":"lao-dong-tien-tien","recipient":"individual"})",
                                R"({"decided_on":"2024-08-01","honour":"lao-dong-tien-tien","recipient":"individual","on":1})"}) {
        INFO(refused);
        write("bad.json", refused);
        const auto ran = run("bonus --case bad.json --json");
        CHECK(ran.code == 3);
        CHECK(ran.out.empty());
        CHECK(lineCount(ran.err) == 1);
    }
}

TEST_CASE_METHOD(Cli, "a rule pack is checked and what is wrong is named")
{
    const auto example = bytesOf(DOC_EXAMPLES "/rule-pack-2026-10.json");
    write("good.json", example);
    const auto good = run("rules-check good.json --json");
    CHECK(good.code == 0);
    CHECK(good.parsed().at("ok") == true);
    CHECK(good.parsed().at("problems").empty());
    CHECK(good.parsed().at("rules").get<int>() > 20);
    CHECK(good.parsed().at("hash").get<std::string>().size() == 64);
    CHECK(run("rules-check good.json").out.starts_with("Bộ quy định đúng: "));

    auto broken = json::parse(example);
    broken["rules"]["rules"][0]["versions"][0].erase("cite");
    broken["author"] = "";
    write("bad.json", broken.dump());
    const auto bad = run("rules-check bad.json --json");
    CHECK(bad.code == 1);
    CHECK(bad.parsed().at("ok") == false);
    CHECK(bad.parsed().at("hash").is_null());
    std::set<std::string> places;
    const json answer = bad.parsed();
    for (const auto& problem : answer.at("problems")) {
        places.insert(problem.at("place"));
        CHECK_FALSE(problem.at("message").at("vi").get<std::string>().empty());
        CHECK_FALSE(problem.at("message").at("en").get<std::string>().empty());
    }
    CHECK(places.contains("author"));
    CHECK(places.contains("rules[initiative-in-commune].versions[0]"));
    CHECK(run("rules-check bad.json").code == 1);

    // A bare pack of sections is taken as whole.
    write("bare.json", R"({"rules": [{"id": "x", "script": "1+1"}]})");
    CHECK(run("rules-check bare.json --json").code == 1);
    for (const char* text : {"", "[]", "{", "khong phai JSON", "{\"format\": \"khac\"}"}) {
        INFO(text);
        write("none.json", text);
        const auto none = run("rules-check none.json --json");
        CHECK(none.code == 3);
        CHECK(none.out.empty());
        CHECK(lineCount(none.err) == 1);
    }
    CHECK(run("rules-check missing.json").code == 3);
    CHECK(run("rules-check").code == 2);
}

TEST_CASE_METHOD(Cli, "a case is judged by the law of its day, and a day whose law is not confirmed honestly")
{
    const auto judged = [this](const std::string& on) {
        write("c.json", R"({"on":")" + on + R"(","school_year":"2021-2022","honour":"lao-dong-tien-tien","stage":"nomination",
            "subject":{"kind":"staff","position":"teacher","employed_from":"2015-09-01"},
            "facts":{"registered":true,"evaluation":"good","discipline":[],"under_investigation":false}})");
        return run("evaluate --case c.json --json");
    };
    const auto known = judged("2022-05-25").parsed();
    CHECK(known.at("verdict") == "eligible");
    CHECK(known.at("rule_set").at("id") == "vn-2017-10");
    const auto later = judged("2024-05-25").parsed();
    CHECK(later.at("rule_set").at("id") == "vn-2024-01");
    CHECK(later.at("verdict") == "eligible");
    const auto provisional = judged("2026-10-01").parsed();
    CHECK(provisional.at("rule_set").at("provisional") == true);
    CHECK(provisional.at("verdict") == "undetermined");
    const auto early = judged("2017-09-30");
    CHECK(early.code == 3);
    CHECK(lineCount(early.err) == 1);
    CHECK(run("rules --on 2022-05-25 --json").parsed().at("honours").size() > 10);
}

TEST_CASE_METHOD(Cli, "backup, verify, restore")
{
    REQUIRE(run("new a.thidua --sample hong-duong").code == 0);
    REQUIRE(run("backup a.thidua --to b.thidua --json").code == 0);
    CHECK(run("verify b.thidua --json").parsed().at("ok") == true);
    CHECK(run("backup a.thidua --to b.thidua").code == 3);
    CHECK(run("restore b.thidua --to a.thidua").code == 3);
    const auto restored = run("restore b.thidua --to a.thidua --replace --json").parsed();
    CHECK(std::filesystem::exists(scratch / std::filesystem::path(restored.at("kept").get<std::string>()).filename().string()));
    CHECK(run("check a.thidua").code == 0);
    auto bytes = bytesOf(scratch / "b.thidua");
    bytes.replace(20000, 4000, std::string(4000, 'x'));
    std::ofstream(scratch / "bad.thidua", std::ios::binary) << bytes;
    CHECK(run("verify bad.thidua --json").code == 1);
}

TEST_CASE_METHOD(Cli, "every refusal is one sentence and one of the fixed codes, and leaves no half-written file")
{
    write("text.thidua", "không phải tệp của chương trình");
    struct Refusal {
        const char* arguments;
        int code;
    };
    const Refusal refusals[] = {
        {"nonsense", 2},
        {"new", 2},
        {"info", 2},
        {"info none.thidua", 3},
        {"info text.thidua", 3},
        {"new text.thidua", 3},
        {"new x.thidua --sample khong-co", 3},
        {"evaluate", 2},
        {"evaluate --case none.json", 3},
        {"rules --on 31/02/2022", 2},
        {"print text.thidua award-list --to x.exe", 2},
        {"print text.thidua khong-co --to x.pdf", 2},
        {"verify none.thidua", 3},
    };
    for (const auto& refusal : refusals) {
        INFO(refusal.arguments);
        const auto ran = run(refusal.arguments);
        INFO(ran.err);
        CHECK(ran.code == refusal.code);
        CHECK(ran.out.empty());
        CHECK(lineCount(ran.err) == 1);
    }
    CHECK_FALSE(std::filesystem::exists(scratch / "x.thidua"));
    CHECK(bytesOf(scratch / "text.thidua") == "không phải tệp của chương trình");
    CHECK(run("--help").code == 0);
    CHECK(run("print --help").code == 0);
}

TEST_CASE_METHOD(Cli, "an empty new file is sound and says so")
{
    REQUIRE(run("new trong.thidua").code == 0);
    CHECK(run("check trong.thidua --json").parsed().at("ok") == true);
    const auto none = run("print trong.thidua award-list --to x.pdf");
    CHECK(none.code == 3);
    CHECK(lineCount(none.err) == 1);
    CHECK_FALSE(std::filesystem::exists(scratch / "x.pdf"));
}
