// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/messages.h"
#include "ui/kit.h"

namespace thidua::ui {

/// The code of “chưa ghi” in choices of optional members.
inline constexpr const char* kNoChoice = "-";

/// All codes of an enum with their words; `none` adds a first choice for “not known”.
template <domain::CodedEnum E>
std::vector<ChoiceField::Choice> choicesOf(const QString& none = {})
{
    std::vector<ChoiceField::Choice> choices;
    if (!none.isEmpty())
        choices.push_back({kNoChoice, none});
    for (const auto code : domain::EnumCodes<E>::codes)
        choices.push_back({std::string(code), toQ(text::label(domain::EnumCodes<E>::name, code))});
    return choices;
}

/// A choice that may be narrower than its longest words, for forms in panels: the whole words stand in its list.
inline ChoiceField* slim(ChoiceField* field)
{
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(8);
    return field;
}

namespace bind_detail {

template <class M> struct OptionalOf { static constexpr bool is = false; };
template <class M> struct OptionalOf<std::optional<M>> {
    static constexpr bool is = true;
    using Inner = M;
};

template <class F, class M> void put(F* f, const M& m) { f->setValue(m); }
template <class F, class M> void get(const F* f, M& m)
{
    if constexpr (std::is_same_v<std::decay_t<decltype(f->value())>, M>)
        m = f->value();
    else if constexpr (OptionalOf<M>::is) { // a figure of another width: blank is none
        const auto value = f->value();
        m = value ? M(static_cast<typename OptionalOf<M>::Inner>(*value)) : M();
    }
    else if (auto value = f->value()) // a blank leaves a required member as it was
        m = static_cast<M>(*value);
}
// Lists with a line for each.
template <class L> void put(TextField* f, const std::vector<L>& m) { f->setValue(domain::joinedLines(m)); }
template <class L> void get(const TextField* f, std::vector<L>& m) { domain::splitLines(f->value(), m); }
template <domain::CodedEnum E> void put(ChoiceField* f, const E& m) { f->setValue(std::string(domain::toCode(m))); }
template <domain::CodedEnum E> void get(const ChoiceField* f, E& m) { m = domain::fromCode<E>(f->value()).value_or(m); }
template <domain::CodedEnum E> void put(ChoiceField* f, const std::optional<E>& m)
{
    f->setValue(m ? std::string(domain::toCode(*m)) : std::string(kNoChoice));
}
template <domain::CodedEnum E> void get(const ChoiceField* f, std::optional<E>& m) { m = domain::fromCode<E>(f->value()); }
template <class T> void put(ChoiceField* f, const std::optional<Id<T>>& m) { f->setValue(m ? std::to_string(m->value()) : std::string(kNoChoice)); }
template <class T> void get(const ChoiceField* f, std::optional<Id<T>>& m)
{
    const auto code = f->value();
    m = code.empty() || code == kNoChoice ? std::nullopt : std::optional<Id<T>>(Id<T>(std::stoll(code)));
}
template <class T> void put(SearchField* f, const std::optional<Id<T>>& m) { f->setValue(m ? std::optional<std::int64_t>(m->value()) : std::nullopt); }
template <class T> void get(const SearchField* f, std::optional<Id<T>>& m)
{
    const auto id = f->value();
    m = id ? std::optional<Id<T>>(Id<T>(*id)) : std::nullopt;
}

}

/// Binds a field to any member reached by `access`, also one inside a member struct or an enum by its code:
///     bindBy(form, "birth", line, field, [](auto& d) -> auto& { return d.person.birth; });
template <class Draft, class F, class Access>
void bindBy(FormBinder<Draft>& binder, const std::string& name, FormField* form, F* field, Access access)
{
    binder.bind(name, form, field, [=](const Draft& d) { bind_detail::put(field, access(d)); }, [=](Draft& d) { bind_detail::get(field, access(d)); });
}

}
