// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/guide.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace thidua::ui {

/// The user's guide beside the window (F1): contents at the left, the text with its pictures at the right, a line to search in it.
class GuideWindow : public QDialog {
    Q_OBJECT
public:
    explicit GuideWindow(QWidget* parent = nullptr);
    /// Shows the section about this page.
    void showPage(const QString& page);
    void showSection(int index);
    int section() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void placePictures();
    void findNext();
    void followScroll();
    QString plainTitle(int index) const;
    Guide m_guide;
    QLineEdit* m_search;
    QListWidget* m_contents;
    QTextBrowser* m_text;
    bool m_jumping = false;
};

}
