// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

// Contests of the school's own.
std::span<const MessageRow> contestMessages()
{
    static constexpr MessageRow kRows[] = {
        {"campaign.has-contests", "Phong trào “%1” đã có hội thi nên không xóa được; xin xóa hội thi hoặc tách nó khỏi phong trào trước.", "Contests belong to campaign “%1”."},
        {"contest.name-missing", "Xin ghi tên hội thi.", "Please name the contest."},
        {"contest.exists", "Năm học này đã có hội thi “%1”.", "There is a contest “%1” this year already."},
        {"contest.kind-missing", "Xin chọn loại hoạt động mà kết quả được ghi vào.", "Please choose the kind of activity that results become."},
        {"contest.kind-helps", "Loại hoạt động “%1” ghi giúp ai, hội thi thì không; xin chọn loại khác.", "The kind “%1” asks who was helped, which a contest does not say."},
        {"contest.kind-without-result", "Loại hoạt động “%1” không ghi kết quả, nên không giữ được giải; xin chọn loại khác, hoặc mở trang Hoạt động, “Loại hoạt động…” và đánh dấu “Kết quả, giải”.", "The kind “%1” has no result to keep a prize in."},
        {"contest.closes-early", "Ngày hết nhận bài %1 trước ngày bắt đầu %2; xin sửa lại.", "Entries close on %1, before the beginning on %2."},
        {"contest.judged-early", "Ngày chấm %1 trước ngày hết nhận bài %2; xin sửa lại.", "Judged on %1, before entries close on %2."},
        {"contest.outside-year", "Ngày %1 không thuộc năm học %2 (%3 – %4); xin sửa lại.", "%1 is not in school year %2 (%3 – %4)."},
        {"contest.max-absurd", "Điểm cao nhất phải lớn hơn 0; xin sửa lại.", "The highest mark must be above 0."},
        {"contest.step-absurd", "Bước điểm phải lớn hơn 0 và không quá điểm cao nhất %1; xin sửa lại.", "The step must be above 0 and at most %1."},
        {"contest.mark-unread", "Không hiểu điểm “%1”; xin ghi như 8,25.", "“%1” is no mark."},
        {"contest.prize-nameless", "Có dòng giải chưa ghi tên; xin ghi tên giải hoặc xóa số.", "A prize has no name."},
        {"contest.prize-count", "%1: xin ghi có mấy giải (từ 1 đến 999).", "%1: how many are there (1 to 999)?"},
        {"contest.prize-twice", "“%1” ghi hai lần; xin gộp lại một dòng.", "“%1” stands twice."},
        {"contest.prize-given", "Đã trao %2 %1; xin bỏ giải ở bài dự thi trước khi xóa hoặc bớt số giải.", "%2 of %1 are given already."},
        {"contest.judge-left", "%1 chuyển đi ngày %2, trước ngày chấm %3; xin chọn giám khảo khác.", "%1 leaves on %2, before the judging on %3."},
        {"contest.judge-marked", "%1 đã chấm bài của hội thi này; xin xóa các điểm ấy trước khi bỏ tên khỏi ban giám khảo.", "%1 has marked entries of this contest."},
        {"contest.closes-before-entry", "Bài số %1 đã nhận ngày %2, sau ngày này; xin giữ ngày hết nhận bài từ %2 trở đi.", "Entry %1 came on %2."},
        {"contest.begins-after-entry", "Bài số %1 đã nhận ngày %2, trước ngày này; xin sửa lại.", "Entry %1 came on %2."},
        {"contest.confirmed", "Kết quả hội thi “%1” đã ghi vào sổ hoạt động nên không xóa được; xin bấm “Rút kết quả…” trước.", "The results of “%1” stand in the activities."},
        {"contest.not-confirmed", "Kết quả hội thi “%1” chưa ghi vào sổ hoạt động.", "The results of “%1” are not in the activities."},
        {"contest.up-to-date", "Sổ hoạt động đã đúng với kết quả hội thi “%1”, không có gì phải ghi thêm.", "The activities say what the results of “%1” say."},
        {"contest.title-missing", "Xin ghi tên bài, tên sản phẩm dự thi.", "Please name the entry."},
        {"contest.author-missing", "Xin chọn tác giả: người, học sinh hoặc tập thể.", "Please choose whose it is."},
        {"contest.author-left", "%1 đã chuyển đi ngày %2 nên không nhận bài ngày %3 được.", "%1 left on %2, before %3."},
        {"contest.code-taken", "Số phách “%1” đã dùng cho bài khác; xin ghi số khác.", "The code “%1” is taken."},
        {"contest.entry-late", "Bài nhận ngày %1, sau ngày hết nhận bài %2, nên không được dự thi; nếu gia hạn, xin sửa ngày ở hội thi trước.", "It came on %1, after entries closed on %2."},
        {"contest.entry-early", "Ngày nhận %1 trước ngày bắt đầu nhận bài %2; xin sửa lại.", "It came on %1, before the beginning on %2."},
        {"contest.entry-to-come", "Ngày nhận %1 chưa đến; xin ghi ngày đã nhận.", "%1 is still to come."},
        {"contest.entry-twice", "Bài “%1” của %2 đã nhận rồi (số %3).", "“%1” of %2 is there already (no. %3)."},
        {"contest.story-without-prize", "Chỉ bài đạt giải mới đánh dấu để viết thành gương được; xin xếp giải trước.", "Only what won a prize can be a story."},
        {"contest.own-entry", "%1 là tác giả bài số %2 nên không chấm bài ấy được.", "%1 is an author of entry %2 and cannot mark it."},
        {"contest.mark-above", "Điểm %1 của bài số %2 ngoài thang điểm 0 – %3; xin sửa lại.", "Mark %1 of entry %2 is not within 0 – %3."},
        {"contest.mark-between", "Điểm %1 của bài số %2 không theo bước điểm %3; xin sửa lại.", "Mark %1 of entry %2 is no multiple of %3."},
        {"contest.prize-too-many", "%1 đã xếp cho %2 bài, mà thể lệ chỉ có %3 giải; xin bỏ bớt.", "%1 is given %2 times; the call has %3."},
        {"contest.prize-unmarked", "Bài số %1 chưa có điểm nên chưa xếp giải được.", "Entry %1 has no mark yet."},
        {"contest.no-entries", "Hội thi “%1” chưa có bài dự thi nào.", "“%1” has no entry yet."},
        {"contest.no-judges", "Hội thi “%1” chưa có giám khảo; xin chọn giám khảo ở “Sửa hội thi”.", "“%1” has no judge yet."},
        {"contest.not-judged-yet", "Hội thi “%1” chấm ngày %2, ngày ấy chưa đến.", "“%1” is judged on %2, which is still to come."},
        {"contest.marks-missing", "Còn thiếu %1 điểm; xin chấm đủ trước khi ghi kết quả.", "%1 marks are missing."},
        {"contest.no-prizes", "Hội thi “%1” chưa xếp giải; xin bấm “Xếp giải…” trước.", "No prize of “%1” is given yet."},
        {"contest.evidence", "Danh sách kết quả hội thi “%1”", "Results of the contest “%1”"},
    };
    return kRows;
}

}
