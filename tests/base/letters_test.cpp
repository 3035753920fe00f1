// SPDX-License-Identifier: GPL-3.0-or-later
// Which letters a text is made of, and when two names are one.
#include "base/code_points.h"
#include "base/look_alikes.h"
#include "base/name_keys.h"
#include "base/old_encodings.h"
#include "base/plain_letters.h"
#include "base/syllable.h"
#include "base/text_lines.h"
#include "base/vietnamese.h"
#include "support/catch.h"

#include <map>
#include <random>

using namespace thidua;

namespace {

/// Every letter that Vietnamese is written with, in NFC.
std::vector<char32_t> vietnameseLetters()
{
    std::vector<char32_t> letters;
    for (const char32_t letter : codePoints("bcdghklmnpqrstvxđfjwz"))
        letters.push_back(letter);
    for (const char32_t vowel : codePoints("aăâeêioôơuưy"))
        for (const std::u32string& tone : std::initializer_list<std::u32string>{U"", U"\u0300", U"\u0301", U"\u0303", U"\u0309", U"\u0323"})
            letters.push_back(codePoints(nfc(utf8Of(std::u32string(1, vowel) + tone))).front());
    const auto small = letters.size();
    for (std::size_t i = 0; i < small; ++i)
        letters.push_back(codePoints(upper(utf8Of(std::u32string(1, letters[i])))).front());
    return letters;
}

std::string madeUp(std::mt19937& engine, const std::u32string& from, std::size_t length)
{
    std::u32string text;
    for (std::size_t i = 0; i < length; ++i)
        text += from[engine() % from.size()];
    return utf8Of(text);
}

/// `text` as it was typed with a VNI font.
std::string inVni(const std::string& text)
{
    static const std::map<std::u32string, char32_t> marks{
        {U"\u0300", U'ø'}, {U"\u0301", U'ù'}, {U"\u0309", U'û'}, {U"\u0303", U'õ'}, {U"\u0323", U'ï'},
        {U"\u0302", U'â'}, {U"\u0302\u0300", U'à'}, {U"\u0302\u0301", U'á'}, {U"\u0302\u0309", U'å'}, {U"\u0302\u0303", U'ã'}, {U"\u0302\u0323", U'ä'},
        {U"\u0306", U'ê'}, {U"\u0306\u0300", U'è'}, {U"\u0306\u0301", U'é'}, {U"\u0306\u0309", U'ú'}, {U"\u0306\u0303", U'ü'}, {U"\u0306\u0323", U'ë'}};
    static const std::map<std::string, char32_t> whole{{"ì", U'ì'}, {"í", U'í'}, {"ỉ", U'æ'}, {"ĩ", U'ó'}, {"ị", U'ò'}, {"đ", U'ñ'}, {"ỵ", U'î'}};
    std::u32string out;
    for (const char32_t point : codePoints(text)) {
        const auto letter = utf8Of(std::u32string(1, point));
        const bool capital = lower(letter) != letter;
        const auto cased = [capital](char32_t c) { return capital ? codePoints(upper(utf8Of(std::u32string(1, c)))).front() : c; };
        if (const auto found = whole.find(lower(letter)); found != whole.end()) {
            out += cased(found->second);
            continue;
        }
        auto parts = decomposedPoints(lower(letter));
        char32_t base = parts.front();
        parts.erase(0, 1);
        // The dot stands before the circumflex or breve when decomposed.
        if (parts.size() == 2 && parts[0] == 0x323)
            std::swap(parts[0], parts[1]);
        if (const auto horn = parts.find(U'\u031B'); horn != std::u32string::npos) {
            base = base == U'o' ? U'ô' : U'ö';
            parts.erase(horn, 1);
        }
        out += cased(base);
        if (const auto found = marks.find(parts); found != marks.end())
            out += cased(found->second);
    }
    return utf8Of(out);
}

}

TEST_CASE("look-alike letters become the right ones", "[base][letters]")
{
    struct Row {
        const char* seen;
        const char* meant;
    };
    const auto row = GENERATE(values<Row>({
        {"Trần Thị \u00D0ào", "Trần Thị Đào"},                 // Icelandic eth
        {"\u0189ặng", "Đặng"},                                 // African d
        {"th\u00F0", "thđ"},
        {"Н\u043Eàng L\u0430n", "Hoàng Lan"},                  // Cyrillic Н, о, а
        {"\u0410 Hùng", "A Hùng"},                             // a name of one Cyrillic letter
        {"\u0410\u0301nh", "Ánh"},                             // Cyrillic letter with a mark of its own
        {"\uFF34\uFF4F 1", "To 1"},                            // full-width
        {"\u3000Lan\u2003Anh\u202F", "Lan Anh"},               // wide spaces
        {"Hư\u200Bơng\u200D", "Hương"},                        // what cannot be seen
        {"\uFEFFLê\u00ADHoa", "LêHoa"},
        {"Lê\u00A0Hoa", "Lê Hoa"},
        {"Lê\vHoa", "Lê Hoa"},                                 // Word's soft line end, in one line
        {"Lê\x07Hoa\x01", "Lê Hoa"},
        {"2\u20113", "2-3"},
        {"\U0001D40C\U0001D41A\U0001D422", "Mai"},             // mathematical bold
        {"\u0391nh", "Anh"},                                   // Greek among Latin
        {"Góc \u0391\u0392", "Góc \u0391\u0392"},              // Greek alone
        {"góc \u03B1, \u0394ABC", "góc \u03B1, \u0394ABC"},
        {"Москва", "Москва"},                                  // Russian stays Russian
        {"m², ½, 5 ×, “Đọc” – …", "m², ½, 5 ×, “Đọc” – …"},
    }));
    INFO(row.seen);
    CHECK(normalised(row.seen) == row.meant);
}

TEST_CASE("correct Vietnamese text is never changed, and tidy text stays tidy", "[base][letters][property]")
{
    const auto letters = vietnameseLetters();
    CHECK(letters.size() == 186);
    std::u32string right(letters.begin(), letters.end());
    right += U" 0123456789.,;:!?()[]/&+-%\"'“”‘’–—…§°²³½×";
    std::u32string odd = right + U"\u00D0\u0110\u0189\u0430\u0435\u043E\u0410\u0422\u0391\u03B1\uFF21\uFF11\u200B\u200D\u00AD\uFEFF\u00A0\u3000\u2011\u0300\u0301\u0323\u0302\u0306\u031B\n\t\r\v\f\x01\x1E\x1F\u2028\uFB01\u2163";
    std::mt19937 engine(2026);
    for (int i = 0; i < 4000; ++i) {
        const auto text = nfc(madeUp(engine, right, 1 + engine() % 24));
        INFO(text);
        CHECK(withRightLetters(text) == text);
        const auto tidy = normalised(text);
        CHECK(fold(tidy) == fold(text));
        const auto mess = madeUp(engine, odd, 1 + engine() % 24);
        INFO(mess);
        CHECK(normalised(normalised(mess)) == normalised(mess));
        CHECK(normalisedLines(normalisedLines(mess)) == normalisedLines(mess));
        CHECK(isNfc(normalised(mess)));
    }
}

TEST_CASE("control characters that end a line do so in texts of several lines", "[base][letters]")
{
    CHECK(normalisedLines("một\vhai\fba\xC2\x85" "bốn\xE2\x80\xA8năm\r\nsáu\rbảy") == "một\nhai\nba\nbốn\nnăm\nsáu\nbảy");
    CHECK(normalisedLines("\x07một\x01 hai\x1F") == "một hai");
}

TEST_CASE("names are one as they are written", "[base][names]")
{
    CHECK(nameKey("Phạm Thị Hương") != nameKey("Phạm Thị Hường"));
    CHECK(nameKey("ĐÀM  VĂN QUÝ") == nameKey("Đàm Văn Quý"));
    CHECK(nameKey("Lê Hoà") != nameKey("Lê Hòa"));
    CHECK(likeNameKey("Lê Hoà") == likeNameKey("Lê Hòa"));
    CHECK(likeNameKey("Phạm Thị Hương") != likeNameKey("Phạm Thị Hường"));
    CHECK(likeNameKey("Lê Đào") != likeNameKey("Lê Dào"));
    CHECK(unitKey("Tổ 2 - 3") == unitKey("tổ 2–3"));
    CHECK(unitKey("Tổ 2-3") == unitKey("Tổ 2 —3"));
    CHECK(unitKey("Tổ 1") != unitKey("Tô 1"));
    CHECK(unitKey("Tổ 2 3") != unitKey("Tổ 2-3"));
}

TEST_CASE("names in capitals or small letters get their case", "[base][names]")
{
    CHECK(inNameCase("ĐÀM VĂN QUÝ") == "Đàm Văn Quý");
    CHECK(inNameCase("lò thị  pâng") == "Lò Thị Pâng");
    CHECK(inNameCase("H'HEN NIÊ") == "H'Hen Niê");
    CHECK(inNameCase("Y Nga") == "Y Nga");
    CHECK(inNameCase("Lê Văn McA") == "Lê Văn McA");
    CHECK(isAllCapitals("TỔ 1"));
    CHECK_FALSE(isAllCapitals("Tổ 1"));
    CHECK_FALSE(isAllCapitals("12"));
}

TEST_CASE("Vietnamese syllables are told from other words", "[base][syllable]")
{
    for (const char* word : {"Nguyễn", "Quý", "Quyên", "giêng", "gì", "Hoà", "Hòa", "Thuý", "Thúy", "khuỷu", "ngoằn", "Ước", "yến", "y", "nghiêng", "Đặng", "quốc", "Xuyến", "PÂNG", "quyết"}) {
        INFO(word);
        CHECK(isVietnameseSyllable(word));
    }
    for (const char* word : {"Traàn", "Niê", "Krông", "Thò́", "at", "NguyÔn", "Phaïm", "", "bcd", "qa"}) {
        INFO(word);
        CHECK_FALSE(isVietnameseSyllable(word));
    }
}

TEST_CASE("text in VNI and TCVN3 is recognised", "[base][encodings]")
{
    struct Row {
        const char* seen;
        OldEncoding encoding;
        const char* meant;
    };
    const auto row = GENERATE(values<Row>({{"Traàn Thò Hoàng", OldEncoding::Vni, "Trần Thị Hồng"},
                                           {"NGUYEÃN VAÊN ÑÖÙC", OldEncoding::Vni, "NGUYỄN VĂN ĐỨC"},
                                           {"Giaùo vieân", OldEncoding::Vni, "Giáo viên"},
                                           {"Toå 1", OldEncoding::Vni, "Tổ 1"},
                                           {"NguyÔn ThÞ Ph­¬ng", OldEncoding::Tcvn3, "Nguyễn Thị Phương"},
                                           {"TrÇn V¨n §µo", OldEncoding::Tcvn3, "Trần Văn Đào"},
                                           {"Tæ tr­ëng", OldEncoding::Tcvn3, "Tổ trưởng"}}));
    INFO(row.seen);
    const auto found = oldEncodingOf(row.seen);
    REQUIRE(found);
    CHECK(*found == row.encoding);
    CHECK(fromOldEncoding(row.seen, *found) == row.meant);
}

TEST_CASE("text that is right is never taken for an old encoding", "[base][encodings]")
{
    for (const char* text : {"Trần Thị Hồng", "Hoàng Hà", "Lê Hoàn", "Bùi Tú Hoà", "Thò", "Giáo viên", "Y Nga", "A Hùng", "H'Hen Niê", "José", "Café", "Tô Thúy An", "", "12/03/1986", "Lò Thị Pâng",
                             "Ông Ích Hào", "Võ Đô", "Bàn Phàn", "Tổ 1"}) {
        INFO(text);
        CHECK_FALSE(oldEncodingOf(text));
    }
    CHECK(oldEncodingOf("Thò", OldEncoding::Vni) == OldEncoding::Vni); // right in both readings: by its neighbours
    CHECK_FALSE(oldEncodingOf("Trần", OldEncoding::Vni));
}

TEST_CASE("whatever was typed in VNI comes back", "[base][encodings][property]")
{
    const std::vector<std::string> words{"Nguyễn", "Thị", "Hồng", "Đặng", "Quý", "Hường", "Phượng", "Xuyến", "Bế", "Mỹ", "Kỳ", "Ỷ", "Lỗ", "Ngẫu", "Ấn", "Ưng", "Tuyết", "Ngoẵng", "Vỵ", "Giỏi", "Thẩm", "Sĩ", "ĐÀM", "QUỲNH", "LƯƠNG"};
    std::mt19937 engine(7);
    for (int i = 0; i < 500; ++i) {
        std::string name = words[engine() % words.size()];
        for (int more = 0; more < 3; ++more)
            name += " " + words[engine() % words.size()];
        INFO(name << " / " << inVni(name));
        CHECK(fromOldEncoding(inVni(name), OldEncoding::Vni) == name);
    }
}

TEST_CASE("A plain text gives what the long way gives, letter for letter", "[base][letters]")
{
    // A Thai letter behind it is never plain and joins nothing: with it a text goes the long way.
    const std::string thai = "\u0E01";
    const auto agrees = [&thai](const std::string& text) {
        REQUIRE_FALSE(isPlain(text + thai));
        CHECK(nfc(text) + thai == nfc(text + thai));
        CHECK(withRightLetters(text) + thai == withRightLetters(text + thai));
        CHECK(normalised(text + "a") + thai == normalised(text + "a" + thai));
        CHECK(fold(text + "a") + thai == fold(text + "a" + thai));
        CHECK(sortKey(text + "a") + sortKey(thai) == sortKey(text + "a " + thai));
        CHECK(isNfc(text) == isNfc(text + thai));
    };
    int plain = 0;
    for (char32_t point = 1; point < 0x2100; ++point) {
        const auto text = utf8Of(std::u32string{U'x', point});
        plain += isPlain(text) ? 1 : 0;
        if (isPlain(text))
            agrees(text);
    }
    for (const char32_t letter : vietnameseLetters())
        CHECK(isPlain(utf8Of({&letter, 1})));
    CHECK(plain == 98 + 60 + 12 + 7 + 90); // ASCII, Latin-1, Vietnamese beyond it, print, letters with tones
    std::mt19937 engine(7);
    std::u32string all = U"  \n\t–“”…,.";
    for (const char32_t letter : vietnameseLetters())
        all += letter;
    for (int round = 0; round < 2000; ++round)
        agrees(madeUp(engine, all, 12));
}

TEST_CASE("Whatever is not plain is known for it", "[base][letters]")
{
    for (const char* text : {"e\u0302", "\u0110\u0300", "\u00A0", "\u200B", "\u2011", "\u0131", "\u00D0", "\u0410", "\u007F", "\x01", "\xC3", "\xC1\x81", "\xE0\x81\x81",
                             "\xE1\xBA", "\xFF", "\xF0\x9D\x90\x80"})
        CHECK_FALSE(isPlain(std::string("a") + text));
    CHECK(isPlain(""));
}
