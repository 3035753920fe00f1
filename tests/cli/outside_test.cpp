// SPDX-License-Identifier: GPL-3.0-or-later
// Cases and packs from outside: what cannot be used is refused with its place and reason, never with a fault of ours.
#include "cli_support.h"

using namespace thidua;
using namespace thidua::test;

namespace {

struct Hostile {
    const char* what;
    std::string text;
    const char* said; ///< in the sentence
};

const std::string kVote = R"({"on":"2024-05-25","honour":"chien-si-thi-dua-co-so","members":9,"present":8,"for":7})";

std::string with(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

std::vector<Hostile> hostile()
{
    return {{"nothing", "", "không có gì"},
            {"blanks", " \n\n", "không có gì"},
            {"text", "xin chào", "dòng 1"},
            {"cut short", kVote.substr(0, 40), "dòng 1"},
            {"a key twice", with(kVote, "\"members\":9", "\"members\":9,\"members\":7"), "“members” được ghi hai lần"},
            {"a key twice, once escaped", with(kVote, "\"members\":9", "\"members\":9,\"memb\\u0065rs\":7"), "“members” được ghi hai lần"},
            {"a number no machine holds", with(kVote, "9", "1e999"), "số quá lớn"},
            {"a number of 100,000 digits", with(kVote, "9", std::string(100'000, '9')), "số quá lớn"},
            {"a fraction", with(kVote, "9", "9.5"), "“members” phải là số nguyên"},
            {"deep nesting", std::string(100'000, '['), "lồng quá"},
            {"deep objects", [] {
                 std::string text;
                 for (int i = 0; i < 50'000; ++i)
                     text += "{\"a\":";
                 return text;
             }(), "lồng quá"},
            {"broken UTF-8", with(kVote, "co-so", "co\xff"), "UTF-8"},
            {"overlong UTF-8", with(kVote, "co-so", "co\xc0\xaf"), "UTF-8"},
            {"half a surrogate pair", with(kVote, "co-so", "\\ud800"), "dòng 1"},
            {"UTF-16", std::string("\xff\xfe{\0\"\0", 6), "UTF-8"},
            {"a NUL byte", with(kVote, "co-so", std::string("co\0", 3)), "NUL"},
            {"an escaped NUL", with(kVote, "co-so", "\\u0000"), "honour"},
            {"a long unknown key", with(kVote, "\"members\"", "\"" + std::string(50'000, 'x') + "\""), "xxx…"},
            {"a line end in a code", with(kVote, "co-so", "co\\nso"), "chien-si"},
            {"an unknown key", with(kVote, "\"for\"", "\"votes\""), "“votes”"},
            {"a day that does not exist", with(kVote, "2024-05-25", "2023-02-29"), "“on”"},
            {"a day before all rules", with(kVote, "2024-05-25", "1945-09-02"), "“on”"},
            {"another key that is a list", with(kVote, "9", "[]"), "“members”"}};
}

void checkRefused(const Ran& ran, const std::string& said)
{
    INFO(ran.err.substr(0, 400));
    CHECK(ran.code == 3);
    CHECK(ran.out.empty());
    CHECK(lineCount(ran.err) == 1);
    CHECK(ran.err.size() < 1000);
    CHECK(ran.err.find("lỗi bên trong") == std::string::npos);
    CHECK(ran.err.find(said) != std::string::npos);
}

}

TEST_CASE_METHOD(Cli, "a hostile case is refused in one sentence that names place and reason")
{
    for (const auto& one : hostile()) {
        INFO(one.what);
        write("c.json", one.text);
        checkRefused(run("vote --case c.json --json"), one.said);
        // Whatever the others find first, they find it in one sentence.
        for (const char* command : {"evaluate --case c.json --json", "quota --case c.json", "bonus --case c.json --json"})
            checkRefused(run(command), "");
        const auto pack = run("rules-check c.json --json");
        CHECK(pack.err.find("lỗi bên trong") == std::string::npos);
        CHECK((pack.code == 3 || pack.code == 1));
    }
    write("c.json", "\xef\xbb\xbf" + kVote);
    CHECK(run("vote --case c.json --json").code == 0);
    checkRefused(run("vote --case . --json"), "“.” là thư mục");
    checkRefused(run("vote --case none.json --json"), "none.json");
    checkRefused(run("vote --case /dev/zero --json"), "MB");
}

TEST_CASE_METHOD(Cli, "an honour that is on no list is refused by votes, quotas and bonuses")
{
    for (const char* code : {"chien-si-thi-dua", "CHIEN-SI-THI-DUA-CO-SO", "lao-dong-tien-tien ", "local:", "x"}) {
        INFO(code);
        write("v.json", with(kVote, "chien-si-thi-dua-co-so", code));
        checkRefused(run("vote --case v.json --json"), "“honour”");
        write("q.json", std::string(R"({"on":"2022-05-25","honour":")") + code + R"(","base":24,"nominated":4})");
        checkRefused(run("quota --case q.json --json"), "“honour”");
        write("b.json", std::string(R"({"decided_on":"2024-08-01","honour":")") + code + R"(","recipient":"individual"})");
        checkRefused(run("bonus --case b.json --json"), code);
    }
    // A school's own honour is voted on by the school's own share, and no law limits it.
    write("v.json", with(kVote, "chien-si-thi-dua-co-so", "local:guong-sang"));
    CHECK(run("vote --case v.json --json").out.find("\"by_law\": false") != std::string::npos);
    write("v.json", with(kVote, "\"present\":8", "\"present\":10"));
    checkRefused(run("vote --case v.json --json"), "“present”");
}

TEST_CASE_METHOD(Cli, "a misspelt honour is no empty list of nominations")
{
    REQUIRE(run("new a.thidua --sample mang-den").code == 0);
    CHECK(run("evaluate a.thidua --year 2021-2022 --honour lao-dong-tien-tien --json").code == 0);
    const auto refused = run("evaluate a.thidua --year 2021-2022 --honour lao-dong --json");
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("“lao-dong”") != std::string::npos);
    CHECK(lineCount(refused.err) == 1);
}

TEST_CASE_METHOD(Cli, "what lies after the day considered is refused, never passed over")
{
    const std::string good = R"({"on":"2022-05-25","school_year":"2021-2022","honour":"lao-dong-tien-tien",
        "subject":{"kind":"staff","position":"teacher","employed_from":"2015-09-01"},
        "facts":{"evaluation":"good","discipline":[],"under_investigation":false,"months_worked":12}})";
    write("c.json", good);
    REQUIRE(run("evaluate --case c.json --json").code == 0);
    const auto refused = [&](const std::string& from, const std::string& to, const char* place) {
        write("c.json", with(good, from, to));
        checkRefused(run("evaluate --case c.json --json"), place);
    };
    refused("\"discipline\":[]", R"("discipline":[{"form":"warning","decided_on":"2022-06-01"}])", "“facts.discipline[0].decided_on”");
    refused("\"discipline\":[]", R"("discipline":[],"discipline":[{"form":"warning","decided_on":"2022-01-01"}])", "“facts.discipline” được ghi hai lần");
    refused("2015-09-01", "2022-05-26", "“subject.employed_from”");
    refused("\"discipline\":[]", R"("discipline":[],"honours":[{"honour":"lao-dong-tien-tien","school_year":"2023-2024"}])", "“facts.honours[0].school_year”");
    refused("\"discipline\":[]", R"("discipline":[],"honours":[{"honour":"lao-dong","school_year":"2020-2021"}])", "“facts.honours[0].honour”");
    refused("2021-2022", "2023-2024", "“school_year”");
    refused("2021-2022", "2021-2023", "“school_year”");
}
