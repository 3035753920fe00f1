// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace thidua::test {

struct SourceFile {
    std::string path; ///< below the repository's root, with slashes
    std::string text;
    std::vector<std::string> lines;
};

/// A string literal with the line that it begins on; the words between its quotes as they are written.
struct Literal {
    std::size_t line = 0;
    std::string text;
    std::vector<std::string> calls{}; ///< the names of the calls that it stands in, the outermost first; empty for plain brackets
    bool in(const std::set<std::string>& names) const
    {
        return std::any_of(calls.begin(), calls.end(), [&names](const auto& call) { return names.contains(call); });
    }
};

/// A file split into what is code, with comments left out, literals and characters emptied, and its literals. Lines keep their numbers.
struct Split {
    std::string code;
    std::vector<Literal> literals;
};

namespace detail {

class Splitter {
public:
    explicit Splitter(const std::string& text) : m_text(text) {}

    Split split()
    {
        while (m_at < m_text.size())
            next();
        return std::move(m_split);
    }

private:
    bool starts(const char* with) const { return m_text.compare(m_at, std::char_traits<char>::length(with), with) == 0; }

    void next()
    {
        if (starts("//"))
            skipTo(m_text.find('\n', m_at));
        else if (starts("/*"))
            skipTo(after("*/"));
        else if (starts("R\"") && !inWord())
            rawLiteral();
        else if (m_text[m_at] == '"')
            literal();
        else if (m_text[m_at] == '\'' && !inWord())
            character();
        else
            take();
    }

    /// Whether the sign before belongs to a word or number: 1'000, or a name that ends in R.
    bool inWord() const { return m_at > 0 && (std::isalnum(static_cast<unsigned char>(m_text[m_at - 1])) != 0 || m_text[m_at - 1] == '_'); }

    std::size_t after(const std::string& end) const
    {
        const auto found = m_text.find(end, m_at + 2);
        return found == std::string::npos ? found : found + end.size();
    }

    void take()
    {
        const char sign = m_text[m_at++];
        if (sign == '\n')
            ++m_line;
        if (sign == '(')
            m_calls.push_back(lastName());
        if (sign == ')' && !m_calls.empty())
            m_calls.pop_back();
        m_split.code += sign;
    }

    /// The name that the code so far ends with.
    std::string lastName() const
    {
        const auto& code = m_split.code;
        auto from = code.size();
        while (from > 0 && (std::isalnum(static_cast<unsigned char>(code[from - 1])) != 0 || code[from - 1] == '_'))
            --from;
        return code.substr(from);
    }

    /// Leaves everything out but the ends of lines.
    void skipTo(std::size_t end)
    {
        for (end = std::min(end, m_text.size()); m_at < end; ++m_at)
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_split.code += '\n';
            }
    }

    void literal()
    {
        Literal one{m_line, {}, m_calls};
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] == '\\')
                one.text += m_text[m_at++];
            one.text += m_text[m_at];
        }
        ++m_at;
        m_split.code += "\"\"";
        m_split.literals.push_back(std::move(one));
    }

    void rawLiteral()
    {
        const auto open = m_text.find('(', m_at);
        const auto end = ")" + m_text.substr(m_at + 2, open - m_at - 2) + "\"";
        const auto close = m_text.find(end, open);
        m_split.literals.push_back({m_line, m_text.substr(open + 1, close - open - 1), m_calls});
        m_split.code += "\"\"";
        skipTo(close + end.size());
    }

    void character()
    {
        ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '\'')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        m_split.code += "' '";
    }

    const std::string& m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::vector<std::string> m_calls;
    Split m_split;
};

}

inline Split splitOf(const SourceFile& file)
{
    return detail::Splitter(file.text).split();
}

/// All C++ files below these folders of the repository.
inline std::vector<SourceFile> sources(const std::vector<std::string>& folders)
{
    namespace fs = std::filesystem;
    const fs::path root = THIDUA_SOURCE;
    std::vector<SourceFile> files;
    for (const auto& folder : folders)
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (!entry.is_regular_file() || (extension != ".cpp" && extension != ".h"))
                continue;
            std::ifstream stream(entry.path(), std::ios::binary);
            std::ostringstream bytes;
            bytes << stream.rdbuf();
            SourceFile file{fs::relative(entry.path(), root).generic_string(), bytes.str(), {}};
            std::istringstream lines(file.text);
            for (std::string line; std::getline(lines, line);)
                file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    if (files.empty())
        throw std::runtime_error("no source files: the test looks at nothing");
    return files;
}

}
