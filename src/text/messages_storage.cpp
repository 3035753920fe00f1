// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

std::span<const MessageRow> storageMessages()
{
    static constexpr MessageRow kRows[] = {
        {"file.not-found", "Không tìm thấy tệp “%1”; xin kiểm tra lại tên và thư mục.", "The file “%1” was not found; check its name and folder."},
        {"file.is-folder", "“%1” là thư mục, không phải tệp của trường; xin chọn tệp có đuôi .thidua.", "“%1” is a folder, not a school file; choose a .thidua file."},
        {"file.no-folder", "Không có thư mục “%1”; xin tạo thư mục hoặc chọn nơi khác.", "There is no folder “%1”; create it or choose another place."},
        {"file.exists", "Đã có tệp “%1”; chương trình không ghi đè. Xin chọn tên khác.", "The file “%1” exists already and is not overwritten; choose another name."},
        {"file.not-ours", "“%1” không phải là tệp dữ liệu của Thi Đua; tệp đó vẫn như cũ. Xin chọn tệp có đuôi .thidua.",
         "“%1” is not a Thi Đua school file; it was left untouched. Choose a .thidua file."},
        {"file.corrupt", "Tệp “%1” bị hỏng, không đọc được; xin phục hồi từ bản sao lưu gần nhất.", "The file “%1” is damaged and cannot be read; restore the newest backup."},
        {"file.read-only", "Không ghi được vào “%1” vì tệp hoặc thư mục chỉ cho đọc; xin chép tệp sang nơi ghi được rồi mở lại.",
         "“%1” cannot be written because the file or its folder is read-only; copy it to a place that can be written and open it there."},
        {"file.folder-read-only", "Không ghi được vào thư mục “%1”; xin chọn thư mục khác.", "The folder “%1” cannot be written; choose another one."},
        {"file.cannot-open", "Không mở được “%1”; xin kiểm tra quyền đọc, ghi đối với tệp và thư mục.", "“%1” cannot be opened; check the rights on the file and its folder."},
        {"file.cannot-write", "Không ghi được “%1”; xin kiểm tra ổ đĩa rồi thử lại.", "“%1” cannot be written; check the disk and try again."},
        {"file.busy", "Tệp “%1” đang được một chương trình khác mở; xin đóng chương trình đó rồi thử lại.",
         "Another program has the file “%1” open; close it and try again."},
        {"file.busy-with-backup", "Tệp “%1” đang được một chương trình khác mở; xin đóng chương trình đó rồi thử lại. Bản sao lưu đã kiểm tra gần nhất: %2 (%3).",
         "Another program has the file “%1” open; close it and try again. Newest verified backup: %2 (%3)."},
        {"file.busy-no-backup", "Tệp “%1” đang được một chương trình khác mở; xin đóng chương trình đó rồi thử lại. Chưa có bản sao lưu nào được ghi nhận.",
         "Another program has the file “%1” open; close it and try again. No verified backup is known."},
        {"file.disk-full", "Ổ đĩa đã đầy nên không ghi được “%1”; dữ liệu vẫn như trước. Xin giải phóng chỗ rồi làm lại.",
         "The disk is full, so “%1” could not be written; the data are as they were. Free some space and try again."},
        {"file.io", "Ổ đĩa không đọc, ghi được “%1”; dữ liệu vẫn như trước. Xin kiểm tra ổ đĩa, USB hoặc mạng rồi làm lại.",
         "The disk could not read or write “%1”; the data are as they were. Check the disk, stick or network and try again."},
        {"file.too-new", "Tệp do phiên bản Thi Đua mới hơn tạo ra (cấu trúc %1, chương trình này đọc đến %2); xin cài phiên bản mới.",
         "The file was made by a newer Thi Đua (structure %1, this program knows up to %2); install the newer version."},
        {"file.needs-upgrade", "Tệp “%1” do phiên bản cũ tạo ra; xin mở bằng chương trình một lần để nâng cấp rồi làm lại.",
         "The file “%1” was made by an older version; open it once in the program to upgrade it, then try again."},
        {"file.upgrade-failed", "Không nâng cấp được tệp lên cấu trúc %1; tệp vẫn như cũ. Xin gửi nhật ký cho người hỗ trợ.",
         "The file could not be upgraded to structure %1; it is as it was. Send the log to support."},
        {"row.stale", "Mục này đã được sửa sau khi mở ra xem; xin mở lại rồi sửa.", "This record has been changed since it was shown; open it again and repeat the change."},
        {"row.frozen", "Mục này đã ban hành hoặc đã chốt nên không sửa, không xóa được; muốn thay đổi phải ra văn bản mới.",
         "This has been issued or closed and cannot be changed or removed; a new paper must supersede it."},
        {"row.in-use", "Không xóa được vì còn mục khác đang dùng đến; xin gỡ các mục đó trước.", "This cannot be removed because other records still use it; detach those first."},
        {"row.duplicate", "Mục này đã có rồi; xin xem lại số, tên hoặc người đã chọn.", "This exists already; check the number, name or person."},
        {"row.not-allowed", "Có ô ghi giá trị mà tệp không nhận; xin xem lại các ô vừa nhập.", "A field holds a value that the file does not accept; check what was entered."},
        {"backup.damaged", "Bản sao lưu “%1” bị hỏng; xin dùng bản khác.", "The backup “%1” is damaged; use another one."},
        {"backup.chain-broken", "Bản sao lưu “%1” có nhật ký không khớp từ mục số %2: tệp đã bị sửa ngoài chương trình.",
         "The change record of the backup “%1” does not fit from entry %2 on: it was altered outside the program."},
        {"restore.same-file", "Bản sao lưu và tệp cần phục hồi là một: “%1”; xin chọn tệp khác.", "The backup and the file to restore are the same: “%1”; choose another."},
        {"check.no-school", "Tệp có nhiều hơn một trường.", "The file has more than one school."},
        {"check.head-missing", "Người đứng đầu của %1 không có trong sổ cán bộ.", "The head of %1 is not among the people."},
        {"check.issued-without-number", "Văn bản “%1” đã ban hành mà thiếu số hoặc ngày.", "The paper “%1” is issued but lacks its number or date."},
        {"check.conferred-without-decision", "Đề nghị của %1 ghi là đã tặng mà không có quyết định.", "The nomination of %1 is conferred without a decision."},
        {"check.award-without-history", "%1 được tặng theo quyết định mà chưa có trong quá trình khen thưởng.", "%1's award is missing from the honour history."},
        {"check.council-without-decision", "%1 đã thành lập mà không có quyết định.", "%1 is established without a decision."},
        {"check.council-even", "%1 có số thành viên chẵn.", "%1 has an even number of members."},
        {"check.tally-more-than-members", "Phiếu của %1 nhiều hơn số thành viên Hội đồng.", "%1 has more ballots than the council has members."},
        {"check.tally-undecided", "Phiếu của %1 đã chốt mà chưa có kết quả.", "%1's count is closed without a result."},
        {"check.verdict-without-pack", "Kết luận của %1 không còn bộ quy định đi kèm.", "%1's verdict lacks the rule pack it was made with."},
        {"check.registration-empty", "Đăng ký số %1 không có danh hiệu nào.", "Registration %1 has no honour."},
        {"check.initiative-shares", "Tỷ lệ đóng góp của sáng kiến “%1” vượt 100 %.", "The shares of the initiative “%1” exceed 100 %."},
        {"check.year-dates", "Ngày đầu năm, học kỳ II và cuối năm của năm học %1 không theo thứ tự.", "The dates of school year %1 are out of order."},
        {"check.integrity", "SQLite báo tệp hỏng: %1.", "SQLite reports damage: %1."},
        {"check.foreign-key", "Bảng %1, dòng %2 trỏ tới một dòng không có.", "Table %1, row %2 points at a missing row."},
        {"check.name-keys", "Khóa tìm và xếp của “%1” không khớp tên.", "The search and sort keys of “%1” do not fit the name."},
        {"check.chain", "Nhật ký không khớp từ mục số %1: tệp đã bị sửa ngoài chương trình.", "The change record does not fit from entry %1 on: the file was altered outside the program."},
    };
    return kRows;
}

}
