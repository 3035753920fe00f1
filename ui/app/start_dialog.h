// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QVBoxLayout;

namespace thidua::ui {

/// What is shown when no school file is open: found a school, open a file, look at the sample school, come back to a
/// backup; and the files opened last.
class StartDialog : public QDialog {
    Q_OBJECT
public:
    enum class Choice { None, NewSchool, OpenFile, Sample, Restore, Recent };
    StartDialog(const QStringList& recent, const QString& troubleTitle, const QString& trouble, QWidget* parent = nullptr);
    Choice choice() const { return m_choice; }
    QString recentFile() const { return m_recent; }

private:
    void addChoice(QVBoxLayout* layout, const QString& icon, const QString& title, const QString& text, Choice choice, bool main);
    void choose(Choice choice);
    Choice m_choice = Choice::None;
    QString m_recent;
};

}
