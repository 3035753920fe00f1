// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/writers/package.h"
#include "proofread/text_reader.h"
#include "support/catch.h"

using namespace thidua;
using proofread::readText;

namespace {

std::string word(const std::string& body)
{
    const auto bytes = documents::zipped({{"word/document.xml", "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>" + body + "</w:body></w:document>"}});
    REQUIRE(bytes);
    return *bytes;
}

std::string keyOf(std::string_view bytes)
{
    const auto lines = readText(bytes);
    return lines ? "read" : lines.error().key;
}

}

TEST_CASE("lines of a text, whatever ends them and however it is kept")
{
    const std::vector<std::string> expected = {"KẾ HOẠCH", "", "Năm học"};
    CHECK(*readText("KẾ HOẠCH\n\nNăm học") == expected);
    CHECK(*readText("\xEF\xBB\xBFKẾ HOẠCH\r\n\r\nNăm học") == expected);
    CHECK(*readText("KẾ HOẠCH\r\rNăm học") == expected);
    CHECK(*readText("KE\xCC\x82\xCC\x81 HOA\xCC\xA3" "CH\n\nNa\xCC\x86m ho\xCC\xA3" "c") == expected); // marks apart
    CHECK(*readText(std::string_view("\xFF\xFE" "A\0\xA0\x1E" "\n\0", 8)) == std::vector<std::string>{"AẠ", ""});
    CHECK(readText("")->size() == 1);
}

TEST_CASE("paragraphs of a Word document: runs together, breaks and rows as lines")
{
    const auto lines = readText(word("<w:p><w:r><w:t>Kế </w:t></w:r><w:r><w:t>hoạch</w:t></w:r></w:p><w:p/>"
                                     "<w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>"
                                     "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Nguyễn Thị Đào</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                     "<w:p><w:r><w:delText>bỏ</w:delText></w:r><w:r><w:t>giữ</w:t></w:r></w:p>"));
    REQUIRE(lines);
    CHECK(*lines == std::vector<std::string>{"Kế hoạch", "", "một", "hai", "1\tNguyễn Thị Đào", "giữ"});
}

TEST_CASE("what is no text is refused in a sentence of its own")
{
    CHECK(keyOf("%PDF-1.4") == "proof.pdf");
    CHECK(keyOf("{\\rtf1") == "proof.rtf");
    CHECK(keyOf("\xD0\xCF\x11\xE0\xA1\xB1") == "proof.old-word");
    CHECK(keyOf("PK\x03\x04 and no more") == "proof.damaged-archive");
    CHECK(keyOf(*documents::zipped({{"xl/workbook.xml", "<x/>"}})) == "proof.no-word-document");
    CHECK(keyOf(std::string_view("a\0b", 3)) == "proof.not-text");
    CHECK(keyOf("K\xCA HOACH") == "proof.not-text");
    CHECK(keyOf(word("<w:p>")) == "proof.damaged-archive");
    CHECK(keyOf(std::string(9U << 20, 'a')) == "proof.too-long");
    auto half = word("<w:p><w:r><w:t>một</w:t></w:r></w:p>");
    half.resize(half.size() / 2);
    CHECK(keyOf(half) == "proof.damaged-archive");
    std::string bomb = "<w:p><w:r><w:t>" + std::string(70U << 20, 'a') + "</w:t></w:r></w:p>";
    CHECK(keyOf(word(bomb)) == "proof.too-long");
}
