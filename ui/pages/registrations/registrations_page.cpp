// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrations/registrations_page.h"

#include "domain/page_ids.h"
#include "domain/school.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "services/papers/document_service.h"
#include "services/papers/paper_findings.h"
#include "ui/pages/kit/form_dialog.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/receiver/receiver_wizard.h"
#include "ui/pages/registrations/honour_ticks.h"
#include "ui/pages/registrations/register_many_dialog.h"
#include "ui/pages/registrations/registration_form.h"

#include <QClipboard>
#include <QGuiApplication>

namespace thidua::ui::follow {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using services::RegistrationService;
using Status = services::RegistrationStatus;

RegistrationsPage::RegistrationsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = QStringLiteral("registrationsTable"),
                  .listName = tr("Bảng đăng ký thi đua"),
                  .panelWidth = 360,
                  .opens = EntityKind::Registration,
                  .reads = reads::registrations() | reads::registrationLists() | reads::years(),
                  .chooseFirst = tr("Xin chọn một người hoặc một tập thể trước."),
                  .nothingChosen = tr("Chọn một người hoặc một tập thể trong bảng để ghi đăng ký."),
                  .sortBy = QStringLiteral("post"),
                  .grouping = QStringLiteral("team"),
                  .tickable = true,
                  .enterVerb = QStringLiteral("edit"),
                  .removeVerb = QStringLiteral("withdraw")},
                 [](const Row& row) { return rowIdOf(row.subject); }),
      m_quotas(new QuotaStrip(this))
{
    setTitle(tr("Đăng ký thi đua"));
    content()->addWidget(m_quotas);
    setColumns(registrationColumns(file()));
    addGrouping(registrationsByTeam());
    declareVerbs();
    declareLists();
    build();
    table()->setMarkedActions({action(QStringLiteral("add-marked")), action(QStringLiteral("remind-marked"))});
    setEmpty(QStringLiteral("register"), tr("Nơi ghi đăng ký thi đua của năm học"),
             tr("Mỗi cán bộ, giáo viên, nhân viên và mỗi tập thể đăng ký danh hiệu, hình thức khen thưởng và sáng kiến từ đầu năm học. "
                "Năm học này chưa có ai trong danh sách."),
             QStringLiteral("staff"), QStringLiteral("collectives"));
}

void RegistrationsPage::declareVerbs()
{
    const auto nobody = [this] { return rows().empty() ? tr("Năm học này chưa có ai trong danh sách.") : QString(); };
    addVerb({.id = "add", .text = tr("Thêm đăng ký"), .icon = "plus", .places = InHead, .operation = Op::Register,
             .words = tr("ghi danh hiệu người chưa đăng ký"), .whyNot = nobody, .run = [this] { addNext(); }});
    addRowVerb({.id = "add-team", .text = tr("Đăng ký cả tổ…"), .icon = "people", .places = InMore, .operation = Op::Register,
                .words = tr("đăng ký chung danh hiệu")},
               [this](const Row& row) { registerTeam(row); });
    addRowsVerb({.id = "add-marked", .text = tr("Đăng ký chung…"), .icon = "plus", .operation = Op::Register,
                 .words = tr("ghi danh hiệu cho các dòng đã đánh dấu")},
                [this](const Rows& rows) { registerMany(tr("%1 dòng đã đánh dấu").arg(rows.size()), rows); });
    addRowVerb({.id = "edit", .text = tr("Sửa đăng ký"), .icon = "edit", .places = OnRow, .operation = Op::EditRegistration, .keepsForm = true},
               [this](const Row&) { focusForm(); });
    addRowVerb({.id = "open", .text = tr("Mở hồ sơ"), .icon = "person", .places = OnRow | InFoot},
               [this](const Row& row) {
                   if (row.subject.person)
                       shell().openRecord(EntityKind::Person, row.subject.person->value());
                   else
                       shell().openRecord(EntityKind::Collective, row.subject.collective->value());
               });
    addRowVerb({.id = "withdraw", .text = tr("Rút đăng ký…"), .icon = "trash", .places = OnRow | InFootEnd, .operation = Op::WithdrawRegistration,
                .brief = tr("Rút…"), .words = tr("hủy đăng ký")},
               [this](const Row& row) { withdraw(row); },
               [](const Row& row) { return row.id ? QString() : tr("%1 chưa có đăng ký nào.").arg(toQ(row.name)); });
    addVerb({.id = "staff", .text = tr("Mở trang Cán bộ – giáo viên"), .icon = "person", .run = [this] { shell().showPage(pages::kStaff); }});
    addVerb({.id = "collectives", .text = tr("Mở trang Tập thể"), .icon = "people", .run = [this] { shell().showPage(pages::kCollectives); }});
}

/// The list on paper, what was handed in, and reminders.
void RegistrationsPage::declareLists()
{
    const auto none = [this] {
        return countOf([](const Row& row) { return row.id.has_value(); }) > 0 ? QString() : tr("Chưa có đăng ký nào.");
    };
    addVerb({.id = "print", .text = tr("In bảng đăng ký…"), .icon = "print", .places = InHead, .words = tr("danh sách đăng ký thi đua"), .whyNot = none,
             .run = [this] {
                 previewPaper(services::PaperKind::RegistrationList, std::nullopt, tr("Bảng đăng ký thi đua %1").arg(toQ(schoolYear().text())));
             }});
    addVerb({.id = "hand-in", .text = tr("Chốt bảng nộp…"), .icon = "send", .places = InHead, .operation = Op::HandInRegistrations,
             .words = tr("nộp phòng giáo dục"), .whyNot = none, .run = [this] { handIn(); }});
    addVerb({.id = "handed-in", .text = tr("Các bảng đã nộp"), .icon = "history", .places = InHead, .words = tr("bảng đăng ký như ngày nộp"),
             .whyNot = [this] { return year() ? QString() : tr("Tệp chưa có năm học nào."); }, .run = [this] { showHandedIn(); }});
    addVerb({.id = "import", .text = tr("Nhập từ tệp…"), .icon = "import", .places = InMore, .operation = Op::ImportRegistrations,
             .words = tr("nhập danh sách đăng ký từ tệp excel"),
             .run = [this] { runImport(shell(), file(), schoolYear(), services::ListKind::Registrations, window()); }});
    addVerb({.id = "fill-form", .text = tr("Điền mẫu của cấp trên…"), .icon = "excel", .places = InMore, .words = tr("điền biểu mẫu excel cấp trên gửi phòng giáo dục đăng ký"),
             .whyNot = none, .run = [this] { runReceiver(shell(), file(), schoolYear(), services::ReceiverList::Registrations, window()); }});
    addVerb({.id = "remind", .text = tr("Sao chép lời nhắc người thiếu"), .icon = "bell", .places = InMore, .words = tr("nhắc đăng ký Zalo"),
             .whyNot = [this] { return lacking(all()).empty() ? tr("Không còn ai cần nhắc.") : QString(); },
             .run = [this] {
                 Rows people = lacking(all());
                 std::erase_if(people, [](const Row* row) { return !row->subject.person; });
                 remind(people);
             }});
    addRowsVerb({.id = "remind-marked", .text = tr("Sao chép lời nhắc"), .icon = "bell"}, [this](const Rows& rows) { remind(lacking(rows)); },
                [this](const Rows& rows) { return lacking(rows).empty() ? tr("Các dòng đã đánh dấu không còn thiếu gì.") : QString(); });
}

std::vector<services::RegistrationRow> RegistrationsPage::readRows()
{
    m_board = {};
    m_yearRow = yearRow();
    if (!m_yearRow)
        return {};
    m_names.clear();
    RegistrationService service(file());
    for (const auto& choice : service.choices(file().clock().today()))
        m_names.emplace_back(toQ(choice.name), toQ(choice.shortName));
    m_late = service.isLate(m_yearRow->data);
    m_board = readOr([&] { return service.board(m_yearRow->id); });
    int place = 0; // collectives stay in their own order: the school first
    for (auto& row : m_board.rows)
        if (row.subject.collective)
            row.sortKey = QStringLiteral("%1").arg(++place, 4, 10, QLatin1Char('0')).toStdString();
    return std::exchange(m_board.rows, {});
}

void RegistrationsPage::afterRead()
{
    showQuotas();
    shell().setBadge(info().id, isClosed() ? 0 : m_board.wanting, Tone::Warn);
}

void RegistrationsPage::showQuotas()
{
    const QuotaLines lines = quotaLines(m_board, m_names, std::max(width(), Theme::px(400)) - Theme::px(32));
    m_quotas->set(lines.states);
    const auto views = m_quotas->findChildren<QuotaView*>(QString(), Qt::FindDirectChildrenOnly);
    for (qsizetype i = 0; i < std::min(views.size(), lines.tips.size()); ++i)
        views[i]->setToolTip(lines.tips[i]);
}

void RegistrationsPage::resizeEvent(QResizeEvent* event)
{
    ListPage::resizeEvent(event);
    showQuotas();
}

QString RegistrationsPage::summary() const
{
    if (!year())
        return tr("Tệp chưa có năm học nào; xin mở năm học ở nút năm học phía trên.");
    const int missing = m_board.people - m_board.registered;
    QString line = tr("%1 người đăng ký").arg(m_board.registered);
    if (m_board.wanting > 0)
        line += tr(", <b>%1 cần bổ sung</b>").arg(m_board.wanting);
    if (const int lost = countOf([](const Row& row) { return row.status == Status::Impossible; }))
        line += tr(", <b>%1 không còn đạt được</b>").arg(lost);
    line += missing > 0 ? tr(", %1 người chưa đăng ký").arg(missing) : tr(", không còn ai chưa đăng ký");
    return line + deadlineWords() + QLatin1Char('.');
}

QString RegistrationsPage::deadlineWords() const
{
    if (!m_board.deadline)
        return tr("; chưa đặt hạn đăng ký");
    const int left = daysBetween(file().clock().today(), *m_board.deadline);
    const QString line = tr("; hạn %1").arg(dateText(m_board.deadline));
    if (left > 0)
        return line + tr(" còn <b>%1 ngày</b>").arg(left);
    return line + (left == 0 ? tr(", <b>hôm nay là ngày cuối</b>") : tr(" đã qua %1 ngày, đăng ký thêm được đánh dấu muộn").arg(-left));
}

void RegistrationsPage::show(const Row& row)
{
    QString subtitle = postAndTeam(row.post, row.subject.person ? row.team : std::string());
    if (row.id) {
        const QString number = tr("đăng ký số %1, ngày %2").arg(row.registration.number).arg(dateText(row.registration.registeredOn));
        subtitle = subtitle.isEmpty() ? number : QStringLiteral("%1 – %2").arg(subtitle, number);
    }
    panel()->setTitle(toQ(row.name), subtitle);
    const Cell status = statusCell(row);
    panel()->setChip(status.tone == Tone::None ? Tone::Mute : status.tone, status.text, status.icon);
    m_form = new RegistrationForm(file(), row, m_yearRow->data.registrationDeadline, m_late);
    if (isClosed()) {
        m_form->binder().setReadOnly(true);
        panel()->addToBody(m_form);
    } else {
        openForm({.body = m_form, .binder = &m_form->binder(), .saveText = row.id ? tr("Ghi thay đổi") : tr("Ghi đăng ký"),
                  .save = [this, form = m_form.data(), year = m_yearRow->id] { return form->save(shell().runner, year); },
                  .id = rowIdOf(row.subject), .name = "registration", .beside = true, .savesClean = !row.id});
    }
    if (!row.notes.empty())
        panel()->addToBody(registrationNotes(row));
}

void RegistrationsPage::focusForm()
{
    if (isEditing() || !m_form)
        return;
    split()->setPanelVisible(true);
    m_form->honours()->setFocus(Qt::TabFocusReason);
}

QList<QWidget*> RegistrationsPage::focusStops() const
{
    const bool form = m_form && m_form->isVisible();
    return {table()->view(), form ? static_cast<QWidget*>(m_form->honours()) : panel()};
}

/// To the next who has not registered, from the current row on; pressed again it goes further.
void RegistrationsPage::addNext()
{
    const auto shown = table()->shownIds();
    const auto start = table()->currentId() ? shown.indexOf(*table()->currentId()) : -1;
    for (qsizetype step = 1; step <= shown.size(); ++step) {
        const std::int64_t id = shown[(start + step) % shown.size()];
        const Row* row = find(id);
        if (!row || row->status != Status::None)
            continue;
        table()->setCurrentId(id);
        return focusForm();
    }
    shell().status.say(tr("Trong các dòng đang hiện không còn ai chưa đăng ký; gõ tên ở ô lọc để tìm người cần sửa."));
    table()->focusFilter();
}

/// The team of the row on which one is; collectives are one group too.
void RegistrationsPage::registerTeam(const Row& chosen)
{
    Rows team = all();
    std::erase_if(team, [&](const Row* row) {
        return row->subject.person.has_value() != chosen.subject.person.has_value() || (row->subject.person && row->team != chosen.team);
    });
    registerMany(chosen.subject.collective ? tr("các tập thể") : chosen.team.empty() ? tr("những người chưa xếp tổ") : toQ(chosen.team), team);
}

void RegistrationsPage::registerMany(const QString& title, const Rows& rows)
{
    RegisterManyDialog::Group group{title, {}, {}};
    for (const auto* row : rows) {
        if (row->leftOn)
            continue;
        group.subjects.push_back(row->subject);
        group.names << toQ(row->name);
    }
    if (group.subjects.empty())
        return shell().status.say(tr("Những người đã chọn đều đã chuyển đi nên không đăng ký được nữa."));
    (new RegisterManyDialog(file(), *m_yearRow, std::move(group), shell().runner, this))->open();
}

void RegistrationsPage::withdraw(const Row& row)
{
    QStringList honours;
    for (const auto& code : row.honours)
        honours << fullHonour(file(), code);
    const TextDialog::Words words{.name = QStringLiteral("withdrawDialog"),
                                  .title = tr("Rút đăng ký của %1?").arg(toQ(row.name)),
                                  .text = tr("Rút cả: %1. Sổ vẫn giữ ngày đăng ký, ngày rút và lý do.").arg(honours.join(QStringLiteral(", "))),
                                  .label = tr("Lý do rút"),
                                  .missing = tr("Xin ghi lý do rút đăng ký."),
                                  .verb = tr("Rút đăng ký"),
                                  .cancel = tr("Giữ lại"),
                                  .destroys = true};
    const auto run = [this, id = *row.id](const std::string& reason) {
        return shell().runner.run([&] { return RegistrationService(file()).withdraw(id, reason); });
    };
    (new TextDialog(words, shell().runner, run, this))->open();
}

void RegistrationsPage::handIn()
{
    const auto paper = services::DocumentService(file()).build(services::PaperKind::RegistrationList, std::nullopt, *year());
    if (paper && leadToGaps(shell(), window(), tr("Chốt bảng đăng ký"), services::gapsIn(*paper)))
        return;
    const int collectives = countOf([](const Row& row) { return row.id && row.subject.collective; });
    const auto school = services::SchoolService(file()).school();
    QString doubts;
    if (paper)
        for (const auto& note : services::paperNotes(file(), *paper))
            doubts += QLatin1Char('\n') + toQ(note);
    const TextDialog::Words words{.name = QStringLiteral("handInDialog"),
                                  .title = tr("Chốt bảng đăng ký nộp ngày %1").arg(dateText(file().clock().today())),
                                  .text = tr("Bảng gồm %1 người và %2 tập thể đã đăng ký được giữ nguyên như hôm nay, xem lại ở “Các bảng đã nộp”. "
                                             "Sau đó vẫn sửa được đăng ký, nhưng bảng đã chốt không đổi và việc chốt không hoàn tác được.")
                                              .arg(m_board.registered).arg(collectives) + doubts,
                                  .label = tr("Nộp cho"),
                                  .initial = school ? toQ(school->data.superiorAgency) : QString(),
                                  .missing = tr("Xin ghi nơi nhận bảng đăng ký."),
                                  .verb = tr("Chốt bảng")};
    const auto run = [this](const std::string& to) {
        return shell().runner.run([&] { return RegistrationService(file()).handIn(*year(), to); },
                                  [this](domain::RegistrationListId) { showHandedIn(); });
    };
    (new TextDialog(words, shell().runner, run, this))->open();
}

void RegistrationsPage::showHandedIn()
{
    if (!leaveForm())
        return;
    const auto lists = readOr([&] { return RegistrationService(file()).handedIn(*year()); });
    auto* body = new Stack(12);
    body->text(tr("Mỗi bảng giữ nguyên như trong ngày nộp; sửa đăng ký về sau không đổi bảng đã nộp."), TypeRole::Text, Ink::Text2);
    for (auto list = lists.rbegin(); list != lists.rend(); ++list)
        body->add(listCard(*list));
    openForm({.title = tr("Các bảng đã nộp"), .subtitle = lists.empty() ? tr("Chưa nộp bảng nào") : tr("%1 bảng").arg(lists.size()), .body = body,
              .name = "handedIn", .first = body->findChild<QPushButton*>()});
}

QWidget* RegistrationsPage::listCard(const services::HandedInList& list)
{
    auto* card = new Card(tr("Ngày %1").arg(dateText(list.list.handedInOn)), QStringLiteral("send"));
    const auto people = std::count_if(list.lines.begin(), list.lines.end(), [](const auto& line) { return line.subject.person.has_value(); });
    const auto late = std::count_if(list.lines.begin(), list.lines.end(), [](const auto& line) { return line.late; });
    QString counts = tr("%1 người, %2 tập thể").arg(people).arg(static_cast<std::ptrdiff_t>(list.lines.size()) - people);
    if (late > 0)
        counts += tr("; %1 đăng ký muộn").arg(late);
    card->body()->addWidget(makeWrapped(tr("Nộp %1").arg(toQ(list.list.handedTo)), TypeRole::Text, Ink::Text, card));
    card->body()->addWidget(makeWrapped(counts, TypeRole::Text, Ink::Text2, card));
    auto* view = makeButton(tr("Xem và in…"), QStringLiteral("print"), ButtonKind::Normal, card);
    view->setObjectName(QStringLiteral("handedIn.%1").arg(list.id.value()));
    view->setAccessibleName(tr("Xem và in bảng nộp ngày %1").arg(dateText(list.list.handedInOn)));
    connect(view, &QPushButton::clicked, this, [this, id = list.id] { printList(id); });
    card->body()->addWidget(view);
    return card;
}

void RegistrationsPage::printList(domain::RegistrationListId id)
{
    shell().runner.read([&] { return services::DocumentService(file()).handedInList(id); },
                        [this](const documents::Document& paper) {
                            context().preview(paper, tr("Bảng đăng ký đã nộp %1").arg(toQ(schoolYear().text())),
                                              services::formatsOf(services::PaperKind::RegistrationList));
                        });
}

RegistrationsPage::Rows RegistrationsPage::lacking(Rows rows) const
{
    std::erase_if(rows, [](const Row* row) { return row->status != Status::None && row->status != Status::Wanting; });
    return rows;
}

/// A message for Zalo or e-mail; nothing is sent by itself.
void RegistrationsPage::remind(const Rows& rows)
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
    table()->clearFilters();
    table()->setExtraFilter([this, who](int row) {
        return std::find(who.begin(), who.end(), rows()[static_cast<std::size_t>(row)].subject) != who.end();
    });
}

bool RegistrationsPage::openRecord(EntityKind kind, std::int64_t id)
{
    const auto found = std::find_if(rows().begin(), rows().end(), [id](const Row& row) { return row.id && row.id->value() == id; });
    return kind == EntityKind::Registration && found != rows().end() && ListPage::openRecord(kind, rowIdOf(found->subject));
}

}
