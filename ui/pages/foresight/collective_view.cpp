// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/collective_view.h"

#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace thidua::ui::foresight {

using services::CollectiveForecast;

namespace {

constexpr int kCardWidth = 430; ///< what a card wants before another column is made
constexpr int kMostViewed = 99;

QString listed(const std::vector<QString>& parts)
{
    return QStringList(parts.begin(), parts.end()).join(QStringLiteral("; "));
}

QSpinBox* makeCount(const char* name, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(0, kMostViewed);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(Theme::px(72));
    return box;
}

}

CollectiveView::CollectiveView(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("collectiveView"));
    m_inner = new QWidget;
    m_inner->setProperty("body", "1");
    m_inner->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(m_inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    column->addWidget(makeWhatIf());
    m_nothing = makeWrapped(tr("Chưa có tập thể nào có người trong năm học này. Tổ, bộ phận ghi ở trang Tập thể; ai thuộc tổ nào ghi ở trang Cán bộ – giáo viên."),
                            TypeRole::Text, Ink::Text2, m_inner);
    column->addWidget(m_nothing);
    m_grid = new QGridLayout;
    m_grid->setSpacing(Theme::px(12));
    column->addLayout(m_grid);
    column->addStretch(1);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = makeScrolling(m_inner, this);
    scroll->setFrameShape(QFrame::NoFrame);
    outer->addWidget(scroll);
}

Card* CollectiveView::makeWhatIf()
{
    auto* card = new Card(tr("Nếu thêm người"), QStringLiteral("law"), {}, m_inner);
    card->setObjectName(QStringLiteral("whatIfCard"));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    m_advanced = makeCount("moreAdvanced", card);
    m_fighters = makeCount("moreFighters", card);
    row->addWidget(new Label(tr("Thêm"), TypeRole::Text, Ink::Text, card));
    row->addWidget(m_advanced);
    m_baseName = new Label({}, TypeRole::Text, Ink::Text, card);
    row->addWidget(m_baseName);
    row->addWidget(m_fighters);
    m_limitedName = new Label({}, TypeRole::Text, Ink::Text, card);
    row->addWidget(m_limitedName);
    row->addStretch(1);
    card->body()->addLayout(row);
    m_base = makeWrapped({}, TypeRole::Small, Ink::Text2, card);
    card->body()->addWidget(m_base);
    m_quotas = new QVBoxLayout;
    m_quotas->setSpacing(Theme::px(4));
    card->body()->addLayout(m_quotas);
    for (auto* box : {m_advanced, m_fighters})
        connect(box, &QSpinBox::valueChanged, this, &CollectiveView::asking);
    return card;
}

services::WhatIf CollectiveView::asked() const
{
    return {m_advanced->value(), m_fighters->value()};
}

QWidget* CollectiveView::firstField() const
{
    return m_advanced;
}

void CollectiveView::setQuotas(const std::vector<services::QuotaLine>& quotas)
{
    clearLayout(*m_quotas);
    for (const auto& quota : quotas) {
        auto* view = new QuotaView(quotaState(quota), this);
        view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_quotas->addWidget(view);
        m_quotas->addWidget(makeCited(unbroken(toQ(quota.citation)), quota.certain, {}, TypeRole::Small, Ink::Text2, this));
    }
    if (quotas.empty())
        m_quotas->addWidget(makeWrapped(tr("Luật đang áp dụng không đặt hạn mức nào cho những danh hiệu đã đăng ký."), TypeRole::Text, Ink::Text2, this));
}

void CollectiveView::setBoard(const services::ForesightBoard& board)
{
    m_base->setText(tr("Hiện có %1 người đứng tên %2, %3 người %4.")
                        .arg(board.base.count).arg(toQ(board.base.name)).arg(board.limited.count).arg(toQ(board.limited.name)));
    m_baseName->setText(tr("người đạt %1,").arg(toQ(board.base.shortName)));
    m_limitedName->setText(tr("người %1").arg(toQ(board.limited.shortName)));
    m_advanced->setAccessibleName(tr("Thêm người đạt %1").arg(toQ(board.base.name)));
    m_fighters->setAccessibleName(tr("Thêm người được đề nghị %1").arg(toQ(board.limited.name)));
    for (auto* card : m_cards) {
        card->hide();
        card->deleteLater();
    }
    m_cards.clear();
    for (auto first = board.collectives.begin(); first != board.collectives.end();) {
        const auto last = std::find_if(first, board.collectives.end(), [&](const auto& one) { return one.collective != first->collective; });
        std::vector<const CollectiveForecast*> group;
        for (auto one = first; one != last; ++one)
            group.push_back(&*one);
        m_cards.push_back(makeCard(group));
        first = last;
    }
    m_nothing->setVisible(m_cards.empty());
    m_columns = 0;
    arrange();
}

Card* CollectiveView::makeCard(const std::vector<const CollectiveForecast*>& forecasts)
{
    const auto& first = *forecasts.front();
    auto* card = new Card(toQ(first.name), QStringLiteral("people"), tr("%1 người").arg(first.members), m_inner);
    card->setObjectName(QStringLiteral("forecast%1").arg(first.collective.collective ? first.collective.collective->value() : 0));
    for (const auto* forecast : forecasts) {
        if (forecast != forecasts.front())
            card->body()->addWidget(makeRule(card));
        addForecast(card->body(), *forecast);
    }
    card->body()->addStretch(1);
    return card;
}

void CollectiveView::addForecast(QVBoxLayout* body, const CollectiveForecast& forecast)
{
    QuotaState state;
    state.label = toQ(forecast.honourShort);
    state.kind = QuotaState::Kind::Target;
    state.value = forecast.registered;
    state.line = forecast.needed;
    state.full = std::max(forecast.members, forecast.needed);
    state.words = forecast.enough ? tr("%1 / %2 đăng ký, cần %3 – đủ").arg(forecast.registered).arg(forecast.members).arg(forecast.needed)
                                  : tr("%1 / %2 đăng ký, cần %3 – thiếu %4")
                                        .arg(forecast.registered).arg(forecast.members).arg(forecast.needed).arg(forecast.needed - forecast.registered);
    auto* view = new QuotaView(state, this);
    view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    view->setToolTip(toQ(forecast.honourName));
    body->addWidget(view);
    const QString law = QStringLiteral("%1: %2").arg(toQ(forecast.condition), unbroken(toQ(forecast.citation)));
    body->addWidget(makeCited(law, forecast.certain, {}, TypeRole::Small, Ink::Text2, this));
    std::vector<QString> otherwise, met;
    for (const auto& one : forecast.otherwise)
        otherwise.push_back(toQ(one.text));
    for (const auto& one : forecast.met)
        met.push_back(toQ(one));
    if (!otherwise.empty())
        body->addWidget(makeWrapped(tr("<b>Còn cần:</b> %1.").arg(listed(otherwise).toHtmlEscaped()), TypeRole::Text, Ink::Text, this));
    if (!met.empty())
        body->addWidget(makeWrapped(tr("Đã có: %1.").arg(listed(met)), TypeRole::Small, Ink::Text2, this));
}

void CollectiveView::arrange()
{
    const int columns = std::max(1, width() / Theme::px(kCardWidth));
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (auto* card : m_cards)
        m_grid->removeWidget(card);
    for (std::size_t i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    for (int column = 0; column < std::max(columns, m_grid->columnCount()); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void CollectiveView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

}
