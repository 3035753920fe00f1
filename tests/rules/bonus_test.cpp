// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules_support.h"
#include "support/catch.h"

#include "rules/bonus.h"
#include "rules/bonus_list.h"
#include "rules/overview.h"
#include "text/messages.h"

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

BonusAnswer answerOf(Date date, const std::string& honour, bool collective = false)
{
    const auto answer = bonus(shipped(), {date, honour, collective});
    if (!answer)
        throw std::runtime_error(answer.error().key + " " + honour);
    return *answer;
}

}

TEST_CASE("Bonuses as the texts work them out", "[rules][bonus]")
{
    struct Row {
        Date date;
        const char* honour;
        bool collective;
        long long exact, amount;
    };
    const auto row = GENERATE(values<Row>({
        {Date(2022, 5, 25), "lao-dong-tien-tien", false, 447'000, 450'000},
        {Date(2022, 5, 25), "chien-si-thi-dua-co-so", false, 1'490'000, 1'490'000},
        {Date(2022, 5, 25), "tap-the-lao-dong-tien-tien", true, 1'192'000, 1'200'000},
        {Date(2022, 5, 25), "tap-the-lao-dong-xuat-sac", true, 2'235'000, 2'240'000},
        {Date(2022, 5, 25), "chien-si-thi-dua-tinh", false, 4'470'000, 4'470'000},
        {Date(2022, 5, 25), "bang-khen-tinh", false, 1'490'000, 1'490'000},
        {Date(2022, 5, 25), "giay-khen-xa", false, 223'500, 230'000},
        {Date(2024, 8, 1), "lao-dong-tien-tien", false, 702'000, 710'000},
        {Date(2024, 8, 1), "bang-khen-tinh", false, 3'510'000, 3'510'000},
        {Date(2024, 8, 1), "bang-khen-tinh", true, 7'020'000, 7'020'000},
        {Date(2024, 8, 1), "huan-chuong-lao-dong-nhi", true, 35'100'000, 35'100'000},
        {Date(2025, 8, 1), "giay-khen-hieu-truong", true, 1'404'000, 1'410'000},
        {Date(2026, 8, 1), "lao-dong-tien-tien", false, 759'000, 760'000},
        {Date(2026, 8, 1), "co-thi-dua-chinh-phu", true, 30'360'000, 30'360'000},
        {Date(2024, 8, 1), "nha-giao-nhan-dan", false, 29'250'000, 29'250'000},
    }));
    INFO(row.honour << " " << row.date.iso());
    const auto answer = answerOf(row.date, row.honour, row.collective);
    CHECK(answer.exact == Ratio{row.exact, 1});
    CHECK(answer.amount == row.amount);
    CHECK(answer.rounding == Rounding::Up);
    CHECK(answer.step == 10'000);
    CHECK_FALSE(answer.citation.empty());
    CHECK_FALSE(answer.note.vi.empty());
}

TEST_CASE("The base salary is that of the day of the decision, the day before each change included", "[rules][bonus]")
{
    struct Row {
        Date date;
        long long salary;
        bool certain;
    };
    const auto row = GENERATE(values<Row>({
        {Date(2017, 10, 1), 1'300'000, false}, {Date(2018, 6, 30), 1'300'000, false}, {Date(2018, 7, 1), 1'390'000, false},
        {Date(2019, 6, 30), 1'390'000, false}, {Date(2019, 7, 1), 1'490'000, true},   {Date(2023, 6, 30), 1'490'000, true},
        {Date(2023, 7, 1), 1'800'000, true},   {Date(2023, 12, 31), 1'800'000, true}, {Date(2024, 6, 30), 1'800'000, false},
        {Date(2024, 7, 1), 2'340'000, false},  {Date(2025, 6, 30), 2'340'000, false}, {Date(2025, 7, 1), 2'340'000, true},
        {Date(2026, 6, 30), 2'340'000, true},  {Date(2026, 7, 1), 2'530'000, true},   {Date(2026, 9, 30), 2'530'000, true},
        {Date(2026, 10, 1), 2'530'000, false},
        {Date(2030, 1, 1), 2'530'000, false},
    }));
    INFO(row.date.iso());
    const auto answer = answerOf(row.date, "chien-si-thi-dua-co-so");
    CHECK(answer.baseSalary == row.salary);
    CHECK(answer.exact == Ratio{row.salary, 1});
    // How Decree 98/2023 rounds has not been read, and from 01/10/2026 Decree 152/2025 may have lapsed.
    CHECK(answer.certain == row.certain);
}

TEST_CASE("Coefficients change with the texts, on their day", "[rules][bonus]")
{
    CHECK(answerOf(Date(2023, 12, 31), "bang-khen-tinh").coefficient == Ratio{1, 1});
    CHECK(answerOf(Date(2024, 1, 1), "bang-khen-tinh").coefficient == Ratio{3, 2});
    CHECK(answerOf(Date(2023, 12, 31), "bang-khen-bo", true).coefficient == Ratio{2, 1});
    CHECK(answerOf(Date(2024, 1, 1), "bang-khen-bo", true).coefficient == Ratio{3, 1});
    CHECK(answerOf(Date(2025, 6, 30), "giay-khen-huyen").coefficient == Ratio{3, 10});
    CHECK(bonus(shipped(), {Date(2025, 7, 1), "giay-khen-huyen", false}).error().key == "bonus.not-conferred");
    CHECK(answerOf(Date(2025, 6, 30), "giay-khen-xa").coefficient == Ratio{15, 100});
    CHECK(answerOf(Date(2025, 7, 1), "giay-khen-xa").coefficient == Ratio{3, 10});
    CHECK(answerOf(Date(2025, 7, 1), "giay-khen-xa").certain);
    CHECK_FALSE(answerOf(Date(2026, 10, 1), "giay-khen-xa").certain);
    CHECK_FALSE(answerOf(Date(2025, 7, 1), "giay-khen-hieu-truong").certain);
    CHECK(answerOf(Date(2025, 7, 1), "giay-khen-hieu-truong").note.vi.find("hiệu trưởng trường thuộc xã") != std::string::npos);
    CHECK_FALSE(answerOf(Date(2025, 7, 1), "giay-khen-hieu-truong", true).certain);
    CHECK(answerOf(Date(2025, 7, 1), "giay-khen-so").certain);
    CHECK(answerOf(Date(2025, 7, 1), "bang-khen-tinh").coefficient == Ratio{3, 2});
    CHECK(answerOf(Date(2025, 7, 1), "bang-khen-tinh").certain);
    CHECK(answerOf(Date(2025, 7, 1), "huan-chuong-lao-dong-nhat").coefficient == Ratio{9, 1});
    CHECK(answerOf(Date(2025, 7, 1), "huan-chuong-lao-dong-nhi").coefficient == Ratio{15, 2});
    CHECK(answerOf(Date(2025, 7, 1), "huan-chuong-lao-dong-ba", true).coefficient == Ratio{9, 1});
    CHECK(answerOf(Date(2025, 7, 1), "nha-giao-nhan-dan").coefficient == Ratio{25, 2});
    CHECK(answerOf(Date(2025, 7, 1), "nha-giao-uu-tu").certain);
    CHECK_FALSE(answerOf(Date(2025, 6, 30), "nha-giao-uu-tu").certain);
    CHECK(answerOf(Date(2025, 7, 1), "ky-niem-chuong-giao-duc").coefficient == Ratio{3, 5});
    CHECK_FALSE(answerOf(Date(2025, 7, 1), "ky-niem-chuong-giao-duc").certain);
    CHECK_FALSE(answerOf(Date(2022, 5, 25), "nha-giao-uu-tu").certain);
    CHECK_FALSE(answerOf(Date(2022, 5, 25), "ky-niem-chuong-giao-duc").certain);
    CHECK(answerOf(Date(2022, 5, 25), "lao-dong-tien-tien").certain);
    CHECK(answerOf(Date(2022, 5, 25), "lao-dong-tien-tien").citation.full
          == "điểm d khoản 1 Điều 69 Nghị định 91/2017/NĐ-CP; Nghị định 38/2019/NĐ-CP; khoản 2 Điều 68 Nghị định 91/2017/NĐ-CP");
}

TEST_CASE("Every title and form of the staff and of collectives has a coefficient on every day it is conferred", "[rules][bonus]")
{
    for (const auto date : {Date(2017, 10, 1), Date(2023, 12, 31), Date(2024, 1, 1), Date(2025, 6, 30), Date(2025, 7, 1), Date(2026, 10, 1)})
        for (const auto& info : honoursOn(shipped(), date)) {
            const bool staff = std::find(info.recipientKinds.begin(), info.recipientKinds.end(), "staff") != info.recipientKinds.end();
            const bool collective = std::find(info.recipientKinds.begin(), info.recipientKinds.end(), "collective") != info.recipientKinds.end();
            // A principal's certificate for staff has a national rate from 2024 on; unions and the youth union have rates of their own.
            if (info.outside || (info.code == "giay-khen-hieu-truong" && date < Date(2024, 1, 1)))
                continue;
            INFO(info.code << " " << date.iso());
            if (staff)
                CHECK(bonus(shipped(), {date, info.code, false}).has_value());
            if (collective)
                CHECK(bonus(shipped(), {date, info.code, true}).has_value());
        }
}

TEST_CASE("What carries no bonus is said in a sentence, not paid as nothing", "[rules][bonus]")
{
    struct Row {
        const char* honour;
        bool collective;
        const char* key;
    };
    const auto row = GENERATE(values<Row>({
        {"khong-co", false, "bonus.unknown-honour"},
        {"lao-dong-tien-tien", true, "bonus.not-for-collectives"},
        {"tap-the-lao-dong-tien-tien", false, "bonus.not-for-individuals"},
        {"hoc-sinh-xuat-sac", false, "bonus.no-rate"},
        {"thu-khen", false, "bonus.no-rate"},
        {"giay-khen-hieu-truong", false, "bonus.no-rate"},
    }));
    const auto answer = bonus(shipped(), {Date(2022, 5, 25), row.honour, row.collective});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().key == row.key);
    CHECK(answer.error().code == ErrorCode::InputFormat);
    CHECK(text::hasMessage(row.key));
    CHECK(bonus(shipped(), {Date(2017, 9, 30), "lao-dong-tien-tien", false}).error().key == "case.before-first-rules");
}

TEST_CASE("Bonus cases are read strictly", "[rules][bonus]")
{
    const json good = {{"decided_on", "2024-08-01"}, {"honour", "lao-dong-tien-tien"}, {"recipient", "individual"}};
    REQUIRE(bonusCaseFromJson(good));
    const auto broken = [&good](const char* key, const json& value) {
        json bad = good;
        bad[key] = value;
        const auto read = bonusCaseFromJson(bad);
        return read ? std::string() : read.error().key;
    };
    CHECK(broken("on", "2024-08-01") == "case.unknown-key");
    CHECK(broken("decided_on", "2017-09-30") == "case.before-first-rules");
    CHECK(broken("decided_on", "2024-02-30") == "case.bad-date");
    CHECK(broken("recipient", "staff") == "case.bad-code");
    CHECK(broken("honour", 3) == "case.not-text");
    json missing = good;
    missing.erase("recipient");
    CHECK(bonusCaseFromJson(missing).error().key == "case.missing-key");
    CHECK(bonusCaseFromJson(json::array()).error().key == "case.not-object");
    const auto answer = toJson(answerOf(Date(2024, 8, 1), "lao-dong-tien-tien"));
    CHECK(answer.at("coefficient") == 0.3);
    CHECK(answer.at("exact") == 702'000);
    CHECK(answer.at("exact").is_number_integer());
    CHECK(answer.at("amount") == 710'000);
    CHECK(answer.at("rounding") == "up");
}

TEST_CASE("Rounding is exact, and the school may set its own", "[rules][bonus]")
{
    CHECK(roundedTo({702'000, 1}, 10'000, Rounding::Up) == 710'000);
    CHECK(roundedTo({702'000, 1}, 10'000, Rounding::Nearest) == 700'000);
    CHECK(roundedTo({705'000, 1}, 10'000, Rounding::Nearest) == 710'000);
    CHECK(roundedTo({709'999, 1}, 10'000, Rounding::Down) == 700'000);
    CHECK(roundedTo({700'000, 1}, 10'000, Rounding::Up) == 700'000);
    CHECK(roundedTo({1, 3}, 1, Rounding::Up) == 1);
    CHECK(roundedTo({2, 3}, 1, Rounding::Nearest) == 1);
    const json layer = {{"layer", "school"},
                        {"params", json::array({{{"id", "bonus_rounding_step"},
                                                 {"values", json::array({{{"from", "2024-09-05"}, {"value", 1000}, {"cite", "Điều 9 Quy chế thi đua"}}})}}})}};
    const auto own = shipped().withLayer(layer);
    REQUIRE(own);
    const auto answer = bonus(*own, {Date(2024, 10, 1), "lao-dong-tien-tien", false});
    REQUIRE(answer);
    CHECK(answer->amount == 702'000);
    CHECK(answer->citation.full.find("Điều 9 Quy chế thi đua") != std::string::npos);
    CHECK(bonus(*own, {Date(2024, 9, 4), "lao-dong-tien-tien", false})->amount == 710'000);
}

TEST_CASE("Of several bonuses the highest title of a period and every form of its own achievement are paid", "[rules][bonus]")
{
    const Date day(2025, 8, 1);
    const auto answers = payable(shipped(), day,
                                 {{"lao-dong-tien-tien", false, "2024-2025", {}},
                                  {"chien-si-thi-dua-co-so", false, "2024-2025", {}},
                                  {"chien-si-thi-dua-tinh", false, "2022-2025", {}},
                                  {"bang-khen-tinh", false, "2024-2025", "dạy giỏi"},
                                  {"giay-khen-xa", false, "2024-2025", "dạy giỏi"},
                                  {"giay-khen-so", false, "2024-2025", "phòng chống lũ"},
                                  {"thu-khen", false, "2024-2025", "dạy giỏi"}});
    REQUIRE(answers.size() == 7);
    CHECK(answers[0].payment == Payment::NotPaid);
    CHECK(answers[0].insteadOf == 1);
    CHECK(answers[0].why.vi.find("Chiến sĩ thi đua cơ sở") != std::string::npos);
    CHECK(answers[0].citation.full == "khoản 5 Điều 49 Nghị định 152/2025/NĐ-CP");
    CHECK(answers[1].payment == Payment::Paid);
    CHECK(answers[1].citation.full == "khoản 7 Điều 49 Nghị định 152/2025/NĐ-CP");
    CHECK(answers[2].payment == Payment::Paid);
    CHECK(answers[3].payment == Payment::Paid);
    CHECK(answers[4].payment == Payment::NotPaid);
    CHECK(answers[4].insteadOf == 3);
    CHECK(answers[4].citation.full == "khoản 6 Điều 49 Nghị định 152/2025/NĐ-CP");
    CHECK(answers[5].payment == Payment::Paid);
    CHECK(answers[6].payment == Payment::NotPaid);
    CHECK_FALSE(answers[6].insteadOf);
    for (const auto& answer : answers) {
        CHECK_FALSE(answer.why.vi.empty());
        CHECK_FALSE(answer.citation.empty());
    }
}

TEST_CASE("Two forms of which nobody said what they reward stay open", "[rules][bonus]")
{
    const auto answers = payable(shipped(), Date(2025, 8, 1), {{"giay-khen-so", false, "2024-2025", {}}, {"bang-khen-tinh", false, "2024-2025", "dạy giỏi"}});
    CHECK(answers[0].payment == Payment::Open);
    CHECK(answers[0].insteadOf == 1);
    CHECK(answers[1].payment == Payment::Paid);
    const auto apart = payable(shipped(), Date(2025, 8, 1), {{"giay-khen-so", false, "2023-2024", {}}, {"bang-khen-tinh", false, "2024-2025", {}}});
    CHECK(apart[0].payment == Payment::Paid);
    // The same title twice in one period is paid once.
    const auto twice = payable(shipped(), Date(2022, 8, 1), {{"lao-dong-tien-tien", false, "2021-2022", {}}, {"lao-dong-tien-tien", false, "2021-2022", {}}});
    CHECK(twice[0].payment == Payment::Paid);
    CHECK(twice[1].payment == Payment::NotPaid);
    CHECK(twice[1].certain);
    CHECK(payable(shipped(), Date(2022, 8, 1), {}).empty());
}
