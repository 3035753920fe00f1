// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver/form_step.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace thidua::ui {

using services::ReceiverList;

FormStep::FormStep(const std::vector<ChoiceField::Choice>& years, QWidget* parent) : QWidget(parent)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Theme::px(8), 0, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::px(12));
    grid->setVerticalSpacing(Theme::px(12));
    grid->setColumnStretch(2, 1);
    outer->addLayout(grid);
    int row = 0;
    const auto add = [&](const QString& title, QWidget* field) {
        auto* label = new Label(title, TypeRole::Text, Ink::Text2, this);
        label->setBuddy(field);
        grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(field, row++, 1);
    };
    grid->addWidget(makeWrapped(tr("Chương trình điền danh sách của trường vào chính mẫu Excel mà cấp trên gửi: hình thức, công thức, danh sách chọn và các trang khác của mẫu giữ nguyên. "
                                   "Tệp mẫu không bị sửa; bản đã điền là một tệp khác."),
                                TypeRole::Text, Ink::Text2, this),
                    row++, 0, 1, 3);
    std::vector<ChoiceField::Choice> lists;
    for (const auto list : {ReceiverList::Registrations, ReceiverList::Nominations, ReceiverList::Awards})
        lists.push_back({std::to_string(static_cast<int>(list)), receiver::listTitle(list)});
    m_list = new ChoiceField(lists, this);
    m_list->setObjectName(QStringLiteral("receiverList"));
    m_list->setAccessibleName(tr("Điền gì"));
    m_list->setMinimumWidth(Theme::px(300));
    add(tr("Điền gì"), m_list);
    m_year = new ChoiceField(years, this);
    m_year->setObjectName(QStringLiteral("receiverYear"));
    m_year->setAccessibleName(tr("Năm học"));
    add(tr("Năm học"), m_year);
    m_choose = makeButton(tr("Chọn mẫu…"), QStringLiteral("excel"), ButtonKind::Normal, this);
    m_choose->setObjectName(QStringLiteral("receiverChoose"));
    m_choose->setToolTip(tr("Ctrl+O"));
    m_choose->setAutoDefault(true);
    auto* choose = new QWidget(this);
    auto* line = new QHBoxLayout(choose);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_choose);
    line->addStretch();
    add(tr("Mẫu"), choose);
    m_file = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_file->setObjectName(QStringLiteral("receiverFile"));
    grid->addWidget(m_file, row++, 1, 1, 2);
    m_sheet = new SheetChoice(QStringLiteral("receiverSheet"), this);
    grid->addWidget(m_sheet, row++, 1);
    m_found = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_found->setObjectName(QStringLiteral("receiverFound"));
    grid->addWidget(m_found, row++, 1, 1, 2);
    outer->addStretch();
    connect(m_choose, &QPushButton::clicked, this, &FormStep::fileWanted);
    connect(m_sheet, &SheetChoice::chosen, this, &FormStep::sheetChosen);
    setOpened({}, false);
}

ReceiverList FormStep::list() const
{
    return static_cast<ReceiverList>(std::stoi(m_list->value()));
}

void FormStep::setList(ReceiverList list)
{
    m_list->setValue(std::to_string(static_cast<int>(list)));
}

void FormStep::setOpened(const ReceiverTask& task, bool opened)
{
    m_file->setText(opened ? QStringLiteral("<b>%1</b>").arg(toQ(task.request->file).toHtmlEscaped())
                           : tr("Chưa chọn mẫu. Nhận tệp Excel .xlsx như cấp trên gửi, kể cả khi có tiêu đề hai dòng, ô gộp, trang mã ẩn."));
    m_sheet->setSheets(task.look.sheets, task.look.sheet, opened);
    m_found->setVisible(opened);
    m_found->setInk(Ink::Ok);
    m_found->setText(task.origin == MappingOrigin::Remembered
                         ? tr("Mẫu này đã điền lần trước: cột và mã được ghép như lần đó. Bảng bắt đầu từ dòng %1.").arg(task.look.firstRow)
                         : tr("Thấy bảng có %1 cột, dòng đầu để điền là dòng %2.").arg(task.look.columns.size()).arg(task.look.firstRow));
}

}
