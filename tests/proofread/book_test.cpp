// SPDX-License-Identifier: GPL-3.0-or-later
// The data agree with themselves and with the rules.
#include "proofread/dictionary.h"
#include "proofread_support.h"

#include "base/vietnamese.h"

#include <algorithm>

using namespace thidua;
using namespace thidua::test;

TEST_CASE("what replaces a text is a text, and no text replaces itself")
{
    for (const auto& text : book().texts) {
        INFO(text.id);
        CHECK_FALSE(text.name.empty());
        if (text.replacedBy.empty())
            continue;
        CHECK(text.replacedBy != text.id);
        CHECK(std::any_of(book().texts.begin(), book().texts.end(), [&](const auto& other) { return other.id == text.replacedBy; }));
    }
}

TEST_CASE("words that the book offers are words of the dictionary, and none of its own errors")
{
    REQUIRE(book().dictionary);
    const auto right = [&](const std::string& phrase) {
        for (const auto& finding : read({phrase}))
            if (finding.kind == "spelling")
                return false;
        return true;
    };
    for (const auto& [wrong, good] : book().confused) {
        INFO(wrong << " → " << good);
        CHECK(isNfc(wrong));
        CHECK(right(good));
        CHECK(wrong != good);
    }
    for (const auto& movement : book().movements)
        CHECK(right(movement.official));
}

TEST_CASE("both places of the tone are one word")
{
    using proofread::otherTonePlace;
    CHECK(otherTonePlace("hòa") == "hoà");
    CHECK(otherTonePlace("hoà") == "hòa");
    CHECK(otherTonePlace("thủy") == "thuỷ");
    CHECK(otherTonePlace("khỏe") == "khoẻ");
    CHECK(otherTonePlace("toàn") == "toàn");
    CHECK(proofread::spoken("Hòa") == proofread::spoken("hoà"));
    CHECK(proofread::spoken("tổ") != proofread::spoken("tố"));
    CHECK(book().dictionary->knows("hòa"));
    CHECK_FALSE(book().dictionary->knows("nđoạn"));
}
