// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/verdict_text.h"

#include <nlohmann/json.hpp>

namespace thidua::services {
namespace {

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
    KindReader reader;
    nlohmann::json::sax_parse(verdict, &reader);
    for (const auto kind : {rules::VerdictKind::Eligible, rules::VerdictKind::Ineligible, rules::VerdictKind::Undetermined})
        if (reader.found == rules::toCode(kind))
            return kind;
    return std::nullopt;
}

}
