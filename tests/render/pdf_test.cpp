// SPDX-License-Identifier: GPL-3.0-or-later
#include "../documents/archive.h"
#include "base/vietnamese.h"
#include "qt_application.h"
#include "render/page_painter.h"
#include "../documents/sample_papers.h"
#include "support/catch.h"

#include <QImage>
#include <QPainter>
#include <cstdlib>

using namespace thidua;
using namespace thidua::render;

namespace {

/// What a program of poppler-utils prints about the file.
std::string output(const std::string& command, const tests::TemporaryFolder& folder)
{
    const auto result = folder / "out.txt";
    REQUIRE(std::system((command + " > '" + result.string() + "'").c_str()) == 0);
    return tests::readFile(result);
}

std::string flat(std::string text)
{
    return normalised(text);
}

}

TEST_CASE("every paper's PDF can be searched, in NFC, with its fonts inside", "[render][pdf]")
{
    tests::startQt();
    const tests::TemporaryFolder folder;
    for (const auto& [name, document] : samples::all()) {
        INFO(name);
        const auto path = folder / "paper.pdf";
        REQUIRE(writePdf(document, path).has_value());
        const auto quoted = "'" + path.string() + "'";
        const auto text = output("pdftotext -layout " + quoted + " -", folder);
        CHECK(isNfc(text));
        CHECK(text.find("\xEF\xBF\xBD") == std::string::npos);
        CHECK(text.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") != std::string::npos);
        const auto fonts = output("pdffonts " + quoted, folder);
        CHECK(fonts.find(" no  no") == std::string::npos);
        CHECK(fonts.find("Type 3") == std::string::npos);
        CHECK(output("pdfinfo " + quoted, folder).find(document.title) != std::string::npos);
    }
}

TEST_CASE("sentences run on in the PDF and names are found whole", "[render][pdf]")
{
    tests::startQt();
    const tests::TemporaryFolder folder;
    const auto path = folder / "paper.pdf";
    REQUIRE(writePdf(documents::plan(samples::plan()), path).has_value());
    const auto text = flat(output("pdftotext '" + path.string() + "' -", folder));
    CHECK(text.find("Phát huy những kết quả, thành tích đã đạt được và tinh thần đoàn kết, chủ động, sáng tạo của tập thể") != std::string::npos);
    CHECK(text.find("ngày 20 tháng 10 năm 2021") != std::string::npos);
    CHECK(text.find("Đỗ Thị Minh Hạnh") != std::string::npos);
    CHECK(output("pdfinfo '" + path.string() + "'", folder).find("A4") != std::string::npos);
}

TEST_CASE("a PDF that cannot be written says so and leaves nothing", "[render][pdf]")
{
    tests::startQt();
    const tests::TemporaryFolder folder;
    const auto result = writePdf(documents::ballots(samples::ballots()), folder.path() / "không có" / "a.pdf");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().key == "output.no-folder");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the preview draws the same page as the paper, in millimetres", "[render][preview]")
{
    tests::startQt();
    const auto pages = PageSet::layout(documents::registrationList(samples::registration()));
    REQUIRE(pages.pageCount() == 2);
    CHECK(pages.pageSizeMm(0) == QSizeF(210, 297));
    QImage image(840, 1188, QImage::Format_RGB32);  // 4 pixels a millimetre
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.scale(4, 4);
        pages.paint(painter, 0);
    }
    const auto darkIn = [&](double x0, double y0, double x1, double y1) {
        int dark = 0;
        for (int y = static_cast<int>(y0 * 4); y < static_cast<int>(y1 * 4); ++y)
            for (int x = static_cast<int>(x0 * 4); x < static_cast<int>(x1 * 4); ++x)
                dark += qGray(image.pixel(x, y)) < 128;
        return dark;
    };
    CHECK(darkIn(104, 21, 194, 25) > 300);   // quốc hiệu
    CHECK(darkIn(29.5, 60, 30.5, 270) > 800);  // the table's left edge
    CHECK(darkIn(0, 0, 29, 297) == 0);
    CHECK(darkIn(196, 0, 210, 297) == 0);
}
