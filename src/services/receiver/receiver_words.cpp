// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/receiver/receiver_words.h"

#include "services/follow/year_record_writing.h"
#include "services/law/honours.h"
#include "services/people/post_words.h"

#include <algorithm>

namespace thidua::services {
namespace {

constexpr std::size_t kLongestCode = 12;           ///< letters of what stands for words in a list of codes

/// Whether words of a list mean a value of ours.
class WordMeaning {
public:
    explicit WordMeaning(const rules::Catalogue& catalogue) : m_honours(catalogue) {}

    bool means(const std::string& words, SheetColumn column, const std::string& value) const
    {
        const auto text = normalised(words);
        if (text.empty())
            return false;
        if (says(text, column, value))
            return true;
        // “02 - Chiến sĩ thi đua cơ sở”, “B. Nữ”.
        const auto cut = text.find_first_of("-.:)–");
        return cut != std::string::npos && cut <= kLongestCode && says(withoutMark(text, cut), column, value);
    }

private:
    static std::string withoutMark(const std::string& text, std::size_t cut)
    {
        auto end = cut + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
        return normalised(std::string_view(text).substr(end));
    }

    bool says(const std::string& text, SheetColumn column, const std::string& value) const
    {
        switch (column) {
        case SheetColumn::Honour:
        case SheetColumn::Title:
        case SheetColumn::Reward: return m_honours.codeOf(text) == value;
        case SheetColumn::Gender: return genderCode(text) == value;
        default: break;
        }
        const auto small = fold(text);
        for (const auto& line : importWords("form-values"))
            if (line.key == value)
                return std::ranges::any_of(line.words, [&small](const auto& word) { return fitsWord(small, word); });
        return false;
    }

    HonourWords m_honours;
};

bool isCode(const std::string& text)
{
    return !text.empty() && text.size() <= kLongestCode && text.find(' ') == std::string::npos;
}

class WordFinder {
public:
    WordFinder(const ReceiverRequest& request, const ReceiverLayout& layout, const rules::Catalogue& catalogue)
        : m_request(request), m_layout(layout), m_catalogue(catalogue), m_meaning(catalogue)
    {
    }

    std::string find(std::size_t column, SheetColumn kind, const std::string& value)
    {
        const auto* choices = choicesOf(column);
        if (choices != nullptr && !choices->options.empty())
            return among(*choices, kind, value);
        const bool code = fold(m_layout.look.columns[column].heading).starts_with("ma ");
        return code ? fromLists(kind, value) : ownWord(m_catalogue, kind, value);
    }

    const sheets::FormChoices* choicesOf(std::size_t column) const
    {
        for (const auto& part : m_layout.parts)
            if (const auto* found = m_layout.form.choicesAt(part.area.first, static_cast<std::uint32_t>(column)))
                return found;
        return nullptr;
    }

private:
    std::string among(const sheets::FormChoices& choices, SheetColumn kind, const std::string& value) const
    {
        for (const auto& option : choices.options)
            if (fold(option) == fold(ownWord(m_catalogue, kind, value)) || m_meaning.means(option, kind, value))
                return option;
        for (std::size_t i = 0; i < choices.options.size(); ++i)
            for (const auto& beside : split(choices.beside[i], '|'))
                if (m_meaning.means(beside, kind, value))
                    return choices.options[i];
        return {};
    }

    /// A sheet of the form that has the words in one column and short codes beside them.
    std::string fromLists(SheetColumn kind, const std::string& value)
    {
        for (const auto& sheet : lists())
            for (const auto& row : sheet.rows)
                for (std::size_t i = 0; i < row.cells.size(); ++i) {
                    if (!m_meaning.means(row.cells[i].text, kind, value))
                        continue;
                    if (i > 0 && isCode(row.cells[i - 1].text))
                        return row.cells[i - 1].text;
                    if (i + 1 < row.cells.size() && isCode(row.cells[i + 1].text))
                        return row.cells[i + 1].text;
                }
        return {};
    }

    const std::vector<sheets::Sheet>& lists()
    {
        if (m_lists)
            return *m_lists;
        m_lists.emplace();
        const auto visible = sheets::readBook(m_request.bytes, m_request.file);
        for (const auto& name : visible ? visible->names : std::vector<std::string>{})
            if (name != m_layout.look.sheet)
                if (auto hidden = sheets::readBook(m_request.bytes, m_request.file, name); hidden && !hidden->sheets.empty())
                    m_lists->push_back(std::move(hidden->sheets.front()));
        return *m_lists;
    }

    const ReceiverRequest& m_request;
    const ReceiverLayout& m_layout;
    const rules::Catalogue& m_catalogue;
    WordMeaning m_meaning;
    std::optional<std::vector<sheets::Sheet>> m_lists;
};

}

std::vector<ReceiverWords> receiverWords(const ReceiverRequest& request, const ReceiverLayout& layout, const ReceiverMapping& mapping, const ReceiverLines& lines,
                                         const rules::Catalogue& catalogue)
{
    WordFinder finder(request, layout, catalogue);
    std::vector<ReceiverWords> all;
    for (std::size_t column = 0; column < mapping.columns.size(); ++column) {
        const auto kind = mapping.columns[column];
        if (!hasWords(kind))
            continue;
        ReceiverWords words{column, {}, {}};
        if (const auto* choices = finder.choicesOf(column))
            words.options = choices->options;
        std::vector<std::string> order;
        std::map<std::string, int> counts;
        for (const auto& line : lines.lines)
            if (const auto found = line.values.find(kind); found != line.values.end())
                for (const auto& value : found->second)
                    if (++counts[value] == 1)
                        order.push_back(value);
        const auto known = mapping.words.find(column);
        for (const auto& value : order) {
            ReceiverWord word{value, ownWord(catalogue, kind, value), counts[value], {}};
            if (const auto said = known == mapping.words.end() ? std::map<std::string, std::string>::const_iterator{} : known->second.find(value);
                known != mapping.words.end() && said != known->second.end()) {
                word.word = said->second;
                word.guessed = false;
            } else {
                word.word = finder.find(column, kind, value);
            }
            words.words.push_back(std::move(word));
        }
        all.push_back(std::move(words));
    }
    return all;
}

}
