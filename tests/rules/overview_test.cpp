// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "base/vietnamese.h"
#include "rules/overview.h"

#include <functional>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

void checkCited(const json& value)
{
    INFO(value.dump());
    CHECK_FALSE(value.at("citation").get<std::string>().empty());
    CHECK(value.at("certain").is_boolean());
}

const json* honourIn(const json& rules, const std::string& code)
{
    for (const auto& honour : rules.at("honours"))
        if (honour.at("code") == code)
            return &honour;
    return nullptr;
}

}

TEST_CASE("The regimes follow one another without a gap", "[rules][regimes]")
{
    struct Row {
        Date date;
        const char* id;
        bool provisional;
    };
    const auto row = GENERATE(values<Row>({{Date(2017, 10, 1), "vn-2017-10", false}, {Date(2023, 12, 31), "vn-2017-10", false},
                                           {Date(2024, 1, 1), "vn-2024-01", false}, {Date(2025, 6, 30), "vn-2024-01", false},
                                           {Date(2025, 7, 1), "vn-2025-07", false}, {Date(2026, 9, 30), "vn-2025-07", false},
                                           {Date(2026, 10, 1), "vn-2026-10", true}, {Date(2040, 1, 1), "vn-2026-10", true}}));
    const auto regime = shipped().regimeOn(row.date);
    REQUIRE(regime);
    CHECK(regime->id == row.id);
    CHECK(regime->provisional == row.provisional);
    CHECK_FALSE(shipped().regimeOn(Date(2017, 9, 30)));
    CHECK(shipped().regimes().front().from == kFirstRuleDay);
}

TEST_CASE("Rules of a day carry everything with its citation", "[rules][overview]")
{
    const auto answer = rulesOn(shipped(), Date(2022, 5, 25));
    REQUIRE(answer);
    CHECK(answer->at("rule_set").at("id") == "vn-2017-10");
    const json* honour = honourIn(*answer, "chien-si-thi-dua-co-so");
    REQUIRE(honour != nullptr);
    CHECK(honour->at("name").at("vi") == "Chiến sĩ thi đua cơ sở");
    CHECK(honour->at("recipients") == json::array({"staff"}));
    CHECK(honour->at("conditions").size() >= 6);
    for (const auto& condition : honour->at("conditions")) {
        checkCited(condition);
        CHECK_FALSE(condition.at("quote").get<std::string>().empty());
        CHECK(condition.at("from") <= "2022-05-25");
    }
    REQUIRE(honour->at("quota").size() == 2);
    for (const auto& limit : honour->at("quota"))
        checkCited(limit);
    checkCited(honour->at("vote"));
    CHECK(honour->at("vote").at("required").get<double>() == 0.7);
    checkCited(honour->at("authority"));
    CHECK(honour->at("authority").at("by_principal") == false);
    CHECK(honour->at("authority").at("citation") == "Điều 7 Thông tư 12/2019/TT-BNV");
    CHECK(honour->at("dossier").size() == 4);
    for (const auto& part : honour->at("dossier"))
        checkCited(part);
    checkCited(honour->at("bonus"));
    CHECK(honour->at("bonus").at("coefficient").get<double>() == 1.0);
    CHECK(honourIn(*answer, "lao-dong-tien-tien")->at("bonus").at("coefficient").get<double>() == 0.3);
    CHECK(honourIn(*answer, "tap-the-lao-dong-tien-tien")->at("bonus").at("coefficient").get<double>() == 0.8);
}

TEST_CASE("A switched-off rule is no condition", "[rules][overview]")
{
    const auto answer = rulesOn(shipped(), Date(2022, 5, 25));
    REQUIRE(answer);
    for (const auto& condition : honourIn(*answer, "lao-dong-tien-tien")->at("conditions"))
        CHECK(condition.at("id") != "absence-limit");
}

TEST_CASE("Days before the first rules are refused", "[rules][overview]")
{
    const auto answer = rulesOn(shipped(), Date(2017, 9, 30));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().key == "case.before-first-rules");
}

TEST_CASE("The list of honours follows the dates", "[rules][overview]")
{
    const auto has = [](Date date, std::string_view code) {
        const auto all = honoursOn(shipped(), date);
        return std::any_of(all.begin(), all.end(), [code](const HonourInfo& info) { return info.code == code; });
    };
    CHECK(has(Date(2025, 6, 30), "giay-khen-huyen"));
    CHECK_FALSE(has(Date(2025, 7, 1), "giay-khen-huyen"));
    CHECK_FALSE(has(Date(2020, 10, 19), "hoc-sinh-tieu-bieu"));
    CHECK(has(Date(2020, 10, 20), "hoc-sinh-tieu-bieu"));
    for (const char* code : {"lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-tinh", "chien-si-thi-dua-bo", "chien-si-thi-dua-toan-quoc",
                             "tap-the-lao-dong-tien-tien", "tap-the-lao-dong-xuat-sac", "co-thi-dua-tinh", "co-thi-dua-bo", "co-thi-dua-chinh-phu",
                             "giay-khen-hieu-truong", "giay-khen-xa", "giay-khen-huyen", "giay-khen-so", "bang-khen-tinh", "bang-khen-bo", "bang-khen-thu-tuong",
                             "huan-chuong-lao-dong-ba", "huan-chuong-lao-dong-nhi", "huan-chuong-lao-dong-nhat", "ky-niem-chuong-giao-duc", "nha-giao-uu-tu",
                             "nha-giao-nhan-dan", "hoc-sinh-xuat-sac", "hoc-sinh-tieu-bieu", "hoc-sinh-hoan-thanh-xuat-sac", "hoc-sinh-vuot-troi-tien-bo",
                             "hoc-sinh-gioi", "khen-dot-xuat", "thu-khen"}) {
        INFO(code);
        CHECK(has(Date(2022, 5, 25), code));
    }
    const auto all = honoursOn(shipped(), Date(2022, 5, 25));
    for (std::size_t i = 1; i < all.size(); ++i)
        CHECK(all[i - 1].order < all[i].order);
}

TEST_CASE("Who confers, by the date", "[rules][overview]")
{
    const auto who = [](Date date) { return honourInfo(shipped(), "lao-dong-tien-tien", date)->authority->who.vi; };
    CHECK(who(Date(2022, 5, 25)).find("cấp huyện") != std::string::npos);
    CHECK(who(Date(2025, 7, 1)).find("cấp xã") != std::string::npos);
    CHECK_FALSE(conferredBySchool(shipped(), "lao-dong-tien-tien", Date(2022, 5, 25)));
    CHECK(conferredBySchool(shipped(), "hoc-sinh-xuat-sac", Date(2022, 5, 25)));
    CHECK_FALSE(conferredBySchool(shipped(), "khong-co", Date(2022, 5, 25)));
    const auto info = honourInfo(shipped(), "chien-si-thi-dua-co-so");
    REQUIRE(info);
    CHECK(info->shortName.vi == "CSTĐCS");
    CHECK(info->recipientKinds == std::vector<std::string>{"staff"});
    CHECK(info->title);
    CHECK_FALSE(honourInfo(shipped(), "bang-khen-tinh")->title);
    CHECK(honourInfo(shipped(), "lao-dong-tien-tien", Date(2022, 5, 25))->modelled);
    CHECK(honourInfo(shipped(), "lao-dong-tien-tien", Date(2024, 5, 25))->modelled);
}

TEST_CASE("The catalogue's hash is of its content", "[rules]")
{
    CHECK(shipped().hash().size() == 64);
    const std::string bytes = shippedPack().dump();
    const EmbeddedFile file{"pack.json", bytes};
    CHECK(Catalogue::load(std::span(&file, 1))->hash() == shipped().hash());
    json changed = shippedPack();
    changed["honours"][0]["short"] = "Thư";
    const auto other = load(changed);
    REQUIRE(other);
    CHECK(other->hash() != shipped().hash());
    CHECK(isNfc(shipped().content()));
}

namespace {

/// The citation of a reference on a day; empty where there is none.
std::string referenceOn(const char* day, const char* id)
{
    const auto answer = rulesOn(shipped(), Date::fromIso(day).value());
    REQUIRE(answer);
    for (const auto& reference : answer->at("references"))
        if (reference.at("id") == id) {
            checkCited(reference);
            CHECK_FALSE(reference.at("what").at("vi").get<std::string>().empty());
            return reference.at("citation");
        }
    return {};
}

}

TEST_CASE("What no condition asks for is told by its day", "[rules][overview]")
{
    struct Row {
        const char* id;
        const char* dayBefore;
        const char* before; ///< a part of the citation; null: nothing yet
        const char* day;
        const char* after;
    };
    const auto row = GENERATE(values<Row>({{"council-members", "2026-05-09", "28/2020", "2026-05-10", "15/2026"},
                                           {"council-members-secondary", "2026-05-09", "32/2020", "2026-05-10", nullptr},
                                           {"pupil-forms", "2025-10-30", nullptr, "2025-10-31", "19/2025"},
                                           {"staff-discipline", "2026-06-30", "112/2020", "2026-07-01", "234/2026"},
                                           {"complaint-accept", "2026-06-30", "Luật Khiếu nại", "2026-07-01", "155/2026"},
                                           {"denunciation", "2026-06-30", "Luật Tố cáo", "2026-07-01", "136/2025"},
                                           {"evaluation-2026", "2026-06-30", nullptr, "2026-07-01", "233/2026"},
                                           {"size-bang-khen", "2023-12-31", "85/2014", "2024-01-01", nullptr},
                                           {"size-giay-khen", "2025-12-31", "152/2025", "2026-01-01", "01/2026/QĐ-TTg"},
                                           {"decree-152-transition", "2025-12-31", "khoản 2 và khoản 3 Điều 60", "2026-01-01", nullptr},
                                           {"law-2026-kinds", "2026-09-30", nullptr, "2026-10-01", "06/2026"}}));
    INFO(row.id);
    const auto before = referenceOn(row.dayBefore, row.id);
    const auto after = referenceOn(row.day, row.id);
    CHECK(before.empty() == (row.before == nullptr));
    CHECK(after.empty() == (row.after == nullptr));
    if (row.before != nullptr)
        CHECK(before.find(row.before) != std::string::npos);
    if (row.after != nullptr)
        CHECK(after.find(row.after) != std::string::npos);
}

TEST_CASE("The texts of a day are listed, each with whether it has been read", "[rules][overview]")
{
    const auto certainOn = [](const char* day, const char* number) -> std::optional<bool> {
        const auto answer = rulesOn(shipped(), Date::fromIso(day).value());
        REQUIRE(answer);
        for (const auto& source : answer->at("sources"))
            if (source.at("number") == number)
                return source.at("certain").get<bool>();
        return std::nullopt;
    };
    CHECK(certainOn("2026-09-30", "07/2026/TT-BGDĐT") == false);
    CHECK_FALSE(certainOn("2026-10-01", "07/2026/TT-BGDĐT"));
    CHECK(certainOn("2026-10-01", "67/2026/TT-BGDĐT") == false);
    CHECK_FALSE(certainOn("2026-09-30", "67/2026/TT-BGDĐT"));
    CHECK(certainOn("2026-07-01", "161/2026/NĐ-CP") == true);
    CHECK(certainOn("2026-05-10", "15/2026/TT-BGDĐT") == true);
    CHECK_FALSE(certainOn("2026-05-10", "28/2020/TT-BGDĐT"));
}

TEST_CASE("Nothing of the rules is cited from Circular 07/2026 once it has been replaced", "[rules][overview]")
{
    const auto dump = rulesOn(shipped(), Date(2026, 10, 1)).value();
    for (const auto& honour : dump.at("honours"))
        for (const char* list : {"conditions", "dossier", "deadlines", "not_modelled"})
            for (const auto& entry : honour.at(list)) {
                INFO(honour.at("code").get<std::string>() << ": " << entry.dump());
                CHECK(entry.at("citation").get<std::string>().find("07/2026") == std::string::npos);
            }
    CHECK(rulesOn(shipped(), Date(2026, 9, 30)).value().dump().find("07/2026") != std::string::npos);
}

TEST_CASE("Whatever the rules cite, they say how sure it is", "[rules][overview]")
{
    const std::function<void(const json&)> look = [&](const json& value) {
        if (value.is_object() && value.contains("citation"))
            checkCited(value);
        for (const auto& part : value)
            if (part.is_structured())
                look(part);
    };
    for (const Date day : {Date(2017, 10, 1), Date(2022, 5, 25), Date(2024, 5, 25), Date(2026, 5, 25), Date(2026, 11, 29)})
        look(rulesOn(shipped(), day).value());
}

TEST_CASE("The pairs of facts that deny each other and what a renewal changed are told", "[rules][overview]")
{
    const auto answer = rulesOn(shipped(), Date(2026, 11, 29));
    REQUIRE(answer);
    CHECK(answer->at("conflicts").size() >= 15);
    for (const auto& conflict : answer->at("conflicts"))
        checkCited(conflict);
    REQUIRE(answer->at("renewals").size() == 1);
    CHECK(answer->at("renewals").front().at("on") == "2026-11-29");
    CHECK(answer->at("renewals").front().at("items").size() >= 8);
}
