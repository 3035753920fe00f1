// SPDX-License-Identifier: GPL-3.0-or-later
// Two types of one name in one namespace compile and link, and one's functions then work on the other's bytes.
#include "source_tree.h"
#include "support/catch.h"

#include <map>
#include <regex>

using namespace thidua::test;

namespace {

/// The names that a file defines outside of functions and types.
struct Names {
    std::vector<std::string> types;  ///< where other files can see them by name, each with its namespaces before it
    std::vector<std::string> hidden; ///< in unnamed namespaces: types, values, and functions with what they take
};

class NameReader {
public:
    Names read(const std::string& code)
    {
        for (const char letter : code) {
            const char sign = letter == '\n' ? ' ' : letter;
            if (sign == '{' || (sign == ';' && !m_head.empty()))
                take(sign == '{');
            if (sign == '}' && !m_scopes.empty())
                m_scopes.pop_back();
            if (sign == '{' || sign == '}' || sign == ';')
                m_head.clear();
            else if (sign != ' ' || !m_head.empty())
                m_head += sign;
        }
        return std::move(m_names);
    }

private:
    enum class Scope { Named, Unnamed, Inner };

    void take(bool opens)
    {
        static const std::regex kNamespace(R"((?:^|\s)namespace(\s+[\w:]+)?\s*$)");
        static const std::regex kType(R"((?:^|\s)(?:struct|class|union|enum|enum class)\s+(\w[\w:]*)(?:\s+final)?(?:\s*:[^:].*)?\s*$)");
        std::smatch match;
        if (m_head.size() > 400)
            m_head.erase(0, m_head.size() - 400); // no head is so long but a list's
        const bool inNamed = std::ranges::all_of(m_scopes, [](const auto& scope) { return scope.first == Scope::Named; });
        const bool inUnnamed = !m_scopes.empty() && m_scopes.back().first == Scope::Unnamed;
        std::pair<Scope, std::string> scope{Scope::Inner, {}};
        const auto has = [this](const char* word) { return m_head.find(word) != std::string::npos; };
        const bool outside = inNamed || inUnnamed;
        if (opens && outside && has("namespace") && std::regex_search(m_head, match, kNamespace)) {
            scope = {match[1].matched ? Scope::Named : Scope::Unnamed, match[1]};
        } else if (opens && outside && (has("struct") || has("class") || has("union") || has("enum")) && std::regex_search(m_head, match, kType)) {
            std::string name;
            for (const auto& outer : m_scopes)
                name += outer.second.substr(std::min(outer.second.find_first_not_of(' '), outer.second.size())) + "::";
            if (inNamed)
                m_names.types.push_back(name + match[1].str());
            if (inUnnamed)
                m_names.hidden.push_back(match[1]);
        } else if (inUnnamed) {
            hide();
        }
        if (opens)
            m_scopes.push_back(scope);
    }

    static bool inWord(char sign) { return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_'; }

    static std::string lastWord(std::string text)
    {
        while (!text.empty() && !inWord(text.back()))
            text.pop_back();
        const auto from = std::find_if_not(text.rbegin(), text.rend(), inWord).base();
        return {from, text.end()};
    }

    /// A function with what it takes but for the names of that, or a value.
    void hide()
    {
        const auto head = m_head.substr(0, m_head.find('='));
        const auto open = head.find('(');
        if (head.empty())
            return;
        for (const char* other : {"using ", "namespace ", "template", "#", "TD_", "Q_"})
            if (head.rfind(other, 0) == 0)
                return;
        if (open == std::string::npos) {
            if (head.rfind("const", 0) == 0)
                m_names.hidden.push_back(lastWord(head.substr(0, head.find('['))));
        } else if (open == m_head.find('(') && head.find(' ') < open) {
            m_names.hidden.push_back(lastWord(head.substr(0, open)) + "(" + taken(m_head.substr(open + 1)) + ")");
        }
    }

    static std::string taken(const std::string& words)
    {
        std::string all, one;
        int depth = 0;
        for (const char sign : words) {
            depth += sign == '(' || sign == '<' || sign == '[' ? 1 : sign == ')' || sign == '>' || sign == ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && sign == ',')) {
                one = one.substr(0, one.find('='));
                all += one.substr(0, one.size() - lastWord(one).size()) + ",";
                one.clear();
            } else {
                one += sign;
            }
            if (depth < 0)
                break;
        }
        all.erase(std::remove(all.begin(), all.end(), ' '), all.end());
        return all.substr(0, all.size() - 1);
    }

    std::vector<std::pair<Scope, std::string>> m_scopes;
    std::string m_head;
    Names m_names;
};

std::vector<std::string> typesIn(const std::string& code)
{
    return NameReader().read(code).types;
}

}

TEST_CASE("the reader of types sees those that other files see")
{
    CHECK(typesIn("namespace a::b {\nstruct One {\n struct In {};\n};\nnamespace { class Two {}; }\nenum class Three : int { x };\n"
                  "class Four final : public X<int> {};\nvoid f() { struct Five {}; }\nstruct Six;\ntemplate <typename T> struct Seven {};\n}")
        == std::vector<std::string>{"a::b::One", "a::b::Three", "a::b::Four", "a::b::Seven"});
}

TEST_CASE("the reader of hidden names sees types, values, and functions by what they take")
{
    CHECK(NameReader().read("namespace a {\nnamespace {\nstruct One { int in = 1; };\nconstexpr int kTwo = 2, kMore = 3;\nconst int kThree[] = {1, 2};\n"
                            "int four(const std::string& text, int count) { int five = 5; return five; }\nvoid six();\n}\nint seven(int x) { return x; }\n}")
              .hidden
        == std::vector<std::string>{"One", "kTwo", "kThree", "four(conststd::string&,int)", "six()"});
}

TEST_CASE("a hidden name stands once in a module, whose files are compiled several as one")
{
    std::map<std::string, std::string> hiddenIn;
    for (const auto& file : sources({"src", "ui", "tests"})) {
        if (!file.path.ends_with(".cpp"))
            continue;
        const auto second = file.path.find('/', file.path.find('/') + 1);
        const auto module = file.path.starts_with("ui/") ? "ui" : file.path.substr(0, second);
        for (const auto& name : NameReader().read(splitOf(file).code).hidden) {
            const auto [first, isNew] = hiddenIn.emplace(module + ": " + name, file.path);
            INFO(name << " stands in " << first->second << " and in " << file.path);
            CHECK((isNew || first->second == file.path)); // declared before it is defined
        }
    }
    CHECK(hiddenIn.size() > 1000);
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
