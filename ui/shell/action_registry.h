// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <functional>
#include <vector>

class QMenu;

namespace thidua::ui {

/// One command of the program: on buttons, in menus and in Ctrl+K by the same words.
struct ActionSpec {
    QString id;              ///< “registration.add”
    QString text;            ///< a verb: “Thêm đăng ký”
    QString icon{};
    QKeySequence shortcut{};
    QString context{};       ///< the page's id; empty: everywhere
    QString words{};         ///< further words to find it by in Ctrl+K
    std::function<void()> run{};
};

/// All commands by id; owned by the window and passed by reference.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Adding an id again replaces what it does and says.
    QAction* add(const ActionSpec& spec);
    /// Opens the page of a command's context before it runs; false when that page can't be shown now.
    void setOpener(std::function<bool(const QString& page)> opener) { m_opener = std::move(opener); }
    /// nullptr when there is none.
    QAction* find(const QString& id) const;
    /// Disables with the reason as tooltip; an empty reason enables.
    void setReason(const QString& id, const QString& reason);
    /// These commands are off with the reason, whatever else is said of them and whenever they are added.
    void setLooking(const QString& reason, const QStringList& writing);
    /// Enabled commands whose words match, for Ctrl+K: those of `context` and the general ones first.
    std::vector<QAction*> matching(const QString& query, const QString& context) const;
    static QString contextOf(const QAction* action);
    void fill(QMenu* menu, const QStringList& ids) const;
signals:
    /// A command is off after all: why.
    void refused(const QString& reason);

private:
    struct Entry {
        ActionSpec spec;
        QAction* action;
        std::string fold;
    };
    void run(const QString& id);
    std::vector<Entry> m_entries;
    QString m_looking;
    QStringList m_writing;
    std::function<bool(const QString&)> m_opener;
};

}
