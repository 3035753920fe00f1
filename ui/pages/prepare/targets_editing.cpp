// SPDX-License-Identifier: GPL-3.0-or-later
// The panel of the page of targets: facts, what has been reached, the form of drafts.
#include "domain/school_year.h"
#include "services/papers/document_service.h"
#include "ui/pages/prepare/target_form.h"
#include "ui/pages/prepare/target_words.h"
#include "ui/pages/prepare/targets_page.h"

#include <QTableView>

namespace thidua::ui::prepare {

void TargetsPage::showRecord()
{
    m_form = nullptr;
    m_reached = nullptr;
    panel()->clearFoot();
    const auto* row = current();
    if (!row) {
        panel()->showNothing(m_model.rowCount() == 0 ? tr("Chỉ tiêu được chọn sẽ hiện ở đây.") : tr("Chọn một chỉ tiêu để xem và ghi kết quả."));
        updateReasons();
        return;
    }
    panel()->clearBody();
    panel()->setTitle(toQ(row->target.text), labelOf(row->target.group));
    const Standing standing = standingOf(*row);
    panel()->setChip(standing == Standing::Unknown ? Tone::Mute : standingTone(standing), standingText(*row),
                     standing == Standing::Short ? QStringLiteral("clock") : QString());
    addFacts(*row);
    if (!isClosed())
        addReached(*row);
    updateReasons();
    if (whyNotEdit(row).isEmpty()) {
        auto* change = makeButton(tr("Sửa"));
        change->setObjectName(QStringLiteral("targetEdit"));
        connect(change, &QPushButton::clicked, this, [this] { edit(); });
        panel()->addToFoot(change);
        auto* remove = makeButton(tr("Xóa…"), {}, ButtonKind::Danger);
        remove->setObjectName(QStringLiteral("targetRemove"));
        connect(remove, &QPushButton::clicked, this, [this, id = row->id.value()] { askRemove(id); });
        panel()->addToFoot(remove, true);
    }
}

void TargetsPage::addFacts(const Row& row)
{
    const domain::Target& target = row.target;
    QuotaState state;
    const bool yesNo = target.kind == domain::TargetKind::YesNo;
    state.label = yesNo ? tr("Chỉ tiêu: đạt") : tr("Giao %1").arg(givenText(target));
    state.kind = QuotaState::Kind::Target;
    state.value = row.reached ? *row.reached : row.registered.value_or(0);
    state.line = target.value.value_or(1);
    state.full = std::max({state.value, state.line, static_cast<double>(target.denominator.value_or(0))}) * 1.05;
    state.words = row.reached ? (yesNo ? figureText(target, row.reached).toLower() : tr("đạt được %1").arg(figureText(target, row.reached)))
                  : row.registered ? tr("đăng ký %1").arg(*row.registered)
                                   : tr("chưa có kết quả");
    panel()->addToBody(new QuotaView(state));
    auto* facts = new DetailList(DetailList::Form::Stacked);
    facts->add(tr("Theo kế hoạch"), QStringLiteral("<a href=\"plan\" style=\"text-decoration:none\">%1</a>").arg(toQ(row.planTitle).toHtmlEscaped()));
    connect(facts, &DetailList::linkActivated, this, [this, id = target.plan.value()] { shell().openRecord(domain::EntityKind::Plan, id); });
    if (!target.source.empty())
        facts->add(tr("Nguồn giao chỉ tiêu"), toQ(target.source));
    if (target.kind == domain::TargetKind::Share && target.denominator)
        facts->add(tr("Tổng số"), QStringLiteral("%1 %2").arg(*target.denominator).arg(toQ(target.denominatorText)));
    if (!target.unit.empty() && target.kind == domain::TargetKind::Count)
        facts->add(tr("Đơn vị tính"), toQ(target.unit));
    facts->add(tr("Kết quả lấy từ đâu"), metricText(file(), target.metric));
    if (isClosed() && target.actual)
        facts->add(tr("Kết quả đã ghi"), tr("%1, tính đến %2. %3").arg(figureText(target, target.actual), dateText(target.actualOn), toQ(target.note)));
    panel()->addToBody(facts);
}

void TargetsPage::addReached(const Row& row)
{
    panel()->addToBody(makeRule());
    panel()->addToBody(makeSectionHead(tr("Kết quả thực hiện"), row.target.actualOn ? tr("đã ghi ngày %1").arg(dateText(row.target.actualOn)) : QString()));
    m_reached = new ReachedForm(file(), shell());
    m_reached->start(row, file().clock().today());
    panel()->addToBody(m_reached);
    auto* save = makeButton(tr("Ghi kết quả"), QStringLiteral("check"), ButtonKind::Primary);
    save->setObjectName(QStringLiteral("reachedSave"));
    connect(save, &QPushButton::clicked, this, [this] { saveForm(); });
    panel()->addToFoot(save);
}

FormBinderBase* TargetsPage::form() const
{
    if (m_form)
        return m_form->binder();
    return m_reached ? m_reached->binder() : nullptr;
}

void TargetsPage::dropForm()
{
    showRecord();
}

bool TargetsPage::saveForm()
{
    if (m_form) {
        std::optional<std::int64_t> id;
        const auto saved = connect(m_form, &TargetForm::saved, this, [&id](qint64 written) { id = written; });
        const bool done = m_form->save();
        if (m_form)
            disconnect(saved);
        if (!done)
            return false;
        m_form = nullptr;
        if (id)
            table()->setCurrentId(*id);
    } else if (m_reached && !m_reached->save()) {
        return false;
    }
    showRecord();
    table()->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

void TargetsPage::record()
{
    if (m_form && !leaveForm())
        return;
    if (!m_reached)
        return;
    split()->setPanelVisible(true);
    focusLater(m_reached->firstField());
}

void TargetsPage::add()
{
    if (shell().actions.find(QStringLiteral("targets.add"))->isEnabled() && leaveForm())
        openForm(nullptr);
}

void TargetsPage::edit()
{
    if (whyNotEdit(current()).isEmpty() && leaveForm())
        openForm(current());
}

void TargetsPage::openForm(const Row* row)
{
    m_reached = nullptr;
    split()->setPanelVisible(true);
    panel()->clearFoot();
    panel()->clearBody();
    panel()->clearChip();
    panel()->setTitle(row ? tr("Sửa chỉ tiêu") : tr("Chỉ tiêu mới"), row ? toQ(row->target.text) : tr("trong kế hoạch đang dự thảo"));
    m_form = new TargetForm(file(), shell());
    panel()->addToBody(m_form);
    if (row)
        m_form->startEdit(row->id, row->target, row->version);
    else
        m_form->startNew(drafts(), std::nullopt);
    auto* save = makeButton(tr("Ghi chỉ tiêu"), QStringLiteral("check"), ButtonKind::Primary);
    save->setObjectName(QStringLiteral("targetSave"));
    connect(save, &QPushButton::clicked, this, [this] { saveForm(); });
    auto* cancel = makeButton(tr("Hủy"));
    cancel->setObjectName(QStringLiteral("targetCancel"));
    connect(cancel, &QPushButton::clicked, this, [this] { escape(); });
    panel()->addToFoot(save);
    panel()->addToFoot(cancel);
    focusLater(m_form->firstField());
}

void TargetsPage::askRemove(std::int64_t id)
{
    const auto* row = m_model.find(id);
    if (!row || !whyNotEdit(row).isEmpty() || !leaveForm())
        return;
    if (!shell().prompter.confirm({tr("Xóa chỉ tiêu?"), tr("Xóa chỉ tiêu “%1” khỏi dự thảo kế hoạch? Đăng ký của mọi người giữ nguyên.").arg(toQ(row->target.text)),
                                   tr("Xóa chỉ tiêu"), tr("Giữ lại"), true}))
        return;
    const domain::TargetId target(id);
    shell().runner.run([&] { return services::PlanService(file()).removeTarget(target); });
}

void TargetsPage::print()
{
    const auto* row = current();
    const auto year = yearRow();
    if (!row || !year)
        return;
    const auto kind = services::PaperKind::Plan;
    shell().runner.read([&] { return services::DocumentService(file()).build(kind, row->target.plan.value(), year->id); },
                        [&](const documents::Document& document) { preview(document, tr("Kế hoạch thi đua"), services::formatsOf(kind)); });
}

}
