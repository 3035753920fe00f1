// SPDX-License-Identifier: GPL-3.0-or-later
// How far a header reaches: what is compiled again when it changes. Counted from the sources, so that it stays small.
#include "source_tree.h"
#include "support/catch.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

using namespace thidua::test;

namespace {

/// Quoted includes, found as the compiler finds them: beside the file, below src, ui, tests, bench or the documents' folder.
class IncludeGraph {
public:
    IncludeGraph()
    {
        for (auto& file : sources({"src", "ui", "tests", "bench"}))
            m_texts.emplace(file.path, std::move(file.text));
        const std::regex include(R"re((?:^|\n)\s*#\s*include\s*(["<])([^">]+)[">])re");
        for (const auto& [path, text] : m_texts)
            for (auto at = std::sregex_iterator(text.begin(), text.end(), include); at != std::sregex_iterator(); ++at) {
                if ((*at)[1] == "<")
                    m_system[path].insert((*at)[2]);
                else if (const auto found = resolved(path, (*at)[2]); !found.empty())
                    m_includes[path].insert(found);
            }
    }

    /// Compiled files from which `wanted` is reached.
    template <class Wanted>
    std::set<std::string> reaching(Wanted wanted) const
    {
        std::set<std::string> units;
        for (const auto& [path, text] : m_texts)
            if (path.ends_with(".cpp")) {
                std::set<std::string> seen;
                visit(path, seen);
                if (std::any_of(seen.begin(), seen.end(), wanted))
                    units.insert(path);
            }
        return units;
    }

    bool includesSystem(const std::string& path, const std::string& header) const
    {
        const auto found = m_system.find(path);
        return found != m_system.end() && found->second.contains(header);
    }

    const std::map<std::string, std::string>& texts() const { return m_texts; }

private:
    std::string resolved(const std::string& from, const std::string& name) const
    {
        const auto folder = std::filesystem::path(from).parent_path();
        for (const auto& candidate : {folder / name, std::filesystem::path("src") / name, std::filesystem::path("ui") / name,
                                      std::filesystem::path("tests") / name, std::filesystem::path("bench") / name,
                                      std::filesystem::path("src/documents") / name, std::filesystem::path(name)})
            if (const auto path = candidate.lexically_normal().generic_string(); m_texts.contains(path))
                return path;
        return {};
    }

    void visit(const std::string& path, std::set<std::string>& seen) const
    {
        if (!seen.insert(path).second)
            return;
        if (const auto found = m_includes.find(path); found != m_includes.end())
            for (const auto& next : found->second)
                visit(next, seen);
    }

    std::map<std::string, std::string> m_texts;
    std::map<std::string, std::set<std::string>> m_includes;
    std::map<std::string, std::set<std::string>> m_system;
};

const IncludeGraph& graph()
{
    static const IncludeGraph made;
    return made;
}

}

TEST_CASE("a field added to an entity compiles few files again")
{
    // Of the program; its tests come on top. The goal is 60. These are above it, through what every list shows and through what a meeting is
    // for since ballots, scores and lists shown in public; they may not grow.
    const std::map<std::string, std::size_t> more = {{"src/domain/school_year.h", 93}, {"src/domain/meeting.h", 67}};
    int entities = 0;
    for (const auto& [path, text] : graph().texts()) {
        if (!path.starts_with("src/domain/") || !path.ends_with(".h") || text.find("static void map(V& v, R& r)") == std::string::npos
            || path == "src/domain/ids.h" || path == "src/domain/document_number.h" || path == "src/domain/paper_head.h")
            continue;
        ++entities;
        auto units = graph().reaching([&path](const std::string& seen) { return seen == path; });
        std::erase_if(units, [](const std::string& unit) { return !unit.starts_with("src/") && !unit.starts_with("ui/"); });
        INFO(path << " reaches " << units.size() << " files");
        CHECK(units.size() <= (more.contains(path) ? more.at(path) : 60u));
    }
    CHECK(entities >= 20);
}

TEST_CASE("every entity names its columns in its own header, and nowhere else")
{
    std::ifstream stream(std::string(THIDUA_SOURCE) + "/src/domain/entities.def");
    const std::regex line(R"(^TD_ENTITY\((\w+), (\w+), (\w+), (\w+)\)$)");
    int entities = 0;
    for (std::string text; std::getline(stream, text);) {
        std::smatch match;
        if (!std::regex_match(text, match, line))
            continue;
        ++entities;
        int found = 0;
        const std::regex declared("struct " + match[1].str() + "( : \\w+)? \\{"); // a paper's derives from what it shares with the others
        for (const auto& [path, source] : graph().texts()) {
            std::smatch place;
            found += path.starts_with("src/domain/") && std::regex_search(source, place, declared)
                             && source.find("static void map(V& v, R& r)", static_cast<std::size_t>(place.position())) != std::string::npos
                         ? 1
                         : 0;
        }
        INFO(match[1].str());
        CHECK(found == 1);
    }
    CHECK(entities >= 38);
}

TEST_CASE("the big header of JSON reaches no more files than it does")
{
    const auto units = graph().reaching([](const std::string& seen) { return graph().includesSystem(seen, "nlohmann/json.hpp"); });
    INFO(units.size() << " files");
    CHECK(units.size() <= 143);
}
