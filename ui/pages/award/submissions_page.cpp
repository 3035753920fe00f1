// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/submissions_page.h"

#include "domain/page_ids.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/outcome_form.h"
#include "ui/pages/award/submission_form.h"
#include "ui/pages/award/submission_view.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/receiver/receiver_wizard.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

using domain::EntityKind;
using domain::SubmissionState;

SubmissionsPage::SubmissionsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent), m_model([](const Detail& d) { return d.id.value(); })
{
    setColumns();
    addActions();
    build();
}

void SubmissionsPage::build()
{
    auto& actions = shell().actions;
    m_table = new RecordTable(&m_model, QStringLiteral("submissions"), tr("Tờ trình"), this);
    offerExport(*m_table, tr("Tờ trình"));
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setTwoLineRows(true);
    m_table->sortBy(QStringLiteral("date"), Qt::DescendingOrder);
    m_table->setEmptyState(new EmptyState(QStringLiteral("send"), tr("Nơi soạn tờ trình gửi cấp trên"),
                                          tr("Những gì Hội đồng đã thông qua mà trường không tự tặng được thì trình cấp trên. "
                                             "Tờ trình lấy danh sách, số phiếu và thành tích từ phiên họp đã chốt."),
                                          actions.find(QStringLiteral("submissions.add")), actions.find(QStringLiteral("submissions.openCouncil"))));
    m_table->setRowActions({actions.find(QStringLiteral("submissions.print")), actions.find(QStringLiteral("submissions.edit")),
                            actions.find(QStringLiteral("submissions.issue")), actions.find(QStringLiteral("submissions.outcome")),
                            actions.find(QStringLiteral("submissions.correct")), actions.find(QStringLiteral("submissions.remove"))});
    m_panel = new SidePanel(400, this);
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connect(m_table, &RecordTable::currentChanged, this, [this] {
        if (!isEditing())
            showPanel();
        enable();
    });
    connect(m_table, &RecordTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        print();
    });
    connect(m_table, &RecordTable::editRequested, this, [this](qint64 id) { edit(id); });
    connect(m_table, &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty())
            remove(ids.front());
    });
}

namespace {

Cell outcomeCell(const services::SubmissionDetail& detail)
{
    if (detail.submission.state == SubmissionState::Draft)
        return Cell::secondary(SubmissionsPage::tr("chưa trình"));
    return detail.waiting > 0 ? Cell::mark(Tone::Warn, SubmissionsPage::tr("%1 chờ").arg(detail.waiting), QStringLiteral("clock"))
                              : Cell::mark(Tone::Ok, SubmissionsPage::tr("đủ"));
}

}

void SubmissionsPage::setColumns()
{
    Column<Detail> number{QStringLiteral("number"), tr("Số, ký hiệu"),
                          [](const Detail& d) {
                              const std::string text = d.submission.number.text();
                              return text.empty() ? Cell::secondary(tr("chưa có số")) : Cell::bold(toQ(text));
                          },
                          112};
    number.sum = [](const std::vector<const Detail*>& rows) { return tr("Cộng: %1 tờ trình").arg(rows.size()); };
    Column<Detail> date{QStringLiteral("date"), tr("Ngày"), [](const Detail& d) { return Cell::plain(dateText(d.submission.number.issuedOn)); },
                        92};
    date.sortKey = [](const Detail& d) { return SortKey(d.submission.number.issuedOn ? d.submission.number.issuedOn->iso() : "9999"); };
    Column<Detail> title{QStringLiteral("title"), tr("Trích yếu"),
                         [](const Detail& d) {
                             const QString to = AwardParts::lines(d.submission.addressees).join(QStringLiteral("; "));
                             return Cell::twoLines(toQ(d.submission.title), tr("Kính gửi: %1").arg(to));
                         },
                         150};
    title.stretch = true;
    Column<Detail> lines{QStringLiteral("lines"), tr("Số dòng"),
                         [](const Detail& d) { return Cell::plain(wholeText(static_cast<std::int64_t>(d.lines.size()))); }, 74, Align::Right};
    lines.sortKey = [](const Detail& d) { return SortKey(static_cast<int>(d.lines.size())); };
    lines.sum = [](const std::vector<const Detail*>& rows) {
        std::size_t all = 0;
        for (const auto* row : rows)
            all += row->lines.size();
        return wholeText(static_cast<std::int64_t>(all));
    };
    Column<Detail> outcome{QStringLiteral("outcome"), tr("Kết quả"), outcomeCell, 88};
    Column<Detail> state{QStringLiteral("state"), tr("Tình trạng"),
                         [](const Detail& d) {
                             return Cell::mark(SubmissionView::stateTone(d.submission.state), SubmissionView::stateName(d.submission.state),
                                               SubmissionView::stateIcon(d.submission.state));
                         },
                         130};
    m_model.setColumns({number, date, title, lines, outcome, state});
}

void SubmissionsPage::addActions()
{
    auto& actions = shell().actions;
    const QString page = info().id;
    const auto currentId = [this](auto&& run) {
        return [this, run] {
            if (const auto* row = current())
                run(row->id.value());
        };
    };
    auto* add = actions.add({QStringLiteral("submissions.add"), tr("Soạn tờ trình từ phiên họp…"), QStringLiteral("plus"), {}, page,
                             tr("tờ trình mới dự thảo đề nghị cấp trên"), [this] { this->add(); }});
    auto* issue = actions.add({QStringLiteral("submissions.issue"), tr("Ban hành tờ trình…"), QStringLiteral("stamp"), {}, page, tr("số ngày ký gửi"),
                               currentId([this](std::int64_t id) { this->issue(id); })});
    auto* outcome = actions.add({QStringLiteral("submissions.outcome"), tr("Ghi kết quả…"), QStringLiteral("decision"), {}, page,
                                 tr("quyết định cấp trên được tặng không tặng trả lại"), currentId([this](std::int64_t id) { startOutcome(id); })});
    auto* print = actions.add({QStringLiteral("submissions.print"), tr("Xem bản in"), QStringLiteral("print"), {}, page, tr("in PDF Word"),
                               [this] { this->print(); }});
    auto* edit = actions.add({QStringLiteral("submissions.edit"), tr("Sửa lời văn"), QStringLiteral("edit"), {}, page, {},
                              currentId([this](std::int64_t id) { this->edit(id); })});
    auto* remove = actions.add({QStringLiteral("submissions.remove"), tr("Xóa dự thảo…"), QStringLiteral("trash"), {}, page, {},
                                currentId([this](std::int64_t id) { this->remove(id); })});
    actions.add({QStringLiteral("submissions.openCouncil"), tr("Mở trang Hội đồng"), QStringLiteral("council"), {}, page, {},
                 [this] { shell().showPage(pages::kCouncil); }});
    auto* correct = actions.add({QStringLiteral("submissions.correct"), tr("Sửa văn bản đã ban hành…"), QStringLiteral("stamp"), {}, page,
                                 tr("đính chính thu hồi thay thế tờ trình"), [this] { this->correct(); }});
    auto* form = actions.add({QStringLiteral("submissions.fillForm"), tr("Điền mẫu của cấp trên…"), QStringLiteral("excel"), {}, page,
                              tr("điền biểu mẫu excel danh sách kèm tờ trình"), [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Nominations, window()); }});
    setActions({add, issue, outcome, print}, {edit, form, correct, remove});
}

void SubmissionsPage::load()
{
    delete m_form;
    delete m_outcome;
    m_form = nullptr;
    m_outcome = nullptr;
    showClosedBar();
    const auto row = yearRow();
    m_year = row ? std::optional(row->id) : std::nullopt;
    read();
    showPanel();
}

bool SubmissionsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::submissions() | reads::legalTexts() | reads::nominations() | reads::meetings() | reads::school() | reads::years());
}

void SubmissionsPage::refresh(const domain::ChangeSet&)
{
    read();
    if (!isEditing())
        showPanel();
}

void SubmissionsPage::read()
{
    if (const auto school = services::SchoolService(file()).school()) {
        m_issuer = school->data.conferringHead;
    }
    std::vector<Detail> rows;
    m_meetings.clear();
    if (m_year) {
        shell().runner.read([&] { return services::SubmissionService(file()).submissions(*m_year); },
                            [&](std::vector<Detail> found) { rows = std::move(found); });
        shell().runner.read([&] { return services::SubmissionService(file()).meetingsToSubmit(*m_year); },
                            [&](std::vector<services::Stored<domain::Meeting>> found) { m_meetings = std::move(found); });
    }
    m_model.setRows(std::move(rows));
    showSummary();
    enable();
}

void SubmissionsPage::showSummary()
{
    const auto& rows = m_model.rows();
    int drafts = 0, waiting = 0, conferred = 0;
    for (const auto& row : rows) {
        const bool draft = row.submission.state == SubmissionState::Draft;
        drafts += draft ? 1 : 0;
        waiting += draft ? 0 : row.waiting;
        conferred += static_cast<int>(std::count_if(row.lines.begin(), row.lines.end(), [](const services::SubmissionLineRow& l) {
            return l.line.outcome == domain::Outcome::Conferred;
        }));
    }
    shell().setBadge(info().id, drafts, Tone::Warn);
    if (rows.empty()) {
        setSummary(m_meetings.empty() ? tr("Chưa có phiên họp nào đã chốt mà thông qua điều phải trình lên trên.")
                                      : tr("Chưa có tờ trình nào; <b>%1 phiên họp đã chốt</b> có thể trình.").arg(m_meetings.size()));
        return;
    }
    QStringList parts{tr("%1 tờ trình").arg(rows.size())};
    if (drafts > 0)
        parts << tr("<b>%1 dự thảo chờ ban hành</b>").arg(drafts);
    if (waiting > 0)
        parts << tr("<b>%1 dòng chờ kết quả</b>").arg(waiting);
    parts << tr("%1 dòng được tặng").arg(conferred);
    setSummary(parts.join(QStringLiteral(", ")) + QLatin1Char('.'));
}

const SubmissionsPage::Detail* SubmissionsPage::current() const
{
    const auto id = m_table->currentId();
    return id ? m_model.find(*id) : nullptr;
}

void SubmissionsPage::enable()
{
    auto& actions = shell().actions;
    const QString closed = closedReason();
    const auto* row = current();
    const QString busy = isEditing() ? tr("Xin ghi hoặc bỏ phần đang sửa trước.") : QString();
    const QString basic = !closed.isEmpty() ? closed : row ? busy : tr("Chọn một tờ trình trong bảng trước.");
    const QString frozen = row && row->submission.state != SubmissionState::Draft ? tr("Tờ trình đã ban hành thì không sửa; dùng “Sửa văn bản đã ban hành…” để đính chính, thu hồi, thay thế.") : QString();
    const QString draftOnly = basic.isEmpty() ? frozen : basic;
    QString outcome = basic;
    if (outcome.isEmpty() && row->submission.state == SubmissionState::Draft)
        outcome = tr("Ban hành tờ trình trước, rồi mới có kết quả.");
    else if (outcome.isEmpty() && row->waiting == 0)
        outcome = tr("Mọi dòng của tờ trình này đã có kết quả.");
    actions.setReason(QStringLiteral("submissions.add"),
                      !closed.isEmpty() ? closed : m_meetings.empty() ? tr("Chưa có phiên họp nào đã chốt mà còn điều phải trình lên trên.") : QString());
    actions.setReason(QStringLiteral("submissions.issue"), draftOnly);
    actions.setReason(QStringLiteral("submissions.edit"), draftOnly);
    actions.setReason(QStringLiteral("submissions.remove"), draftOnly);
    actions.setReason(QStringLiteral("submissions.outcome"), outcome);
    actions.setReason(QStringLiteral("submissions.correct"), !row ? tr("Chọn một tờ trình trong bảng trước.") : !busy.isEmpty() ? busy
                      : row->submission.state == SubmissionState::Draft ? tr("Tờ trình chưa ban hành thì sửa ngay dự thảo.") : QString());
    actions.setReason(QStringLiteral("submissions.print"), row ? QString() : tr("Chọn một tờ trình trong bảng trước."));
}

void SubmissionsPage::showPanel()
{
    const auto* row = current();
    m_panel->clearBody();
    m_panel->clearFoot();
    if (!row) {
        m_panel->clearChip();
        m_panel->showNothing(m_model.rows().empty() ? tr("Chưa có tờ trình nào.") : tr("Chọn một tờ trình để xem danh sách và kết quả của cấp trên."));
        return;
    }
    m_panel->setTitle(SubmissionView::headOf(*row), AwardParts::shown(row->submission.title));
    m_panel->setChip(SubmissionView::stateTone(row->submission.state), SubmissionView::stateName(row->submission.state),
                     SubmissionView::stateIcon(row->submission.state));
    if (auto* notes = makePaperNotes(context(), shell(), services::PaperKind::Submission, row->id.value(), m_panel))
        m_panel->addToBody(notes);
    if (!isClosed() || row->submission.number.issuedOn)
        if (auto* notes = makeBasisNotes(file(), domain::linesOf(row->submission.bases), row->submission.number.issuedOn, m_panel))
            m_panel->addToBody(notes);
    m_panel->addToBody(new SubmissionView(*row));
    addFoot(*row);
}

void SubmissionsPage::addFoot(const Detail& detail)
{
    auto& actions = shell().actions;
    if (detail.submission.state == SubmissionState::Draft) {
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("submissions.issue")), ButtonKind::Primary, m_panel));
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("submissions.edit")), ButtonKind::Normal, m_panel));
        auto* remove = compact(makeIconButton(QStringLiteral("trash"), tr("Xóa dự thảo…"), ButtonKind::Danger));
        remove->setObjectName(QStringLiteral("removeDraft"));
        remove->setEnabled(!isClosed());
        connect(remove, &QPushButton::clicked, this, [this, id = detail.id.value()] { this->remove(id); });
        m_panel->addToFoot(remove, true);
        return;
    }
    if (detail.waiting > 0)
        m_panel->addToFoot(makeButton(actions.find(QStringLiteral("submissions.outcome")), ButtonKind::Primary, m_panel));
    m_panel->addToFoot(makeButton(actions.find(QStringLiteral("submissions.print")), ButtonKind::Normal, m_panel));
    m_panel->addToFoot(makeButton(actions.find(QStringLiteral("submissions.correct")), ButtonKind::Normal, m_panel));
    if (detail.submission.meeting) {
        auto* open = makeButton(tr("Mở phiên họp"));
        open->setObjectName(QStringLiteral("openMeeting"));
        connect(open, &QPushButton::clicked, this,
                [this, id = detail.submission.meeting->value()] { shell().openRecord(EntityKind::Meeting, id); });
        m_panel->addToFoot(open);
    }
}

bool SubmissionsPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Submission || !m_model.find(id) || !cancelEdit())
        return false;
    m_split->setPanelVisible(true);
    if (!m_table->setCurrentId(id))
        m_table->clearFilters();
    return m_table->setCurrentId(id);
}

void SubmissionsPage::print()
{
    const auto* row = current();
    if (row && m_year)
        AwardParts::preview(shell(), context(), services::PaperKind::Submission, row->id.value(), *m_year, SubmissionView::headOf(*row));
}

void SubmissionsPage::escape()
{
    if (isEditing())
        cancelEdit();
    else
        m_table->view()->setFocus();
}

QJsonObject SubmissionsPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void SubmissionsPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

}
