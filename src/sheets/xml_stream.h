// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/sheet_maker.h"

#include <memory>

namespace thidua::sheets {

/// The attributes of an element. Names are asked without their prefix where that does not matter.
class Attributes {
public:
    explicit Attributes(const char** pairs) : m_pairs(pairs) {}
    /// Of the local name; nothing when it is not there.
    std::optional<std::string_view> get(std::string_view local) const;
    /// Of a name with a prefix, whichever that is: “r:id” beside “id”.
    std::optional<std::string_view> prefixed(std::string_view local) const;
    std::string text(std::string_view local) const { return std::string(get(local).value_or(std::string_view())); }
    std::uint32_t number(std::string_view local, std::uint32_t fallback) const;

private:
    const char** m_pairs;
};

/// What reads one part of a book: elements by their local names, in the order of the file.
class XmlPart {
public:
    virtual ~XmlPart() = default;
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view) {}
};

/// Feeds a part piece by piece. A document type, and with it every entity of its own, is refused: nothing is expanded or fetched.
class XmlStream {
public:
    explicit XmlStream(XmlPart& part);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;
    /// Throws Refused.
    void feed(const char* bytes, std::size_t count, bool last);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}
