// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

// The first argument is the place in the JSON, e.g. facts.votes.for.
std::span<const MessageRow> rulesMessages()
{
    static constexpr MessageRow kRows[] = {
        {"case.not-json", "Tệp không phải là JSON hợp lệ, sai ở dòng %1; hãy sửa lại tệp.", "The file is not valid JSON (line %1); please correct it."},
        {"case.not-object", "Chỗ “%1” phải là một đối tượng JSON.", "“%1” must be a JSON object."},
        {"case.not-list", "Chỗ “%1” phải là một danh sách.", "“%1” must be a list."},
        {"case.not-text", "Chỗ “%1” phải là chữ.", "“%1” must be text."},
        {"case.not-integer", "Chỗ “%1” phải là số nguyên.", "“%1” must be a whole number."},
        {"case.not-boolean", "Chỗ “%1” phải là true hoặc false.", "“%1” must be true or false."},
        {"case.empty", "Chỗ “%1” không được để trống.", "“%1” must not be empty."},
        {"case.unknown-key", "Không có mục “%1”; hãy bỏ đi hoặc sửa tên, ở chỗ này chỉ có: %2.", "There is no “%1”; remove it or correct its name, here are only: %2."},
        {"case.missing-key", "Thiếu “%1”; hãy bổ sung.", "“%1” is missing; please add it."},
        {"case.bad-date", "Chỗ “%1” ghi “%2”, không phải là ngày có thật dạng 2022-05-25.", "“%1” says “%2”, which is not a real date like 2022-05-25."},
        {"case.bad-school-year", "Chỗ “%1” ghi “%2”, không phải là năm học dạng 2021-2022.", "“%1” says “%2”, which is not a school year like 2021-2022."},
        {"case.bad-code", "Chỗ “%1” ghi “%2”, không thuộc các giá trị được phép: %3.", "“%1” says “%2”, which is not one of: %3."},
        {"case.bad-honour", "Chỗ “%1” ghi “%2”, không phải là mã danh hiệu.", "“%1” says “%2”, which is no honour code."},
        {"case.bad-registration", "Chỗ “%1” phải là true, false hoặc danh sách mã danh hiệu đã đăng ký.", "“%1” must be true, false or the list of codes registered."},
        {"case.negative", "Chỗ “%1” ghi số âm %2; hãy ghi từ 0 trở lên.", "“%1” is negative (%2); it must be 0 or more."},
        {"case.too-small", "Chỗ “%1” ghi %2, nhỏ hơn mức cho phép là %3.", "“%1” says %2, below the least %3."},
        {"case.too-large", "Chỗ “%1” ghi %2, lớn hơn mức cho phép là %3.", "“%1” says %2, above the most %3."},
        {"case.over-whole", "Chỗ “%1” ghi %2, lớn hơn “%3” là %4; hãy kiểm tra lại hai số.", "“%1” is %2, above “%3”, which is %4; check both numbers."},
        {"case.before-first-rules", "Chỗ “%1” ghi ngày %2, trước %3 là ngày sớm nhất mà chương trình có quy định; hãy chọn ngày từ đó trở đi.",
         "“%1” says %2, before %3, the first day whose rules the program knows; choose a later day."},
        {"rules.file-not-json", "Tệp quy định “%1” không phải là JSON hợp lệ.", "The rule file “%1” is not valid JSON."},
        {"rules.pack-broken", "Bộ quy định không đọc được; hãy dùng bộ quy định khác.", "The rule pack cannot be read; use another one."},
        {"rules.not-a-pack", "Tệp không phải là bộ quy định.", "The file is not a rule pack."},
        {"rules.verdict-broken", "Kết luận đã lưu không đọc được.", "The stored verdict cannot be read."},
        {"rules.id-missing", "Mục %1 thiếu “id”.", "%1 lacks its id."},
        {"rules.id-twice", "Mục %1 dùng lại mã “%2”.", "%1 uses the id “%2” again."},
        {"rules.uncited", "Mục %1 không có căn cứ; mỗi điều kiện, giá trị đều phải dẫn điều luật.", "%1 has no citation; every condition and value needs one."},
        {"rules.unknown-source", "Mục %1 dẫn văn bản không có trong danh mục nguồn: %2.", "%1 cites an unknown source: %2."},
        {"rules.source-not-in-force", "Mục %1 dẫn văn bản %2 không có hiệu lực trong cả khoảng thời gian của mục.", "%1 cites %2, which is not in force on all its days."},
        {"rules.unknown-key", "Mục %1 có khóa không dùng được: “%2”.", "%1 has a key of no use: “%2”."},
        {"rules.unknown-placeholder", "Mục %1 dùng chỗ điền không có: {%2}.", "%1 uses the unknown placeholder {%2}."},
        {"rules.bad-layering", "Tham số %1 có “layering” là “%2”; chỉ được là fixed, open hoặc tighten.", "%1 has the layering “%2”; it must be fixed, open or tighten."},
        {"rules.bad-value", "Mục %1 ghi giá trị %2, không hợp với đơn vị của tham số.", "%1 says %2, which does not fit the parameter's unit."},
        {"rules.one-language", "Mục %1 thiếu một trong hai ngôn ngữ vi, en.", "%1 lacks one of the languages vi and en."},
        {"rules.not-nfc", "Mục %1 có chữ chưa chuẩn hóa Unicode NFC.", "%1 has text that is not in Unicode NFC."},
        {"rules.wordless", "Mục %1 thiếu lời giải thích hoặc cách khắc phục: %2.", "%1 lacks the words %2."},
        {"rules.bad-date", "Mục %1 ghi %2, không phải là ngày có thật.", "%1 says %2, which is not a real date."},
        {"rules.no-first-day", "Mục %1 thiếu ngày bắt đầu “from”.", "%1 lacks its first day “from”."},
        {"rules.ends-before-start", "Mục %1 kết thúc trước khi bắt đầu.", "%1 ends before it starts."},
        {"rules.dates-overlap", "Mục %1 có khoảng thời gian chồng nhau từ ngày %2.", "The dates of %1 overlap from %2 on."},
        {"rules.rule-incomplete", "Mục %1 thiếu phần bắt buộc (label, test, when, instead hoặc priority).", "%1 lacks a required part."},
        {"rules.no-versions", "Mục %1 không có phiên bản nào.", "%1 has no version."},
        {"rules.unknown-param", "Mục %1 dùng tham số không có: “%2”.", "%1 uses the unknown parameter “%2”."},
        {"rules.unknown-rule", "Mục %1 dẫn tới quy tắc không có: %2.", "%1 refers to the unknown rule %2."},
        {"rules.unknown-honour", "Mục %1 không phải là danh hiệu, hình thức có trong danh mục.", "%1 is no honour on the list."},
        {"rules.unknown-fact", "Mục %1 dùng dữ kiện chưa khai báo: “%2”.", "%1 uses the undeclared fact “%2”."},
        {"rules.unknown-op", "Mục %1 dùng phép so sánh không có: “%2”.", "%1 uses the unknown operator “%2”."},
        {"rules.bad-node", "Mục %1 phải có đúng một trong: all, any, not, at_least, test, count, between, ref.", "%1 must have exactly one of all, any, not, at_least, test, count, between, ref."},
        {"rules.cycle", "Quy tắc %1 dẫn vòng về chính nó.", "The rule %1 refers back to itself."},
        {"rules.layer-fixed", "Giá trị “%1” do pháp luật ấn định (%2), nhà trường không đặt khác được.", "“%1” is fixed by law (%2)."},
        {"rules.layer-loosens", "Giá trị “%1” = %2 nới lỏng mức %3 của %4; chỉ được đặt chặt hơn.", "“%1” = %2 loosens %3 of %4; it may only be tightened."},
        {"rules.layer-bad-value", "Chỗ “%1” ghi %2, không hợp với tham số “%3”.", "“%1” says %2, which does not fit the parameter “%3”."},
        {"rules.layer-unknown-kind", "Chỗ “%1” thêm điều kiện thuộc loại chưa biết: %2.", "“%1” adds a condition of an unknown kind: %2."},
        {"rules.layer-condition-closed", "Không thêm được điều kiện “%1” đối với %2: pháp luật đã quy định đủ tiêu chuẩn (%3); hãy bỏ danh hiệu, hình thức này khỏi điều kiện.", "“%1” cannot be added to %2: the law closes its standard (%3)."},
        {"rules.layer-unknown-param", "Chỗ “%1” đặt tham số không có: “%2”.", "“%1” sets the unknown parameter “%2”."},
    };
    return kRows;
}

}
