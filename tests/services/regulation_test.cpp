// SPDX-License-Identifier: GPL-3.0-or-later
// The layers below the law: what may be set, what is refused, whose verdict follows, and that old verdicts stay explained.
#include "services/sample_school.h"

#include "rules/catalogue.h"
#include "rules/pack_file.h"
#include "rules/vote.h"
#include "services/core/internal.h"
#include "services/follow/year_record_service.h"
#include "services/law/effective_rules.h"
#include "services/law/regulation_service.h"
#include "services/law/rule_pack_service.h"
#include "services/law/verdict_text.h"
#include "services/law/verdicts.h"
#include "services/people/people_service.h"
#include "services/review/nomination_service.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using domain::Regulation;
using domain::RegulationKind;
using domain::RegulationLayer;

namespace {

const std::string kName = "Bùi Quang Huy";

/// 2022–2023 with one teacher who is eligible for Lao động tiên tiến but for what a regulation may add.
class Regulated : public SampleSchool {
public:
    Regulated() : SampleSchool(Date(2023, 5, 25))
    {
        REQUIRE(NominationService(file()).nominate(year(2022), clock().today()));
        REQUIRE(YearRecordService(file()).recordCells(year(2022), {{person(kName), YearColumn::Evaluation, "tốt"},
                                                                   {person(kName), YearColumn::Discipline, "không"},
                                                                   {person(kName), YearColumn::Investigation, "không"},
                                                                   {person(kName), YearColumn::AbsenceDays, "15 ốm"}}));
    }

    RegulationService service{file()};
    RulePackService packs{file()};

    Stored<domain::Nomination> nomination(const std::string& honour = "lao-dong-tien-tien")
    {
        for (const auto& row : storage::repo::nominations(file().data().reader(), year(2022)))
            if (row.data.name == kName && row.data.honour == honour)
                return row;
        throw std::runtime_error("no such nomination");
    }

    rules::VerdictKind verdict()
    {
        const auto kind = rules::verdictFromJson(nlohmann::json::parse(kept().verdict)).value().verdict;
        CHECK(keptVerdictKind(nomination().data) == kind);
        return kind;
    }

    storage::repo::KeptJudgement kept() { return judgementOf(file().data().reader(), nomination().data).value(); }

    static Regulation value(std::string target, std::string json, Date from = Date(2022, 9, 1))
    {
        Regulation entry;
        entry.target = std::move(target);
        entry.value = std::move(json);
        entry.from = from;
        entry.cite = "Điều 5 Quy chế thi đua, khen thưởng";
        entry.reason = "Hội nghị viên chức thống nhất";
        return entry;
    }

    static Regulation absenceCondition(int days)
    {
        auto entry = value("absence_days", nlohmann::json{{"days", days}, {"reasons", {"sick", "unpaid"}}, {"honours", {"lao-dong-tien-tien"}}}.dump());
        entry.kind = RegulationKind::Condition;
        entry.to = Date(2023, 12, 31);
        return entry;
    }
};

bool names(const std::vector<FieldIssue>& issues, const std::string& field, const std::string& key)
{
    return std::ranges::any_of(issues, [&](const auto& issue) { return issue.field == field && issue.key == key; });
}

}

TEST_CASE_METHOD(Regulated, "the form offers what the law leaves open or lets be tightened, with what is in force and by which article")
{
    const auto all = service.settable(Date(2023, 5, 25)).value();
    const auto find = [&](const std::string& target) { return *std::ranges::find(all, target, &Settable::target); };
    CHECK(std::ranges::find(all, "min_training_result", &Settable::target) == all.end());
    const auto quota = find("quota_co_so");
    CHECK(quota.unit == Settable::Unit::Share);
    CHECK(quota.tightenOnly);
    CHECK_FALSE(quota.upwards);
    CHECK(quota.inForceWords == "15 % (khoản 3 Điều 9 NĐ 91/2017)");
    CHECK(quota.citation.full.find("Nghị định 91/2017") != std::string::npos);
    CHECK(quota.honours == std::vector<std::string>{"chien-si-thi-dua-co-so"});
    const auto absence = find("absence_limit_days");
    CHECK(absence.inForce == "null");
    CHECK(absence.inForceWords.starts_with("trung ương không đặt"));
    const auto rounding = find("quota_rounding");
    CHECK(rounding.unit == Settable::Unit::Code);
    CHECK(rounding.codes.size() == 3);
    const auto condition = find("absence_days");
    CHECK(condition.kind == RegulationKind::Condition);
    CHECK(condition.honours == std::vector<std::string>{"lao-dong-tien-tien"});
    REQUIRE(condition.figures.size() == 2);
    CHECK(condition.figures[1].unit == Settable::Unit::Codes);
    CHECK(condition.figures[1].codes.size() == 6);
}

TEST_CASE_METHOD(Regulated, "days of absence without a reason neither meet nor fail a condition that asks for the reason")
{
    REQUIRE(service.add(absenceCondition(10)));
    CHECK(verdict() == rules::VerdictKind::Ineligible);
    const auto write = [this](const std::string& days) {
        REQUIRE(YearRecordService(file()).recordCells(year(2022), {{person(kName), YearColumn::AbsenceDays, days}}));
        return verdict();
    };
    CHECK(write("14") == rules::VerdictKind::Undetermined);
    CHECK(write("9") == rules::VerdictKind::Eligible); // under the limit whatever the reason
    CHECK(write("14 thai sản") == rules::VerdictKind::Eligible);
    CHECK(write("15 ốm") == rules::VerdictKind::Ineligible);
}

TEST_CASE_METHOD(Regulated, "a regulation changes the verdicts it bears on, in one operation that is undone whole")
{
    CHECK(verdict() == rules::VerdictKind::Eligible);
    const auto before = dump();
    const auto hash = file().rules().hash();
    const auto changes = service.preview(absenceCondition(10), std::nullopt).value();
    CHECK(dump() == before);
    const auto change = std::ranges::find(changes, nomination().id, &VerdictChange::nomination);
    REQUIRE(change != changes.end());
    CHECK(change->before == rules::VerdictKind::Eligible);
    CHECK(change->after == rules::VerdictKind::Ineligible);
    REQUIRE(change->why.size() == 1);
    CHECK_FALSE(change->why.front().before);
    CHECK(change->why.front().after == rules::Outcome::Fail);
    CHECK(change->why.front().citation.full.find("Quy chế") != std::string::npos);

    const auto added = service.add(absenceCondition(10));
    REQUIRE(added);
    CHECK(added->changes.touches(domain::EntityKind::Nomination));
    CHECK(verdict() == rules::VerdictKind::Ineligible);
    CHECK(kept().packHash == file().rules().hash());
    CHECK(file().rules().hash() != hash);
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(file().rules().hash() == hash);
    REQUIRE(file().redo());
    CHECK(dump() == after);
    CHECK(file().rules().hash() == kept().packHash);
    CHECK(file().check().value().empty());
}

TEST_CASE_METHOD(Regulated, "an entry is edited, ended by its last day and removed; each is undone and redone")
{
    const auto id = service.add(absenceCondition(20)).value().value;
    CHECK(verdict() == rules::VerdictKind::Eligible);
    const auto run = [&](auto operation, rules::VerdictKind then) {
        const auto before = dump();
        const auto done = operation();
        if (!done)
            FAIL(done.error().key);
        CHECK(verdict() == then);
        const auto after = dump();
        REQUIRE(file().undo());
        CHECK(dump() == before);
        REQUIRE(file().redo());
        CHECK(dump() == after);
    };
    run([&] { return service.edit(id, 1, absenceCondition(12)); }, rules::VerdictKind::Ineligible);
    auto ended = absenceCondition(12);
    ended.to = Date(2023, 5, 24);
    const auto rows = service.list().value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().inForceToday);
    CHECK(rows.front().valueWords.find("12 ngày") != std::string::npos);
    CHECK(rows.front().valueWords.find("Lao động tiên tiến") != std::string::npos);
    CHECK(service.edit(id, 1, ended).error().code == ErrorCode::StaleRow);
    run([&] { return service.edit(id, rows.front().version, ended); }, rules::VerdictKind::Eligible);
    CHECK_FALSE(service.list().value().front().inForceToday);
    run([&] { return service.remove(id); }, rules::VerdictKind::Eligible);
    CHECK(service.list().value().empty());
}

TEST_CASE_METHOD(Regulated, "what the law fixes or lets only be tightened is refused with the article")
{
    const auto fixed = service.add(value("min_training_result", "\"good\""));
    REQUIRE_FALSE(fixed);
    CHECK(fixed.error().code == ErrorCode::Validation);
    CHECK(fixed.error().key == "rules.layer-fixed");
    CHECK(fixed.error().args.at(1).find("Điều 10") != std::string::npos);
    const auto loose = service.add(value("quota_co_so", "\"20/100\""));
    REQUIRE_FALSE(loose);
    CHECK(loose.error().key == "rules.layer-loosens");
    CHECK(loose.error().args.at(1) == "20 %");
    CHECK(loose.error().args.at(2) == "15 %");
    CHECK(loose.error().args.at(3).find("Nghị định 91/2017") != std::string::npos);
    auto closed = absenceCondition(10);
    closed.value = nlohmann::json{{"days", 10}, {"reasons", {"sick"}}, {"honours", {"chien-si-thi-dua-co-so"}}}.dump();
    CHECK(service.add(closed).error().key == "rules.layer-condition-closed");
    CHECK(service.list().value().empty());
}

TEST_CASE_METHOD(Regulated, "an entry needs its source, its reason, a value of its kind, days in order and no double")
{
    auto entry = value("quota_co_so", "\"12/100\"");
    entry.cite.clear();
    entry.reason = "  ";
    auto issues = service.validate(entry, std::nullopt).value();
    CHECK(names(issues, "cite", "regulation.cite-missing"));
    CHECK(names(issues, "reason", "regulation.reason-missing"));
    entry = value("quota_co_so", "\"12/100\"");
    entry.to = Date(2022, 8, 1);
    CHECK(names(service.validate(entry, std::nullopt).value(), "to", "regulation.ends-before-start"));
    CHECK(names(service.validate(value("quota_co_so", "12"), std::nullopt).value(), "value", "regulation.bad-value"));
    CHECK(names(service.validate(value("quota_co_so", ""), std::nullopt).value(), "value", "regulation.value-missing"));
    CHECK(names(service.validate(value("no_such", "1"), std::nullopt).value(), "value", "regulation.target-unknown"));
    CHECK(names(service.validate(value("quota_co_so", "\"12/100\"", Date(2017, 9, 30)), std::nullopt).value(), "from", "regulation.before-first-rules"));
    const auto id = service.add(value("quota_co_so", "\"12/100\"")).value().value;
    CHECK(names(service.validate(value("quota_co_so", "\"10/100\"", Date(2023, 9, 1)), std::nullopt).value(), "from", "regulation.overlap"));
    CHECK(service.validate(value("quota_co_so", "\"10/100\"", Date(2023, 9, 1)), id).value().empty());
    auto province = value("quota_co_so", "\"11/100\"");
    province.layer = RegulationLayer::Province;
    CHECK(names(service.validate(province, std::nullopt).value(), "value", "regulation.breaks-other"));
}

TEST_CASE_METHOD(Regulated, "quotas follow the school's value on its days")
{
    const auto quotaBasis = [&] {
        const auto board = NominationService(file()).board(year(2022)).value();
        for (const auto& line : board.quotas)
            if (line.id == "of-lao-dong-tien-tien")
                return line.basis + "; " + line.citation;
        return std::string();
    };
    CHECK(quotaBasis().starts_with("15 %"));
    REQUIRE(service.add(value("quota_co_so", "\"12/100\"")));
    CHECK(quotaBasis().starts_with("12 %"));
    CHECK(quotaBasis().ends_with("Điều 5 Quy chế thi đua, khen thưởng"));
}

TEST_CASE_METHOD(Regulated, "where the law sets no threshold the council votes by the school's, from its first day")
{
    const std::string honour = "giay-khen-hieu-truong";
    CHECK(rules::voteRuleOn(file().rules(), honour, Date(2023, 5, 25)).threshold.strict);
    REQUIRE(service.add(value("school_vote_share", "\"2/3\"")));
    const auto rule = rules::voteRuleOn(file().rules(), honour, Date(2023, 5, 25));
    CHECK_FALSE(rule.threshold.strict);
    CHECK(rules::votesNeeded(rule.threshold, 9) == 6);
    CHECK(rule.citation.brief == "Điều 5 Quy chế thi đua, khen thưởng");
    CHECK(rules::voteRuleOn(file().rules(), honour, Date(2022, 8, 31)).threshold.strict);
}

TEST_CASE_METHOD(Regulated, "an entry that the rules no longer take is left out, shown and reported, and the file still opens")
{
    const auto hash = file().rules().hash();
    REQUIRE(writeTo<Done>(file(), domain::Op::AddRegulation, [&](storage::Tx& tx) -> Result<Done> {
        tx.insert(value("a_value_of_another_time", "3"));
        tx.insert(value("quota_co_so", "\"12/100\""));
        return Done{};
    }));
    CHECK(file().rules().hash() != hash);
    const auto rows = service.list().value();
    REQUIRE(rows.size() == 2);
    CHECK_FALSE(rows[0].problem.empty());
    CHECK_FALSE(rows[0].inForceToday);
    CHECK(rows[1].problem.empty());
    const auto problems = file().check().value();
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().find("không được áp dụng") != std::string::npos);
}

TEST_CASE_METHOD(Regulated, "a kept verdict is found again from its facts and its rules, whatever has changed since")
{
    const auto old = service.add(absenceCondition(10)).value().value;
    const auto before = kept();
    CHECK(verdict() == rules::VerdictKind::Ineligible);
    // Decided: pinned.
    REQUIRE(writeTo<Done>(file(), domain::Op::OverrideVerdict, [&](storage::Tx& tx) -> Result<Done> {
        auto row = nomination();
        row.data.state = domain::NominationState::NotPassed;
        tx.update(row.id, row.data);
        return Done{};
    }));
    REQUIRE(service.edit(old, 1, absenceCondition(30)));
    REQUIRE(service.add(value("min_months_recruited", "12")));
    REQUIRE(YearRecordService(file()).recordCells(year(2022), {{person(kName), YearColumn::Evaluation, "xuất sắc"}}));
    const auto now = nomination().data;
    CHECK(kept() == before);
    const auto again = keptVerdictAgain(file().data().reader(), now);
    if (!again)
        FAIL(again.error().key << " " << (again.error().args.empty() ? "" : again.error().args.front()));
    CHECK(rules::toJson(*again).dump() == before.verdict);
    const auto catalogue = catalogueOfPack(file().data().reader(), before.packHash);
    REQUIRE(catalogue);
    CHECK(catalogue->hash() == before.packHash);
}

TEST_CASE_METHOD(Regulated, "verdicts follow the staff record too")
{
    PeopleService people(file());
    const auto staff = people.staff(year(2022)).value();
    const auto row = *std::ranges::find(staff, kName, [](const auto& r) { return r.person.fullName; });
    StaffDraft draft{row.person, row.position, row.title, row.team};
    draft.person.employedFrom = PartialDate{2023, Date(2023, 2, 1)};
    REQUIRE(people.editStaff(year(2022), row.id, draft, row.version));
    CHECK(verdict() == rules::VerdictKind::Ineligible);
    REQUIRE(file().undo());
    CHECK(verdict() == rules::VerdictKind::Eligible);
}

namespace {

/// The exported rules with the least grade of Lao động tiên tiến raised, as another office might send them.
std::filesystem::path sentPack(Regulated& school)
{
    const auto path = school.scratch() / "goi.json";
    REQUIRE(school.packs.exportPack(path, "Bộ quy định 2023", "Phòng GD&ĐT", "Cập nhật chung"));
    auto file = rules::readPackFile(bytesOf(path)).value();
    for (auto& param : file.rules["params"])
        if (param["id"] == "min_grade_staff")
            for (auto& value : param["values"])
                value["value"] = "excellent";
    std::ofstream(path, std::ios::binary) << rules::writePackFile(file);
    return path;
}

}

TEST_CASE_METHOD(Regulated, "a pack in a file says what it changes and whose verdict, is taken, undone, redone and dropped")
{
    CHECK(packs.packInUse().value().hash == file().rules().hash());
    CHECK_FALSE(packs.packInUse().value().usedFrom);
    const auto before = dump();
    const auto hash = file().rules().hash();
    const auto offer = packs.readPack(sentPack(*this)).value();
    CHECK(dump() == before);
    CHECK(offer.pack.author == "Phòng GD&ĐT");
    REQUIRE_FALSE(offer.changed.empty());
    CHECK(offer.changed.front().find("hoàn thành xuất sắc nhiệm vụ, trước là hoàn thành tốt nhiệm vụ") != std::string::npos);
    CHECK(std::ranges::any_of(offer.verdicts, [&](const auto& change) { return change.nomination == nomination().id; }));

    const auto taken = packs.takePack(offer);
    if (!taken)
        FAIL(taken.error().key);
    CHECK(verdict() == rules::VerdictKind::Ineligible);
    CHECK(packs.packInUse().value().title == "Bộ quy định 2023");
    CHECK(packs.packInUse().value().usedFrom == clock().today());
    CHECK(packs.takePack(offer).error().key == "pack.in-use-already");
    const auto after = dump();
    REQUIRE(file().undo());
    CHECK(dump() == before);
    CHECK(file().rules().hash() == hash);
    REQUIRE(file().redo());
    CHECK(dump() == after);
    CHECK(keptVerdictAgain(file().data().reader(), nomination().data).value().verdict == rules::VerdictKind::Ineligible);

    CHECK(packs.dropPack(" ").error().key == "regulation.reason-missing");
    REQUIRE(packs.dropPack("Gói chưa đúng"));
    CHECK(verdict() == rules::VerdictKind::Eligible);
    CHECK(file().rules().hash() == hash);
    const auto dropped = dump();
    REQUIRE(file().undo());
    CHECK(dump() == after);
    REQUIRE(file().redo());
    CHECK(dump() == dropped);
    CHECK(packs.dropPack("nữa").error().key == "pack.own-already");
    CHECK(file().check().value().empty());
}

TEST_CASE_METHOD(Regulated, "the school's regulation lies on the pack in use, and the pack stays with the file when it is opened again")
{
    REQUIRE(packs.takePack(packs.readPack(sentPack(*this)).value()));
    REQUIRE(service.add(absenceCondition(10)));
    const auto hash = file().rules().hash();
    std::filesystem::copy_file(file().path(), scratch() / "b.thidua");
    const auto copy = SchoolFile::open(scratch() / "b.thidua", SchoolFile::Mode::ReadOnly, clock(), {"Lan"}).value();
    CHECK(copy->rules().hash() == hash);
    CHECK(RegulationService(*copy).list().value().size() == 1);
    CHECK(RegulationService(*copy).add(absenceCondition(5)).error().code == ErrorCode::ReadOnly);
}

TEST_CASE_METHOD(Regulated, "a file that is no pack, or not as it was sent, is refused and nothing changes")
{
    const auto before = dump();
    const auto path = scratch() / "goi.json";
    CHECK(packs.readPack(path).error().key == "file.not-found");
    std::ofstream(path) << "Họ và tên;Chức vụ";
    CHECK_FALSE(packs.readPack(path));
    const auto sent = sentPack(*this);
    auto bytes = bytesOf(sent);
    bytes.replace(bytes.find("\"excellent\""), 11, "\"completed\"");
    std::ofstream(sent, std::ios::binary) << bytes;
    CHECK(packs.readPack(sent).error().key == "pack.changed");
    CHECK_FALSE(packs.takePack({{}, bytes, {}, {}}));
    CHECK(packs.exportPack(path, "", "Trường", "").error().issues.size() == 2);
    CHECK(dump() == before);
}

TEST_CASE_METHOD(Regulated, "a provisional rule set is undetermined until the school confirms that it has read the text")
{
    Regulation entry;
    entry.kind = RegulationKind::Confirmation;
    entry.target = "vn-2026-10";
    entry.cite = "Nghị định hướng dẫn Luật 06/2026/QH16";
    entry.reason = "Đã đối chiếu bản công báo";
    CHECK(file().rules().regimeOn(Date(2026, 11, 1))->provisional);
    const auto id = service.add(entry).value().value;
    CHECK_FALSE(file().rules().regimeOn(Date(2026, 11, 1))->provisional);
    CHECK(names(service.validate(entry, std::nullopt).value(), "target", "regulation.overlap"));
    CHECK(service.list().value().front().inForceToday);
    REQUIRE(file().undo());
    CHECK(file().rules().regimeOn(Date(2026, 11, 1))->provisional);
    REQUIRE(file().redo());
    REQUIRE(service.remove(id));
    CHECK(file().rules().regimeOn(Date(2026, 11, 1))->provisional);
    entry.target = "vn-2017-10";
    CHECK(names(service.validate(entry, std::nullopt).value(), "target", "regulation.not-provisional"));
}

TEST_CASE("every kept verdict of the sample school is found again from what was kept with it")
{
    SampleSchool school(Date(2022, 9, 1));
    int checked = 0;
    for (const auto& row : storage::repo::nominations(school.file().data().reader(), school.year(2021))) {
        INFO(row.data.name << " " << row.data.honour);
        const auto again = keptVerdictAgain(school.file().data().reader(), row.data);
        REQUIRE(again);
        CHECK(rules::toJson(*again).dump() == judgementOf(school.file().data().reader(), row.data).value().verdict);
        CHECK(keptVerdictKind(row.data) == again->verdict);
        ++checked;
    }
    CHECK(checked >= 20);
}
