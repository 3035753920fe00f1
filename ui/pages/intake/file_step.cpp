// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/file_step.h"

#include "text/messages.h"
#include "ui/pages/intake/import_words.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace thidua::ui {

using services::ListKind;

FileStep::FileStep(const std::vector<ChoiceField::Choice>& years, const std::vector<ChoiceField::Choice>& anyYears, QWidget* parent)
    : QWidget(parent), m_years(years), m_anyYears(anyYears)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Theme::px(8), 0, 0);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::px(12));
    grid->setVerticalSpacing(Theme::px(12));
    grid->setColumnStretch(2, 1);
    outer->addLayout(grid);
    int row = 0;
    const auto add = [&](const QString& title, QWidget* field, bool wide) {
        auto* label = new Label(title, TypeRole::Text, Ink::Text2, this);
        label->setBuddy(field);
        grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(field, row++, 1, 1, wide ? 2 : 1);
    };
    std::vector<ChoiceField::Choice> kinds;
    for (const auto kind : intake::kKinds)
        kinds.push_back({std::to_string(static_cast<int>(kind)), intake::kindTitle(kind)});
    m_kind = new ChoiceField(kinds, this);
    m_kind->setObjectName(QStringLiteral("importKind"));
    m_kind->setAccessibleName(tr("Danh sách"));
    m_kind->setMinimumWidth(Theme::px(300));
    add(tr("Danh sách"), m_kind, false);
    m_needs = makeWrapped({}, TypeRole::Small, Ink::Text2, this);
    grid->addWidget(m_needs, row++, 1, 1, 2);
    m_year = new ChoiceField(m_years, this);
    m_year->setObjectName(QStringLiteral("importYear"));
    m_year->setAccessibleName(tr("Năm học"));
    add(tr("Năm học"), m_year, false);
    auto* file = new QWidget(this);
    auto* line = new QHBoxLayout(file);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::px(8));
    m_choose = makeButton(tr("Chọn tệp…"), QStringLiteral("folder"), ButtonKind::Normal, file);
    m_choose->setObjectName(QStringLiteral("importChoose"));
    m_choose->setToolTip(tr("Ctrl+O"));
    m_choose->setAutoDefault(true);
    connect(m_choose, &QPushButton::clicked, this, &FileStep::fileWanted);
    line->addWidget(m_choose);
    auto* paste = makeButton(tr("Dán danh sách đã chép"), QStringLiteral("paste"), ButtonKind::Normal, file);
    paste->setObjectName(QStringLiteral("importPaste"));
    paste->setToolTip(tr("Ctrl+V"));
    connect(paste, &QPushButton::clicked, this, &FileStep::pasteWanted);
    line->addWidget(paste);
    line->addStretch();
    add(tr("Tệp"), file, true);
    m_file = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_file->setObjectName(QStringLiteral("importFile"));
    grid->addWidget(m_file, row++, 1, 1, 2);
    m_sheet = new SheetChoice(QStringLiteral("importSheet"), this);
    grid->addWidget(m_sheet, row++, 1);
    m_found = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_found->setObjectName(QStringLiteral("importFound"));
    grid->addWidget(m_found, row++, 1, 1, 2);
    outer->addStretch();
    connect(m_kind, &QComboBox::activated, this, [this] {
        showKind();
        emit kindChosen();
    });
    connect(m_sheet, &SheetChoice::chosen, this, &FileStep::sheetChosen);
    m_kind->setValue(std::to_string(static_cast<int>(intake::kKinds.front())));
    showKind();
    setOpened({}, {});
}

ListKind FileStep::kind() const
{
    return static_cast<ListKind>(std::stoi(m_kind->value()));
}

void FileStep::setKind(ListKind kind)
{
    m_kind->setValue(std::to_string(static_cast<int>(kind)));
    showKind();
}

/// Honours alone may be of any year, even of one that the file does not have.
void FileStep::showKind()
{
    const bool honours = kind() == ListKind::Honours;
    const auto before = m_year->value();
    m_year->setChoices(honours ? m_anyYears : m_years);
    m_year->setValue(honours ? std::string() : before);
    if (m_year->currentIndex() < 0)
        m_year->setCurrentIndex(0);
    m_needs->setText(tr("Cần có cột %1. Cột đứng đâu cũng được; dòng tên trường, tổng cộng, chữ ký được bỏ qua.")
                         .arg(toQ(text::label("import-headings", std::to_string(static_cast<int>(kind()))))));
}

void FileStep::setOpened(const QString& file, const ImportTask& task)
{
    m_file->setText(file.isEmpty() ? tr("Chưa chọn tệp. Nhận tệp Excel (.xlsx), LibreOffice (.ods), .csv, hoặc các ô đã chép trong Excel.")
                                   : QStringLiteral("<b>%1</b>").arg(file.toHtmlEscaped()));
    std::vector<std::string> names;
    for (const auto& sheet : task.request->book.sheets)
        names.push_back(sheet.name);
    m_sheet->setSheets(names, task.look.sheet, !file.isEmpty());
    m_found->setVisible(!file.isEmpty());
    m_found->setInk(task.look.isList ? Ink::Ok : Ink::Warn);
    m_found->setText(task.look.isList ? tr("Thấy danh sách %1 %2, %3 cột.").arg(task.look.people).arg(intake::unitOf(kind())).arg(task.look.columns.size())
                                      : tr("Không thấy dòng tiêu đề quen thuộc; ở bước sau xin cho biết mỗi cột là gì, hoặc chọn trang tính khác."));
}

}
