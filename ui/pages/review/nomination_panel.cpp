// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_panel.h"

#include "domain/workflow.h"
#include "ui/pages/review/dossier_view.h"
#include "ui/pages/review/review_words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace thidua::ui {

using services::NominationRow;

namespace {

/// The property of a shown finding that names its condition, its branches' included.
constexpr const char* kCondition = "condition";

/// “GK xã (Đột xuất)”: annual merit is the usual ground and not named.
QString honourWords(const NominationRow& row)
{
    const QString honour = toQ(row.honourShort);
    return row.nomination.ground == domain::Ground::AnnualMerit ? honour
                                                                : QStringLiteral("%1 (%2)").arg(honour, review::labelOf(row.nomination.ground));
}

/// A part of the body that stands further right than its parent.
QWidget* indented(QWidget* widget, int indent, QWidget* parent)
{
    if (indent == 0)
        return widget;
    auto* box = new QWidget(parent);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(Theme::px(indent), 0, 0, 0);
    layout->addWidget(widget);
    return box;
}

}

NominationPanel::NominationPanel(Shell& shell, services::SchoolFile& file, QWidget* parent)
    : SidePanel(500, parent), m_shell(shell), m_file(file)
{
    setObjectName(QStringLiteral("nomination-panel"));
}

void NominationPanel::forget()
{
    m_id.reset();
    m_overrideForm = nullptr;
    m_reason = nullptr;
    m_reasonField = nullptr;
    m_firstEntry = nullptr;
    m_savedReason.clear();
    clearBody();
    clearFoot();
    clearChip();
}

NominationPanel::Typed NominationPanel::typedNow() const
{
    Typed typed;
    for (auto* line : findChildren<QLineEdit*>())
        if (!line->objectName().isEmpty() && line->isModified())
            typed.insert(line->objectName(), line->text());
    if (m_reason && m_reason->value() != m_savedReason)
        typed.insert(m_reason->objectName(), m_reason->toPlainText());
    return typed;
}

void NominationPanel::restoreTyped(const Typed& typed)
{
    for (auto* line : findChildren<QLineEdit*>()) {
        const auto found = typed.find(line->objectName());
        if (found == typed.end())
            continue;
        line->setText(*found);
        line->setModified(true);
    }
    if (m_reason && typed.contains(m_reason->objectName())) {
        m_reason->setPlainText(typed.value(m_reason->objectName()));
        m_overrideForm->show();
    }
}

void NominationPanel::showNomination(const services::Stored<domain::SchoolYearRow>& year, const NominationRow& row,
                                     const std::vector<services::QuotaLine>& quotas, bool readOnly)
{
    const bool same = m_id == row.id;
    const Typed typed = same ? typedNow() : Typed();
    auto* scroll = findChild<QScrollArea*>();
    const int position = same && scroll ? scroll->verticalScrollBar()->value() : 0;
    forget();
    m_id = row.id;
    setTitle(toQ(row.name),
             tr("%1 %2: %3").arg(honourWords(row), review::yearWords(year.data.year), review::countWords(row.verdict)));
    setChip(review::toneOf(review::shownVerdict(row)), review::shownVerdictWord(row));
    addState(row);
    addVotes(row);
    addOverride(row, readOnly || !domain::may(row.nomination.state, domain::NominationEvent::Override));
    const review::FactPlace place{&m_shell, &m_file, year, row.nomination.subject, row.nomination.honour, toQ(row.honourShort),
                                  toQ(row.name), row.nomination.ground, row.nomination.applicableOn, !review::isOpen(row)};
    bool stated = false;
    for (const auto& finding : row.verdict.findings) {
        auto* entry = readOnly ? nullptr : review::makeFactEntry(place, finding, this);
        stated = stated || entry;
        const bool lacking = finding.outcome == rules::Outcome::Unknown || finding.outcome == rules::Outcome::Fail;
        if (entry && lacking && !m_firstEntry)
            m_firstEntry = entry;
        addFinding(finding, entry, 0, finding.id);
    }
    if (stated && !review::isOpen(row))
        addToBody(makeWrapped(tr("Đề nghị này đã qua Hội đồng nên kết luận giữ nguyên; dữ kiện ghi thêm dùng cho các lần xét sau."), TypeRole::Small, Ink::Text2, this));
    addRemarks(row);
    addDossier(row, readOnly);
    addQuotas(quotas);
    addFoot(row, readOnly);
    restoreTyped(typed);
    if (scroll && position > 0)
        QMetaObject::invokeMethod(scroll, [scroll, position] { scroll->verticalScrollBar()->setValue(position); }, Qt::QueuedConnection);
}

void NominationPanel::addFinding(const rules::Finding& finding, QWidget* entry, int indent, const std::string& condition)
{
    auto* view = new FindingView(review::lineOf(finding), this);
    view->setProperty(kCondition, toQ(condition));
    if (m_rulesAtHand) {
        // Queued: the page may change while the link is still being activated.
        connect(view, &FindingView::citationClicked, this, [this, condition] { emit rulesRequested(condition); }, Qt::QueuedConnection);
    } else if (!finding.quote.empty()) {
        auto* quote = makeWrapped(tr("“%1” – %2").arg(toQ(finding.quote), review::kept(toQ(finding.citation.full))), TypeRole::Law, Ink::Text2);
        quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
        quote->hide();
        view->setEntry(quote);
        quote->hide();
        connect(view, &FindingView::citationClicked, quote, [quote] { quote->setVisible(quote->isHidden()); });
    }
    // The entry stands under the condition, before its branches, which only tell how the alternative came out.
    if (entry)
        view->setEntry(entry);
    addToBody(indented(view, indent, this));
    for (const auto& branch : finding.branches)
        addFinding(branch, nullptr, indent + 28, condition);
}

std::string NominationPanel::findingInFocus() const
{
    for (const QWidget* at = QApplication::focusWidget(); at != nullptr && at != this; at = at->parentWidget())
        if (const QString condition = at->property(kCondition).toString(); !condition.isEmpty())
            return fromQ(condition);
    return {};
}

void NominationPanel::addVotes(const NominationRow& row)
{
    if (row.voteText.empty())
        return;
    using domain::NominationState;
    const bool failed = row.nomination.state == NominationState::NotPassed;
    FindingLine line;
    line.outcome = failed ? FindingLine::Outcome::Fail : FindingLine::Outcome::Pass;
    line.label = tr("Hội đồng đã bỏ phiếu");
    line.text = toQ(row.voteText);
    line.word = failed ? tr("Không đạt") : tr("Đạt");
    line.citation = tr("Quy định về ngưỡng phiếu");
    auto* view = new FindingView(line, this);
    view->setObjectName(QStringLiteral("nomination-votes"));
    view->setProperty(kCondition, QStringLiteral("vote"));
    if (m_rulesAtHand)
        connect(view, &FindingView::citationClicked, this, [this] { emit rulesRequested("vote"); }, Qt::QueuedConnection);
    addToBody(view);
}

/// Sent back, or voted on in the place of a higher title: what one must know before everything else.
void NominationPanel::addState(const NominationRow& row)
{
    if (row.nomination.state == domain::NominationState::ForCorrection) {
        QStringList open;
        for (const auto field : domain::fieldsToCorrect(row.nomination))
            open << review::labelOf(field).toLower();
        Message message;
        message.tone = Tone::Warn;
        message.title = tr("Trả lại để sửa ngày %1").arg(dateText(row.nomination.stateOn));
        message.text = tr("%1. Chỉ mở: %2. Sửa xong bấm “Gửi lại”.").arg(toQ(row.nomination.stateReason).toHtmlEscaped(), open.join(QStringLiteral(", ")));
        message.closable = false;
        addToBody(new MessageBar(message, this));
    }
    if (!row.loweredFromName.empty())
        addToBody(makeWrapped(tr("Xét thay “%1”, danh hiệu Hội đồng không thông qua.").arg(toQ(row.loweredFromName)), TypeRole::Text, Ink::Text2, this));
}

void NominationPanel::addDossier(const NominationRow& row, bool readOnly)
{
    auto* view = new DossierView(m_shell, m_file, row.id, toQ(row.name), readOnly ? tr("Năm học đã khóa – chỉ xem.") : QString(), this);
    connect(view, &DossierView::reportWanted, this, &NominationPanel::reportRequested);
    addToBody(view);
}

void NominationPanel::addRemarks(const NominationRow& row)
{
    QString law = tr("Xét theo quy định có hiệu lực ngày %1.").arg(dateText(row.nomination.applicableOn));
    if (row.verdict.ruleSet.provisional)
        law += QLatin1Char(' ') + tr("Giai đoạn này quy định đang chờ văn bản hướng dẫn.");
    addToBody(makeWrapped(law, TypeRole::Small, Ink::Text2, this));
}

void NominationPanel::addQuotas(const std::vector<services::QuotaLine>& quotas)
{
    if (quotas.empty())
        return;
    addToBody(makeRule(this));
    addToBody(makeSectionHead(tr("Hạn mức của trường"), tr("xét sau, không thuộc kết luận của cá nhân"), this));
    for (const auto& quota : quotas) {
        addToBody(new FindingView(review::lineOf(quota), this));
        addPreferences(quota);
    }
}

void NominationPanel::addPreferences(const services::QuotaLine& quota)
{
    if (quota.order.empty())
        return;
    QStringList lines{tr("Nhiều người hơn số được đề nghị. Thứ tự ưu tiên theo quy định, để Hội đồng cân nhắc (chương trình không tự cắt ai):")};
    for (const auto& entry : quota.order)
        lines << tr("%1. %2 – %3").arg(entry.place).arg(toQ(entry.name), review::kept(toQ(entry.why)));
    auto* text = makeWrapped(lines.join(QLatin1Char('\n')), TypeRole::Small, Ink::Text2, this);
    text->setObjectName(QStringLiteral("preferences-") + toQ(quota.id));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addToBody(indented(text, 28, this));
}

void NominationPanel::addOverride(const NominationRow& row, bool readOnly)
{
    m_savedReason = row.nomination.overrideReason;
    if (!m_savedReason.empty()) {
        Message message;
        message.tone = Tone::Info;
        message.title = tr("Hội đồng xét khác kết luận");
        message.text = toQ(m_savedReason);
        message.closable = false;
        addToBody(new MessageBar(message, this));
    }
    if (readOnly)
        return;
    m_overrideForm = makeOverrideForm();
    m_overrideForm->hide();
    addToBody(m_overrideForm);
}

QWidget* NominationPanel::makeOverrideForm()
{
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, Theme::px(4));
    column->setSpacing(Theme::px(8));
    m_reason = new TextField(3, tr("Căn cứ, số biên bản, ý kiến của Hội đồng"), form);
    m_reason->setObjectName(QStringLiteral("override-reason"));
    m_reasonField = (new FormField(tr("Lý do Hội đồng xét khác kết luận"), m_reason, form))->required();
    m_reasonField->hint(tr("Kết luận vẫn giữ nguyên; lý do này in kèm ở mọi nơi có kết luận."));
    m_reason->setValue(m_savedReason);
    column->addWidget(m_reasonField);
    auto* save = saving(makeButton(tr("Ghi lý do"), {}, ButtonKind::Primary, form));
    save->setObjectName(QStringLiteral("override-save"));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, form);
    cancel->setObjectName(QStringLiteral("override-cancel"));
    auto* remove = makeButton(tr("Bỏ ý kiến khác"), {}, ButtonKind::Danger, form);
    remove->setObjectName(QStringLiteral("override-remove"));
    remove->setVisible(!m_savedReason.empty());
    column->addWidget(review::makeRow({{save, 0}, {cancel, 0}, {remove, 0}}, form));
    connect(save, &QPushButton::clicked, this, &NominationPanel::saveReason);
    connect(remove, &QPushButton::clicked, this, [this] { writeReason({}); });
    connect(cancel, &QPushButton::clicked, this, &NominationPanel::dropReason);
    return form;
}

bool NominationPanel::writeReason(const std::string& reason)
{
    const auto before = std::exchange(m_savedReason, reason); // the page is read anew while it is written
    if (m_shell.runner.run([&, id = *m_id] { return services::NominationService(m_file).overrideVerdict(id, reason); }))
        return true;
    m_savedReason = before;
    return false;
}

bool NominationPanel::saveReason()
{
    if (!m_reason->isBlank())
        return writeReason(m_reason->value());
    m_reasonField->setError(tr("Xin ghi lý do: xét khác kết luận mà không có lý do thì biên bản không đứng được."));
    m_reason->setFocus();
    return false;
}

void NominationPanel::dropReason()
{
    m_reason->setValue(m_savedReason);
    m_reasonField->setError({});
    m_overrideForm->hide();
}

void NominationPanel::addFoot(const NominationRow& row, bool readOnly)
{
    if (!review::isOpen(row))
        return;
    const QString reason = readOnly ? tr("Năm học đã khóa – chỉ xem.") : QString();
    auto* other = makeButton(tr("Xét khác kết luận…"), {}, ButtonKind::Normal, this);
    other->setObjectName(QStringLiteral("nomination-override"));
    other->setEnabled(!readOnly);
    other->setToolTip(reason);
    connect(other, &QPushButton::clicked, this, &NominationPanel::startOverride);
    addToFoot(other);
    other->setVisible(domain::may(row.nomination.state, domain::NominationEvent::Override));
    for (const char* verb : {"sendAgain", "sendBack"})
        if (domain::may(row.nomination.state, verb == std::string_view("sendAgain") ? domain::NominationEvent::SendAgain : domain::NominationEvent::SendBack))
            if (auto* action = m_shell.actions.find(QStringLiteral("nominations.") + QLatin1String(verb))) {
                auto* button = makeButton(action, ButtonKind::Normal, this);
                button->setObjectName(QStringLiteral("nomination-") + QLatin1String(verb));
                addToFoot(button);
            }
    auto* withdraw = makeButton(tr("Rút đề nghị…"), {}, ButtonKind::Danger, this);
    withdraw->setObjectName(QStringLiteral("nomination-withdraw"));
    withdraw->setEnabled(!readOnly);
    withdraw->setToolTip(reason);
    connect(withdraw, &QPushButton::clicked, this, &NominationPanel::withdrawRequested);
    addToFoot(withdraw, true);
}

void NominationPanel::startOverride()
{
    if (!m_overrideForm)
        return;
    m_overrideForm->show();
    if (auto* scroll = findChild<QScrollArea*>())
        scroll->verticalScrollBar()->setValue(0);
    m_reason->setFocus();
}

bool NominationPanel::hasUnsavedReason() const
{
    return m_reason && m_overrideForm->isVisibleTo(this) && m_reason->value() != m_savedReason;
}

bool NominationPanel::focusFirstEntry()
{
    if (!m_firstEntry)
        return false;
    for (auto* child : m_firstEntry->findChildren<QWidget*>())
        if (child->focusPolicy() & Qt::TabFocus && child->isVisibleTo(m_firstEntry) && child->isEnabled()) {
            child->setFocus();
            return true;
        }
    return false;
}

}
