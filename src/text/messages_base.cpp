// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

std::span<const MessageRow> baseMessages()
{
    static constexpr MessageRow kRows[] = {
        {"work.stopped", "Đã dừng theo yêu cầu; chưa ghi gì.", "Stopped as asked; nothing was written."},
        {"error.internal", "Chương trình gặp lỗi bên trong; dữ liệu vẫn như trước. Xin thử lại, nếu còn gặp thì gửi nhật ký cho người hỗ trợ.",
         "The program hit an internal error; the data are as they were. Please try again; if it happens again, send the log to support."},
        {"date.not-date", "“%1” không phải là ngày; xin ghi như 04/10/2021.", "“%1” is not a date; write it like 04/10/2021."},
        {"date.not-iso", "“%1” không phải là ngày dạng năm-tháng-ngày; xin ghi như 2021-10-04.", "“%1” is not a year-month-day date; write it like 2021-10-04."},
        {"date.impossible", "“%1” không phải là ngày có thật; xin xem lại tháng và năm.", "“%1” is not a real date; check the month and year."},
        {"date.no-such-day", "Ngày “%1” không có thật: tháng %2 chỉ có %3 ngày. Xin sửa lại.", "There is no such day as “%1”: month %2 has only %3 days. Please correct it."},
        {"school-year.not-one", "“%1” không phải là năm học; xin ghi như 2021-2022.", "“%1” is not a school year; write it like 2021-2022."},
    };
    return kRows;
}

}
