// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

// Issuing papers, and putting right what was issued.
std::span<const MessageRow> paperMessages()
{
    static constexpr MessageRow kRows[] = {
        {"paper.gap", "Văn bản còn thiếu: %1; xin ghi rồi ban hành.", "The paper lacks: %1."},
        {"paper.gap-school", "Văn bản còn thiếu: %1; xin ghi ở Thiết lập rồi ban hành.", "The paper lacks: %1; please enter it in the settings."},
        {"paper.warn-quota", "%1: đề nghị %2, chỉ được %3 (%4); tờ trình nói rõ chỗ vượt.", "%1: %2 asked for, %3 allowed (%4); the submission says so."},
        {"paper.warn-advisory", "%1 là người đứng đầu cơ quan tham mưu: xem xét, trình chứ không quyết định khen thưởng; xin xem lại người quyết định ở Thiết lập.",
         "%1 heads an advisory body, which does not decide; please look at the settings."},
        {"paper.warn-replaced-own", "Căn cứ %1 đã được thay thế bằng số %2; xin căn cứ vào văn bản đang có hiệu lực.", "Basis %1 was replaced by number %2."},
        {"paper.warn-revoked-own", "Căn cứ %1 đã bị thu hồi.", "Basis %1 was taken back."},
        {"paper.bases-new", "ghi %1", "with %1"},
        {"paper.bases-gone", "thôi ghi %1", "without %1"},
        {"paper.warn-bases-follow", "Căn cứ của dự thảo được đổi theo ngày %1: %2.", "The draft's bases follow the day %1: %2."},
        {"paper.warn-signer-left", "Người ký %1 thôi công tác ở trường từ ngày %2; xin xem lại người ký ở Thiết lập.", "%1, who signs, left the school on %2; please look at the settings."},
        {"paper.warn-body-gone", "Văn bản ghi ngày %2 còn nêu “%1”: %3.", "The paper of %2 still names “%1”: %3."},
        {"campaign.issued", "Kế hoạch phát động “%1” đã ban hành (số %2) nên không sửa được; muốn thay đổi xin đính chính, thu hồi hoặc thay thế.",
         "The plan of campaign “%1” is issued (%2) and cannot be changed."},
        {"commendation.nobody", "Chưa chọn học sinh nào để khen thưởng.", "No pupil is chosen."},
        {"commendation.achievement-missing", "Xin ghi thành tích được khen.", "Please say what is commended."},
        {"commendation.not-alone", "%1 (%2) không phải hình thức Hiệu trưởng tự quyết định cho học sinh theo quy định vào ngày %3; xin chọn hình thức khác hoặc xem trang Quy định.",
         "%1 (%2) is nothing that the head gives pupils alone by the rules of %3."},
        {"commendation.no-class", "%1 không ở lớp nào của năm học %2; xin xếp lớp trước hoặc bỏ khỏi danh sách.", "%1 is in no class of %2."},
        {"commendation.twice", "%1 đã có trong danh sách; mỗi học sinh một dòng.", "%1 stands on the list already."},
        {"commendation.there", "%1 đã được tặng %2 theo công trạng năm học %3; một thành tích chỉ khen một lần.", "%1 has been given %2 on the merit of %3."},
        {"commendation.not-one", "“%1” không phải dự thảo tặng giấy khen cho học sinh.", "“%1” is no draft that commends pupils."},
        {"conferral.nobody", "Phiên họp ngày %1 không còn ai được thông qua để Hiệu trưởng khen thưởng.", "Nobody whom the meeting of %1 passed is left to be given an award."},
        {"correction.not-in-force", "%1 không còn hiệu lực hoặc chưa ban hành nên không có gì để thu hồi hay thay thế.",
         "%1 is not in force: there is nothing to take back or to replace."},
        {"correction.not-issued", "%1 chưa ban hành; xin sửa ngay dự thảo.", "%1 is not issued; change the draft."},
        {"correction.only-letter", "%1 chỉ đính chính được, không thu hồi hay thay thế.", "%1 can only be corrected by a letter."},
        {"correction.content-missing", "Xin ghi chỗ sai và chữ đúng, mỗi dòng một chỗ.", "Please enter what was wrong and what is right, one place a line."},
        {"correction.reason-missing", "Xin ghi lý do thu hồi.", "Please enter why it is taken back."},
        {"correction.too-early", "%1 ghi ngày %2; văn bản sửa nó không thể ghi ngày sớm hơn.", "%1 is dated %2; what corrects it cannot be earlier."},
        {"correction.council-met", "Hội đồng lập theo Quyết định %1 đã họp ngày %2 nên không thu hồi được quyết định này; xin đính chính, hoặc kiện toàn Hội đồng bằng quyết định mới.",
         "The council of decision %1 met on %2; the decision cannot be taken back."},
        {"correction.council-anew", "%1 không thay bằng bản chép lại: muốn đổi Hội đồng, xin thu hồi (khi chưa họp) rồi lập Hội đồng mới.",
         "%1 is not replaced by a copy: take it back and found a new council."},
        {"correction.initiative-used", "Quyết định %1 công nhận sáng kiến “%2”, đã dùng để xét khen thưởng; không thu hồi được, xin đính chính hoặc thay thế mà giữ sáng kiến ấy.",
         "Decision %1 recognises the initiative “%2”, which has served for an honour."},
        {"correction.answered", "Tờ trình %1 đã có kết quả của cấp trên cho %2 nên không thu hồi, thay thế được; xin đính chính.",
         "Submission %1 was answered for %2; it can only be corrected."},
        {"correction.replacement-drafted", "%1 đã có văn bản thay thế hoặc dự thảo thay thế.", "%1 has its replacement already."},
        {"correction.note-corrected", "Đã đính chính: %3 số %1 %2", "Corrected by letter %1, %2"},
        {"correction.note-revoked", "Đã thu hồi: %3 số %1 %2", "Taken back by %1, %2"},
        {"correction.note-replaced", "Đã được thay thế: %1", "Replaced: %1"},
        {"correction.note-replacing", "Đang có dự thảo thay thế", "A replacement is being drafted"},
        {"correction.note-replaces", "Thay thế: %1", "Replaces: %1"},
        {"register.kind-correct", "%1 đính chính", "%1 (correction)"},
        {"register.kind-revoke", "%1 thu hồi", "%1 (revocation)"},
        {"register.corrected", "đính chính: %1", "corrected: %1"},
        {"register.revoked", "thu hồi: %1", "taken back: %1"},
        {"register.replaced", "thay thế: %1", "replaced: %1"},
        {"foresight.revoked", "đã được khen thưởng nhưng quyết định bị thu hồi", "was awarded, and the decision was taken back"},
    };
    return kRows;
}

}
