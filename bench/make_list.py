# A list of so many pupils with twenty columns, as a pupil system exports it: make_list.py PUPILS OUT.xlsx
import random
import sys

import openpyxl

FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đinh", "Bùi", "Đỗ", "Võ", "A", "Y"]
MIDDLE = ["Thị", "Văn", "Minh", "Ngọc", "Xuân", "Thu", "Đức"]
GIVEN = ["An", "Bình", "Chi", "Dũng", "Đào", "Giang", "Hà", "Hương", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Quân", "Sơn", "Thảo", "Uyên"]
HEADINGS = ["STT", "Mã học sinh", "Họ và tên", "Ngày sinh", "Giới tính", "Lớp", "Khối", "Dân tộc", "Tôn giáo", "Địa chỉ", "Điện thoại", "Họ tên cha",
            "Nghề cha", "Họ tên mẹ", "Nghề mẹ", "Diện", "Học lực", "Hạnh kiểm", "Email", "Ghi chú"]

random.seed(7)
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("DS")
for line in (["TRƯỜNG TIỂU HỌC"], ["DANH SÁCH HỌC SINH NĂM HỌC 2022-2023"], [], HEADINGS):
    sheet.append(line)
for i in range(int(sys.argv[1])):
    grade = i % 5 + 1
    sheet.append([i + 1, f"HS{i:06}", " ".join(map(random.choice, (FAMILY, MIDDLE, GIVEN))), f"{i % 28 + 1:02}/{i % 12 + 1:02}/{2016 - grade}",
                  "Nữ" if i % 2 else "Nam", f"{grade}{'ABCDEFGH'[i // 5 % 8]}", grade, "Kinh", "Không", f"Thôn {i % 9}, xã Măng Đen", f"09{i:08}",
                  f"Nguyễn Văn {i}", "Nông", f"Trần Thị {i}", "Nông", "", "Tốt", "Tốt", f"hs{i}@truong.edu.vn", f"ghi chú {i}"])
book.save(sys.argv[2])
