// SPDX-License-Identifier: GPL-3.0-or-later
// Two types of one name in one namespace compile and link, and one's functions then work on the other's bytes.
#include "source_tree.h"
#include "support/catch.h"

#include <map>
#include <regex>

using namespace thidua::test;

namespace {

/// The types that code defines where other files can see them by name, each with its namespaces before it.
std::vector<std::string> typesIn(const std::string& code)
{
    static const std::regex kNamespace(R"((?:^|\s)namespace(\s+[\w:]+)?\s*$)");
    static const std::regex kType(R"((?:^|\s)(?:struct|class|union|enum|enum class)\s+(\w[\w:]*)(?:\s+final)?(?:\s*:[^:].*)?\s*$)");
    std::vector<std::string> types;
    std::vector<std::string> scopes; // "" is one that no other file sees into: a function, a type, a namespace without a name
    std::string head;
    for (const char sign : code) {
        if (sign == '{') {
            std::smatch match;
            const bool open = std::find(scopes.begin(), scopes.end(), "") == scopes.end();
            std::string scope;
            if (std::regex_search(head, match, kNamespace)) {
                scope = match[1];
            } else if (open && std::regex_search(head, match, kType)) {
                std::string name;
                for (const auto& outer : scopes)
                    name += outer.substr(outer.find_first_not_of(' ')) + "::";
                types.push_back(name + match[1].str());
            }
            scopes.push_back(scope);
        }
        if (sign == '}' && !scopes.empty())
            scopes.pop_back();
        if (sign == '{' || sign == '}' || sign == ';')
            head.clear();
        else
            head += sign == '\n' ? ' ' : sign;
    }
    return types;
}

}

TEST_CASE("the reader of types sees those that other files see")
{
    CHECK(typesIn("namespace a::b {\nstruct One {\n struct In {};\n};\nnamespace { class Two {}; }\nenum class Three : int { x };\n"
                  "class Four final : public X<int> {};\nvoid f() { struct Five {}; }\nstruct Six;\ntemplate <typename T> struct Seven {};\n}")
        == std::vector<std::string>{"a::b::One", "a::b::Three", "a::b::Four", "a::b::Seven"});
}

TEST_CASE("a name stands for one type")
{
    std::map<std::string, std::string> definedIn;
    for (const auto& file : sources({"src", "ui", "tests"}))
        for (const auto& type : typesIn(splitOf(file).code)) {
            const auto [first, isNew] = definedIn.emplace(type, file.path);
            INFO(type << " stands in " << first->second << " and in " << file.path);
            CHECK(isNew);
        }
    CHECK(definedIn.size() > 500);
}
