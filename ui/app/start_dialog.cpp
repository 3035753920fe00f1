// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/start_dialog.h"

#include "ui/kit.h"

#include <QDir>
#include <QFileInfo>
#include <QVBoxLayout>

namespace thidua::ui {

StartDialog::StartDialog(const QStringList& recent, const QString& troubleTitle, const QString& trouble, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Thi Đua"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::px(24), Theme::px(24), Theme::px(24), Theme::px(24));
    layout->setSpacing(Theme::px(12));
    auto* title = new Label(tr("Thi Đua – Khen thưởng"), TypeRole::PageTitle);
    layout->addWidget(title);
    auto* text = new Label(tr("Mỗi trường có một tệp. Xin bắt đầu với trường của mình, mở tệp đã có, hoặc xem trường mẫu."), TypeRole::Text);
    text->setWordWrap(true);
    layout->addWidget(text);
    if (!trouble.isEmpty()) {
        auto* area = new MessageArea(this);
        Message message;
        message.tone = Tone::Bad;
        message.title = troubleTitle;
        message.text = trouble;
        area->show(message);
        layout->addWidget(area);
    }
    addChoice(layout, "school", tr("Trường mới…"), tr("Lập tệp cho trường của mình từ một mẫu khai ngắn"), Choice::NewSchool, trouble.isEmpty()); // after a trouble, Enter founds nothing
    addChoice(layout, "folder", tr("Mở tệp…"), tr("Mở tệp .thidua trên máy hoặc USB"), Choice::OpenFile, false);
    addChoice(layout, "eye", tr("Xem trường mẫu Măng Đen"), tr("Một năm học đã làm xong, để xem và tập; không ảnh hưởng dữ liệu của trường"), Choice::Sample, false);
    addChoice(layout, "restore", tr("Khôi phục từ bản sao lưu…"), tr("Khi tệp của trường bị hỏng hoặc đã mất; tệp hỏng được giữ lại bên cạnh"), Choice::Restore, false);
    for (const auto& path : recent.mid(0, 3)) {
        auto* button = makeButton(QFileInfo(path).fileName() + QStringLiteral(" – ") + QDir::toNativeSeparators(QFileInfo(path).absolutePath()), {},
                                  ButtonKind::Link);
        button->setObjectName(QStringLiteral("recent"));
        connect(button, &QPushButton::clicked, this, [this, path] {
            m_recent = path;
            choose(Choice::Recent);
        });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    setMinimumWidth(Theme::px(560));
    // Of wrapped words a dialog asks for one line; a trouble may need four.
    setMinimumHeight(layout->heightForWidth(minimumWidth()));
}

void StartDialog::addChoice(QVBoxLayout* layout, const QString& iconName, const QString& title, const QString& text, Choice choice, bool main)
{
    auto* button = makeButton(title, iconName, main ? ButtonKind::Primary : ButtonKind::Normal);
    button->setObjectName(QStringLiteral("start-%1").arg(static_cast<int>(choice)));
    button->setDefault(main);
    auto* hint = new Label(text, TypeRole::Small);
    hint->setWordWrap(true);
    auto* row = new QHBoxLayout;
    button->setMinimumWidth(Theme::px(220));
    row->addWidget(button);
    row->addWidget(hint, 1);
    layout->addLayout(row);
    connect(button, &QPushButton::clicked, this, [this, choice] { choose(choice); });
}

void StartDialog::choose(Choice choice)
{
    m_choice = choice;
    accept();
}

}
