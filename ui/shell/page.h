// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/change_set.h"
#include "domain/ids.h"
#include "ui/widgets/message_bar.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QAction;
class QVBoxLayout;

namespace thidua::ui {

class ActionRegistry;
class ChangeBus;
class FlowLayout;
class Label;
class OperationRunner;
class Prompter;
class StatusLine;

/// Where a page stands in the navigation. Groups appear in the order in which their first page is added.
struct PageInfo {
    QString id;     ///< "registrations"
    QString title;  ///< “Đăng ký”
    QString icon;
    QString group;  ///< “Theo dõi”; empty: no caption
};

/// Where entries go when the school's file is not where it was. Set by who opened the file.
struct LostFile {
    std::function<QString()> trouble{};    ///< looks now: the sentence that says what is wrong, empty while all is well
    std::function<bool()> goElsewhere{};   ///< asks for a name and goes on in that file; false when that was not done
};

/// What a page may use of the window.
struct Shell {
    Prompter& prompter;
    OperationRunner& runner;
    ActionRegistry& actions;
    ChangeBus& bus;
    StatusLine& status;
    std::function<void(const QString& pageId)> showPage;
    /// The same, with only these people and collectives shown until “Bỏ lọc”.
    std::function<void(const QString& pageId, const std::vector<domain::SubjectRef>& who)> showOnly;
    /// Opens the page that shows this record and selects it; false when no page does.
    std::function<bool(domain::EntityKind, std::int64_t id)> openRecord;
    std::function<void(const QString& pageId, int count, Tone tone)> setBadge;
    LostFile lostFile{};
};

/// One page of the window: head (title, up to five actions, one line), messages, content. Built when first shown.
/// The window calls setSchoolYear(), then load(); after an operation that affects() it, refresh() – at once when visible, else when shown.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(PageInfo info, Shell& shell, QWidget* parent = nullptr);
    const PageInfo& info() const { return m_info; }

    /// Reads and shows everything for schoolYear().
    virtual void load() = 0;
    virtual bool affects(const domain::ChangeSet& changes) const = 0;
    virtual void refresh(const domain::ChangeSet& changes);
    /// Shows and selects a record; false when it is not here.
    virtual bool openRecord(domain::EntityKind kind, std::int64_t id);
    /// False keeps the person here (a form with unsaved entries, after asking by verbs).
    virtual bool mayLeave() { return true; }

    // The keys that the window passes on: Ctrl+N, Ctrl+S, Ctrl+F, Ctrl+P, F4, Esc. Those a page does not need stay without effect.
    virtual void add() {}
    /// Writes the form that is open; without one it says that everything is written already.
    virtual void save();
    virtual void find() {}
    virtual void print();
    virtual void togglePanel() {}
    virtual void escape() {}
    /// The places F6 visits after the navigation, in order (table, panel …); messages come last by themselves.
    virtual QList<QWidget*> focusStops() const { return {}; }

    /// Takes away what narrows the rows of this page; the window calls it when another school year is shown.
    virtual void clearFilters();
    /// Shows the rows of these alone, as a filter that says so. Pages without people have none.
    virtual void showOnly(const std::vector<domain::SubjectRef>&) {}

    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject&) {}
    /// What was typed and could not be written yet, for the page made anew at another text size; empty when there is nothing.
    virtual QJsonObject entries() const { return {}; }
    virtual void restoreEntries(const QJsonObject&) {}
    /// Whether there is something typed that entries() does not carry: it would be lost with the page.
    virtual bool hasOtherEntries() const { return false; }

    void setSchoolYear(SchoolYear year, bool closed);
    SchoolYear schoolYear() const { return m_year; }
    /// The file is open to be looked at alone: why. Whatever writes is off then, in every school year.
    void setReadOnly(const QString& reason) { m_readOnly = reason; }
    const QString& readOnlyReason() const { return m_readOnly; }
    /// Nothing may be written here: the year is closed, or the file is only looked at.
    bool isClosed() const { return m_closed || !m_readOnly.isEmpty(); }
    /// Says in a bar that the year is closed and how to reopen it; takes the bar away when it is open.
    void showClosedBar() const;
    /// Why an action that writes is off; empty while the year is open.
    QString closedReason() const;
    MessageArea& messages() const { return *m_messages; }
    Label* titleLabel() const { return m_title; }
    Label* summaryLabel() const { return m_summary; }
signals:
    /// A part of the breadcrumb before the title was clicked.
    void parentClicked();

protected:
    Shell& shell() const { return m_shell; }
    /// `parent` is the part before “›” (“Cán bộ – giáo viên”); it becomes a link.
    void setTitle(const QString& title, const QString& parent = {});
    /// What stands here and what wants doing, rich text (“24 người đăng ký, <b>3 thiếu sáng kiến</b> …”).
    void setSummary(const QString& richText);
    /// Up to four buttons, the main one first; `more` goes under “⋯”. `filled` is false where no action is the main one.
    void setActions(const QList<QAction*>& shown, const QList<QAction*>& more = {}, bool filled = true);
    /// Where the content goes; page margins are set, 12 px between parts.
    QVBoxLayout* content() const { return m_content; }

    void changeEvent(QEvent* event) override;

private:
    void showTitle();
    PageInfo m_info;
    QString m_heading, m_parent;
    Shell& m_shell;
    SchoolYear m_year{2021};
    bool m_closed = false;
    QString m_readOnly;
    Label* m_title;
    Label* m_summary;
    FlowLayout* m_buttons;
    MessageArea* m_messages;
    QVBoxLayout* m_content;
};

}
