// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/minutes_card.h"

#include "ui/pages/review/review_words.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>

namespace thidua::ui {
namespace {

using services::MeetingDetail;
using services::TallyRow;

}

MinutesCard::MinutesCard(QWidget* parent) : QWidget(parent), m_form(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_results = new QVBoxLayout;
    m_results->setSpacing(Theme::px(8));
    column->addLayout(m_results);
    m_owedBox = new QWidget(this);
    auto* owed = new QVBoxLayout(m_owedBox);
    owed->setContentsMargins(0, 0, 0, 0);
    owed->setSpacing(Theme::px(8));
    owed->addWidget(makeRule(m_owedBox));
    owed->addWidget(makeSectionHead(tr("Hội đồng xét khác kết luận"), tr("mỗi người một lý do, in vào biên bản"), m_owedBox));
    m_owedRows = new QVBoxLayout;
    m_owedRows->setSpacing(Theme::px(10));
    owed->addLayout(m_owedRows);
    column->addWidget(m_owedBox);
    column->addWidget(makeRule(this));
    auto* fields = new FormLayout(3, this);
    m_over = new TextField(2, tr("Vì sao Hội đồng vẫn đề nghị vượt hạn mức"), fields);
    m_over->setObjectName(QStringLiteral("minutes-over"));
    m_conclusions = new TextField(7, tr("Điều Hội đồng đã kết luận; in vào biên bản"), fields);
    m_conclusions->setObjectName(QStringLiteral("minutes-conclusions"));
    m_ends = new HourField(tr("10h30, 16 giờ"), fields);
    m_ends->setObjectName(QStringLiteral("minutes-ends"));
    m_overLine = fields->add(tr("Lý do vượt hạn mức"), m_over, 3)->required();
    m_conclusionsLine = fields->add(tr("Kết luận"), m_conclusions, 3);
    m_endsLine = fields->add(tr("Kết thúc lúc"), m_ends)->required();
    column->addWidget(fields);
    m_keep = saving(makeButton(tr("Ghi kết luận"), QStringLiteral("save"), ButtonKind::Normal, this));
    m_keep->setObjectName(QStringLiteral("minutes-keep"));
    column->addWidget(review::makeRow({{m_keep, 0}}, this));
    column->addStretch(1);
    using services::CloseMeeting;
    m_form.bind("overQuotaReason", m_overLine, m_over, &CloseMeeting::overQuotaReason);
    m_form.bind("conclusions", m_conclusionsLine, m_conclusions, &CloseMeeting::conclusions);
    m_form.bind("ends", m_endsLine, m_ends, &CloseMeeting::ends);
    connect(m_keep, &QPushButton::clicked, this, &MinutesCard::keepWanted);
    connect(&m_form, &FormBinderBase::dirtyChanged, m_keep, [this](bool dirty) { m_keep->setEnabled(dirty); });
}

void MinutesCard::show(const MeetingDetail& detail, bool readOnly)
{
    const bool other = m_meeting != detail.id;
    m_meeting = detail.id;
    if (other)
        m_typed.clear();
    if (other || !m_form.isDirty()) {
        m_form.load({detail.meeting.conclusions, other ? std::string() : m_form.draft().overQuotaReason, detail.meeting.ends});
        m_keep->setEnabled(false);
    }
    m_form.setReadOnly(readOnly);
    m_keep->setVisible(!readOnly);
    const bool over = std::ranges::any_of(detail.quotas, [](const auto& quota) { return !quota.within; });
    m_overLine->setVisible(over && !readOnly);
    showResults(detail);
    showOwed(detail, readOnly);
}

void MinutesCard::showResults(const MeetingDetail& detail)
{
    clearLayout(*m_results);
    if (detail.tallies.empty()) {
        m_results->addWidget(makeWrapped(tr("Phiên họp này không bỏ phiếu."), TypeRole::Text, Ink::Text2, this));
        return;
    }
    m_results->addWidget(makeSectionHead(tr("Kết quả bỏ phiếu"), {}, this));
    auto* facts = new DetailList(DetailList::Form::Beside, this);
    for (const auto& threshold : detail.thresholds) {
        const int all = threshold.lines;
        int counted = 0, passed = 0;
        const QString name = toQ(threshold.honourName);
        for (const auto& row : detail.tallies) {
            if (row.honourName != threshold.honourName)
                continue;
            counted += row.tally ? 1 : 0;
            passed += row.tally && row.passes ? 1 : 0;
        }
        facts->add(name, counted == all ? tr("%1 / %2 đạt").arg(passed).arg(all)
                                        : tr("%1 / %2 đạt, <b>%3 chưa kiểm</b>").arg(passed).arg(all).arg(all - counted));
    }
    m_results->addWidget(facts);
    if (detail.quotas.empty())
        return;
    m_results->addWidget(makeSectionHead(tr("Hạn mức, tính theo người đạt"), {}, this));
    for (const auto& quota : detail.quotas)
        m_results->addWidget(new FindingView(review::lineOf(quota), this));
}

void MinutesCard::showOwed(const MeetingDetail& detail, bool readOnly)
{
    for (auto* line : m_owedBox->findChildren<QLineEdit*>())
        if (line->isModified())
            m_typed.insert(line->objectName(), line->text());
    clearLayout(*m_owedRows);
    int shown = 0;
    for (const auto& row : detail.tallies) {
        if (!row.tally || !row.passes || !row.line.nomination || row.verdict == "eligible")
            continue;
        ++shown;
        m_owedRows->addWidget(owedLine(row, readOnly));
    }
    m_owedBox->setVisible(shown > 0);
}

QWidget* MinutesCard::owedLine(const TallyRow& row, bool readOnly)
{
    const auto& reason = row.overrideReason;
    FindingLine line;
    line.outcome = reason.empty() ? FindingLine::Outcome::Unknown : FindingLine::Outcome::NotApplicable;
    line.label = tr("%1 – %2").arg(toQ(row.name), toQ(row.honourName));
    line.text = tr("Kết luận: %1; Hội đồng đồng ý %2.").arg(review::labelOf("verdict", row.verdict), toQ(row.ratioText));
    if (!reason.empty())
        line.text += QLatin1Char(' ') + tr("Lý do: %1").arg(toQ(reason));
    line.word = reason.empty() ? tr("Thiếu lý do") : tr("Đã có lý do");
    auto* view = new FindingView(line, m_owedBox);
    if (!reason.empty() || readOnly)
        return view;
    auto* field = new LineField(tr("lý do, căn cứ"), view);
    const QString name = QStringLiteral("owed-%1").arg(row.line.id());
    review::named(field, name, tr("Lý do xét khác kết luận cho %1").arg(toQ(row.name)));
    if (m_typed.contains(name)) {
        field->setText(m_typed.value(name));
        field->setModified(true);
    }
    auto* save = saving(makeButton(tr("Ghi lý do"), {}, ButtonKind::Primary, view));
    save->setObjectName(name + QStringLiteral("-save"));
    save->setEnabled(!field->isBlank());
    field->onChanged = [field, save] { save->setEnabled(!field->isBlank()); };
    connect(save, &QPushButton::clicked, this, [this, field, id = *row.line.nomination] { emit reasonGiven(id, toQ(field->value())); });
    view->setEntry(review::makeRow({{field, 1}, {save, 0}}, view));
    return view;
}

void MinutesCard::focusFirst()
{
    (m_overLine->isVisibleTo(this) ? m_over : m_conclusions)->setFocus();
}

void MinutesCard::focusOwed()
{
    for (auto* line : m_owedBox->findChildren<QLineEdit*>())
        if (line->isVisibleTo(m_owedBox))
            return line->setFocus();
    focusFirst();
}

bool MinutesCard::goTo(const std::string& field, const QString& sentence)
{
    const std::vector<std::tuple<std::string, FormField*, QWidget*>> fields{
        {"overQuotaReason", m_overLine, m_over}, {"conclusions", m_conclusionsLine, m_conclusions}, {"ends", m_endsLine, m_ends}};
    for (const auto& [name, line, widget] : fields)
        if (name == field) {
            line->setError(sentence);
            widget->setFocus();
            return true;
        }
    return false;
}

}
