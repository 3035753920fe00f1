// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/quota.h"
#include "rules/vote.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

const QuotaLimit* limitOf(const QuotaAnswer& answer, const std::string& id)
{
    for (const auto& limit : answer.limits)
        if (limit.id == id)
            return &limit;
    return nullptr;
}

Date day(const char* iso)
{
    return Date::fromIso(iso).value();
}

}

TEST_CASE("15 % of the advanced workers, rounded down", "[rules][quota]")
{
    struct Row {
        int base, nominated, allowed;
        bool within;
    };
    const auto row = GENERATE(values<Row>({{24, 4, 3, false}, {24, 3, 3, true}, {6, 1, 0, false}, {6, 0, 0, true}, {7, 1, 1, true}, {0, 0, 0, true},
                                           {20, 3, 3, true}, {19, 3, 2, false}, {13, 1, 1, true}, {14, 2, 2, true}, {100, 15, 15, true}, {100, 16, 15, false}}));
    const auto answer = quota(shipped(), {day("2022-05-25"), "chien-si-thi-dua-co-so", row.base, row.nominated, std::nullopt});
    REQUIRE(answer.limits.size() == 1);
    const auto& limit = answer.limits.front();
    CHECK(limit.id == "of-lao-dong-tien-tien");
    CHECK(limit.allowed == row.allowed);
    CHECK(limit.nominated == row.nominated);
    CHECK(limit.within == row.within);
    CHECK(answer.within == row.within);
    CHECK(limit.citation.full == "khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP");
    CHECK(limit.rounding == "down");
    CHECK_FALSE(limit.note.vi.empty());
    CHECK(limit.label.vi == "Trong 15 % số Lao động tiên tiến");
}

TEST_CASE("Managers are at most a third of those nominated, once a text says so", "[rules][quota]")
{
    struct Row {
        const char* on;
        int nominated, managers;
        bool there, within;
    };
    const auto row = GENERATE(values<Row>({{"2017-10-01", 3, 2, false, true},
                                           {"2018-10-13", 3, 2, false, true},
                                           {"2018-10-14", 3, 2, true, false},
                                           {"2020-09-30", 3, 1, true, true},
                                           {"2020-10-01", 3, 2, true, false},
                                           {"2020-10-01", 3, 1, true, true},
                                           {"2022-05-25", 2, 1, true, false},
                                           {"2022-05-25", 6, 2, true, true},
                                           {"2023-12-31", 5, 2, true, false}}));
    const auto answer = quota(shipped(), {day(row.on), "chien-si-thi-dua-co-so", 60, row.nominated, row.managers});
    const auto* limit = limitOf(answer, "managers");
    CHECK((limit != nullptr) == row.there);
    CHECK(answer.within == row.within);
    if (limit == nullptr)
        return;
    CHECK(limit->nominated == row.managers);
    CHECK(limit->allowed == row.nominated / 3);
    const bool old = day(row.on) < day("2020-10-01");
    CHECK(limit->certain == !old);
    CHECK((limit->citation.full.find(old ? "22/2018" : "21/2020") != std::string::npos));
}

TEST_CASE("No quota is in force after 2023 or for other honours", "[rules][quota]")
{
    const auto [on, honour] = GENERATE(table<const char*, const char*>({std::tuple{"2024-01-01", "chien-si-thi-dua-co-so"}, std::tuple{"2025-07-01", "chien-si-thi-dua-co-so"},
                                                                        std::tuple{"2022-05-25", "lao-dong-tien-tien"}, std::tuple{"2022-05-25", "tap-the-lao-dong-tien-tien"}}));
    const auto answer = quota(shipped(), {day(on), honour, 24, 24, 20});
    CHECK(answer.limits.empty());
    CHECK(answer.within);
    CHECK(toJson(answer) == json({{"limits", json::array()}, {"within", true}}));
}

TEST_CASE("The quota's answer is the contract's", "[rules][quota]")
{
    const auto read = quotaCaseFromJson({{"on", "2022-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"base", 24}, {"nominated", 4}, {"managers", 2}});
    REQUIRE(read);
    const json answer = toJson(quota(shipped(), *read));
    CHECK(answer["within"] == false);
    REQUIRE(answer["limits"].size() == 2);
    const auto& first = answer["limits"][0];
    CHECK(first["id"] == "of-lao-dong-tien-tien");
    CHECK(first["allowed"] == 3);
    CHECK(first["nominated"] == 4);
    CHECK(first["within"] == false);
    CHECK(first["ratio"].get<double>() == 0.15);
    const auto& second = answer["limits"][1];
    CHECK(second["id"] == "managers");
    CHECK(second["allowed"] == 1);
    CHECK(second["within"] == false);
    CHECK(second["ratio"].get<double>() == 0.3333);
}

TEST_CASE("Votes are counted on all members and compared exactly", "[rules][vote]")
{
    struct Row {
        const char* on;
        const char* honour;
        int members, inFavour, needed;
        bool passed, byLaw;
    };
    const auto row = GENERATE(values<Row>({{"2022-05-25", "chien-si-thi-dua-co-so", 9, 7, 7, true, true},
                                           {"2022-05-25", "chien-si-thi-dua-co-so", 9, 6, 7, false, true},
                                           {"2022-05-25", "lao-dong-tien-tien", 10, 7, 7, true, true},
                                           {"2022-05-25", "lao-dong-tien-tien", 11, 7, 8, false, true},
                                           {"2022-05-25", "lao-dong-tien-tien", 11, 8, 8, true, true},
                                           {"2022-05-25", "tap-the-lao-dong-tien-tien", 9, 5, 5, true, false},
                                           {"2022-05-25", "tap-the-lao-dong-tien-tien", 9, 4, 5, false, false},
                                           {"2022-05-25", "tap-the-lao-dong-tien-tien", 10, 5, 6, false, false},
                                           {"2020-09-30", "chien-si-thi-dua-co-so", 9, 5, 5, true, false},
                                           {"2020-10-01", "chien-si-thi-dua-co-so", 9, 5, 7, false, true},
                                           {"2017-10-01", "lao-dong-tien-tien", 9, 5, 5, true, false},
                                           {"2022-05-25", "chien-si-thi-dua-tinh", 10, 9, 9, true, true},
                                           {"2022-05-25", "chien-si-thi-dua-tinh", 11, 9, 10, false, true},
                                           {"2023-12-31", "chien-si-thi-dua-co-so", 9, 7, 7, true, true},
                                           {"2024-01-01", "chien-si-thi-dua-co-so", 9, 7, 8, false, true},
                                           {"2024-05-25", "chien-si-thi-dua-co-so", 10, 8, 8, true, true},
                                           {"2024-05-25", "lao-dong-tien-tien", 9, 5, 5, true, false},
                                           {"2025-12-31", "chien-si-thi-dua-co-so", 9, 7, 8, false, true},
                                           {"2026-01-01", "chien-si-thi-dua-co-so", 9, 5, 5, true, false},
                                           {"2025-12-31", "chien-si-thi-dua-tinh", 10, 8, 9, false, true},
                                           {"2026-01-01", "chien-si-thi-dua-tinh", 10, 6, 6, true, false},
                                           {"2026-01-01", "chien-si-thi-dua-toan-quoc", 10, 8, 9, false, true},
                                           {"2025-12-31", "co-thi-dua-tinh", 9, 7, 8, false, true},
                                           {"2026-01-01", "co-thi-dua-tinh", 9, 7, 5, true, false},
                                           {"2026-01-01", "co-thi-dua-bo", 9, 7, 5, true, false},
                                           {"2026-01-01", "co-thi-dua-chinh-phu", 9, 7, 8, false, true},
                                           {"2024-05-24", "nha-giao-uu-tu", 11, 9, 10, false, true},
                                           {"2024-05-24", "nha-giao-uu-tu", 11, 10, 10, true, true},
                                           {"2024-05-25", "nha-giao-uu-tu", 11, 6, 6, true, false},
                                           {"2022-05-25", "giay-khen-huyen", 7, 4, 4, true, false}}));
    const auto answer = vote(shipped(), {day(row.on), row.honour, row.members, std::nullopt, row.inFavour});
    INFO(row.on << " " << row.honour << " " << row.inFavour << "/" << row.members << ": " << answer.citation.full);
    CHECK(answer.passed == row.passed);
    CHECK(answer.needed == row.needed);
    CHECK(votesNeeded(answer.threshold, row.members) == row.needed);
    CHECK(answer.byLaw == row.byLaw);
    CHECK(answer.secret);
    CHECK((answer.citation.full.find("Quy chế của trường") != std::string::npos) == !row.byLaw);
    CHECK(answer.citation.full.find("bỏ phiếu kín theo") != std::string::npos);
}

TEST_CASE("A council too small or too few of it present has not voted", "[rules][vote]")
{
    const auto [members, present, passed] = GENERATE(table<int, std::optional<int>, bool>({std::tuple{10, 10, false}, std::tuple{11, 11, true}, std::tuple{11, 7, false},
                                                                                            std::tuple{12, 8, false}, std::tuple{11, 10, true},
                                                                                            std::tuple{11, std::optional<int>(), true}}));
    const auto answer = vote(shipped(), {day("2023-05-25"), "nha-giao-uu-tu", members, present, present.value_or(members)});
    INFO(members << " " << present.value_or(-1));
    CHECK(answer.passed == passed);
    CHECK(toJson(answer)["least_members"] == 11);
    CHECK(answer.citation.full.find("27/2015") != std::string::npos);
    CHECK_FALSE(toJson(vote(shipped(), {day("2024-05-25"), "nha-giao-uu-tu", members, present, members})).contains("least_members"));
}

TEST_CASE("The flag of the Government takes a fifth of those that qualify", "[rules][quota]")
{
    struct Row {
        const char* on;
        bool certain;
    };
    const auto row = GENERATE(values<Row>({{"2017-10-01", true}, {"2023-12-31", true}, {"2024-01-01", false}, {"2025-06-30", false}, {"2025-07-01", true}}));
    INFO(row.on);
    const auto answer = quota(shipped(), {day(row.on), "co-thi-dua-chinh-phu", 10, 3, std::nullopt});
    REQUIRE(answer.limits.size() == 1);
    CHECK(answer.limits.front().allowed == 2);
    CHECK_FALSE(answer.within);
    CHECK(answer.limits.front().certain == row.certain);
    CHECK(quota(shipped(), {day(row.on), "co-thi-dua-chinh-phu", 10, 2, std::nullopt}).within);
}

TEST_CASE("The vote's answer is the contract's", "[rules][vote]")
{
    const auto read = voteCaseFromJson({{"on", "2024-05-25"}, {"honour", "chien-si-thi-dua-co-so"}, {"members", 9}, {"present", 8}, {"for", 7}});
    REQUIRE(read);
    const json answer = toJson(vote(shipped(), *read));
    CHECK(answer["ratio"].get<double>() == 0.7778);
    CHECK(answer["of"] == "members");
    CHECK(answer["required"].get<double>() == 0.8);
    CHECK(answer["passed"] == false);
    CHECK(answer["secret"] == true);
    CHECK(answer["citation"].get<std::string>().starts_with("khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"));
}

TEST_CASE("Where the secret ballot comes from is said", "[rules][vote]")
{
    CHECK(vote(shipped(), {day("2022-05-25"), "chien-si-thi-dua-tinh", 9, {}, 9}).citation.full.find("theo quy định") != std::string::npos);
    CHECK(vote(shipped(), {day("2022-05-25"), "lao-dong-tien-tien", 9, {}, 9}).citation.full.find("thông lệ của trường") != std::string::npos);
}

TEST_CASE("Shares read, print and compare", "[rules][share]")
{
    CHECK(ratioFromText("15/100") == Ratio{15, 100});
    CHECK_FALSE(ratioFromText("15"));
    CHECK_FALSE(ratioFromText("1/0"));
    CHECK_FALSE(ratioFromText("-1/2"));
    CHECK_FALSE(ratioFromText("a/b"));
    CHECK(shareText({7, 10}).vi == "70 %");
    CHECK(shareText({7, 9}).vi == "77,78 %");
    CHECK(shareText({7, 9}).en == "77.78 %");
    CHECK(shareText({1, 3}).vi == "1/3");
    CHECK(votesNeeded({{7, 10}, false}, 10) == 7);
    CHECK(votesNeeded({{1, 2}, true}, 10) == 6);
    CHECK_FALSE(reaches({{1, 2}, false}, 0, 0));
}
