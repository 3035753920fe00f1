// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/list_page.h"

#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/list_paper.h"
#include "ui/pages/kit/screen_columns.h"
#include "ui/shell/unsaved.h"

#include <QAction>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>
#include <QTimer>

namespace thidua::ui {

ListPage::ListPage(PageInfo info, Shell& shell, SchoolContext& context, ListLook look, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent), m_look(std::move(look))
{
}

void ListPage::addVerb(Verb verb)
{
    shell().actions.add({info().id + QLatin1Char('.') + verb.id, verb.text, verb.icon, verb.keys, info().id, verb.words, [this, id = verb.id] { run(id); }});
    // Keys of a page's own act while it has the keyboard; Ctrl+S is the window's.
    if (!verb.keys.isEmpty() && verb.keys != QKeySequence(QKeySequence::Save)) {
        action(verb.id)->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action(verb.id));
    }
    m_verbs.push_back(std::move(verb));
}

QAction* ListPage::action(const QString& verb) const
{
    return verb.isEmpty() ? nullptr : shell().actions.find(info().id + QLatin1Char('.') + verb);
}

void ListPage::run(const QString& id)
{
    const auto verb = std::find_if(m_verbs.begin(), m_verbs.end(), [&](const Verb& v) { return v.id == id; });
    if (verb->operation && !verb->keepsForm && !leaveForm())
        return;
    // What has just been saved may have changed what is possible.
    if (const QString reason = whyNot(*verb); !reason.isEmpty())
        shell().status.say(reason, Tone::Warn);
    else
        verb->run();
}

QVector<std::int64_t> ListPage::chosenIds() const
{
    if (m_ofPanel && m_shown)
        return {*m_shown};
    auto ids = m_table->tickedIds();
    if (ids.isEmpty())
        ids = m_table->selectedIds();
    if (ids.isEmpty() && m_table->currentId())
        ids << *m_table->currentId();
    return ids;
}

void ListPage::runVerb(const QString& verb)
{
    QAction* found = action(verb);
    if (!found)
        return;
    if (found->isEnabled())
        found->trigger();
    else
        shell().status.say(found->toolTip(), Tone::Warn);
}

QString ListPage::whyNot(const Verb& verb) const
{
    if (verb.operation && !readOnlyReason().isEmpty())
        return readOnlyReason();
    if (verb.operation && !verb.anyYear) {
        if (isClosed() && domain::ruleOf(*verb.operation).inClosedYear == domain::InClosedYear::Nothing)
            return closedReason();
        if (!m_year)
            return tr("Chưa mở năm học %1; xin mở trong Thiết lập.").arg(toQ(schoolYear().screen()));
    }
    if (verb.about && !m_table->currentId())
        return m_look.chooseFirst;
    return verb.whyNot ? verb.whyNot() : QString();
}

void ListPage::updateVerbs()
{
    for (const auto& verb : m_verbs)
        shell().actions.setReason(info().id + QLatin1Char('.') + verb.id, whyNot(verb));
}

void ListPage::build(RecordSource* source)
{
    m_source = source;
    m_table = new RecordTable(source, m_look.tableName, m_look.listName, this);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->setTwoLineRows(m_look.twoLines);
    m_table->setTickable(m_look.tickable);
    offerExport(*m_table, m_look.paperTitle.isEmpty() ? info().title : m_look.paperTitle);
    m_panel = new SidePanel(m_look.panelWidth, this);
    m_panel->setObjectName(info().id + QStringLiteral("Panel"));
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connectTable();
    connectPanel();
    if (!m_look.sortBy.isEmpty())
        m_table->sortBy(m_look.sortBy, m_look.order);
    if (!m_look.grouping.isEmpty())
        m_table->setGrouping(m_look.grouping);
    placeActions();
}

void ListPage::connectTable()
{
    connect(m_table, &RecordTable::currentChanged, this, &ListPage::onCurrentChanged);
    connect(m_table, &RecordTable::ticksChanged, this, &ListPage::updateVerbs);
    connect(m_table, &RecordTable::activated, this, &ListPage::onActivated);
    connect(m_table, &RecordTable::editRequested, this, [this] { runVerb(m_look.editVerb); });
    connect(m_table, &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        const auto verb = std::ranges::find(m_verbs, m_look.removeVerb, &Verb::id);
        if (verb != m_verbs.end() && verb->several)
            runVerb(m_look.removeVerb);
        else if (ids.size() > 1)
            shell().status.say(tr("Đang chọn %1 dòng; xin chọn một dòng.").arg(ids.size()), Tone::Warn);
        else if (!ids.isEmpty() && m_table->setCurrentId(ids.first()))
            runVerb(m_look.removeVerb);
    });
    connect(m_table, &RecordTable::filtersCleared, this, [this] {
        chooseView({});
        reveal(m_table->currentId().value_or(0));
    });
}

void ListPage::connectPanel()
{
    auto* keep = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_panel, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keep, &QShortcut::activated, this, &ListPage::saveForm);
}

void ListPage::placeActions()
{
    const auto standing = [this](unsigned place) {
        QList<QAction*> actions;
        for (const auto& verb : m_verbs)
            if (verb.places & place)
                actions << action(verb.id);
        return actions;
    };
    setActions(standing(InHead), standing(InMore));
    m_table->setRowActions(standing(OnRow));
}

void ListPage::placeVerb(const QString& id, unsigned places)
{
    const auto verb = std::ranges::find(m_verbs, id, &Verb::id);
    if (verb->places == places)
        return; // the buttons stay what they are: one of them may be being pressed
    verb->places = places;
    placeActions();
}

void ListPage::setEmpty(const QString& icon, const QString& title, const QString& text, const QString& mainVerb, const QString& secondVerb,
                        const QString& hint)
{
    m_table->setEmptyState(new EmptyState(icon, title, text, action(mainVerb), action(secondVerb), hint, this));
}

void ListPage::load()
{
    showClosedBar();
    reload();
}

void ListPage::refresh(const domain::ChangeSet&)
{
    reload();
}

void ListPage::reload()
{
    const auto row = yearRow();
    m_year = row ? std::optional(row->id) : std::nullopt;
    m_moving = true;
    read();
    m_moving = false;
    setSummary(summary());
    afterRead();
    followRows();
}

/// After rows were read anew: the panel follows, but a form stays as it is.
void ListPage::followRows()
{
    if (m_look.selectFirst && !m_table->currentId())
        if (const auto ids = m_table->shownIds(); !ids.isEmpty())
            moveTo(ids.first());
    const bool gone = m_form && m_form->id && !has(*m_form->id); // by undo, say
    if (m_form && !gone && (!m_form->beside || isDirty()))
        updateVerbs();
    else
        showCurrent();
}

bool ListPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != m_look.opens || !leaveForm())
        return false;
    if (!m_table->setCurrentId(id)) {
        for (const auto& column : m_source->columns())
            m_table->setColumnFilter(column.key, {});
        chooseView({});
        reveal(id);
        if (!m_table->setCurrentId(id))
            return false;
    }
    m_split->setPanelVisible(true);
    m_table->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

void ListPage::escape()
{
    if (!leaveForm())
        return;
    m_table->view()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> ListPage::focusStops() const
{
    return {m_table->view(), m_panel};
}

QJsonObject ListPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}, {QStringLiteral("view"), viewKey()}};
}

void ListPage::restoreState(const QJsonObject& state)
{
    if (state.contains(QStringLiteral("table")))
        m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    if (state.contains(QStringLiteral("split")))
        m_split->restoreState(state.value(QStringLiteral("split")).toObject());
    chooseView(state.value(QStringLiteral("view")).toString());
}

void ListPage::onActivated()
{
    if (!m_look.enterVerb.isEmpty())
        return runVerb(m_look.enterVerb);
    m_split->setPanelVisible(true);
    auto* edit = m_panel->findChild<QPushButton*>(info().id + QStringLiteral(".edit"));
    (edit ? static_cast<QWidget*>(edit) : m_panel)->setFocus(Qt::OtherFocusReason);
}

void ListPage::onCurrentChanged()
{
    const auto wanted = m_table->currentId();
    if (m_moving || m_saving || wanted == m_shown)
        return;
    const bool left = leaveForm();
    moveTo(left ? wanted : m_shown); // saving a form goes to its own row
    if (left)
        showCurrent();
}

void ListPage::moveTo(std::optional<std::int64_t> id)
{
    m_moving = true;
    if (id)
        m_table->setCurrentId(*id);
    m_moving = false;
}

void ListPage::clearPanel()
{
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
}

void ListPage::showCurrent()
{
    m_form.reset();
    m_shown = m_table->currentId();
    clearPanel();
    updateVerbs();
    if (!m_shown) {
        m_panel->showNothing(m_table->shownIds().isEmpty() && !m_look.nothingHere.isEmpty() ? m_look.nothingHere : m_look.nothingChosen);
        return;
    }
    showRecord(*m_shown);
    if (m_form)
        addSave();
    addVerbsToFoot();
}

void ListPage::addVerbsToFoot()
{
    for (const auto& verb : m_verbs) {
        QAction* does = action(verb.id);
        const bool last = verb.places & InFootEnd;
        if (!(verb.places & (InFoot | InFootEnd)) || !does->isEnabled())
            continue;
        auto* button = makeButton(verb.brief.isEmpty() ? verb.text : verb.brief, verb.icon, last ? ButtonKind::Danger : ButtonKind::Normal, m_panel);
        button->setObjectName(does->objectName());
        // A button below a record is about that record, whatever is ticked in the table.
        connect(button, &QPushButton::clicked, does, [this, does] {
            m_ofPanel = true;
            does->trigger();
            m_ofPanel = false;
        });
        m_panel->addToFoot(button, last);
    }
}

void ListPage::openForm(PanelForm form)
{
    m_form = std::move(form);
    if (m_form->beside) {
        m_panel->addToBody(m_form->body);
        watchEnter();
        return;
    }
    m_split->setPanelVisible(true);
    clearPanel();
    m_panel->setTitle(m_form->title, m_form->subtitle);
    m_panel->addToBody(m_form->body);
    if (m_form->save)
        addSave();
    auto* drop = makeButton(m_form->save ? tr("Thôi") : tr("Quay lại"), {}, ButtonKind::Normal, m_panel);
    drop->setObjectName(m_form->name + QStringLiteral("Cancel"));
    drop->setToolTip(tr("Esc"));
    connect(drop, &QPushButton::clicked, this, &ListPage::escape);
    m_panel->addToFoot(drop);
    watchEnter();
    updateVerbs();
}

void ListPage::addSave()
{
    auto* keep = saving(makeButton(m_form->saveText, QStringLiteral("check"), ButtonKind::Primary, m_panel));
    keep->setObjectName(m_form->name + QStringLiteral("Save"));
    keep->setToolTip(m_form->enterSaves ? tr("Enter hoặc Ctrl+S") : tr("Ctrl+S"));
    connect(keep, &QPushButton::clicked, this, &ListPage::saveForm);
    m_panel->addToFoot(keep);
    if (m_form->savesClean)
        return;
    keep->setEnabled(m_form->binder->isDirty());
    connect(m_form->binder, &FormBinderBase::dirtyChanged, keep, &QPushButton::setEnabled);
}

void ListPage::watchEnter()
{
    QWidget* first = m_form->first;
    m_form->body->setProperty("ownEnter", true);
    for (auto* line : m_form->body->findChildren<QLineEdit*>()) {
        if (!first && !line->isReadOnly() && line->isEnabled())
            first = line;
        if (m_form->enterSaves && !qobject_cast<SearchField*>(line))
            connect(line, &QLineEdit::returnPressed, this, &ListPage::saveForm);
    }
    if (first && !m_form->beside)
        focusLater(first);
}

void ListPage::focusLater(QWidget* field)
{
    QTimer::singleShot(0, field, [field] {
        if (field->isVisible()) // else keys would go to what is not to be seen
            field->setFocus(Qt::OtherFocusReason);
    });
}

bool ListPage::saveForm()
{
    if (!m_form || !m_form->save || m_saving || !m_form->binder->reveal())
        return false;
    const auto save = m_form->save; // the page reads its rows anew meanwhile
    m_saving = true;
    const auto id = save();
    m_saving = false;
    if (!id)
        return false;
    m_form.reset();
    moveTo(*id);
    showCurrent();
    m_table->view()->setFocus(Qt::OtherFocusReason);
    return true;
}

bool ListPage::leaveForm()
{
    if (!m_form || m_saving)
        return true;
    if (isDirty())
        return settleUnsaved(shell(), [this] { return saveForm(); }, [this] { showCurrent(); });
    if (!m_form->beside)
        showCurrent();
    return true;
}

bool ListPage::isDirty() const
{
    return m_form && m_form->binder && m_form->binder->isDirty();
}

void ListPage::previewPaper(services::PaperKind kind, std::optional<std::int64_t> id, const QString& name)
{
    if (m_year)
        shell().runner.read([&] { return services::DocumentService(file()).build(kind, id, *m_year); },
                            [&](const documents::Document& document) { context().preview(document, name, services::formatsOf(kind)); });
}

void ListPage::printList(const QString& subject)
{
    auto shown = m_table->shown();
    if (shown.rows.empty()) {
        shell().status.say(tr("Danh sách chưa có dòng nào để in."), Tone::Warn);
        return;
    }
    QHash<QString, double> shares;
    for (const auto& column : m_source->columns()) {
        shares.insert(column.title.simplified(), column.width);
        if (m_table->property(kScreenColumns).toStringList().contains(column.key))
            dropColumn(shown, column.title.simplified());
    }
    context().preview(listPaper(file(), m_look.paperTitle,
                                subject.isEmpty() ? tr("Năm học %1").arg(toQ(schoolYear().paper())) : subject, file().clock().today(), shown, shares),
                      subject.isEmpty() ? QStringLiteral("%1 %2").arg(m_look.paperTitle, toQ(schoolYear().text())) : m_look.paperTitle, {"pdf", "docx", "xlsx"});
}

}
