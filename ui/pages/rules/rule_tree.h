// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/rule_book.h"
#include "ui/kit.h"

#include <QSet>

class QTreeWidget;
class QTreeWidgetItem;

namespace thidua::ui::rules_page {

/// Honours and themes in their groups, with a field that looks for words in them and in all that they say.
class RuleTree : public QFrame {
    Q_OBJECT
public:
    /// What stands in the tree beside the book's own entries: at the top of the group with this id.
    struct Extra {
        QString group, id, name;
    };
    explicit RuleTree(const Extra& extra, QWidget* parent = nullptr);
    /// Both books when two days are compared: an entry of either stands in the tree.
    void setBooks(const services::RuleBook& first, const services::RuleBook* second);
    QString current() const;
    /// False when no such entry is there. Clears the search when it hides the entry.
    bool setCurrent(const QString& id);
    /// What is looked for now, and where it stands in the entry shown.
    QString words() const;
    QStringList foundLines(const QString& entry) const { return m_found.value(entry); }
    void focusSearch();
    void clearSearch();
    QTreeWidget* view() const { return m_view; }
    QStringList foldedGroups() const;
    void foldGroups(const QStringList& ids);
signals:
    void chosen(const QString& id);
    void searched();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void addEntry(QTreeWidgetItem* group, const QString& id, const QString& name, bool modelled, bool shown);
    void search();
    bool isShown(const QString& id) const;
    QTreeWidgetItem* item(const QString& id) const;
    Extra m_extra;
    LineField* m_search;
    QTreeWidget* m_view;
    Label* m_nothing;
    services::RuleBook m_book;   ///< both books' entries
    services::RuleBook m_second;
    bool m_two = false;
    QHash<QString, QStringList> m_found;
    bool m_filling = false;
};

}
