// SPDX-License-Identifier: GPL-3.0-or-later
// Names of schools and places stay whole where a centred line is broken: “TRƯỜNG TIỂU HỌC / HỒNG DƯƠNG”.
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace thidua::documents {
namespace {

constexpr const char* kKeptSpace = "\u00A0";
constexpr std::size_t kLongestName = 4;   // Thị trấn Mường Xén, Nguyễn Thị Minh Khai
constexpr std::size_t kShortName = 2;     // in capitals nothing tells where a longer run ends

/// Behind these a name begins; the administrative ones belong to it.
constexpr std::array<std::string_view, 12> kOpening{"học", "sở", "thông", "non", "gd&đt", "gdđt", "tạo", "th", "thcs", "thpt", "th&thcs", "trường"};
constexpr std::array<std::string_view, 7> kPlace{"huyện", "xã", "phường", "tỉnh", "quận", "phố", "trấn"};
/// Two words that are one.
constexpr std::array<std::string_view, 13> kPairs{"tiểu học", "trung học", "cơ sở", "phổ thông", "mầm non", "thành phố", "thị xã", "thị trấn", "năm học",
                                                  "kế hoạch", "quyết định", "tờ trình", "biên bản"};
/// These never stand inside a name: what kind of thing it is, or how the sentence goes on.
constexpr std::array<std::string_view, 25> kOutside{"trường", "phòng", "sở",  "giáo", "và", "năm",  "giai", "đợt", "về", "của", "ủy", "uỷ", "ban",
                                                    "hội",    "tổ",    "thi", "khen", "đạt", "học", "kỳ",   "là",  "được", "có", "đề", "đối"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, const std::string& word)
{
    return std::ranges::find(words, word) != words.end();
}

bool begins(const std::string& word)
{
    return !word.empty() && lower(word) != word && std::ispunct(static_cast<unsigned char>(word.front())) == 0;
}

bool ends(const std::string& word)
{
    return !word.empty() && std::string_view(",;:.)").find(word.back()) != std::string_view::npos;
}

bool beginsPair(const std::vector<std::string>& words, std::size_t at)
{
    return at + 1 < words.size() && among(kPairs, lower(words[at]) + " " + lower(words[at + 1]));
}

/// How many words from `from` on are a name.
std::size_t nameLength(const std::vector<std::string>& words, std::size_t from)
{
    std::size_t length = 0;
    while (from + length < words.size()) {
        const auto& word = words[from + length];
        const bool figure = length > 0 && std::isdigit(static_cast<unsigned char>(word.empty() ? ' ' : word.front())) != 0;
        if ((!begins(word) && !figure) || among(kOutside, lower(word)) || among(kPlace, lower(word)) || beginsPair(words, from + length))
            break;
        ++length;
        if (ends(word))
            break;
    }
    return length <= kLongestName ? length : kShortName;
}

}

std::string gluedNames(std::string_view text)
{
    const auto words = split(text, ' ');
    std::vector<bool> bound(words.size(), false); // to the word before it
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto word = lower(words[i]);
        bound[i + 1] = bound[i + 1] || beginsPair(words, i);
        const bool place = among(kPlace, word);
        if (!place && !among(kOpening, word))
            continue;
        const auto length = nameLength(words, i + 1);
        for (std::size_t k = 0; k < length; ++k)
            bound[i + 1 + k] = bound[i + 1 + k] || k > 0 || place;
    }
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i)
        out += (i == 0 ? "" : bound[i] ? kKeptSpace : " ") + words[i];
    return out;
}

}
