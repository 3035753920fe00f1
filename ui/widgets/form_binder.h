// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strong_id.h"
#include "domain/paper_lines.h"
#include "ui/widgets/date_field.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form_binder_base.h"
#include "ui/widgets/search_field.h"

#include <utility>

namespace thidua::ui {

/// Ties typed fields to the members of a draft struct. The name given to bind() is the member's name as FieldIssue::field has it.
///     FormBinder<domain::PersonDraft> form(this);
///     form.bind("fullName", nameField, nameLine, &PersonDraft::fullName);
///     form.setValidate([](const PersonDraft& d) { return domain::validate(d); });
///     form.load(draft);   …   runner.run([&] { return people.add(form.draft()); }, …, &form);
template <class Draft>
class FormBinder : public FormBinderBase {
public:
    explicit FormBinder(QObject* parent = nullptr) : FormBinderBase(parent) {}

    /// Called on every change; its issues stand beside the fields that have been touched (all of them after reveal()).
    void setValidate(std::function<std::vector<FieldIssue>(const Draft&)> validate) { m_validate = std::move(validate); }
    /// Fills the fields; the form is clean afterwards.
    void load(const Draft& draft)
    {
        m_draft = draft;
        m_loading = true;
        for (auto& bond : m_bonds)
            bond.show(m_draft);
        m_loading = false;
        afterLoad();
    }
    /// The draft with what the fields say now.
    Draft draft() const
    {
        Draft draft = m_draft;
        for (const auto& bond : m_bonds)
            bond.take(draft);
        return draft;
    }

    /// The general form: how a field shows the draft and how it writes to it.
    void bind(const std::string& name, FormField* form, Field* field, std::function<void(const Draft&)> show,
              std::function<void(Draft&)> take)
    {
        m_bonds.push_back({std::move(show), std::move(take)});
        addSlot(name, form, field);
    }
    /// Fields whose value() and setValue() are the member's own type (string, bool, optional<Date>, optional<PartialDate> …).
    template <class F, class M>
    void bind(const std::string& name, FormField* form, F* field, M Draft::*member)
    {
        bind(name, form, field, [=](const Draft& d) { put(field, d.*member); }, [=](Draft& d) { get(field, d.*member); });
    }
    /// A choice bound to any comparable type (enums, ids): the choices' codes are made here.
    template <class M>
    void bindChoice(const std::string& name, FormField* form, ChoiceField* field, M Draft::*member,
                    const std::vector<std::pair<M, QString>>& values)
    {
        std::vector<ChoiceField::Choice> choices;
        for (std::size_t i = 0; i < values.size(); ++i)
            choices.push_back({std::to_string(i), values[i].second});
        field->setChoices(choices);
        bind(name, form, field,
             [=](const Draft& d) {
                 std::string code;
                 for (std::size_t i = 0; i < values.size(); ++i)
                     if (values[i].first == d.*member)
                         code = std::to_string(i);
                 field->setValue(code);
             },
             [=](Draft& d) {
                 if (const auto code = field->value(); !code.empty())
                     d.*member = values[static_cast<std::size_t>(std::stoul(code))].first;
             });
    }

protected:
    std::vector<FieldIssue> issuesNow() const override { return m_validate ? m_validate(draft()) : std::vector<FieldIssue>{}; }

private:
    struct Bond {
        std::function<void(const Draft&)> show;
        std::function<void(Draft&)> take;
    };
    // Same type on both sides.
    template <class F, class M> static void put(F* f, const M& m) { f->setValue(m); }
    template <class F, class M> static void get(const F* f, M& m)
    {
        using V = std::decay_t<decltype(f->value())>;
        if constexpr (std::is_same_v<V, M>)
            m = f->value();
        else if (auto value = f->value()) // an optional on the field's side: a blank leaves a required member as it was
            m = static_cast<M>(*value);
    }
    // Optional texts: blank is none.
    template <class F> static void put(F* f, const std::optional<std::string>& m) { f->setValue(m.value_or(std::string())); }
    template <class F> static void get(const F* f, std::optional<std::string>& m)
    {
        auto value = f->value();
        m = value.empty() ? std::nullopt : std::optional<std::string>(std::move(value));
    }
    // Lists with a line for each.
    template <class L> static void put(TextField* f, const std::vector<L>& m) { f->setValue(domain::joinedLines(m)); }
    template <class L> static void get(const TextField* f, std::vector<L>& m) { domain::splitLines(f->value(), m); }
    // Ids chosen by search.
    template <class T> static void put(SearchField* f, const Id<T>& m) { f->setValue(m.value()); }
    template <class T> static void get(const SearchField* f, Id<T>& m)
    {
        if (auto id = f->value())
            m = Id<T>(*id);
    }
    template <class T> static void put(SearchField* f, const std::optional<Id<T>>& m)
    {
        f->setValue(m ? std::optional<std::int64_t>(m->value()) : std::nullopt);
    }
    template <class T> static void get(const SearchField* f, std::optional<Id<T>>& m)
    {
        auto id = f->value();
        m = id ? std::optional<Id<T>>(Id<T>(*id)) : std::nullopt;
    }
    // Optional numbers of another width.
    template <class N> static void put(NumberField* f, const std::optional<N>& m)
    {
        f->setValue(m ? std::optional<std::int64_t>(static_cast<std::int64_t>(*m)) : std::nullopt);
    }
    template <class N> static void get(const NumberField* f, std::optional<N>& m)
    {
        auto value = f->value();
        m = value ? std::optional<N>(static_cast<N>(*value)) : std::nullopt;
    }

    Draft m_draft{};
    std::vector<Bond> m_bonds;
    std::function<std::vector<FieldIssue>(const Draft&)> m_validate;
};

}
