// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/program.h"

#include "services/core/backup_service.h"
#include "services/core/sample_service.h"
#include "ui/app/start_dialog.h"
#include "ui/pages/records/new_school_dialog.h"
#include "ui/text/path_words.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTableView>
#include <QTimer>

namespace thidua::ui {
namespace {

QString userName(const QSettings& settings)
{
    return settings.value(QStringLiteral("user/name"), QObject::tr("Văn thư")).toString();
}

}

Program::Program(const Options& options, QSettings& settings)
    : m_options(options), m_settings(settings), m_prompter(std::make_unique<DialogPrompter>(nullptr))
{
    if (options.today)
        m_clock = std::make_unique<FixedClock>(*options.today);
    else
        m_clock = std::make_unique<SystemClock>();
}

Program::~Program() = default;

QStringList Program::recent() const
{
    return m_settings.value(QStringLiteral("files/recent")).toStringList();
}

QStringList Program::recentThere() const
{
    QStringList files = recent();
    files.removeIf([this](const QString& path) { return path != m_notOpened && !QFileInfo::exists(path); });
    return files;
}

QString Program::samplePath() const
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("truong-mau-mang-den.thidua"));
}

bool Program::start()
{
    if (!m_options.file.isEmpty()) {
        const bool make = !m_options.sample.isEmpty() && !QFileInfo::exists(m_options.file);
        return openOrAsk(make ? openSample(m_options.sample, m_options.file) : open(m_options.file));
    }
    const auto files = recent();
    if (files.isEmpty())
        return openOrAsk(Trouble());
    return openOrAsk(QFileInfo::exists(files.constFirst()) ? open(files.constFirst()) : missing(files.constFirst()));
}

/// Another file is not opened in its stead: whoever works on would not notice.
Program::Trouble Program::missing(const QString& path)
{
    m_notOpened = path;
    return {tr("Không thấy tệp mở lần trước"),
            tr("Tệp “%1” không còn ở chỗ cũ. Nếu tệp nằm trên USB hay thư mục mạng: cắm, nối lại rồi bấm tên tệp ở dưới cùng. Nếu đã chuyển đi: Mở tệp… ở chỗ mới. Nếu mất hẳn: Khôi phục từ bản sao lưu…")
                .arg(QDir::toNativeSeparators(path))};
}

bool Program::openOrAsk(Opened trouble)
{
    while (trouble) {
        StartDialog dialog(recentThere(), trouble->title, trouble->text);
        if (dialog.exec() != QDialog::Accepted)
            return false;
        switch (dialog.choice()) {
        case StartDialog::Choice::NewSchool: trouble = founded(); break;
        case StartDialog::Choice::Sample: trouble = QFileInfo::exists(samplePath()) ? open(samplePath()) : openSample(QStringLiteral("mang-den"), samplePath()); break;
        case StartDialog::Choice::Restore: trouble = restored(); break;
        case StartDialog::Choice::Recent: trouble = open(dialog.recentFile()); break;
        case StartDialog::Choice::OpenFile: {
            const auto path = m_prompter->openFile(tr("Mở tệp của trường"), {{tr("Tệp Thi Đua"), {"thidua"}}}, "open");
            trouble = path ? open(*path) : Trouble();
            break;
        }
        case StartDialog::Choice::None: return false;
        }
    }
    return true;
}

std::optional<Program::Opening> Program::howToOpen(const QString& path)
{
    if (!services::BackupService::isSealed(toPath(path)))
        return Opening{path, false, {}};
    if (!m_options.shot.isEmpty())
        return Opening{path, true, {}};
    const int answer = m_prompter->choose(tr("Đây là một bản sao lưu"),
                                          tr("“%1” là bản sao lưu của trường. Bản sao phải giữ nguyên như lúc sao lưu, nên chương trình không ghi gì vào đó.\n"
                                             "Muốn làm việc tiếp từ bản này: khôi phục nó thành một tệp khác. Chỉ cần tra cứu: mở để xem.")
                                              .arg(QDir::toNativeSeparators(path)),
                                          {tr("Khôi phục thành tệp để làm việc…"), tr("Chỉ mở để xem"), tr("Không mở")});
    if (answer == 1)
        return Opening{path, true, {}};
    if (answer != 0)
        return std::nullopt;
    auto made = restoreFrom(path, *m_prompter, *m_clock, tr("%1 - khoi phuc.thidua").arg(QFileInfo(path).completeBaseName()), recent().value(0));
    if (!made.trouble.isEmpty())
        m_prompter->inform(tr("Chưa khôi phục được"), made.trouble);
    return made.path.isEmpty() ? std::nullopt : std::optional(Opening{made.path, false, made});
}

Program::Opened Program::open(const QString& path)
{
    const auto opening = howToOpen(path);
    return opening ? openAs(*opening) : Trouble();
}

Result<std::unique_ptr<services::SchoolFile>> Program::fileOf(const Opening& opening)
{
    const services::Session session{fromQ(userName(m_settings))};
    return opening.look ? services::BackupService::look(toPath(opening.path), *m_clock, session)
                        : services::SchoolFile::open(toPath(opening.path), services::SchoolFile::Mode::ReadWrite, *m_clock, session);
}

Program::Opened Program::openAs(const Opening& opening)
{
    auto file = fileOf(opening);
    if (!file) {
        m_notOpened = QFileInfo(opening.path).absoluteFilePath();
        return Trouble{tr("Chưa mở được tệp"), sentenceOf(file.error())};
    }
    m_notOpened.clear();
    show(std::move(*file));
    if (opening.restored)
        tellRestored(*opening.restored);
    return std::nullopt;
}

void Program::tellRestored(const Restored& answer)
{
    m_window->window().status().say(tr("Đã khôi phục từ bản sao lưu thành tệp %1").arg(QDir::toNativeSeparators(answer.path)), Tone::Ok);
    if (!answer.kept.isEmpty())
        m_prompter->inform(tr("Đã khôi phục"), tr("Tệp ở đó trước đây được giữ dưới tên %1, cùng thư mục.").arg(answer.kept));
}

Program::Opened Program::openSample(const QString& name, const QString& path)
{
    auto file = services::createSample(toPath(path), fromQ(name), *m_clock);
    if (!file)
        return Trouble{tr("Chưa lập được trường mẫu"), sentenceOf(file.error())};
    file->reset(); // Opened again under the user's own name.
    return open(path);
}

Program::Opened Program::founded()
{
    const auto answer = NewSchoolDialog::ask(*m_prompter, *m_clock, nullptr);
    if (!answer)
        return Trouble();
    auto file = services::SchoolFile::create(answer->path, answer->command, *m_clock, {fromQ(userName(m_settings))});
    if (!file)
        return Trouble{tr("Chưa lập được tệp của trường"), sentenceOf(file.error())};
    show(std::move(*file));
    return std::nullopt;
}

Program::Opened Program::restored()
{
    const auto answer = askAndRestore(*m_prompter, *m_clock, m_notOpened.isEmpty() ? recent().value(0) : m_notOpened, recent().value(0));
    if (answer.path.isEmpty())
        return answer.trouble.isEmpty() ? Trouble() : Trouble{tr("Chưa khôi phục được"), answer.trouble};
    return openAs({answer.path, false, answer});
}

bool Program::isOpenHere(const QString& path) const
{
    return QFileInfo(path) == QFileInfo(fromPath(m_window->file().path()));
}

void Program::replaceBy(const std::filesystem::path& path)
{
    const auto opening = path.empty() ? std::optional(Opening()) : howToOpen(fromPath(path)); // asked while this window is still there
    if (!opening)
        return;
    // The other file is tried first: when it cannot be opened, this one goes on. The same file cannot be held twice.
    if (!opening->path.isEmpty() && m_window && !isOpenHere(opening->path))
        if (const auto tried = fileOf(*opening); !tried)
            return m_prompter->inform(tr("Chưa mở được tệp"), tr("%1\nTệp đang làm việc vẫn mở.").arg(sentenceOf(tried.error())));
    // Between the windows of two files there is none, and the program goes on.
    QApplication::setQuitOnLastWindowClosed(false);
    if (m_window && !m_window->window().close()) {
        QApplication::setQuitOnLastWindowClosed(true);
        return;
    }
    // The window is still on the stack of its own signal: it goes when the event is done.
    QTimer::singleShot(0, this, [this, opening] {
        m_window.reset();
        const bool goesOn = openOrAsk(opening->path.isEmpty() ? founded() : openAs(*opening));
        QApplication::setQuitOnLastWindowClosed(true);
        if (!goesOn)
            QApplication::quit();
    });
}

void Program::remember(const std::filesystem::path& file)
{
    auto files = recent();
    const auto path = fromPath(std::filesystem::absolute(file));
    files.removeAll(path);
    files.prepend(path);
    if (m_options.shot.isEmpty())
        m_settings.setValue(QStringLiteral("files/recent"), QStringList(files.mid(0, 8)));
}

void Program::show(std::unique_ptr<services::SchoolFile> file)
{
    const auto looking = file->readOnlyReason();
    const bool isBackup = looking && looking->key == "backup.only-looked-at";
    if (!isBackup) // the next start does not begin with a backup
        remember(file->path());
    m_window = std::make_unique<SchoolWindow>(std::move(file), *m_prompter, m_settings,
                                              SchoolWindow::Program{[this](const auto& other) { replaceBy(other); }, [this] { replaceBy({}); },
                                                                    [this](const auto& path) { remember(path); }});
    auto& window = m_window->window();
    window.resize(m_options.size);
    window.restore();
    if (!m_options.year.isEmpty())
        if (const auto year = SchoolYear::parse(fromQ(m_options.year)))
            m_window->showYear(*year);
    if (!m_options.page.isEmpty())
        window.showPage(m_options.page);
    window.show();
    if (looking && !isBackup) // that was just said
        m_prompter->inform(tr("Tệp chỉ mở để xem"), sentenceOf(*looking));
    if (!m_options.shot.isEmpty())
        QTimer::singleShot(700, this, &Program::takeShot);
}

void Program::takeShot()
{
    auto& window = m_window->window();
    window.resize(m_options.size);
    if (m_options.select > 0 && window.currentPage() != nullptr)
        for (auto* view : window.currentPage()->findChildren<QTableView*>())
            if (view->isVisible() && view->model() != nullptr && view->model()->rowCount() >= m_options.select) {
                view->setCurrentIndex(view->model()->index(m_options.select - 1, 1));
                break;
            }
    QTimer::singleShot(400, this, [this] {
        m_window->window().grab().save(m_options.shot);
        QApplication::exit(0);
    });
}

}
