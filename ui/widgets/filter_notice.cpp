// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_notice.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>

namespace thidua::ui {

FilterNotice::FilterNotice(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("filterNotice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::px(12), Theme::px(2), Theme::px(12), Theme::px(4));
    row->setSpacing(Theme::px(6));
    row->addWidget(makeIconLabel(QStringLiteral("filter"), Ink::Info, 14, this));
    m_words = new Label({}, TypeRole::Small, Ink::Text, this);
    row->addWidget(m_words);
    auto* clear = makeButton(tr("Bỏ lọc"), {}, ButtonKind::Link, this);
    clear->setObjectName(QStringLiteral("clearFilters"));
    clear->setAccessibleName(tr("Bỏ lọc, hiện mọi dòng"));
    connect(clear, &QPushButton::clicked, this, &FilterNotice::cleared);
    row->addWidget(clear);
    row->addStretch();
    hide();
}

void FilterNotice::showCount(int shown, int all)
{
    m_words->setText(tr("Đang lọc: hiện %1 trong %2 dòng").arg(shown).arg(all));
    setVisible(shown < all);
}

}
