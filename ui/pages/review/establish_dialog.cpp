// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/establish_dialog.h"

#include "domain/legal_text.h"
#include "domain/school_year.h"
#include "services/award/decision_service.h"
#include "services/core/school_service.h"
#include "services/prepare/plan_service.h"
#include "services/review/council_service.h"

#include <QBoxLayout>

namespace thidua::ui {
namespace {

/// Bases of the decision that founded a council of that kind in that year; empty when there is none.
std::string earlierBases(services::SchoolFile& file, domain::SchoolYearId year, domain::CouncilKind kind)
{
    std::string bases;
    auto councils = services::CouncilService(file).councils(year);
    if (!councils)
        return bases;
    for (const auto& row : *councils) {
        if (row.council.kind != kind || !row.council.decision)
            continue;
        if (auto detail = services::DecisionService(file).decision(*row.council.decision))
            bases = detail->decision.bases;
    }
    return bases;
}

std::string libraryBases(services::SchoolFile& file, Date on)
{
    auto texts = services::PlanService(file).legalTexts();
    if (!texts)
        return {};
    std::string lines;
    for (const auto& text : *texts) {
        const bool law = text.data.kind == "Luật" || text.data.kind == "Nghị định" || text.data.kind == "Thông tư"; // on paper
        const bool inForce = (!text.data.issuedOn || *text.data.issuedOn <= on) && (!text.data.inForceTo || *text.data.inForceTo >= on);
        if (law && inForce)
            lines += (lines.empty() ? "Căn cứ " : "\nCăn cứ ") + domain::basisWording(text.data); // on paper
    }
    return lines;
}

}

EstablishDraft proposedEstablishment(services::SchoolFile& file, domain::SchoolYearId year, const std::string& symbol, domain::CouncilKind kind)
{
    EstablishDraft draft;
    draft.issuedOn = file.clock().today();
    if (auto number = services::PlanService(file).nextNumber(symbol, *draft.issuedOn))
        draft.number = *number;
    draft.bases = earlierBases(file, year, kind);
    services::SchoolService schools(file);
    if (const auto row = schools.year(year); draft.bases.empty() && row)
        if (const auto before = schools.yearOf(row->data.year.previous()))
            draft.bases = earlierBases(file, before->id, kind);
    if (draft.bases.empty())
        draft.bases = libraryBases(file, *draft.issuedOn);
    return draft;
}

EstablishDialog::EstablishDialog(const QString& council, const QString& symbol, const EstablishDraft& proposed, QWidget* parent)
    : QDialog(parent), m_form(this)
{
    setObjectName(QStringLiteral("establish-dialog"));
    setWindowTitle(tr("Ban hành quyết định thành lập Hội đồng"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(Theme::px(560));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(16), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(12));
    column->addWidget(makeWrapped(tr("Quyết định thành lập %1. Ban hành rồi thì số, ngày và danh sách thành viên không sửa được nữa.").arg(council),
                                  TypeRole::Text, Ink::Text2, this));
    auto* fields = new FormLayout(3, this);
    m_number = new NumberField(0, fields);
    m_number->setRange(1, 99999);
    m_number->setObjectName(QStringLiteral("establish-number"));
    m_suffix = new LineField({}, fields);
    m_suffix->setObjectName(QStringLiteral("establish-suffix"));
    m_date = new DateField(fields);
    m_date->setObjectName(QStringLiteral("establish-date"));
    m_bases = new TextField(7, tr("Căn cứ …"), fields);
    m_bases->setObjectName(QStringLiteral("establish-bases"));
    m_numberLine = fields->add(tr("Số quyết định"), m_number)->required();
    m_numberLine->hint(tr("/%1").arg(symbol));
    auto* suffix = fields->add(tr("Chữ sau số"), m_suffix);
    suffix->hint(tr("thường để trống"));
    m_dateLine = fields->add(tr("Ngày ban hành"), m_date)->required();
    auto* bases = fields->add(tr("Căn cứ"), m_bases, 3);
    bases->hint(tr("Mỗi dòng một căn cứ."));
    column->addWidget(fields);
    m_form.bind("number", m_numberLine, m_number, &EstablishDraft::number);
    m_form.bind("suffix", suffix, m_suffix, &EstablishDraft::suffix);
    m_form.bind("issuedOn", m_dateLine, m_date, &EstablishDraft::issuedOn);
    m_form.bind("bases", bases, m_bases, &EstablishDraft::bases);
    m_form.load(proposed);
    column->addLayout(makeFoot());
    m_number->setFocus();
    m_number->selectAll();
}

QLayout* EstablishDialog::makeFoot()
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    foot->addStretch(1);
    auto* cancel = makeButton(tr("Hủy"), {}, ButtonKind::Normal, this);
    cancel->setAutoDefault(false);
    auto* issue = makeButton(tr("Ban hành quyết định"), QStringLiteral("stamp"), ButtonKind::Primary, this);
    issue->setObjectName(QStringLiteral("establish-issue"));
    issue->setDefault(true);
    foot->addWidget(cancel);
    foot->addWidget(issue);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(issue, &QPushButton::clicked, this, [this] {
        if (complete())
            emit submitted();
    });
    return foot;
}

bool EstablishDialog::complete()
{
    if (!m_form.reveal())
        return false;
    if (!m_number->value())
        m_numberLine->setError(tr("Xin ghi số quyết định."));
    if (!m_date->value())
        m_dateLine->setError(tr("Xin ghi ngày ban hành."));
    return m_number->value() && m_date->value();
}

services::IssuePaper EstablishDialog::paper() const
{
    const auto draft = m_form.draft();
    return {draft.number.value_or(0), draft.suffix, *draft.issuedOn};
}

}
