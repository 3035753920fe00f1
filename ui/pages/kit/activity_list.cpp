// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/activity_list.h"

#include "services/follow/activity_words.h"
#include "ui/pages/kit/parts.h"

#include <QBoxLayout>

namespace thidua::ui {

namespace {
constexpr std::size_t kActivitiesShown = 30;
}

ActivityList::ActivityList(const std::vector<services::ActivityRow>& rows, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(makeRule(this));
    column->addWidget(makeSectionHead(tr("Hoạt động, thành tích"), rows.empty() ? QString() : QString::number(rows.size()), this));
    if (rows.empty()) {
        column->addWidget(makeWrapped(tr("Chưa ghi hoạt động nào."), TypeRole::Text, Ink::Text2, this));
        return;
    }
    auto* list = new DetailList(DetailList::Form::Beside, this);
    for (std::size_t at = 0; at < std::min(rows.size(), kActivitiesShown); ++at) {
        const auto& row = rows[at];
        QString outcome = toQ(services::outcomeWords(row)).toHtmlEscaped();
        if (!row.confirmed())
            outcome += tr(" – chờ xác nhận");
        list->add(dateText(row.activity.on), QStringLiteral("%1<br><span style=\"color:%2\">%3</span>")
                                                 .arg(linkTo(QString::number(row.id.value()), toQ(row.kind.name)), Theme::tokens().text2.name(), outcome));
    }
    connect(list, &DetailList::linkActivated, this, [this](const QString& link) { emit opened(link.toLongLong()); });
    column->addWidget(list);
    if (rows.size() > kActivitiesShown)
        column->addWidget(makeWrapped(tr("và %1 mục cũ hơn ở trang Hoạt động").arg(rows.size() - kActivitiesShown), TypeRole::Small, Ink::Text2, this));
}

}
