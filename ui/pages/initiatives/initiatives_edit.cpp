// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of initiatives shows of one and writes: its form, recognition, what is passed above and what comes back.
#include "domain/page_ids.h"
#include "services/award/decision_service.h"
#include "services/follow/initiative_ledger.h"
#include "services/follow/initiative_referrals.h"
#include "ui/pages/kit/attachments_view.h"
#include "ui/pages/initiatives/initiatives_page.h"
#include "ui/pages/initiatives/recognise_dialogs.h"

#include <algorithm>

namespace thidua::ui::follow {

using domain::InitiativeState;
using services::InitiativeRow;
using services::InitiativeService;

namespace {

QStringList titlesOf(const std::vector<const InitiativeRow*>& rows)
{
    QStringList titles;
    for (const auto* row : rows)
        titles << toQ(row->initiative.title);
    return titles;
}

std::vector<domain::InitiativeId> idsOf(const std::vector<const InitiativeRow*>& rows)
{
    std::vector<domain::InitiativeId> ids;
    for (const auto* row : rows)
        ids.push_back(row->id);
    return ids;
}

}

void InitiativesPage::show(const InitiativeRow& row)
{
    QStringList authors;
    for (const auto& name : row.authorNames)
        authors << toQ(name);
    const auto state = row.initiative.state;
    panel()->setTitle(authors.isEmpty() ? tr("Chưa có tác giả") : authors.join(QStringLiteral(", ")),
                      tr("Đăng ký ngày %1").arg(dateText(row.initiative.registeredOn)));
    panel()->setChip(waits(state) ? Tone::Info : toneOf(state), wordOf(state), waits(state) ? QStringLiteral("clock") : QString());
    m_form = makeForm({row.initiative, row.authors}, row.decided);
    if (isClosed()) {
        m_form->binder().setReadOnly(true);
        panel()->addToBody(m_form);
    } else {
        ListPage::openForm({.body = m_form, .binder = &m_form->binder(), .saveText = tr("Ghi sáng kiến"),
                            .save = [this, form = m_form.data(), id = row.id, version = row.version] {
                                const Draft draft = form->draft();
                                return writtenBy(shell().runner, form->binder(), id.value(), [&] {
                                    return InitiativeService(file()).editInitiative(id, draft.initiative, draft.authors, version);
                                });
                            },
                            .id = row.id.value(), .name = "initiative", .beside = true, .savesClean = false});
    }
    if (row.score)
        panel()->addToBody(scoreOf(row));
    if (row.initiative.recognisedAt)
        panel()->addToBody(recognition(row));
    panel()->addToBody(new AttachmentsView(shell(), file(), {domain::AttachmentOwner::of(row.id), closedReason()}));
}

QWidget* InitiativesPage::scoreOf(const InitiativeRow& row)
{
    auto* body = new Stack;
    body->section(tr("Điểm của Hội đồng"));
    auto* facts = body->facts();
    if (row.score->mean)
        facts->add(tr("Trung bình"), tr("%1 điểm (%2 phiếu)").arg(toQ(services::meanText(*row.score->mean))).arg(row.score->sheets));
    if (row.score->grade)
        facts->add(tr("Xếp loại"), wordOf(*row.score->grade));
    return body;
}

RecordForm<InitiativesPage::Draft>* InitiativesPage::makeForm(const Draft& draft, bool decided)
{
    auto honours = m_honours;
    // One of another time stays what it is.
    if (std::ranges::find(honours, draft.initiative.honour, &ChoiceField::Choice::code) == honours.end())
        honours.push_back({draft.initiative.honour, fullHonour(file(), draft.initiative.honour)});
    auto* form = new RecordForm<Draft>;
    if (decided)
        form->FormLayout::add(makeWrapped(tr("Đã có quyết định công nhận: tên, loại, tác giả và tỷ lệ theo quyết định, không sửa ở đây."), TypeRole::Small, Ink::Text2, form), Wide);
    auto* title = form->lines("title", tr("Tên"), [](auto& d) -> auto& { return d.initiative.title; }, 3).required().field;
    form->text("field", tr("Lĩnh vực"), [](auto& d) -> auto& { return d.initiative.field; }).placeholder(tr("Tiếng Việt, Toán…"));
    auto* type = form->choice("type", tr("Loại"), [](auto& d) -> auto& { return d.initiative.type; }).field;
    form->choiceOf("honour", tr("Đăng ký để xét"), [](auto& d) -> auto& { return d.initiative.honour; }, honours);
    form->date("appliedOn", tr("Ngày áp dụng lần đầu"), [](auto& d) -> auto& { return d.initiative.appliedOn; });
    auto* authors = new AuthorsField;
    authors->setPeople(m_people);
    form->add("authors", tr("Tác giả và tỷ lệ đóng góp"), authors, &Draft::authors, Wide).required();
    form->lines("description", tr("Mô tả tóm tắt"), [](auto& d) -> auto& { return d.initiative.description; }, 4).hint(tr("điểm mới, cách làm; in trong giấy chứng nhận"));
    form->binder().setValidate([](const Draft& given) { return services::validate(given.initiative, given.authors); });
    form->load(draft);
    if (decided) {
        title->setReadOnly(true);
        type->setReadOnly(true);
        authors->setReadOnly(true);
    }
    return form;
}

QWidget* InitiativesPage::recognition(const InitiativeRow& row)
{
    const auto& initiative = row.initiative;
    auto* body = new Stack;
    body->section(tr("Công nhận"));
    auto* facts = body->facts();
    facts->add(tr("Cấp"), wordOf(*initiative.recognisedAt));
    if (initiative.scope)
        facts->add(tr("Phạm vi"), wordOf(*initiative.scope));
    const QString day = initiative.decidedOn ? tr("ngày %1").arg(dateText(initiative.decidedOn)) : QString();
    facts->add(tr("Quyết định"), QStringLiteral("%1 %2").arg(toQ(initiative.decisionNumber), day).simplified());
    facts->add(tr("Của"), toQ(initiative.decidedBy));
    if (row.validUntil)
        facts->add(tr("Hiệu lực đến"), dateText(row.validUntil));
    if (!initiative.usedFor.empty())
        facts->add(tr("Đã dùng xét"), fullHonour(file(), initiative.usedFor));
    // Each author uses it once for himself.
    for (std::size_t i = 0; i < row.authors.size() && i < row.authorNames.size(); ++i)
        if (const auto& honour = row.authors[i].usedFor; !honour.empty())
            facts->add(tr("Đã dùng xét"), tr("%1 cho %2").arg(fullHonour(file(), honour), toQ(row.authorNames[i])));
    for (const auto& referral : row.referrals) {
        const auto& sent = referral.data;
        QString words = tr("chuyển %1 ngày %2: %3").arg(toQ(sent.sentTo), dateText(sent.sentOn), wordOf(sent.state).toLower());
        if (sent.answeredOn)
            words += tr(" ngày %1").arg(dateText(sent.answeredOn));
        if (!sent.answer.empty())
            words += QStringLiteral(" – ") + toQ(sent.answer);
        facts->add(wordOf(sent.level), words.toHtmlEscaped());
    }
    return body;
}

void InitiativesPage::refer(const Rows& rows)
{
    (new ReferralDialog(shell(), context(), idsOf(rows), titlesOf(rows), this))->open();
}

void InitiativesPage::refuse(const InitiativeRow& row)
{
    for (const auto& referral : row.referrals)
        if (referral.data.state == domain::ReferralState::Waiting) {
            (new RefusalDialog(shell(), context(), referral.id, toQ(row.initiative.title), this))->open();
            return;
        }
}

void InitiativesPage::dropReferral(const InitiativeRow& row)
{
    for (const auto& referral : row.referrals)
        if (referral.data.state == domain::ReferralState::Waiting) {
            if (shell().prompter.confirm({tr("Bỏ việc chuyển “%1” lên %2?").arg(toQ(row.initiative.title), toQ(referral.data.sentTo)), tr("Dùng khi ghi nhầm; hoàn tác được."), tr("Bỏ ghi"), tr("Giữ lại"), true}))
                shell().runner.run([&, id = referral.id] { return services::InitiativeReferrals(file()).drop(id); });
            return;
        }
}

/// What it has served an author for, before the program or where it got it wrong.
void InitiativesPage::recordUse(const InitiativeRow& row)
{
    (new UseDialog(shell(), context(), row, m_honours, this))->open();
}

void InitiativesPage::openNew()
{
    Draft draft;
    draft.initiative.year = *year();
    draft.initiative.registeredOn = file().clock().today();
    auto* form = makeForm(draft);
    ListPage::openForm({.title = tr("Sáng kiến mới"), .subtitle = tr("Năm học %1").arg(toQ(schoolYear().screen())), .body = form,
                        .binder = &form->binder(), .saveText = tr("Ghi sáng kiến"),
                        .save = [this, form] {
                            const Draft given = form->draft();
                            return writtenBy(shell().runner, form->binder(), {},
                                             [&] { return InitiativeService(file()).addInitiative(given.initiative, given.authors); });
                        },
                        .name = "initiative", .first = form->findChild<QWidget*>(QStringLiteral("title"))});
}

void InitiativesPage::recogniseHere(const Rows& rows)
{
    openSchoolRecognition(shell(), context(), *year(), idsOf(rows), titlesOf(rows), this);
}

void InitiativesPage::recogniseAbove(const Rows& rows)
{
    (new OutsideRecognitionDialog(shell(), context(), idsOf(rows), titlesOf(rows), this))->open();
}

void InitiativesPage::reject(const InitiativeRow& row)
{
    if (shell().prompter.confirm({tr("Không công nhận sáng kiến “%1”?").arg(toQ(row.initiative.title)),
                                  tr("Sáng kiến vẫn ở trong sổ và có thể xét lại."), tr("Không công nhận"), tr("Để sau"), false}))
        shell().runner.run([&, id = row.id] { return InitiativeService(file()).rejectInitiative(id); });
}

void InitiativesPage::remove(const InitiativeRow& row)
{
    if (shell().prompter.confirm({tr("Xóa sáng kiến “%1”?").arg(toQ(row.initiative.title)),
                                  tr("Đăng ký của tác giả vẫn giữ, nhưng không còn kèm sáng kiến này."), tr("Xóa sáng kiến"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return InitiativeService(file()).removeInitiative(id); });
}

}
