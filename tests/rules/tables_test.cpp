// SPDX-License-Identifier: GPL-3.0-or-later
// Who decides, papers, deadlines, evaluation regimes, preferences.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/model.h"
#include "rules/overview.h"
#include "rules/pack_check.h"
#include "rules/preference.h"

#include <functional>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

json rulesAt(Date date)
{
    const auto answer = rulesOn(shipped(), date);
    if (!answer)
        throw std::runtime_error(answer.error().key);
    return *answer;
}

json honourAt(Date date, const std::string& code)
{
    const json rules = rulesAt(date);
    for (const auto& honour : rules.at("honours"))
        if (honour.at("code") == code)
            return honour;
    throw std::runtime_error("no " + code);
}

std::string whoAt(Date date, const std::string& code)
{
    return honourAt(date, code).at("authority").at("who").at("vi");
}

std::vector<std::string> idsOf(const std::vector<PreferenceLine>& lines)
{
    std::vector<std::string> ids;
    for (const auto& line : lines)
        ids.push_back(line.id);
    return ids;
}

bool reports(const json& pack, const std::string& key, const std::string& place)
{
    for (const auto& problem : checkPack(pack)) {
        UNSCOPED_INFO(problem.key << " " << problem.args.front());
        if (problem.key == key && problem.args.front().starts_with(place))
            return true;
    }
    return false;
}

}

TEST_CASE("Every honour has someone who decides, on every day it is conferred", "[rules][tables]")
{
    for (const auto date : {Date(2017, 10, 1), Date(2019, 12, 31), Date(2022, 5, 25), Date(2023, 12, 31), Date(2024, 1, 1), Date(2024, 2, 15), Date(2025, 6, 30),
                            Date(2025, 7, 1), Date(2026, 4, 1), Date(2026, 4, 2), Date(2026, 10, 1)})
        for (const auto& info : honoursOn(shipped(), date)) {
            INFO(info.code << " " << date.iso());
            // Letters of praise and pupils' titles start with their circular.
            const bool early = (info.code == "thu-khen" && date < Date(2020, 10, 20)) || (info.code == "hoc-sinh-gioi" && date < Date(2021, 9, 5));
            CHECK(info.authority.has_value() != (early || info.outside)); // of a union or the youth union the law says nothing
        }
}

TEST_CASE("Who decides moves with the law, on its day", "[rules][tables]")
{
    CHECK(whoAt(Date(2025, 6, 30), "lao-dong-tien-tien").starts_with("Chủ tịch Ủy ban nhân dân cấp huyện"));
    CHECK(whoAt(Date(2025, 7, 1), "lao-dong-tien-tien").starts_with("Chủ tịch Ủy ban nhân dân cấp xã"));
    CHECK(whoAt(Date(2025, 7, 1), "chien-si-thi-dua-co-so").starts_with("Chủ tịch Ủy ban nhân dân cấp xã"));
    CHECK(whoAt(Date(2022, 5, 25), "tap-the-lao-dong-xuat-sac") == "Chủ tịch Ủy ban nhân dân cấp tỉnh");
    CHECK(whoAt(Date(2022, 5, 25), "chien-si-thi-dua-toan-quoc") == "Thủ tướng Chính phủ");
    CHECK(whoAt(Date(2024, 5, 25), "co-thi-dua-chinh-phu") == "Chính phủ");
    CHECK(whoAt(Date(2024, 5, 25), "huan-chuong-lao-dong-ba") == "Chủ tịch nước");
    CHECK(whoAt(Date(2024, 5, 25), "bang-khen-bo") == "Bộ trưởng Bộ Giáo dục và Đào tạo");
    const auto authority = honourAt(Date(2025, 8, 1), "tap-the-lao-dong-xuat-sac").at("authority");
    CHECK(authority.at("submits").at("vi").get<std::string>().find("cấp xã") != std::string::npos);
    CHECK(authority.at("by_principal") == false);
    CHECK(honourAt(Date(2026, 10, 1), "lao-dong-tien-tien").at("authority").at("certain") == false);
    CHECK(honourAt(Date(2026, 9, 30), "lao-dong-tien-tien").at("authority").at("certain") == true);
    CHECK(conferredBySchool(shipped(), "giay-khen-hieu-truong", Date(2024, 2, 15)));
    CHECK(honourAt(Date(2026, 4, 2), "giay-khen-hieu-truong").at("authority").at("certain") == false);
}

TEST_CASE("A part of a dossier says which paper of the school it is, and none where the level above makes it", "[rules][tables]")
{
    const auto proofOf = [](const char* honour, const char* part) -> std::optional<DossierProof> {
        const auto parts = dossierOn(shipped(), honour, Date(2023, 5, 20));
        const auto found = std::ranges::find(parts, part, &DossierPart::id);
        REQUIRE(found != parts.end());
        return found->proof;
    };
    CHECK(proofOf("chien-si-thi-dua-co-so", "submission") == DossierProof::Submission);
    CHECK(proofOf("chien-si-thi-dua-co-so", "minutes") == DossierProof::Minutes);
    CHECK(proofOf("chien-si-thi-dua-co-so", "initiative-certificate") == DossierProof::InitiativeDecision);
    CHECK(proofOf("lao-dong-tien-tien", "achievement-report") == DossierProof::AchievementReport);
    CHECK_FALSE(proofOf("chien-si-thi-dua-toan-quoc", "submission"));
    CHECK_FALSE(proofOf("chien-si-thi-dua-toan-quoc", "achievement-report"));
}

TEST_CASE("Papers carry the number of copies, or that lower rules say", "[rules][tables]")
{
    const auto national = honourAt(Date(2022, 5, 25), "chien-si-thi-dua-toan-quoc").at("dossier");
    REQUIRE(national.size() == 4);
    CHECK(national.front().at("copies") == 2);
    CHECK(honourAt(Date(2024, 5, 25), "chien-si-thi-dua-toan-quoc").at("dossier").front().at("copies") == 1);
    CHECK(honourAt(Date(2025, 8, 1), "bang-khen-thu-tuong").at("dossier").front().at("certain") == true);
    CHECK(honourAt(Date(2025, 8, 1), "huan-chuong-lao-dong-ba").at("dossier").front().at("certain") == false);
    const auto grassroots = honourAt(Date(2025, 8, 1), "chien-si-thi-dua-co-so").at("dossier");
    CHECK(grassroots.size() == 4);
    for (const auto& part : grassroots) {
        CHECK(part.at("copies").is_null());
        CHECK_FALSE(part.at("citation").get<std::string>().empty());
    }
    CHECK(dossierOn(shipped(), "chien-si-thi-dua-toan-quoc", Date(2023, 12, 31)).front().copies == 2);
}

TEST_CASE("Deadlines of the day", "[rules][tables]")
{
    const auto has = [](Date date, const std::string& honour, const std::string& id) {
        const json info = honourAt(date, honour);
        for (const auto& deadline : info.at("deadlines"))
            if (deadline.at("id") == id)
                return deadline.at("what").at("vi").get<std::string>();
        return std::string();
    };
    CHECK(has(Date(2024, 5, 25), "co-thi-dua-chinh-phu", "submit-government-flag").find("31/12") != std::string::npos);
    CHECK(has(Date(2023, 12, 31), "co-thi-dua-chinh-phu", "submit-government-flag").find("15/10") != std::string::npos);
    CHECK(has(Date(2023, 12, 31), "chien-si-thi-dua-toan-quoc", "submit-national-fighter").find("31/10") != std::string::npos);
    CHECK(has(Date(2023, 12, 31), "huan-chuong-lao-dong-ba", "submit-state-merit").find("15/10") != std::string::npos);
    CHECK(has(Date(2024, 5, 25), "chien-si-thi-dua-toan-quoc", "submit-national-fighter").find("31/12") != std::string::npos);
    CHECK(has(Date(2025, 8, 1), "lao-dong-tien-tien", "appraisal").find("20 ngày làm việc") != std::string::npos);
    CHECK(has(Date(2025, 8, 1), "bang-khen-thu-tuong", "returned").find("10 ngày") != std::string::npos);
    CHECK(has(Date(2025, 6, 30), "bang-khen-thu-tuong", "returned").empty());
}

TEST_CASE("The evaluation regime of the day and what it means for titles", "[rules][tables]")
{
    struct Row {
        Date date;
        const char* id;
    };
    const auto row = GENERATE(values<Row>({{Date(2020, 8, 19), "nd-56-2015"}, {Date(2020, 8, 20), "nd-90-2020"}, {Date(2023, 9, 14), "nd-90-2020"},
                                           {Date(2023, 9, 15), "nd-90-2020-sd-48-2023"}, {Date(2026, 6, 30), "nd-90-2020-sd-48-2023"},
                                           {Date(2026, 7, 1), "nd-233-2026"}, {Date(2017, 10, 1), "nd-56-2015"}}));
    const auto regime = rulesAt(row.date).at("evaluation_regime");
    CHECK(regime.at("id") == row.id);
    CHECK_FALSE(regime.at("implies").empty());
    for (const auto& implied : regime.at("implies"))
        CHECK_FALSE(implied.at("citation").get<std::string>().empty());
}

TEST_CASE("Rules of a day tell the money that holds whatever the honour", "[rules][tables]")
{
    const auto rules = rulesAt(Date(2024, 8, 1));
    CHECK(rules.at("base_salary").at("amount") == 2'340'000);
    CHECK(rules.at("base_salary").at("certain") == true);
    CHECK(rules.at("bonus_rounding").at("rounding") == "up");
    CHECK(rules.at("bonus_rounding").at("step") == 10'000);
    CHECK(rules.at("bonus_priority").size() == 3);
    CHECK(rules.at("preferences").size() == 4);
    CHECK(rulesAt(Date(2022, 5, 25)).at("preferences").size() == 3);
    const auto both = honourAt(Date(2024, 8, 1), "bang-khen-tinh");
    CHECK(both.at("bonuses").size() == 2);
    CHECK(both.at("bonus").at("recipient") == "individual");
    CHECK(honourAt(Date(2024, 8, 1), "hoc-sinh-xuat-sac").at("bonus").is_null());
}

TEST_CASE("Where there are more than places, an explained order and never a cut", "[rules][tables]")
{
    const std::vector<Candidate> candidates = {{"an", false, false, false, false, {}},
                                               {"binh", false, true, {}, false, {}},
                                               {"chi", false, true, true, true, {}},
                                               {"dung", false, false, true, false, {}}};
    const auto lines = preferenceOrder(shipped(), Date(2025, 8, 1), candidates);
    CHECK(idsOf(lines) == std::vector<std::string>{"chi", "binh", "dung", "an"});
    CHECK(lines[0].place == 1);
    CHECK(lines[1].place == 2);
    CHECK(lines[2].place == 2);
    CHECK(lines[3].place == 4);
    CHECK(lines[0].reasons.size() == 3);
    CHECK(lines[0].explanation.vi.find("khoản 6 Điều 4 NĐ 152/2025") != std::string::npos);
    REQUIRE(lines[1].open.size() == 1);
    CHECK(lines[1].open.front().id == "direct-workers");
    CHECK(lines[1].explanation.vi.find("Chưa biết") != std::string::npos);
    CHECK(lines[3].reasons.empty());
    CHECK_FALSE(lines[3].explanation.vi.empty());
    // The law of 2017 in hand does not name difficult areas.
    CHECK(preferenceOrder(shipped(), Date(2022, 5, 25), candidates).front().reasons.size() == 2);
    CHECK(preferenceOrder(shipped(), Date(2025, 8, 1), {}).empty());
}

TEST_CASE("Collectives are preferred by the share of women", "[rules][tables]")
{
    const auto lines = preferenceOrder(shipped(), Date(2025, 8, 1),
                                       {{"to-1", true, {}, {}, false, Ratio{69, 100}}, {"to-2", true, {}, {}, false, Ratio{7, 10}}, {"to-3", true, {}, {}, false, {}}});
    CHECK(idsOf(lines) == std::vector<std::string>{"to-2", "to-1", "to-3"});
    CHECK(lines[0].reasons.front().id == "women-collective");
    CHECK(lines[1].open.empty());
    CHECK(lines[2].open.size() == 1);
}

TEST_CASE("A damaged table is refused and the place is named", "[rules][tables][pack]")
{
    struct Damage {
        const char* key;
        const char* place;
        std::function<void(json&)> make;
    };
    const auto damage = GENERATE(values<Damage>({
        {"rules.unknown-honour", "authorities[0]", [](json& p) { p["authorities"][0]["honours"].push_back("none"); }},
        {"rules.two-answers", "authorities[1]", [](json& p) { p["authorities"][1]["honours"].push_back("lao-dong-tien-tien"); }},
        {"rules.missing-key", "authorities[0].values", [](json& p) { p["authorities"][0]["values"][0].erase("who"); }},
        {"rules.uncited", "authorities[0].values[0]", [](json& p) { p["authorities"][0]["values"][0]["cite"] = json::array(); }},
        {"rules.unknown-honour", "dossiers[0]", [](json& p) { p["dossiers"][0]["honours"].push_back("none"); }},
        {"rules.bad-value", "dossiers[0].items", [](json& p) { p["dossiers"][0]["items"][0]["paper"] = "letter"; }},
        {"rules.missing-key", "dossiers[0].values", [](json& p) { p["dossiers"][0]["values"][0].erase("copies"); }},
        {"rules.bad-value", "dossiers[0].values", [](json& p) { p["dossiers"][0]["values"][0]["copies"] = 0; }},
        {"rules.unknown-honour", "deadlines[0]", [](json& p) { p["deadlines"][0]["honours"].push_back("none"); }},
        {"rules.id-twice", "deadlines[1]", [](json& p) { p["deadlines"][1]["id"] = p["deadlines"][0]["id"]; }},
        {"rules.dates-overlap", "deadlines[1].values", [](json& p) { p["deadlines"][1]["values"][0]["to"] = "2030-01-01"; }},
        {"rules.unknown-honour", "bonuses[0]", [](json& p) { p["bonuses"][0]["honour"] = "none"; }},
        {"rules.bad-value", "bonuses[0].recipient", [](json& p) { p["bonuses"][0]["recipient"] = "pupil"; }},
        {"rules.bad-value", "bonuses[0].values", [](json& p) { p["bonuses"][0]["values"][0]["coefficient"] = "0,3"; }},
        {"rules.two-answers", "bonuses[1]", [](json& p) { p["bonuses"][1]["honour"] = p["bonuses"][0]["honour"]; }},
        {"rules.bad-value", "base_salary[0]", [](json& p) { p["base_salary"][0]["value"] = 0; }},
        {"rules.wrong-type", "base_salary[0].value", [](json& p) { p["base_salary"][0]["value"] = "1300000"; }},
        {"rules.dates-overlap", "base_salary", [](json& p) { p["base_salary"][0]["to"] = "2018-07-01"; }},
        {"rules.source-not-in-force", "base_salary[0]", [](json& p) { p["base_salary"][0]["cite"][0]["src"] = "N161-2026"; }},
        {"rules.dates-overlap", "evaluation_regimes", [](json& p) { p["evaluation_regimes"][0]["to"] = "2020-08-20"; }},
        {"rules.bad-value", "preferences[0].by", [](json& p) { p["preferences"][0]["by"] = "men_first"; }},
        {"rules.bad-value", "bonus_priority[0].by", [](json& p) { p["bonus_priority"][0]["by"] = "all"; }},
        {"rules.two-answers", "requirements[", [](json& p) { p["requirements"].push_back(p["requirements"][0]); }},
        {"rules.bad-value", "facts[0].type", [](json& p) { p["facts"][0]["type"] = "mood"; }},
        {"rules.bad-value", "facts[1].set", [](json& p) { p["facts"][1]["set"] = "moods"; }},
        {"rules.notice-missing", "notices", [](json& p) { p["notices"].erase(0); }},
    }));
    json pack = shippedPack();
    damage.make(pack);
    INFO("wanted " << damage.key << " at " << damage.place);
    CHECK(reports(pack, damage.key, damage.place));
}
