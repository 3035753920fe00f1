// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/meeting_view.h"

#include "services/people/people_service.h"
#include "services/review/nomination_service.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/record_form.h"
#include "ui/pages/kit/write_dialog.h"
#include "ui/pages/review/attendance_card.h"
#include "ui/pages/review/following_view.h"
#include "ui/pages/review/ballot_window.h"
#include "ui/pages/review/meeting_forms.h"
#include "ui/pages/review/meeting_show.h"
#include "ui/pages/review/minutes_card.h"
#include "ui/pages/review/posting_card.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/review/score_card.h"
#include "ui/pages/review/tally_card.h"
#include "ui/pages/review/vote_card.h"
#include "ui/shell/grid_manners.h"
#include "ui/widgets/enter_writes.h"
#include "ui/widgets/current_stack.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QTableView>

namespace thidua::ui {

using domain::MeetingState;
using services::CouncilService;
using services::PaperKind;

MeetingView::MeetingView(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_bar = new StepBar(this);
    m_bar->setObjectName(QStringLiteral("meeting-steps"));
    column->addWidget(m_bar);
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    enterWrites(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(12));
    m_attendance = new AttendanceCard(this);
    m_attendance->setFixedWidth(Theme::px(300));
    row->addWidget(m_attendance);
    m_stack = new CurrentStack(this);
    m_stack->addWidget(buildBasics());
    m_stack->addWidget(buildDiscussion());
    m_score = new ScoreCard(m_shell, m_context, m_stack);
    auto* score = new Card(tr("Chấm điểm sáng kiến"), QStringLiteral("bulb"), {}, m_stack);
    score->body()->addWidget(scrolled(m_score));
    m_stack->addWidget(score);
    m_stack->addWidget(buildVote());
    m_tally = new TallyCard(m_stack);
    giveManners(*m_tally->grid(), m_shell);
    m_stack->addWidget(m_tally);
    m_minutes = new MinutesCard(m_stack);
    auto* minutes = new Card(tr("Kết quả và kết luận"), QStringLiteral("plan"), {}, m_stack);
    minutes->body()->addWidget(scrolled(m_minutes));
    m_stack->addWidget(minutes);
    m_posting = new PostingCard(m_shell, m_context, m_stack);
    auto* posting = new Card(tr("Công khai kết quả"), QStringLiteral("flag"), {}, m_stack);
    posting->body()->addWidget(scrolled(m_posting));
    m_stack->addWidget(posting);
    row->addWidget(m_stack, 1);
    column->addLayout(row, 1);
    connectParts();
}

QWidget* MeetingView::scrolled(QWidget* inner)
{
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    inner->setProperty("body", "1");
    scroll->setMinimumHeight(Theme::px(170)); // likewise of what a step shows
    scroll->setWidget(inner);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    return scroll;
}

QWidget* MeetingView::buildBasics()
{
    auto* card = new Card(tr("Phiên họp"), QStringLiteral("calendar"), {}, this);
    auto* inner = new QWidget(card);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_outlook = new OutlookBox(inner);
    m_outlook->setObjectName(QStringLiteral("meeting-outlook"));
    column->addWidget(m_outlook);
    m_basics = new MeetingBasics(3, MeetingBasics::Roles::Shown, inner);
    column->addWidget(m_basics);
    m_saveBasics = saving(makeButton(tr("Ghi thông tin phiên họp"), QStringLiteral("save"), ButtonKind::Normal, inner));
    m_saveBasics->setObjectName(QStringLiteral("meeting-basics-save"));
    column->addWidget(review::makeRow({{m_saveBasics, 0}}, inner));
    column->addStretch(1);
    card->body()->addWidget(scrolled(inner));
    return card;
}

QWidget* MeetingView::buildDiscussion()
{
    auto* card = new Card(tr("Thảo luận"), QStringLiteral("people"), {}, this);
    auto* inner = new QWidget(card);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    m_discussion = new MeetingDiscussion(inner);
    column->addWidget(m_discussion);
    m_saveDiscussion = saving(makeButton(tr("Ghi ý kiến thảo luận"), QStringLiteral("save"), ButtonKind::Normal, inner));
    m_saveDiscussion->setObjectName(QStringLiteral("meeting-discussion-save"));
    column->addWidget(review::makeRow({{m_saveDiscussion, 0}}, inner));
    m_following = new FollowingView(m_shell, m_context, inner);
    column->addWidget(m_following);
    column->addStretch(1);
    card->body()->addWidget(scrolled(inner));
    return card;
}

QWidget* MeetingView::buildVote()
{
    auto* card = new Card(tr("Bỏ phiếu kín"), QStringLiteral("stamp"), {}, this);
    m_vote = new VoteCard(card);
    card->body()->addWidget(scrolled(m_vote));
    return card;
}

void MeetingView::connectParts()
{
    connect(m_bar, &StepBar::stepChosen, this, [this](int index) { goTo(steps()[static_cast<std::size_t>(index)]); });
    connect(m_attendance, &AttendanceCard::edited, this, &MeetingView::recordAttendance);
    connect(m_saveBasics, &QPushButton::clicked, this, [this] {
        if (m_basics->form().reveal())
            saveMeeting([this](domain::Meeting& meeting) { m_basics->takeInto(meeting); }, &m_basics->form());
    });
    connect(m_saveDiscussion, &QPushButton::clicked, this,
            [this] { saveMeeting([this](domain::Meeting& meeting) { m_discussion->takeInto(meeting); }, &m_discussion->form()); });
    connect(&m_basics->form(), &FormBinderBase::dirtyChanged, m_saveBasics, &QWidget::setEnabled);
    connect(&m_discussion->form(), &FormBinderBase::dirtyChanged, m_saveDiscussion, &QWidget::setEnabled);
    connect(m_tally, &TallyCard::counted, this, &MeetingView::record);
    connect(&m_minutes->form(), &FormBinderBase::changed, this, [this] {
        if (m_listsGaps)
            showGaps();
    });
    connect(m_vote, &VoteCard::printWanted, this, &MeetingView::printBallots);
    connect(m_vote, &VoteCard::machineWanted, this, &MeetingView::voteAtMachine, Qt::QueuedConnection);
    connect(m_vote, &VoteCard::roundGivenUp, this, &MeetingView::giveUpRound, Qt::QueuedConnection); // the bar that asked goes
    connect(m_tally, &TallyCard::secondRoundWanted, this, [this] { secondRound(true); }, Qt::QueuedConnection);
    connect(m_tally, &TallyCard::secondRoundDropped, this, [this] { secondRound(false); }, Qt::QueuedConnection);
    connect(m_tally, &TallyCard::lowerWanted, this, [this] { lowerTitle(); }, Qt::QueuedConnection);
    connect(m_vote, &VoteCard::tellersNamed, this, [this](const std::vector<domain::PersonId>& tellers) {
        if (!m_shell.runner.run([&] { return CouncilService(m_context.file).nameTellers(m_detail->id, tellers); }, [](domain::Done) {}, m_vote->tellersForm()))
            return;
        m_vote->markSaved();
        reload(m_yearClosed);
        emit changed();
    });
    connect(m_vote, &VoteCard::recusalsChosen, this, [this](const domain::BallotLine& line, const std::vector<domain::Recusal>& recusals) {
        m_shell.runner.run([&] { return CouncilService(m_context.file).recordRecusals(m_detail->id, line, recusals); });
    });
    connect(m_score, &ScoreCard::printWanted, this, [this](PaperKind kind) {
        print(kind, m_detail->id.value(), (kind == PaperKind::ScoreSheets ? tr("Phiếu chấm sáng kiến %1") : tr("Bảng tổng hợp điểm %1")).arg(toQ(m_detail->meeting.heldOn.iso())));
    });
    connect(m_posting, &PostingCard::printWanted, this, [this] { print(PaperKind::FinalList, m_detail->id.value(), tr("Danh sách sau công khai %1").arg(toQ(m_detail->meeting.heldOn.iso()))); });
    connect(m_tally, &TallyCard::changed, this, &MeetingView::changed);
    connect(m_minutes, &MinutesCard::reasonGiven, this, [this](domain::NominationId id, const QString& reason) {
        m_shell.runner.run([&] { return services::NominationService(m_context.file).overrideVerdict(id, fromQ(reason)); });
    });
    connect(m_minutes, &MinutesCard::keepWanted, this, &MeetingView::saveConclusions);
}

bool MeetingView::open(domain::MeetingId id)
{
    m_detail.reset();
    m_listsGaps = false;
    m_messages->clear();
    m_shell.runner.read([&] { return CouncilService(m_context.file).meeting(id); },
                        [this](services::MeetingDetail detail) { m_detail = std::move(detail); });
    if (!m_detail)
        return false;
    m_basics->offerRoles(*m_detail);
    m_basics->form().load(m_detail->meeting);
    m_discussion->load(m_detail->meeting);
    m_vote->markSaved();
    m_tally->forget();
    m_minutes->forget();
    m_posting->forget();
    if (!reload(m_yearClosed))
        return false;
    Step first = Step::Minutes;
    if (m_posting->waits())
        first = Step::Posting;
    for (const auto step : steps())
        if (!isDone(step) && step != Step::Posting) {
            first = step;
            break;
        }
    goTo(first);
    return true;
}

bool MeetingView::reload(bool yearClosed)
{
    m_yearClosed = yearClosed;
    if (!m_detail)
        return false;
    auto fresh = CouncilService(m_context.file).meeting(m_detail->id);
    if (!fresh) {
        m_detail.reset();
        return false;
    }
    m_detail = std::move(*fresh);
    const bool fixed = isReadOnly();
    m_attendance->show(*m_detail, fixed);
    m_basics->offerRoles(*m_detail);
    m_outlook->show(*m_detail);
    if (!m_basics->form().isDirty())
        m_basics->form().load(m_detail->meeting);
    if (!m_discussion->form().isDirty())
        m_discussion->load(m_detail->meeting);
    m_basics->form().setReadOnly(fixed);
    m_discussion->form().setReadOnly(fixed);
    m_saveBasics->setVisible(!fixed);
    m_saveBasics->setEnabled(m_basics->form().isDirty());
    m_saveDiscussion->setVisible(!fixed);
    m_saveDiscussion->setEnabled(m_discussion->form().isDirty());
    m_tally->show(*m_detail, fixed);
    m_minutes->show(*m_detail, fixed);
    m_posting->show(*m_detail);
    m_score->show(*m_detail, fixed);
    std::vector<SearchField::Option> members;
    for (const auto& row : m_detail->council.members)
        members.push_back({row.member.person.value(), toQ(row.name), toQ(row.member.title)});
    m_following->show(m_detail->council.id, std::nullopt, members, m_yearClosed);
    m_vote->show(*m_detail, staff(), fixed);
    const auto all = steps();
    if (std::ranges::find(all, m_step) == all.end())
        m_step = Step::Minutes;
    showSteps();
    if (m_listsGaps)
        showGaps();
    return true;
}

std::vector<services::StaffRow> MeetingView::staff() const
{
    auto rows = services::PeopleService(m_context.file).staff(m_detail->meeting.year);
    return rows ? std::move(*rows) : std::vector<services::StaffRow>{};
}

bool MeetingView::isOfInitiatives() const
{
    return m_detail && m_detail->council.council.kind == domain::CouncilKind::Initiative;
}

bool MeetingView::isReadOnly() const
{
    return m_yearClosed || !m_detail || m_detail->meeting.state == MeetingState::Closed;
}

bool MeetingView::hasUnsaved() const
{
    return hasOpenForms() || (m_detail && m_posting->hasUnsaved()) || (m_detail && !isReadOnly() && m_tally->sheet().hasUnsaved());
}

bool MeetingView::hasOpenForms() const
{
    return m_detail && !isReadOnly()
           && (m_basics->form().isDirty() || m_discussion->form().isDirty() || m_minutes->form().isDirty() || m_vote->hasUnsaved());
}

int MeetingView::wrongLines() const
{
    return m_detail ? static_cast<int>(m_tally->sheet().wrong().size()) : 0;
}

void MeetingView::record(const std::vector<domain::Tally>& tallies)
{
    const int all = static_cast<int>(m_detail->tallies.size());
    const bool open = m_tally->sheet().counted() < all;
    m_shell.runner.run([&] { return CouncilService(m_context.file).recordTallies(m_detail->id, tallies); });
    if (open && m_detail && m_tally->sheet().counted() == all)
        QMetaObject::invokeMethod(this, &MeetingView::allCounted, Qt::QueuedConnection); // the editor of the cell closes first
}

void MeetingView::recordAttendance()
{
    const auto rows = m_attendance->attendance();
    m_shell.runner.run([&] { return CouncilService(m_context.file).recordAttendance(m_detail->id, rows); });
}

void MeetingView::saveMeeting(const std::function<void(domain::Meeting&)>& change, FormBinderBase* form)
{
    auto meeting = m_detail->meeting;
    change(meeting);
    if (!m_shell.runner.run([&] { return CouncilService(m_context.file).editMeeting(m_detail->id, meeting, m_detail->version); },
                            [](domain::Done) {}, form))
        return;
    form->markSaved(); // until here a refresh keeps what was typed
    reload(m_yearClosed);
    emit changed();
}

void MeetingView::saveConclusions()
{
    saveMeeting([this](domain::Meeting& meeting) {
        const auto draft = m_minutes->form().draft();
        meeting.conclusions = draft.conclusions;
        meeting.ends = draft.ends;
    }, &m_minutes->form());
}

bool MeetingView::saveAll()
{
    keepForms();
    if (m_minutes->form().isDirty())
        saveConclusions();
    if (m_vote->hasUnsaved())
        m_vote->saveTellers();
    if (m_posting->hasUnsaved())
        m_posting->save();
    if (const auto ready = m_tally->sheet().ready(); !ready.empty())
        record(ready);
    return !hasUnsaved();
}

void MeetingView::drop()
{
    if (m_detail)
        open(m_detail->id);
}

void MeetingView::placeAttendance()
{
    // A narrow window shows who is there in its own step alone, so that the count keeps all its columns.
    m_attendance->setVisible(m_step == Step::Attend || width() >= Theme::px(1000));
}

void MeetingView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeAttendance();
}

QList<QWidget*> MeetingView::focusStops() const
{
    return {m_bar, m_attendance, m_step == Step::Count ? static_cast<QWidget*>(m_tally->grid()->view()) : m_stack->currentWidget()};
}

void MeetingView::voteAtMachine()
{
    if (isReadOnly())
        return;
    if (!saveAll())
        return m_shell.status.say(tr("Phiên họp còn nội dung gõ dở chưa ghi được; xin ghi hoặc bỏ trước khi bỏ phiếu."), Tone::Warn);
    std::optional<services::BallotBox> box;
    m_shell.runner.run([&] { return CouncilService(m_context.file).openRound(m_detail->id); }, [&](services::BallotBox opened) { box = std::move(opened); });
    if (!box || !m_detail)
        return;
    auto* ballots = new BallotWindow(m_context.file, *m_detail, std::move(*box), window());
    connect(ballots, &BallotWindow::finished, this, [this](const domain::ChangeSet& changes) {
        m_shell.runner.succeed(changes);
        if (m_detail && reload(m_yearClosed))
            goTo(m_detail->openRound() || m_tally->sheet().counted() == 0 ? Step::Vote : Step::Count);
    });
    ballots->showFullScreen();
}

void MeetingView::showOnWall()
{
    if (hasBallot())
        (new MeetingShow(m_context.file, *m_detail, window()))->showFullScreen();
}

QString MeetingView::whyNotAtMachine() const
{
    if (!m_detail || isReadOnly())
        return whyNotClose();
    if (std::ranges::none_of(m_detail->tallies, [](const auto& row) { return !row.tally.has_value(); }))
        return tr("Mọi dòng đã có số phiếu.");
    if (m_detail->present < m_detail->quorum)
        return tr("Chưa đủ thành viên để họp.");
    return {};
}

void MeetingView::giveUpRound(domain::BallotRoundId round, bool counted)
{
    std::string reason;
    if (counted) {
        const auto given = m_shell.prompter.askText(tr("Bỏ kết quả bỏ phiếu trên máy"), tr("Lý do, in vào biên bản"), {}, tr("Bỏ kết quả"));
        if (!given)
            return;
        reason = fromQ(*given);
    }
    m_shell.runner.run([&] { return CouncilService(m_context.file).voidRound(m_detail->id, round, reason); });
}

void MeetingView::secondRound(bool hold)
{
    if (hold) {
        const auto missed = services::missedLines(*m_detail).size();
        if (m_shell.prompter.confirm({tr("Bỏ phiếu vòng 2 cho %1 dòng chưa đạt?").arg(missed),
                                      tr("Số phiếu vòng 1 của các dòng này ghi trong biên bản; kết quả là của vòng 2. Các dòng đã đạt giữ nguyên."), tr("Bỏ phiếu vòng 2"),
                                      tr("Giữ kết quả vòng 1"), false})
            && m_shell.runner.run([&] { return CouncilService(m_context.file).holdSecondRound(m_detail->id); }))
            goTo(Step::Vote);
        return;
    }
    if (m_shell.prompter.confirm({tr("Bỏ vòng 2?"), tr("Số phiếu vòng 2 đã ghi sẽ mất; kết quả trở về vòng 1."), tr("Bỏ vòng 2"), tr("Giữ vòng 2"), true}))
        m_shell.runner.run([&] { return CouncilService(m_context.file).dropSecondRound(m_detail->id); });
}

namespace {

struct LowerDraft {
    std::string code;
    friend bool operator==(const LowerDraft&, const LowerDraft&) = default;
};

}

/// Who missed a title, and which lower one is voted on in its place: a line of its own.
void MeetingView::lowerTitle()
{
    auto& file = m_context.file;
    // A code names the nomination and the title: “12:lao-dong-…”.
    std::vector<ChoiceField::Choice> choices;
    for (const auto& row : m_detail->tallies) {
        if (!row.line.nomination || !row.tally || row.passes || row.loweredTo)
            continue;
        if (const auto below = services::NominationService(file).lowerHonours(*row.line.nomination))
            for (const auto& one : *below)
                choices.push_back({std::to_string(row.line.nomination->value()) + ":" + one.code,
                                   tr("%1: %2 → %3").arg(toQ(row.name), toQ(row.honourName), toQ(one.name))});
    }
    if (choices.empty())
        return m_shell.prompter.inform(tr("Không có danh hiệu thấp hơn để xét"),
                                     tr("Những người chưa đạt đều đã được đề nghị danh hiệu thấp hơn, hoặc không có danh hiệu nào thấp hơn cho họ."));
    auto* dialog = new WriteDialog(m_shell.runner, tr("Xét danh hiệu thấp hơn"), tr("Danh hiệu thấp hơn thành một dòng phiếu mới của phiên họp này, có kết luận điều kiện riêng. Nếu dòng ấy đạt, biên bản ghi việc chuyển; đề nghị cũ vẫn còn trong quá trình của người đó."),
                                  QStringLiteral("lowerDialog"), window());
    auto* form = new RecordForm<LowerDraft>(1);
    form->choiceOf("honour", tr("Ai, từ danh hiệu nào sang danh hiệu nào"), &LowerDraft::code, choices).named("lower-choice").required();
    form->load({choices.front().code});
    dialog->setForm(form, form->binder(), tr("Đưa ra bỏ phiếu"), [&file, form, meeting = m_detail->id]() -> Result<domain::ChangeSet> {
        const auto code = form->draft().code;
        const auto colon = code.find(':');
        return changesOf(services::NominationService(file).lower(meeting, domain::NominationId(std::stoll(code.substr(0, colon))), code.substr(colon + 1)));
    });
    dialog->open();
}

}
