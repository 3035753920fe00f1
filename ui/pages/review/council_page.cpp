// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/council_page.h"

#include "domain/page_ids.h"
#include "services/core/reads.h"
#include "services/papers/document_service.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/kit/proof_dialog.h"
#include "ui/pages/review/council_home.h"
#include "ui/pages/review/meeting_view.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/review/tally_card.h"
#include "ui/shell/unsaved.h"
#include "ui/widgets/current_stack.h"

#include <QApplication>
#include <QShortcut>
#include <QTableView>

namespace thidua::ui {

using domain::CouncilKind;
using domain::CouncilState;
using domain::MeetingState;
using services::CouncilService;

PageInfo CouncilPage::pageInfo()
{
    return {pages::kCouncil, tr("Hội đồng"), QStringLiteral("council"), tr("Xét duyệt")};
}

CouncilPage::CouncilPage(Shell& shell, SchoolContext& context, QWidget* parent) : SchoolPage(pageInfo(), shell, context, parent)
{
    registerComposing();
    registerMeeting();
    m_stack = new CurrentStack(this);
    auto& actions = shell.actions;
    m_empty = new EmptyState(QStringLiteral("council"), tr("Hội đồng thi đua – khen thưởng của năm học"),
                             tr("Hiệu trưởng thành lập bằng quyết định: Hiệu trưởng làm Chủ tịch, số thành viên lẻ, một Thư ký. Chương trình lấy sẵn từ "
                                "chức vụ trong năm học, nhà trường sửa lại cho đúng."),
                             actions.find(QStringLiteral("council.propose")), actions.find(QStringLiteral("council.compose")), {}, m_stack);
    m_home = new CouncilHome(shell, context, m_stack);
    m_meeting = new MeetingView(shell, context, m_stack);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_home);
    m_stack->addWidget(m_meeting);
    content()->addWidget(m_stack, 1);
    connect(m_home, &CouncilHome::changed, this, &CouncilPage::showState);
    connect(m_home, &CouncilHome::meetingOpened, this, &CouncilPage::showMeeting);
    connect(m_home, &CouncilHome::minutesWanted, this, &CouncilPage::printMinutesOf);
    connect(m_meeting, &MeetingView::changed, this, [this] {
        if (inMeeting())
            showMeetingHead();
    });
    connect(m_meeting, &MeetingView::allCounted, this, [this] {
        if (auto* next = findChild<QPushButton*>(QStringLiteral("council.next")); next && next->isEnabled())
            next->setFocus(Qt::OtherFocusReason);
    });
    connect(this, &Page::parentClicked, this, &CouncilPage::showHome);
    addKeys();
}

void CouncilPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, std::function<void()> run) {
        auto* shortcut = new QShortcut(keys, m_home, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [run = std::move(run)] { run(); });
    };
    key(QKeySequence(Qt::ALT | Qt::Key_Up), [this] { m_home->moveMember(-1); });
    key(QKeySequence(Qt::ALT | Qt::Key_Down), [this] { m_home->moveMember(1); });
}

void CouncilPage::save()
{
    if (inMeeting() && m_meeting->saveCount())
        return;
    auto* form = savingButton(*this, QApplication::focusWidget());
    auto* members = shell().actions.find(QStringLiteral("council.save"));
    if (!(form && form->isEnabled()) && !inMeeting() && members->isEnabled())
        members->trigger();
    else
        Page::save();
}

void CouncilPage::registerComposing()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    actions.add({.id = "council.propose", .text = tr("Lập Hội đồng theo Điều lệ"), .icon = "council", .context = page,
                 .run = [this] { m_home->propose(CouncilKind::Emulation); }});
    actions.add({.id = "council.propose-initiative", .text = tr("Lập Hội đồng sáng kiến"), .icon = "bulb", .context = page,
                 .run = [this] { m_home->propose(CouncilKind::Initiative); }});
    actions.add({.id = "council.like-last-year", .text = tr("Lấy theo Hội đồng năm học trước"), .icon = "copy", .context = page,
                 .words = tr("hội đồng năm trước"), .run = [this] { m_home->proposeLastYears(); }});
    actions.add({.id = "council.preview", .text = tr("Xem trước quyết định"), .icon = "eye", .context = page, .run = [this] { m_home->previewDecision(); }});
    actions.add({.id = "council.compose", .text = tr("Thêm từng thành viên"), .icon = "plus", .context = page, .run = [this] { m_home->startEmpty(); }});
    actions.add({.id = "council.member-add", .text = tr("Thêm thành viên"), .icon = "plus", .context = page, .run = [this] { m_home->addMember(); }});
    actions.add({.id = "council.save", .text = tr("Ghi Hội đồng"), .icon = "save", .context = page,
                 .run = [this] { m_home->save(); }});
    actions.add({.id = "council.discard", .text = tr("Bỏ thay đổi chưa ghi"), .icon = "undo", .context = page, .run = [this] {
                     if (mayDiscard(tr("Thay đổi trong danh sách thành viên chưa ghi.")))
                         m_home->discard();
                 }});
    actions.add({.id = "council.establish", .text = tr("Ban hành quyết định thành lập…"), .icon = "stamp", .context = page,
                 .run = [this] { m_home->establish(); }});
    actions.add({.id = "council.remove", .text = tr("Xóa dự kiến…"), .icon = "trash", .context = page, .run = [this] { m_home->removeDraft(); }});
    actions.add({.id = "council.renew", .text = tr("Kiện toàn Hội đồng"), .icon = "refresh", .context = page,
                 .words = tr("thay thành viên quyết định mới"), .run = [this] { m_home->startFromCurrent(); }});
    actions.add({.id = "council.rules", .text = tr("Quy chế hoạt động…"), .icon = "book", .context = page, .words = tr("quy chế hội đồng phụ lục quyết định"),
                 .run = [this] { m_home->editRules(); }});
    actions.add({.id = "council.work-print", .text = tr("In phân công, quy chế…"), .icon = "print", .context = page, .words = tr("bảng phân công theo dõi"),
                 .run = [this] { m_home->printWork(); }});
    actions.add({.id = "council.decision-print", .text = tr("In quyết định…"), .icon = "print", .context = page, .run = [this] { m_home->printDecision(); }});
}

void CouncilPage::registerMeeting()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    actions.add({.id = "council.meeting-add", .text = tr("Lập phiên họp"), .icon = "calendar", .context = page, .run = [this] {
                     if (inMeeting())
                         showHome();
                     if (!inMeeting())
                         m_home->startMeeting();
                 }});
    actions.add({.id = "council.emulation-meeting", .text = tr("Lập phiên họp xét thi đua"), .icon = "calendar", .context = page,
                 .words = tr("bỏ phiếu đề nghị khen thưởng"), .run = [this] {
                     if (inMeeting())
                         showHome();
                     if (!inMeeting() && m_home->choose(CouncilKind::Emulation))
                         m_home->startMeeting();
                 }});
    actions.add({.id = "council.next", .text = tr("Sang bước sau"), .icon = "check", .context = page, .run = [this] { m_meeting->next(); }});
    actions.add({.id = "council.close", .text = tr("Chốt phiên họp…"), .icon = "lock", .context = page, .run = [this] { m_meeting->close(); }});
    actions.add({.id = "council.machine", .text = tr("Bỏ phiếu trên máy…"), .icon = "people", .context = page,
                 .words = tr("phiếu kín toàn màn hình"), .run = [this] { m_meeting->voteAtMachine(); }});
    actions.add({.id = "council.show", .text = tr("Trình chiếu"), .icon = "eye", .context = page,
                 .words = tr("máy chiếu toàn màn hình"), .run = [this] { m_meeting->showOnWall(); }});
    actions.add({.id = "council.invitation", .text = tr("In giấy mời…"), .icon = "print", .context = page, .words = tr("giấy mời họp hội đồng"),
                 .run = [this] { m_meeting->printInvitation(); }});
    actions.add({.id = "council.ballots", .text = tr("In phiếu giấy…"), .icon = "print", .context = page, .run = [this] { m_meeting->printBallots(); }});
    actions.add({.id = "council.minutes", .text = tr("Xem biên bản"), .icon = "plan", .context = page, .run = [this] { m_meeting->printMinutes(); }});
    actions.add({.id = "council.proofread", .text = tr("Soát lỗi biên bản…"), .icon = "inspect", .context = page, .words = tr("rà lỗi chính tả biên bản"),
                 .run = [this] { proofread(); }});
    actions.add({.id = "council.count-minutes", .text = tr("Biên bản kiểm phiếu"), .icon = "check", .context = page, .run = [this] { m_meeting->printCount(); }});
    actions.add({.id = "council.submission", .text = tr("Soạn tờ trình"), .icon = "send", .context = page,
                 .run = [this] {
                     shell().showPage(pages::kSubmissions);
                     if (auto* draft = shell().actions.find(QStringLiteral("submissions.add")); draft && draft->isEnabled())
                         draft->trigger();
                 }});
    actions.add({.id = "council.home", .text = tr("Về danh sách phiên họp"), .icon = "arrow-left", .context = page, .run = [this] { showHome(); }});
}

void CouncilPage::load()
{
    showClosedBar();
    m_year = yearRow();
    m_councils.clear();
    std::vector<services::Stored<domain::Meeting>> meetings;
    if (m_year) {
        shell().runner.read([this] { return CouncilService(file()).councils(m_year->id); },
                            [this](std::vector<services::CouncilRow> rows) { m_councils = std::move(rows); });
        shell().runner.read([this] { return CouncilService(file()).meetings(m_year->id); },
                            [&meetings](std::vector<services::Stored<domain::Meeting>> rows) { meetings = std::move(rows); });
        m_home->show(*m_year, isClosed(), m_councils, std::move(meetings));
    }
    const bool stays = inMeeting() && m_year && m_meeting->detail() && m_meeting->detail()->meeting.year == m_year->id && m_meeting->reload(isClosed());
    if (inMeeting() && !stays)
        m_stack->setCurrentWidget(m_home);
    showState();
}

bool CouncilPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::councils() | reads::councilFollowing() | reads::scores() | reads::postings() | reads::nominations() | reads::staff() | reads::school() | reads::years());
}

bool CouncilPage::inMeeting() const
{
    return m_stack->currentWidget() == m_meeting;
}

bool CouncilPage::hasCouncil() const
{
    return m_year && (!m_councils.empty() || !m_home->book().isEmpty());
}

void CouncilPage::showState()
{
    if (inMeeting())
        return showMeetingHead();
    m_stack->setCurrentWidget(hasCouncil() ? static_cast<QWidget*>(m_home) : m_empty);
    showHomeHead();
}

void CouncilPage::showHomeHead()
{
    setTitle(tr("Hội đồng"));
    updateHomeActions();
    if (!m_year)
        return setSummary(tr("Chưa mở năm học nào nên chưa có Hội đồng."));
    if (!hasCouncil())
        return setSummary(tr("Năm học %1 chưa có Hội đồng.").arg(review::yearWords(m_year->data.year)));
    const auto& book = m_home->book();
    QString words;
    if (const auto* row = m_home->current(); row && !row->decisionText.empty())
        words = tr("%1 thành viên, thành lập theo Quyết định số %2.").arg(book.lines().size()).arg(toQ(row->decisionText));
    else if (book.isDirty())
        words = tr("Dự kiến %1 thành viên, <b>chưa ghi</b>.").arg(book.lines().size());
    else
        words = tr("Dự kiến %1 thành viên; <b>chưa có quyết định thành lập</b>.").arg(book.lines().size());
    const auto& meetings = m_home->meetings();
    const auto isOpen = [](const auto& meeting) { return meeting.data.state == MeetingState::Draft; };
    // The sentence speaks of the council that is shown, whose members may have changed during the year; the badge of the whole page.
    const auto ofShown = [this](const auto& meeting) {
        const auto held = std::ranges::find(m_councils, meeting.data.council, &services::CouncilRow::id);
        return !m_home->current() || held == m_councils.end() || held->council.kind == m_home->current()->council.kind;
    };
    const auto its = std::ranges::count_if(meetings, ofShown);
    const auto itsOpen = std::ranges::count_if(meetings, [&](const auto& meeting) { return ofShown(meeting) && isOpen(meeting); });
    if (its > 0)
        words += tr(" %1 phiên họp").arg(its) + (itsOpen > 0 ? tr(", <b>%1 chưa chốt</b>.").arg(itsOpen) : tr(", đều đã chốt."));
    setSummary(words);
    shell().setBadge(info().id, static_cast<int>(std::ranges::count_if(meetings, isOpen)), Tone::Info);
}

void CouncilPage::updateHomeActions()
{
    auto& actions = shell().actions;
    const QString closed = whyNot();
    const auto pick = [&closed](bool possible, const QString& reason) { return !closed.isEmpty() ? closed : possible ? QString() : reason; };
    const auto& book = m_home->book();
    const bool draft = book.isDraft();
    const bool established = !book.isEmpty() && !draft;
    const QString frozen = tr("Hội đồng đã có quyết định thành lập; thay đổi bằng Kiện toàn Hội đồng.");
    actions.setReason("council.propose", pick(!book.isDirty(), tr("Xin ghi hoặc bỏ dự kiến đang soạn trước.")));
    actions.setReason("council.propose-initiative", pick(!book.isDirty(), tr("Xin ghi hoặc bỏ dự kiến đang soạn trước.")));
    actions.setReason("council.like-last-year", pick(!book.isDirty(), tr("Xin ghi hoặc bỏ dự kiến đang soạn trước.")));
    actions.setReason("council.preview", draft ? QString() : tr("Không có dự kiến nào để xem."));
    actions.setReason("council.compose", closed);
    actions.setReason("council.member-add", pick(draft, frozen));
    actions.setReason("council.save", pick(draft && book.isDirty(), established ? frozen : tr("Không có thay đổi nào chưa ghi.")));
    actions.setReason("council.discard", pick(book.isDirty(), tr("Không có thay đổi nào chưa ghi.")));
    actions.setReason("council.remove", pick(draft, frozen));
    actions.setReason("council.establish", pick(draft && m_home->isSound(), established ? frozen : tr("Danh sách thành viên chưa đúng Điều lệ.")));
    actions.setReason("council.renew", pick(established && !book.isDirty(), tr("Hội đồng này chưa thành lập.")));
    actions.setReason("council.meeting-add", pick(established, tr("Lập phiên họp được khi Hội đồng đã có quyết định thành lập.")));
    const auto* emulation = m_home->inForce(CouncilKind::Emulation);
    actions.setReason("council.emulation-meeting", pick(emulation && emulation->council.state == CouncilState::Established && (m_home->kind() == CouncilKind::Emulation || !book.isDirty()),
                                                        tr("Lập phiên họp được khi Hội đồng đã có quyết định thành lập.")));
    actions.setReason("council.rules", pick(draft, frozen));
    actions.setReason("council.work-print", m_home->current() ? QString() : tr("Hội đồng này chưa ghi vào tệp."));
    actions.setReason("council.decision-print", established ? QString() : tr("Chưa có quyết định thành lập."));
    const auto find = [&actions](const char* id) { return actions.find(QLatin1String(id)); };
    QList<QAction*> more{find("council.work-print"), find("council.renew"), find("council.propose"), find("council.propose-initiative")};
    if (!hasCouncil())
        offer({}, {find("council.like-last-year"), find("council.propose-initiative")});
    else if (draft)
        offer(book.isDirty() ? QList<QAction*>{find("council.save"), find("council.establish"), find("council.member-add"), find("council.discard")}
                                  : QList<QAction*>{find("council.establish"), find("council.preview"), find("council.member-add"), find("council.remove")},
                   {find("council.preview"), find("council.rules"), find("council.work-print"), find("council.like-last-year"), find("council.propose-initiative")});
    else
        offer({find("council.meeting-add"), find("council.decision-print")}, more);
}

void CouncilPage::offer(const QList<QAction*>& shown, const QList<QAction*>& more)
{
    // Asked at every letter typed: buttons are made anew only when others are wanted.
    if (shown + more == m_offered)
        return;
    m_offered = shown + more;
    setActions(shown, more);
}

void CouncilPage::showMeetingHead()
{
    if (!m_meeting->detail())
        return;
    const auto& meeting = m_meeting->detail()->meeting;
    setTitle(tr("Họp ngày %1").arg(dateText(meeting.heldOn)), tr("Hội đồng"));
    setSummary(m_meeting->summary());
    auto& actions = shell().actions;
    const auto find = [&actions](const char* id) { return actions.find(QLatin1String(id)); };
    actions.setReason("council.ballots", m_meeting->hasBallot() ? QString() : tr("Phiên họp này không bỏ phiếu."));
    actions.setReason("council.machine", m_meeting->hasBallot() ? m_meeting->whyNotAtMachine() : tr("Phiên họp này không bỏ phiếu."));
    actions.setReason("council.show", m_meeting->hasBallot() ? QString() : tr("Phiên họp này không bỏ phiếu."));
    actions.setReason("council.count-minutes", m_meeting->hasCount() ? QString() : tr("Phiên họp này chưa kiểm phiếu nào."));
    actions.setReason("council.next", m_meeting->whyNotNext());
    actions.setReason("council.close", m_meeting->whyNotClose());
    QList<QAction*> shown;
    const bool over = meeting.state == MeetingState::Closed;
    if (over) {
        shown = {find("council.minutes")};
        if (m_meeting->hasCount())
            shown << find("council.count-minutes");
        if (m_meeting->hasBallot())
            shown << find("council.submission");
    } else {
        const bool last = m_meeting->step() == MeetingView::Step::Minutes;
        if (!last)
            find("council.next")->setText(m_meeting->nextWords());
        shown << find(last ? "council.close" : "council.next");
        if (m_meeting->hasBallot())
            shown << find("council.ballots");
        if (m_meeting->step() == MeetingView::Step::Vote && m_meeting->hasBallot() && m_meeting->whyNotAtMachine().isEmpty())
            shown.insert(1, find("council.machine"));
        shown << find("council.minutes");
        if (m_meeting->hasCount())
            shown << find("council.count-minutes");
    }
    QList<QAction*> more;
    if (!over)
        more << find("council.invitation");
    if (m_meeting->hasBallot())
        more << find("council.show");
    offer(shown, more << find("council.proofread") << find("council.home"));
    shell().setBadge(info().id, m_meeting->wrongLines(), Tone::Bad);
}

void CouncilPage::showMeeting(domain::MeetingId id)
{
    const bool other = m_meeting->detail() && m_meeting->detail()->id != id;
    if (inMeeting() && other && !mayLeave())
        return;
    if (!m_meeting->open(id))
        return;
    m_meeting->reload(isClosed());
    m_stack->setCurrentWidget(m_meeting);
    showState();
}

void CouncilPage::showHome()
{
    if (!inMeeting())
        return;
    if (!mayLeave())
        return;
    m_stack->setCurrentWidget(m_home);
    showState();
    m_home->membersTable()->view()->setFocus();
}

void CouncilPage::printMinutesOf(domain::MeetingId id)
{
    using services::PaperKind;
    shell().runner.read([&] { return services::DocumentService(file()).build(PaperKind::Minutes, id.value(), m_year->id); },
                        [this](documents::Document document) { context().preview(document, tr("Biên bản họp Hội đồng"), services::formatsOf(PaperKind::Minutes)); });
}

void CouncilPage::proofread()
{
    if (!inMeeting() || !m_year || !m_meeting->saveAll())
        return;
    const auto& detail = *m_meeting->detail();
    proofreadDraft(context(), shell(), window(), tr("Biên bản: %1").arg(toQ(detail.meeting.title)), {services::PaperKind::Minutes, detail.id.value(), m_year->id},
                   !m_meeting->isReadOnly(), [this](const services::PaperGap& gap) {
                       if (!fillInSettings(shell(), window(), gap))
                           m_meeting->showPlace(gap);
                   });
}

QString CouncilPage::whyNot() const
{
    if (!m_year)
        return tr("Xin mở năm học trước.");
    return closedReason();
}

bool CouncilPage::mayDiscard(const QString& what)
{
    return shell().prompter.confirm({tr("Bỏ nội dung chưa ghi?"), what, tr("Bỏ nội dung chưa ghi"), tr("Ở lại"), true});
}

bool CouncilPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind == domain::EntityKind::Meeting) {
        showMeeting(domain::MeetingId(id));
        return inMeeting() && m_meeting->detail() && m_meeting->detail()->id.value() == id;
    }
    return m_home->select(kind, id);
}

bool CouncilPage::mayLeave()
{
    const bool unsaved = inMeeting() ? m_meeting->hasUnsaved() : m_home->hasUnsaved();
    if (!unsaved)
        return true;
    if (inMeeting())
        return settleUnsaved(shell(), [this] { return m_meeting->saveAll(); }, [this] { m_meeting->drop(); });
    return settleUnsaved(shell(), [this] { return m_home->saveOpen(); }, [this] { m_home->discard(); });
}

void CouncilPage::add()
{
    auto& actions = shell().actions;
    for (const char* id : {"council.member-add", "council.meeting-add", "council.propose"})
        if (auto* action = actions.find(QLatin1String(id)); !inMeeting() && action->isEnabled())
            return action->trigger();
}

void CouncilPage::find()
{
    if (inMeeting())
        m_meeting->goTo(m_meeting->step());
    else
        m_home->membersTable()->focusFilter();
}

void CouncilPage::print()
{
    if (inMeeting())
        m_meeting->printMinutes();
    else
        m_home->printDecision();
}

void CouncilPage::togglePanel()
{
    if (!inMeeting())
        m_home->split()->togglePanel();
}

void CouncilPage::escape()
{
    if (inMeeting())
        showHome();
    else
        m_home->membersTable()->view()->setFocus();
}

QList<QWidget*> CouncilPage::focusStops() const
{
    if (inMeeting())
        return m_meeting->focusStops();
    return {m_home->membersTable()->view()};
}

QJsonObject CouncilPage::saveState() const
{
    return m_home->saveState();
}

void CouncilPage::restoreState(const QJsonObject& state)
{
    m_home->restoreState(state);
}

QJsonObject CouncilPage::entries() const
{
    if (!inMeeting() || !m_meeting->hasUnsaved())
        return {};
    return {{"meeting", QString::number(m_meeting->detail()->id.value())}, {"step", static_cast<int>(m_meeting->step())}, {"tally", m_meeting->tally()->entries()}};
}

void CouncilPage::restoreEntries(const QJsonObject& entries)
{
    if (!openRecord(domain::EntityKind::Meeting, entries["meeting"].toString().toLongLong()))
        return;
    m_meeting->goTo(static_cast<MeetingView::Step>(entries["step"].toInt()));
    m_meeting->tally()->restoreEntries(entries["tally"].toObject());
}

bool CouncilPage::hasOtherEntries() const
{
    return inMeeting() ? m_meeting->hasOpenForms() : m_home->hasUnsaved();
}

}
