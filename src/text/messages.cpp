// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/messages.h"

#include "text/message_table.h"

#include <unordered_map>

namespace thidua::text {
namespace {

using Table = std::unordered_map<std::string_view, const MessageRow*>;

const Table& table()
{
    static const Table rows = [] {
        Table all;
        for (const auto part : {baseMessages(), labelMessages(), operationMessages(), serviceMessages(), commandLineMessages(), storageMessages(),
                                rulesMessages(), documentsMessages(), ruleBookMessages(), regulationMessages(), tableMessages(), paperMessages(),
                                proofreadMessages(), importMessages(), receiverMessages(), calendarMessages(), councilMessages(), contestMessages(),
                                initiativeMessages(), dossierMessages()})
            for (const auto& row : part)
                all.emplace(row.key, &row);
        return all;
    }();
    return rows;
}

std::string_view wordsOf(const MessageRow& row, Language language)
{
    return language == Language::Vietnamese ? row.vi : row.en;
}

/// An argument that begins with U+001F is itself a key (storage/message_word.h): no name can hold that letter. An unknown one stands for itself.
std::string_view argument(std::string_view given, Language language)
{
    if (!given.starts_with('\x1f'))
        return given;
    const auto key = given.substr(1);
    const auto found = table().find(key);
    return found != table().end() ? wordsOf(*found->second, language) : key.substr(key.find('.') + 1);
}

std::string filled(std::string_view pattern, const std::vector<std::string>& args, Language language)
{
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!placeholder) {
            out += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[++i] - '1');
        if (index < args.size())
            out += argument(args[index], language);
    }
    return out;
}

}

bool hasMessage(std::string_view key)
{
    return table().contains(key);
}

std::string message(std::string_view key, const std::vector<std::string>& args, Language language)
{
    const auto found = table().find(key);
    if (found == table().end())
        return std::string(key);
    return filled(wordsOf(*found->second, language), args, language);
}

std::string label(std::string_view group, std::string_view code, Language language)
{
    return message(std::string(group) + "." + std::string(code), {}, language);
}

std::string sentence(const Error& error, Language language)
{
    return message(error.key.empty() ? std::string_view("error.internal") : std::string_view(error.key), error.args, language);
}

std::string sentence(const FieldIssue& issue, Language language)
{
    return message(issue.key, issue.args, language);
}

std::vector<std::string_view> allKeys()
{
    std::vector<std::string_view> keys;
    for (const auto& [key, row] : table())
        keys.push_back(key);
    return keys;
}

}
