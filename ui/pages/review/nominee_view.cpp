// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nominee_view.h"

#include "ui/pages/review/review_words.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>

namespace thidua::ui {
namespace {

constexpr int kBefore = 8; // honours shown; older ones are counted

QString iconOf(rules::Outcome outcome)
{
    switch (outcome) {
    case rules::Outcome::Pass: return QStringLiteral("check");
    case rules::Outcome::Fail: return QStringLiteral("cross");
    case rules::Outcome::Unknown: return QStringLiteral("question");
    case rules::Outcome::NotApplicable: break;
    }
    return QStringLiteral("minus");
}

Ink inkOf(rules::Outcome outcome)
{
    switch (outcome) {
    case rules::Outcome::Pass: return Ink::Ok;
    case rules::Outcome::Fail: return Ink::Bad;
    case rules::Outcome::Unknown: return Ink::Warn;
    case rules::Outcome::NotApplicable: break;
    }
    return Ink::Text3;
}

Ink inkOf(rules::VerdictKind kind)
{
    return kind == rules::VerdictKind::Eligible ? Ink::Ok : kind == rules::VerdictKind::Ineligible ? Ink::Bad : Ink::Warn;
}

}

NomineeView::NomineeView(Size size, QWidget* parent) : QWidget(parent), m_size(size)
{
    const bool wall = size == Size::Wall;
    setProperty("body", "1");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(wall ? 8 : 6));
    m_name = makeWrapped({}, wall ? TypeRole::BallotTitle : TypeRole::BallotName, Ink::Text, this);
    m_name->setObjectName(QStringLiteral("nominee-name"));
    m_post = makeWrapped({}, text(), Ink::Text2, this);
    column->addWidget(m_name);
    column->addWidget(m_post);
    column->addWidget(makeRule(this));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::px(wall ? 10 : 6));
    column->addLayout(m_rows);
    column->addStretch(1);
}

void NomineeView::clear()
{
    m_name->setText({});
    m_post->setText({});
    clearLayout(*m_rows);
}

void NomineeView::addFact(const QString& icon, Ink ink, const QString& label, const QString& words)
{
    auto* sign = makeIconLabel(icon, ink, m_size == Size::Wall ? 20 : 16, this);
    auto* name = makeWrapped(label, m_size == Size::Wall ? TypeRole::BallotText : TypeRole::Text, Ink::Text2, this);
    name->setFixedWidth(Theme::px(m_size == Size::Wall ? 320 : 132));
    auto* value = makeWrapped(words, m_size == Size::Wall ? TypeRole::BallotText : TypeRole::Text, Ink::Text, this);
    auto* line = review::makeRow({{sign, 0}, {name, 0}, {value, 1}}, this);
    for (auto* part : {static_cast<QWidget*>(sign), static_cast<QWidget*>(name), static_cast<QWidget*>(value)})
        line->layout()->setAlignment(part, Qt::AlignTop);
    m_rows->addWidget(line);
}

void NomineeView::show(const services::NomineeSheet& sheet)
{
    clear();
    m_name->setText(toQ(sheet.name).toHtmlEscaped());
    m_post->setText(toQ(sheet.post.empty() ? sheet.honourName : sheet.post + " – " + sheet.honourName).toHtmlEscaped());
    if (sheet.verdict)
        addFact(toneIcon(review::toneOf(*sheet.verdict)), inkOf(*sheet.verdict), tr("Kết luận"), review::wordOf(*sheet.verdict));
    if (!sheet.overrideReason.empty())
        addFact(QStringLiteral("info"), Ink::Info, tr("Hội đồng xét khác"), toQ(sheet.overrideReason).toHtmlEscaped());
    for (const auto& fact : sheet.facts)
        addFact(sheet.verdict ? iconOf(fact.outcome) : QStringLiteral("info"), sheet.verdict ? inkOf(fact.outcome) : Ink::Text3, toQ(fact.label).toHtmlEscaped(),
                apartFromDoubt(toQ(fact.text)).first.toHtmlEscaped());
    QStringList before;
    for (const auto& one : sheet.history) {
        if (before.size() == kBefore)
            break;
        before << toQ(one).toHtmlEscaped();
    }
    if (static_cast<int>(sheet.history.size()) > kBefore)
        before << tr("… và %1 lần trước đó").arg(static_cast<int>(sheet.history.size()) - kBefore);
    if (sheet.verdict)
        addFact(QStringLiteral("history"), Ink::Text3, tr("Đã được tặng"), before.isEmpty() ? tr("chưa có trong hồ sơ") : before.join(QStringLiteral("<br>")));
}

}
