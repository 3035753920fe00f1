// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/kit/field_bind.h"

#include <functional>

namespace thidua::ui {

/// Runs an operation for a form: the id of the row that it added, else `id`; none when it was refused.
template <class Operation>
std::optional<std::int64_t> writtenBy(OperationRunner& runner, FormBinderBase& form, std::optional<std::int64_t> id, Operation&& operation)
{
    std::optional<std::int64_t> row;
    runner.run(operation, [&](const auto& value) {
        if constexpr (requires { { value.value() } -> std::convertible_to<std::int64_t>; })
            row = value.value();
        else
            row = id;
    }, &form);
    return row;
}

/// How much of a form's line a field takes.
enum Width { Half = 1, Wide = 9 };

/// A field of a RecordForm as it is declared. Every call returns the same field, so that calls can be chained.
template <class F>
struct FormLine {
    FormField* line;
    F* field;
    FormLine required() const { line->required(); return *this; }
    FormLine hint(const QString& words) const { line->hint(words); return *this; }
    FormLine named(const char* objectName) const { field->widget()->setObjectName(QLatin1String(objectName)); return *this; }
    FormLine placeholder(const QString& words) const { field->setPlaceholderText(words); return *this; }
    FormLine range(std::int64_t least, std::int64_t most) const { field->setRange(least, most); return *this; }
};

/// The fields of a draft, declared one by one: label, member and field in one line, the binder inside.
/// `member` is a pointer to member or a lambda that returns a reference (“[](auto& d) -> auto& { return d.person.birth; }”);
/// `name` is the member's name as FieldIssue::field has it, and the field's objectName.
///     auto* form = new RecordForm<domain::Collective>;
///     form->text("name", tr("Tên tập thể"), &domain::Collective::name, Wide).required();
///     form->choice("type", tr("Loại"), &domain::Collective::type);
template <class Draft>
class RecordForm : public FormLayout {
public:
    explicit RecordForm(int columns = 2, QWidget* parent = nullptr) : FormLayout(columns, parent), m_binder(new FormBinder<Draft>(this)) {}

    FormBinder<Draft>& binder() const { return *m_binder; }
    Draft draft() const { return m_binder->draft(); }
    void load(const Draft& draft) { m_binder->load(draft); }

    using FormLayout::add;
    template <class F, class Member>
    FormLine<F> add(const char* name, const QString& label, F* field, Member member, Width width = Half)
    {
        FormField* line = FormLayout::add(label, field, width);
        m_binder->bind(name, line, field, [=](const Draft& d) { bind_detail::put(field, std::invoke(member, d)); },
                       [=](Draft& d) { bind_detail::get(field, std::invoke(member, d)); });
        return {line, field};
    }
    /// A field whose value is not a member's own: what it shows and what it writes.
    template <class F>
    FormLine<F> custom(const char* name, const QString& label, F* field, std::function<void(const Draft&)> show, std::function<void(Draft&)> take,
                       Width width = Half)
    {
        FormField* line = FormLayout::add(label, field, width);
        m_binder->bind(name, line, field, std::move(show), std::move(take));
        return {line, field};
    }
    template <class Member>
    FormLine<LineField> text(const char* name, const QString& label, Member member, Width width = Half)
    {
        return add(name, label, new LineField, member, width);
    }
    template <class Member>
    FormLine<TextField> lines(const char* name, const QString& label, Member member, int lines)
    {
        return add(name, label, new TextField(lines), member, Wide);
    }
    template <class Member>
    FormLine<NumberField> number(const char* name, const QString& label, Member member, Width width = Half)
    {
        return add(name, label, new NumberField, member, width);
    }
    template <class Member>
    FormLine<DateField> date(const char* name, const QString& label, Member member, Width width = Half)
    {
        return add(name, label, new DateField, member, width);
    }
    /// A day, or a year alone.
    template <class Member>
    FormLine<PartialDateField> partialDate(const char* name, const QString& label, Member member, Width width = Half)
    {
        return add(name, label, new PartialDateField, member, width);
    }
    template <class Member>
    FormLine<CheckField> check(const char* name, const QString& words, Member member)
    {
        return add(name, QString(), new CheckField(words), member, Wide);
    }
    /// One of an enum's values by its words; `none` is the choice of an optional member that is not known.
    template <class Member>
    FormLine<ChoiceField> choice(const char* name, const QString& label, Member member, Width width = Half, const QString& none = {})
    {
        return add(name, label, slim(new ChoiceField(choicesOf<Enum<Member>>(none))), member, width);
    }
    /// One of these, by code (ids as their number).
    template <class Member>
    FormLine<ChoiceField> choiceOf(const char* name, const QString& label, Member member, const std::vector<ChoiceField::Choice>& choices,
                                   Width width = Half)
    {
        return add(name, label, slim(new ChoiceField(choices)), member, width);
    }

private:
    template <class T> struct Bare { using Type = T; };
    template <class T> struct Bare<std::optional<T>> { using Type = T; };
    template <class Member>
    using Enum = typename Bare<std::remove_cvref_t<decltype(std::invoke(std::declval<Member>(), std::declval<Draft&>()))>>::Type;
    FormBinder<Draft>* m_binder;
};

}
