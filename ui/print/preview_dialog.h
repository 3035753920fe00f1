// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "render/page_painter.h"
#include "ui/print/paper_output.h"

#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace thidua::ui {

class Label;
class MessageArea;
class PageView;
class Prompter;
class ThumbnailList;

/// A paper as it will print: pages in small, the page, what was checked; printer, PDF, Word and Excel.
/// Esc closes; Ctrl+P prints, Ctrl+S saves in the first format, Ctrl + − 0 zoom, Ctrl+PgUp/PgDn turn pages.
class PreviewDialog : public QDialog {
    Q_OBJECT
public:
    /// `suggestedName` has no ending; `formats` are endings ("pdf", "docx", "xlsx", "html"), others are left out.
    PreviewDialog(QWidget* parent, Prompter& prompter, documents::Document document, const QString& suggestedName,
                  const std::vector<std::string>& formats);
    PageView& pageView() const { return *m_view; }
    MessageArea& messages() const { return *m_messages; }
    /// Asks where and writes; true when the file stands there.
    bool save(const std::string& suffix);

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
    Prompter& m_prompter;
    documents::Document m_document;
    render::PageSet m_pages;
    QString m_name;
    std::vector<PaperFormat> m_formats;
    MessageArea* m_messages;
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
                 const std::vector<std::string>& formats);

}
