// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/doubted.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QRegularExpression>

namespace thidua::ui {

QString uncheckedWords()
{
    return Doubted::tr("Căn cứ này lấy từ bản sao hoặc văn bản hướng dẫn, chưa đọc được trong văn bản gốc; nhà trường xem lại khi dùng.");
}

QWidget* makeDoubtWords(const QString& why, QWidget* parent)
{
    auto* told = makeWrapped(why.isEmpty() ? uncheckedWords() : why, TypeRole::Small, Ink::Text2, parent);
    told->setTextFormat(Qt::PlainText);
    told->setObjectName(QStringLiteral("doubtWords"));
    told->hide();
    return told;
}

QWidget* makeDoubtMark(QWidget* words, QWidget* parent)
{
    auto* mark = compact(makeIconButton(QStringLiteral("question"), Doubted::tr("Chưa đọc được văn bản gốc: bấm để xem"), ButtonKind::Quiet, parent));
    mark->setObjectName(QStringLiteral("doubtMark"));
    QObject::connect(mark, &QPushButton::clicked, words, [words] { words->setVisible(words->isHidden()); });
    return mark;
}

Doubted::Doubted(QWidget* words, const QString& why, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(2));
    auto* told = makeDoubtWords(why, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(4));
    row->addWidget(words, 1);
    row->addWidget(makeDoubtMark(told, this), 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(told);
}

QWidget* makeCited(const QString& words, bool certain, const QString& why, TypeRole role, Ink ink, QWidget* parent)
{
    auto* label = makeWrapped(words, role, ink, parent);
    return certain ? static_cast<QWidget*>(label) : new Doubted(label, why, parent);
}

std::pair<QString, QString> apartFromDoubt(const QString& words)
{
    static const QRegularExpression kLast(QStringLiteral("\\s*\\((\\p{Lu}[^()]*(?:\\([^()]*\\)[^()]*)*\\.)\\)$"));
    QString left = words.trimmed();
    QStringList why;
    for (auto found = kLast.match(left); found.hasMatch(); found = kLast.match(left)) {
        why.prepend(found.captured(1));
        left.truncate(found.capturedStart());
    }
    return {left, why.join(QLatin1Char(' '))};
}

}
