// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activities/kinds_dialog.h"

#include "ui/widgets/enter_writes.h"

#include <QBoxLayout>
#include <QScreen>

namespace thidua::ui::follow {

using domain::ActivityKind;
using services::ActivityService;

KindsDialog::KindsDialog(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QDialog(parent), m_file(file), m_shell(shell), m_model([](const Row& row) { return row.id.value(); })
{
    setWindowTitle(tr("Loại hoạt động"));
    setObjectName(QStringLiteral("activityKinds"));
    resize(QSize(Theme::px(900), Theme::px(560)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    build();
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) {
        m_error->setText(sentence);
        m_error->show();
    });
    readKinds(std::nullopt);
}

void KindsDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->addWidget(makeWrapped(tr("Loại hoạt động là của nhà trường: tên, đơn vị tính và những gì cần ghi thêm. Chỉ tiêu đếm theo loại."), TypeRole::Text, Ink::Text2, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(16));
    row->addWidget(buildList(), 3);
    row->addWidget(buildForm(), 2);
    column->addLayout(row, 1);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    m_usual = makeButton(tr("Lấy loại thường gặp"), QStringLiteral("import"), ButtonKind::Normal, this);
    m_usual->setObjectName(QStringLiteral("kindsUsual"));
    connect(m_usual, &QPushButton::clicked, this, &KindsDialog::takeUsual);
    foot->addWidget(m_usual);
    foot->addStretch();
    auto* done = makeButton(tr("Đóng"), {}, ButtonKind::Normal, this);
    done->setObjectName(QStringLiteral("kindsClose"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(done);
    column->addLayout(foot);
}

QWidget* KindsDialog::buildList()
{
    m_model.setColumns({
        {QStringLiteral("name"), tr("Loại hoạt động"), [](const Row& r) { return Cell::twoLines(toQ(r.data.name), toQ(r.data.field)); }, 200, Align::Left,
         [](const Row& r) { return SortKey(r.data.sortOrder); }, {}, true},
        {QStringLiteral("unit"), tr("Đơn vị"), [](const Row& r) { return Cell::plain(toQ(r.data.unit)); }, 80},
        {QStringLiteral("asks"), tr("Ghi thêm"), [](const Row& r) {
             QStringList asks;
             for (const auto& [on, words] : {std::pair(r.data.hasLevel, tr("cấp")), std::pair(r.data.hasResult, tr("kết quả")), std::pair(r.data.hasAmount, tr("số tiền")),
                                             std::pair(r.data.hasHelped, tr("giúp ai"))})
                 if (on)
                     asks << words;
             return Cell::secondary(asks.join(QStringLiteral(", ")));
         }, 130},
    });
    m_table = new RecordTable(&m_model, QStringLiteral("kindsTable"), tr("Các loại hoạt động"), this);
    m_table->setTwoLineRows(true);
    m_table->setFilterRow(false);
    m_table->setToolbarVisible(false);
    m_table->setEmptyState(new EmptyState(QStringLiteral("star"), tr("Chưa có loại hoạt động nào"), tr("Lấy các loại thường gặp ở trường, rồi sửa tên, thêm bớt cho đúng trường mình."),
                                          nullptr, nullptr, {}, this));
    connect(m_table, &RecordTable::currentChanged, this, &KindsDialog::choose);
    return m_table;
}

QWidget* KindsDialog::buildForm()
{
    auto* area = new QWidget(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = makeWrapped({}, TypeRole::Strong, Ink::Text, area);
    column->addWidget(m_title);
    m_form = new RecordForm<ActivityKind>(2, area);
    m_name = m_form->text("name", tr("Tên loại"), &ActivityKind::name, Wide).required().named("kindName").field;
    m_form->text("field", tr("Lĩnh vực"), &ActivityKind::field).placeholder(tr("Chuyên môn, Hội thi…"));
    m_form->text("unit", tr("Đơn vị tính"), &ActivityKind::unit).placeholder(tr("tiết, bài, bộ…"));
    m_form->check("hasLevel", tr("Ghi cấp tổ chức (trường, huyện, tỉnh…)"), &ActivityKind::hasLevel);
    m_form->check("hasResult", tr("Ghi kết quả, giải"), &ActivityKind::hasResult);
    m_form->check("hasAmount", tr("Ghi số tiền"), &ActivityKind::hasAmount);
    m_form->check("hasHelped", tr("Ghi giúp ai"), &ActivityKind::hasHelped);
    m_form->binder().setValidate([](const ActivityKind& kind) { return services::validate(kind); });
    column->addWidget(m_form);
    m_error = makeWrapped({}, TypeRole::Text, Ink::Bad, area);
    m_error->hide();
    column->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    m_save = saving(makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, area));
    m_save->setObjectName(QStringLiteral("kindSave"));
    connect(m_save, &QPushButton::clicked, this, &KindsDialog::save);
    foot->addWidget(m_save);
    auto* fresh = makeButton(tr("Loại mới"), QStringLiteral("plus"), ButtonKind::Normal, area);
    fresh->setObjectName(QStringLiteral("kindNew"));
    connect(fresh, &QPushButton::clicked, this, &KindsDialog::startNew);
    foot->addWidget(fresh);
    foot->addStretch();
    m_remove = makeButton(tr("Xóa loại…"), QStringLiteral("trash"), ButtonKind::Danger, area);
    m_remove->setObjectName(QStringLiteral("kindRemove"));
    connect(m_remove, &QPushButton::clicked, this, &KindsDialog::remove);
    foot->addWidget(m_remove);
    column->addLayout(foot);
    column->addStretch();
    enterWrites(area);
    return area;
}

void KindsDialog::readKinds(std::optional<std::int64_t> chosen)
{
    m_shell.runner.read([&] { return ActivityService(m_file).kinds(); }, [this](auto kinds) { m_model.setRows(std::move(kinds)); });
    m_shell.runner.read([&] { return ActivityService(m_file).usualKinds(); }, [this](const auto& missing) { m_usual->setVisible(!missing.empty()); });
    if (chosen && m_table->setCurrentId(*chosen))
        choose();
    else
        startNew();
}

void KindsDialog::choose()
{
    const auto id = m_table->currentId();
    const Row* row = id ? m_model.find(*id) : nullptr;
    if (!row)
        return;
    m_current = *row;
    m_error->hide();
    m_title->setText(tr("Sửa loại hoạt động"));
    m_save->setText(tr("Ghi loại"));
    m_save->setAccessibleName(m_save->text());
    m_remove->show();
    m_form->load(row->data);
}

void KindsDialog::startNew()
{
    m_current.reset();
    m_error->hide();
    m_title->setText(tr("Loại hoạt động mới"));
    m_save->setText(tr("Thêm loại"));
    m_save->setAccessibleName(m_save->text());
    m_remove->hide();
    m_form->load(ActivityKind{});
    m_name->setFocus(Qt::OtherFocusReason);
}

void KindsDialog::save()
{
    m_error->hide();
    if (!m_form->binder().reveal())
        return;
    const auto kind = m_form->draft();
    ActivityService service(m_file);
    const auto id = m_current ? writtenBy(m_shell.runner, m_form->binder(), m_current->id.value(), [&] { return service.editKind(m_current->id, kind, m_current->version); })
                              : writtenBy(m_shell.runner, m_form->binder(), {}, [&] { return service.addKind(kind); });
    if (id)
        readKinds(*id);
}

void KindsDialog::remove()
{
    if (!m_current)
        return;
    if (!m_shell.prompter.confirm({tr("Xóa loại hoạt động?"), tr("Xóa loại “%1”? Chỉ xóa được khi chưa có hoạt động, chỉ tiêu nào dùng đến.").arg(toQ(m_current->data.name)),
                                   tr("Xóa loại"), tr("Giữ lại"), true}))
        return;
    bool gone = false;
    m_shell.runner.run([&] { return ActivityService(m_file).removeKind(m_current->id); }, [&gone](auto) { gone = true; });
    if (gone)
        readKinds(std::nullopt);
}

void KindsDialog::takeUsual()
{
    m_shell.runner.run([&] { return ActivityService(m_file).takeUsualKinds(); }, [](auto) {});
    readKinds(std::nullopt);
}

}
