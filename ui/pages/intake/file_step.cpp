// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/file_step.h"

#include "text/messages.h"
#include "ui/pages/intake/import_words.h"

#include "services/intake/joined_sheets.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/flow_layout.h"

#include <QBoxLayout>
#include <QCheckBox>
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
    m_lists = new QWidget(this);
    auto* lists = new QVBoxLayout(m_lists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(Theme::px(4));
    lists->addWidget(makeWrapped(tr("Đánh dấu các trang nhập cùng một lần (mỗi lớp một trang):"), TypeRole::Small, Ink::Text2, m_lists));
    m_listRow = new FlowLayout;
    m_listRow->setContentsMargins(0, 0, 0, 0);
    m_listRow->setSpacing(Theme::px(12));
    lists->addLayout(m_listRow);
    grid->addWidget(m_lists, row++, 1, 1, 2);
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

void FileStep::showLists(const ImportTask& task)
{
    for (int i = 0; i < m_listRow->count(); ++i)
        m_listRow->itemAt(i)->widget()->setObjectName({}); // they are gone a moment later
    clearLayout(*m_listRow);
    const bool joined = services::isJoined(*task.request);
    const auto& together = task.request->joined;
    m_lists->setVisible(task.look.lists.size() > 1);
    for (const auto& list : task.look.lists) {
        auto* box = new QCheckBox(QStringLiteral("%1 (%2)").arg(toQ(list.name)).arg(list.people), m_lists);
        box->setObjectName(QStringLiteral("importList%1").arg(toQ(list.name)));
        box->setProperty("sheet", toQ(list.name));
        box->setAccessibleName(tr("Trang %1, %2 học sinh").arg(toQ(list.name)).arg(list.people));
        box->setChecked(joined ? std::find(together.begin(), together.end(), list.name) != together.end() : list.name == task.look.sheet);
        connect(box, &QCheckBox::clicked, this, [this, box] {
            if (tickedLists().isEmpty())
                box->setChecked(true); // something has to be read
            else
                emit listsChosen(tickedLists());
        });
        m_listRow->addWidget(box);
        box->show();
    }
}

QStringList FileStep::tickedLists() const
{
    QStringList ticked;
    for (int i = 0; i < m_listRow->count(); ++i)
        if (const auto* box = qobject_cast<QCheckBox*>(m_listRow->itemAt(i)->widget()); box && box->isChecked())
            ticked << box->property("sheet").toString();
    return ticked;
}

void FileStep::setOpened(const QString& file, const ImportTask& task)
{
    m_file->setText(file.isEmpty() ? tr("Chưa chọn tệp. Nhận tệp Excel (.xlsx), LibreOffice (.ods), .csv, hoặc các ô đã chép trong Excel.")
                                   : QStringLiteral("<b>%1</b>").arg(file.toHtmlEscaped()));
    std::vector<std::string> names;
    for (const auto& sheet : task.request->book.sheets)
        names.push_back(sheet.name);
    std::map<std::string, QString> labels;
    if (!task.request->joined.empty()) // put together, it stands behind those of the file
        labels[names.back()] = tr("Nhiều trang cùng lúc (%1)").arg(task.request->joined.size());
    m_sheet->setSheets(names, task.look.sheet, !file.isEmpty(), labels);
    showLists(task);
    m_found->setVisible(!file.isEmpty());
    m_found->setInk(task.look.isList ? Ink::Ok : Ink::Warn);
    const QString pages = services::isJoined(*task.request) ? tr(" Trên %1 trang tính; cả lần nhập là một việc.").arg(task.request->joined.size()) : QString();
    m_found->setText(task.look.isList ? tr("Thấy danh sách %1 %2, %3 cột.").arg(task.look.people).arg(intake::unitOf(kind())).arg(task.look.columns.size()) + pages
                                      : tr("Không thấy dòng tiêu đề quen thuộc; ở bước sau xin cho biết mỗi cột là gì, hoặc chọn trang tính khác."));
}

}
