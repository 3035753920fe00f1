// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nomination_service.h"
#include "ui/pages/review/fact_entries.h"

namespace thidua::ui {

/// One nomination in full: its verdict's conditions with what would change them, the school's quotas, and the council's own opinion.
class NominationPanel : public SidePanel {
    Q_OBJECT
public:
    NominationPanel(Shell& shell, services::SchoolFile& file, QWidget* parent = nullptr);
    /// `readOnly`: nothing can be entered (closed year).
    void showNomination(const services::Stored<domain::SchoolYearRow>& year, const services::NominationRow& row,
                        const std::vector<services::QuotaLine>& quotas, bool readOnly);
    std::optional<domain::NominationId> shownId() const { return m_id; }
    /// Before another content is put into the panel.
    void forget();
    /// Opens the field for the council's reason against the verdict.
    void startOverride();
    /// A reason typed and not yet recorded.
    bool hasUnsavedReason() const;
    /// Records it, or says what it lacks.
    bool saveReason();
    void dropReason();
    /// Puts the keyboard into the first field that enters a missing fact; false when there is none.
    bool focusFirstEntry();
    /// The condition in which the keyboard stands, by its id; empty when it stands in none.
    std::string findingInFocus() const;
    /// A click on an article asks for the rules page instead of unfolding the clause.
    void setRulesAtHand(bool on) { m_rulesAtHand = on; }
signals:
    void withdrawRequested();
    void reportRequested();
    void rulesRequested(const std::string& finding);

private:
    using Typed = QHash<QString, QString>;
    Typed typedNow() const;
    void restoreTyped(const Typed& typed);
    bool writeReason(const std::string& reason);
    void addOverride(const services::NominationRow& row, bool readOnly);
    QWidget* makeOverrideForm();
    void addFinding(const rules::Finding& finding, QWidget* entry, int indent, const std::string& condition);
    void addPreferences(const services::QuotaLine& quota);
    void addQuotas(const std::vector<services::QuotaLine>& quotas);
    void addFoot(const services::NominationRow& row, bool readOnly);
    void addVotes(const services::NominationRow& row);
    void addRemarks(const services::NominationRow& row);
    void addState(const services::NominationRow& row);
    void addDossier(const services::NominationRow& row, bool readOnly);

    Shell& m_shell;
    services::SchoolFile& m_file;
    std::optional<domain::NominationId> m_id;
    QWidget* m_overrideForm = nullptr;
    TextField* m_reason = nullptr;
    FormField* m_reasonField = nullptr;
    std::string m_savedReason;
    QWidget* m_firstEntry = nullptr;
    bool m_rulesAtHand = false;
};

}
