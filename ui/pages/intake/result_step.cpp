// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/result_step.h"

#include "ui/pages/intake/import_words.h"

#include <QBoxLayout>

namespace thidua::ui {

using intake::Group;

namespace {

constexpr std::size_t kGapsTold = 8;
constexpr qsizetype kNotesTold = 6;

}

ResultStep::ResultStep(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, Theme::px(8), 0, 0);
    column->setSpacing(Theme::px(10));
    m_title = makeWrapped({}, TypeRole::PanelTitle, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("importDone"));
    column->addWidget(m_title);
    m_counts = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    column->addWidget(m_counts);
    m_rest = makeWrapped({}, TypeRole::Text, Ink::Warn, this);
    m_rest->setObjectName(QStringLiteral("importRest"));
    column->addWidget(m_rest);
    m_gaps = makeWrapped({}, TypeRole::Text, Ink::Text2, this);
    m_gaps->setObjectName(QStringLiteral("importGaps"));
    column->addWidget(m_gaps);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::px(8));
    const auto add = [&](const QString& words, const QString& icon, const char* name, auto wanted) {
        auto* button = makeButton(words, icon, ButtonKind::Normal, this);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, wanted);
        buttons->addWidget(button);
        return button;
    };
    m_rejected = add(tr("Xuất các dòng bị loại ra bảng tính…"), QStringLiteral("excel"), "importSaveRejected", [this] { emit rejectedWanted(); });
    m_undo = add(tr("Hoàn tác lần nhập"), QStringLiteral("undo"), "importUndo", [this] { emit undoWanted(); });
    m_undo->setToolTip(tr("Ctrl+Z"));
    m_page = add(tr("Mở trang"), QStringLiteral("arrow-right"), "importOpenPage", [this] { emit pageWanted(); });
    add(tr("Nhập tệp khác"), QStringLiteral("import"), "importAnother", [this] { emit anotherWanted(); });
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
}

void ResultStep::show(const ImportTask& task)
{
    const auto& report = task.report;
    const int written = intake::writtenOf(report);
    m_title->setText(written > 0 ? tr("Đã nhập %1 %2").arg(written).arg(intake::unitOf(task.request->kind)) : tr("Không có gì phải ghi"));
    m_undo->setVisible(written > 0 && report.saved);
    m_counts->setText(intake::summary(report) + intake::bySheet(report) + (written > 0 ? tr(" Cả lần nhập là một việc: bấm Ctrl+Z một lần là sổ trở lại như trước.") : QString()));
    // Which years were written into, which teams were made.
    if (const QStringList notes = intake::notes(report).mid(0, kNotesTold); written > 0 && !notes.isEmpty())
        m_counts->setText(m_counts->text() + QStringLiteral("<br>") + notes.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    const int asked = intake::countOf(report, Group::Asked), rejected = intake::countOf(report, Group::Rejected);
    m_rest->setVisible(asked + rejected > 0);
    m_rest->setText(tr("Còn %1 dòng chưa vào sổ. Xuất các dòng ấy ra bảng tính (có cột ghi vì sao bị loại), sửa trong Excel rồi nhập lại chính tệp đó.").arg(asked + rejected));
    m_rejected->setVisible(asked + rejected > 0);
    m_gaps->setVisible(!task.gaps.empty());
    m_gaps->setText(tr("Khoảng trống giữa các năm học, xin xem còn thiếu quyết định nào: %1.").arg(intake::gapsWords(task.gaps, kGapsTold)));
    m_page->setText(tr("Mở trang %1").arg(intake::pageTitle(task.request->kind)));
    m_page->setAccessibleName(m_page->text());
}

void ResultStep::sayTakenBack()
{
    m_title->setText(tr("Đã hoàn tác lần nhập"));
    m_counts->setText(tr("Sổ trở lại như trước khi nhập. Muốn nhập lại, bấm “Nhập tệp khác”."));
    for (QWidget* over : std::initializer_list<QWidget*>{m_undo, m_rest, m_rejected, m_gaps})
        over->hide();
    m_page->setFocus();
}

void ResultStep::sayRejectedSaved(const QString& file)
{
    m_rest->setText(tr("Đã xuất các dòng bị loại ra %1. Sửa xong bấm “Nhập tệp khác” để nhập lại tệp ấy.").arg(file));
}

QWidget* ResultStep::first() const
{
    return !m_rejected->isHidden() ? m_rejected : m_page;
}

}
