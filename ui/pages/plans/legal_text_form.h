// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_service.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::prepare {

/// The fields of a text of the library, on its own page and in the plan editor, with the line that it will make.
class LegalTextFields final : public RecordForm<domain::LegalText> {
    Q_OBJECT
public:
    explicit LegalTextFields(services::SchoolFile& file, QWidget* parent = nullptr);
    /// `id`: the text that is mended; none: a new one.
    void start(const domain::LegalText& given, std::optional<domain::LegalTextId> id);
    QWidget* numberField() const { return m_number; }

private:
    void declareForce();
    void showWording();
    void guessKind(const QString& number);
    services::SchoolFile& m_file;
    ChoiceField* m_kind = nullptr;
    bool m_kindSaid = false; ///< chosen by the person, or of a text that is mended
    LineField* m_number = nullptr;
    SearchField* m_successor = nullptr;
    Label* m_wording = nullptr;
};

/// A new text as the form begins with it.
domain::LegalText newLegalText();

/// Adds a legal text to the library, or mends one that stands there, within the plan editor.
class LegalTextForm final : public QWidget {
    Q_OBJECT
public:
    LegalTextForm(services::SchoolFile& file, Shell& shell, QWidget* parent = nullptr);
    void startNew();
    void startEdit(const services::Stored<domain::LegalText>& text);
    bool isDirty() const { return m_fields->binder().isDirty(); }
signals:
    /// Written; the id of the text.
    void done(qint64 id);
    void cancelled();

private:
    void build();
    void save();
    services::SchoolFile& m_file;
    Shell& m_shell;
    Label* m_title = nullptr;
    LegalTextFields* m_fields;
    std::optional<services::Stored<domain::LegalText>> m_editing;
};

}
