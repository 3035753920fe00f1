// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/dossier_service.h"
#include "ui/pages/kit/parts.h"

namespace thidua::ui {

/// What belongs to a nomination beside its conditions, as parts of its panel: the dossier part by part, the opinions, the report of
/// achievements. Everything is entered here.
class DossierView : public Stack {
    Q_OBJECT
public:
    /// `whyNot`: why nothing may be entered at all (closed year); empty when the nomination's own state decides.
    DossierView(Shell& shell, services::SchoolFile& file, domain::NominationId id, const QString& name, const QString& whyNot, QWidget* parent = nullptr);
signals:
    void reportWanted();

private:
    void addParts(const services::Dossier& dossier);
    void addPart(const services::DossierPartRow& part);
    void addOpinions(const services::Dossier& dossier);
    void addReport(const services::Dossier& dossier);
    void receive(const services::DossierPartRow& part);
    void removeOpinion(const services::OpinionRow& row);
    QWidget* verbs(const std::vector<QPushButton*>& buttons);
    QPushButton* verb(const QString& words, const QString& name, bool on, const QString& whyNot, std::function<void()> run);

    Shell& m_shell;
    services::SchoolFile& m_file;
    domain::NominationId m_id;
    QString m_name;
    QString m_whyNot;
};

}
