// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/correction.h"
#include "services/award/correction_service.h"
#include "ui/pages/school_page.h"

#include <QCoreApplication>

namespace thidua::ui {

/// Puts right an issued paper, from whatever page shows it: asks whether to correct, take back or replace it, then issues the letter or the
/// revocation, or opens the draft that is to take its place.
class PaperCorrector {
    Q_DECLARE_TR_FUNCTIONS(PaperCorrector)
public:
    PaperCorrector(SchoolContext& context, Shell& shell, QWidget* parent) : m_context(context), m_shell(shell), m_parent(parent) {}
    void start(services::PaperKind kind, std::int64_t row, const QString& name);

private:
    void issue(domain::CorrectionKind what, services::PaperKind kind, std::int64_t row, const QString& name);
    void replace(services::PaperKind kind, std::int64_t row);
    SchoolContext& m_context;
    Shell& m_shell;
    QWidget* m_parent;
};

/// What other papers say of this one, each with a way to that paper; nullptr when there is none.
QWidget* makePaperNotes(SchoolContext& context, Shell& shell, services::PaperKind kind, std::int64_t row, QWidget* parent = nullptr);

}
