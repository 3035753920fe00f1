// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_dialog.h"

#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileDialog>
#include <QFileIconProvider>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QLocale>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>

namespace thidua::ui {
namespace {

struct FileDialogWords {
    Q_DECLARE_TR_FUNCTIONS(FileDialog)
};

/// Tells a file by what it is called. Qt's own reads into each file for its kind, and to open and close the school file once more gives up
/// every lock that this program holds on it (POSIX): another program could write to it then.
class PlainIcons final : public QFileIconProvider {
public:
    using QFileIconProvider::icon;
    QIcon icon(const QFileInfo& info) const override { return icon(info.isDir() ? IconType::Folder : IconType::File); }
    QString type(const QFileInfo&) const override { return {}; }
};

enum FileColumn { NameColumn, SizeColumn, KindColumn, DayColumn };

/// The words of the list that Qt takes from the machine: sizes, kinds and days.
class FileWords final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    QVariant data(const QModelIndex& index, int role) const override
    {
        const auto* files = qobject_cast<QFileSystemModel*>(sourceModel());
        if (files == nullptr || role != Qt::DisplayRole || index.column() == NameColumn)
            return QSortFilterProxyModel::data(index, role);
        const auto source = mapToSource(index);
        const bool folder = files->isDir(source);
        switch (index.column()) {
        case SizeColumn: return folder ? QString() : QLocale(QLocale::Vietnamese).formattedDataSize(files->size(source), 1, QLocale::DataSizeTraditionalFormat);
        case KindColumn: {
            const QString suffix = QFileInfo(files->fileName(source.siblingAtColumn(NameColumn))).suffix();
            return folder ? FileDialogWords::tr("Thư mục") : suffix.isEmpty() ? FileDialogWords::tr("Tệp") : FileDialogWords::tr("Tệp .%1").arg(suffix);
        }
        case DayColumn: return files->lastModified(source).toString(QStringLiteral("dd/MM/yyyy HH:mm"));
        default: return QSortFilterProxyModel::data(index, role);
        }
    }

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const auto* files = qobject_cast<QFileSystemModel*>(sourceModel());
        if (files == nullptr)
            return QSortFilterProxyModel::lessThan(left, right);
        if (files->isDir(left) != files->isDir(right))
            return files->isDir(left);
        switch (left.column()) {
        case SizeColumn: return files->size(left) < files->size(right);
        case DayColumn: return files->lastModified(left) < files->lastModified(right);
        default: return sortKeyOf(files->fileName(left)) < sortKeyOf(files->fileName(right));
        }
    }
};

}

void furnish(QFileDialog& dialog, const QString& folder)
{
    static PlainIcons icons;
    dialog.setIconProvider(&icons);
    dialog.setProxyModel(new FileWords(&dialog));
    dialog.setDirectory(folder); // after the icons: what lists a folder begins at once
    auto* list = dialog.findChild<QTreeView*>(QStringLiteral("treeView"));
    if (list == nullptr)
        return;
    const QSize wanted(Theme::px(940), Theme::px(560));
    dialog.resize(dialog.screen() ? wanted.boundedTo(dialog.screen()->availableSize() - QSize(24, 60)) : wanted);
    const auto& metrics = list->fontMetrics();
    const auto width = [&metrics](const QString& words) { return metrics.horizontalAdvance(words) + Theme::px(28); };
    auto* head = list->header();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    head->resizeSection(SizeColumn, width(list->model()->headerData(SizeColumn, Qt::Horizontal).toString()));
    head->resizeSection(KindColumn, width(FileDialogWords::tr("Tệp .%1").arg(QStringLiteral("thidua"))));
    head->resizeSection(DayColumn, width(QStringLiteral("00/00/0000 00:00")));
    if (auto* splitter = dialog.findChild<QSplitter*>(QStringLiteral("splitter")))
        splitter->setSizes({Theme::px(170), Theme::px(740)});
}

}
