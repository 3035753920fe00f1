// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

std::span<const MessageRow> regulationMessages()
{
    static constexpr MessageRow kRows[] = {
        {"regulation.none", "không đặt", "none"},
        {"regulation.law-sets-none", "trung ương không đặt", "the law sets none"},
        {"regulation.no-condition", "chưa có điều kiện bổ sung", "nothing added"},
        {"regulation.yes", "có", "yes"},
        {"regulation.no", "không", "no"},
        {"regulation.months", "%1 tháng", "%1 months"},
        {"regulation.years", "%1 năm", "%1 years"},
        {"regulation.days", "%1 ngày", "%1 days"},
        {"regulation.dong", "%1 đồng", "%1 đồng"},
        {"regulation.confirmed", "đã đối chiếu với văn bản", "checked against the text"},
        {"regulation.confirmation", "Xác nhận các điều kiện chuyển tiếp của bộ quy định từ %1", "Confirmation of the rules carried over to %1"},
        {"regulation.for-honours", "áp dụng cho %1", "for %1"},
        {"regulation.target-missing", "Xin chọn nội dung mà quy định này đặt ra.", "Please choose what this regulation sets."},
        {"regulation.target-unknown", "Bộ quy định đang dùng không có nội dung “%1”; xin chọn nội dung khác.", "The rules in use have no “%1”; choose another."},
        {"regulation.cite-missing", "Xin ghi điều khoản đặt ra mức này, ví dụ Điều 5 Quy chế thi đua, khen thưởng của trường.",
         "Please cite what sets this, e.g. Điều 5 of the school's regulation."},
        {"regulation.reason-missing", "Xin ghi lý do; lý do được lưu trong nhật ký.", "Please give the reason; it is kept on record."},
        {"regulation.ends-before-start", "Ngày hết hiệu lực %1 trước ngày có hiệu lực %2; xin xem lại hai ngày.", "The last day %1 is before the first day %2."},
        {"regulation.before-first-rules", "Ngày có hiệu lực %1 trước %2 là ngày sớm nhất mà chương trình có quy định; xin chọn ngày từ đó trở đi.",
         "The first day %1 is before %2, the first day whose rules the program knows."},
        {"regulation.value-missing", "Xin ghi mức hoặc giá trị.", "Please enter the value."},
        {"regulation.honours-missing", "Xin chọn ít nhất một danh hiệu hoặc hình thức mà điều kiện này áp dụng.", "Please choose at least one honour."},
        {"regulation.bad-value", "Giá trị ghi cho “%1” không đúng loại; xin ghi lại.", "The value given for “%1” is not of the right kind."},
        {"regulation.overlap", "Trùng thời gian với quy định đã có “%1” từ %2; xin đặt ngày hết hiệu lực cho một trong hai.",
         "Overlaps the entry “%1” from %2; give one of them a last day."},
        {"regulation.breaks-other", "Mức này làm cho quy định cấp dưới “%1” (%2) trở nên trái; xin sửa quy định cấp dưới trước.",
         "This would put the lower entry “%1” (%2) in the wrong; change that first."},
        {"regulation.not-provisional", "Bộ quy định “%1” không có gì cần xác nhận.", "The rule set “%1” needs no confirmation."},
        {"pack.missing", "Tệp không còn giữ bộ quy định “%1”; xin nhập lại bộ quy định đó.", "The file no longer holds the rule pack “%1”; take it in again."},
        {"pack.altered", "Bộ quy định “%1” giữ trong tệp không còn như lúc xét; tệp đã bị sửa ngoài chương trình.",
         "The rule pack “%1” is not as it was: the file was altered outside the program."},
        {"nomination.facts-not-kept", "Đề nghị của %1 được xét khi chương trình chưa lưu dữ kiện, nên không xét lại được từ hồ sơ đã lưu.",
         "The nomination of %1 was judged before facts were kept, so it cannot be judged again from the record."},
    };
    return kRows;
}

}
