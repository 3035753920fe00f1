// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "services/core/school_file.h"
#include "services/core/school_summary.h"
#include "support/catch.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <set>

/// The school of the story of one year, and its people.
namespace thidua::test {

inline const SchoolYear kYear(2021);
inline const QString kStaff = QStringLiteral("Họ và tên\tGiới tính\tNgày sinh\tChức vụ\tTổ\tNgày vào ngành\n"
                                             "Trần Văn Đức\tNam\t12/02/1975\tPhó Hiệu trưởng\tTổ văn phòng\t01/09/1998\n"
                                             "Bùi Quang Huy\tNam\t30/09/1983\tTổ trưởng\tTổ 1\t05/09/2006\n"
                                             "A Khôi\tNam\t1984\tTổ trưởng\tTổ 2–3\t05/09/2008\n"
                                             "Y Ngọc\tNữ\t04/11/1988\tTổ trưởng\tTổ 4–5\t05/09/2011\n"
                                             "Lê Thị Thùy Dung\tNữ\t21/06/1990\tVăn thư\tTổ văn phòng\t01/10/2014\n"
                                             "Nguyễn Thị Hoa\tNữ\t17/03/1986\tGiáo viên\tTổ 1\t01/09/2009\n"
                                             "Hoàng Thị Bích Liên\tNữ\t02/04/1985\tGiáo viên\tTổ 1\t01/09/2009\n"
                                             "Nguyễn Thị Ánh\tNữ\t19/08/1991\tGiáo viên\tTổ 2–3\t05/09/2014\n"
                                             "Đỗ Văn An\tNam\t23/12/1989\tGiáo viên\tTổ 4–5\t05/09/2012\n"
                                             "Phạm Thị Yến\tNữ\t1995\tGiáo viên\tTổ 4–5\t05/09/2018\n");
/// Everybody whom the council passes for Lao động tiên tiến, in Vietnamese order by given name.
inline const std::vector<std::string> kAwarded = {"Đỗ Văn An",     "Nguyễn Thị Ánh", "Lê Thị Thùy Dung", "Trần Văn Đức",          "Nguyễn Thị Hoa",
                                                         "Bùi Quang Huy", "A Khôi",         "Y Ngọc",           "Trần Thị Minh Nguyệt", "Phạm Thị Yến"};

inline services::FoundSchool foundation()
{
    services::FoundSchool command;
    command.school.name = "Trường Tiểu học Đăk Tăng";
    command.school.superiorAgency = "Phòng GD&ĐT huyện Kon Plông";
    command.school.conferringAgency = "Ủy ban nhân dân huyện Kon Plông";
    command.school.documentSymbol = "THĐT";
    command.school.placeName = "Đăk Tăng";
    command.firstYear = kYear;
    command.headName = "Trần Thị Minh Nguyệt";
    return command;
}

/// The value of a reading call, which has to succeed.
template <class T>
T taken(Result<T> result)
{
    REQUIRE(result);
    return std::move(*result);
}

/// Fills and accepts a dialog that asks for number and day.
inline void issue(QWidget& dialog, const QString& number, const QString& day)
{
    auto* figure = dialog.findChild<QLineEdit*>(QStringLiteral("issueNumber"));
    figure->selectAll();
    QTest::keyClicks(figure, number);
    auto* date = dialog.findChild<QLineEdit*>(QStringLiteral("issueDate"));
    date->selectAll();
    QTest::keyClicks(date, day);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("issueNow")), Qt::LeftButton);
    if (dialog.isVisible()) { // refused: leaves the draft, which the story then sees
        UNSCOPED_INFO("the dialog refused number " << number.toStdString());
        static_cast<QDialog&>(dialog).reject();
    }
}

/// Names in the cells of the tables of a paper, in the order in which they stand.
inline std::vector<std::string> namesIn(const documents::Document& document, const std::set<std::string>& known)
{
    std::vector<std::string> found;
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (const auto* table = std::get_if<documents::Table>(&block))
                for (const auto& row : table->rows)
                    for (const auto& cell : row.cells)
                        if (const auto text = documents::cellText(cell.value); known.contains(text))
                            found.push_back(text);
    return found;
}

}
