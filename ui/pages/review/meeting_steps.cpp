// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a meeting: which step is done, what the next one waits for, and the end.
#include "ui/pages/review/meeting_view.h"

#include "services/papers/paper_issuer.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/review/attendance_card.h"
#include "ui/pages/review/meeting_forms.h"
#include "ui/pages/review/minutes_card.h"
#include "ui/pages/review/posting_card.h"
#include "ui/pages/review/review_words.h"
#include "ui/pages/review/score_card.h"
#include "ui/pages/review/tally_card.h"
#include "ui/pages/review/vote_card.h"

#include <QStackedWidget>
#include <QTableView>

#include <map>

namespace thidua::ui {

using domain::MeetingState;
using services::CouncilService;
using services::PaperKind;

namespace {

QString titleOf(MeetingView::Step step)
{
    using Step = MeetingView::Step;
    switch (step) {
    case Step::Attend: return MeetingView::tr("Điểm danh");
    case Step::Discuss: return MeetingView::tr("Thảo luận");
    case Step::Score: return MeetingView::tr("Chấm điểm");
    case Step::Vote: return MeetingView::tr("Bỏ phiếu");
    case Step::Count: return MeetingView::tr("Kiểm phiếu");
    case Step::Posting: return MeetingView::tr("Công khai");
    case Step::Minutes: break;
    }
    return MeetingView::tr("Biên bản");
}

bool isAtEnd(const std::string& field)
{
    return field == "conclusions" || field == "ends" || field == "overQuotaReason";
}

/// One line for each; of many of one kind (lines not counted) the first few, and how many more.
QString gapWords(const std::vector<FieldIssue>& gaps)
{
    constexpr int kOfOneKind = 3;
    std::map<std::string, int> seen;
    for (const auto& gap : gaps)
        ++seen[gap.key];
    QStringList lines;
    std::map<std::string, int> shown;
    for (const auto& gap : gaps) {
        const int place = ++shown[gap.key], all = seen[gap.key];
        if (place <= kOfOneKind)
            lines << QStringLiteral("– %1").arg(sentenceOf(gap));
        else if (place == all)
            lines << MeetingView::tr("– … và %1 dòng nữa như vậy.").arg(all - kOfOneKind);
    }
    return lines.join(QLatin1Char('\n'));
}

}

std::vector<MeetingView::Step> MeetingView::steps() const
{
    std::vector<Step> all{Step::Attend, Step::Discuss};
    if (hasBallot() && isOfInitiatives())
        all.push_back(Step::Score);
    if (hasBallot())
        all.insert(all.end(), {Step::Vote, Step::Count});
    all.push_back(Step::Minutes);
    // The results are posted once there are some.
    if (hasBallot() && m_detail->meeting.state == MeetingState::Closed)
        all.push_back(Step::Posting);
    return all;
}

bool MeetingView::isDone(Step step) const
{
    const bool closed = m_detail->meeting.state == MeetingState::Closed;
    const auto& sheet = m_tally->sheet();
    const int all = static_cast<int>(m_detail->tallies.size());
    switch (step) {
    case Step::Attend: return closed || (m_detail->present >= m_detail->quorum && !m_detail->meeting.discussion.empty()) || sheet.counted() > 0;
    case Step::Discuss: return closed || !m_detail->meeting.discussion.empty() || sheet.counted() > 0;
    case Step::Score: return closed || m_score->isDone();
    case Step::Vote: return closed || (sheet.counted() > 0 && !m_detail->openRound());
    case Step::Count: return closed || sheet.counted() == all;
    case Step::Posting: return m_posting->isDone();
    case Step::Minutes: break;
    }
    return closed;
}

void MeetingView::showSteps()
{
    std::vector<StepBar::Step> shown;
    int current = 0;
    const auto all = steps();
    for (std::size_t i = 0; i < all.size(); ++i) {
        shown.push_back({titleOf(all[i]), isDone(all[i]), true});
        if (all[i] == m_step)
            current = static_cast<int>(i);
    }
    m_bar->setSteps(shown);
    m_bar->setCurrent(current);
}

void MeetingView::goTo(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(static_cast<int>(step));
    placeAttendance();
    showSteps();
    emit changed();
}

void MeetingView::next()
{
    const auto all = steps();
    const auto place = std::ranges::find(all, m_step);
    if (place == all.end() || place + 1 == all.end())
        return;
    goTo(*(place + 1));
    switch (m_step) {
    case Step::Attend: break;
    case Step::Discuss: m_discussion->focusFirst(); break;
    case Step::Score: break;
    case Step::Vote: m_vote->focusFirst(); break;
    case Step::Count: m_tally->grid()->setFocus(); break;
    case Step::Minutes: m_minutes->focusFirst(); break;
    case Step::Posting: break;
    }
}

QString MeetingView::nextWords() const
{
    const auto all = steps();
    const auto place = std::ranges::find(all, m_step);
    if (place == all.end() || place + 1 == all.end())
        return {};
    return m_step == Step::Count ? tr("Kết thúc kiểm phiếu") : tr("Sang bước %1").arg(titleOf(*(place + 1)));
}

QString MeetingView::whyNotNext() const
{
    if (!m_detail || isReadOnly())
        return {};
    if (m_step == Step::Attend && m_detail->present < m_detail->quorum)
        return tr("Mới có %1 / %2 thành viên, cần %3 người mới họp được.").arg(m_detail->present).arg(m_detail->members).arg(m_detail->quorum);
    if (m_step != Step::Count)
        return {};
    const auto& sheet = m_tally->sheet();
    const int all = static_cast<int>(m_detail->tallies.size());
    if (const int wrong = wrongLines(); wrong > 0)
        return tr("Còn %1 dòng chưa khớp; kết thúc được khi mọi dòng khớp.").arg(wrong);
    // Without a single figure the meeting simply does not vote.
    if (sheet.counted() > 0 && sheet.counted() < all)
        return tr("Còn %1 dòng chưa kiểm; kết thúc được khi mọi dòng khớp.").arg(all - sheet.counted());
    return {};
}

QString MeetingView::whyNotClose() const
{
    if (!m_detail)
        return tr("Chưa mở phiên họp nào.");
    if (m_yearClosed)
        return tr("Năm học đã khóa – chỉ xem.");
    if (m_detail->meeting.state == MeetingState::Closed)
        return tr("Phiên họp đã chốt.");
    return {};
}

QString MeetingView::summary() const
{
    if (!m_detail)
        return {};
    const auto& meeting = m_detail->meeting;
    const bool enough = m_detail->present >= m_detail->quorum;
    QString words = enough ? tr("%1 / %2 thành viên có mặt – đủ để họp (cần %3).").arg(m_detail->present).arg(m_detail->members).arg(m_detail->quorum)
                           : tr("<b>%1 / %2 thành viên có mặt – chưa đủ</b> (cần %3).").arg(m_detail->present).arg(m_detail->members).arg(m_detail->quorum);
    if (meeting.state == MeetingState::Closed) {
        return words + tr(" Phiên họp <b>đã chốt</b>, biên bản số %1; không sửa được nữa.").arg(toQ(meeting.number.text()));
    }
    if (!hasBallot())
        return words + tr(" Chưa có đề nghị nào chờ xét nên phiên họp này không bỏ phiếu.");
    words += tr(" Đã kiểm %1 / %2 dòng").arg(m_tally->sheet().counted()).arg(m_detail->tallies.size());
    if (wrongLines() > 0)
        return words + tr(", <b>%1 dòng chưa khớp</b>; kết thúc được khi mọi dòng khớp.").arg(wrongLines());
    return words + QLatin1Char('.');
}

void MeetingView::print(PaperKind kind, std::int64_t id, const QString& name)
{
    const auto year = m_detail ? m_detail->meeting.year : domain::SchoolYearId(0);
    m_shell.runner.read([&] { return services::DocumentService(m_context.file).build(kind, id, year); },
                        [&](documents::Document document) { m_context.preview(document, name, services::formatsOf(kind)); });
}

void MeetingView::printBallots()
{
    if (m_detail && hasBallot())
        print(PaperKind::Ballots, m_detail->id.value(), tr("Phiếu bầu %1").arg(toQ(m_detail->meeting.heldOn.iso())));
}

void MeetingView::printInvitation()
{
    if (m_detail)
        print(PaperKind::Invitation, m_detail->id.value(), tr("Giấy mời họp %1").arg(toQ(m_detail->meeting.heldOn.iso())));
}

void MeetingView::printMinutes()
{
    if (m_detail)
        print(PaperKind::Minutes, m_detail->id.value(), tr("Biên bản họp %1").arg(toQ(m_detail->meeting.heldOn.iso())));
}

bool MeetingView::hasCount() const
{
    return m_detail && std::ranges::any_of(m_detail->tallies, [](const auto& row) { return row.tally.has_value(); })
           && (m_detail->meeting.state == MeetingState::Draft || !m_detail->tellers.empty());
}

void MeetingView::printCount()
{
    if (hasCount())
        print(PaperKind::CountMinutes, m_detail->id.value(), tr("Biên bản kiểm phiếu %1").arg(toQ(m_detail->meeting.heldOn.iso())));
}

std::vector<FieldIssue> MeetingView::gaps() const
{
    auto found = CouncilService(m_context.file).closingIssues(m_detail->id, m_minutes->form().draft()).value_or(std::vector<FieldIssue>{});
    const auto asWritten = [this](const services::TallyRow& row) { return FieldIssue{"tallies", "meeting.not-counted", {row.name, row.honourName}}; };
    auto place = std::ranges::find_if(found, [](const FieldIssue& issue) { return isAtEnd(issue.field); });
    for (const auto& row : m_detail->tallies) {
        // What does not add up is not in the file, where the service would have seen it.
        const auto state = m_tally->sheet().state(row);
        if (state == TallySheet::State::Saved || state == TallySheet::State::Blank)
            continue;
        auto gap = asWritten(row);
        const auto listed = std::ranges::find(found, gap);
        if (state == TallySheet::State::Wrong)
            gap = {"tallies", "meeting.wrong-line", {row.name, row.honourName, fromQ(sentenceOf(m_tally->sheet().issues(row).front()))}};
        if (listed != found.end())
            *listed = gap;
        else
            place = found.insert(place, gap) + 1;
    }
    return found;
}

void MeetingView::showGaps()
{
    const QString key = QStringLiteral("meeting-gaps");
    const auto all = isReadOnly() ? std::vector<FieldIssue>{} : gaps();
    if (all.empty()) {
        m_messages->remove(key);
        m_listsGaps = false;
        if (!isReadOnly())
            m_messages->show({Tone::Ok, tr("Biên bản đã đủ"), tr("Không còn chỗ nào thiếu."), {{tr("Chốt phiên họp…"), QStringLiteral("lock"), [this] { close(); }}}, true, key});
        return;
    }
    Message message{Tone::Warn, tr("Chưa chốt được: biên bản còn thiếu %1 điều").arg(all.size()), gapWords(all), {}, true, key};
    message.actions.push_back({tr("Đến chỗ thiếu đầu tiên"), {}, [this] {
                                   if (const auto now = gaps(); !now.empty())
                                       goToGap(now.front());
                               }});
    const bool same = !m_messages->isEmpty() && m_messages->bars().back()->message().text == message.text;
    if (!same)
        m_messages->show(message);
}

void MeetingView::goToGap(const FieldIssue& gap)
{
    const QString sentence = sentenceOf(gap);
    if (gap.field == "rounds") {
        goTo(Step::Vote);
    } else if (gap.field == "tellers") {
        goTo(Step::Vote);
        m_vote->goToTellers(sentence);
    } else if (gap.field == "tallies") {
        goTo(Step::Count);
        m_tally->goToError();
    } else if (gap.field == "overrides") {
        goTo(Step::Minutes);
        m_minutes->focusOwed();
    } else if (gap.field == "attendance") {
        goTo(Step::Attend);
        m_attendance->focusFirst();
    } else {
        goTo(isAtEnd(gap.field) ? Step::Minutes : Step::Attend);
        isAtEnd(gap.field) ? m_minutes->goTo(gap.field, sentence) : m_basics->goTo(gap.field, sentence);
    }
}

void MeetingView::showPlace(const services::PaperGap& gap)
{
    const FieldIssue issue{gap.field, gap.key, {gap.label}};
    if (gap.field == "discussion") {
        goTo(Step::Discuss);
        m_discussion->focusFirst();
    } else if (!gap.field.empty()) {
        goToGap(issue);
    }
    m_shell.status.say(sentenceOf(issue), Tone::Warn);
}

/// What was typed in the other steps belongs to the minutes, too.
void MeetingView::keepForms()
{
    if (m_basics->form().isDirty())
        saveMeeting([this](domain::Meeting& meeting) { m_basics->takeInto(meeting); }, &m_basics->form());
    if (m_discussion->form().isDirty())
        saveMeeting([this](domain::Meeting& meeting) { m_discussion->takeInto(meeting); }, &m_discussion->form());
}

bool MeetingView::saveCount()
{
    if (m_step != Step::Count || isReadOnly())
        return false;
    m_tally->grid()->view()->setFocus(); // what is being typed is completed
    const auto& sheet = m_tally->sheet();
    if (!sheet.hasUnsaved())
        return false;
    if (const auto ready = sheet.ready(); !ready.empty())
        record(ready);
    if (sheet.hasUnsaved()) {
        m_shell.status.say(tr("Dòng nào đủ số và khớp thì được ghi ngay; còn %1 dòng chưa đủ hoặc chưa khớp.").arg(sheet.typed().size()), Tone::Warn);
        m_tally->goToError();
    }
    return true;
}

void MeetingView::close()
{
    if (!whyNotClose().isEmpty())
        return;
    keepForms();
    if (const auto missing = gaps(); !missing.empty()) {
        m_listsGaps = true;
        showGaps();
        goToGap(missing.front());
        return;
    }
    // The rest of what the minutes lack stands in the school's own data.
    auto inSchool = services::PaperIssuer(m_context.file).gaps(PaperKind::Minutes, m_detail->id.value()).value_or(std::vector<services::PaperGap>());
    std::erase_if(inSchool, [](const auto& gap) { return !gap.inSchool; });
    if (leadToGaps(m_shell, window(), tr("Chốt phiên họp"), inSchool))
        return;
    if (m_step != Step::Minutes)
        goTo(Step::Minutes);
    Question question{tr("Chốt phiên họp ngày %1?").arg(dateText(m_detail->meeting.heldOn)),
                      tr("Điểm danh, số phiếu và biên bản đóng lại, không sửa và không hoàn tác được nữa."), tr("Chốt phiên họp"), tr("Xem lại"), false};
    if (!m_shell.prompter.confirm(question))
        return;
    const auto command = m_minutes->form().draft();
    m_shell.runner.run([&] { return CouncilService(m_context.file).closeMeeting(m_detail->id, command); },
                       [this](domain::Done) {
                           m_minutes->form().markSaved();
                           m_messages->clear();
                           reload(m_yearClosed);
                           emit changed();
                       },
                       &m_minutes->form());
}

}
