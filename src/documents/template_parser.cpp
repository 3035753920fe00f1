// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/template_parser.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

#include <algorithm>
#include <array>

namespace thidua::documents {
namespace {

constexpr std::array<std::string_view, 5> kFilters{"two", "upper", "lower", "capital", "nostop"};

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string() : std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

/// Reads a text from left to right; `{…}` are its signs.
class PieceParser {
public:
    PieceParser(std::string_view text, const std::string& place, const std::function<bool(std::string_view)>& declared)
        : m_text(text), m_place(place), m_declared(declared)
    {
    }

    /// Until the end of the text or the sign that closes the block, which is left in `closing`.
    Result<std::vector<TemplatePiece>> pieces(bool inside, std::string& closing)
    {
        std::vector<TemplatePiece> found;
        while (m_at < m_text.size()) {
            const auto open = m_text.find('{', m_at);
            if (open != m_at)
                found.push_back({TemplatePiece::Kind::Literal, std::string(m_text.substr(m_at, open - m_at)), true, {}, {}, {}, {}});
            if (open == std::string_view::npos) {
                m_at = m_text.size();
                break;
            }
            const auto close = m_text.find('}', open);
            if (close == std::string_view::npos)
                return wrong("{");
            const auto sign = trimmed(m_text.substr(open + 1, close - open - 1));
            m_at = close + 1;
            if (sign == "end" || sign == "else") {
                closing = sign;
                return inside ? Result<std::vector<TemplatePiece>>(std::move(found)) : wrong(sign);
            }
            TD_TRY(auto piece, signPiece(sign));
            found.push_back(std::move(piece));
        }
        if (inside)
            return wrong("{end}");
        return found;
    }

private:
    Result<TemplatePiece> signPiece(const std::string& sign)
    {
        const auto space = sign.find(' ');
        const auto word = sign.substr(0, space);
        const auto rest = space == std::string::npos ? std::string() : trimmed(std::string_view(sign).substr(space));
        if (word == "if" || word == "unless")
            return condition(rest, word == "if");
        if (word == "each")
            return repeated(rest);
        return field(sign);
    }

    Result<TemplatePiece> field(const std::string& sign)
    {
        auto parts = split(sign, '|');
        TemplatePiece piece{TemplatePiece::Kind::Field, trimmed(parts.front()), true, {}, {}, {}, {}};
        TD_CHECK(known(piece.text));
        for (std::size_t i = 1; i < parts.size(); ++i) {
            piece.filters.push_back(trimmed(parts[i]));
            if (!isTemplateFilter(piece.filters.back()))
                return wrong(piece.filters.back());
        }
        return piece;
    }

    Result<TemplatePiece> condition(const std::string& name, bool wanted)
    {
        TD_CHECK(known(name));
        TemplatePiece piece{TemplatePiece::Kind::If, name, wanted, {}, {}, {}, {}};
        std::string closing;
        TD_TRY(piece.body, pieces(true, closing));
        if (closing == "else") {
            TD_TRY(piece.otherwise, pieces(true, closing));
        }
        return closing == "end" ? Result<TemplatePiece>(std::move(piece)) : wrong(closing);
    }

    /// `each NAME "separator"`
    Result<TemplatePiece> repeated(const std::string& rest)
    {
        const auto quote = rest.find('"');
        TemplatePiece piece{TemplatePiece::Kind::Each, trimmed(rest.substr(0, quote)), true, {}, {}, {}, {}};
        TD_CHECK(known(piece.text));
        if (quote != std::string::npos) {
            if (rest.size() < quote + 2 || rest.back() != '"')
                return wrong(rest);
            piece.separator = rest.substr(quote + 1, rest.size() - quote - 2);
        }
        std::string closing;
        TD_TRY(piece.body, pieces(true, closing));
        return closing == "end" ? Result<TemplatePiece>(std::move(piece)) : wrong(closing);
    }

    Result<void> known(const std::string& name) const
    {
        if (name != "it" && !m_declared(name))
            return fail(ErrorCode::InputFormat, "template.unknown-field", {m_place, name});
        return {};
    }

    tl::unexpected<Error> wrong(std::string_view what) const
    {
        return fail(ErrorCode::InputFormat, "template.sign", {m_place, std::string(what)});
    }

    std::string_view m_text;
    const std::string& m_place;
    const std::function<bool(std::string_view)>& m_declared;
    std::size_t m_at = 0;
};

}

bool isTemplateFilter(std::string_view name)
{
    return std::ranges::find(kFilters, name) != kFilters.end();
}

std::string filtered(std::string value, std::string_view filter)
{
    if (filter == "two")
        return value.size() == 1 ? "0" + value : value;
    if (filter == "upper")
        return upper(value);
    if (filter == "lower")
        return lower(value);
    if (filter == "capital")
        return capitalised(value);
    return withoutStop(std::move(value));
}

Result<std::vector<TemplatePiece>> parsePieces(std::string_view text, const std::string& place, const std::function<bool(std::string_view)>& declared)
{
    PieceParser parser(text, place, declared);
    std::string closing;
    return parser.pieces(false, closing);
}

}
