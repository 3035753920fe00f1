// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xml_stream.h"

#include <charconv>
#include <exception>
#include <expat.h>

namespace thidua::sheets {
namespace {

constexpr int kDeepest = 100;

std::string_view localName(std::string_view name)
{
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}

std::optional<std::string_view> Attributes::get(std::string_view local) const
{
    for (const char** at = m_pairs; *at != nullptr; at += 2)
        if (localName(at[0]) == local)
            return std::string_view(at[1]);
    return std::nullopt;
}

std::optional<std::string_view> Attributes::prefixed(std::string_view local) const
{
    for (const char** at = m_pairs; *at != nullptr; at += 2)
        if (const std::string_view name = at[0]; name.size() > local.size() && localName(name) == local)
            return std::string_view(at[1]);
    return std::nullopt;
}

std::uint32_t Attributes::number(std::string_view local, std::uint32_t fallback) const
{
    const auto said = get(local);
    if (!said)
        return fallback;
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(said->data(), said->data() + said->size(), value);
    return error == std::errc{} && end == said->data() + said->size() ? value : fallback;
}

/// expat is C: nothing may be thrown through it, so what is thrown waits until it has returned.
struct XmlStream::State {
    XmlPart& part;
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::exception_ptr thrown{};
    int depth = 0;

    template <class Body>
    void guarded(Body body)
    {
        if (thrown)
            return;
        try {
            body();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }

    static void started(void* self, const char* name, const char** attributes)
    {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] {
            if (++state.depth > kDeepest)
                throw Refused{"sheet.damaged"};
            state.part.start(localName(name), Attributes(attributes));
        });
    }
    static void ended(void* self, const char* name)
    {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] {
            --state.depth;
            state.part.end(localName(name));
        });
    }
    static void said(void* self, const char* text, int count)
    {
        auto& state = *static_cast<State*>(self);
        state.guarded([&] { state.part.text({text, static_cast<std::size_t>(count)}); });
    }
    static void doctype(void* self, const char*, const char*, const char*, int)
    {
        static_cast<State*>(self)->guarded([] { throw Refused{"sheet.entities"}; });
    }
};

XmlStream::XmlStream(XmlPart& part) : m_state(new State{part})
{
    if (m_state->parser == nullptr)
        throw std::bad_alloc();
    XML_SetUserData(m_state->parser, m_state.get());
    XML_SetElementHandler(m_state->parser, State::started, State::ended);
    XML_SetCharacterDataHandler(m_state->parser, State::said);
    XML_SetStartDoctypeDeclHandler(m_state->parser, State::doctype);
    XML_SetParamEntityParsing(m_state->parser, XML_PARAM_ENTITY_PARSING_NEVER);
}

XmlStream::~XmlStream()
{
    if (m_state->parser != nullptr)
        XML_ParserFree(m_state->parser);
}

void XmlStream::feed(const char* bytes, std::size_t count, bool last)
{
    const auto status = XML_Parse(m_state->parser, bytes, static_cast<int>(count), last ? XML_TRUE : XML_FALSE);
    if (m_state->thrown)
        std::rethrow_exception(m_state->thrown);
    if (status != XML_STATUS_OK)
        throw Refused{"sheet.damaged"};
}

}
