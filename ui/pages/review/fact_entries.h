// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ground.h"
#include "domain/school_year.h"
#include "rules/finding.h"
#include "services/core/school_file.h"
#include "ui/kit.h"

namespace thidua::ui::review {

/// Whose fact is entered, and through what. Cheap to copy: the buttons of an entry keep one each.
struct FactPlace {
    Shell* shell = nullptr;
    services::SchoolFile* file = nullptr;
    services::Stored<domain::SchoolYearRow> year;
    domain::SubjectRef subject;
    std::string honour;
    QString honourName;
    QString name{};
    domain::Ground ground = domain::Ground::AnnualMerit;
    std::optional<Date> judgedOn{};
    bool decided = false;    ///< the council has voted: only what no record tells can be stated, for what comes later
};

/// Fields that enter what a condition lacks, and links to state what no record tells, written through the services at the press of a button: the evaluation, “không bị kỷ
/// luật”, months, an investigation, an initiative's recognition, a late registration … Null when nothing can be entered there.
QWidget* makeFactEntry(const FactPlace& place, const rules::Finding& finding, QWidget* parent);

/// Parts of it, by fact.
QWidget* makeInitiativeEntry(const FactPlace& place, const QString& id, QWidget* parent);
QWidget* makeRegistrationEntry(const FactPlace& place, const QString& id, QWidget* parent);

}
