// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/plans/legal_text_fields.h"

namespace thidua::ui::prepare {

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
