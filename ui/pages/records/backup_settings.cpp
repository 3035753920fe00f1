// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/backup_settings.h"

#include "services/attachments/attachment_service.h"
#include "services/core/file_check.h"
#include "ui/pages/records/backup_words.h"
#include "ui/pages/school_job.h"
#include "ui/text/path_words.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QSettings>

namespace thidua::ui {

using services::BackupService;

namespace {

QString sizeText(qint64 bytes)
{
    return bytes >= 1'000'000 ? QStringLiteral("%1 MB").arg(decimalText(bytes / 100'000, 1)) : QStringLiteral("%1 kB").arg(wholeText((bytes + 999) / 1000));
}

}

BackupSettings::BackupSettings(Shell& shell, SchoolContext& context, OpenFile openFile, QWidget* parent)
    : SettingsSection(shell, context, parent), m_openFile(std::move(openFile)), m_model([](const Row& row) { return row.id; }, this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    column->addWidget(buildHead());
    column->addWidget(buildList(), 1);
    connect(&shell.bus, &ChangeBus::changed, this, [this] { showAge(); });
    connect(&shell.status, &StatusLine::backupChanged, this, &BackupSettings::readAgain);
    connect(qApp, &QGuiApplication::applicationStateChanged, this, &BackupSettings::readAgain);
}

QWidget* BackupSettings::buildHead()
{
    auto* card = new Card(tr("Sao lưu"), QStringLiteral("backup"), tr("mỗi bản được đọc lại, kiểm tra xong mới tính"), this);
    auto* state = new QHBoxLayout;
    state->setSpacing(Theme::px(8));
    m_icon = makeIconLabel(QStringLiteral("shield-ok"), Ink::Ok, 16, card);
    m_icon->setObjectName(QStringLiteral("backupMark"));
    m_age = new Label({}, TypeRole::Strong, Ink::Text, card);
    state->addWidget(m_icon);
    state->addWidget(m_age);
    state->addStretch();
    m_check = makeButton(tr("Kiểm tra tệp đang mở"), QStringLiteral("inspect"), ButtonKind::Normal, card);
    m_check->setObjectName(QStringLiteral("fileCheck"));
    connect(m_check, &QPushButton::clicked, this, &BackupSettings::checkFile);
    state->addWidget(m_check);
    m_now = makeButton(tr("Sao lưu ngay"), QStringLiteral("backup"), ButtonKind::Primary, card);
    m_now->setObjectName(QStringLiteral("backupNow"));
    connect(m_now, &QPushButton::clicked, this, &BackupSettings::backUp);
    state->addWidget(m_now);
    card->body()->addLayout(state);
    auto* folder = new QHBoxLayout;
    folder->setSpacing(Theme::px(8));
    folder->addWidget(new Label(tr("Thư mục sao lưu"), TypeRole::SmallStrong, Ink::Text2, card));
    m_folder = new LineField(tr("chưa chọn – nên là ổ khác hoặc USB"), card);
    m_folder->setObjectName(QStringLiteral("backupFolder"));
    m_folder->setAccessibleName(tr("Thư mục sao lưu"));
    m_folder->setReadOnly(true);
    folder->addWidget(m_folder, 1);
    auto* choose = makeButton(tr("Chọn thư mục…"), QStringLiteral("folder"), ButtonKind::Normal, card);
    choose->setObjectName(QStringLiteral("backupChoose"));
    connect(choose, &QPushButton::clicked, this, &BackupSettings::chooseFolder);
    folder->addWidget(choose);
    card->body()->addLayout(folder);
    m_onClose = new CheckField(tr("Tự sao lưu vào thư mục này khi đóng chương trình, nếu sổ có thay đổi"), card);
    m_onClose->setObjectName(QStringLiteral("backupOnClose"));
    connect(m_onClose, &QCheckBox::clicked, this, [](bool on) { QSettings().setValue(QStringLiteral("backup/onClose"), on); });
    card->body()->addWidget(m_onClose);
    return card;
}

QWidget* BackupSettings::buildList()
{
    setColumns();
    m_table = new RecordTable(&m_model, QStringLiteral("backupTable"), tr("Các bản sao lưu trong thư mục"), this);
    m_table->setEmptyState(new EmptyState(QStringLiteral("backup"), tr("Thư mục chưa có bản sao lưu nào"),
                                          tr("Mỗi lần sao lưu để lại một tệp riêng, mang ký hiệu trường và ngày giờ. Bấm “Sao lưu ngay” để làm bản đầu tiên.")));
    m_verify = makeButton(tr("Kiểm tra bản này"), QStringLiteral("inspect"), ButtonKind::Normal, this);
    m_verify->setObjectName(QStringLiteral("backupVerify"));
    connect(m_verify, &QPushButton::clicked, this, &BackupSettings::verifyCurrent);
    m_restore = makeButton(tr("Khôi phục từ bản này…"), QStringLiteral("restore"), ButtonKind::Normal, this);
    m_restore->setObjectName(QStringLiteral("backupRestore"));
    connect(m_restore, &QPushButton::clicked, this, &BackupSettings::restoreCurrent);
    m_other = makeButton(tr("Từ tệp khác…"), QStringLiteral("folder"), ButtonKind::Normal, this);
    m_other->setObjectName(QStringLiteral("backupRestoreOther"));
    m_other->setAccessibleName(tr("Khôi phục từ tệp khác"));
    connect(m_other, &QPushButton::clicked, this, &BackupSettings::restoreOther);
    for (auto* button : {m_verify, m_restore, m_other})
        m_table->addToToolbarRight(button);
    connect(m_table, &RecordTable::currentChanged, this, &BackupSettings::follow);
    connect(m_table, &RecordTable::activated, this, &BackupSettings::verifyCurrent);
    follow();
    m_table->sortBy(QStringLiteral("time"), Qt::DescendingOrder);
    return m_table;
}

void BackupSettings::follow()
{
    const bool free = m_job == nullptr;
    const bool chosen = m_table->currentId().has_value();
    m_now->setEnabled(free && !BackupService::isLookedAt(file()));
    m_check->setEnabled(free);
    m_other->setEnabled(free);
    m_verify->setEnabled(free && chosen);
    m_restore->setEnabled(free && chosen);
}

/// Copies, checks and restorings take seconds on a slow stick: beside the window, and one after the other.
void BackupSettings::waitFor(Job* job)
{
    m_job = job;
    follow();
    connect(job, &Job::finished, this, [this] {
        m_job = nullptr;
        load();
        follow();
    });
}

void BackupSettings::setColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back({QStringLiteral("time"), tr("Lúc"), [](const Row& r) { return Cell::plain(r.time); }, 140});
    columns.back().sortKey = [](const Row& r) { return SortKey(r.order.toStdString()); };
    columns.push_back({QStringLiteral("name"), tr("Tệp"), [](const Row& r) { return Cell::plain(QFileInfo(r.path).fileName()); }, 260});
    columns.back().stretch = true;
    columns.push_back({QStringLiteral("size"), tr("Cỡ"), [](const Row& r) { return Cell::secondary(sizeText(r.bytes)); }, 80, Align::Right});
    columns.back().sortKey = [](const Row& r) { return SortKey(static_cast<double>(r.bytes)); };
    columns.push_back({QStringLiteral("state"), tr("Tình trạng"), [](const Row& r) {
        if (!r.trouble.isEmpty()) {
            Cell cell = r.school.isEmpty() ? Cell::mark(Tone::Bad, tr("Không dùng được")) : Cell::mark(Tone::Warn, tr("Đọc được, có vấn đề"));
            cell.tip = r.trouble;
            return cell;
        }
        if (!r.school.isEmpty())
            return Cell::mark(Tone::Ok, tr("Vừa kiểm tra: %1").arg(r.school));
        if (r.newest && !r.newestOfAll) {
            Cell cell = Cell::mark(Tone::Ok, tr("Bản sau cùng của tệp đang mở"));
            cell.tip = tr("Đã kiểm tra. Có bản lập sau bản này, nhưng là của một hiện trạng khác của trường: trước một lần phục hồi, hoặc của một tệp khác.");
            return cell;
        }
        return r.newest ? Cell::mark(Tone::Ok, tr("Mới nhất, đã kiểm tra")) : Cell::secondary(r.sealed ? tr("đã kiểm tra khi lập") : tr("chưa kiểm tra, không có niêm phong"));
    }, 300});
    m_model.setColumns(std::move(columns));
}

/// What is said of the file as it is now: with each operation, undo among them, it is another one.
void BackupSettings::showAge()
{
    if (m_checkedWrites != file().writesSoFar())
        m_messages->remove(QStringLiteral("check")); // it spoke of the file before it was written to
    m_messages->remove(QStringLiteral("attachments"));
    if (const auto weight = services::AttachmentService(file()).weight(); weight && weight->heavy)
        m_messages->show({Tone::Warn, tr("Tệp đính kèm làm bản sao lưu nặng"), toQ(weight->sentence), {}, false, QStringLiteral("attachments")});
    const auto words = BackupService::isLookedAt(file()) ? BackupWords{Tone::Mute, tr("Đang xem một bản sao lưu; muốn sao lưu, xin mở tệp đang làm việc của trường")}
                                                         : backupWords(BackupService::age(file()), toQ(file().clock().nowUtc()));
    m_age->setText(words.text);
    const Ink ink = words.tone == Tone::Ok ? Ink::Ok : words.tone == Tone::Warn ? Ink::Warn : words.tone == Tone::Bad ? Ink::Bad : Ink::Text2;
    m_age->setInk(ink);
    setIcon(*m_icon, words.tone == Tone::Ok ? QStringLiteral("shield-ok") : QStringLiteral("shield-warn"), ink);
}

void BackupSettings::load()
{
    showAge();
    m_folder->setText(QDir::toNativeSeparators(backupFolder()));
    m_onClose->setChecked(backsUpOnClose());
    readList();
}

/// Another program, or a hand at the stick, may have changed the folder.
void BackupSettings::readAgain()
{
    showAge();
    if (isVisible() && m_job == nullptr)
        readList();
}

void BackupSettings::showEvent(QShowEvent* event)
{
    SettingsSection::showEvent(event);
    readAgain();
}

void BackupSettings::readList()
{
    std::vector<Row> rows;
    const QString folder = backupFolder();
    const QString own = QFileInfo(shownPath(file().path())).canonicalFilePath();
    const auto age = BackupService::age(file());
    const QString newest = QFileInfo(toQ(age.path)).canonicalFilePath();
    if (!folder.isEmpty())
        for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.thidua")}, QDir::Files, QDir::Time)) {
            if (info.canonicalFilePath() == own)
                continue;
            Row row{static_cast<std::int64_t>(qHash(info.absoluteFilePath()) >> 1U), info.absoluteFilePath(),
                    info.lastModified().toString(QStringLiteral("dd/MM/yyyy HH:mm")), info.lastModified().toString(Qt::ISODate), info.size()};
            row.sealed = BackupService::isSealed(toPath(row.path));
            row.newest = !newest.isEmpty() && info.canonicalFilePath() == newest;
            row.newestOfAll = age.newest;
            if (const auto known = m_checked.find(row.path); known != m_checked.end())
                std::tie(row.school, row.trouble) = known->second;
            rows.push_back(std::move(row));
        }
    m_model.setRows(std::move(rows));
}

BackupSettings::Row* BackupSettings::current()
{
    const auto id = m_table->currentId();
    return id ? const_cast<Row*>(m_model.find(*id)) : nullptr;
}

void BackupSettings::chooseFolder()
{
    const auto chosen = shell().prompter.folder(tr("Thư mục để các bản sao lưu"), QStringLiteral("backup"));
    if (!chosen)
        return;
    QSettings().setValue(QStringLiteral("backup/folder"), *chosen);
    load();
}

void BackupSettings::backUp()
{
    if (backupFolder().isEmpty())
        chooseFolder();
    if (backupFolder().isEmpty())
        return;
    if (const auto there = services::stillThere(file()); !there)
        return shell().runner.fail(there.error());
    waitFor(startSchoolJob(
        this, shell(), file(), tr("Đang sao lưu và kiểm tra"),
        [to = toPath(backupFolder())](services::SchoolFile& copy, Progress& progress) { return BackupService::backupInto(copy, to, &progress); },
        [this](const services::BackupResult& made) {
            shell().status.say(backupMade(made), backupTone(made));
            showBackupAge(shell().status, file());
        })->lasting());
}

void BackupSettings::verifyCurrent()
{
    const Row* row = current();
    if (!row || m_job)
        return;
    struct Checked {
        Result<services::BackupResult> answer; ///< a copy that is damaged is an answer, too
    };
    waitFor(Job::start(
        this, shell(), tr("Đang kiểm tra bản sao lưu"), {},
        [from = toPath(row->path)](Progress& progress) -> Result<Checked> { return Checked{BackupService::verify(from, &progress)}; },
        [this, path = row->path](const Checked& checked) { tellVerified(path, checked.answer); }));
}

void BackupSettings::tellVerified(const QString& path, const Result<services::BackupResult>& checked)
{
    m_checked[path] = checked ? std::pair(toQ(checked->schoolName), QString()) : std::pair(QString(), sentenceOf(checked.error()));
    Message bar;
    bar.key = QStringLiteral("verify");
    if (checked && !BackupService::isOf(*checked, file())) {
        bar.tone = Tone::Warn;
        bar.title = tr("Bản này không phải của tệp đang mở");
        bar.text = tr("%1 là bản sao của một tệp khác: %2.").arg(QFileInfo(path).fileName(), toQ(checked->schoolName));
    } else if (checked && !checked->problems.empty()) {
        bar.tone = Tone::Warn;
        bar.title = tr("Bản sao lưu đọc được, nhưng có %1 vấn đề").arg(checked->problems.size());
        showProblems(bar, checked->problems);
        m_checked[path].second = toQ(checked->problems.front());
    } else if (checked) {
        const QString change = checked->lastChangeAt.empty() ? tr("chưa ghi việc nào") : tr("việc ghi sau cùng: %1").arg(whenText(toQ(checked->lastChangeAt), toQ(file().clock().nowUtc())));
        bar.tone = Tone::Ok;
        bar.title = tr("Bản sao lưu đọc được trọn vẹn");
        bar.text = tr("%1 – %2, %3.").arg(QFileInfo(path).fileName(), toQ(checked->schoolName), change);
    } else {
        bar.tone = Tone::Bad;
        bar.title = tr("Bản sao lưu này không dùng được");
        bar.text = sentenceOf(checked.error());
    }
    m_messages->show(bar);
}

void BackupSettings::checkFile()
{
    if (const auto there = services::stillThere(file()); !there)
        return shell().runner.fail(there.error());
    waitFor(startSchoolJob(
        this, shell(), file(), tr("Đang kiểm tra tệp"),
        [](services::SchoolFile& copy, Progress& progress) { return services::checkSchoolFile(copy, &progress); },
        [this, writes = file().writesSoFar()](const services::CheckReport& report) {
            m_checkedWrites = writes;
            Message bar;
            bar.key = QStringLiteral("check");
            if (report.problems.empty()) {
                bar.tone = Tone::Ok;
                bar.title = tr("Tệp đang mở nguyên vẹn");
                bar.text = tr("Mọi dòng khớp với nhật ký.");
            } else {
                bar.tone = Tone::Bad;
                bar.title = tr("Tệp đang mở có %1 vấn đề").arg(report.problems.size());
                showProblems(bar, report.problems);
            }
            for (const auto& note : report.notes)
                bar.text += QLatin1Char(' ') + toQ(note);
            m_messages->show(bar);
        }));
}

/// The first stands in the bar, all of them behind a button.
void BackupSettings::showProblems(Message& bar, const std::vector<std::string>& problems)
{
    constexpr std::size_t kShown = 15;
    bar.text = toQ(problems.front());
    if (problems.size() == 1)
        return;
    QStringList lines;
    for (const auto& problem : problems)
        if (lines.size() < static_cast<int>(kShown))
            lines << toQ(problem);
    if (problems.size() > kShown)
        lines << tr("Và %1 vấn đề nữa.").arg(problems.size() - kShown);
    bar.actions.push_back({tr("Xem mọi vấn đề"), QStringLiteral("eye"), [this, title = bar.title, lines] { shell().prompter.inform(title, lines.join(QLatin1Char('\n'))); }});
}

void BackupSettings::restoreCurrent()
{
    if (const Row* row = current())
        restore(row->path);
}

void BackupSettings::restoreOther()
{
    if (const auto chosen = shell().prompter.openFile(tr("Chọn bản sao lưu"), {{tr("Tệp của trường"), {QStringLiteral("thidua")}}}, QStringLiteral("backup")))
        restore(*chosen);
}

void BackupSettings::restore(const QString& copy)
{
    const QString own = shownPath(file().path());
    const QString proposal = tr("%1 - khoi phuc %2.thidua").arg(QFileInfo(own).completeBaseName(), QFileInfo(copy).lastModified().toString(QStringLiteral("yyyy-MM-dd HHmm")));
    const auto target = shell().prompter.saveFile(tr("Khôi phục thành tệp nào"), proposal, {{tr("Tệp của trường"), {QStringLiteral("thidua")}}}, QStringLiteral("school"));
    if (!target)
        return;
    if (QFileInfo(*target).canonicalFilePath() == QFileInfo(own).canonicalFilePath() && QFileInfo::exists(*target)) {
        m_messages->show({Tone::Warn, tr("Tệp đang mở không bị ghi đè"),
                          tr("Xin khôi phục thành tệp mang tên khác, rồi mở tệp đó; tệp đang dùng vẫn nguyên."), {}, true, QStringLiteral("restore")});
        return;
    }
    auto erased = BackupService::erasedSince(toPath(copy), file());
    if (erased.empty())
        erased = BackupService::erasedSince(toPath(copy), toPath(*target), file().clock());
    if (!mayBringBack(shell().prompter, erased, toQ(file().clock().nowUtc())))
        return;
    const bool there = QFileInfo::exists(*target);
    if (there && !shell().prompter.confirm({tr("Thay một tệp đã có"),
                                            tr("Đặt bản sao lưu vào chỗ tệp %1? Tệp đang ở đó được giữ lại bên cạnh, dưới tên khác.").arg(QFileInfo(*target).fileName()),
                                            tr("Khôi phục, giữ tệp cũ bên cạnh"), tr("Chọn tên khác sau"), false}))
        return;
    waitFor(Job::start(
        this, shell(), tr("Đang khôi phục và kiểm tra"), {},
        [from = toPath(copy), to = toPath(*target), there, &clock = file().clock()](Progress& progress) { return BackupService::restore(from, to, there, clock, &progress); },
        [this, to = toPath(*target)](const std::filesystem::path& kept) { tellRestored(to, kept); })->lasting());
}

void BackupSettings::tellRestored(const std::filesystem::path& target, const std::filesystem::path& kept)
{
    Message bar{Tone::Ok, tr("Đã khôi phục thành %1").arg(shownPath(target.filename())),
                tr("Nằm ở %1; bản sao lưu vẫn nguyên.").arg(shownPath(target.parent_path()))};
    if (!kept.empty())
        bar.text += QLatin1Char(' ') + tr("Tệp ở đó trước đây được giữ dưới tên %1, cùng thư mục.").arg(shownPath(kept.filename()));
    bar.key = QStringLiteral("restore");
    if (m_openFile)
        bar.actions.push_back({tr("Mở tệp đã khôi phục"), QStringLiteral("folder"), [open = m_openFile, target] { open(target); }});
    m_messages->show(bar);
}

}
