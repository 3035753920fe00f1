// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/vietnamese.h"
#include "support/catch.h"

#include <algorithm>
#include <random>
#include <vector>

using namespace thidua;

TEST_CASE("Text becomes NFC with single spaces", "[base][vietnamese]")
{
    // "Nguyễn Thị Đào" in decomposed letters, with a no-break space and stray blanks.
    const std::string nfd = "  Nguye\xcc\x82\xcc\x83n\xc2\xa0 Thi\xcc\xa3\t \xc4\x90" "a\xcc\x80o ";
    CHECK(normalised(nfd) == "Nguyễn Thị Đào");
    CHECK_FALSE(isNfc(nfd));
    CHECK(isNfc(normalised(nfd)));
    CHECK(nfc("a\xcc\x80\nb") == "à\nb");
    CHECK(normalised("\xff" "a").find("\xef\xbf\xbd") == 0);
    CHECK(normalised("").empty());
}

TEST_CASE("Folding takes marks away and makes đ a d", "[base][vietnamese]")
{
    CHECK(fold("Nguyễn Thị Đào") == "nguyen thi dao");
    CHECK(fold("Ưng Ỷ Lan ỗ ặ") == "ung y lan o a");
    CHECK(fold("A Hùng") == "a hung");
    CHECK(foldedContains(fold("Nguyễn Thị Đào"), "dao nguyen"));
    CHECK(foldedContains(fold("Nguyễn Thị Đào"), "thị"));
    CHECK_FALSE(foldedContains(fold("Nguyễn Thị Đào"), "hoa"));
    CHECK(foldedContains(fold("Đặng"), ""));
}

TEST_CASE("Case follows Vietnamese letters", "[base][vietnamese]")
{
    CHECK(upper("đặng thị ngọc ánh") == "ĐẶNG THỊ NGỌC ÁNH");
    CHECK(lower("ĐẶNG THỊ ƯỚC") == "đặng thị ước");
    CHECK(capitalised("đồng chí") == "Đồng chí");
}

namespace {

std::vector<std::string> inOrder(std::vector<std::string> names)
{
    std::mt19937 engine(7);
    std::shuffle(names.begin(), names.end(), engine);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return sortKey(a) < sortKey(b); });
    return names;
}

std::vector<std::string> peopleInOrder(std::vector<std::string> names)
{
    std::mt19937 engine(8);
    std::shuffle(names.begin(), names.end(), engine);
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return PersonName::parse(a)->sortKey() < PersonName::parse(b)->sortKey(); });
    return names;
}

}

TEST_CASE("Given names in Vietnamese order: letters first, then tones", "[base][vietnamese][order]")
{
    const std::vector<std::string> names = {"An", "Án", "Anh", "Ánh", "Ăn", "Ân", "Ba", "Bách", "Bình", "Châu", "Dung", "Dũng", "Đan", "Đào", "Đăng", "Đặng",
                                            "Đoan", "Đức", "Em", "Hà", "Hạnh", "Hoa", "Hòa", "Hồng", "Lan", "Ngân", "Nghĩa", "Ngọc", "Oanh", "Tâm", "Thảo",
                                            "Uyên", "Ước", "Vân", "Yến"};
    CHECK(inOrder(names) == names);
}

TEST_CASE("Tones stand in the order ngang, huyền, hỏi, ngã, sắc, nặng", "[base][vietnamese][order]")
{
    const std::vector<std::string> tones = {"ma", "mà", "mả", "mã", "má", "mạ"};
    CHECK(inOrder(tones) == tones);
    const std::vector<std::string> letters = {"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
                                              "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
    CHECK(inOrder(letters) == letters);
}

TEST_CASE("People are listed by given, then middle, then family name", "[base][vietnamese][order]")
{
    const std::vector<std::string> people = {"Mai Thị Lan Anh", "Nguyễn Lan Anh", "Võ Thị Kim Ánh", "Phan Văn Bình", "Lê Thị Ngọc Diệp", "Trương Văn Đức",
                                             "Nguyễn Thị Hoa",  "Trần Thị Hoa",   "Hoàng Thị Bích Liên", "Trần Thị Minh Nguyệt", "Y Nga"};
    auto expected = people;
    // Lan before Thị Lan; Nga before Nguyệt.
    expected[0] = "Nguyễn Lan Anh";
    expected[1] = "Mai Thị Lan Anh";
    std::swap(expected[9], expected[10]);
    CHECK(peopleInOrder(people) == expected);
}

TEST_CASE("every letter with every tone stands in its place", "[base][vietnamese][order]")
{
    const std::vector<std::string> names = {
        "A", "À", "Ả", "Ã", "Á", "Ạ", "Ă", "Ằ", "Ẳ", "Ẵ", "Ắ", "Ặ", "Â", "Ầ", "Ẩ", "Ẫ", "Ấ", "Ậ", "B", "C", "D", "Đ",
        "E", "È", "Ẻ", "Ẽ", "É", "Ẹ", "Ê", "Ề", "Ể", "Ễ", "Ế", "Ệ", "G", "H", "I", "Ì", "Ỉ", "Ĩ", "Í", "Ị", "K", "L", "M", "N",
        "O", "Ò", "Ỏ", "Õ", "Ó", "Ọ", "Ô", "Ồ", "Ổ", "Ỗ", "Ố", "Ộ", "Ơ", "Ờ", "Ở", "Ỡ", "Ớ", "Ợ", "P", "Q", "R", "S", "T",
        "U", "Ù", "Ủ", "Ũ", "Ú", "Ụ", "Ư", "Ừ", "Ử", "Ữ", "Ứ", "Ự", "V", "X", "Y", "Ỳ", "Ỷ", "Ỹ", "Ý", "Ỵ"};
    CHECK(inOrder(names) == names);
    CHECK(peopleInOrder(names) == names);
    // As a given name, a middle one and a family name: each part is compared before the next.
    for (const auto& [before, behind] : std::initializer_list<std::pair<std::string, std::string>>{{"Lê Thị ", ""}, {"Lê ", " Anh"}, {"", " Thị Anh"}}) {
        std::vector<std::string> whole;
        for (const auto& name : names)
            whole.push_back(before + name + behind);
        CHECK(peopleInOrder(whole) == whole);
    }
}

TEST_CASE("who has fewer names stands first", "[base][vietnamese][order]")
{
    const std::vector<std::string> people = {"Anh", "Đỗ Anh", "Lê Anh", "Lê Lan Anh", "Lê Lan Thị Anh", "Hà Thị Anh", "Lê Thị Anh", "Lê Thị Lan Anh", "Lê Ánh", "Bùi Bình"};
    CHECK(peopleInOrder(people) == people);
}

TEST_CASE("Marks, spaces and capitals typed another way sort alike", "[base][vietnamese][order]")
{
    CHECK(sortKey("ĐẶNG") == sortKey("đặng"));
    CHECK(sortKey("hòa") == sortKey("hoà"));
    CHECK(sortKey("Da\xcc\x86ng") == sortKey("Dăng"));
    CHECK(sortKey("  Lan   Anh ") == sortKey("Lan Anh"));
    CHECK(sortKey("An") < sortKey("An Bình"));
}

TEST_CASE("Names split into family, middle and given", "[base][vietnamese]")
{
    const auto name = PersonName::parse("  Hoàng  Thị Bích Liên ");
    REQUIRE(name);
    CHECK(name->family == "Hoàng");
    CHECK(name->middle == "Thị Bích");
    CHECK(name->given == "Liên");
    CHECK(name->full() == "Hoàng Thị Bích Liên");
    const auto one = PersonName::parse("Liên");
    REQUIRE(one);
    CHECK(one->given == "Liên");
    CHECK(one->full() == "Liên");
    CHECK_FALSE(PersonName::parse("   "));
}
