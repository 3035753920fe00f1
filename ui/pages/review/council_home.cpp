// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/council_home.h"

#include "domain/school.h"
#include "services/core/school_service.h"
#include "services/review/council_service.h"
#include "ui/pages/review/meeting_forms.h"
#include "ui/pages/review/following_view.h"
#include "ui/pages/review/member_form.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>
#include <QTableView>

namespace thidua::ui {

using domain::CouncilState;
using services::CouncilService;
using Meeting = services::Stored<domain::Meeting>;

CouncilHome::CouncilHome(Shell& shell, SchoolContext& context, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_context(context), m_lines([](const CouncilLine& line) { return line.key; }),
      m_meetings([](const Meeting& meeting) { return meeting.id.value(); })
{
    auto* main = new QWidget(this);
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    buildMembers();
    buildMeetings();
    m_parts = new SegmentBar(main);
    m_parts->setObjectName(QStringLiteral("council-parts"));
    m_parts->setSegments({{QStringLiteral("members"), tr("Thành viên")}, {QStringLiteral("meetings"), tr("Phiên họp")}});
    connect(m_parts, &SegmentBar::chosen, this, &CouncilHome::placeTables);
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    auto* upper = new QVBoxLayout;
    upper->setSpacing(Theme::px(6));
    upper->addWidget(m_members, 1);
    m_checks = new review::ChecksRow(main);
    auto* checks = new QHBoxLayout;
    checks->addWidget(m_checks);
    checks->addStretch(1);
    upper->addLayout(checks);
    // Below the list: what is said while members come and go does not move the rows from under the mouse.
    m_problems = makeWrapped({}, TypeRole::Small, Ink::Warn, main);
    m_problems->setObjectName(QStringLiteral("council-problems"));
    upper->addWidget(m_problems);
    column->addLayout(upper, 3);
    column->addWidget(m_meetingTable, 2);
    m_panel = new SidePanel(360, this);
    m_panel->setObjectName(QStringLiteral("council-panel"));
    m_split = new SplitArea(main, m_panel, this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_split);
    connect(m_panel, &SidePanel::closed, this, [this] { m_split->setPanelVisible(false); });
}

std::vector<Column<CouncilLine>> CouncilHome::memberColumns()
{
    const auto text = [](const std::string domain::CouncilMember::*member) {
        return [member](const CouncilLine& line) { return Cell::secondary(toQ(line.member.*member)); };
    };
    return {
        {.key = "seq", .title = tr("TT"), .get = [](const CouncilLine& line) { return Cell::plain(QString::number(line.seq)); }, .width = 42,
         .align = Align::Center, .sortKey = [](const CouncilLine& line) { return SortKey(line.seq); }, .filter = false},
        {.key = "name", .title = tr("Họ và tên"),
         .get = [](const CouncilLine& line) { return line.name.empty() ? Cell::toned(Tone::Warn, tr("chưa chọn")) : Cell::plain(toQ(line.name)); },
         .width = 170},
        {.key = "role", .title = tr("Vai trò"), .get = [](const CouncilLine& line) { return Cell::plain(review::labelOf(line.member.role)); }, .width = 100},
        {.key = "title", .title = tr("Chức vụ"), .get = text(&domain::CouncilMember::title), .width = 170, .stretch = true},
        {.key = "duty", .title = tr("Nhiệm vụ"), .get = text(&domain::CouncilMember::duty), .width = 190, .stretch = true},
    };
}

void CouncilHome::buildMembers()
{
    m_lines.setColumns(memberColumns());
    m_members = new RecordTable(&m_lines, QStringLiteral("council-members"), tr("Thành viên Hội đồng"), this);
    m_choice = new SegmentBar(m_members);
    m_choice->setObjectName(QStringLiteral("council-choice"));
    m_members->addToToolbar(m_choice);
    m_name = review::named(new LineField(tr("Tên Hội đồng"), m_members), QStringLiteral("council-name"), tr("Tên Hội đồng"));
    m_members->addToToolbar(m_name);
    m_members->installEventFilter(this);
    m_name->onChanged = [this] {
        if (!m_name->isReadOnly()) {
            m_book.rename(m_name->value());
            emit changed();
        }
    };
    connect(m_members, &RecordTable::currentChanged, this, [this] {
        m_shown = Panel::Member;
        showPanel();
        emit changed();
    });
    connect(m_members, &RecordTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        if (m_form)
            m_form->focusFirst();
    });
    connect(m_members, &RecordTable::editRequested, this, [this] {
        m_split->setPanelVisible(true);
        if (m_form)
            m_form->focusFirst();
    });
    connect(m_members, &RecordTable::removeRequested, this, &CouncilHome::removeMember);
    connect(m_choice, &SegmentBar::chosen, this, [this](const QString& key) {
        for (const auto& row : m_councils)
            if (QString::number(row.id.value()) == key)
                m_book.load(row);
        showBook();
        emit changed();
    });
}

void CouncilHome::buildMeetings()
{
    m_meetings.setColumns({
        {.key = "date", .title = tr("Ngày họp"), .get = [](const Meeting& m) { return Cell::plain(dateText(m.data.heldOn)); }, .width = 92,
         .sortKey = [](const Meeting& m) { return SortKey(m.data.heldOn.iso()); }},
        {.key = "title", .title = tr("Phiên họp"), .get = [](const Meeting& m) { return Cell::plain(toQ(m.data.title)); }, .width = 240, .stretch = true},
        {.key = "place", .title = tr("Địa điểm"), .get = [](const Meeting& m) { return Cell::secondary(toQ(m.data.place)); }, .width = 150, .hidden = true},
        {.key = "state", .title = tr("Trạng thái"),
         .get = [](const Meeting& m) {
             return m.data.state == domain::MeetingState::Closed ? Cell::mark(Tone::Ok, review::labelOf(m.data.state))
                                                                 : Cell::mark(Tone::Info, review::labelOf(m.data.state), QStringLiteral("clock"));
         },
         .width = 110},
        {.key = "minutes", .title = tr("Biên bản"),
         .get = [](const Meeting& m) {
             return m.data.number.number ? Cell::plain(toQ(m.data.number.text())) : Cell::secondary(tr("–"));
         },
         .width = 120},
    });
    m_meetingTable = new RecordTable(&m_meetings, QStringLiteral("council-meetings"), tr("Các phiên họp"), this);
    m_meetingTable->addToToolbar(new Label(tr("Phiên họp trong năm học"), TypeRole::SmallStrong, Ink::Text2, m_meetingTable));
    m_meetingTable->setEmptyState(new EmptyState(QStringLiteral("calendar"), tr("Chưa có phiên họp nào"),
                                                 tr("Điểm danh, bỏ phiếu và biên bản của từng phiên họp."),
                                                 m_shell.actions.find(QStringLiteral("council.meeting-add"))));
    connect(m_meetingTable, &RecordTable::currentChanged, this, [this] {
        if (!m_meetingTable->currentId())
            return;
        m_shown = Panel::Meeting;
        showPanel();
        emit changed();
    });
    connect(m_meetingTable, &RecordTable::activated, this, [this](qint64 id) { emit meetingOpened(domain::MeetingId(id)); });
    connect(m_meetingTable, &RecordTable::removeRequested, this, &CouncilHome::removeMeeting);
}

void CouncilHome::show(const services::Stored<domain::SchoolYearRow>& year, bool closed, std::vector<services::CouncilRow> councils,
                       std::vector<Meeting> meetings)
{
    if (m_year && m_year->id != year.id)
        m_book.clear();
    m_year = year;
    m_closed = closed;
    m_councils = std::move(councils);
    m_staff.clear();
    m_shell.runner.read([&] { return services::PeopleService(m_context.file).staff(year.id); },
                        [this](std::vector<services::StaffRow> staff) { m_staff = std::move(staff); });
    if (auto school = services::SchoolService(m_context.file).school())
        m_head = school->data.head;
    if (!m_book.isDirty()) {
        const auto* kept = current();
        if (!kept)
            kept = inForce(domain::CouncilKind::Emulation);
        if (!kept && !m_councils.empty())
            kept = &m_councils.front();
        if (kept)
            m_book.load(*kept);
        else
            m_book.clear();
    }
    const auto* line = m_book.find(m_formKey);
    if (!m_book.isDirty() && m_form && (!line || !(line->member == m_form->member()) || m_form->isReadOnly() != isLocked()))
        m_form = nullptr; // read anew below
    m_allMeetings = std::move(meetings);
    if (m_shown == Panel::Meeting)
        m_form = nullptr;
    showCouncils();
    showBook();
}

const services::CouncilRow* CouncilHome::current() const
{
    for (const auto& row : m_councils)
        if (m_book.id() == row.id)
            return &row;
    return nullptr;
}

void CouncilHome::showCouncils()
{
    std::vector<SegmentBar::Segment> segments;
    for (const auto& row : m_councils) {
        const QString kind = row.council.kind == domain::CouncilKind::Emulation ? tr("HĐ TĐ-KT") : tr("HĐ sáng kiến");
        segments.push_back({QString::number(row.id.value()), row.council.state == CouncilState::Draft ? tr("%1 – dự kiến").arg(kind) : kind,
                            static_cast<int>(row.members.size())});
    }
    if (!m_book.isEmpty() && !m_book.id())
        segments.push_back({QStringLiteral("new"), tr("Dự kiến mới"), static_cast<int>(m_book.lines().size())});
    m_choice->setSegments(segments);
    m_choice->setCurrentKey(m_book.id() ? QString::number(m_book.id()->value()) : QStringLiteral("new"));
    m_choice->setVisible(segments.size() > 1);
    // Leaving an unsaved draft by a segment would lose it.
    m_choice->setEnabled(!m_book.isDirty());
}

bool CouncilHome::isOfKind(const Meeting& meeting, domain::CouncilKind kind) const
{
    const auto council = std::ranges::find(m_councils, meeting.data.council, &services::CouncilRow::id);
    return council != m_councils.end() && council->council.kind == kind;
}

/// Those of the council shown and of the councils of its kind before it; another kind has meetings of its own.
void CouncilHome::showMeetings()
{
    std::vector<Meeting> mine;
    std::ranges::copy_if(m_allMeetings, std::back_inserter(mine), [this](const Meeting& meeting) { return isOfKind(meeting, kind()); });
    const auto same = [](const Meeting& a, const Meeting& b) { return a.id == b.id && a.version == b.version; };
    if (!std::ranges::equal(mine, m_meetings.rows(), same)) // asked at every letter typed
        m_meetings.setRows(std::move(mine));
}

bool CouncilHome::choose(domain::CouncilKind kind)
{
    if (m_book.council().kind == kind && !m_book.isEmpty())
        return true;
    const auto* row = inForce(kind);
    return row != nullptr && select(domain::EntityKind::Council, row->id.value());
}

/// The newest of the kind: a council that took another's place stands behind it. A draft only where nothing else is.
const services::CouncilRow* CouncilHome::inForce(domain::CouncilKind kind) const
{
    const services::CouncilRow* found = nullptr;
    for (const auto& row : m_councils)
        if (row.council.kind == kind && (!found || row.council.state == CouncilState::Established || found->council.state != CouncilState::Established))
            found = &row;
    return found;
}

void CouncilHome::showBook()
{
    const bool locked = isLocked();
    showMeetings();
    m_name->setReadOnly(locked);
    if (fromQ(m_name->text()) != m_book.council().name) {
        const QSignalBlocker quiet(m_name);
        m_name->setText(toQ(m_book.council().name));
        m_name->setCursorPosition(0);
    }
    m_name->setToolTip(toQ(m_book.council().name));
    m_lines.setRows(m_book.lines());
    if (!m_members->currentId() && !m_book.lines().empty() && m_shown == Panel::Member)
        m_members->setCurrentId(m_book.lines().front().key);
    showChecks();
    showPanel();
}

std::vector<FieldIssue> CouncilHome::issues() const
{
    const services::CouncilService service(m_context.file);
    return m_book.issues(m_head, service.memberLaw(m_book.council().kind, m_context.file.clock().today()));
}

void CouncilHome::showChecks()
{
    const auto issues = this->issues();
    const auto holds = [&issues](std::string_view key) {
        return std::ranges::none_of(issues, [key](const FieldIssue& issue) { return issue.key == key; });
    };
    const auto check = [&](bool good, const QString& words) { return review::ChecksRow::Check{good ? Tone::Ok : Tone::Bad, words}; };
    std::vector<review::ChecksRow::Check> checks;
    if (m_book.council().kind == domain::CouncilKind::Emulation) {
        checks.push_back(check(holds("council.odd-number"), tr("số thành viên lẻ (%1)").arg(m_book.draft().members.size())));
        checks.push_back(check(holds("council.head-chairs") && holds("council.one-chair"), tr("Hiệu trưởng làm Chủ tịch")));
    } else {
        checks.push_back(check(holds("council.one-chair"), tr("một Chủ tịch")));
    }
    checks.push_back(check(holds("council.one-secretary"), tr("một Thư ký")));
    checks.push_back(check(holds("council.member-twice"), tr("không ai có tên hai lần")));
    if (m_book.blanks() > 0)
        checks.push_back({Tone::Warn, tr("%1 dòng chưa chọn người").arg(m_book.blanks())});
    m_checks->set(checks);
    m_problems->setText(problems());
    placeTables();
}

void CouncilHome::placeTables()
{
    const bool narrow = width() < Theme::px(1000);
    // While a council is composed there is nothing to meet yet: its members have the room.
    const bool composing = m_book.isDraft() && m_meetings.rowCount() == 0;
    const bool meetings = !composing && m_parts->currentKey() == QLatin1String("meetings");
    m_parts->setVisible(narrow && !composing);
    m_members->setVisible(!narrow || !meetings);
    m_checks->setVisible(m_book.isDraft() && (!narrow || !meetings));
    m_problems->setVisible(m_checks->isVisibleTo(this) && !m_problems->text().isEmpty());
    m_meetingTable->setVisible(!composing && (!narrow || meetings));
    m_meetingTable->setMinimumHeight(narrow ? 0 : Theme::px(244));
    placeName();
    auto* column = static_cast<QVBoxLayout*>(m_parts->parentWidget()->layout()); // what is hidden leaves no gap
    column->setStretch(1, narrow && meetings ? 0 : 3);
    column->setStretch(2, composing || (narrow && !meetings) ? 0 : 2);
}

/// One line with the councils' choice before it and the table's own buttons behind it.
void CouncilHome::placeName()
{
    const int whole = m_name->fontMetrics().horizontalAdvance(m_name->text()) + Theme::px(28);
    const int room = m_members->width() - m_choice->sizeHint().width() - Theme::px(110);
    m_name->setFixedWidth(std::clamp(whole, Theme::px(220), std::clamp(room, Theme::px(220), Theme::px(480))));
}

bool CouncilHome::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_members && event->type() == QEvent::Resize)
        placeName();
    return QWidget::eventFilter(watched, event);
}

void CouncilHome::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeTables();
}

QString CouncilHome::problems() const
{
    if (!m_book.isDraft())
        return {};
    QStringList sentences;
    for (const auto& issue : issues())
        sentences << sentenceOf(issue);
    return sentences.join(QLatin1Char(' '));
}

void CouncilHome::showPanel()
{
    if (m_shown == Panel::NewMeeting && m_newMeeting)
        return;
    if (m_shown == Panel::Member && m_form && m_members->currentId() == m_formKey && m_form->isVisibleTo(m_panel)) {
        if (const auto* line = m_book.find(m_formKey))
            showFollowing(line->member.person);
        return; // it shows what is being typed there
    }
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    m_form = nullptr;
    m_following = nullptr;
    m_newMeeting = nullptr;
    if (m_shown == Panel::Meeting && m_meetingTable->currentId())
        return showMeetingFacts();
    m_shown = Panel::Member;
    showMember();
}

void CouncilHome::showMember()
{
    const auto* line = m_members->currentId() ? m_book.find(*m_members->currentId()) : nullptr;
    if (!line)
        return m_panel->showNothing(tr("Chọn một thành viên hoặc một phiên họp."));
    m_formKey = line->key;
    m_panel->setTitle(line->name.empty() ? tr("Thành viên mới") : toQ(line->name), review::labelOf(line->member.role));
    m_form = new MemberForm(m_staff, m_panel);
    m_form->load(line->member, isLocked());
    m_panel->addToBody(m_form);
    showFollowing(line->member.person);
    connect(m_form, &MemberForm::changed, this, &CouncilHome::takeMember);
    if (isLocked()) {
        if (const auto* row = current(); row && !row->decisionText.empty())
            m_panel->addToBody(makeWrapped(tr("Thành lập theo Quyết định số %1. Thay đổi thành viên bằng một quyết định mới (Kiện toàn Hội đồng).")
                                               .arg(toQ(row->decisionText)),
                                           TypeRole::Small, Ink::Text2, m_panel));
        return;
    }
    auto* up = makeButton(tr("Lên"), QStringLiteral("chevron-up"), ButtonKind::Normal, m_panel);
    up->setToolTip(tr("Lên một dòng (Alt+Lên)"));
    connect(up, &QPushButton::clicked, this, [this] { moveMember(-1); });
    auto* down = makeButton(tr("Xuống"), QStringLiteral("chevron-down"), ButtonKind::Normal, m_panel);
    down->setToolTip(tr("Xuống một dòng (Alt+Xuống)"));
    connect(down, &QPushButton::clicked, this, [this] { moveMember(1); });
    auto* remove = makeButton(tr("Bỏ tên"), {}, ButtonKind::Danger, m_panel);
    remove->setObjectName(QStringLiteral("member-remove"));
    connect(remove, &QPushButton::clicked, this, &CouncilHome::removeMember);
    m_panel->addToFoot(up);
    m_panel->addToFoot(down);
    m_panel->addToFoot(remove, true);
}

/// What the member follows and noted, once the list is in the file.
void CouncilHome::showFollowing(domain::PersonId person)
{
    const auto* row = current();
    if (!row || std::ranges::find(row->members, person, [](const auto& one) { return one.member.person; }) == row->members.end())
        return;
    std::vector<SearchField::Option> members;
    for (const auto& one : row->members)
        members.push_back({one.member.person.value(), toQ(one.name), toQ(one.member.title)});
    if (!m_following) {
        m_following = new FollowingView(m_shell, m_context, m_panel);
        m_panel->addToBody(m_following);
    }
    m_following->show(row->id, person, members, m_closed);
}

void CouncilHome::takeMember()
{
    m_book.change(m_formKey, m_form->member(), fromQ(m_form->personName()));
    if (const auto* line = m_book.find(m_formKey))
        m_panel->setTitle(line->name.empty() ? tr("Thành viên mới") : toQ(line->name), review::labelOf(line->member.role));
    m_lines.setRows(m_book.lines());
    showChecks();
    showCouncils();
    emit changed();
}

bool CouncilHome::hasUnsaved() const
{
    return (m_book.isDirty() && !m_book.lines().empty()) || (m_newMeeting && m_newMeeting->form().isDirty());
}

void CouncilHome::discard()
{
    m_newMeeting = nullptr;
    m_form = nullptr;
    m_shown = Panel::Member;
    const auto* kept = current();
    if (kept)
        m_book.load(*kept);
    else if (!m_councils.empty())
        m_book.load(m_councils.front());
    else
        m_book.clear();
    showCouncils();
    showBook();
    emit changed();
}

bool CouncilHome::select(domain::EntityKind kind, std::int64_t id)
{
    if (kind == domain::EntityKind::Meeting) {
        const auto meeting = std::ranges::find(m_allMeetings, id, [](const Meeting& one) { return one.id.value(); });
        if (meeting == m_allMeetings.end() || (!isOfKind(*meeting, this->kind()) && !select(domain::EntityKind::Council, meeting->data.council.value())))
            return false;
        m_parts->setCurrentKey(QStringLiteral("meetings"));
        placeTables();
        return m_meetingTable->setCurrentId(id);
    }
    for (const auto& row : m_councils)
        if (row.id.value() == id) {
            if (m_book.id() != row.id && m_book.isDirty())
                return false;
            m_book.load(row);
            showCouncils();
            showBook();
            return true;
        }
    return false;
}

QJsonObject CouncilHome::saveState() const
{
    return {{"members", m_members->saveState()}, {"meetings", m_meetingTable->saveState()}, {"split", m_split->saveState()}};
}

void CouncilHome::restoreState(const QJsonObject& state)
{
    m_members->restoreState(state["members"].toObject());
    m_meetingTable->restoreState(state["meetings"].toObject());
    m_split->restoreState(state["split"].toObject());
}

}
