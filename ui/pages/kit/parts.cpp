// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/parts.h"

#include <QBoxLayout>

namespace thidua::ui {

Stack::Stack(int spacing, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(spacing));
}

void Stack::place(QWidget* widget, Qt::Alignment alignment)
{
    static_cast<QVBoxLayout*>(layout())->addWidget(widget, 0, alignment);
}

void Stack::section(const QString& title, const QString& remark)
{
    place(makeRule(this));
    head(title, remark);
}

void Stack::head(const QString& title, const QString& remark)
{
    place(makeSectionHead(title, remark, this));
}

Label* Stack::text(const QString& words, TypeRole role, Ink ink)
{
    return add(makeWrapped(words, role, ink, this));
}

DetailList* Stack::facts(DetailList::Form form)
{
    return add(new DetailList(form, this));
}

void Stack::note(const QString& words, const QString& icon, Ink ink)
{
    place(makeNote(words, icon, ink, TypeRole::Text, Ink::Text2, this));
}

void Stack::clear()
{
    while (auto* item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QScrollArea* makeScrollingStack(Stack* stack, QWidget* parent)
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(stack);
    column->addStretch(1);
    return makeScrolling(inner, parent);
}

Label* makeReadable(const QString& rich, QWidget* parent)
{
    auto* label = makeWrapped(rich, TypeRole::Text, Ink::Text, parent);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QWidget* makeNote(const QString& words, const QString& icon, Ink ink, TypeRole role, Ink wordsInk, QWidget* parent)
{
    auto* note = new QWidget(parent);
    auto* row = new QHBoxLayout(note);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(makeIconLabel(icon, ink, 16, note), 0, Qt::AlignTop);
    row->addWidget(makeWrapped(words, role, wordsInk, note), 1);
    return note;
}

QString linkTo(const QString& href, const QString& words)
{
    return QStringLiteral("<a href=\"%1\" style=\"text-decoration:none\">%2</a>").arg(href, words.toHtmlEscaped());
}

Cell orDash(const QString& words)
{
    return words.isEmpty() ? Cell::secondary(QStringLiteral("–")) : Cell::plain(words);
}

Cell countOrDash(std::int64_t count)
{
    return count > 0 ? Cell::plain(wholeText(count)) : Cell::secondary(QStringLiteral("–"));
}

SortKey postKey(std::optional<domain::Position> position, const std::string& nameKey)
{
    return SortKey(std::string(1, position ? static_cast<char>('0' + static_cast<int>(*position)) : '9') + nameKey);
}

}
