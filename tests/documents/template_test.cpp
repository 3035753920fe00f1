// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/template.h"

#include "support/catch.h"

using namespace thidua;
using namespace thidua::documents;

namespace {

std::string file(const std::string& fields, const std::string& texts)
{
    return R"({"format": 1, "code": "probe", "name": "Thử", "fields": {)" + fields + R"(}, "texts": {)" + texts + "}}";
}

std::string filled(const std::string& text, const Fields& fields)
{
    const auto made = Template::parse(file(R"("a": "A", "b": "B", "list": "L", "name": "N", "count": "C")", R"("t": ")" + text + "\""));
    REQUIRE(made);
    return made->text("t", fields);
}

}

TEST_CASE("a template's text takes fields, conditions and repeated parts", "[documents][template]")
{
    CHECK(filled("Số {a}", {{"a", "7"}}) == "Số 7");
    CHECK(filled("{a|two} người", {{"a", std::int64_t{7}}}) == "07 người");
    CHECK(filled("{a|two} người", {{"a", std::int64_t{17}}}) == "17 người");
    CHECK(filled("{a|nostop|capital}!", {{"a", "đồng chí;"}}) == "Đồng chí!");
    CHECK(filled("{a|upper}{b|lower}", {{"a", "ở"}, {"b", "ĐÂY"}}) == "Ởđây");
    CHECK(filled("x{if a}, có {a}{else}, không{end}", {{"a", "y"}}) == "x, có y");
    CHECK(filled("x{if a}, có {a}{else}, không{end}", {}) == "x, không");
    CHECK(filled("x{unless a}{if b}!{end}{end}", {{"b", std::int64_t{1}}}) == "x!");
    CHECK(filled("{if a}có{end}", {{"a", std::int64_t{0}}}).empty());
    CHECK(filled("{each list \\\"; \\\"}{it}{end}.", {{"list", std::vector<std::string>{"m", "n"}}}) == "m; n.");
    CHECK(filled("{each list}{count|two} {name}{if a} ({a}){end};{end}",
                 {{"a", "ngoài"}, {"list", std::vector<Fields>{{{"count", std::int64_t{3}}, {"name", "x"}}, {{"count", std::int64_t{4}}, {"name", "y"}, {"a", ""}}}}})
          == "03 x (ngoài);04 y;");
    // What a field says is never read as a sign.
    CHECK(filled("{a}", {{"a", "{b} {if}"}}) == "{b} {if}");
}

TEST_CASE("lines of a template stand under conditions and are repeated", "[documents][template]")
{
    const auto made = Template::parse(file(R"("a": "A", "list": "L", "name": "N")",
                                           R"("t": ["đầu", {"if": "a", "text": "có {a}"}, {"unless": "a", "text": "không"}, {"each": "list", "text": "- {name}"}])"));
    REQUIRE(made);
    CHECK(made->lines("t", {{"a", "x"}, {"list", std::vector<Fields>{{{"name", "m"}}, {{"name", "n"}}}}})
          == std::vector<std::string>{"đầu", "có x", "- m", "- n"});
    CHECK(made->lines("t") == std::vector<std::string>{"đầu", "không"});
    CHECK(made->label("a") == "A");
    CHECK_THROWS_AS(made->label("z"), std::logic_error);
    CHECK_THROWS_AS(made->text("z"), std::logic_error);
}

TEST_CASE("the grammar of templates is closed", "[documents][template]")
{
    const auto key = [](const std::string& texts) {
        const auto made = Template::parse(file(R"("a": "A")", texts));
        return made ? std::string() : made.error().key;
    };
    CHECK(key(R"("t": "{a}")").empty());
    CHECK(key(R"("t": "{z}")") == "template.unknown-field");
    CHECK(key(R"("t": {"if": "z", "text": "x"})") == "template.unknown-field");
    CHECK(key(R"("t": "{a|loud}")") == "template.sign");
    CHECK(key(R"("t": "{a")") == "template.sign");
    CHECK(key(R"("t": "{if a}x")") == "template.sign");
    CHECK(key(R"("t": "x{end}")") == "template.sign");
    CHECK(key(R"("t": "{else}")") == "template.sign");
    CHECK(key(R"("t": "{each a \"; }x{end}")") == "template.sign");
    CHECK(key(R"("t": "{each a}x{else}y{end}")") == "template.sign");
    CHECK(key(R"("t": 7)") == "template.shape");
    CHECK(key(R"("t": {"when": "a", "text": "x"})") == "template.shape");
    CHECK(key(R"("t": {"if": "a", "text": "x", "more": 1})") == "template.shape");
    CHECK(Template::parse("[]").error().key == "template.shape");
    CHECK(Template::parse(R"({"format": 2, "code": "probe", "name": "T", "fields": {}, "texts": {}})").error().key == "template.shape");
}

TEST_CASE("a paper's template has the shared words and may say them its own way", "[documents][template]")
{
    const auto shared = Template::parse(file(R"("year": "Năm")", R"("y": "năm {year}", "z": "chung")"));
    REQUIRE(shared);
    const auto own = Template::parse(R"({"format": 1, "code": "own", "name": "Riêng", "fields": {"b": "B"}, "texts": {"z": "riêng {year} {b}"}})", &*shared);
    REQUIRE(own);
    CHECK(own->text("y", {{"year", "2021"}}) == "năm 2021");
    CHECK(own->text("z", {{"year", "2021"}, {"b", "x"}}) == "riêng 2021 x");
}

TEST_CASE("every shipped template is read", "[documents][template]")
{
    const auto codes = shippedTemplateCodes();
    CHECK(codes.size() >= 12);
    for (const auto& code : codes) {
        INFO(code);
        CHECK(shippedTemplate(code).code() == code);
        CHECK(shippedTemplate(code).has("year"));
        CHECK_FALSE(shippedTemplate(code).name().empty());
        CHECK((code == "common" || shippedTemplate(code).has("listed")));
    }
    CHECK_THROWS_AS(shippedTemplate("khong-co"), std::logic_error);
}
