// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/finding_view.h"

#include "ui/text/qt_text.h"
#include "ui/theme/style.h"
#include "ui/widgets/doubted.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>

namespace thidua::ui {
namespace {

struct OutcomeLook {
    Tone tone;
    Ink ink;
    QString word;
};

OutcomeLook lookOf(FindingLine::Outcome outcome)
{
    switch (outcome) {
    case FindingLine::Outcome::Pass: return {Tone::Ok, Ink::Ok, FindingView::tr("Đạt")};
    case FindingLine::Outcome::Fail: return {Tone::Bad, Ink::Bad, FindingView::tr("Không đạt")};
    case FindingLine::Outcome::Unknown: return {Tone::Warn, Ink::Warn, FindingView::tr("Chưa biết")};
    case FindingLine::Outcome::NotApplicable: break;
    }
    return {Tone::Mute, Ink::Text2, FindingView::tr("Không xét")};
}

class Sign final : public QWidget {
public:
    Sign(Tone tone, QWidget* parent) : QWidget(parent), m_tone(tone) { setFixedSize(Theme::px(20), Theme::px(20)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ToneColors colors = Theme::tokens().tone(m_tone);
        QPainter painter(this);
        paintFrame(painter, rect(), colors.ground, Qt::transparent, 0, 3);
        const int side = Theme::px(14);
        painter.drawPixmap((width() - side) / 2, (height() - side) / 2,
                           iconPixmap(toneIcon(m_tone), colors.text, side, painter.device()->devicePixelRatioF()));
    }

private:
    Tone m_tone;
};

}

FindingView::FindingView(const FindingLine& line, QWidget* parent) : QWidget(parent)
{
    const OutcomeLook look = lookOf(line.outcome);
    const QString word = line.word.isEmpty() ? look.word : line.word;
    setAccessibleName(QStringLiteral("%1: %2").arg(line.label, word));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(new Sign(look.tone, this), 0, Qt::AlignTop);
    m_texts = new QVBoxLayout;
    m_texts->setSpacing(Theme::px(1));
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::px(8));
    head->addWidget(makeWrapped(line.label, TypeRole::Strong, Ink::Text, this), 1);
    head->addWidget(new Label(word, TypeRole::SmallStrong, look.ink, this), 0, Qt::AlignTop);
    auto [said, doubt] = apartFromDoubt(line.text);
    if (!line.doubt.isEmpty())
        doubt = line.doubt;
    auto* told = doubt.isEmpty() ? nullptr : makeDoubtWords(doubt, this);
    m_texts->addLayout(head);
    QString words = said.toHtmlEscaped();
    if (!line.citation.isEmpty()) {
        const QString link = line.link.isEmpty() ? line.citation : line.link;
        words += QStringLiteral("%1<a style=\"text-decoration:none\" href=\"%2\">%3</a>")
                     .arg(words.isEmpty() ? QString() : QStringLiteral(" "), link.toHtmlEscaped(), unbroken(line.citation).toHtmlEscaped());
    }
    if (!words.isEmpty()) {
        auto* text = makeWrapped(words, TypeRole::Text, Ink::Text2, this);
        text->setTextFormat(Qt::RichText);
        text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard | Qt::TextSelectableByMouse);
        text->setAccessibleName(line.citation.isEmpty() ? line.text : tr("%1 Căn cứ: %2").arg(line.text, line.citation));
        connect(text, &QLabel::linkActivated, this, &FindingView::citationClicked);
        m_texts->addWidget(text);
    }
    if (told) { // in a line of its own: beside the words it would make a narrow panel too wide
        auto* why = new QHBoxLayout;
        why->setSpacing(Theme::px(4));
        why->addWidget(makeDoubtMark(told, this), 0, Qt::AlignTop);
        why->addWidget(told, 1, Qt::AlignVCenter);
        why->addStretch();
        m_texts->addLayout(why);
    }
    if (!line.remedy.isEmpty()) {
        auto* remedy = new QHBoxLayout;
        remedy->setSpacing(Theme::px(3));
        remedy->addWidget(makeLineIcon(QStringLiteral("arrow-right"), Ink::Text, this), 0, Qt::AlignTop);
        remedy->addWidget(makeWrapped(line.remedy, TypeRole::Text, Ink::Text, this), 1);
        m_texts->addLayout(remedy);
    }
    row->addLayout(m_texts, 1);
}

void FindingView::setEntry(QWidget* entry)
{
    entry->setParent(this);
    m_texts->addSpacing(Theme::px(4));
    m_texts->addWidget(entry);
}

QWidget* makeSectionHead(const QString& title, const QString& remark, QWidget* parent)
{
    auto* head = new QWidget(parent);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(new Label(title, TypeRole::SmallStrong, Ink::Text2, head));
    row->addStretch();
    if (!remark.isEmpty())
        row->addWidget(new Label(remark, TypeRole::Small, Ink::Text2, head));
    return head;
}

}
