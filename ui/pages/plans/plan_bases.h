// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/library.h"
#include "ui/pages/plans/legal_text_form.h"
#include "ui/pages/plans/plan_part.h"

namespace thidua::ui::prepare {

/// Căn cứ: chosen from the library of legal texts, with the wording that prints.
class PlanBasesPart final : public OrderedPart {
    Q_OBJECT
public:
    explicit PlanBasesPart(PlanEnv env, QWidget* parent = nullptr);
    void load(const services::PlanDraft& draft) override;
    void take(services::PlanDraft& draft) const override { draft.bases = m_lines; }
    void setReadOnly(bool readOnly) override;
    QString words() const override;
    /// The library may have grown or changed.
    void readLibrary();
    SearchField* search() const { return m_search; }
    /// A text of the library as a further basis, with the wording proposed for it.
    void addText(domain::LegalTextId id);

protected:
    int count() const override { return static_cast<int>(m_lines.size()); }
    OrderedItem itemAt(int row) const override;
    QString doubtAt(int row) const;
    int insertAfter(int row) override;
    void removeAt(int row) override { m_lines.erase(m_lines.begin() + row); }
    void swap(int first, int second) override { std::swap(at(first), at(second)); }
    void showLine(int row) override;
    QWidget* firstField() const override { return m_wording; }
    Question questionFor(int row) const override;

private:
    domain::PaperBasis& at(int row) { return m_lines[static_cast<std::size_t>(row)]; }
    const domain::PaperBasis& at(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    const services::Stored<domain::LegalText>* textOf(const domain::PaperBasis& line) const;
    std::string proposedFor(const domain::LegalText& text) const;
    void buildTop();
    QWidget* buildForm();
    void openLegalForm(bool edit);
    void onLegalDone(domain::LegalTextId id);
    void addReady(std::vector<SearchField::Option>& options);
    void addReadyText(const services::ReadyText& one);
    std::vector<domain::PaperBasis> m_lines;
    std::vector<services::Stored<domain::LegalText>> m_library;
    std::vector<services::ReadyText> m_ready;   ///< of the rules, not in the library yet
    QWidget* m_top = nullptr;
    SearchField* m_search = nullptr;
    FormBinder<domain::PaperBasis>* m_binder;
    TextField* m_wording = nullptr;
    DetailList* m_facts = nullptr;
    QPushButton* m_propose = nullptr;
    QPushButton* m_editText = nullptr;
    LegalTextForm* m_legal;
    bool m_legalEdits = false;
    bool m_readOnly = false;
};

}
