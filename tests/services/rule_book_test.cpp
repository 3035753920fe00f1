// SPDX-License-Identifier: GPL-3.0-or-later
// The rules to be read: every honour on every kind of day, two days side by side, words looked for, and what the school set.
#include "services/sample_school.h"

#include "base/vietnamese.h"
#include "rules/overview.h"
#include "services/law/regulation_service.h"
#include "services/law/rule_book.h"
#include "services/review/nomination_service.h"
#include "text/messages.h"

#include <algorithm>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

const std::string kFighterInBook = "chien-si-thi-dua-co-so";
const Date kOld(2022, 5, 20);
const Date kNew(2024, 5, 20);
/// One day of each rule set, and the first and last day at each change.
const std::vector<Date> kDays = {{2017, 10, 1}, {2018, 12, 31}, {2020, 8, 20}, {2022, 5, 20}, {2023, 12, 31}, {2024, 1, 1},
                                 {2024, 5, 20}, {2025, 6, 30}, {2025, 7, 1}, {2026, 4, 2}, {2026, 10, 1}, {2027, 5, 20}};

const RuleBookLine& line(const RuleBook& book, const std::string& entry, const std::string& id)
{
    const auto* found = book.entry(entry);
    REQUIRE(found != nullptr);
    for (const auto& one : found->lines)
        if (one.id == id)
            return one;
    FAIL("no line " << id << " of " << entry);
    return found->lines.front();
}

const RuleBookPair& pair(const RuleBookView& view, const std::string& id)
{
    for (const auto& one : view.lines)
        if (one.id == id)
            return one;
    FAIL("no line " << id);
    return view.lines.front();
}

bool holds(const RuleBookCell& cell, const std::string& words)
{
    return std::ranges::any_of(cell.parts, [&](const auto& part) { return part.text.find(words) != std::string::npos; });
}

}

TEST_CASE("Every honour of every day can be read, and no line lacks words, article or a name of its own")
{
    SampleSchool school(kOld);
    RuleBookService service(school.file());
    for (const auto& day : kDays) {
        INFO(day.iso());
        const auto book = service.book(day);
        REQUIRE(book);
        CHECK_FALSE(book->head.title.empty());
        CHECK_FALSE(book->head.laws.empty());
        std::set<std::string> read;
        for (const auto& group : book->groups)
            for (const auto& entry : group.entries) {
                INFO(entry.id);
                read.insert(entry.id);
                CHECK_FALSE(entry.lines.empty());
                std::set<std::string> ids;
                for (const auto& one : entry.lines) {
                    INFO(one.id);
                    CHECK(ids.insert(one.id).second);
                    CHECK_FALSE(one.caption.empty());
                    CHECK(one.caption.find("rulebook.") == std::string::npos);
                    REQUIRE_FALSE(one.cell.parts.empty());
                    for (const auto& part : one.cell.parts) {
                        CHECK_FALSE(part.text.empty());
                        CHECK(isNfc(part.text));
                        CHECK(part.text.find("rulebook.") == std::string::npos);
                        CHECK(part.citation.empty() == !entry.ofDay); // what changed in the program's own rules rests on no article, and shows none
                    }
                    for (const auto& layer : one.cell.layers)
                        CHECK(layer.who.find("rulebook.") == std::string::npos);
                }
            }
        for (const auto& honour : rules::honoursOn(school.file().rules(), day))
            CHECK(read.contains(honour.code));
    }
}

TEST_CASE("How sure a line is, is told by what is doubted: no text in hand is called unread beside that")
{
    SampleSchool school(kOld);
    RuleBookService service(school.file());
    int doubted = 0;
    for (const auto& day : kDays) {
        const auto book = service.book(day).value();
        for (const auto& group : book.groups)
            for (const auto& entry : group.entries)
                for (const auto& one : entry.lines) {
                    if (one.cell.certain)
                        continue;
                    INFO(day.iso() << " " << entry.id << " " << one.id << ": " << one.cell.reading.front());
                    const auto says = [&one](const char* start) {
                        return std::ranges::count_if(one.cell.reading, [start](const auto& words) { return words.starts_with(start); });
                    };
                    const auto unchecked = says("Lấy từ bản sao, văn bản hướng dẫn");
                    const auto own = static_cast<long>(one.cell.reading.size()) - unchecked - says("Chưa có nguyên văn") - says("Chưa có văn bản") - says("Vì vậy");
                    doubted += own > 0 ? 1 : 0;
                    CHECK((own == 0 || unchecked == 0));
                }
    }
    CHECK(doubted > 0);
}

TEST_CASE("A day before the first rules is refused with the day from which there are rules")
{
    SampleSchool school(kOld);
    const auto book = RuleBookService(school.file()).book(Date(2017, 9, 30));
    REQUIRE_FALSE(book);
    CHECK(text::sentence(book.error()).find("01/10/2017") != std::string::npos);
}

TEST_CASE("The law of 2022 and of 2024 side by side: what stands, what changed, what is not in hand")
{
    SampleSchool school(kOld);
    RuleBookService service(school.file());
    const auto before = service.book(kOld).value();
    const auto after = service.book(kNew).value();
    CHECK(before.head.ruleSet == "vn-2017-10");
    CHECK(after.head.ruleSet == "vn-2024-01");
    const auto view = viewOf(before, &after, kFighterInBook);
    CHECK(view.name == "Chiến sĩ thi đua cơ sở");

    const auto& vote = pair(view, "vote");
    CHECK(vote.change == RuleChange::Changed);
    CHECK(holds(vote.first, "70 %"));
    CHECK(holds(*vote.second, "80 %"));
    // Only the words that differ stand out.
    const auto& part = vote.second->parts.front();
    REQUIRE_FALSE(part.strong.empty());
    bool share = false;
    for (const auto& [from, to] : part.strong)
        share = share || part.text.substr(from, to - from).find("80") != std::string::npos;
    CHECK(share);
    CHECK(part.strong.front().second - part.strong.front().first < part.text.size());

    const auto& bonus = pair(view, "bonus:individual");
    CHECK(holds(bonus.first, "1,0 × 1.490.000 đ = 1.490.000 đ"));
    CHECK(holds(*bonus.second, "1.800.000 đ"));
    CHECK(bonus.change == RuleChange::Changed);

    CHECK(view.changed + view.same + view.unchecked == static_cast<int>(view.lines.size()));
    CHECK(view.changed > 0);
    CHECK(countsOf(view).find("điều đã đổi") != std::string::npos);
}

TEST_CASE("A day compared with itself has changed nothing")
{
    SampleSchool school(kOld);
    for (const auto& day : kDays) {
        const auto book = RuleBookService(school.file()).book(day).value();
        REQUIRE(book.groups.size() > 3);
        for (const auto& group : book.groups)
            for (const auto& entry : group.entries) {
                INFO(day.iso() << " " << entry.id);
                const auto view = viewOf(book, &book, entry.id);
                CHECK(view.changed == 0);
                CHECK(view.lines.size() >= entry.lines.size());
                CHECK(view.same + view.unchecked == static_cast<int>(view.lines.size()));
            }
    }
}

TEST_CASE("Comparing in the other direction turns what is new into what is dropped")
{
    SampleSchool school(kOld);
    RuleBookService service(school.file());
    const auto before = service.book(kOld).value();
    const auto after = service.book(kNew).value();
    const auto count = [](const RuleBookView& view, RuleChange change) {
        return std::ranges::count_if(view.lines, [change](const auto& one) { return one.change == change; });
    };
    std::ptrdiff_t added = 0, changed = 0;
    for (const auto& group : before.groups)
        for (const auto& entry : group.entries) {
            INFO(entry.id);
            const auto forward = viewOf(before, &after, entry.id);
            const auto back = viewOf(after, &before, entry.id);
            CHECK(forward.lines.size() == back.lines.size());
            CHECK(count(forward, RuleChange::Added) == count(back, RuleChange::Dropped));
            CHECK(count(forward, RuleChange::Changed) == count(back, RuleChange::Changed));
            CHECK(count(forward, RuleChange::Unchecked) == count(back, RuleChange::Unchecked));
            added += count(forward, RuleChange::Added);
            changed += count(forward, RuleChange::Changed);
        }
    CHECK(added > 0);
    CHECK(changed > 0);
}

TEST_CASE("An honour that one of the two days does not confer is said not to be conferred, not to be unchanged")
{
    SampleSchool school(kOld);
    RuleBookService service(school.file());
    const auto before = service.book(Date(2025, 6, 30)).value();
    const auto after = service.book(Date(2025, 7, 1)).value();
    REQUIRE(before.entry("giay-khen-huyen") != nullptr);
    REQUIRE(after.entry("giay-khen-huyen") == nullptr);
    const auto view = viewOf(before, &after, "giay-khen-huyen");
    REQUIRE_FALSE(view.lines.empty());
    for (const auto& one : view.lines) {
        INFO(one.id);
        CHECK(one.second->absent);
        CHECK(one.change == RuleChange::Dropped);
    }
}

TEST_CASE("Words are found without marks, in clauses and in articles, and all of them must be there")
{
    SampleSchool school(kOld);
    const auto book = RuleBookService(school.file()).book(kOld).value();
    const auto find = [&](const std::string& words) {
        std::set<std::string> found;
        for (const auto& hit : searchRules(book, words))
            found.insert(hit.entry);
        return found;
    };
    CHECK(find("chien si thi dua co so").contains(kFighterInBook));
    CHECK(find("SÁNG KIẾN").contains(kFighterInBook));
    CHECK(find("khoan 3 dieu 9").contains(kFighterInBook));
    CHECK_FALSE(find("khoan 3 dieu 9").contains("thu-khen"));
    CHECK(find("lương cơ sở").contains("theme:salary"));
    CHECK(find("không có chữ này trong luật").empty());
    for (const auto& hit : searchRules(book, "bỏ phiếu kín từ 70"))
        for (const auto& id : hit.lines)
            CHECK_FALSE(id.empty());
}

TEST_CASE("What the school sets stands beside the law's own value, with the layer's name and article")
{
    SampleSchool school(Date(2023, 5, 25));
    RegulationService regulations(school.file());
    domain::Regulation entry;
    entry.target = "quota_co_so";
    entry.value = "\"10/100\"";
    entry.from = Date(2022, 9, 1);
    entry.cite = "Điều 5 Quy chế thi đua, khen thưởng";
    entry.reason = "Hội nghị viên chức thống nhất";
    RuleBookService service(school.file());
    const auto quota = [&] { return line(service.book(Date(2023, 5, 25)).value(), kFighterInBook, "quota:of-lao-dong-tien-tien"); };
    CHECK(quota().cell.layers.size() == 1);
    REQUIRE(regulations.add(entry));
    const auto layers = quota().cell.layers;
    REQUIRE(layers.size() == 2);
    CHECK(layers[0].value == "15 %");
    CHECK(layers[1].who == "Quy chế của trường");
    CHECK(layers[1].value == "10 %");
    CHECK(layers[1].citation == entry.cite);
    // The day before it takes effect the law's value stands alone.
    CHECK(line(service.book(Date(2022, 8, 31)).value(), kFighterInBook, "quota:of-lao-dong-tien-tien").cell.layers.size() == 1);
    REQUIRE(school.file().undo());
    CHECK(quota().cell.layers.size() == 1);
}

TEST_CASE("The provisional rule set is marked until the school has confirmed its text")
{
    SampleSchool school(Date(2026, 10, 5));
    RuleBookService service(school.file());
    CHECK(service.head(Date(2026, 9, 30))->confirmed);
    REQUIRE_FALSE(service.head(Date(2026, 10, 1))->confirmed);
    domain::Regulation entry;
    entry.kind = domain::RegulationKind::Confirmation;
    entry.target = "vn-2026-10";
    entry.value = "null";
    entry.from = Date(2026, 10, 5);
    entry.cite = "Luật 06/2026/QH16";
    entry.reason = "Đã đọc toàn văn";
    REQUIRE(RegulationService(school.file()).add(entry));
    CHECK(service.head(Date(2026, 10, 1))->confirmed);
}

TEST_CASE("Uses count the nominations of the year by honour and condition, without withdrawn ones")
{
    SampleSchool school(Date(2023, 5, 25));
    const auto year = school.year(2022);
    REQUIRE(NominationService(school.file()).nominate(year, Date(2023, 5, 25)));
    RuleBookService service(school.file());
    const auto before = service.uses(year).value();
    const auto board = NominationService(school.file()).board(year).value();
    const auto fighters = std::ranges::count_if(board.rows, [](const auto& row) { return row.nomination.honour == kFighterInBook; });
    REQUIRE(fighters > 0);
    CHECK(before.at(kFighterInBook).nominations == fighters);
    CHECK(before.at(kFighterInBook).findings.at("initiative").all == fighters);
    const auto one = std::ranges::find_if(board.rows, [](const auto& row) { return row.nomination.honour == kFighterInBook; });
    REQUIRE(NominationService(school.file()).withdraw(one->id, "Chuyển trường"));
    const auto after = service.uses(year).value();
    CHECK((after.contains(kFighterInBook) ? after.at(kFighterInBook).nominations : 0) == fighters - 1);
}
