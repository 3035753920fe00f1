// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "render/page_painter.h"
#include "ui/print/paper_output.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTimer;

namespace thidua::ui {

class Job;
class Label;
class MessageArea;
class PageView;
class Prompter;
struct Shell;
class ThumbnailList;

/// What runs for this paper: words, how far it is, “Dừng”.
class WorkRow : public QWidget {
    Q_OBJECT
public:
    explicit WorkRow(QWidget* parent = nullptr);
    void show(const QString& words, std::function<std::pair<int, int>()> steps);
signals:
    void stopped();

private:
    Label* m_words;
    QProgressBar* m_bar;
    QTimer* m_timer;
    std::function<std::pair<int, int>()> m_steps; ///< done and all
};

/// A paper as it will print: pages in small, the page, what was checked; printer, PDF, Word and Excel.
/// Esc closes; Ctrl+P prints, Ctrl+S saves in the first format, Ctrl + − 0 zoom, Ctrl+PgUp/PgDn turn pages.
class PreviewDialog : public QDialog {
    Q_OBJECT
public:
    /// `suggestedName` has no ending; `formats` are endings ("pdf", "docx", "xlsx", "html"), others are left out. `notes`: what
    /// is to be asked about the paper.
    PreviewDialog(QWidget* parent, Prompter& prompter, documents::Document document, const QString& suggestedName,
                  const std::vector<std::string>& formats, Shell* shell = nullptr, const std::vector<std::string>& notes = {});
    PageView& pageView() const { return *m_view; }
    MessageArea& messages() const { return *m_messages; }
    /// Asks where and writes; true when the file stands there. Many pages are written beside the window, with “Dừng”: then false at once.
    bool save(const std::string& suffix);
    /// The same for a printer that was chosen.
    void printTo(std::unique_ptr<QPrinter> printer);
    /// What runs beside the window; nullptr when nothing does.
    Job* job() const;

private:
    QWidget* makeHead();
    QWidget* makePaper();
    QWidget* makeToolbar();
    void addPaging(QHBoxLayout* row);
    void addZoom(QHBoxLayout* row);
    void addKeys();
    QString summary() const;
    void showCurrent();
    void showZoom();
    void print();
    bool isLong() const;
    void tell(const QString& path, const std::optional<Error>& error);
    void tellPrinted(bool failed);
    void beginWork(const QString& words, Job* job, std::function<std::pair<int, int>()> steps);
    void endWork();
    Shell* m_shell; ///< none in a window without jobs: everything then happens at once
    Prompter& m_prompter;
    documents::Document m_document;
    render::PageSet m_pages;
    QString m_name;
    std::vector<PaperFormat> m_formats;
    MessageArea* m_messages;
    WorkRow* m_work;
    QPointer<Job> m_job;
    ThumbnailList* m_thumbnails;
    PageView* m_view;
    QLineEdit* m_page = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
    QPushButton* m_out = nullptr;
    QPushButton* m_in = nullptr;
    QComboBox* m_zoom = nullptr;
};

/// Shows the preview over the main window, in its size, until it is closed.
void showPreview(QWidget* parent, Prompter& prompter, const documents::Document& document, const QString& suggestedName,
                 const std::vector<std::string>& formats, Shell* shell = nullptr, const std::vector<std::string>& notes = {});

}
