// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/prompter.h"

#include "base/file_name.h"
#include "ui/shell/file_dialog.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>

namespace thidua::ui {
namespace {

/// A dialog of ours: title, words, an optional field, verbs at the right. The first verb closes with 1, the next with 2 …
class Asking final : public QDialog {
public:
    Asking(QWidget* parent, const QString& title, const QString& text) : QDialog(parent)
    {
        setWindowTitle(title);
        m_column = new QVBoxLayout(this);
        m_column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
        m_column->setSpacing(Theme::px(12));
        m_column->addWidget(makeWrapped(title, TypeRole::PanelTitle, Ink::Text, this));
        if (!text.isEmpty())
            m_column->addWidget(makeWrapped(text, TypeRole::Text, Ink::Text, this));
        setMinimumWidth(Theme::px(420));
        setMaximumWidth(Theme::px(620));
    }
    void add(QWidget* widget) { m_column->addWidget(widget); }
    /// `last`: Enter is the last verb.
    void addVerbs(const QStringList& verbs, ButtonKind main, bool last = false)
    {
        auto* row = new QBoxLayout(QBoxLayout::LeftToRight);
        row->setSpacing(Theme::px(8));
        row->addStretch();
        int wide = 0;
        for (int i = 0; i < verbs.size(); ++i) {
            const bool isMain = i == (last ? verbs.size() - 1 : 0);
            auto* button = makeButton(verbs[i], {}, isMain ? main : ButtonKind::Normal, this);
            QObject::connect(button, &QPushButton::clicked, this, [this, i] { done(i + 1); });
            row->addWidget(button);
            wide += button->sizeHint().width() + row->spacing();
            // What destroys is never what Enter does by itself.
            const bool isDefault = main == ButtonKind::Danger ? i + 1 == verbs.size() : isMain;
            button->setDefault(isDefault);
            if (isDefault)
                button->setFocus();
        }
        if (wide > maximumWidth() - Theme::px(48)) // verbs that name what they take, one below the other
            row->setDirection(QBoxLayout::TopToBottom);
        m_column->addSpacing(Theme::px(4));
        m_column->addLayout(row);
    }

private:
    QVBoxLayout* m_column;
};

QString filterText(const std::vector<FileFilter>& filters)
{
    QStringList parts;
    for (const auto& filter : filters) {
        QStringList globs;
        for (const QString& suffix : filter.suffixes)
            globs << QStringLiteral("*.") + suffix;
        parts << QStringLiteral("%1 (%2)").arg(filter.title, globs.join(QLatin1Char(' ')));
    }
    return parts.join(QStringLiteral(";;"));
}

QString lastFolder(const QString& key)
{
    const QString known = QSettings().value(QStringLiteral("folders/") + key).toString();
    // A folder that is no more would stand as a name in the field for the file's.
    if (!known.isEmpty() && QFileInfo(known).isDir())
        return known;
    const QString usual = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(usual).isDir() ? usual : QDir::homePath();
}

/// A proposal that says where keeps its folder, as long as that is there; the name alone is made fit for a disk.
QString properName(const QString& suggested)
{
    const QFileInfo whole(suggested);
    return toQ(safeFileName((whole.isAbsolute() ? whole.fileName() : suggested).toStdString()));
}

QString properFolder(const QString& suggested, const QString& key)
{
    const QFileInfo whole(suggested);
    return whole.isAbsolute() && whole.absoluteDir().exists() ? whole.absolutePath() : lastFolder(key);
}

/// Without a window of its own a question could come up behind the program's.
QWidget* windowFor(QWidget* parent)
{
    if (parent != nullptr || QApplication::activeWindow() != nullptr)
        return parent != nullptr ? parent : QApplication::activeWindow();
    for (auto* widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && widget->isWindow())
            return widget;
    return nullptr;
}

std::optional<QString> remembered(const QString& path, const QString& key, bool isFolder)
{
    if (path.isEmpty())
        return std::nullopt;
    QSettings().setValue(QStringLiteral("folders/") + key, isFolder ? path : QFileInfo(path).absolutePath());
    return path;
}

}

bool DialogPrompter::confirm(const Question& question)
{
    Asking dialog(windowFor(m_parent), question.title, question.text);
    dialog.addVerbs({question.yes, question.no}, question.destroys ? ButtonKind::Danger : ButtonKind::Primary);
    return dialog.exec() == 1;
}

int DialogPrompter::choose(const QString& title, const QString& text, const QStringList& verbs, Usual usual)
{
    Asking dialog(windowFor(m_parent), title, text);
    dialog.addVerbs(verbs, ButtonKind::Primary, usual == Usual::Safe);
    const int result = dialog.exec();
    return result == 0 ? static_cast<int>(verbs.size()) - 1 : result - 1;
}

void DialogPrompter::inform(const QString& title, const QString& text)
{
    Asking dialog(windowFor(m_parent), title, text);
    dialog.addVerbs({QCoreApplication::translate("thidua::ui::DialogPrompter", "Đóng")}, ButtonKind::Normal);
    dialog.exec();
}

std::optional<QString> DialogPrompter::askText(const QString& title, const QString& label, const QString& initial, const QString& verb)
{
    Asking dialog(windowFor(m_parent), title, {});
    auto* field = new LineField;
    field->setValue(initial.toStdString());
    dialog.add(new FormField(label, field, &dialog));
    dialog.addVerbs({verb, QCoreApplication::translate("thidua::ui::DialogPrompter", "Thôi")}, ButtonKind::Primary);
    field->setFocus();
    return dialog.exec() == 1 ? std::optional<QString>(toQ(field->value())) : std::nullopt;
}

std::optional<QString> DialogPrompter::openFile(const QString& title, const std::vector<FileFilter>& filters, const QString& key)
{
    QFileDialog dialog(windowFor(m_parent), title, QDir::rootPath(), filterText(filters));
    dialog.setFileMode(QFileDialog::ExistingFile);
    furnish(dialog, lastFolder(key));
    return dialog.exec() == QDialog::Accepted ? remembered(dialog.selectedFiles().value(0), key, false) : std::nullopt;
}

std::optional<QString> DialogPrompter::saveFile(const QString& title, const QString& suggestedName, const std::vector<FileFilter>& filters,
                                                const QString& key)
{
    QFileDialog dialog(windowFor(m_parent), title, QDir::rootPath(), filterText(filters));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    furnish(dialog, properFolder(suggestedName, key));
    dialog.selectFile(properName(suggestedName));
    if (!filters.empty() && !filters.front().suffixes.isEmpty())
        dialog.setDefaultSuffix(filters.front().suffixes.front());
    // Who asks for the place of a school's file never overwrites: what stands there is kept, or refused, and its own words say so.
    dialog.setOption(QFileDialog::DontConfirmOverwrite);
    const bool keeps = key == QStringLiteral("school");
    for (;;) {
        if (dialog.exec() != QDialog::Accepted)
            return std::nullopt;
        const QString path = dialog.selectedFiles().value(0);
        if (keeps || !QFileInfo::exists(path) || mayReplace(path))
            return remembered(path, key, false);
    }
}

bool DialogPrompter::mayReplace(const QString& path)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("thidua::ui::DialogPrompter", text); };
    return confirm({words(QT_TRANSLATE_NOOP("thidua::ui::DialogPrompter", "Đã có tệp này")),
                    words(QT_TRANSLATE_NOOP("thidua::ui::DialogPrompter", "Ở đó đã có tệp %1. Thay bằng tệp mới?")).arg(QFileInfo(path).fileName()),
                    words(QT_TRANSLATE_NOOP("thidua::ui::DialogPrompter", "Thay tệp cũ")), words(QT_TRANSLATE_NOOP("thidua::ui::DialogPrompter", "Chọn tên khác")), true});
}

std::optional<QString> DialogPrompter::folder(const QString& title, const QString& key)
{
    QFileDialog dialog(windowFor(m_parent), title, QDir::rootPath());
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    furnish(dialog, lastFolder(key));
    return dialog.exec() == QDialog::Accepted ? remembered(dialog.selectedFiles().value(0), key, true) : std::nullopt;
}

template <class T>
std::optional<T> FakePrompter::next()
{
    if (m_answers.empty() || !std::holds_alternative<T>(m_answers.front()))
        return std::nullopt;
    T answer = std::get<T>(m_answers.front());
    m_answers.pop_front();
    return answer;
}

bool FakePrompter::confirm(const Question& question)
{
    m_asked << QStringLiteral("%1 [%2] [%3]").arg(question.title, question.yes, question.no);
    return next<bool>().value_or(false);
}

int FakePrompter::choose(const QString& title, const QString&, const QStringList& verbs, Usual)
{
    m_asked << QStringLiteral("%1 [%2]").arg(title, verbs.join(QStringLiteral("] [")));
    return next<int>().value_or(static_cast<int>(verbs.size()) - 1);
}

void FakePrompter::inform(const QString& title, const QString& text)
{
    m_asked << QStringLiteral("%1: %2").arg(title, text);
}

std::optional<QString> FakePrompter::askText(const QString& title, const QString& label, const QString&, const QString&)
{
    m_asked << QStringLiteral("%1: %2").arg(title, label);
    return next<QString>();
}

std::optional<QString> FakePrompter::openFile(const QString& title, const std::vector<FileFilter>&, const QString&)
{
    m_asked << title;
    return next<QString>();
}

std::optional<QString> FakePrompter::saveFile(const QString& title, const QString& suggestedName, const std::vector<FileFilter>&, const QString&)
{
    m_asked << QStringLiteral("%1: %2").arg(title, properName(suggestedName));
    return next<QString>();
}

std::optional<QString> FakePrompter::folder(const QString& title, const QString&)
{
    m_asked << title;
    return next<QString>();
}

}
