// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/changes_list.h"

#include "ui/pages/rules/plain_label.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace thidua::ui::rules_page {

using rules::Outcome;
using rules::VerdictKind;

namespace {

/// Before an article: the source of a draft whose own is not written yet.
const QString kOpenCite = QStringLiteral("…; ");

QString wordOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Eligible: return ChangesList::tr("Đủ điều kiện");
    case VerdictKind::Ineligible: return ChangesList::tr("Chưa đủ");
    case VerdictKind::Undetermined: break;
    }
    return ChangesList::tr("Thiếu thông tin");
}

Tone toneOf(VerdictKind kind)
{
    return kind == VerdictKind::Eligible ? Tone::Ok : kind == VerdictKind::Ineligible ? Tone::Bad : Tone::Warn;
}

QString wordOf(const std::optional<Outcome>& outcome)
{
    if (!outcome)
        return ChangesList::tr("không đặt");
    switch (*outcome) {
    case Outcome::Pass: return ChangesList::tr("đạt");
    case Outcome::Fail: return ChangesList::tr("không đạt");
    case Outcome::NotApplicable: return ChangesList::tr("không xét");
    case Outcome::Unknown: break;
    }
    return ChangesList::tr("chưa biết");
}

QWidget* makeChange(const services::VerdictChange& change, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, Theme::px(4));
    column->setSpacing(Theme::px(2));
    column->addWidget(makeWrapped(QStringLiteral("<b>%1</b> – %2").arg(toQ(change.name).toHtmlEscaped(), toQ(change.honourShort).toHtmlEscaped()),
                                  TypeRole::Text, Ink::Text, box));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(6));
    row->addWidget(new Chip(toneOf(change.before), wordOf(change.before), {}, box));
    row->addWidget(makeIconLabel(QStringLiteral("arrow-right"), Ink::Text2, 14, box));
    row->addWidget(new Chip(toneOf(change.after), wordOf(change.after), {}, box));
    row->addStretch();
    column->addLayout(row);
    for (const auto& why : change.why) {
        const QString words = ChangesList::tr("%1: %2 → %3. %4").arg(toQ(why.label.vi), wordOf(why.before), wordOf(why.after), toQ(why.explanation.vi));
        QString article = toQ(why.citation.brief);
        if (article.startsWith(kOpenCite))
            article.remove(0, kOpenCite.size());
        if (!article.isEmpty())
            article = QStringLiteral(" (%1)").arg(unbroken(article));
        column->addWidget(makePlain(words + article, TypeRole::Small, Ink::Text2, box));
    }
    return box;
}

}

ChangesList::ChangesList(QWidget* parent) : Card(tr("Ai sẽ đổi kết luận"), QStringLiteral("people"), {}, parent)
{
    setObjectName(QStringLiteral("rules-changes"));
    auto* inner = new QWidget;
    m_list = new QVBoxLayout(inner);
    m_list->setContentsMargins(Theme::px(12), Theme::px(10), Theme::px(12), Theme::px(12));
    m_list->setSpacing(Theme::px(8));
    m_list->addStretch();
    body()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(makeScrolling(inner, this), 1);
}

void ChangesList::clear()
{
    clearLayout(*m_list, 1);
}

void ChangesList::add(QWidget* widget)
{
    m_list->insertWidget(m_list->count() - 1, widget);
}

void ChangesList::showChanges(const std::vector<services::VerdictChange>& changes)
{
    clear();
    if (changes.empty())
        return showSentence(tr("Không đề nghị nào đang xét đổi kết luận."));
    setRightText(tr("%1 đề nghị").arg(changes.size()));
    for (const auto& change : changes)
        add(makeChange(change, m_list->parentWidget()));
}

void ChangesList::showSentence(const QString& sentence, Tone tone)
{
    clear();
    setRightText({});
    add(makePlain(sentence, TypeRole::Text, tone == Tone::Bad ? Ink::Bad : Ink::Text2, m_list->parentWidget()));
}

}
