// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_papers.h"

namespace thidua::samples {
namespace {

using namespace documents;

const SchoolYear kYear(2021);
const SignerView kPrincipal{{"Hiệu trưởng"}, "Đỗ Thị Minh Hạnh"};
const std::string kUnion = "Lao động tiên tiến", kFighter = "Chiến sĩ thi đua cơ sở", kDistrict = "Giấy khen của Chủ tịch UBND huyện";

struct Member {
    const char* salutation;
    const char* name;
    const char* position;
    char grade;          // - none, l lao động tiên tiến, c chiến sĩ thi đua
    const char* reward;
};

const std::vector<Member>& staff()
{
    static const char* district = kDistrict.c_str();
    static const std::vector<Member> rows{
        {"Bà", "Đỗ Thị Minh Hạnh", "Hiệu trưởng", 'l', district},
        {"Ông", "Phạm Quốc Tuấn", "Phó Hiệu trưởng", 'c', ""},
        {"Bà", "Lê Thị Hoài Thương", "Tổ trưởng Tổ 1", 'c', "Bằng khen của Chủ tịch UBND tỉnh"},
        {"Bà", "Nguyễn Thị Kim Oanh", "Tổ phó Tổ 1", 'l', ""},
        {"Bà", "Y Thu Hà", "Giáo viên Tổ 1", 'l', ""},
        {"Bà", "Trần Thị Bích Ngọc", "Giáo viên Tổ 1", 'l', ""},
        {"Bà", "Y Lan Hương", "Giáo viên Tổ 1", 'l', ""},
        {"Bà", "Võ Thị Ánh Tuyết", "Giáo viên Tổ 1", 'l', ""},
        {"Bà", "Hoàng Thị Mai Phương", "Giáo viên Tổ 1", '-', ""},
        {"Ông", "Trần Đình Khôi", "Tổ trưởng Tổ 2 + 3", 'c', ""},
        {"Bà", "Bùi Thị Thanh Nhàn", "Tổ phó Tổ 2 + 3", 'l', ""},
        {"Bà", "Nguyễn Thị Hoa", "Giáo viên Tổ 2 + 3", 'l', ""},
        {"Bà", "Y Bích Liên", "Giáo viên Tổ 2 + 3", 'l', ""},
        {"Ông", "A Văn Thiết", "Giáo viên Tổ 2 + 3", 'l', ""},
        {"Bà", "Phan Thị Cẩm Tú", "Giáo viên Tổ 2 + 3", 'l', district},
        {"Bà", "Đinh Thị Xuân Quỳnh", "Giáo viên Tổ 2 + 3", 'l', ""},
        {"Ông", "Lưu Hoàng Giang", "Giáo viên Tổ 2 + 3", 'l', district},
        {"Bà", "Y Ngọc Trâm", "Giáo viên Tổ 2 + 3", '-', ""},
        {"Bà", "Huỳnh Thị Lệ Thu", "Tổ trưởng Tổ 4 + 5", 'c', ""},
        {"Ông", "Ngô Văn Đạt", "Tổ phó Tổ 4 + 5", 'l', ""},
        {"Bà", "Nguyễn Thị Hoa", "Giáo viên Tổ 4 + 5", 'l', ""},
        {"Ông", "A Khương", "Giáo viên Tổ 4 + 5", 'l', ""},
        {"Bà", "Cao Thị Thùy Dung", "Giáo viên Tổ 4 + 5", 'l', district},
        {"Bà", "Đặng Thị Hồng Nhung", "Giáo viên Tổ 4 + 5", 'l', district},
        {"Ông", "Vũ Mạnh Cường", "Giáo viên Tổ 4 + 5", 'c', ""},
        {"Bà", "Y Thị Sương", "Giáo viên Tổ 4 + 5", 'l', ""},
        {"Bà", "Tạ Thị Phương Uyên", "Giáo viên Tổ 4 + 5", '-', ""},
        {"Ông", "Hồ Sỹ Nguyên", "Tổng phụ trách Đội", 'l', ""},
        {"Ông", "Lý Văn Bình", "Tổ trưởng Tổ Văn phòng", 'l', ""},
        {"Bà", "Mai Thị Yến", "Nhân viên Kế toán", 'l', ""},
        {"Bà", "Trương Thị Diệu Linh", "Nhân viên Thư viện", 'l', ""},
        {"Bà", "Y Thanh Nga", "Nhân viên Y tế", '-', ""},
    };
    return rows;
}

PaperView paper(IssuerView issuer, std::string number, std::string symbol, Date date, std::vector<std::string> recipients)
{
    return {std::move(issuer), {std::move(number), std::move(symbol)}, date, kPrincipal, std::move(recipients)};
}

std::vector<PlanSection> planSections()
{
    PlanSection aims{"Mục đích, yêu cầu", {}};
    aims.headings.push_back(
        {"Mục đích",
         {"Phát huy những kết quả, thành tích đã đạt được và tinh thần đoàn kết, chủ động, sáng tạo của tập thể và mỗi cá nhân, tạo khí thế "
          "thi đua trong nhà trường, phấn đấu hoàn thành tốt nhiệm vụ được giao.",
          "Từ phong trào thi đua, phát hiện, bồi dưỡng, nhân rộng các mô hình mới có hiệu quả, các điển hình tiên tiến, gương người tốt, việc "
          "tốt; kịp thời biểu dương, khen thưởng tập thể, cá nhân hoàn thành xuất sắc nhiệm vụ."},
         {}, {}});
    aims.headings.push_back(
        {"Yêu cầu",
         {"Phong trào thi đua phải được phát động liên tục, sâu rộng, thu hút cán bộ quản lý, giáo viên, nhân viên và học sinh tham gia; tạo "
          "động lực vượt qua khó khăn, thách thức để hoàn thành toàn diện, vượt mức các chỉ tiêu, nhiệm vụ được giao.",
          "Kết hợp chặt chẽ giữa thi đua thường xuyên với thi đua theo chuyên đề, theo đợt; gắn với việc học tập và làm theo tư tưởng, đạo "
          "đức, phong cách Hồ Chí Minh."},
         {}, {}});
    PlanSection content{"Nội dung thi đua", {}};
    content.headings.push_back({"Đối tượng thi đua",
                                {"Tập thể: Trường Tiểu học Măng Đen.",
                                 "Cá nhân: Cán bộ quản lý, giáo viên, nhân viên Trường Tiểu học Măng Đen."},
                                {}, {}});
    content.headings.push_back(
        {"Nội dung thi đua",
         {"Thi đua hoàn thành nhiệm vụ năm học, Nghị quyết Hội nghị cán bộ, viên chức và người lao động; chủ động khắc phục tác động của dịch "
          "COVID-19.",
          "Thực hiện có hiệu quả Nghị quyết số 29-NQ/TW ngày 04 tháng 11 năm 2013 của Ban Chấp hành Trung ương Đảng khóa XI; đẩy mạnh thi đua "
          "“Dạy tốt - Học tốt”, ứng dụng công nghệ thông tin, đổi mới phương pháp dạy học và kiểm tra, đánh giá.",
          "Đổi mới công tác thi đua, khen thưởng theo hướng thiết thực, hiệu quả, đúng luật; phát hiện các nhân tố mới, điển hình tiên tiến để "
          "khen thưởng kịp thời."},
         {}, {}});
    TargetGroup collective{"Về tập thể",
                           {{"Danh hiệu “Tập thể Lao động tiên tiến”", "Danh hiệu", "01", {}},
                            {"Công đoàn được cấp trên tặng Giấy khen", "Giấy khen", "01", {}},
                            {"Đoàn, Đội được cấp trên tặng Giấy khen", "Giấy khen", "02", {}},
                            {"Sáng kiến được công nhận cấp huyện", "Sáng kiến", "06", {}},
                            {"Sáng kiến được công nhận cấp tỉnh", "Sáng kiến", "01", {}},
                            {"Đồ dùng dạy học tự làm dự thi cấp huyện", "Bộ", "03", {}},
                            {"Giáo viên tham gia “Tiết học yêu thương”", "Giáo viên", "6/26", Decimal{2308}},
                            {"Giáo viên tham gia bài giảng trực tuyến", "Giáo viên", "9/26", Decimal{3462}}}};
    TargetGroup persons{"Về cá nhân",
                        {{"Danh hiệu “Chiến sĩ thi đua cơ sở”", "Người", "04", {}},
                         {"Danh hiệu “Lao động tiên tiến”", "Người", "24/32", Decimal{7500}}}};
    content.headings.push_back({"Chỉ tiêu cụ thể", {}, {}, {collective, persons}});
    content.headings.push_back(
        {"Thời gian thực hiện",
         {"Đăng ký danh hiệu thi đua, hình thức khen thưởng, sáng kiến: gửi về Hội đồng Thi đua - Khen thưởng nhà trường chậm nhất ngày 30 "
          "tháng 10 năm 2021.",
          "Đợt 1: từ đầu năm học đến hết học kỳ I, chào mừng ngày Nhà giáo Việt Nam 20/11. Đợt 2: từ đầu học kỳ II đến hết năm học, chào mừng "
          "các ngày 03/02, 30/4, 01/5 và 19/5."},
         {}, {}});
    PlanSection organisation{"Tổ chức thực hiện", {}};
    organisation.headings.push_back({{},
                                     {},
                                     {"Hội đồng Thi đua - Khen thưởng theo dõi, hướng dẫn, kiểm tra các tổ, cá nhân thực hiện; kịp thời đề nghị "
                                      "khen thưởng các thành tích xuất sắc, đột xuất."},
                                     {}});
    return {aims, content, organisation};
}

VoteRow voteRow(const std::string& name, const std::string& position, int yes, int no, bool passed)
{
    return {name, position, yes + no, yes + no, yes + no, 0, yes, no, passed};
}

std::vector<VoteGroup> voteGroups()
{
    const std::string share = "từ 08/11 phiếu đồng ý trở lên (70%; khoản 4 Điều 3 TT 21/2020)";
    const std::string commendation = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", certificate = "Giấy khen của Chủ tịch Ủy ban nhân dân huyện";
    VoteGroup fighters{"Chiến sĩ thi đua cơ sở", {}, share}, progressive{"Lao động tiên tiến", {}, share};
    for (const auto& member : staff()) {
        const std::string name = member.name;
        const int no = name == "Vũ Mạnh Cường" ? 3 : name == "Trần Đình Khôi" ? 2 : name == "Phạm Quốc Tuấn" ? 1 : 0;
        if (member.grade == 'c')
            fighters.rows.push_back(voteRow(name, member.position, 10 - no, no, no < 3));
        if (member.grade != '-')
            progressive.rows.push_back(voteRow(name, member.position, name == "A Khương" ? 9 : 10, name == "A Khương" ? 1 : 0, true));
    }
    return {{"Tập thể Lao động tiên tiến", {voteRow("Trường Tiểu học Măng Đen", "", 10, 0, true)}, share}, fighters, progressive,
            {commendation, {voteRow("Lê Thị Hoài Thương", "Tổ trưởng Tổ 1", 9, 1, true)}, share},
            {certificate,
             {voteRow("Đỗ Thị Minh Hạnh", "Hiệu trưởng", 10, 0, true), voteRow("Phan Thị Cẩm Tú", "Giáo viên Tổ 2 + 3", 9, 1, true),
              voteRow("Lưu Hoàng Giang", "Giáo viên Tổ 2 + 3", 9, 1, true), voteRow("Cao Thị Thùy Dung", "Giáo viên Tổ 4 + 5", 8, 2, true),
              voteRow("Đặng Thị Hồng Nhung", "Giáo viên Tổ 4 + 5", 9, 1, true)},
             share}};
}

SubmissionAppendix titlesAppendix()
{
    SubmissionAppendix appendix{AppendixKind::Titles, {"Danh sách tập thể, cá nhân", "đề nghị tặng danh hiệu thi đua"}, {},
                                "01 tập thể; 04 Chiến sĩ thi đua cơ sở; 28 Lao động tiên tiến"};
    appendix.groups.push_back({"Tập thể Lao động tiên tiến", {{"Trường Tiểu học Măng Đen", "", 10, 11, ""}}});
    appendix.groups.push_back(
        {kFighter,
         {{"Phạm Quốc Tuấn", "Phó Hiệu trưởng", 9, 11, "Một số biện pháp quản lý tổ chức dạy học trực tuyến ở trường tiểu học vùng khó khăn"},
          {"Lê Thị Hoài Thương", "Tổ trưởng Tổ 1", 10, 11, "Biện pháp rèn kỹ năng đọc cho học sinh lớp 1 người dân tộc thiểu số"},
          {"Trần Đình Khôi", "Tổ trưởng Tổ 2 + 3", 8, 11, "Sử dụng trò chơi học tập trong dạy học môn Toán lớp 3"},
          {"Huỳnh Thị Lệ Thu", "Tổ trưởng Tổ 4 + 5", 9, 11, "Biện pháp hướng dẫn học sinh lớp 5 viết đoạn văn miêu tả"}}});
    SubmissionGroup progressive{kUnion, {}};
    for (const auto& member : staff())
        if (member.grade != '-')
            progressive.rows.push_back({member.name, member.position, 10, 11, ""});
    appendix.groups.push_back(progressive);
    return appendix;
}

struct PupilAwardRow {
    std::string name;
    std::optional<Date> born;
    std::string className;
    std::string achievement;
};

/// A list of many rows with dates in cells, as schools append to a decision of their own.
Table pupilAwardTable(const std::vector<PupilAwardRow>& rows)
{
    Table table;
    table.columns = {{10, Align::Centre}, {43}, {24, Align::Centre}, {12, Align::Centre}, {76}};
    table.header = {headerRow({"Stt", "Họ và tên", "Ngày sinh", "Lớp", "Danh hiệu, thành tích"})};
    std::int64_t number = 0;
    for (const auto& row : rows)
        table.rows.push_back({{{++number}, {row.name}, row.born ? Cell{*row.born} : orDash({}), orDash(row.className), orDash(row.achievement)}});
    table.rows.push_back(totalRow("Tổng cộng: " + std::to_string(rows.size()) + " học sinh", 5));
    return table;
}

std::vector<PupilAwardRow> pupils()
{
    const std::string outstanding = "Học sinh Xuất sắc", model = "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện";
    std::vector<PupilAwardRow> rows{{"Nguyễn Hải Đăng", Date(2015, 3, 26), "1A", model},     {"Lê Trần Khánh Đoan", Date(2015, 4, 23), "1A", outstanding},
                                    {"Huỳnh Thảo Nhi", Date(2015, 10, 3), "1A", outstanding}, {"Y Phượng", Date(2015, 9, 10), "1A", outstanding},
                                    {"Y Thảo", Date(2015, 6, 16), "1A", model},               {"Phạm Minh Trí", Date(2015, 8, 24), "1A", model}};
    for (int i = 0; i < 30; ++i)
        rows.push_back({"Trần Như Ý", Date(2014, 11, 23).plusDays(i), i < 15 ? "2A" : "2B", i % 3 == 0 ? model : outstanding});
    return rows;
}

}

IssuerView school()
{
    return {"Phòng GD&ĐT Kon Plông", {"Trường Tiểu học Măng Đen"}, "Trường Tiểu học Măng Đen", "Măng Đen"};
}

IssuerView council()
{
    return {"Trường Tiểu học Măng Đen", {"Hội đồng", "Thi đua - Khen thưởng"}, "Trường Tiểu học Măng Đen", "Măng Đen"};
}

RegistrationListView registration()
{
    RegistrationListView view{school(), kYear, Date(2021, 10, 30), {}, {}, {"TTLĐTT: 01", "LĐTT: 28", "CSTĐCS: 05"}, {"Giấy khen: 05", "Bằng khen: 01"}, {}, {{}, "Lý Văn Bình"}, kPrincipal};
    view.collectives.push_back({"", "Trường Tiểu học Măng Đen", "", "Tập thể Lao động tiên tiến", ""});
    for (const auto& member : staff())
        view.persons.push_back({member.salutation, member.name, member.position,
                                member.grade == 'c' ? kFighter : member.grade == 'l' ? kUnion : std::string(), member.reward});
    view.note = "TTLĐTT: Tập thể Lao động tiên tiến; LĐTT: Lao động tiên tiến; CSTĐCS: Chiến sĩ thi đua cơ sở. Cá nhân đăng ký danh hiệu Chiến "
                "sĩ thi đua cơ sở đồng thời đăng ký danh hiệu Lao động tiên tiến; dấu “–”: không đăng ký.";
    return view;
}

PlanView plan()
{
    PlanView view;
    view.paper = paper(school(), "15", "KH-THMĐ", Date(2021, 10, 20),
                       {"Phòng GD&ĐT huyện Kon Plông (để b/c)", "Ban Giám hiệu (để chỉ đạo)", "Các tổ chuyên môn, Tổ Văn phòng (để t/h)",
                        "Website trường", "Lưu: VT, TĐKT"});
    view.subject = {"Phát động phong trào thi đua năm học 2021 - 2022"};
    view.basis = {"Căn cứ Công văn số 1533/SGDĐT-CMTH ngày 07 tháng 9 năm 2021 của Sở Giáo dục và Đào tạo tỉnh Kon Tum về việc hướng dẫn thực hiện "
                  "nhiệm vụ giáo dục tiểu học năm học 2021 - 2022;",
                  "Căn cứ Công văn số 382/PGDĐT-TTr ngày 18 tháng 10 năm 2021 của Phòng Giáo dục và Đào tạo huyện Kon Plông về việc hướng dẫn công "
                  "tác thi đua, khen thưởng năm học 2021 - 2022",
                  "Căn cứ Kế hoạch số 09A/KH-THMĐ ngày 07 tháng 9 năm 2021 của Trường Tiểu học Măng Đen về việc thực hiện nhiệm vụ năm học 2021 - "
                  "2022"};
    view.opening = "Trường Tiểu học Măng Đen xây dựng Kế hoạch phát động phong trào thi đua năm học 2021 - 2022 như sau:";
    view.sections = planSections();
    view.closing = "Trên đây là Kế hoạch phát động phong trào thi đua năm học 2021 - 2022, yêu cầu các tổ chuyên môn, Tổ Văn phòng và cá nhân "
                   "nghiêm túc triển khai thực hiện.";
    return view;
}

CampaignSheetView campaign()
{
    auto base = plan().paper;
    base.number.number.clear();
    base.signer = {{"KT. Hiệu trưởng", "Phó Hiệu trưởng"}, "Phạm Quốc Tuấn"};
    CampaignSheetView view{base, "Dạy tốt - Học tốt", "năm học " + kYear.paper(), {}, {}, {"Căn cứ Kế hoạch số 15/KH-THMĐ ngày 20 tháng 10 năm 2021"}};
    view.purposes = {"Nâng cao chất lượng các tiết dạy, chào mừng ngày Nhà giáo Việt Nam 20/11."};
    view.requirements = {"Mỗi giáo viên đăng ký ít nhất hai tiết dạy tốt."};
    view.participants = {"Toàn thể giáo viên, nhân viên và học sinh."};
    view.contents = {"Dự giờ, thao giảng theo tổ.", "Làm đồ dùng dạy học."};
    view.criteria = {"Tiết dạy được xếp loại Tốt."};
    view.periods = {{"Đợt 1", Date(2021, 10, 25), Date(2021, 11, 20), "sơ kết ngày 20/11/2021"}};
    view.targets = {{"", {{"Giáo viên có tiết dạy tốt", "Giáo viên", "20/26", Decimal{7692}}}}};
    view.rewards = {"Giấy khen của Hiệu trưởng cho tập thể, cá nhân dẫn đầu."};
    view.organisation = {"Các tổ chuyên môn triển khai và tổng hợp kết quả về Hội đồng Thi đua - Khen thưởng."};
    return view;
}

VoteView vote()
{
    return {{"ông Ngô Văn Đạt, đại diện cấp ủy (Trưởng ban)", "bà Bùi Thị Thanh Nhàn, Chủ tịch Công đoàn (thành viên)",
             "ông Hồ Sỹ Nguyên, Tổng phụ trách Đội (thành viên)"},
            11, 10, {"- Không bỏ phiếu dòng của mình: bà Lê Thị Hoài Thương."}, {{"", 10, 10, 10, 0}}, voteGroups(),
            {"- Ông Trần Đình Khôi, “Chiến sĩ thi đua cơ sở”: kết luận thiếu thông tin; Hội đồng đồng ý 08/11 phiếu; lý do: hồ sơ nộp bổ sung."}};
}

CountMinutesView countMinutes()
{
    return {council(), "Họp xét thi đua, khen thưởng năm học 2021 - 2022", Date(2022, 5, 24), "Phòng họp Trường Tiểu học Măng Đen",
            "Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen", vote(),
            {{{}, "Ngô Văn Đạt"}, {{}, "Bùi Thị Thanh Nhàn"}, {{}, "Hồ Sỹ Nguyên"}}};
}

MinutesView minutes()
{
    MinutesView view;
    view.paper = paper(council(), "2", "BB-HĐTĐKT", Date(2022, 5, 24), {"Như thành phần tham dự", "Phòng GD&ĐT huyện Kon Plông (để b/c)", "Lưu: VT, Hồ sơ TĐKT"});
    view.paper.signer = {{}, "Đỗ Thị Minh Hạnh"};
    view.secretarySigner = {{}, "Trần Thị Bích Ngọc"};
    view.subject = "Họp xét thi đua, khen thưởng năm học 2021 - 2022";
    view.opened = MomentView{14, 0, Date(2022, 5, 24)};
    view.closed = MomentView{16, 45, Date(2022, 5, 24)};
    view.venue = "Phòng họp Trường Tiểu học Măng Đen";
    view.councilFounded = "Hội đồng Thi đua - Khen thưởng (11 thành viên) thành lập theo Quyết định số 52/QĐ-THMĐ ngày 15 tháng 9 năm 2021 của Hiệu trưởng";
    view.presentMembers = {"bà Đỗ Thị Minh Hạnh, Hiệu trưởng (Chủ tịch Hội đồng)", "ông Phạm Quốc Tuấn, Phó Hiệu trưởng (Phó Chủ tịch Hội đồng)",
                           "bà Bùi Thị Thanh Nhàn, Chủ tịch Công đoàn", "ông Vũ Mạnh Cường, Bí thư Chi đoàn", "ông Hồ Sỹ Nguyên, Tổng phụ trách Đội",
                           "bà Lê Thị Hoài Thương, Tổ trưởng Tổ 1", "ông Trần Đình Khôi, Tổ trưởng Tổ 2 + 3", "bà Huỳnh Thị Lệ Thu, Tổ trưởng Tổ 4 + 5",
                           "ông Ngô Văn Đạt, đại diện cấp ủy", "bà Trần Thị Bích Ngọc, đại diện giáo viên (Thư ký Hội đồng)"};
    view.absentMembers = {"ông Lý Văn Bình, Tổ trưởng Tổ Văn phòng; lý do: điều trị tại Bệnh viện Đa khoa tỉnh Kon Tum"};
    view.chair = "Bà Đỗ Thị Minh Hạnh, Chủ tịch Hội đồng";
    view.secretary = "Bà Trần Thị Bích Ngọc, Thư ký Hội đồng";
    view.sections = {{"Quán triệt tiêu chuẩn, nguyên tắc xét",
                      {"Chủ tịch Hội đồng phổ biến tiêu chuẩn xét theo Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ và Thông tư số "
                       "21/2020/TT-BGDĐT ngày 31 tháng 7 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo."}},
                     {"Báo cáo kết quả bình xét tại các tổ",
                      {"Các Tổ trưởng báo cáo kết quả bình xét tại tổ. Có 28/32 cá nhân được đề nghị xét danh hiệu “Lao động tiên tiến”; trong đó 05 cá "
                       "nhân được đề nghị xét danh hiệu “Chiến sĩ thi đua cơ sở”. Không có cá nhân bị kỷ luật trong năm học."}}};
    view.vote = vote();
    view.conclusions = {"Hội đồng thống nhất đề nghị: 01 tập thể đạt danh hiệu “Tập thể Lao động tiên tiến”; 28 cá nhân đạt danh hiệu “Lao động tiên "
                        "tiến”; 04 cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở” (bằng 14,29% số cá nhân đạt danh hiệu “Lao động tiên tiến”); 01 cá nhân "
                        "được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh; 05 cá nhân được tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện. Ông Vũ "
                        "Mạnh Cường đạt 63,64% số phiếu đồng ý, không đủ điều kiện đề nghị danh hiệu “Chiến sĩ thi đua cơ sở”."};
    return view;
}

SubmissionView submission()
{
    SubmissionView view;
    view.paper = paper(school(), "25", "TTr-THMĐ", Date(2022, 5, 30), {"Như trên", "Phòng GD&ĐT huyện Kon Plông (để b/c)", "Lưu: VT, TĐKT"});
    view.subject = {"Về việc đề nghị tặng danh hiệu thi đua,", "hình thức khen thưởng năm học 2021 - 2022"};
    view.addressees = {"Ủy ban nhân dân huyện Kon Plông", "Phòng Nội vụ huyện Kon Plông"};
    view.basis = {"Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 14 "
                  "tháng 6 năm 2005 và ngày 16 tháng 11 năm 2013",
                  "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, Khen "
                  "thưởng",
                  "Căn cứ Thông tư số 21/2020/TT-BGDĐT ngày 31 tháng 7 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo hướng dẫn công tác thi đua, khen "
                  "thưởng ngành Giáo dục",
                  "Căn cứ Biên bản số 02/BB-HĐTĐKT ngày 24 tháng 5 năm 2022 của Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen"};
    view.opening = {"Năm học 2021 - 2022, Trường Tiểu học Măng Đen có 32 cán bộ quản lý, giáo viên, nhân viên. Hội đồng Thi đua - Khen thưởng nhà trường "
                    "đã họp, bỏ phiếu kín với 10/11 thành viên tham gia; các tập thể, cá nhân được đề nghị đều đạt từ 70% số phiếu đồng ý trở lên tính "
                    "trên tổng số thành viên Hội đồng.",
                    "Trường Tiểu học Măng Đen kính trình Chủ tịch Ủy ban nhân dân huyện xem xét, quyết định:"};
    view.requests = {{"Tặng danh hiệu thi đua",
                      {"Danh hiệu “Tập thể Lao động tiên tiến”: 01 tập thể.", "Danh hiệu “Chiến sĩ thi đua cơ sở”: 04 cá nhân.",
                       "Danh hiệu “Lao động tiên tiến”: 28 cá nhân."},
                      ""},
                     {"Hình thức khen thưởng",
                      {"Trình Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen: 01 cá nhân.",
                       "Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện: 05 cá nhân."},
                      "Danh sách chi tiết tại Phụ lục I, Phụ lục II kèm theo Tờ trình này"}};
    view.enclosures = {"Biên bản họp Hội đồng Thi đua - Khen thưởng nhà trường.",
                       "Báo cáo thành tích của tập thể, cá nhân có xác nhận của nhà trường.",
                       "Bản sao quyết định công nhận sáng kiến của 04 cá nhân đề nghị danh hiệu “Chiến sĩ thi đua cơ sở” và 01 cá nhân đề nghị tặng Bằng "
                       "khen."};
    view.closing = "Trường Tiểu học Măng Đen kính đề nghị Ủy ban nhân dân huyện Kon Plông xem xét, quyết định";
    SubmissionAppendix rewards{AppendixKind::Rewards, {"Danh sách cá nhân", "đề nghị tặng hình thức khen thưởng"}, {}, "01 Bằng khen; 05 Giấy khen"};
    rewards.groups = {{"Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh",
                       {{"Lê Thị Hoài Thương", "Tổ trưởng Tổ 1", 9, 11, "Có 02 năm liên tục hoàn thành xuất sắc nhiệm vụ."}}},
                      {"Giấy khen của Chủ tịch Ủy ban nhân dân huyện",
                       {{"Đỗ Thị Minh Hạnh", "Hiệu trưởng", 10, 11, "Hoàn thành xuất sắc nhiệm vụ; chỉ đạo có hiệu quả phong trào thi đua “Dạy tốt - Học tốt”."},
                        {"Phan Thị Cẩm Tú", "Giáo viên Tổ 2 + 3", 9, 11, "Đạt giải Nhì Hội thi thiết kế bài giảng điện tử cấp huyện."}}}};
    view.appendices = {titlesAppendix(), rewards};
    return view;
}

DecisionView pupilDecision()
{
    DecisionView view;
    view.paper = paper(school(), "41", "QĐ-THMĐ", Date(2022, 5, 27),
                       {"Như Điều 3", "Phòng GD&ĐT huyện Kon Plông (để b/c)", "Ban đại diện cha mẹ học sinh (để biết)", "Lưu: VT, TĐKT"});
    view.subject = {"Về việc tặng Giấy khen cho học sinh năm học 2021 - 2022"};
    view.authority = "Hiệu trưởng Trường Tiểu học Măng Đen";
    view.basis = {"Căn cứ Thông tư số 28/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Điều lệ Trường tiểu học",
                  "Căn cứ Thông tư số 27/2020/TT-BGDĐT ngày 04 tháng 9 năm 2020 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định đánh giá học sinh "
                  "tiểu học",
                  "Căn cứ Thông tư số 30/2014/TT-BGDĐT ngày 28 tháng 8 năm 2014 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Quy định đánh giá học sinh "
                  "tiểu học; Thông tư số 22/2016/TT-BGDĐT ngày 22 tháng 9 năm 2016 của Bộ trưởng Bộ Giáo dục và Đào tạo sửa đổi, bổ sung một số điều của "
                  "Quy định đánh giá học sinh tiểu học ban hành kèm theo Thông tư số 30/2014/TT-BGDĐT",
                  "Theo đề nghị của Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen"};
    view.articles = {{"Tặng Giấy khen cho 36 học sinh Trường Tiểu học Măng Đen có thành tích trong năm học 2021 - 2022, gồm:",
                      {"Học sinh Xuất sắc: 15 học sinh.", "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện: 13 học sinh.",
                       "Học sinh hoàn thành xuất sắc các nội dung học tập và rèn luyện: 18 học sinh.",
                       "Học sinh có thành tích vượt trội hay tiến bộ vượt bậc: 14 học sinh."},
                      "Có Danh sách kèm theo"},
                     {"Kinh phí khen thưởng trích từ nguồn kinh phí khen thưởng học sinh năm học 2021 - 2022 của nhà trường.", {}, {}},
                     {"Quyết định này có hiệu lực kể từ ngày ký. Tổ Văn phòng, giáo viên chủ nhiệm các lớp và học sinh có tên tại Điều 1 chịu trách "
                      "nhiệm thi hành Quyết định này.",
                      {}, {}}};
    view.lists = {{{"Danh sách học sinh được tặng giấy khen", "năm học 2021 - 2022"}, pupilAwardTable(pupils())}};
    return view;
}

CouncilDecisionView councilDecision()
{
    CouncilDecisionView view{paper(school(), "52", "QĐ-THMĐ", Date(2021, 9, 15), {"Như Điều 3", "Phòng GD&ĐT huyện Kon Plông (để b/c)", "Lưu: VT"}),
                             "Hiệu trưởng Trường Tiểu học Măng Đen",
                             "Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen",
                             kYear,
                             {"Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003", "Theo đề nghị của Tổ Văn phòng"},
                             {},
                             {"Tham mưu cho Hiệu trưởng phát động các phong trào thi đua.", "Xét, đề nghị tặng danh hiệu thi đua và hình thức khen thưởng."},
                             "các tổ chuyên môn, Tổ Văn phòng và các ông (bà) có tên tại Điều 1"};
    view.members = {{"Đỗ Thị Minh Hạnh", "Hiệu trưởng", "Chủ tịch Hội đồng"},
                    {"Phạm Quốc Tuấn", "Phó Hiệu trưởng", "Phó Chủ tịch Hội đồng"},
                    {"Trần Thị Bích Ngọc", "Giáo viên Tổ 1", "Thư ký Hội đồng"},
                    {"Bùi Thị Thanh Nhàn", "Chủ tịch Công đoàn", "Ủy viên"}};
    return view;
}

InitiativeDecisionView initiativeDecision()
{
    InitiativeDecisionView view{paper(school(), "35", "QĐ-THMĐ", Date(2022, 4, 5), {"Như Điều 3", "Lưu: VT"}),
                                "Hiệu trưởng Trường Tiểu học Măng Đen",
                                kYear,
                                {"Căn cứ Nghị định số 13/2012/NĐ-CP ngày 02 tháng 3 năm 2012 của Chính phủ ban hành Điều lệ Sáng kiến",
                                 "Theo đề nghị của Hội đồng Sáng kiến Trường Tiểu học Măng Đen"},
                                {},
                                "Tổ Văn phòng và các tác giả"};
    view.initiatives = {{"Lê Thị Hoài Thương", "Tổ trưởng Tổ 1", "Biện pháp rèn kỹ năng đọc cho học sinh lớp 1 người dân tộc thiểu số", "Phạm vi cơ sở"},
                        {"Trần Đình Khôi\nNguyễn Thị Hoa", "Tổ 2 + 3", "Sử dụng trò chơi học tập trong dạy học môn Toán lớp 3", "Phạm vi cơ sở"}};
    return view;
}

StaffAwardListView staffAwards()
{
    StaffAwardListView view{school(), kYear, Date(2022, 6, 20), {}, {}, {}, {{}, "Trần Thị Bích Ngọc"}, kPrincipal};
    view.references = {{"Quyết định", {"1021", "QĐ-UBND"}, Date(2022, 6, 15), "Ủy ban nhân dân huyện Kon Plông"}};
    view.collectives = {{"Tập thể Lao động tiên tiến", {{"Trường Tiểu học Măng Đen", "", "Tập thể Lao động tiên tiến", "Số 1021/QĐ-UBND ngày 15/6/2022, UBND huyện Kon Plông", ""}}}};
    StaffAwardGroup fighters{kFighter, {}}, progressive{kUnion, {}};
    for (const auto& member : staff()) {
        if (member.grade == 'c')
            fighters.rows.push_back({member.name, member.position, kFighter, "Số 1021/QĐ-UBND ngày 15/6/2022, UBND huyện Kon Plông", ""});
        if (member.grade == 'l')
            progressive.rows.push_back({member.name, member.position, kUnion, "Số 1021/QĐ-UBND ngày 15/6/2022, UBND huyện Kon Plông", ""});
    }
    view.persons = {fighters, progressive};
    return view;
}

NominationListView nominations()
{
    NominationListView view{school(), kYear, std::nullopt, {}, "Danh sách trình Hội đồng Thi đua - Khen thưởng nhà trường.", {{}, "Lý Văn Bình"}, kPrincipal};
    NominationGroup group{kFighter, {}};
    for (const auto& member : staff())
        if (member.grade == 'c')
            group.rows.push_back({member.name, member.position, kFighter, std::string(member.name) == "Vũ Mạnh Cường" ? "Chưa đủ điều kiện" : "Đủ điều kiện", {}});
    group.rows.back().missing = {"Chưa có sáng kiến được công nhận", "Chưa có kết quả đánh giá, xếp loại năm học 2021 - 2022"};
    view.groups = {group};
    return view;
}

BallotsView ballots()
{
    return {council(),
            Date(2022, 5, 24),
            "Xét danh hiệu “Chiến sĩ thi đua cơ sở” năm học 2021 - 2022",
            {{"Phạm Quốc Tuấn", "Phó Hiệu trưởng"},
             {"Lê Thị Hoài Thương", "Tổ trưởng Tổ 1"},
             {"Trần Đình Khôi", "Tổ trưởng Tổ 2 + 3"},
             {"Huỳnh Thị Lệ Thu", "Tổ trưởng Tổ 4 + 5"},
             {"Vũ Mạnh Cường", "Giáo viên Tổ 4 + 5"}}};
}

std::vector<NamedDocument> all()
{
    return {{"danh-sach-dang-ky", documents::registrationList(registration())},
            {"ke-hoach", documents::plan(plan())},
            {"phong-trao", documents::campaignSheet(campaign())},
            {"bien-ban", documents::minutes(minutes())},
            {"bien-ban-kiem-phieu", documents::countMinutes(countMinutes())},
            {"to-trinh", documents::submission(submission())},
            {"quyet-dinh-hoc-sinh", documents::decision(pupilDecision())},
            {"quyet-dinh-hoi-dong", documents::councilDecision(councilDecision())},
            {"quyet-dinh-sang-kien", documents::initiativeDecision(initiativeDecision())},
            {"danh-sach-danh-hieu", documents::staffAwardList(staffAwards())},
            {"danh-sach-de-nghi", documents::nominationList(nominations())},
            {"phieu-bau", documents::ballots(ballots())}};
}

}
