// SPDX-License-Identifier: GPL-3.0-or-later
#include "proofread/dictionary.h"

#include "base/code_points.h"
#include "base/path_text.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <hunspell/hunspell.hxx>

namespace thidua::proofread {
namespace {

bool isTone(char32_t point)
{
    return point == 0x300 || point == 0x301 || point == 0x303 || point == 0x309 || point == 0x323;
}

/// A syllable's letters with the marks that belong to them, and its tone apart: where it stood, and which.
struct Parts {
    std::vector<std::u32string> letters;
    std::size_t place = 0;
    char32_t tone = 0;
};

Parts partsOf(const std::string& word)
{
    Parts parts;
    for (const char32_t point : decomposedPoints(word)) {
        if (isTone(point)) {
            parts.tone = point;
            parts.place = parts.letters.empty() ? 0 : parts.letters.size() - 1;
        } else if (point >= 0x300 && point < 0x370 && !parts.letters.empty()) {
            parts.letters.back() += point;
        } else {
            parts.letters.push_back({point});
        }
    }
    return parts;
}

/// Equal but for one letter that is another, too many or missing.
bool oneLetterApart(const std::string& left, const std::string& right)
{
    const auto [shorter, longer] = left.size() < right.size() ? std::pair(left, right) : std::pair(right, left);
    if (longer.size() - shorter.size() > 1)
        return false;
    const auto [at, other] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    if (at == shorter.end())
        return true;
    return shorter.size() == longer.size() ? std::equal(at + 1, shorter.end(), other + 1) : std::equal(at, shorter.end(), other + 1);
}

std::string together(const Parts& parts, std::size_t place)
{
    std::u32string points;
    for (std::size_t at = 0; at < parts.letters.size(); ++at) {
        points += parts.letters[at];
        if (at == place && parts.tone != 0)
            points += parts.tone;
    }
    return nfc(utf8Of(points));
}

}

std::vector<std::filesystem::path> dictionaryFolders(const std::filesystem::path& program)
{
    const auto folder = program.parent_path();
    return {folder / "dictionaries", folder / ".." / "share" / "hunspell", "/usr/share/hunspell", "/usr/share/myspell/dicts"};
}

std::string otherTonePlace(const std::string& word)
{
    const auto parts = partsOf(word);
    const auto count = parts.letters.size();
    if (parts.tone == 0 || count < 2)
        return word;
    const auto pair = lower(utf8Of(parts.letters[count - 2] + parts.letters[count - 1]));
    if (pair != "oa" && pair != "oe" && pair != "uy")
        return word;
    return together(parts, parts.place == count - 1 ? count - 2 : count - 1);
}

std::string spoken(const std::string& word)
{
    auto parts = partsOf(lower(word));
    const auto tone = parts.tone;
    parts.tone = 0;
    auto text = together(parts, 0);
    if (tone != 0)
        appendPoint(text, tone);
    return text;
}

Dictionary::Dictionary(std::unique_ptr<Hunspell> words) : m_words(std::move(words)) {}
Dictionary::~Dictionary() = default;

std::shared_ptr<const Dictionary> Dictionary::find(const std::vector<std::filesystem::path>& folders)
{
    for (const auto& folder : folders) {
        const auto affixes = folder / "vi_VN.aff";
        const auto words = folder / "vi_VN.dic";
        std::error_code error;
        if (std::filesystem::is_regular_file(affixes, error) && std::filesystem::is_regular_file(words, error))
            return std::shared_ptr<const Dictionary>(new Dictionary(std::make_unique<Hunspell>(pathText(affixes).c_str(), pathText(words).c_str())));
    }
    return nullptr;
}

bool Dictionary::knows(const std::string& word) const
{
    const auto small = lower(word);
    return m_words->spell(small) || m_words->spell(otherTonePlace(small)) || m_words->spell(word);
}

std::string Dictionary::suggestion(const std::string& word) const
{
    // Two tones in one syllable: one of them is too much ("lạỉ").
    const auto points = decomposedPoints(lower(word));
    for (auto at = points.size(); std::count_if(points.begin(), points.end(), isTone) > 1 && at-- > 0;) {
        if (!isTone(points[at]))
            continue;
        auto fewer = points;
        fewer.erase(at, 1);
        if (const auto one = nfc(utf8Of(fewer)); knows(one))
            return one;
    }
    for (const auto& found : m_words->suggest(lower(word)))
        if (oneLetterApart(fold(found), fold(word)))
            return nfc(found);
    return {};
}

}
