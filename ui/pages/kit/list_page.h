// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"
#include "ui/pages/kit/verb.h"
#include "ui/pages/school_page.h"

namespace thidua::ui {

/// What a list page is; see docs/page-kit.md.
struct ListLook {
    QString tableName;                 ///< objectName of the table
    QString listName;                  ///< its accessible name
    int panelWidth = 340;
    domain::EntityKind opens;          ///< what openRecord() takes
    domain::EntityKinds reads;         ///< what its read models read: a change of one refreshes the page
    QString chooseFirst{};             ///< “Chọn một chỉ tiêu trước.”: why a verb on a row is off
    QString nothingChosen{};            ///< in the panel while no row is chosen
    QString nothingHere{};             ///< the same while there is no row at all
    QString sortBy{};
    Qt::SortOrder order = Qt::AscendingOrder;
    QString grouping{};
    bool twoLines = false;
    bool selectFirst = false;          ///< the first row is chosen when none is
    bool tickable = false;             ///< rows are ticked for verbs about several, see ListPageOf::addRowsVerb
    QString enterVerb{};               ///< what Enter on a row runs; else it goes into the panel
    QString editVerb = QStringLiteral("edit");     ///< what F2 runs
    QString removeVerb = QStringLiteral("remove"); ///< what Del runs
    QString paperTitle{};              ///< of the list on paper, when the page prints the list itself
};

/// A form that stands in the panel. `save` returns the id of the row it wrote, none when that was refused. Without a binder it is something
/// to read, which one leaves again.
struct PanelForm {
    QString title{};
    QString subtitle{};
    QWidget* body = nullptr;
    FormBinderBase* binder = nullptr;
    QString saveText{};
    std::function<std::optional<std::int64_t>()> save{};
    std::optional<std::int64_t> id{};          ///< the row it is about; none: a new one
    QString name = QStringLiteral("form");     ///< its buttons are “<name>Save” and “<name>Cancel”
    QWidget* first = nullptr;                  ///< takes the focus; else the first line
    bool beside = false;                       ///< part of reading a row: under its facts, and gone with them when nothing was typed
    bool enterSaves = true;                    ///< Enter in a line of it saves
    bool savesClean = true;                    ///< the button is on before anything was typed
};

/// A table and its panel: the panel shows the chosen row, or holds a form. Everything that list pages have in common: verbs and when
/// they are on, forms that nothing typed is lost from, keys, states, printing, refreshing from what is read. Use ListPageOf<Row>.
class ListPage : public SchoolPage {
    Q_OBJECT
public:
    ListPage(PageInfo info, Shell& shell, SchoolContext& context, ListLook look, QWidget* parent = nullptr);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override { return (changes.kinds & m_look.reads).any(); }
    void refresh(const domain::ChangeSet& changes) override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override { return leaveForm(); }
    void add() override { runVerb(QStringLiteral("add")); }
    void print() override { runVerb(QStringLiteral("print")); }
    void find() override { m_table->focusFilter(); }
    void togglePanel() override { m_split->togglePanel(); }
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    RecordTable* table() const { return m_table; }
    SidePanel* panel() const { return m_panel; }
    /// A form has taken the panel's place.
    bool isEditing() const { return m_form && !m_form->beside; }

protected:
    /// Verbs, in the order in which they stand. Before build().
    void addVerb(Verb verb);
    QAction* action(const QString& verb) const;
    /// The rows ticked, or else those chosen.
    QVector<std::int64_t> chosenIds() const;
    /// Runs it, or says why it is off.
    void runVerb(const QString& verb);
    void updateVerbs();
    /// Another place for a verb, after what there is to do; see VerbPlace.
    void placeVerb(const QString& verb, unsigned places);

    /// Makes table, panel and buttons from what has been declared.
    void build(RecordSource* source);
    void setEmpty(const QString& icon, const QString& title, const QString& text, const QString& mainVerb = {}, const QString& secondVerb = {},
                  const QString& hint = {});

    /// Fills the model for year(): none while the file has no such school year.
    virtual void read() = 0;
    virtual QString summary() const = 0;
    /// Title, chip and body of the panel for a row.
    virtual void showRecord(std::int64_t id) = 0;
    virtual bool has(std::int64_t id) const = 0;
    /// Takes away what may hide a row that is to be shown, beside the filter row.
    virtual void reveal(std::int64_t) {}
    /// Rows were read anew: badges, notes.
    virtual void afterRead() {}

    /// Reads and shows everything again.
    void reload();
    const std::optional<domain::SchoolYearId>& year() const { return m_year; }

    /// Puts a form into the panel; the caller made sure by leaveForm() that no other one is lost (verbs that write do so).
    void openForm(PanelForm form);
    /// True when no entry is left unsaved: nothing had been typed, it was saved, or it was dropped.
    bool leaveForm();
    bool saveForm();
    /// The paper in the preview.
    void previewPaper(services::PaperKind kind, std::optional<std::int64_t> id, const QString& name);
    /// The list as it is shown, on paper; the school year stands under its title unless `subject` does.
    void printList(const QString& subject = {});
    /// The segments that show a part of the rows: which one is chosen; empty chooses the first, which shows all.
    virtual QString viewKey() const { return {}; }
    virtual void chooseView(const QString&) {}
    /// For a field that was only just put into the panel: it takes the focus once it is shown.
    static void focusLater(QWidget* field);
    SplitArea* split() const { return m_split; }
    const ListLook& look() const { return m_look; }
    void showCurrent();

private:
    bool isDirty() const;
    void connectTable();
    void connectPanel();
    void placeActions();
    QString whyNot(const Verb& verb) const;
    void run(const QString& verb);
    void onActivated();
    void onCurrentChanged();
    void moveTo(std::optional<std::int64_t> id);
    void followRows();
    void clearPanel();
    void addSave();
    void addVerbsToFoot();
    void watchEnter();
    ListLook m_look;
    std::vector<Verb> m_verbs;
    RecordSource* m_source = nullptr;
    RecordTable* m_table = nullptr;
    SidePanel* m_panel = nullptr;
    SplitArea* m_split = nullptr;
    std::optional<domain::SchoolYearId> m_year;
    std::optional<PanelForm> m_form;
    std::optional<std::int64_t> m_shown; ///< the row that the panel shows, or stood on when a form for a new one was opened
    bool m_ofPanel = false; ///< a verb is run from below the record that is shown
    bool m_moving = false;
    bool m_saving = false; ///< the form is being written: nothing asks about its entries, nothing writes them a second time
};

}
