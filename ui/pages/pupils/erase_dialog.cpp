// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pupils/erase_dialog.h"

#include <QBoxLayout>
#include <QScreen>

#include <algorithm>

namespace thidua::ui {

using services::FormerPupil;
using services::PupilErasure;

EraseDialog::EraseDialog(services::SchoolFile& file, OperationRunner& runner, const std::vector<SchoolYear>& lastYears, QWidget* parent)
    : QDialog(parent), m_file(file), m_runner(runner), m_model([](const FormerPupil& pupil) { return pupil.id.value(); })
{
    setWindowTitle(tr("Xóa dữ liệu cá nhân của học sinh đã ra trường"));
    setObjectName(QStringLiteral("eraseDialog"));
    resize(QSize(Theme::px(860), Theme::px(600)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    setColumns();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->addWidget(makeWrapped(tr("Hết thời hạn lưu trữ, dữ liệu cá nhân của các em được xóa khỏi sổ và khỏi nhật ký. Em chưa được khen thưởng: xóa cả hồ sơ. "
                                     "Em đã được khen thưởng: giữ họ tên, lớp và các khen thưởng làm chứng cứ; xóa ngày sinh, giới tính, mã, ngày chuyển đi, ghi chú. "
                                     "<b>Việc này không hoàn tác được</b>; bản sao lưu làm trước đó vẫn còn dữ liệu, trường tự xóa khi không cần nữa."),
                                  TypeRole::Text, Ink::Text2, this));
    column->addWidget(makeHead(lastYears));
    m_counts = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_counts->setObjectName(QStringLiteral("eraseCounts"));
    column->addWidget(m_counts);
    m_table = new RecordTable(&m_model, QStringLiteral("eraseTable"), tr("Học sinh đã ra trường còn dữ liệu cá nhân"), this);
    column->addWidget(m_table, 1);
    column->addWidget(makeFoot());
    m_table->sortBy(QStringLiteral("name"));
    read();
    m_last->setFocus();
}

EraseDialog::~EraseDialog()
{
    delete m_table; // it reads the model until its end
}

void EraseDialog::setColumns()
{
    std::vector<Column<FormerPupil>> columns;
    columns.push_back({QStringLiteral("name"), tr("Họ và tên"), [](const FormerPupil& pupil) { return Cell::plain(toQ(pupil.name)); }, 240});
    columns.back().stretch = true;
    columns.push_back({QStringLiteral("class"), tr("Lớp sau cùng"), [](const FormerPupil& pupil) { return orDash(toQ(pupil.className)); }, 110});
    columns.push_back({QStringLiteral("year"), tr("Năm học sau cùng"), [](const FormerPupil& pupil) { return Cell::plain(toQ(pupil.lastYear.screen())); }, 140});
    columns.push_back({QStringLiteral("stays"), tr("Còn lại trong sổ"), [](const FormerPupil& pupil) {
                           return pupil.namedInAwards ? Cell::plain(tr("họ tên, lớp, khen thưởng")) : Cell::secondary(tr("không còn gì"));
                       }, 190});
    m_model.setColumns(std::move(columns));
}

QWidget* EraseDialog::makeHead(const std::vector<SchoolYear>& lastYears)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& year : lastYears)
        choices.push_back({std::to_string(year.startYear()), toQ(year.screen())});
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(new Label(tr("Ra trường đến hết năm học:"), TypeRole::Text, Ink::Text2, head));
    m_last = new ChoiceField(choices, head);
    m_last->setObjectName(QStringLiteral("eraseLast"));
    m_last->setAccessibleName(tr("Ra trường đến hết năm học"));
    m_last->setValue(choices.back().code); // the oldest: nobody goes who was not meant
    m_last->onChanged = [this] { read(); };
    row->addWidget(m_last);
    row->addWidget(new Label(tr("Căn cứ:"), TypeRole::Text, Ink::Text2, head));
    m_reason = new LineField(tr("biên bản, quy chế về thời hạn lưu trữ: số, ngày"), head);
    m_reason->setObjectName(QStringLiteral("eraseReason"));
    m_reason->setAccessibleName(tr("Căn cứ xóa dữ liệu"));
    connect(m_reason, &QLineEdit::textChanged, this, &EraseDialog::showState);
    row->addWidget(m_reason, 1);
    return head;
}

QWidget* EraseDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addStretch();
    row->addWidget(makeCancelButton(this, QStringLiteral("eraseCancel"), foot));
    m_erase = makeButton({}, QStringLiteral("trash"), ButtonKind::Danger, foot);
    m_erase->setObjectName(QStringLiteral("eraseNow"));
    m_erase->setAutoDefault(false);
    connect(m_erase, &QPushButton::clicked, this, &QDialog::accept);
    row->addWidget(m_erase);
    return foot;
}

SchoolYear EraseDialog::lastYear() const
{
    return SchoolYear(std::stoi(m_last->value()));
}

void EraseDialog::read()
{
    m_runner.read([&] { return PupilErasure(m_file).formerPupils(lastYear()); }, [this](auto pupils) { m_model.setRows(std::move(pupils)); });
    showState();
}

void EraseDialog::showState()
{
    const auto& rows = m_model.rows();
    const auto kept = std::ranges::count_if(rows, &FormerPupil::namedInAwards);
    m_counts->setText(tr("<b>%1 học sinh</b>: %2 em xóa cả hồ sơ, %3 em giữ họ tên, lớp vì đã được khen thưởng.")
                          .arg(rows.size()).arg(static_cast<long>(rows.size()) - kept).arg(kept));
    m_erase->setText(tr("Xóa dữ liệu của %1 em…").arg(rows.size()));
    m_erase->setAccessibleName(m_erase->text());
    const bool ready = !rows.empty() && !m_reason->isBlank();
    m_erase->setEnabled(ready);
    m_erase->setToolTip(ready ? QString() : tr("Xin ghi căn cứ trước."));
}

void eraseFormerPupils(Shell& shell, services::SchoolFile& file, QWidget* parent)
{
    std::vector<SchoolYear> years;
    shell.runner.read([&] { return PupilErasure(file).lastYears(); }, [&years](auto found) { years = std::move(found); });
    if (years.empty())
        return shell.prompter.inform(EraseDialog::tr("Không có gì phải xóa"),
                                   EraseDialog::tr("Sổ không còn dữ liệu cá nhân của học sinh nào đã ra trường trước năm học mới nhất."));
    EraseDialog dialog(file, shell.runner, years, parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto last = dialog.lastYear();
    if (shell.prompter.confirm({EraseDialog::tr("Xóa dữ liệu cá nhân"),
                                EraseDialog::tr("Xóa dữ liệu cá nhân của %1 học sinh ra trường đến hết năm học %2? Không hoàn tác được việc này, và mọi việc làm trước đó cũng không hoàn tác được nữa.")
                                    .arg(dialog.count()).arg(toQ(last.screen())),
                                EraseDialog::tr("Xóa dữ liệu"), EraseDialog::tr("Giữ lại"), true}))
        shell.runner.run([&] { return PupilErasure(file).erase(last, dialog.reason()); });
}

}
