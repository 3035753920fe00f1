// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The words of papers as data (docs/templates.md): named texts with fields, conditions and repeated parts. The layout stays with the
/// builders. The grammar is closed: parsing refuses what it does not know, with the place.
namespace thidua::documents {

struct Fields;
using FieldValue = std::variant<std::string, std::int64_t, std::vector<std::string>, std::vector<Fields>>;

/// What a paper has to say, by name. An empty text, zero and an empty list count as "not there" for conditions.
struct Fields {
    std::map<std::string, FieldValue, std::less<>> values;

    Fields() = default;
    Fields(std::initializer_list<std::pair<const std::string, FieldValue>> given) : values(given.begin(), given.end()) {}
};

/// A count as a field.
inline std::int64_t figure(std::size_t count)
{
    return static_cast<std::int64_t>(count);
}

/// A stretch of a text; see docs/templates.md.
struct TemplatePiece {
    enum class Kind { Literal, Field, If, Each };
    Kind kind = Kind::Literal;
    std::string text;                        ///< the literal, or the field's name
    bool wanted = true;                      ///< If: false for `unless`
    std::vector<std::string> filters;        ///< Field
    std::string separator;                   ///< Each
    std::vector<TemplatePiece> body;         ///< If, Each
    std::vector<TemplatePiece> otherwise;    ///< If
    friend bool operator==(const TemplatePiece&, const TemplatePiece&) = default;
};

/// One paragraph or line of a text; it may stand under a condition or be repeated for each entry of a list.
struct TemplateLine {
    enum class When { Always, If, Unless, Each };
    When when = When::Always;
    std::string field;
    std::vector<TemplatePiece> pieces;
    friend bool operator==(const TemplateLine&, const TemplateLine&) = default;
};

class Template {
public:
    /// A template file. Its texts may use the fields that it or `shared` declares; texts and fields of `shared` are there as well.
    static Result<Template> parse(std::string_view json, const Template* shared = nullptr);

    const std::string& code() const { return m_code; }
    /// What the paper is called for people.
    const std::string& name() const { return m_name; }
    /// A declared field's Vietnamese name: what a gap is called, and what a form would ask for.
    const std::string& label(std::string_view field) const;
    bool has(std::string_view text) const { return m_texts.find(text) != m_texts.end(); }
    std::vector<std::string> texts() const;
    /// The text filled in; lines that do not apply fall away. Asking for a text that the template lacks is a bug.
    std::vector<std::string> lines(std::string_view text, const Fields& fields = {}) const;
    /// The lines as one text, set apart by line breaks.
    std::string text(std::string_view text, const Fields& fields = {}) const;

private:
    std::string m_code;
    std::string m_name;
    std::map<std::string, std::string, std::less<>> m_fields;
    std::map<std::string, std::vector<TemplateLine>, std::less<>> m_texts;
};

/// The program's own template of that code (resources/templates); a code that is not there is a bug.
const Template& shippedTemplate(std::string_view code);
/// The codes of all of them, "common" included.
std::vector<std::string> shippedTemplateCodes();

}
