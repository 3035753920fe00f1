// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/position.h"
#include "ui/kit.h"

namespace thidua::ui {

/// What stands in a panel or card, one under the other, without margins of its own.
class Stack : public QWidget {
    Q_OBJECT
public:
    explicit Stack(int spacing = 8, QWidget* parent = nullptr);
    template <class W> W* add(W* widget, Qt::Alignment alignment = {})
    {
        place(widget, alignment);
        return widget;
    }
    /// A hairline and a section's head, with a remark at the right.
    void section(const QString& title, const QString& remark = {});
    void head(const QString& title, const QString& remark = {});
    Label* text(const QString& words, TypeRole role = TypeRole::Text, Ink ink = Ink::Text);
    DetailList* facts(DetailList::Form form = DetailList::Form::Beside);
    /// A sign and a remark: something to have a look at.
    void note(const QString& words, const QString& icon = QStringLiteral("info"), Ink ink = Ink::Info);
    void clear();

private:
    void place(QWidget* widget, Qt::Alignment alignment = {});
};

/// The stack, at the top of an area that scrolls when it is higher.
QScrollArea* makeScrollingStack(Stack* stack, QWidget* parent);

/// Rich text that can be selected and copied.
Label* makeReadable(const QString& rich, QWidget* parent = nullptr);
/// A sign at the left of wrapped words.
QWidget* makeNote(const QString& words, const QString& icon, Ink ink, TypeRole role = TypeRole::Text, Ink wordsInk = Ink::Text2, QWidget* parent = nullptr);
/// Words that link to `href`, escaped, without underline.
QString linkTo(const QString& href, const QString& words);
/// Plain words, or a dash where there are none.
Cell orDash(const QString& words);
/// People as schools list them: head, deputies, team leaders, teachers, others; in each by name. Without a post last.
SortKey postKey(std::optional<domain::Position> position, const std::string& nameKey);
/// Figures at the right; zero and none are a dash.
Cell countOrDash(std::int64_t count);

}
