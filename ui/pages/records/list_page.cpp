// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/list_page.h"

#include "ui/pages/kit/list_paper.h"
#include "ui/shell/unsaved.h"

#include <QAction>
#include <QLineEdit>
#include <QShortcut>

namespace thidua::ui {

void RecordsListPage::setList(RecordTable* table, int panelWidth, domain::EntityKind kind)
{
    m_table = table;
    m_kind = kind;
    m_panel = new SidePanel(panelWidth, this);
    m_panel->setObjectName(info().id + QStringLiteral("Panel"));
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connect(m_table, &RecordTable::currentChanged, this, &RecordsListPage::onCurrentChanged);
    connect(m_table, &RecordTable::activated, this, [this] {
        m_split->setPanelVisible(true);
        if (auto* edit = m_panel->findChild<QPushButton*>(info().id + QStringLiteral(".edit")))
            edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &RecordTable::editRequested, this, [this](qint64 id) { startForm(id); });
    connect(m_table, &RecordTable::removeRequested, this, [this](const QVector<std::int64_t>& ids) {
        if (!ids.isEmpty() && whyNot(ids.first()).isEmpty())
            removeRecord(ids.first());
    });
    auto* keep = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_panel, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keep, &QShortcut::activated, this, [this] {
        if (m_form)
            save();
    });
}

void RecordsListPage::addActions(const QString& addText, const QString& printText)
{
    const auto make = [this](const QString& verb, const QString& text, const QString& icon, std::function<void()> run) {
        shell().actions.add({info().id + QLatin1Char('.') + verb, text, icon, {}, info().id, info().title, std::move(run)});
    };
    make(QStringLiteral("add"), addText, QStringLiteral("plus"), [this] { add(); });
    make(QStringLiteral("edit"), tr("Sửa"), QStringLiteral("edit"), [this] {
        if (const auto id = m_table->currentId())
            startForm(*id);
    });
    make(QStringLiteral("remove"), tr("Xóa…"), QStringLiteral("trash"), [this] {
        if (const auto id = m_table->currentId())
            removeRecord(*id);
    });
    make(QStringLiteral("print"), printText, QStringLiteral("print"), [this] { print(); });
}

QAction* RecordsListPage::action(const QString& verb) const
{
    return shell().actions.find(info().id + QLatin1Char('.') + verb);
}

bool RecordsListPage::openRecord(domain::EntityKind kind, std::int64_t id)
{
    if (kind != m_kind || !leaveForm())
        return false;
    if (!m_table->setCurrentId(id)) {
        revealRow(id);
        if (!m_table->setCurrentId(id))
            return false;
    }
    m_split->setPanelVisible(true);
    m_table->setFocus();
    return true;
}

void RecordsListPage::add()
{
    if (const QString reason = whyNot(std::nullopt); !reason.isEmpty())
        shell().status.say(reason, Tone::Warn);
    else
        startForm(std::nullopt);
}

void RecordsListPage::escape()
{
    if (m_form && !leaveForm())
        return;
    m_table->setFocus(Qt::OtherFocusReason);
}

void RecordsListPage::print()
{
    if (m_table->shown().rows.empty())
        shell().status.say(tr("Danh sách chưa có dòng nào để in."), Tone::Warn);
    else
        context().preview(paper(), paperName(), {"pdf", "docx", "xlsx"});
}

QJsonObject RecordsListPage::saveState() const
{
    return {{QStringLiteral("table"), m_table->saveState()}, {QStringLiteral("split"), m_split->saveState()}};
}

void RecordsListPage::restoreState(const QJsonObject& state)
{
    if (state.contains(QStringLiteral("table")))
        m_table->restoreState(state.value(QStringLiteral("table")).toObject());
    if (state.contains(QStringLiteral("split")))
        m_split->restoreState(state.value(QStringLiteral("split")).toObject());
}

void RecordsListPage::startForm(std::optional<std::int64_t> id)
{
    if (const QString reason = whyNot(id); !reason.isEmpty()) {
        shell().status.say(reason, Tone::Warn);
        return;
    }
    if (!leaveForm())
        return;
    m_before = m_table->currentId();
    m_editing = id;
    m_split->setPanelVisible(true);
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    m_form = openForm(id);
    auto* keep = makeButton(saveVerb(!id), QStringLiteral("check"), ButtonKind::Primary, m_panel);
    keep->setObjectName(QStringLiteral("formSave"));
    keep->setToolTip(tr("Enter hoặc Ctrl+Enter"));
    connect(keep, &QPushButton::clicked, this, [this] { save(); });
    auto* drop = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_panel);
    drop->setObjectName(QStringLiteral("formCancel"));
    drop->setToolTip(tr("Esc"));
    connect(drop, &QPushButton::clicked, this, &RecordsListPage::escape);
    m_panel->addToFoot(keep);
    m_panel->addToFoot(drop);
    updateActions();
    watchEnter(qobject_cast<QWidget*>(m_form->parent()));
}

void RecordsListPage::watchEnter(QWidget* form)
{
    QWidget* first = nullptr;
    for (auto* line : form->findChildren<QLineEdit*>()) {
        if (!first && !line->isReadOnly() && line->isEnabled())
            first = line;
        if (!qobject_cast<SearchField*>(line))
            connect(line, &QLineEdit::returnPressed, this, [this] { save(); });
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

bool RecordsListPage::save()
{
    if (!m_form || !m_form->reveal())
        return false;
    const auto id = saveForm();
    if (!id)
        return false;
    closeForm();
    m_moving = true;
    m_table->setCurrentId(*id);
    m_moving = false;
    showCurrent();
    m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

bool RecordsListPage::leaveForm()
{
    if (!m_form)
        return true;
    if (m_form->isDirty()) {
        return settleUnsaved(shell().prompter, [this] { return save(); }, [this] {
            closeForm();
            showCurrent();
        });
    }
    closeForm();
    showCurrent();
    return true;
}

void RecordsListPage::closeForm()
{
    m_form = nullptr;
    m_editing.reset();
    m_panel->clearBody();
    m_panel->clearFoot();
    updateActions();
}

void RecordsListPage::onCurrentChanged()
{
    if (m_moving)
        return;
    if (!m_form) {
        showCurrent();
        return;
    }
    const auto wanted = m_table->currentId();
    const auto stay = m_editing ? m_editing : m_before;
    if (wanted == stay)
        return;
    if (leaveForm()) {
        m_moving = true;
        if (wanted)
            m_table->setCurrentId(*wanted);
        m_moving = false;
        showCurrent();
    } else if (stay) {
        m_moving = true;
        m_table->setCurrentId(*stay);
        m_moving = false;
    }
}

void RecordsListPage::rowsRead()
{
    if (m_form && m_editing && m_table->currentId() != m_editing)
        closeForm(); // taken away meanwhile (undo)
    if (m_form)
        updateActions();
    else
        showCurrent();
}

void RecordsListPage::showCurrent()
{
    if (m_form)
        return;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    if (const auto id = m_table->currentId())
        showRecord(*id);
    else
        m_panel->showNothing(nothingChosen());
    updateActions();
}

void RecordsListPage::updateActions()
{
    const QString prefix = info().id + QLatin1Char('.');
    auto& actions = shell().actions;
    actions.setReason(prefix + QStringLiteral("add"), whyNot(std::nullopt));
    const auto id = m_table->currentId();
    const QString why = id ? whyNot(*id) : tr("Xin chọn một dòng trước.");
    actions.setReason(prefix + QStringLiteral("edit"), why);
    actions.setReason(prefix + QStringLiteral("remove"), why);
}

void RecordsListPage::addShowFoot()
{
    m_panel->addToFoot(makeButton(action(QStringLiteral("edit")), ButtonKind::Normal, m_panel));
    m_panel->addToFoot(makeButton(action(QStringLiteral("remove")), ButtonKind::Danger, m_panel), true);
}

}
