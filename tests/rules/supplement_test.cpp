// SPDX-License-Identifier: GPL-3.0-or-later
// The law that the program asks the rules for by name: councils, bases of papers, what counts count; and rules of an earlier program.
#include "rules_support.h"
#include "support/catch.h"

#include "rules/council_law.h"
#include "rules/council_seats.h"
#include "rules/model.h"
#include "rules/quota.h"
#include "rules/vote.h"

#include <algorithm>
#include <map>
#include <set>

using namespace thidua;
using namespace thidua::rules;
using namespace thidua::tests;
using nlohmann::json;

namespace {

/// The shipped rules as a whole pack of an earlier program had them.
json silentPack()
{
    json pack = shippedPack();
    for (auto& fact : pack["facts"])
        for (const char* key : {"count", "of_year", "at_year_end", "stated"})
            fact.erase(key);
    for (auto& quota : pack["quotas"])
        quota.erase("of");
    for (auto& honour : pack["honours"])
        honour.erase("list_tells");
    for (auto& preference : pack["preferences"])
        for (auto& value : preference["values"])
            value.erase("share");
    pack.erase("paper_bases");
    json params = json::array();
    for (const auto& param : pack["params"])
        if (!param.value("id", std::string()).starts_with("council_"))
            params.push_back(param);
    pack["params"] = params;
    return pack;
}

std::map<std::string, std::string> counted(const Catalogue& catalogue)
{
    std::map<std::string, std::string> all;
    for (const auto& spec : catalogue.model().facts.facts())
        if (!spec.countsHonour.empty())
            all.emplace(spec.id, spec.countsHonour);
    return all;
}

std::map<std::string, Holds> stated(const Catalogue& catalogue)
{
    std::map<std::string, Holds> all;
    for (const auto& spec : catalogue.model().facts.facts())
        if (spec.stated)
            all.emplace(spec.id, spec.stated->holds);
    return all;
}

std::set<std::string> marked(const Catalogue& catalogue, bool FactSpec::*mark)
{
    std::set<std::string> all;
    for (const auto& spec : catalogue.model().facts.facts())
        if (spec.*mark)
            all.insert(spec.id);
    return all;
}

std::set<std::string> namesOn(Date date)
{
    std::set<std::string> names;
    for (const auto& seat : councilSeatsOn(shipped(), date)) {
        CHECK_FALSE(seat.cite.brief.empty());
        CHECK_FALSE(seat.duty.empty());
        names.insert(seat.name);
    }
    return names;
}

}

TEST_CASE("A school's council follows the charter of the day", "[rules][council]")
{
    const auto before = councilLawOn(shipped(), Date(2020, 10, 19));
    CHECK(before.oddNumber.empty());
    CHECK(before.headChairs.empty());
    CHECK(before.foundedYearly.empty());
    const auto first = councilLawOn(shipped(), Date(2021, 9, 15));
    CHECK(first.oddNumber.brief == "khoản 1 Điều 12 TT 28/2020");
    CHECK(first.headChairs.full.find("28/2020/TT-BGDĐT") != std::string::npos);
    CHECK(first.foundedYearly.brief == "khoản 1 Điều 12 TT 28/2020");
    CHECK(councilLawOn(shipped(), Date(2026, 5, 9)).oddNumber.brief == "khoản 1 Điều 12 TT 28/2020");
    CHECK(councilLawOn(shipped(), Date(2026, 5, 10)).oddNumber.brief == "khoản 1 Điều 11 TT 15/2026");
}

TEST_CASE("Two thirds of the members make a meeting, rounded up, and no text in hand says so", "[rules][council]")
{
    const auto law = councilLawOn(shipped(), Date(2022, 5, 25));
    CHECK((law.quorum == Ratio{2, 3}));
    CHECK_FALSE(law.quorumCertain);
    const std::vector<int> needed = {0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7};
    for (int members = 0; members < 11; ++members)
        CHECK(law.presentNeeded(members) == needed[static_cast<std::size_t>(members)]);
    json pack = shippedPack();
    byId(pack["params"], "council_quorum")["values"][0]["value"] = "3/4";
    CHECK(councilLawOn(Catalogue::fromPack(pack).value(), Date(2022, 5, 25)).presentNeeded(9) == 7);
}

TEST_CASE("A decision on initiatives rests on the charter of the day", "[rules][council]")
{
    const std::vector<std::string> charter = {"Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến"};
    const auto bases = paperBasesOn(shipped(), "recognise_initiatives", Date(2022, 4, 1));
    REQUIRE(bases.size() == 2);
    CHECK(bases.front() == charter.front());
    CHECK(bases.back().find("Thông tư số 21/2020/TT-BGDĐT ngày 31 tháng 7 năm 2020") != std::string::npos);
    CHECK(paperBasesOn(shipped(), "recognise_initiatives", Date(2012, 4, 14)).empty());
    CHECK(paperBasesOn(shipped(), "other", Date(2022, 4, 1)).empty());
}

TEST_CASE("What the head confers and what the school submits rest on law, decree and circular of the day, with their days", "[rules][council]")
{
    const std::map<Date, std::vector<std::string>> wanted = {
        {Date(2022, 6, 2), {"năm 2003", "91/2017/NĐ-CP ngày 31 tháng 7 năm 2017", "21/2020/TT-BGDĐT ngày 31 tháng 7 năm 2020"}},
        {Date(2024, 6, 2), {"15 tháng 6 năm 2022", "98/2023/NĐ-CP ngày 31 tháng 12 năm 2023", "29/2023/TT-BGDĐT ngày 29 tháng 12 năm 2023"}},
        {Date(2025, 12, 2), {"15 tháng 6 năm 2022", "152/2025/NĐ-CP ngày 14 tháng 6 năm 2025", "29/2023/TT-BGDĐT ngày 29 tháng 12 năm 2023"}}};
    for (const char* paper : {"submit", "confer", "plan", "establish_council"})
        for (const auto& [day, parts] : wanted) {
            const auto bases = paperBasesOn(shipped(), paper, day);
            INFO(paper << " " << day.iso());
            REQUIRE(bases.size() == parts.size());
            for (std::size_t i = 0; i < parts.size(); ++i)
                CHECK(bases[i].find(parts[i]) != std::string::npos);
        }
    // The charter is that of the school's level.
    const auto charterOf = [](const char* level, Date on) { return paperBasesOn(shipped(), "confer", on, level).back(); };
    CHECK(charterOf("primary", Date(2022, 6, 2)).find("28/2020/TT-BGDĐT") != std::string::npos);
    CHECK(charterOf("lower_secondary", Date(2022, 6, 2)).find("32/2020/TT-BGDĐT") != std::string::npos);
    CHECK(charterOf("primary", Date(2026, 6, 2)).find("15/2026/TT-BGDĐT") != std::string::npos);
}

TEST_CASE("What quotas are measured by and what counts count stands in the rules", "[rules][quota]")
{
    CHECK(quotaBase(shipped(), "chien-si-thi-dua-co-so") == "lao-dong-tien-tien");
    CHECK(quotaBase(shipped(), "tap-the-lao-dong-xuat-sac") == "tap-the-lao-dong-tien-tien");
    CHECK(quotaBase(shipped(), "bang-khen-bo").empty());
    CHECK((measuredHonour(shipped()) == std::pair<std::string, std::string>("chien-si-thi-dua-co-so", "lao-dong-tien-tien")));
    const std::map<std::string, std::string> counts = {{"members_lao_dong_tien_tien", "lao-dong-tien-tien"},
                                                       {"members_chien_si_thi_dua", "chien-si-thi-dua-co-so"}};
    CHECK(counted(shipped()) == counts);
    CHECK(marked(shipped(), &FactSpec::atYearEnd)
          == std::set<std::string>{"evaluation", "votes", "discipline", "under_investigation", "months_worked", "absences", "members_lao_dong_tien_tien",
                                   "members_completed", "members_chien_si_thi_dua", "members_disciplined_from_warning", "unity", "law_compliance", "members"});
    CHECK(marked(shipped(), &FactSpec::ofYear)
          == std::set<std::string>{"registered", "evaluation", "months_worked", "absences", "under_investigation", "training", "votes", "members_completed",
                                   "members_lao_dong_tien_tien", "members_chien_si_thi_dua", "members_disciplined_from_warning", "unity", "law_compliance",
                                   "leads_bloc", "exceptional_achievement", "transfer", "secondment"});
}

TEST_CASE("Which facts a person may state, of whom and how long each holds, stands in the rules", "[rules][facts]")
{
    const auto all = stated(shipped());
    CHECK(all.at("sector_years") == Holds::Grows);
    CHECK(all.at("teaching_years") == Holds::Grows);
    CHECK(all.at("difficult_area") == Holds::Onward);
    CHECK(all.at("evaluations") == Holds::PastYear);
    for (const char* fact : {"leads_bloc", "exceptional_achievement", "other_standards_met", "teacher_award_dossier", "staff_confidence", "transfer", "secondment"})
        CHECK(all.at(fact) == Holds::Year);
    CHECK_FALSE(all.contains("evaluation"));
    Subject teacher;
    teacher.position = "teacher";
    Subject nurse = teacher;
    nurse.position = "employee";
    const auto& years = *shipped().model().facts.find("teaching_years")->stated;
    CHECK(years.fits(teacher));
    CHECK_FALSE(years.fits(nurse));
    CHECK_FALSE(years.fits(Subject{}));
    // What is told for one honour says nothing of another.
    for (const auto& spec : shipped().model().facts.facts())
        if (spec.byCouncil) {
            INFO(spec.id);
            CHECK(spec.stated->ofHonour);
        }
}

TEST_CASE("A whole pack of an earlier program is supplemented, and stays what it is", "[rules][pack]")
{
    const auto bare = Catalogue::fromPack(silentPack()).value();
    CHECK(counted(bare).empty());
    CHECK(quotaBase(bare, "chien-si-thi-dua-co-so").empty());
    const auto made = bare.supplemented(shipped());
    CHECK(made.hash() == bare.hash());
    CHECK(made.content() == bare.content());
    CHECK(counted(made) == counted(shipped()));
    CHECK(marked(made, &FactSpec::ofYear) == marked(shipped(), &FactSpec::ofYear));
    CHECK(marked(made, &FactSpec::atYearEnd) == marked(shipped(), &FactSpec::atYearEnd));
    CHECK(stated(bare).empty());
    CHECK(stated(made) == stated(shipped()));
    CHECK(quotaBase(made, "chien-si-thi-dua-co-so") == "lao-dong-tien-tien");
    for (std::size_t i = 0; i < made.model().preferences.size(); ++i)
        CHECK(made.model().preferences[i].values.front().share == shipped().model().preferences[i].values.front().share);
    CHECK(made.model().honour("lao-dong-tien-tien")->listTells == std::vector<std::string>{"evaluation"});
    CHECK((councilLawOn(made, Date(2022, 5, 25)).quorum == Ratio{2, 3}));
    CHECK(paperBasesOn(made, "recognise_initiatives", Date(2022, 4, 1)).size() == 2);
}

TEST_CASE("What a whole pack says itself stands over the program's own", "[rules][pack]")
{
    json pack = silentPack();
    byId(pack["facts"], "members_chien_si_thi_dua")["count"] = {{"honour", "chien-si-thi-dua-tinh"}};
    byId(pack["quotas"], "of-lao-dong-tien-tien")["of"] = "chien-si-thi-dua-tinh";
    const json own = shippedPack();
    for (const auto& param : own["params"])
        if (param["id"] == "council_quorum")
            pack["params"].push_back(param);
    byId(pack["params"], "council_quorum")["values"][0]["value"] = "1/2";
    const auto made = Catalogue::fromPack(pack).value().supplemented(shipped());
    CHECK(counted(made).at("members_chien_si_thi_dua") == "chien-si-thi-dua-tinh");
    CHECK(counted(made).at("members_lao_dong_tien_tien") == "lao-dong-tien-tien");
    CHECK(quotaBase(made, "chien-si-thi-dua-co-so") == "chien-si-thi-dua-tinh");
    CHECK((councilLawOn(made, Date(2022, 5, 25)).quorum == Ratio{1, 2}));
}

TEST_CASE("Where no rules name a share, everybody must agree; nothing passes by silence", "[rules][vote]")
{
    json pack = shippedPack();
    json params = json::array();
    for (const auto& param : pack["params"])
        if (param["id"] != kSchoolVoteShare)
            params.push_back(param);
    pack["params"] = params;
    const auto bare = Catalogue::fromPack(pack).value();
    const auto rule = voteRuleOn(bare, "giay-khen-xa", Date(2022, 5, 25));
    CHECK(votesNeeded(rule.threshold, 9) == 9);
    CHECK(votesNeeded(voteRuleOn(bare.supplemented(shipped()), "giay-khen-xa", Date(2022, 5, 25)).threshold, 9) == 5);
    // Before the rules begin there is nothing nearer than their first share.
    CHECK(votesNeeded(voteRuleOn(shipped(), "giay-khen-xa", Date(2015, 5, 25)).threshold, 9) == 5);
}

TEST_CASE("the charter of the day says who sits on the council", "[rules][council]")
{
    const auto before = namesOn(Date(2026, 5, 9));
    const auto after = namesOn(Date(2026, 5, 10));
    for (const char* kept : {"Hiệu trưởng", "Phó Hiệu trưởng", "Đại diện cấp ủy", "Tổ trưởng chuyên môn", "Tổ trưởng tổ văn phòng", "Đại diện giáo viên"}) {
        CHECK(before.contains(kept));
        CHECK(after.contains(kept));
    }
    for (const char* named : {"Chủ tịch Công đoàn", "Bí thư Đoàn Thanh niên", "Tổng phụ trách Đội"}) {
        CHECK(before.contains(named));
        CHECK_FALSE(after.contains(named));
    }
    CHECK(after.contains("Đại diện tổ chức chính trị - xã hội trong trường"));
    // Before the first charter in hand its seats are a start.
    CHECK(namesOn(Date(2018, 9, 1)) == before);
}

TEST_CASE("the texts that the rules cite are ready to be cited by papers", "[rules]")
{
    const auto texts = citedTexts(shipped());
    CHECK(texts.size() > 30);
    const auto find = [&](const char* number) {
        const auto found = std::ranges::find(texts, std::string(number), &CitedText::number);
        REQUIRE(found != texts.end());
        return *found;
    };
    const auto decree = find("152/2025/NĐ-CP");
    CHECK(decree.issuer == "Chính phủ");
    CHECK(decree.issuedOn == Date(2025, 6, 14));
    CHECK(decree.certain);
    CHECK(find("98/2023/NĐ-CP").to == Date(2025, 6, 30));
    CHECK(find("98/2023/NĐ-CP").replacedBy == "152/2025/NĐ-CP");
    CHECK_FALSE(find("07/2026/TT-BGDĐT").certain);
    std::set<std::string> numbers;
    for (const auto& text : texts) {
        CHECK(numbers.insert(text.number).second);
        CHECK_FALSE(text.subject.empty());
    }
}

TEST_CASE("a plan and a council rest on the texts of their day", "[rules]")
{
    for (const char* paper : {"plan", "establish_council"}) {
        const auto of2021 = paperBasesOn(shipped(), paper, Date(2021, 9, 28));
        CHECK(std::ranges::any_of(of2021, [](const auto& basis) { return basis.find("91/2017/NĐ-CP") != std::string::npos; }));
        CHECK(std::ranges::any_of(of2021, [](const auto& basis) { return basis.find("21/2020/TT-BGDĐT") != std::string::npos; }));
        const auto of2025 = paperBasesOn(shipped(), paper, Date(2025, 9, 10));
        CHECK(std::ranges::any_of(of2025, [](const auto& basis) { return basis.find("152/2025/NĐ-CP") != std::string::npos; }));
        CHECK(std::ranges::any_of(of2025, [](const auto& basis) { return basis.find("29/2023/TT-BGDĐT") != std::string::npos; }));
    }
    CHECK(std::ranges::any_of(paperBasesOn(shipped(), "establish_council", Date(2026, 9, 10), "primary"), [](const auto& basis) { return basis.find("15/2026/TT-BGDĐT") != std::string::npos; }));
}
