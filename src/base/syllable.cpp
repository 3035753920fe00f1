// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/syllable.h"

#include "base/code_points.h"
#include "base/vietnamese.h"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <string>

namespace thidua {
namespace {

constexpr std::array<std::string_view, 27> kOnsets{"",  "b", "c",  "ch", "d",   "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
                                                   "n", "ng", "ngh", "nh", "p", "ph", "q", "r",  "s",  "t", "th", "tr", "v"};
constexpr std::string_view kLastOnset = "x";

/// Without tones.
constexpr const char* kRimes =
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uac uach uai uan uang uanh uao uat uau uay uăc uăm uăn uăng uăp uăt uâc uân uâng uât uây "
    "uc ue uen ueo uet uê uêch uên uênh uêt uêu ui uin uit um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt uyu uyn "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu";

const std::set<std::string, std::less<>>& rimes()
{
    static const std::set<std::string, std::less<>> all = [] {
        std::istringstream in(kRimes);
        std::set<std::string, std::less<>> made;
        for (std::string rime; in >> rime;)
            made.insert(rime);
        return made;
    }();
    return all;
}

bool isTone(char32_t mark) { return mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323; }

/// Syllables that end in a stop are written with sắc or nặng.
bool fitsTone(std::string_view rime, char32_t tone)
{
    const bool stopped = rime.ends_with('c') || rime.ends_with('p') || rime.ends_with('t') || rime.ends_with("ch");
    return !stopped || tone == 0x301 || tone == 0x323;
}

}

bool isVietnameseSyllable(std::string_view word)
{
    std::u32string plain;
    char32_t tone = 0;
    int tones = 0;
    for (const char32_t point : decomposedPoints(lower(word))) {
        if (isTone(point)) {
            tone = point;
            ++tones;
        } else {
            plain += point;
        }
    }
    if (tones > 1)
        return false;
    const std::string letters = nfc(utf8Of(plain));
    const auto fits = [&](std::string_view onset) {
        if (!std::string_view(letters).starts_with(onset))
            return false;
        const auto rime = std::string_view(letters).substr(onset.size());
        return rimes().contains(rime) && fitsTone(rime, tone) && (onset != "q" || rime.front() == 'u');
    };
    return std::ranges::any_of(kOnsets, fits) || fits(kLastOnset);
}

}
