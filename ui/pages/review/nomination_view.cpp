// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_view.h"

#include "domain/workflow.h"
#include "ui/pages/review/dossier_view.h"
#include "ui/pages/review/review_words.h"

#include <QApplication>
#include <QBoxLayout>

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

NominationView::NominationView(Shell& shell, services::SchoolFile& file, const services::Stored<domain::SchoolYearRow>& year, const NominationRow& row,
                               const std::vector<services::QuotaLine>& quotas, const QString& closed, bool rulesAtHand, QWidget* parent)
    : Stack(8, parent), m_shell(shell), m_file(file), m_rulesAtHand(rulesAtHand)
{
    addState(row);
    addVotes(row);
    if (!row.nomination.overrideReason.empty()) {
        Message message;
        message.tone = Tone::Info;
        message.title = tr("Hội đồng xét khác kết luận");
        message.text = toQ(row.nomination.overrideReason);
        message.closable = false;
        add(new MessageBar(message, this));
    }
    addFindings(year, row, !closed.isEmpty());
    addRemarks(row);
    addDossier(row, closed);
    addQuotas(quotas);
}

QString NominationView::subtitle(const domain::SchoolYearRow& year, const NominationRow& row)
{
    return tr("%1 %2: %3").arg(honourWords(row), review::yearWords(year.year), review::countWords(row.verdict));
}

NominationView::Typed NominationView::typed() const
{
    Typed typed;
    for (auto* line : findChildren<QLineEdit*>())
        if (!line->objectName().isEmpty() && line->isModified())
            typed.insert(line->objectName(), line->text());
    return typed;
}

void NominationView::restore(const Typed& typed)
{
    for (auto* line : findChildren<QLineEdit*>()) {
        const auto found = typed.find(line->objectName());
        if (found == typed.end())
            continue;
        line->setText(*found);
        line->setModified(true);
    }
}

void NominationView::addFindings(const services::Stored<domain::SchoolYearRow>& year, const NominationRow& row, bool readOnly)
{
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
        text(tr("Đề nghị này đã qua Hội đồng nên kết luận giữ nguyên; dữ kiện ghi thêm dùng cho các lần xét sau."), TypeRole::Small, Ink::Text2);
}

void NominationView::addFinding(const rules::Finding& finding, QWidget* entry, int indent, const std::string& condition)
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
    add(indented(view, indent, this));
    for (const auto& branch : finding.branches)
        addFinding(branch, nullptr, indent + 28, condition);
}

std::string NominationView::findingInFocus() const
{
    for (const QWidget* at = QApplication::focusWidget(); at != nullptr && at != this; at = at->parentWidget())
        if (const QString condition = at->property(kCondition).toString(); !condition.isEmpty())
            return fromQ(condition);
    return {};
}

void NominationView::addVotes(const NominationRow& row)
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
    add(view);
}

/// Sent back, or voted on in the place of a higher title: what one must know before everything else.
void NominationView::addState(const NominationRow& row)
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
        add(new MessageBar(message, this));
    }
    if (!row.loweredFromName.empty())
        add(makeWrapped(tr("Xét thay “%1”, danh hiệu Hội đồng không thông qua.").arg(toQ(row.loweredFromName)), TypeRole::Text, Ink::Text2, this));
}

void NominationView::addDossier(const NominationRow& row, const QString& closed)
{
    auto* view = new DossierView(m_shell, m_file, row.id, toQ(row.name), closed, this);
    connect(view, &DossierView::reportWanted, this, &NominationView::reportRequested);
    add(view);
}

void NominationView::addRemarks(const NominationRow& row)
{
    QString law = tr("Xét theo quy định có hiệu lực ngày %1.").arg(dateText(row.nomination.applicableOn));
    if (row.verdict.ruleSet.provisional)
        law += QLatin1Char(' ') + tr("Giai đoạn này quy định đang chờ văn bản hướng dẫn.");
    add(makeWrapped(law, TypeRole::Small, Ink::Text2, this));
}

void NominationView::addQuotas(const std::vector<services::QuotaLine>& quotas)
{
    if (quotas.empty())
        return;
    add(makeRule(this));
    add(makeSectionHead(tr("Hạn mức của trường"), tr("xét sau, không thuộc kết luận của cá nhân"), this));
    for (const auto& quota : quotas) {
        add(new FindingView(review::lineOf(quota), this));
        addPreferences(quota);
    }
}

void NominationView::addPreferences(const services::QuotaLine& quota)
{
    if (quota.order.empty())
        return;
    QStringList lines{tr("Nhiều người hơn số được đề nghị. Thứ tự ưu tiên theo quy định, để Hội đồng cân nhắc (chương trình không tự cắt ai):")};
    for (const auto& entry : quota.order)
        lines << tr("%1. %2 – %3").arg(entry.place).arg(toQ(entry.name), review::kept(toQ(entry.why)));
    auto* text = makeWrapped(lines.join(QLatin1Char('\n')), TypeRole::Small, Ink::Text2, this);
    text->setObjectName(QStringLiteral("preferences-") + toQ(quota.id));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    add(indented(text, 28, this));
}

bool NominationView::focusFirstEntry()
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
