// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/vietnamese.h"
#include "documents/compose.h"
#include "documents/text_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::documents;

namespace {

const Table& tableIn(const Document& document, std::size_t part)
{
    for (const auto& block : document.parts.at(part).blocks)
        if (const auto* table = std::get_if<Table>(&block))
            return *table;
    throw std::runtime_error("no table in this part");
}

bool hasGap(const Document& document, const std::string& field)
{
    return std::any_of(document.gaps.begin(), document.gaps.end(), [&](const Gap& gap) { return gap.field == field && !gap.label.empty(); });
}

bool contains(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

double widthOf(const Table& table)
{
    double width = 0;
    for (const auto& column : table.columns)
        width += column.mm;
    return width;
}

std::size_t cellsAcross(const Row& row)
{
    std::size_t columns = 0;
    for (const auto& cell : row.cells)
        columns += static_cast<std::size_t>(cell.columnSpan);
    return columns;
}

}

TEST_CASE("complete views leave no gaps and no marker", "[documents]")
{
    for (const auto& [name, document] : samples::all()) {
        INFO(name);
        CHECK(document.gaps.empty());
        const auto text = writeText(document);
        CHECK_FALSE(contains(text, "[…]"));
        CHECK(isNfc(text));
        CHECK_FALSE(document.title.empty());
        CHECK(document.author == "Trường Tiểu học Măng Đen");
    }
}

TEST_CASE("tables fill the text width and every row covers all columns", "[documents]")
{
    for (const auto& [name, document] : samples::all())
        for (const auto& part : document.parts)
            for (const auto& block : part.blocks)
                if (const auto* table = std::get_if<Table>(&block)) {
                    INFO(name);
                    CHECK(std::abs(widthOf(*table) - part.page.textWidth()) < 0.01);
                    for (const auto& row : table->rows)
                        CHECK(cellsAcross(row) == table->columns.size());
                }
}

TEST_CASE("empty views print markers and name what is missing", "[documents]")
{
    const auto plain = plan({});
    CHECK(hasGap(plain, "issuer.superior"));
    CHECK(hasGap(plain, "number.symbol"));
    CHECK(hasGap(plain, "subject"));
    CHECK(hasGap(plain, "signer.name"));
    // Nobody is named, and that is told; but where the paper is kept is always known.
    CHECK(hasGap(plain, "recipients"));
    CHECK(contains(writeText(plain), "- Lưu: VT."));
    CHECK(contains(writeText(plain), "[…]"));
    const auto decided = decision({});
    CHECK(hasGap(decided, "authority"));
    CHECK(hasGap(decided, "articles"));
    const auto held = minutes({});
    for (const char* field : {"opened", "closed", "venue", "presentMembers", "chair", "secretary", "conclusions", "secretarySigner.name"})
        CHECK(hasGap(held, field));
    auto council = samples::councilDecision();
    council.council.clear();
    council.members.clear();
    CHECK(hasGap(councilDecision(council), "council"));
    CHECK(hasGap(councilDecision(council), "members"));
    auto campaign = samples::campaign();
    campaign.name.clear();
    campaign.periods.front().from.reset();
    campaign.periods.front().to.reset();
    CHECK(hasGap(campaignSheet(campaign), "name"));
    CHECK(hasGap(campaignSheet(campaign), "periods.from"));
}

TEST_CASE("a campaign names its kind once, without quotation marks inside others, and closes its items", "[documents]")
{
    auto campaign = samples::campaign();
    const auto textOf = [&](const char* name) {
        campaign.name = name;
        return writeText(campaignSheet(campaign));
    };
    CHECK(contains(textOf("Phong trào thi đua “Người tốt, việc tốt”"), "xây dựng Kế hoạch phát động phong trào thi đua “Người tốt, việc tốt” như sau:"));
    CHECK(contains(textOf("Cuộc vận động “Mỗi thầy, cô giáo là một tấm gương”"), "Phát động cuộc vận động “Mỗi thầy, cô giáo là một tấm gương”"));
    CHECK(contains(textOf("Thi đua theo chuyên đề năm 2025"), "phát động phong trào thi đua theo chuyên đề năm 2025 như sau:"));
    // A name that quotes keeps its own marks, and no other pair is put around it.
    CHECK(contains(textOf("Xây dựng đội ngũ “Tâm huyết, sáng tạo”"), "phát động phong trào thi đua xây dựng đội ngũ “Tâm huyết, sáng tạo” như sau:"));
    CHECK(contains(textOf("Hà Nội “Người tốt, việc tốt”"), "phát động phong trào thi đua Hà Nội “Người tốt, việc tốt” như sau:"));
    // A name that says its year needs none behind it.
    CHECK_FALSE(contains(textOf("Thi đua theo chuyên đề năm 2025"), "2021 - 2022"));
    const auto text = textOf("Dạy tốt - Học tốt");
    CHECK(contains(text, "Phát động phong trào thi đua “Dạy tốt - Học tốt”"));
    CHECK(text.find("năm học 2021 - 2022") == text.rfind("năm học 2021 - 2022"));
    CHECK(contains(text, "a) Dự giờ, thao giảng theo tổ;"));
    CHECK(contains(text, "b) Làm đồ dùng dạy học."));
    campaign.periods = {{{}, Date(2021, 9, 6), Date(2022, 5, 31), {}}};
    campaign.basis.clear();
    const auto plain = writeText(campaignSheet(campaign));
    CHECK(contains(plain, "Từ ngày 06 tháng 9 năm 2021 đến ngày 31 tháng 5 năm 2022."));
    CHECK_FALSE(contains(plain, "[…]"));
}

TEST_CASE("the registration list counts, groups and prints dashes for nothing", "[documents]")
{
    const auto document = registrationList(samples::registration());
    const auto& table = tableIn(document, 0);
    REQUIRE(table.rows.size() == 1 + 1 + 1 + 32 + 1);
    CHECK(table.rows.front().kind == RowKind::Group);
    CHECK(cellText(table.rows.back().cells.front().value) == "Tổng cộng: 01 tập thể; 32 người, trong đó 28 người đăng ký");
    CHECK(std::get<std::int64_t>(table.rows[3 + 31].cells[0].value) == 32);
    CHECK(cellText(table.rows[3 + 8].cells[4].value) == "–");
    CHECK(contains(writeText(document), "NGƯỜI LẬP DANH SÁCH"));

    auto personsOnly = samples::registration();
    personsOnly.collectives.clear();
    CHECK(cellText(tableIn(registrationList(personsOnly), 0).rows.front().cells.front().value) == "I. CÁ NHÂN");
}

TEST_CASE("the minutes count shares on all members", "[documents]")
{
    const auto document = minutes(samples::minutes());
    const auto& table = tableIn(document, 0);
    const auto row = std::find_if(table.rows.begin(), table.rows.end(), [](const Row& r) {
        return r.cells.size() > 1 && cellText(r.cells[1].value) == "Vũ Mạnh Cường" && cellText(r.cells[3].value) == "07";
    });
    REQUIRE(row != table.rows.end());
    CHECK(cellText(row->cells[5].value) == "63,64");
    CHECK(cellText(row->cells[6].value) == "Không đạt");
    CHECK(row->cells[6].bold);
    const auto text = writeText(document);
    CHECK(contains(text, "Thời gian bắt đầu: 14 giờ 00 phút, ngày 24 tháng 5 năm 2022."));
    CHECK(contains(text, "- Có mặt: 10/11 thành viên"));
    CHECK(contains(text, "Số: 02/BB-HĐTĐKT"));
    CHECK(contains(text, "./."));
    CHECK_FALSE(contains(text, "Măng Đen, ngày"));  // Mẫu 1.9 has no such line
    // The tellers, who did not vote, one threshold for each honour, and the council's reasons.
    CHECK(contains(text, "Ban kiểm phiếu gồm 03 thành viên: ông Ngô Văn Đạt, đại diện cấp ủy (Trưởng ban); bà Bùi Thị Thanh Nhàn"));
    CHECK(contains(text, "- Không bỏ phiếu dòng của mình: bà Lê Thị Hoài Thương."));
    CHECK(contains(text, "+ Chiến sĩ thi đua cơ sở: từ 08/11 phiếu đồng ý trở lên (70%; khoản 4 Điều 3 TT 21/2020);"));
    CHECK(contains(text, "Hội đồng xét khác kết luận về điều kiện"));
    CHECK(contains(text, "Ông Trần Đình Khôi, “Chiến sĩ thi đua cơ sở”"));
}

TEST_CASE("the count has minutes of its own, signed by the tellers", "[documents]")
{
    const auto document = countMinutes(samples::countMinutes());
    CHECK(document.gaps.empty());
    const auto text = writeText(document);
    CHECK(contains(text, "BIÊN BẢN KIỂM PHIẾU"));
    CHECK(contains(text, "- Ông Ngô Văn Đạt, đại diện cấp ủy (Trưởng ban);"));
    CHECK(contains(text, "Tổng phụ trách Đội (thành viên).\n"));
    CHECK(contains(text, "TRƯỞNG BAN"));
    CHECK(contains(text, "Hồ Sỹ Nguyên"));
    CHECK(contains(text, "- Không bỏ phiếu dòng của mình: bà Lê Thị Hoài Thương."));
    const auto& table = tableIn(document, 0);
    const auto row = std::find_if(table.rows.begin(), table.rows.end(), [](const Row& r) { return r.cells.size() > 1 && cellText(r.cells[1].value) == "Vũ Mạnh Cường"; });
    REQUIRE(row != table.rows.end());
    CHECK(cellText(row->cells[2].value) == "10"); // issued
    CHECK(cellText(row->cells[6].value) == "07"); // in favour
    CHECK(cellText(row->cells[8].value) == "63,64");
    // Five tellers sign in two rows.
    auto five = samples::countMinutes();
    five.signers.insert(five.signers.end(), {{{}, "Lê A"}, {{}, "Lê B"}});
    const auto blocks = countMinutes(five).parts.front().blocks;
    CHECK(std::ranges::count_if(blocks, [](const Block& block) { return std::holds_alternative<Signature>(block); }) == 2);
    // On a sheet of several lines the one of a member counts fewer ballots than were handed out: said below the table.
    auto own = samples::countMinutes();
    for (auto& group : own.vote.groups)
        group.sheets = "phát ra 11 phiếu, thu về 11 phiếu";
    CHECK_FALSE(contains(writeText(countMinutes(own)), "không phát cho thành viên có tên"));
    own.vote.groups.back().rows.front().issued -= 1;
    CHECK(contains(writeText(countMinutes(own)), "không phát cho thành viên có tên"));
    CHECK(hasGap(countMinutes({}), "tellers"));
    CHECK(hasGap(countMinutes({}), "signer.name"));
}

TEST_CASE("a submission numbers its appendices only when there are several", "[documents]")
{
    const auto both = submission(samples::submission());
    REQUIRE(both.parts.size() == 3);
    CHECK(std::get<AppendixHead>(both.parts[1].blocks.front()).label == "Phụ lục I");
    CHECK(std::get<AppendixHead>(both.parts[2].blocks.front()).label == "Phụ lục II");
    CHECK(std::get<AppendixHead>(both.parts[1].blocks.front()).references ==
          std::vector<std::string>{"(Kèm theo Tờ trình số 25/TTr-THMĐ ngày 30 tháng 5 năm 2022", "của Trường Tiểu học Măng Đen)"});
    auto view = samples::submission();
    view.appendices.pop_back();
    CHECK(std::get<AppendixHead>(submission(view).parts[1].blocks.front()).label == "Phụ lục");
}

TEST_CASE("decisions number articles and end in the sign of their end", "[documents]")
{
    const auto text = writeText(decision(samples::pupilDecision()));
    CHECK(contains(text, "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MĂNG ĐEN"));
    CHECK(contains(text, "Điều 3. Quyết định này có hiệu lực kể từ ngày ký."));
    CHECK(contains(text, "chịu trách nhiệm thi hành Quyết định này./."));
    CHECK(contains(text, "(Có Danh sách kèm theo)"));
    CHECK(contains(text, "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen."));

    const auto council = councilDecision(samples::councilDecision());
    CHECK(contains(writeText(council), "gồm 04 thành viên"));
    CHECK(contains(writeText(council), "Các tổ chuyên môn, Tổ Văn phòng và các ông (bà) có tên tại Điều 1 chịu trách nhiệm"));
    CHECK(tableIn(council, 1).rows.size() == 5);
    const auto initiatives = initiativeDecision(samples::initiativeDecision());
    CHECK(contains(writeText(initiatives), "Công nhận 02 sáng kiến"));
    CHECK(tableIn(initiatives, 1).rows.size() == 3);
}

TEST_CASE("a paper without number leaves room for the pen, also where others cite it", "[documents]")
{
    auto view = samples::pupilDecision();
    view.paper.number.number.clear();
    view.paper.date.reset();
    const auto document = decision(view);
    CHECK(document.gaps.empty());
    const auto& head = std::get<OfficialHead>(document.parts.front().blocks.front());
    REQUIRE(head.number->size() == 3);
    CHECK((*head.number)[1].gapMm == 12.0);
    CHECK((*head.placeDate)[1].gapMm == 8.0);
    const auto& list = std::get<AppendixHead>(document.parts[1].blocks.front());
    CHECK(contains(list.references.front(), std::string(kPenRoom) + "/QĐ-THMĐ"));
}

TEST_CASE("lists of staff put collectives first and count lines", "[documents]")
{
    const auto document = staffAwardList(samples::staffAwards());
    CHECK(document.parts.front().page.orientation == Orientation::Landscape);
    const auto& table = tableIn(document, 0);
    CHECK(cellText(table.rows.front().cells.front().value) == "I. Tập thể Lao động tiên tiến");
    CHECK(cellText(table.rows.back().cells.front().value) == "Tổng cộng: 01 lượt tập thể, 28 lượt cá nhân");
    const auto nominated = nominationList(samples::nominations());
    CHECK(cellText(tableIn(nominated, 0).rows[5].cells[5].value) ==
          "Chưa có sáng kiến được công nhận\nChưa có kết quả đánh giá, xếp loại năm học 2021 - 2022");
    CHECK(cellText(tableIn(nominated, 0).rows[1].cells[5].value) == "–");
}
