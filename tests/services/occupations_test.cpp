// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be considered for what by post and contract, by the rules of a day.
#include "services/sample_school.h"

#include "services/law/occupations.h"

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::Contract;
using domain::Position;

namespace {

class Occupations : public SampleSchool {
public:
    Occupations() : SampleSchool(Date(2026, 11, 29)) {}
    std::vector<std::string> names(Date on, Position position, const std::string& title, std::optional<Contract> contract = Contract::Permanent)
    {
        std::vector<std::string> all;
        for (const auto& line : occupationsOf(file(), on, position, title, contract)) {
            CHECK_FALSE(line.what.empty());
            CHECK_FALSE(line.citation.empty());
            CHECK((line.certain || !line.doubt.empty()));
            all.push_back(line.name);
        }
        return all;
    }
};

using Names = std::vector<std::string>;
const std::string kTeachers = "Cán bộ quản lý, giáo viên";
const std::string kOccupationStaff = "Nhân viên kế toán, văn thư, thư viện, thiết bị, y tế";
const std::string kService = "Nhân viên bảo vệ, phục vụ, nấu ăn";
const std::string kContract = "Người làm hợp đồng lao động";

}

TEST_CASE_METHOD(Occupations, "the post as printed says what an employee does")
{
    const Date on(2024, 5, 25);
    CHECK(names(on, Position::Teacher, "Giáo viên chủ nhiệm lớp 2C") == Names{kTeachers});
    CHECK(names(on, Position::Principal, "Hiệu trưởng") == Names{kTeachers});
    for (const char* title : {"Nhân viên Kế toán", "Nhân viên Y tế", "Nhân viên Thư viện", "Văn thư", "Nhân viên thiết bị"})
        CHECK(names(on, Position::Employee, title) == Names{kOccupationStaff});
    for (const char* title : {"Nhân viên Bảo vệ", "Phục vụ", "Cấp dưỡng"})
        CHECK(names(on, Position::Employee, title) == Names{kService});
    CHECK(names(on, Position::Employee, "").empty());
}

TEST_CASE_METHOD(Occupations, "a labour contract is told beside the post, from the day on which a text in hand speaks of it")
{
    CHECK(names(Date(2020, 9, 30), Position::Teacher, "Giáo viên", Contract::Labour) == Names{kTeachers});
    CHECK(names(Date(2020, 10, 1), Position::Teacher, "Giáo viên", Contract::Labour) == Names{kTeachers, kContract});
    CHECK(names(Date(2024, 1, 1), Position::Employee, "Bảo vệ", Contract::Labour) == Names{kService, kContract});
    CHECK(names(Date(2024, 1, 1), Position::Employee, "Bảo vệ", std::nullopt) == Names{kService});
}

TEST_CASE_METHOD(Occupations, "what an unread text would say is told as uncertain")
{
    const auto certain = [&](Date on) { return occupationsOf(file(), on, Position::Employee, "Bảo vệ", Contract::Permanent).front().certain; };
    CHECK(certain(Date(2023, 2, 21)));
    CHECK_FALSE(certain(Date(2023, 2, 22)));
    const auto now = occupationsOf(file(), Date(2026, 7, 1), Position::Employee, "Bảo vệ", Contract::Permanent).front();
    CHECK(now.what.find("233/2026") != std::string::npos);
    CHECK(occupationsOf(file(), Date(2026, 6, 30), Position::Employee, "Bảo vệ", Contract::Permanent).front().what.find("233/2026") == std::string::npos);
}
