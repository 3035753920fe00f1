// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/registrations_page.h"

#include "domain/page_ids.h"
#include "domain/school.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "services/papers/document_service.h"
#include "ui/pages/follow/form_dialog.h"
#include "ui/pages/follow/register_many_dialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace thidua::ui::follow {
namespace {

using domain::EntityKind;
using Status = services::RegistrationStatus;

const QString kPage = QString::fromLatin1(pages::kRegistrations);

}

RegistrationsPage::RegistrationsPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent)
{
    setTitle(tr("Đăng ký thi đua"));
    buildActions();
    m_quotas = new QuotaStrip(this);
    content()->addWidget(m_quotas);
    buildTable();
    m_panel = new RegistrationPanel(shell, context, this);
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connectAll();
}

void RegistrationsPage::buildActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        return shell().actions.add({kPage + QLatin1Char('.') + QLatin1String(verb), text, QLatin1String(icon), {}, kPage, words,
                                    std::move(run)});
    };
    auto* add = make("add", tr("Thêm đăng ký"), "plus", tr("ghi danh hiệu người chưa đăng ký"), [this] { this->add(); });
    auto* print = make("print", tr("In bảng đăng ký…"), "print", tr("danh sách đăng ký thi đua"), [this] { this->print(); });
    auto* handIn = make("hand-in", tr("Chốt bảng nộp…"), "send", tr("nộp phòng giáo dục"), [this] { this->handIn(); });
    auto* lists = make("handed-in", tr("Các bảng đã nộp"), "history", tr("bảng đăng ký như ngày nộp"), [this] { showHandedIn(); });
    auto* remind = make("remind", tr("Sao chép lời nhắc người thiếu"), "bell", tr("nhắc đăng ký Zalo"), [this] { remindMissing(); });
    auto* team = make("add-team", tr("Đăng ký cả tổ…"), "people", tr("đăng ký chung danh hiệu"), [this] { registerTeam(); });
    make("add-marked", tr("Đăng ký chung…"), "plus", tr("ghi danh hiệu cho các dòng đã đánh dấu"), [this] { registerMarked(); });
    make("remind-marked", tr("Sao chép lời nhắc"), "bell", {}, [this] { remindMarked(); });
    make("edit", tr("Sửa đăng ký"), "edit", {}, [this] { editCurrent(); });
    make("withdraw", tr("Rút đăng ký…"), "trash", tr("hủy đăng ký"), [this] { withdraw(); });
    make("staff", tr("Mở trang Cán bộ – giáo viên"), "person", {}, [this] { shell().showPage(pages::kStaff); });
    make("collectives", tr("Mở trang Tập thể"), "people", {}, [this] { shell().showPage(pages::kCollectives); });
    setActions({add, print, handIn, lists}, {team, remind});
}

void RegistrationsPage::buildTable()
{
    auto& actions = shell().actions;
    m_model = makeRegistrationModel(file(), this);
    m_table = new RecordTable(m_model, QStringLiteral("registrationsTable"), tr("Bảng đăng ký thi đua"), this);
    m_table->setTickable(true);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setGrouping(QStringLiteral("team"));
    m_table->sortBy(QStringLiteral("name"));
    m_table->setRowActions({actions.find(QStringLiteral("registrations.edit")), actions.find(QStringLiteral("registrations.withdraw"))});
    m_table->setMarkedActions({actions.find(QStringLiteral("registrations.add-marked")), actions.find(QStringLiteral("registrations.remind-marked"))});
    m_table->setEmptyState(new EmptyState(
        QStringLiteral("register"), tr("Nơi ghi đăng ký thi đua của năm học"),
        tr("Mỗi cán bộ, giáo viên, nhân viên và mỗi tập thể đăng ký danh hiệu, hình thức khen thưởng và sáng kiến từ đầu năm học. "
           "Năm học này chưa có ai trong danh sách."),
        actions.find(QStringLiteral("registrations.staff")), actions.find(QStringLiteral("registrations.collectives"))));
}

void RegistrationsPage::connectAll()
{
    connect(m_table, &RecordTable::filtersCleared, this, [this] { m_table->setExtraFilter({}); });
    connect(m_table, &RecordTable::currentChanged, this, &RegistrationsPage::showCurrent);
    connect(m_table, &RecordTable::activated, this, &RegistrationsPage::editCurrent);
    connect(m_table, &RecordTable::editRequested, this, &RegistrationsPage::editCurrent);
    connect(m_table, &RecordTable::removeRequested, this, &RegistrationsPage::withdraw);
    connect(m_panel, &RegistrationPanel::withdrawAsked, this, &RegistrationsPage::withdraw);
    connect(m_panel, &RegistrationPanel::listAsked, this, &RegistrationsPage::printList);
    connect(m_panel, &RegistrationPanel::backAsked, this, &RegistrationsPage::escape);
}

bool RegistrationsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::registrations() | reads::registrationLists() | reads::years());
}

void RegistrationsPage::load()
{
    m_year = yearRow();
    showClosedBar();
    if (!m_year) {
        showBoard({});
        return;
    }
    m_names.clear();
    for (const auto& choice : services::RegistrationService(file()).choices(file().clock().today()))
        m_names.emplace_back(toQ(choice.name), toQ(choice.shortName));
    m_panel->setYear(*m_year, closedReason());
    shell().runner.read([&] { return services::RegistrationService(file()).board(m_year->id); },
                        [this](services::RegistrationBoard board) { showBoard(std::move(board)); });
}

void RegistrationsPage::showBoard(services::RegistrationBoard board)
{
    m_board = std::move(board);
    int place = 0; // collectives stay in their own order: the school first
    for (auto& row : m_board.rows)
        if (row.subject.collective)
            row.sortKey = QStringLiteral("%1").arg(++place, 4, 10, QLatin1Char('0')).toStdString();
    m_model->setRows(m_board.rows);
    showQuotas();
    showSummary();
    updateActions();
    shell().setBadge(kPage, isClosed() ? 0 : m_board.wanting, Tone::Warn);
    if (m_panel->isDirty() && m_panel->rowId() && m_model->find(*m_panel->rowId()))
        return; // what is being typed stays
    const auto current = m_table->currentId();
    if (const auto* row = current ? m_model->find(*current) : nullptr)
        m_panel->showRow(*row);
    else
        m_panel->showNobody();
}

void RegistrationsPage::showQuotas()
{
    QuotaLines lines = quotaLines(m_board, m_names, std::max(width(), Theme::px(400)) - Theme::px(32));
    m_quotas->set(lines.states);
    const QStringList& tips = lines.tips;
    const auto views = m_quotas->findChildren<QuotaView*>(QString(), Qt::FindDirectChildrenOnly);
    for (int i = 0; i < std::min<int>(static_cast<int>(views.size()), static_cast<int>(tips.size())); ++i)
        views[i]->setToolTip(tips[i]);
}

void RegistrationsPage::resizeEvent(QResizeEvent* event)
{
    SchoolPage::resizeEvent(event);
    showQuotas();
}

void RegistrationsPage::showSummary()
{
    if (!m_year) {
        setSummary(tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên."));
        return;
    }
    const int missing = m_board.people - m_board.registered;
    QString line = tr("%1 người đăng ký").arg(m_board.registered);
    if (m_board.wanting > 0)
        line += tr(", <b>%1 cần bổ sung</b>").arg(m_board.wanting);
    const auto lost = std::count_if(m_board.rows.begin(), m_board.rows.end(), [](const auto& row) { return row.status == Status::Impossible; });
    if (lost > 0)
        line += tr(", <b>%1 không còn đạt được</b>").arg(lost);
    line += missing > 0 ? tr(", %1 người chưa đăng ký").arg(missing) : tr(", không còn ai chưa đăng ký");
    if (m_board.deadline) {
        const int left = daysBetween(file().clock().today(), *m_board.deadline);
        line += tr("; hạn %1").arg(dateText(m_board.deadline));
        if (left > 0)
            line += tr(" còn <b>%1 ngày</b>").arg(left);
        else
            line += left == 0 ? tr(", <b>hôm nay là ngày cuối</b>") : tr(" đã qua %1 ngày, đăng ký thêm được đánh dấu muộn").arg(-left);
    } else {
        line += tr("; chưa đặt hạn đăng ký");
    }
    setSummary(line + QLatin1Char('.'));
}

void RegistrationsPage::updateActions()
{
    auto& actions = shell().actions;
    const QString closed = closedReason();
    const QString nobody = m_board.rows.empty() ? tr("Năm học này chưa có ai trong danh sách.") : QString();
    const bool any = std::any_of(m_board.rows.begin(), m_board.rows.end(), [](const auto& row) { return row.id.has_value(); });
    const QString none = any ? QString() : tr("Chưa có đăng ký nào.");
    actions.setReason(QStringLiteral("registrations.add"), closed.isEmpty() ? nobody : closed);
    actions.setReason(QStringLiteral("registrations.add-team"), closed.isEmpty() ? nobody : closed);
    actions.setReason(QStringLiteral("registrations.add-marked"), closed);
    actions.setReason(QStringLiteral("registrations.edit"), closed);
    actions.setReason(QStringLiteral("registrations.withdraw"), closed.isEmpty() ? none : closed);
    actions.setReason(QStringLiteral("registrations.hand-in"), closed.isEmpty() ? none : closed);
    actions.setReason(QStringLiteral("registrations.print"), none);
    actions.setReason(QStringLiteral("registrations.handed-in"), m_year ? QString() : tr("Tệp chưa có năm học nào."));
    const bool wanting = m_board.wanting > 0 || m_board.registered < m_board.people;
    actions.setReason(QStringLiteral("registrations.remind"), wanting ? QString() : tr("Không còn ai cần nhắc."));
}

void RegistrationsPage::showCurrent()
{
    const auto current = m_table->currentId();
    if (m_settling || !current || current == m_panel->rowId())
        return;
    if (m_panel->isDirty()) {
        m_settling = true;
        const auto before = m_panel->rowId();
        const bool settled = m_panel->settleEntries();
        m_table->setCurrentId(settled ? *current : before.value_or(*current));
        m_settling = false;
        if (!settled)
            return;
    }
    if (const auto* row = m_model->find(*current))
        m_panel->showRow(*row);
}

void RegistrationsPage::editCurrent()
{
    if (!m_table->currentId())
        return;
    m_split->setPanelVisible(true);
    if (m_panel->rowId() != m_table->currentId())
        showCurrent();
    m_panel->focusForm();
}

/// To the next who has not registered, from the current row on; pressed again it goes further.
void RegistrationsPage::add()
{
    if (isClosed() || !m_panel->settleEntries())
        return;
    const auto shown = m_table->shownIds();
    const auto start = m_table->currentId() ? shown.indexOf(*m_table->currentId()) : -1;
    for (qsizetype step = 1; step <= shown.size(); ++step) {
        const std::int64_t id = shown[(start + step) % shown.size()];
        const auto* row = m_model->find(id);
        if (!row || row->status != Status::None)
            continue;
        m_table->setCurrentId(id);
        editCurrent();
        return;
    }
    shell().status.say(tr("Trong các dòng đang hiện không còn ai chưa đăng ký; gõ tên ở ô lọc để tìm người cần sửa."));
    m_table->focusFilter();
}

void RegistrationsPage::withdraw()
{
    const auto current = m_table->currentId();
    const auto* row = current ? m_model->find(*current) : nullptr;
    if (!row || !row->id || isClosed())
        return;
    QStringList honours;
    for (const auto& code : row->honours)
        honours << fullHonour(file(), code);
    m_panel->showRow(services::RegistrationRow(*row)); // entries not saved go with it
    TextDialog::Words words;
    words.name = QStringLiteral("withdrawDialog");
    words.title = tr("Rút đăng ký của %1?").arg(toQ(row->name));
    words.text = tr("Rút cả: %1. Sổ vẫn giữ ngày đăng ký, ngày rút và lý do.").arg(honours.join(QStringLiteral(", ")));
    words.label = tr("Lý do rút");
    words.missing = tr("Xin ghi lý do rút đăng ký.");
    words.verb = tr("Rút đăng ký");
    words.cancel = tr("Giữ lại");
    words.destroys = true;
    const auto id = *row->id;
    const auto run = [this, id](const std::string& reason) {
        return shell().runner.run([&] { return services::RegistrationService(file()).withdraw(id, reason); });
    };
    (new TextDialog(words, shell().runner, run, this))->open();
}

void RegistrationsPage::handIn()
{
    if (!m_year || isClosed() || !m_panel->settleEntries())
        return;
    const auto collectives = std::count_if(m_board.rows.begin(), m_board.rows.end(),
                                           [](const auto& row) { return row.id && row.subject.collective; });
    TextDialog::Words words;
    words.name = QStringLiteral("handInDialog");
    words.title = tr("Chốt bảng đăng ký nộp ngày %1").arg(dateText(file().clock().today()));
    words.text = tr("Bảng gồm %1 người và %2 tập thể đã đăng ký được giữ nguyên như hôm nay, xem lại ở “Các bảng đã nộp”. "
                    "Sau đó vẫn sửa được đăng ký, nhưng bảng đã chốt không đổi và việc chốt không hoàn tác được.")
                     .arg(m_board.registered)
                     .arg(collectives);
    words.label = tr("Nộp cho");
    if (const auto school = services::SchoolService(file()).school())
        words.initial = toQ(school->data.superiorAgency);
    words.missing = tr("Xin ghi nơi nhận bảng đăng ký.");
    words.verb = tr("Chốt bảng");
    const auto run = [this](const std::string& to) {
        return shell().runner.run([&] { return services::RegistrationService(file()).handIn(m_year->id, to); },
                                  [this](domain::RegistrationListId) { showHandedIn(); });
    };
    (new TextDialog(words, shell().runner, run, this))->open();
}

void RegistrationsPage::showHandedIn()
{
    if (!m_year || !m_panel->settleEntries())
        return;
    shell().runner.read([&] { return services::RegistrationService(file()).handedIn(m_year->id); },
                        [this](std::vector<services::HandedInList> lists) {
                            m_split->setPanelVisible(true);
                            m_panel->showLists(lists);
                        });
}

void RegistrationsPage::print()
{
    if (!m_year)
        return;
    using services::PaperKind;
    shell().runner.read([&] { return services::DocumentService(file()).build(PaperKind::RegistrationList, std::nullopt, m_year->id); },
                        [this](const documents::Document& paper) {
                            context().preview(paper, tr("Bảng đăng ký thi đua %1").arg(toQ(schoolYear().text())),
                                              services::formatsOf(PaperKind::RegistrationList));
                        });
}

void RegistrationsPage::printList(std::int64_t id)
{
    shell().runner.read([&] { return services::DocumentService(file()).handedInList(domain::RegistrationListId(id)); },
                        [this](const documents::Document& paper) {
                            context().preview(paper, tr("Bảng đăng ký đã nộp %1").arg(toQ(schoolYear().text())),
                                              services::formatsOf(services::PaperKind::RegistrationList));
                        });
}

/// A message for Zalo or e-mail; nothing is sent by itself.
void RegistrationsPage::remind(const std::vector<const services::RegistrationRow*>& rows)
{
    QStringList lines{tr("Kính nhắc các đồng chí về đăng ký thi đua năm học %1:").arg(toQ(schoolYear().screen()))};
    for (const auto* row : rows) {
        const QString wanting = row->status == Status::None ? tr("chưa đăng ký") : tr("cần bổ sung tên sáng kiến, giải pháp");
        lines << QStringLiteral("- %1: %2").arg(toQ(row->name), wanting);
    }
    if (m_board.deadline)
        lines << tr("Hạn: ngày %1.").arg(dateText(m_board.deadline));
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    shell().status.say(tr("Đã sao chép lời nhắc %1 người; dán vào tin nhắn hoặc thư để gửi.").arg(rows.size()));
}

void RegistrationsPage::showOnly(const std::vector<domain::SubjectRef>& who)
{
    m_table->clearFilters();
    m_table->setExtraFilter([this, who](int row) {
        return std::find(who.begin(), who.end(), m_model->rows()[static_cast<std::size_t>(row)].subject) != who.end();
    });
}

void RegistrationsPage::registerMarked()
{
    std::vector<const services::RegistrationRow*> rows;
    for (const auto id : m_table->tickedIds())
        if (const auto* row = m_model->find(id))
            rows.push_back(row);
    if (!rows.empty())
        registerMany(tr("%1 dòng đã đánh dấu").arg(rows.size()), rows);
}

/// The team of the row on which one is; collectives are one group too.
void RegistrationsPage::registerTeam()
{
    const auto current = m_table->currentId();
    const auto* chosen = current ? m_model->find(*current) : nullptr;
    if (chosen == nullptr) {
        shell().status.say(tr("Xin chọn một người của tổ trước."));
        return;
    }
    std::vector<const services::RegistrationRow*> rows;
    for (const auto& row : m_model->rows())
        if (row.subject.person.has_value() == chosen->subject.person.has_value() && (row.subject.collective || row.team == chosen->team))
            rows.push_back(&row);
    registerMany(chosen->subject.collective ? tr("các tập thể") : chosen->team.empty() ? tr("những người chưa xếp tổ") : toQ(chosen->team), rows);
}

void RegistrationsPage::registerMany(const QString& title, const std::vector<const services::RegistrationRow*>& rows)
{
    if (!m_year || isClosed() || !m_panel->settleEntries())
        return;
    RegisterManyDialog::Group group{title, {}, {}};
    for (const auto* row : rows) {
        group.subjects.push_back(row->subject);
        group.names << toQ(row->name);
    }
    (new RegisterManyDialog(file(), *m_year, std::move(group), shell().runner, this))->open();
}

void RegistrationsPage::remindMarked()
{
    std::vector<const services::RegistrationRow*> rows;
    for (const auto id : m_table->tickedIds())
        if (const auto* row = m_model->find(id); row && (row->status == Status::None || row->status == Status::Wanting))
            rows.push_back(row);
    if (rows.empty())
        shell().status.say(tr("Các dòng đã đánh dấu không còn thiếu gì."));
    else
        remind(rows);
}

void RegistrationsPage::remindMissing()
{
    std::vector<const services::RegistrationRow*> rows;
    for (const auto& row : m_model->rows())
        if (row.subject.person && (row.status == Status::None || row.status == Status::Wanting))
            rows.push_back(&row);
    remind(rows);
}

bool RegistrationsPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != EntityKind::Registration)
        return false;
    for (const auto& row : m_model->rows())
        if (row.id && row.id->value() == id) {
            const auto shown = rowIdOf(row.subject);
            if (!m_table->setCurrentId(shown))
                m_table->clearFilters();
            return m_table->setCurrentId(shown);
        }
    return false;
}

void RegistrationsPage::escape()
{
    m_table->setFocus();
    if (m_panel->isDirty() || m_panel->rowId())
        return;
    // Back from the lists handed in.
    const auto current = m_table->currentId();
    if (const auto* row = current ? m_model->find(*current) : nullptr)
        m_panel->showRow(*row);
    else
        m_panel->showNobody();
}

QJsonObject RegistrationsPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void RegistrationsPage::restoreState(const QJsonObject& state)
{
    m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

}
