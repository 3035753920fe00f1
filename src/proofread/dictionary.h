// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class Hunspell;

namespace thidua::proofread {

/// Hunspell's Vietnamese dictionary of syllables. It writes the tone in one of its two places ("hoà"); words are looked for in both.
class Dictionary {
public:
    /// From the first folder that holds vi_VN.aff and vi_VN.dic: the program's own, then where Debian puts them. Null where there is none:
    /// then a word is right when it can be a Vietnamese syllable.
    static std::shared_ptr<const Dictionary> find(const std::vector<std::filesystem::path>& folders);
    ~Dictionary();

    bool knows(const std::string& word) const;
    /// The likeliest right word, or nothing.
    std::string suggestion(const std::string& word) const;

private:
    explicit Dictionary(std::unique_ptr<Hunspell> words);
    std::unique_ptr<Hunspell> m_words;
};

/// Where the dictionary may lie: beside the program `program` (its path), then where systems keep dictionaries.
std::vector<std::filesystem::path> dictionaryFolders(const std::filesystem::path& program);

/// The same syllable with its tone in the other place (hòa – hoà), or the word itself.
std::string otherTonePlace(const std::string& word);
/// How a syllable sounds: lower case, its tone behind its letters. Both places of the tone read the same.
std::string spoken(const std::string& word);

}
