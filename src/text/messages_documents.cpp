// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

std::span<const MessageRow> documentsMessages()
{
    static constexpr MessageRow rows[] = {
        {"output.disk-full", "Ổ đĩa đã đầy, chưa ghi được tệp “%1”. Hãy xóa bớt tệp trên ổ đĩa hoặc chọn nơi lưu khác.",
         "The disk is full, “%1” was not written. Free some space or choose another place."},
        {"output.read-only",
         "Không được phép ghi tệp “%1”. Có thể tệp đang mở ở chương trình khác hoặc thư mục chỉ cho đọc: hãy đóng tệp hoặc chọn nơi lưu khác.",
         "“%1” may not be written. It may be open in another program or the folder may be read-only: close it or choose another place."},
        {"output.no-folder", "Không có thư mục “%1”. Hãy chọn nơi lưu khác.", "There is no folder “%1”. Choose another place."},
        {"output.is-folder", "“%1” là thư mục, không phải tệp. Hãy chọn tên tệp khác.", "“%1” is a folder, not a file. Choose another name."},
        {"output.not-regular", "“%1” không phải là tệp trên ổ đĩa (là ống dẫn hoặc thiết bị). Hãy chọn tên tệp khác.",
         "“%1” is no file on a disk (but a pipe or a device). Choose another name."},
        {"output.is-data", "“%1” là tệp dữ liệu của trường hoặc của chương trình khác; không văn bản nào được ghi đè lên. Hãy chọn tên tệp khác.",
         "“%1” is a file of data, of the school or of another program; no paper is written over it. Choose another name."},
        {"output.io", "Không ghi được tệp “%1” do lỗi ổ đĩa hoặc mạng. Hãy thử lại hoặc chọn nơi lưu khác.",
         "“%1” could not be written because of a disk or network error. Try again or choose another place."},
        {"output.not-whole", "Tệp “%1” ghi ra đọc lại không nguyên vẹn nên không được giữ. Hãy thử lại hoặc chọn nơi lưu khác.",
         "“%1” could not be read again whole after writing and was not kept. Try again or choose another place."},
        {"output.cell-too-long",
         "“%1” có ô dài quá 32.767 chữ, Excel không nhận: “%2”. Hãy xuất ra tệp PDF hoặc Word, hoặc viết ngắn lại.",
         "“%1” has a cell of more than 32,767 letters, which Excel does not take: “%2”. Export it as PDF or Word, or shorten it."},
        {"output.no-fonts",
         "Chưa in được tệp “%1”: máy không có phông chữ nào đủ chữ tiếng Việt (%2). Hãy cài phông chữ Times New Roman hoặc Tinos rồi thử lại; Word và Excel vẫn xuất được.",
         "“%1” cannot be printed: no font with the Vietnamese letters was found (%2). Install Times New Roman or Tinos and try again; Word and Excel still work."},
        {"output.no-table", "Văn bản “%1” không có bảng nên không xuất được ra bảng tính. Hãy xuất ra tệp PDF hoặc Word.",
         "“%1” has no table and cannot become a spreadsheet. Export it as PDF or Word."},
        {"document.unreadable", "Nội dung văn bản đã lưu trong tệp không đọc được. Hãy kiểm tra tệp bằng lệnh check và khôi phục từ bản sao lưu.",
         "The kept content of the paper cannot be read. Check the file and restore it from a backup."},
        {"template.shape", "Mẫu văn bản “%1” không đúng dạng: cần format, code, name, fields, texts như docs/templates.md mô tả.",
         "The template “%1” has not the shape that docs/templates.md describes."},
        {"template.unknown-field", "Mẫu “%1” dùng trường “%2” chưa khai báo ở phần fields.", "The template “%1” uses the field “%2”, which it does not declare."},
        {"template.sign", "Mẫu “%1” có dấu viết chưa đúng: “%2”. Xem cách viết ở docs/templates.md.", "The template “%1” has a wrong sign: “%2”. See docs/templates.md."},
    };
    return rows;
}

}
