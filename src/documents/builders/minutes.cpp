// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/minutes.h"

#include "base/text_util.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

constexpr int kVoteColumns = 7;

std::string moment(const std::optional<MomentView>& view, Composer& composer, const char* field, const char* label)
{
    if (!view)
        return composer.need(std::string(), field, label);
    return twoFigures(view->hour) + " giờ " + twoFigures(view->minute) + " phút, " + view->date.words();
}

void addAttendance(const MinutesView& view, Composer& composer)
{
    const auto present = composer.need(view.presentMembers, "presentMembers", "Thành viên có mặt");
    const auto total = view.presentMembers.size() + view.absentMembers.size();
    composer.labelled("Thành phần tham dự:", withoutStop(composer.need(view.councilFounded, "councilFounded", "Hội đồng, quyết định thành lập")) + ".");
    composer.paragraph("- Có mặt: " + twoFigures(static_cast<long long>(view.presentMembers.size())) + "/" +
                       twoFigures(static_cast<long long>(total)) + " thành viên, gồm: " + join(present, "; ") + ".");
    if (view.absentMembers.empty())
        composer.paragraph("- Vắng mặt: không.");
    else
        composer.paragraph("- Vắng mặt: " + twoFigures(static_cast<long long>(view.absentMembers.size())) + " thành viên (" +
                           join(view.absentMembers, "; ") + ").");
}

void addOpening(const MinutesView& view, Composer& composer)
{
    composer.labelled("Thời gian bắt đầu:", moment(view.opened, composer, "opened", "Thời gian bắt đầu") + ".");
    composer.labelled("Địa điểm:", withoutStop(composer.need(view.venue, "venue", "Địa điểm họp")) + ".");
    addAttendance(view, composer);
    composer.labelled("Chủ trì:", withoutStop(composer.need(view.chair, "chair", "Chủ trì")) + ".");
    composer.labelled("Thư ký:", withoutStop(composer.need(view.secretary, "secretary", "Thư ký")) + ".");
    composer.paragraph("NỘI DUNG", Level::Centred);
}

Cell headCell(std::string text, int columns, int rows)
{
    return {std::move(text), columns, rows, true, Align::Centre};
}

/// Share of all members, present or not, in hundredths of a percent, rounded half up.
Decimal share(int yes, int members)
{
    return {members > 0 ? (20000LL * yes + members) / (2LL * members) : 0};
}

Table voteTable(const VoteView& vote, Composer& composer)
{
    Table table;
    table.columns = {{9, Align::Centre}, {45}, {38}, {16, Align::Centre}, {18, Align::Centre}, {19, Align::Centre}, {20, Align::Centre}};
    table.header = {{{headCell("TT", 1, 2), headCell("Họ và tên, tên tập thể", 1, 2), headCell("Chức vụ, đơn vị", 1, 2),
                      headCell("Số phiếu", 2, 1), headCell("Tỷ lệ đồng ý (%)", 1, 2), headCell("Kết quả", 1, 2)}},
                    headerRow({"Đồng ý", "Không đồng ý"})};
    std::size_t group = 0;
    for (const auto& part : vote.groups) {
        table.rows.push_back(groupRow(roman(++group) + ". " + part.title, kVoteColumns));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.name, "vote.name", "Họ và tên")}, orDash(row.position),
                                   {std::int64_t{row.yes}}, {std::int64_t{row.no}}, {share(row.yes, vote.members)},
                                   {std::string(row.passed ? "Đạt" : "Không đạt"), 1, 1, !row.passed, std::nullopt}}});
    }
    return table;
}

std::string countLine(const BallotCountView& count)
{
    return "- " + (count.subject.empty() ? "Số phiếu phát ra: " : count.subject + ": số phiếu phát ra: ") + std::to_string(count.issued) +
           "; thu về: " + std::to_string(count.collected) + "; hợp lệ: " + std::to_string(count.valid) +
           "; không hợp lệ: " + std::to_string(count.invalid) + ".";
}

void addVote(const VoteView& vote, Composer& composer)
{
    if (!vote.committee.empty())
        composer.paragraph("Hội đồng bầu Ban kiểm phiếu gồm " + twoFigures(vote.committeeSize) + " thành viên: " + withoutStop(vote.committee) +
                           ". Kết quả kiểm phiếu đối với mỗi nội dung:");
    composer.paragraph("- Tổng số thành viên Hội đồng: " + std::to_string(vote.members) + "; số thành viên có mặt: " +
                       std::to_string(vote.present) + ".");
    for (const auto& count : vote.counts)
        composer.paragraph(countLine(count));
    composer.paragraph("- Tỷ lệ đồng ý tính trên tổng số " + std::to_string(vote.members) + " thành viên Hội đồng" +
                       (vote.threshold.empty() ? "." : "; đạt khi có từ " + vote.threshold + " trở lên."));
    composer.add(voteTable(vote, composer));
}

void addSections(const MinutesView& view, Composer& composer)
{
    int number = 0;
    const auto heading = [&](const std::string& text) { composer.paragraph(std::to_string(++number) + ". " + text, Level::Heading); };
    for (const auto& section : view.sections) {
        heading(section.heading);
        for (const auto& text : section.paragraphs)
            composer.paragraph(text);
    }
    if (view.vote) {
        heading("Bỏ phiếu kín và kiểm phiếu");
        addVote(*view.vote, composer);
    }
    heading("Kết luận");
    for (const auto& text : composer.need(view.conclusions, "conclusions", "Kết luận của cuộc họp"))
        composer.paragraph(text);
}

}

Document minutes(const MinutesView& view)
{
    Composer composer("Biên bản " + view.subject, view.paper.issuer);
    auto head = composer.numberedHead(view.paper);
    head.placeDate.reset();  // Mẫu 1.9 has no line of place and date
    composer.add(std::move(head));
    composer.add(TitleBlock{"BIÊN BẢN", {composer.need(view.subject, "subject", "Trích yếu")}, {}});
    addOpening(view, composer);
    addSections(view, composer);
    composer.paragraph("Cuộc họp kết thúc vào " + moment(view.closed, composer, "closed", "Thời gian kết thúc") +
                       ". Biên bản đã được đọc cho các thành viên dự họp cùng nghe, nhất trí thông qua./.");
    auto secretary = view.secretarySigner;
    if (secretary.office.empty())
        secretary.office = {"Thư ký"};
    auto chair = view.paper.signer;
    if (chair.office.empty())
        chair.office = {"Chủ tọa"};
    Signature signature;
    signature.signers = {composer.signer(secretary, "secretarySigner"), composer.signer(chair, "paper.signer")};
    signature.recipients = recipients(composer.need(view.paper.recipients, "recipients", "Nơi nhận"));
    signature.place = RecipientsPlace::Below;
    composer.add(std::move(signature));
    return composer.finish();
}

}
