// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the council's page: composing, founding, meetings.
#include "ui/pages/review/council_home.h"

#include "domain/paper_lines.h"
#include "services/papers/document_service.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_findings.h"
#include "services/people/namesakes.h"
#include "services/review/council_service.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/review/founding_bases.h"
#include "ui/pages/review/meeting_forms.h"
#include "ui/pages/review/member_form.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/review/rules_dialog.h"
#include "ui/pages/review/vote_card.h"

#include <QTableView>

namespace thidua::ui {

using services::CouncilService;

void CouncilHome::propose(domain::CouncilKind kind)
{
    if (!m_year || m_closed)
        return;
    m_shell.runner.read([&] { return CouncilService(m_context.file).proposedCouncil(m_year->id, kind); },
                        [this](const services::CouncilDraft& draft) { start(draft); });
}

void CouncilHome::proposeLastYears()
{
    if (m_year && !m_closed)
        m_shell.runner.read([&] { return CouncilService(m_context.file).lastYearsCouncil(m_year->id, kind()); },
                            [this](const services::CouncilDraft& draft) { start(draft); });
}

void CouncilHome::start(const services::CouncilDraft& draft)
{
    std::vector<std::pair<domain::PersonId, std::string>> names;
    for (const auto& row : m_staff)
        names.emplace_back(row.id, services::namedApart(row.person.fullName, row.apart));
    m_book.start(draft, names);
    m_shown = Panel::Member;
    showCouncils();
    showBook();
    emit changed();
}

void CouncilHome::startEmpty()
{
    if (!m_year || m_closed)
        return;
    services::CouncilDraft draft;
    draft.council.year = m_year->id;
    draft.council.name = tr("Hội đồng Thi đua - Khen thưởng").toStdString();
    m_book.start(draft, {});
    showCouncils();
    addMember();
}

void CouncilHome::startFromCurrent()
{
    if (m_closed || m_book.isEmpty() || m_book.isDirty())
        return;
    std::vector<std::pair<domain::PersonId, std::string>> names;
    for (const auto& line : m_book.lines())
        names.emplace_back(line.member.person, line.name);
    auto draft = m_book.draft();
    draft.council.state = domain::CouncilState::Draft;
    draft.council.decision.reset();
    m_book.start(draft, names);
    m_form = nullptr;
    showCouncils();
    showBook();
    emit changed();
}

void CouncilHome::addMember()
{
    if (isLocked())
        return;
    const auto key = m_book.add();
    m_shown = Panel::Member;
    m_newMeeting = nullptr;
    showCouncils();
    m_lines.setRows(m_book.lines());
    m_members->setCurrentId(key);
    showBook();
    m_split->setPanelVisible(true);
    if (m_form)
        m_form->focusFirst();
    emit changed();
}

void CouncilHome::removeMember()
{
    const auto* line = m_members->currentId() ? m_book.find(*m_members->currentId()) : nullptr;
    if (!line || isLocked())
        return;
    const int place = line->seq;
    m_book.remove(line->key);
    m_form = nullptr;
    m_lines.setRows(m_book.lines());
    if (!m_book.lines().empty())
        m_members->setCurrentId(m_book.lines()[static_cast<std::size_t>(std::min<int>(place, static_cast<int>(m_book.lines().size())) - 1)].key);
    showCouncils();
    showBook();
    emit changed();
}

void CouncilHome::moveMember(int step)
{
    const auto key = m_members->currentId();
    if (!key || isLocked() || !m_book.move(*key, step))
        return;
    m_lines.setRows(m_book.lines());
    m_members->sortBy(QStringLiteral("seq"));
    m_members->setCurrentId(*key);
    showCouncils();
    emit changed();
}

/// Seats that the charter names and nobody takes are chosen for, or left out by the person's own word.
bool CouncilHome::settleBlanks()
{
    QStringList seats;
    std::vector<std::int64_t> blank;
    for (const auto& line : m_book.lines())
        if (line.name.empty()) {
            seats << QStringLiteral("– %1").arg(toQ(line.member.title.empty() ? line.member.duty : line.member.title));
            blank.push_back(line.key);
        }
    if (blank.empty())
        return true;
    if (!m_shell.prompter.confirm({tr("Còn %1 chỗ chưa chọn người").arg(blank.size()),
                                   tr("Những chỗ sau chưa có người:\n%1\nGhi danh sách và bỏ các chỗ trống này, hay ở lại chọn người?").arg(seats.join(QLatin1Char('\n'))),
                                   tr("Ghi, bỏ các chỗ trống"), tr("Chọn tiếp"), false})) {
        m_members->setCurrentId(blank.front());
        return false;
    }
    for (const auto key : blank)
        m_book.remove(key);
    return true;
}

bool CouncilHome::save()
{
    if (isLocked())
        return false;
    if (!settleBlanks())
        return false;
    const auto draft = m_book.draft();
    CouncilService councils(m_context.file);
    if (const auto id = m_book.id()) {
        const auto version = m_book.version();
        m_book.markSaved(); // the change comes back through show()
        const bool saved = m_shell.runner.run([&] { return councils.editCouncil(*id, draft, version); });
        if (!saved)
            m_book.markChanged();
        return saved;
    }
    std::optional<domain::CouncilId> made;
    if (!m_shell.runner.run([&] { return councils.draftCouncil(draft); }, [&](domain::CouncilId id) { made = id; }))
        return false;
    m_book.clear();
    m_form = nullptr;
    for (const auto& row : m_councils)
        if (row.id == *made)
            m_book.load(row);
    showCouncils();
    showBook();
    emit changed();
    return true;
}

void CouncilHome::removeDraft()
{
    if (isLocked())
        return;
    Question question{tr("Xóa dự kiến %1?").arg(toQ(m_book.council().name)),
                      tr("Dự kiến có %1 thành viên. Các phiên họp và Hội đồng khác giữ nguyên.").arg(m_book.lines().size()),
                      tr("Xóa dự kiến"), tr("Giữ lại"), true};
    if (!m_shell.prompter.confirm(question))
        return;
    const auto id = m_book.id();
    m_book.clear();
    m_form = nullptr;
    if (id)
        m_shell.runner.run([&] { return CouncilService(m_context.file).removeCouncil(*id); });
    else
        discard();
}

void CouncilHome::establish()
{
    if (!m_year || isLocked() || (m_book.isDirty() && !save()))
        return;
    const auto id = *m_book.id();
    auto* fields = new FormLayout(1, this);
    auto* bases = new TextField(7, tr("Căn cứ …"), fields);
    bases->setObjectName(QStringLiteral("issueBases"));
    bases->setValue(domain::joinedLines(foundingBases(m_context.file, m_year->id, m_book.council().kind)));
    auto* line = fields->add(tr("Căn cứ"), bases)->hint(tr("Mỗi dòng một căn cứ."));
    auto* dialog = new IssueDialog(
        m_context.file, m_shell.runner,
        {tr("Ban hành quyết định thành lập Hội đồng"), tr("Quyết định thành lập %1").arg(toQ(m_book.council().name)),
         tr("Ban hành rồi thì số, ngày và danh sách thành viên không sửa được nữa."), services::PaperKind::Decision, std::nullopt,
         [this, id, bases](const services::IssuePaper& paper) -> Result<domain::ChangeSet> {
             std::vector<domain::PaperBasis> lines;
             domain::splitLines(bases->value(), lines);
             if (lines.empty())
                 return fail({{"bases", "decision.bases-missing", {}}});
             return changesOf(CouncilService(m_context.file).establish(id, paper, lines));
         },
         [this](const services::PaperGap& gap) { fillInSettings(m_shell, window(), gap); }, {}, {},
         [this, bases] { return gapsOfFounding(bases->value()); },
         [this, bases, code = services::foundingCode(m_book.council().kind)](Date day) { bases->setValue(services::basesFollowed(m_context.file, code, bases->value(), day)); },
         [bases](Date) { return domain::linesOf(bases->value()); }},
        window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setExtra(fields, {{"bases", line}, {"basis", line}}); // the second as the paper calls it
    printing(dialog->addVerb(tr("Xem trước"), QStringLiteral("issuePreview"), [this, bases] {
        std::vector<domain::PaperBasis> lines;
        domain::splitLines(bases->value(), lines);
        preview(lines);
        return false;
    }));
    connect(dialog, &QDialog::accepted, this, [this] {
        m_form = nullptr;
        showBook();
    });
    dialog->open();
}

Result<std::vector<services::PaperGap>> CouncilHome::gapsOfFounding(const std::string& bases)
{
    auto draft = m_book.draft();
    draft.council.year = m_year->id;
    std::vector<domain::PaperBasis> lines;
    domain::splitLines(bases, lines);
    const auto document = services::foundingDraft(m_context.file, draft, lines);
    if (!document)
        return tl::unexpected<Error>(document.error());
    return services::gapsIn(*document);
}

void CouncilHome::previewDecision()
{
    if (m_year && !m_book.isEmpty())
        preview(foundingBases(m_context.file, m_year->id, m_book.council().kind));
}

void CouncilHome::preview(const std::vector<domain::PaperBasis>& bases)
{
    using services::PaperKind;
    auto draft = m_book.draft();
    draft.council.year = m_year->id;
    m_shell.runner.read([&] { return services::foundingDraft(m_context.file, draft, bases); },
                        [&](const documents::Document& document) {
                            m_context.preview(document, tr("Quyết định thành lập %1").arg(toQ(draft.council.name)), services::formatsOf(PaperKind::Decision));
                        });
}

void CouncilHome::printDecision()
{
    const auto* row = current();
    if (!row || !row->council.decision || !m_year)
        return;
    using services::PaperKind;
    m_shell.runner.read(
        [&] { return services::DocumentService(m_context.file).build(PaperKind::Decision, row->council.decision->value(), m_year->id); },
        [&](documents::Document document) {
            m_context.preview(document, tr("Quyết định %1").arg(toQ(row->council.name)), services::formatsOf(PaperKind::Decision));
        });
}

void CouncilHome::editRules()
{
    if (isLocked())
        return;
    auto* dialog = new RulesDialog(m_book.council().workingRules, window());
    connect(dialog, &RulesDialog::written, this, [this](const std::string& rules) {
        m_book.setWorkingRules(rules);
        showCouncils();
        emit changed();
    });
    dialog->open();
}

void CouncilHome::printWork()
{
    using services::PaperKind;
    const auto* row = current();
    if (!row || !m_year)
        return;
    m_shell.runner.read([&] { return services::DocumentService(m_context.file).build(PaperKind::CouncilWork, row->id.value(), m_year->id); },
                        [&](documents::Document document) {
                            m_context.preview(document, tr("Phân công, quy chế %1").arg(toQ(row->council.name)), services::formatsOf(PaperKind::CouncilWork));
                        });
}

void CouncilHome::startMeeting()
{
    if (!m_year || m_closed || m_newMeeting)
        return;
    m_shown = Panel::NewMeeting;
    m_form = nullptr;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    showNewMeeting();
    m_split->setPanelVisible(true);
    emit changed();
}

void CouncilHome::showNewMeeting()
{
    m_panel->setTitle(tr("Lập phiên họp"), toQ(m_book.council().name));
    m_newMeeting = new MeetingBasics(2, MeetingBasics::Roles::Hidden, m_panel);
    domain::Meeting meeting;
    const bool initiatives = kind() == domain::CouncilKind::Initiative;
    meeting.title = fromQ((initiatives ? tr("Họp xét công nhận sáng kiến năm học %1") : tr("Họp xét thi đua, khen thưởng năm học %1"))
                              .arg(toQ(m_year->data.year.paper())));
    meeting.heldOn = m_context.file.clock().today();
    if (!m_meetings.rows().empty())
        meeting.place = m_meetings.rows().front().data.place;
    m_newMeeting->form().load(meeting);
    m_panel->addToBody(m_newMeeting);
    auto* save = saving(makeButton(tr("Lập phiên họp"), {}, ButtonKind::Primary, m_panel));
    save->setObjectName(QStringLiteral("meeting-create"));
    connect(save, &QPushButton::clicked, this, &CouncilHome::createMeeting);
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_panel);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_newMeeting = nullptr;
        m_shown = Panel::Member;
        showPanel();
        emit changed();
    });
    m_panel->addToFoot(save);
    m_panel->addToFoot(cancel);
    m_newMeeting->focusFirst();
}

bool CouncilHome::saveOpen()
{
    return m_newMeeting ? createMeeting() : save();
}

bool CouncilHome::createMeeting()
{
    if (!m_newMeeting || !m_newMeeting->form().reveal() || !m_book.id())
        return false;
    domain::Meeting meeting;
    m_newMeeting->takeInto(meeting);
    meeting.council = *m_book.id();
    meeting.year = m_year->id;
    std::optional<domain::MeetingId> made;
    if (!m_shell.runner.run([&] { return CouncilService(m_context.file).createMeeting(meeting); }, [&](domain::MeetingId id) { made = id; },
                            &m_newMeeting->form()))
        return false;
    m_newMeeting = nullptr;
    m_shown = Panel::Meeting;
    m_meetingTable->setCurrentId(made->value());
    showPanel();
    emit meetingOpened(*made);
    return true;
}

void CouncilHome::showMeetingFacts()
{
    const auto* meeting = m_meetings.find(*m_meetingTable->currentId());
    if (!meeting)
        return;
    const bool over = meeting->data.state == domain::MeetingState::Closed;
    m_panel->setTitle(toQ(meeting->data.title), dateText(meeting->data.heldOn));
    m_panel->setChip(over ? Tone::Ok : Tone::Info, review::labelOf(meeting->data.state), over ? QString() : QStringLiteral("clock"));
    auto* facts = new DetailList(DetailList::Form::Stacked, m_panel);
    const QString starts = hourWords(meeting->data.starts), ends = hourWords(meeting->data.ends);
    const QString hours = ends.isEmpty() ? starts : tr("%1 đến %2").arg(starts, ends);
    facts->add(tr("Giờ họp"), hours);
    facts->add(tr("Địa điểm"), toQ(meeting->data.place).toHtmlEscaped());
    facts->add(tr("Nội dung"), toQ(meeting->data.agenda).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    facts->add(tr("Kết luận"), toQ(meeting->data.conclusions).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    m_panel->addToBody(facts);
    const auto id = meeting->id;
    if (!over)
        m_shell.runner.read([&] { return CouncilService(m_context.file).meeting(id); }, [this](const services::MeetingDetail& detail) {
            auto* outlook = new OutlookBox(m_panel);
            outlook->setObjectName(QStringLiteral("panel-outlook"));
            m_panel->addToBody(outlook);
            outlook->show(detail);
        });
    auto* open = makeButton(over ? tr("Xem phiên họp") : tr("Mở phiên họp"), {}, ButtonKind::Primary, m_panel);
    open->setObjectName(QStringLiteral("meeting-open"));
    connect(open, &QPushButton::clicked, this, [this, id] { emit meetingOpened(id); });
    m_panel->addToFoot(open);
    auto* minutes = makeButton(tr("Biên bản"), QStringLiteral("print"), ButtonKind::Normal, m_panel);
    connect(minutes, &QPushButton::clicked, this, [this, id] { emit minutesWanted(id); });
    m_panel->addToFoot(minutes);
    if (over || m_closed)
        return;
    auto* remove = makeButton(tr("Xóa…"), {}, ButtonKind::Danger, m_panel);
    remove->setAccessibleName(tr("Xóa phiên họp"));
    connect(remove, &QPushButton::clicked, this, &CouncilHome::removeMeeting);
    m_panel->addToFoot(remove, true);
}

void CouncilHome::removeMeeting()
{
    const auto* meeting = m_meetingTable->currentId() ? m_meetings.find(*m_meetingTable->currentId()) : nullptr;
    if (!meeting || m_closed || meeting->data.state == domain::MeetingState::Closed)
        return;
    const auto id = meeting->id;
    Question question{tr("Xóa phiên họp ngày %1?").arg(dateText(meeting->data.heldOn)),
                      tr("“%1” cùng điểm danh và số phiếu đã ghi sẽ mất; các đề nghị giữ nguyên.").arg(toQ(meeting->data.title)),
                      tr("Xóa phiên họp"), tr("Giữ lại"), true};
    if (m_shell.prompter.confirm(question))
        m_shell.runner.run([&] { return CouncilService(m_context.file).removeMeeting(id); });
}

}
