// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/school_window.h"

#include "domain/page_ids.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/papers/paper_findings.h"
#include "services/core/backup_service.h"
#include "services/core/school_service.h"
#include "services/core/search.h"
#include "text/messages.h"
#include "ui/app/looking.h"
#include "ui/pages/award/award_pages.h"
#include "ui/pages/follow/follow_pages.h"
#include "ui/pages/foresight/foresight_pages.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/prepare/prepare_pages.h"
#include "ui/pages/receiver/receiver_wizard.h"
#include "ui/pages/records/backup_words.h"
#include "ui/pages/records/records_pages.h"
#include "ui/pages/review/review_pages.h"
#include "ui/pages/rules/rules_pages.h"
#include "ui/pages/school_job.h"
#include "ui/print/preview_dialog.h"
#include "ui/text/path_words.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>

namespace thidua::ui {
namespace {

constexpr int kDrawnMs = 200; ///< a new window has surely been drawn by then

}

SchoolWindow::SchoolWindow(std::unique_ptr<services::SchoolFile> file, Prompter& prompter, QSettings& settings, Program program)
    : m_file(std::move(file)), m_prompter(prompter), m_settings(settings), m_program(std::move(program))
{
    m_context = std::make_unique<SchoolContext>(SchoolContext{
        *m_file,
        [this](const documents::Document& document, const QString& name, const std::vector<std::string>& formats) {
            showPreview(m_window.get(), m_prompter, document, name, formats, &m_window->shell(), services::paperNotes(*m_file, document));
        },
        [this](SchoolYear year) { readYears(year); }});
    m_watch = std::make_unique<FileWatch>(*m_file, m_prompter);
    connect(m_watch.get(), &FileWatch::changed, this, [this] {
        if (!m_watch->trouble()) // what failed for it can be done now
            forgetFailure();
        showBackup();
    });
    connect(m_watch.get(), &FileWatch::lookElsewhere, this, &SchoolWindow::showBackup);
    connect(m_watch.get(), &FileWatch::moved, this, &SchoolWindow::followFile);
    connect(m_watch.get(), &FileWatch::clockJumped, this, [this] {
        m_window->status().say(tr("Đồng hồ của máy vừa bị chỉnh; xin xem lại ngày giờ của máy."), Tone::Warn);
    });
    if (const auto folder = m_settings.value(QStringLiteral("backup/folder")).toString(); !folder.isEmpty())
        services::BackupService::cleanUp(toPath(folder));
    buildWindow(std::nullopt);
}

void SchoolWindow::buildWindow(std::optional<SchoolYear> shown)
{
    m_window = std::make_unique<MainWindow>(m_prompter, m_settings);
    showFileName();
    m_window->shell().lostFile = {[this] { return m_watch->lost(); }, [this] { return m_watch->goElsewhere(); }};
    if (!m_file->readOnlyReason())
        m_window->runner().setElsewhere([this] { m_watch->goElsewhere(); });
    if (const auto reason = m_file->readOnlyReason())
        m_window->setReadOnly(sentenceOf(*reason), writingCommands(isBackupLookedAt()));
    readYears(shown);
    addPages();
    addUserMenu();
    addYearActions();
    m_window->setUndo([this] { undo(true); }, [this] { undo(false); });
    m_window->setMayClose([this] { return mayClose(); });
    m_window->palette().setProvider([this](const QString& query) { return find(query); });
    connect(&m_window->bus(), &ChangeBus::changed, this, [this](const domain::ChangeSet& changes) {
        if (changes.touches(domain::EntityKind::SchoolYearRow))
            readYears(m_year); // Undo of closing a year changes the lock, too.
        showUndo();
        showBackup();
        m_watch->follow();
        if (const auto school = services::SchoolService(*m_file).school())
            m_window->topBar().setSchool(toQ(school->data.name));
    });
    connect(&m_window->runner(), &OperationRunner::failed, m_watch.get(), [this] {
        QTimer::singleShot(0, m_watch.get(), [this] { m_watch->look(true); }); // after the failed verb has come to its end
    });
    connect(&m_window->topBar(), &TopBar::yearChosen, this, &SchoolWindow::showYear);
    connect(&m_window->status(), &StatusLine::backupClicked, this, [this] { backupNow(); });
    showUndo();
    showBackup();
    if (!m_file->readOnlyReason())
        QTimer::singleShot(0, m_window.get(), [this] { lookBack(); });
}

/// Backups may know what the file does not: an older copy was put in its place, or its record was cut. Told once for each such state.
void SchoolWindow::lookBack()
{
    m_lost = services::BackupService::lostSince(*m_file);
    if (m_lost.empty())
        return;
    showBackup();
    QStringList said;
    for (const auto& sentence : m_lost)
        said << toQ(sentence);
    const auto key = QStringLiteral("lost/") + QString::number(qHash(shownPath(m_file->path())));
    if (m_settings.value(key).toStringList() == said)
        return;
    const int answer = m_prompter.choose(tr("Tệp này thiếu việc đã ghi"),
                                         tr("%1\nLàm tiếp với tệp này thì những việc ấy không có trong tệp; bản sao lưu mới nhất còn giữ chúng.").arg(said.join(QLatin1Char('\n'))),
                                         {tr("Xem các bản sao lưu"), tr("Vẫn làm tiếp với tệp này")});
    auto* backups = m_window->actions().find(QStringLiteral("settings.backup"));
    if (answer == 0 && backups)
        backups->trigger();
    else if (answer == 1)
        m_settings.setValue(key, said);
}

SchoolWindow::~SchoolWindow()
{
    m_before.reset();
    m_window.reset(); // Pages go before the file that they read.
}

void SchoolWindow::showFileName()
{
    const auto title = tr("%1 – Thi Đua").arg(fromPath(m_file->path().filename()));
    m_window->setWindowTitle(m_file->readOnlyReason() ? tr("%1 (chỉ xem)").arg(title) : title);
}

/// Of an operation, wherever it is still said.
void SchoolWindow::forgetFailure()
{
    for (auto* messages : m_window->findChildren<MessageArea*>())
        messages->remove(QStringLiteral("operation"));
}

/// The work goes on in another file, in this window: what is being typed stays.
void SchoolWindow::followFile(int missing)
{
    showFileName();
    const auto reason = m_file->readOnlyReason();
    m_window->setReadOnly(reason ? sentenceOf(*reason) : QString(), writingCommands(false));
    forgetFailure();
    if (m_program.opened)
        m_program.opened(m_file->path());
    if (missing > 0) { // what pages show may not be there any more
        readYears(m_year);
        m_window->reloadAll();
    }
    showUndo();
    showBackup();
    m_window->status().say(tr("Đang làm việc với tệp %1").arg(shownPath(m_file->path())), Tone::Ok);
}

/// Every measure of a window belongs to one text size: for another one the window is made anew, in its place and at its page.
bool SchoolWindow::applyLook(Scheme scheme, double factor)
{
    auto* app = qobject_cast<QApplication*>(QCoreApplication::instance());
    if (qFuzzyCompare(factor, Theme::factor())) {
        Theme::apply(*app, scheme, factor);
        return true;
    }
    if (const Page* page = m_window->pageWithOtherEntries()) {
        const int answer = m_prompter.choose(tr("Trang %1 còn phần chưa ghi").arg(page->info().title),
                                             tr("Đổi cỡ chữ thì các trang được dựng lại, phần chưa ghi ở trang ấy sẽ mất."),
                                             {tr("Mở trang ấy để ghi"), tr("Đổi cỡ chữ, bỏ phần chưa ghi"), tr("Giữ cỡ chữ")});
        if (answer == 0)
            m_window->showPage(page->info().id);
        if (answer != 1)
            return false;
    }
    m_window->keep(); // widths are kept as they would be at 100 %, so by the size that they have been made for
    const QRect place = m_window->geometry();
    QMetaObject::invokeMethod(this, [this, app, scheme, factor, place] {
        const auto entries = m_window->entries();
        // The old one stays on the screen as it is until the new one has been drawn: nobody looks at an empty screen meanwhile.
        m_window->setUpdatesEnabled(false);
        m_window->setFixedSize(m_window->size());
        m_before = std::move(m_window);
        Theme::apply(*app, scheme, factor);
        buildWindow(m_year);
        m_window->restore();
        m_window->restoreEntries(entries);
        if (!m_window->isMaximized())
            m_window->setGeometry(place);
        m_window->show();
        m_window->status().say(tr("Đã đổi cách hiển thị"));
        QTimer::singleShot(kDrawnMs, this, [this] { m_before.reset(); });
    }, Qt::QueuedConnection);
    return true;
}

void SchoolWindow::addPages()
{
    addOverviewPage(*m_window, *m_context, [this] { backupNow(); });
    addPreparePages(*m_window, *m_context);
    addFollowPages(*m_window, *m_context);
    addForesightPages(*m_window, *m_context);
    addReviewPages(*m_window, *m_context);
    addAwardPages(*m_window, *m_context);
    addRecordsPages(*m_window, *m_context);
    addRulesPage(*m_window, *m_context);
    addSettingsPage(*m_window, *m_context, m_program.openFile, [this](Scheme scheme, double factor) { return applyLook(scheme, factor); });
}

void SchoolWindow::readYears(std::optional<SchoolYear> wanted)
{
    std::vector<TopBar::Year> years;
    if (const auto rows = services::SchoolService(*m_file).years())
        for (const auto& row : *rows)
            years.push_back({row.data.year, row.data.state == domain::YearState::Closed});
    if (const auto school = services::SchoolService(*m_file).school())
        m_window->topBar().setSchool(toQ(school->data.name));
    if (years.empty())
        return m_window->topBar().setYears({}, SchoolYear::of(m_file->clock().today()));
    auto shown = years.front();
    for (const auto& year : years)
        if (wanted && year.year == *wanted)
            shown = year;
    m_year = shown.year;
    m_window->topBar().setYears(years, shown.year);
    m_window->setSchoolYear(shown.year, shown.closed);
}

void SchoolWindow::showYear(SchoolYear year)
{
    // Entries of one year are settled before another one is shown.
    if (auto* page = m_window->currentPage(); page && !(year == m_year) && !page->mayLeave())
        return;
    readYears(year);
}

void SchoolWindow::addYearActions()
{
    auto* open = m_window->actions().add({"program.years", tr("Mở năm học mới, khóa năm học…"), "calendar", {}, {}, tr("năm học mới"),
                                          [this] {
                                              m_window->showPage(pages::kSettings); // brings the command that opens its part
                                              if (auto* part = m_window->actions().find(QStringLiteral("settings.years")))
                                                  part->trigger();
                                          }});
    m_window->topBar().setYearActions({open});
}

void SchoolWindow::addUserMenu()
{
    auto& actions = m_window->actions();
    actions.add({"program.user", tr("Ghi tên người dùng…"), "user", {}, {}, {}, [this] { askUserName(); }});
    actions.add({"program.new", tr("Trường mới…"), "school", {}, {}, {}, [this] { m_program.newSchool(); }});
    actions.add({"program.open", tr("Mở tệp khác…"), "folder", QKeySequence(Qt::CTRL | Qt::Key_O), {}, {}, [this] {
                     if (const auto path = m_prompter.openFile(tr("Mở tệp của trường"), {{tr("Tệp Thi Đua"), {"thidua"}}}, "open"))
                         m_program.openFile(toPath(*path));
                 }});
    actions.add({"program.import", tr("Nhập dữ liệu từ bảng tính…"), "import", {}, {}, tr("nhập danh sách từ tệp excel học sinh cán bộ khen thưởng đăng ký xếp loại"),
                 [this] { runImport(m_window->shell(), *m_file, m_year, services::ListKind::Staff, m_window.get()); }});
    actions.add({"program.fill", tr("Điền mẫu của cấp trên…"), "excel", {}, {}, tr("điền biểu mẫu excel cấp trên gửi phòng sở tỉnh danh sách đề nghị khen thưởng"),
                 [this] { runReceiver(m_window->shell(), *m_file, m_year, services::ReceiverList::Nominations, m_window.get()); }});
    actions.add({"program.backup", tr("Sao lưu ngay"), "backup", {}, {}, tr("bản sao usb"), [this] { backupNow(); }});
    actions.add({"program.about", tr("Giới thiệu chương trình"), "info", {}, {}, {}, [this] {
                     m_prompter.inform(tr("Thi Đua %1").arg(QStringLiteral(THIDUA_VERSION)),
                                       tr("Chương trình quản lý thi đua, khen thưởng của trường học.\nDữ liệu nằm trong một tệp trên máy: %1\nPhần mềm tự do, giấy phép GPL-3.0-or-later.")
                                           .arg(shownPath(m_file->path())));
                 }});
    actions.add({"program.quit", tr("Đóng chương trình"), "close", QKeySequence(Qt::CTRL | Qt::Key_Q), {}, {}, [this] { m_window->close(); }});
    for (const char* id : {"program.open", "program.quit"})
        m_window->addAction(actions.find(id)); // so that their keys work everywhere
    actions.fill(m_window->topBar().userMenu(), {"program.user", "program.new", "program.open", "program.import", "program.fill", "program.backup", "window.guide", "program.about", "program.quit"});
    m_window->topBar().setUser(toQ(m_file->session().userName), {});
}

void SchoolWindow::askUserName()
{
    const auto name = m_prompter.askText(tr("Tên người dùng"), tr("Tên này được ghi vào nhật ký cùng mỗi việc đã làm"), toQ(m_file->session().userName), tr("Ghi tên"));
    if (!name || name->trimmed().isEmpty())
        return;
    m_settings.setValue(QStringLiteral("user/name"), name->trimmed());
    m_file->setUserName(fromQ(name->trimmed()));
    m_window->topBar().setUser(name->trimmed(), {});
}

void SchoolWindow::undo(bool back)
{
    m_window->runner().run([this, back] { return back ? m_file->undo() : m_file->redo(); });
}

void SchoolWindow::showUndo()
{
    const auto names = m_file->undoNames();
    m_window->status().setUndo(names.undo && !m_file->readOnlyReason() ? toQ(*names.undo) : QString());
}

void SchoolWindow::showBackup()
{
    if (m_watch->trouble())
        return m_window->status().setBackup(Tone::Bad, tr("Tệp không còn như cũ – bấm để ghi hiện trạng ra tệp khác"));
    if (isBackupLookedAt())
        return m_window->status().setBackup(Tone::Mute, tr("Đang xem một bản sao lưu"));
    if (!m_lost.empty())
        return m_window->status().setBackup(Tone::Bad, tr("Tệp này thiếu việc mà bản sao lưu còn giữ – bấm để sao lưu riêng"));
    // A supposed date is no clock.
    if (const auto doubt = services::BackupService::clockDoubt(*m_file); doubt && dynamic_cast<const SystemClock*>(&m_file->clock()))
        return m_window->status().setBackup(Tone::Warn, tr("Xem lại đồng hồ máy: việc ghi sau cùng mang ngày %1").arg(whenText(toQ(doubt->lastChangeAt), toQ(doubt->now))));
    showBackupAge(m_window->status(), *m_file);
}

bool SchoolWindow::isBackupLookedAt() const
{
    return services::BackupService::isLookedAt(*m_file);
}

Job* SchoolWindow::backupNow()
{
    if (m_backup || isBackupLookedAt() || !m_watch->look(true))
        return nullptr;
    auto folder = m_settings.value(QStringLiteral("backup/folder")).toString();
    if (folder.isEmpty() || !QFileInfo(folder).isDir()) {
        const auto chosen = m_prompter.folder(tr("Chọn thư mục sao lưu (USB hoặc ổ đĩa khác)"), "backup");
        if (!chosen)
            return nullptr;
        folder = *chosen;
        m_settings.setValue(QStringLiteral("backup/folder"), folder);
    }
    m_backup = startSchoolJob(
        m_window.get(), m_window->shell(), *m_file, tr("Đang sao lưu và kiểm tra"),
        [to = toPath(folder)](services::SchoolFile& copy, Progress& progress) {
            return services::BackupService::backupInto(copy, to, &progress);
        },
        [this](const services::BackupResult& result) {
            m_window->status().say(backupMade(result), backupTone(result));
            showBackup();
        })->lasting();
    return m_backup;
}

/// Before closing: the person waits for it, there is nothing else to do in the window.
bool SchoolWindow::backedUp()
{
    Job* job = m_backup ? m_backup.data() : backupNow();
    if (job)
        job->wait();
    return job && services::BackupService::age(*m_file).current;
}

bool SchoolWindow::mayClose()
{
    if (!m_watch->mayClose())
        return false;
    if (m_watch->trouble() || isBackupLookedAt() || !m_settings.value(QStringLiteral("backup/onClose"), true).toBool() || services::BackupService::age(*m_file).current)
        return true;
    const auto folder = m_settings.value(QStringLiteral("backup/folder")).toString();
    if (!folder.isEmpty() && QFileInfo(folder).isDir() && backedUp())
        return true;
    // What an earlier session left without a backup is backed up as well, but nobody who only looked is asked for a place.
    if (!m_file->changedSinceOpening())
        return true;
    const int answer = m_prompter.choose(tr("Sao lưu trước khi đóng"),
                                         services::BackupService::age(*m_file).never
                                             ? tr("Dữ liệu chưa được sao lưu lần nào. Bản sao nên để trên USB hoặc ổ đĩa khác.")
                                             : tr("Dữ liệu đã có thay đổi từ lần sao lưu trước. Bản sao nên để trên USB hoặc ổ đĩa khác."),
                                         {tr("Chọn nơi sao lưu…"), tr("Đóng, không sao lưu"), tr("Ở lại làm việc")});
    if (answer == 0) {
        m_settings.remove(QStringLiteral("backup/folder"));
        return backedUp();
    }
    return answer == 1;
}

std::optional<domain::SchoolYearId> SchoolWindow::yearId()
{
    const auto row = services::SchoolService(*m_file).yearOf(m_year);
    return row ? std::optional(row->id) : std::nullopt;
}

std::vector<PaletteItem> SchoolWindow::find(const QString& query)
{
    using enum domain::EntityKind;
    static const std::map<domain::EntityKind, const char*> kIcons = {
        {Person, "person"}, {Collective, "people"}, {SchoolClass, "people"}, {Enrolment, "pupil"}, {Campaign, "flag"}, {Plan, "plan"}, {Decision, "decision"},
        {Submission, "send"}, {Initiative, "bulb"}, {LegalText, "book"}, {Observance, "calendar"}, {Activity, "star"}, {HonourRecord, "history"}, {Contest, "certificate"},
    };
    std::vector<PaletteItem> items;
    const auto year = yearId();
    const auto hits = year ? services::search(*m_file, *year, fromQ(query), 20, true) : Result<std::vector<services::SearchHit>>(std::vector<services::SearchHit>{});
    if (!hits)
        return items;
    for (const auto& hit : *hits) {
        const auto icon = kIcons.find(hit.entity);
        items.push_back({icon == kIcons.end() ? "search" : icon->second, toQ(hit.text), toQ(hit.detail),
                         [this, entity = hit.entity, id = hit.line ? hit.line : hit.id] { m_window->openRecord(entity, id); }});
    }
    return items;
}

}
