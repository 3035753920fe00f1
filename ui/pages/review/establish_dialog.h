// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/council.h"
#include "services/core/issue_paper.h"
#include "services/core/school_file.h"
#include "ui/kit.h"

#include <QDialog>

namespace thidua::ui {

/// Number, date and bases of the decision that founds a council.
struct EstablishDraft {
    std::optional<int> number;
    std::string suffix;
    std::optional<Date> issuedOn;
    std::string bases;          ///< lines
    friend bool operator==(const EstablishDraft&, const EstablishDraft&) = default;
};

/// “Ban hành quyết định thành lập…”: finished at once or not at all. The page issues on submitted() and closes it when that succeeds.
class EstablishDialog : public QDialog {
    Q_OBJECT
public:
    EstablishDialog(const QString& council, const QString& symbol, const EstablishDraft& proposed, QWidget* parent);
    services::IssuePaper paper() const;
    std::string bases() const { return m_form.draft().bases; }
    FormBinderBase& form() { return m_form; }
signals:
    void submitted();

private:
    QLayout* makeFoot();
    bool complete();
    NumberField* m_number;
    LineField* m_suffix;
    DateField* m_date;
    TextField* m_bases;
    FormField* m_numberLine;
    FormField* m_dateLine;
    FormBinder<EstablishDraft> m_form;
};

/// What the dialog proposes: the next number, today, and the bases of the newest decision of that kind, else laws and decrees of the library.
EstablishDraft proposedEstablishment(services::SchoolFile& file, domain::SchoolYearId year, const std::string& symbol, domain::CouncilKind kind);

}
