// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/look_settings.h"

#include <QApplication>
#include <QBoxLayout>
#include <QSettings>

namespace thidua::ui {
namespace {

constexpr auto kScheme = "appearance/scheme";
constexpr auto kScale = "appearance/scale";

}

LookSettings::LookSettings(Shell& shell, SchoolContext& context, ApplyLook applyLook, QWidget* parent)
    : SettingsSection(shell, context, parent), m_applyLook(std::move(applyLook))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Hiển thị"), QStringLiteral("eye"), tr("chỉ riêng máy này"), this);
    card->setMaximumWidth(Theme::px(860));
    m_scheme = new SegmentBar(card);
    m_scheme->setObjectName(QStringLiteral("lookScheme"));
    m_scheme->setAccessibleName(tr("Màu nền"));
    m_scheme->setSegments({{QStringLiteral("light"), tr("Sáng")}, {QStringLiteral("dark"), tr("Tối")}});
    addRow(card, tr("Màu nền"), tr("Nền tối đỡ chói khi làm việc buổi tối; giấy in luôn trắng."), m_scheme);
    card->body()->addWidget(makeRule(card));
    m_scale = new SegmentBar(card);
    m_scale->setObjectName(QStringLiteral("lookScale"));
    m_scale->setAccessibleName(tr("Cỡ chữ"));
    m_scale->setSegments({{QStringLiteral("100"), tr("100 %")}, {QStringLiteral("125"), tr("125 %")}, {QStringLiteral("150"), tr("150 %")}});
    addRow(card, tr("Cỡ chữ trên màn hình"), tr("Chữ, khoảng cách và độ rộng cột đổi cùng một lúc. Cỡ chữ trên giấy không đổi."), m_scale);
    column->addWidget(card);
    column->addStretch(1); // a card would take half of the room
    connect(m_scheme, &SegmentBar::chosen, this, &LookSettings::apply);
    connect(m_scale, &SegmentBar::chosen, this, &LookSettings::apply);
}

void LookSettings::addRow(Card* card, const QString& title, const QString& text, QWidget* choice)
{
    auto* row = new QHBoxLayout;
    row->addWidget(new Label(title, TypeRole::Strong, Ink::Text, card));
    row->addStretch();
    row->addWidget(choice);
    card->body()->addLayout(row);
    card->body()->addWidget(makeWrapped(text, TypeRole::Text, Ink::Text2, card));
}

void LookSettings::load()
{
    m_scheme->setCurrentKey(keptScheme() == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    m_scale->setCurrentKey(QString::number(qRound(keptScale() * 100)));
}

Scheme LookSettings::keptScheme()
{
    return QSettings().value(QLatin1String(kScheme)).toString() == QStringLiteral("dark") ? Scheme::Dark : Scheme::Light;
}

double LookSettings::keptScale()
{
    const int kept = QSettings().value(QLatin1String(kScale), 100).toInt();
    return kept == 125 || kept == 150 ? kept / 100.0 : 1.0;
}

void LookSettings::apply()
{
    const Scheme schemeBefore = keptScheme();
    const double scaleBefore = keptScale();
    keep(m_scheme->currentKey() == QStringLiteral("dark") ? Scheme::Dark : Scheme::Light, m_scale->currentKey().toInt() / 100.0);
    if (m_applyLook) {
        if (!m_applyLook(keptScheme(), keptScale())) {
            keep(schemeBefore, scaleBefore);
            load();
        }
        return;
    }
    if (auto* app = qobject_cast<QApplication*>(QCoreApplication::instance()))
        Theme::apply(*app, keptScheme(), keptScale());
    shell().status.say(tr("Đã đổi cách hiển thị"));
}

void LookSettings::keep(Scheme scheme, double scale)
{
    QSettings settings;
    settings.setValue(QLatin1String(kScheme), scheme == Scheme::Dark ? QStringLiteral("dark") : QStringLiteral("light"));
    settings.setValue(QLatin1String(kScale), qRound(scale * 100));
    settings.sync();
}

}
