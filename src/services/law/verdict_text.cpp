// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/verdict_text.h"

#include <array>
#include <nlohmann/json.hpp>

namespace thidua::services {
namespace {

constexpr std::array kKinds = {rules::VerdictKind::Eligible, rules::VerdictKind::Ineligible, rules::VerdictKind::Undetermined};

/// Stops reading at the verdict's own key: the findings before it are skipped, not built.
struct KindReader : nlohmann::json_sax<nlohmann::json> {
    int depth = 0;
    bool here = false;
    std::string found;

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool string(string_t& text) override
    {
        if (!here)
            return true;
        found = text;
        return false;
    }
    bool key(string_t& name) override
    {
        here = depth == 1 && name == "verdict";
        return true;
    }
    bool start_object(std::size_t) override { return enter(); }
    bool start_array(std::size_t) override { return enter(); }
    bool end_object() override { return leave(); }
    bool end_array() override { return leave(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override { return false; }

private:
    bool value()
    {
        here = false;
        return true;
    }
    bool enter()
    {
        ++depth;
        return value();
    }
    bool leave()
    {
        --depth;
        return true;
    }
};

}

std::optional<rules::VerdictKind> keptVerdictKind(const std::string& verdict)
{
    if (verdict.empty())
        return std::nullopt;
    // As this program writes it, the kind stands last.
    for (const auto kind : kKinds)
        if (verdict.ends_with("\"verdict\":\"" + std::string(rules::toCode(kind)) + "\"}"))
            return kind;
    KindReader reader;
    nlohmann::json::sax_parse(verdict, &reader);
    for (const auto kind : kKinds)
        if (reader.found == rules::toCode(kind))
            return kind;
    return std::nullopt;
}

const rules::Verdict& VerdictReader::read(domain::NominationId nomination, const std::string& text)
{
    auto& kept = m_kept[nomination];
    if (kept.text == text)
        return kept.verdict;
    kept = {text, {}};
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (auto verdict = json.is_object() ? rules::verdictFromJson(json) : Result<rules::Verdict>(rules::Verdict{}))
        kept.verdict = std::move(*verdict);
    return kept.verdict;
}

}
