// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/list_dialog.h"

#include "ui/widgets/enter_writes.h"

#include <QBoxLayout>
#include <QScreen>
#include <QSplitter>

namespace thidua::ui {

ListDialog::ListDialog(Shell& shell, Words words, QWidget* parent) : QDialog(parent), m_shell(shell), m_words(std::move(words))
{
    setWindowTitle(m_words.title);
    resize(QSize(Theme::px(900), Theme::px(620)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->setSizeConstraint(QLayout::SetNoConstraint); // its form scrolls: no size is asked for that a small screen has not
    column->addWidget(makeWrapped(m_words.intro, TypeRole::Text, Ink::Text2, this));
    m_halves = new QSplitter(this); // which asks for no height by its width, as a row would
    m_halves->setHandleWidth(Theme::px(16));
    m_halves->setChildrenCollapsible(false);
    column->addWidget(m_halves, 1);
    m_foot = new QHBoxLayout;
    m_foot->setSpacing(Theme::px(8));
    m_foot->addStretch();
    auto* done = makeButton(tr("Đóng"), {}, ButtonKind::Normal, this);
    done->setObjectName(m_words.name + QStringLiteral("sClose"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    m_foot->addWidget(done);
    column->addLayout(m_foot);
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) {
        m_error->setText(sentence);
        m_error->show();
    });
}

QPushButton* ListDialog::addVerb(const QString& text, const QString& icon, const QString& name)
{
    auto* button = makeButton(text, icon, ButtonKind::Normal, this);
    button->setObjectName(name);
    m_foot->insertWidget(0, button);
    return button;
}

void ListDialog::build(RecordTable* table, QWidget* form, FormBinderBase& binder)
{
    m_table = table;
    m_binder = &binder;
    m_table->setTwoLineRows(true);
    m_table->setFilterRow(false);
    m_table->setToolbarVisible(false);
    connect(m_table, &RecordTable::currentChanged, this, &ListDialog::choose);
    m_halves->addWidget(m_table);
    m_halves->addWidget(buildForm(form));
}

QWidget* ListDialog::buildForm(QWidget* form)
{
    auto* area = new QWidget(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = makeWrapped({}, TypeRole::Strong, Ink::Text, area);
    column->addWidget(m_title);
    column->addWidget(makeScrolling(form, area), 1);
    m_error = makeWrapped({}, TypeRole::Text, Ink::Bad, area);
    m_error->hide();
    column->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    m_save = saving(makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, area));
    m_save->setObjectName(m_words.name + QStringLiteral("Save"));
    connect(m_save, &QPushButton::clicked, this, &ListDialog::save);
    foot->addWidget(m_save);
    auto* another = makeButton(m_words.another, QStringLiteral("plus"), ButtonKind::Normal, area);
    another->setObjectName(m_words.name + QStringLiteral("New"));
    connect(another, &QPushButton::clicked, this, &ListDialog::openNew);
    foot->addWidget(another);
    foot->addStretch();
    m_remove = makeButton(m_words.remove, QStringLiteral("trash"), ButtonKind::Danger, area);
    m_remove->setObjectName(m_words.name + QStringLiteral("Remove"));
    connect(m_remove, &QPushButton::clicked, this, &ListDialog::askRemove);
    foot->addWidget(m_remove);
    column->addLayout(foot);
    enterWrites(area);
    return area;
}

void ListDialog::readAnew(std::optional<std::int64_t> chosen)
{
    readRows();
    if (chosen && m_table->setCurrentId(*chosen))
        choose();
    else
        openNew();
}

void ListDialog::showHead(bool fresh)
{
    m_error->hide();
    m_title->setText(fresh ? m_words.fresh : m_words.edit);
    m_save->setText(fresh ? m_words.add : m_words.save);
    m_save->setAccessibleName(m_save->text());
    m_remove->setVisible(!fresh);
}

void ListDialog::choose()
{
    if (const auto id = m_table->currentId(); id && startEdit(*id))
        showHead(false);
}

void ListDialog::openNew()
{
    showHead(true);
    startNew();
}

void ListDialog::save()
{
    m_error->hide();
    if (!m_binder->reveal())
        return;
    if (const auto id = write())
        readAnew(*id);
}

void ListDialog::askRemove()
{
    if (!m_remove->isHidden() && m_shell.prompter.confirm(removal()) && removeRow())
        readAnew(std::nullopt);
}

}
