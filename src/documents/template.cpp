// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/template.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/embedded_templates.h"
#include "documents/template_parser.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::documents {
namespace {

using nlohmann::json;

/// The fields in sight: those of the paper, and inside a repeated part those of its row or the entry as `it`.
struct Scope {
    const Fields& fields;
    const Scope* outer = nullptr;

    const FieldValue* find(std::string_view name) const
    {
        const auto found = fields.values.find(name);
        if (found != fields.values.end())
            return &found->second;
        return outer == nullptr ? nullptr : outer->find(name);
    }

    bool there(std::string_view name) const
    {
        const auto* value = find(name);
        if (value == nullptr)
            return false;
        if (const auto* number = std::get_if<std::int64_t>(value))
            return *number != 0;
        return std::visit([](const auto& held) {
            if constexpr (requires { held.empty(); })
                return !held.empty();
            else
                return true;
        }, *value);
    }

    /// The entries of a list as scopes of their own; a text counts as its one entry.
    std::vector<Fields> rows(std::string_view name) const
    {
        const auto* value = find(name);
        std::vector<Fields> rows;
        if (value == nullptr)
            return rows;
        if (const auto* given = std::get_if<std::vector<Fields>>(value))
            return *given;
        if (const auto* texts = std::get_if<std::vector<std::string>>(value))
            for (const auto& entry : *texts)
                rows.push_back({{"it", entry}});
        else if (const auto* one = std::get_if<std::string>(value); one != nullptr && !one->empty())
            rows.push_back({{"it", *one}});
        return rows;
    }
};

std::string asText(const FieldValue* value)
{
    if (value == nullptr)
        return {};
    if (const auto* number = std::get_if<std::int64_t>(value))
        return std::to_string(*number);
    if (const auto* lines = std::get_if<std::vector<std::string>>(value))
        return join(*lines, "\n");
    const auto* one = std::get_if<std::string>(value);
    return one == nullptr ? std::string() : *one;
}

std::string expanded(const std::vector<TemplatePiece>& pieces, const Scope& scope)
{
    std::string out;
    for (const auto& piece : pieces) {
        switch (piece.kind) {
        case TemplatePiece::Kind::Literal: out += piece.text; break;
        case TemplatePiece::Kind::Field: {
            auto value = asText(scope.find(piece.text));
            for (const auto& filter : piece.filters)
                value = filtered(std::move(value), filter);
            out += value;
            break;
        }
        case TemplatePiece::Kind::If:
            out += expanded(scope.there(piece.text) == piece.wanted ? piece.body : piece.otherwise, scope);
            break;
        case TemplatePiece::Kind::Each: {
            std::vector<std::string> parts;
            for (const auto& row : scope.rows(piece.text))
                parts.push_back(expanded(piece.body, {row, &scope}));
            out += join(parts, piece.separator);
            break;
        }
        }
    }
    return out;
}

struct LineReader {
    const std::function<bool(std::string_view)>& declared;

    Result<TemplateLine> read(const json& node, const std::string& place) const
    {
        TemplateLine line;
        if (node.is_object() && node.size() == 2 && node.contains("text") && node["text"].is_string()) {
            const char* word = node.contains("if") ? "if" : node.contains("unless") ? "unless" : "each";
            line.when = node.contains("if") ? TemplateLine::When::If : node.contains("unless") ? TemplateLine::When::Unless : TemplateLine::When::Each;
            if (!node.contains(word) || !node[word].is_string())
                return fail(ErrorCode::InputFormat, "template.shape", {place});
            line.field = node[word].get<std::string>();
            if (!declared(line.field))
                return fail(ErrorCode::InputFormat, "template.unknown-field", {place, line.field});
            TD_TRY(line.pieces, parsePieces(node["text"].get_ref<const std::string&>(), place, declared));
            return line;
        }
        if (!node.is_string())
            return fail(ErrorCode::InputFormat, "template.shape", {place});
        TD_TRY(line.pieces, parsePieces(node.get_ref<const std::string&>(), place, declared));
        return line;
    }

    Result<std::vector<TemplateLine>> lines(const json& node, const std::string& place) const
    {
        std::vector<TemplateLine> found;
        const auto entries = node.is_array() ? node : json::array({node});
        for (const auto& entry : entries) {
            TD_TRY(auto line, read(entry, place));
            found.push_back(std::move(line));
        }
        return found;
    }
};

bool allStrings(const json& object)
{
    for (const auto& value : object)
        if (!value.is_string())
            return false;
    return object.is_object();
}

}

Result<Template> Template::parse(std::string_view bytes, const Template* shared)
{
    const auto root = json::parse(bytes, nullptr, false);
    const bool shaped = root.is_object() && root.size() == 5 && root.value("format", 0) == 1 && root.contains("code") && root["code"].is_string()
                     && root.contains("name") && root["name"].is_string() && root.contains("fields") && allStrings(root["fields"])
                     && root.contains("texts") && root["texts"].is_object();
    if (!shaped || !isNfc(bytes))
        return fail(ErrorCode::InputFormat, "template.shape", {root.is_object() && root.contains("code") ? root["code"].dump() : "?"});
    Template made;
    if (shared != nullptr)
        made = *shared;
    made.m_code = root["code"];
    made.m_name = root["name"];
    for (const auto& [field, label] : root["fields"].items())
        made.m_fields[field] = label.get<std::string>();
    const std::function<bool(std::string_view)> declared = [&made](std::string_view field) { return made.m_fields.contains(field); };
    const LineReader reader{declared};
    for (const auto& [text, node] : root["texts"].items()) {
        TD_TRY(made.m_texts[text], reader.lines(node, made.m_code + "/" + text));
    }
    return made;
}

const std::string& Template::label(std::string_view field) const
{
    const auto found = m_fields.find(field);
    if (found == m_fields.end())
        throw std::logic_error("template " + m_code + " declares no field " + std::string(field));
    return found->second;
}

std::vector<std::string> Template::texts() const
{
    std::vector<std::string> names;
    for (const auto& [name, lines] : m_texts)
        names.push_back(name);
    return names;
}

std::vector<std::string> Template::lines(std::string_view text, const Fields& fields) const
{
    const auto found = m_texts.find(text);
    if (found == m_texts.end())
        throw std::logic_error("template " + m_code + " has no text " + std::string(text));
    const Scope scope{fields};
    std::vector<std::string> filled;
    for (const auto& line : found->second) {
        if (line.when == TemplateLine::When::Each)
            for (const auto& row : scope.rows(line.field))
                filled.push_back(expanded(line.pieces, {row, &scope}));
        else if (line.when == TemplateLine::When::Always || scope.there(line.field) == (line.when == TemplateLine::When::If))
            filled.push_back(expanded(line.pieces, scope));
    }
    return filled;
}

std::string Template::text(std::string_view text, const Fields& fields) const
{
    return join(lines(text, fields), "\n");
}

namespace {

std::map<std::string, Template, std::less<>> readShipped()
{
    std::map<std::string, Template, std::less<>> all;
    const auto files = embeddedTemplates();
    const auto take = [&all](const EmbeddedFile& file, const Template* shared) {
        auto made = Template::parse(file.bytes, shared);
        if (!made)
            throw std::logic_error(std::string(file.path) + ": " + made.error().key + " " + join(made.error().args, " "));
        all.insert_or_assign(made->code(), std::move(*made));
    };
    for (const auto& file : files)
        if (file.path.ends_with("/common.json"))
            take(file, nullptr);
    for (const auto& file : files)
        if (!file.path.ends_with("/common.json"))
            take(file, &all.at("common"));
    return all;
}

const std::map<std::string, Template, std::less<>>& shipped()
{
    static const auto all = readShipped();
    return all;
}

}

const Template& shippedTemplate(std::string_view code)
{
    const auto found = shipped().find(code);
    if (found == shipped().end())
        throw std::logic_error("no template " + std::string(code));
    return found->second;
}

std::vector<std::string> shippedTemplateCodes()
{
    std::vector<std::string> codes;
    for (const auto& [code, made] : shipped())
        codes.push_back(code);
    return codes;
}

}
