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
    services::SchoolFile& m_file;
    ChoiceField* m_kind = nullptr;
    LineField* m_number = nullptr;
    SearchField* m_successor = nullptr;
    Label* m_wording = nullptr;
};

/// A new text as the form begins with it.
domain::LegalText newLegalText();

}
