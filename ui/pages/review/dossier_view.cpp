// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/dossier_view.h"

#include "ui/pages/kit/attachments_view.h"
#include "ui/pages/review/nomination_dialogs.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::OpinionBody;
using services::DossierPartRow;
using services::DossierService;
using services::PartState;

namespace {

QString iconOf(PartState state)
{
    return state == PartState::There ? QStringLiteral("check") : state == PartState::Pending ? QStringLiteral("clock") : QStringLiteral("question");
}

Ink inkOf(PartState state)
{
    return state == PartState::There ? Ink::Ok : state == PartState::Pending ? Ink::Text3 : Ink::Warn;
}

Ink inkOf(domain::Stance stance)
{
    return stance == domain::Stance::For ? Ink::Ok : stance == domain::Stance::Remarks ? Ink::Warn : Ink::Bad;
}

}

DossierView::DossierView(Shell& shell, services::SchoolFile& file, domain::NominationId id, const QString& name, const QString& whyNot, QWidget* parent)
    : Stack(8, parent), m_shell(shell), m_file(file), m_id(id), m_name(name), m_whyNot(whyNot)
{
    setObjectName(QStringLiteral("nomination-dossier"));
    const auto dossier = DossierService(m_file).dossier(m_id);
    if (!dossier) {
        text(sentenceOf(dossier.error()), TypeRole::Text, Ink::Bad);
        return;
    }
    if (m_whyNot.isEmpty())
        m_whyNot = toQ(dossier->whyClosed);
    addParts(*dossier);
    addOpinions(*dossier);
    addReport(*dossier);
}

QPushButton* DossierView::verb(const QString& words, const QString& name, bool on, const QString& whyNot, std::function<void()> run)
{
    auto* button = compact(makeButton(words, {}, ButtonKind::Link, this));
    button->setObjectName(name);
    button->setEnabled(on);
    button->setToolTip(on ? QString() : whyNot);
    // Queued: what is written makes the panel anew, this button with it.
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); }, Qt::QueuedConnection);
    return button;
}

QWidget* DossierView::verbs(const std::vector<QPushButton*>& buttons)
{
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(Theme::px(20), 0, 0, 0);
    line->setSpacing(Theme::px(12));
    for (auto* button : buttons)
        line->addWidget(button);
    line->addStretch();
    return box;
}

void DossierView::addParts(const services::Dossier& dossier)
{
    const int missing = dossier.missing();
    section(tr("Hồ sơ"), dossier.parts.empty() ? QString() : missing > 0 ? tr("thiếu %1/%2").arg(missing).arg(dossier.parts.size()) : tr("đủ %1 phần").arg(dossier.parts.size()));
    if (dossier.parts.empty())
        text(tr("Quy định của ngày áp dụng không liệt kê hồ sơ cho danh hiệu này."), TypeRole::Text, Ink::Text2);
    for (const auto& part : dossier.parts)
        addPart(part);
    if (dossier.copies)
        text(tr("Quy định đòi %1 bộ hồ sơ.").arg(*dossier.copies), TypeRole::Small, Ink::Text2);
    if (!dossier.otherFiles.empty())
        text(tr("Tệp khác"), TypeRole::Text, Ink::Text2);
    add(new AttachmentsView(m_shell, m_file, {domain::AttachmentOwner::of(m_id), m_whyNot, {}, false}, dossier.otherFiles, this));
}

void DossierView::addPart(const DossierPartRow& part)
{
    QStringList have;
    if (!part.paper.empty())
        have << toQ(part.paper);
    if (part.receivedOn)
        have << tr("đã nhận bản giấy ngày %1").arg(dateText(part.receivedOn));
    if (!part.files.empty())
        have << tr("%1 tệp đính kèm").arg(part.files.size());
    if (have.isEmpty())
        have << (part.state == PartState::Pending ? tr("chương trình lập, có khi chốt phiên họp, ban hành tờ trình") : tr("chưa có"));
    QString words = QStringLiteral("<b>%1</b><br>%2").arg(toQ(part.name).toHtmlEscaped(), have.join(QStringLiteral("; ")).toHtmlEscaped());
    if (!part.citation.brief.empty())
        words += QStringLiteral(" <span style=\"color:%1\">– %2</span>").arg(Theme::tokens().text2.name(), review::kept(toQ(part.citation.brief)).toHtmlEscaped());
    auto* note = makeNote(words, iconOf(part.state), inkOf(part.state), TypeRole::Text, Ink::Text, this);
    note->setObjectName(QStringLiteral("part-") + toQ(part.id));
    add(note);
    auto* files = new AttachmentsView(m_shell, m_file, {domain::AttachmentOwner::of(m_id), m_whyNot, part.id, false}, part.files, this);
    files->besideAdd(verb(part.receivedOn ? tr("Chưa nhận giấy") : tr("Đã nhận giấy"), QStringLiteral("part-paper-") + toQ(part.id), m_whyNot.isEmpty(), m_whyNot, [this, part] { receive(part); }));
    files->setContentsMargins(Theme::px(20), 0, 0, 0);
    add(files);
}

void DossierView::receive(const DossierPartRow& part)
{
    const auto day = part.receivedOn ? std::nullopt : std::optional(m_file.clock().today());
    m_shell.runner.run([&, id = m_id] { return DossierService(m_file).receive(id, part.id, day); });
}

void DossierView::addOpinions(const services::Dossier& dossier)
{
    section(tr("Ý kiến trước khi họp"), dossier.askedAndMissing.empty() ? QString() : tr("thiếu %1").arg(dossier.askedAndMissing.size()));
    for (const auto body : {OpinionBody::Team, OpinionBody::Union, OpinionBody::Party}) {
        const auto given = std::ranges::find(dossier.opinions, body, [](const auto& row) { return row.opinion.body; });
        const bool there = given != dossier.opinions.end();
        const bool asked = std::ranges::find(dossier.askedAndMissing, body) != dossier.askedAndMissing.end();
        QString words = QStringLiteral("<b>%1</b>: ").arg(review::labelOf(body).toHtmlEscaped());
        if (there) {
            const auto& one = given->opinion;
            words += tr("%1 (%2 ký ngày %3)").arg(review::labelOf(one.stance).toLower(), toQ(one.signer), dateText(one.givenOn)).toHtmlEscaped();
            if (!one.content.empty())
                words += QStringLiteral("<br>") + toQ(one.content).toHtmlEscaped();
        } else {
            words += asked ? tr("trường hỏi ý kiến, chưa có") : tr("chưa ghi");
        }
        add(makeNote(words, there ? QStringLiteral("check") : asked ? QStringLiteral("question") : QStringLiteral("minus"), there ? inkOf(given->opinion.stance) : asked ? Ink::Warn : Ink::Text3,
                     TypeRole::Text, Ink::Text, this));
        const QString code = toQ(domain::toCode(body));
        std::vector<QPushButton*> row{verb(there ? tr("Sửa ý kiến…") : tr("Ghi ý kiến…"), QStringLiteral("opinion-") + code, m_whyNot.isEmpty(), m_whyNot,
                                           [this, body] { openOpinionDialog(m_shell, m_file, {m_id}, body, m_name, window()); })};
        if (there)
            row.push_back(verb(tr("Xóa…"), QStringLiteral("opinion-remove-") + code, m_whyNot.isEmpty(), m_whyNot, [this, one = *given] { removeOpinion(one); }));
        add(verbs(row));
    }
}

void DossierView::removeOpinion(const services::OpinionRow& row)
{
    const QString whose = review::labelOf(row.opinion.body);
    if (m_shell.prompter.confirm({tr("Xóa ý kiến?"), tr("Xóa ý kiến của %1 về %2? Hoàn tác được.").arg(whose, m_name), tr("Xóa ý kiến"), tr("Giữ lại"), true}))
        m_shell.runner.run([&] { return DossierService(m_file).removeOpinion(row.id); });
}

void DossierView::addReport(const services::Dossier& dossier)
{
    section(tr("Báo cáo thành tích"), dossier.report ? tr("soạn ngày %1").arg(dateText(dossier.report->data.writtenOn)) : tr("chưa soạn"));
    if (!dossier.report)
        text(tr("Chương trình gợi sẵn câu chữ từ xếp loại, sáng kiến, hoạt động đã xác nhận và khen thưởng đã nhận; thầy cô sửa trước khi in."), TypeRole::Text, Ink::Text2);
    add(verbs({verb(dossier.report ? tr("Xem, sửa, in báo cáo…") : tr("Soạn báo cáo…"), QStringLiteral("report-open"), true, {}, [this] { emit reportWanted(); })}));
}

}
