// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

// The calendar of the school year.
std::span<const MessageRow> calendarMessages()
{
    static constexpr MessageRow kRows[] = {
        {"calendar.kind.milestone", "Mốc năm học", "School year"},
        {"calendar.kind.deadline", "Hạn, việc phải làm", "Deadline"},
        {"calendar.kind.meeting", "Họp Hội đồng", "Meeting"},
        {"calendar.kind.campaign", "Phong trào", "Campaign"},
        {"calendar.kind.observance", "Ngày lễ, kỷ niệm", "Observance"},
        {"calendar.first-day", "Ngày đầu năm học", "First day of the school year"},
        {"calendar.second-term", "Bắt đầu học kỳ II", "Second term begins"},
        {"calendar.last-day", "Ngày cuối năm học", "Last day of the school year"},
        {"calendar.registration", "Hạn đăng ký thi đua", "Registration deadline"},
        {"calendar.years", "%1 năm", "%1 years"},
        {"calendar.round-years", "%1 năm (năm tròn)", "%1 years (a round number)"},
        {"calendar.until", "đến %1", "until %1"},
        {"calendar.weekday.0", "Chủ nhật", "Sunday"},
        {"calendar.weekday.1", "Thứ Hai", "Monday"},
        {"calendar.weekday.2", "Thứ Ba", "Tuesday"},
        {"calendar.weekday.3", "Thứ Tư", "Wednesday"},
        {"calendar.weekday.4", "Thứ Năm", "Thursday"},
        {"calendar.weekday.5", "Thứ Sáu", "Friday"},
        {"calendar.weekday.6", "Thứ Bảy", "Saturday"},
        {"observance.none-missing", "Các ngày lễ, kỷ niệm thường có đã ở trong tệp.", "The usual observances stand in the file already."},
        {"observance.several", "lễ, kỷ niệm thường có (%1 ngày)", "usually observed (%1 days)"},
    };
    return kRows;
}

}
