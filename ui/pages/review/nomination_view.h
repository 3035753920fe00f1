// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/nomination_service.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/review/fact_entries.h"

namespace thidua::ui {

/// One nomination in the panel: votes, its verdict's conditions with what would change them, the dossier, the school's quotas. Facts that a
/// condition lacks are entered in it.
class NominationView : public Stack {
    Q_OBJECT
public:
    /// What was typed into entries and not yet recorded, by the entry's name.
    using Typed = QHash<QString, QString>;
    /// `closed`: why nothing can be entered (closed year), else empty. `rulesAtHand`: a click on an article asks for the page of rules instead
    /// of unfolding the clause.
    NominationView(Shell& shell, services::SchoolFile& file, const services::Stored<domain::SchoolYearRow>& year, const services::NominationRow& row,
                   const std::vector<services::QuotaLine>& quotas, const QString& closed, bool rulesAtHand, QWidget* parent = nullptr);
    /// The line under the panel's title.
    static QString subtitle(const domain::SchoolYearRow& year, const services::NominationRow& row);
    Typed typed() const;
    void restore(const Typed& typed);
    /// Puts the keyboard into the first field that enters a missing fact; false when there is none.
    bool focusFirstEntry();
    /// The condition in which the keyboard stands, by its id; empty when it stands in none.
    std::string findingInFocus() const;
signals:
    void reportRequested();
    void rulesRequested(const std::string& finding);

private:
    void addState(const services::NominationRow& row);
    void addVotes(const services::NominationRow& row);
    void addFindings(const services::Stored<domain::SchoolYearRow>& year, const services::NominationRow& row, bool readOnly);
    void addFinding(const rules::Finding& finding, QWidget* entry, int indent, const std::string& condition);
    void addRemarks(const services::NominationRow& row);
    void addDossier(const services::NominationRow& row, const QString& closed);
    void addQuotas(const std::vector<services::QuotaLine>& quotas);
    void addPreferences(const services::QuotaLine& quota);

    Shell& m_shell;
    services::SchoolFile& m_file;
    QWidget* m_firstEntry = nullptr;
    bool m_rulesAtHand;
};

}
