// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activities/kinds_dialog.h"

namespace thidua::ui::follow {

using domain::ActivityKind;
using services::ActivityService;

KindsDialog::KindsDialog(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : ListDialog(shell,
                 {.name = QStringLiteral("kind"),
                  .title = tr("Loại hoạt động"),
                  .intro = tr("Loại hoạt động là của nhà trường: tên, đơn vị tính và những gì cần ghi thêm. Chỉ tiêu đếm theo loại."),
                  .edit = tr("Sửa loại hoạt động"),
                  .fresh = tr("Loại hoạt động mới"),
                  .save = tr("Ghi loại"),
                  .add = tr("Thêm loại"),
                  .another = tr("Loại mới"),
                  .remove = tr("Xóa loại…")},
                 parent),
      m_file(file), m_model([](const Row& row) { return row.id.value(); }), m_form(new RecordForm<ActivityKind>(2))
{
    setObjectName(QStringLiteral("activityKinds"));
    declareFields();
    build(buildList(), m_form, m_form->binder());
    m_usual = addVerb(tr("Lấy loại thường gặp"), QStringLiteral("import"), QStringLiteral("kindsUsual"));
    connect(m_usual, &QPushButton::clicked, this, &KindsDialog::takeUsual);
    readAnew(std::nullopt);
}

RecordTable* KindsDialog::buildList()
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
    auto* table = new RecordTable(&m_model, QStringLiteral("kindsTable"), tr("Các loại hoạt động"), this);
    table->setEmptyState(new EmptyState(QStringLiteral("star"), tr("Chưa có loại hoạt động nào"), tr("Lấy các loại thường gặp ở trường, rồi sửa tên, thêm bớt cho đúng trường mình."),
                                        nullptr, nullptr, {}, this));
    return table;
}

void KindsDialog::declareFields()
{
    m_name = m_form->text("name", tr("Tên loại"), &ActivityKind::name, Wide).required().named("kindName").field;
    m_form->text("field", tr("Lĩnh vực"), &ActivityKind::field).placeholder(tr("Chuyên môn, Hội thi…"));
    m_form->text("unit", tr("Đơn vị tính"), &ActivityKind::unit).placeholder(tr("tiết, bài, bộ…"));
    m_form->check("hasLevel", tr("Ghi cấp tổ chức (trường, huyện, tỉnh…)"), &ActivityKind::hasLevel);
    m_form->check("hasResult", tr("Ghi kết quả, giải"), &ActivityKind::hasResult);
    m_form->check("hasAmount", tr("Ghi số tiền"), &ActivityKind::hasAmount);
    m_form->check("hasHelped", tr("Ghi giúp ai"), &ActivityKind::hasHelped);
    m_form->binder().setValidate([](const ActivityKind& kind) { return services::validate(kind); });
}

void KindsDialog::readRows()
{
    shell().runner.read([&] { return ActivityService(m_file).kinds(); }, [this](auto kinds) { m_model.setRows(std::move(kinds)); });
    shell().runner.read([&] { return ActivityService(m_file).usualKinds(); }, [this](const auto& missing) { m_usual->setVisible(!missing.empty()); });
}

bool KindsDialog::startEdit(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row)
        return false;
    m_current = *row;
    m_form->load(row->data);
    return true;
}

void KindsDialog::startNew()
{
    m_current.reset();
    m_form->load(ActivityKind{});
    m_name->setFocus(Qt::OtherFocusReason);
}

std::optional<std::int64_t> KindsDialog::write()
{
    const auto kind = m_form->draft();
    ActivityService service(m_file);
    auto& runner = shell().runner;
    return m_current ? writtenBy(runner, m_form->binder(), m_current->id.value(), [&] { return service.editKind(m_current->id, kind, m_current->version); })
                     : writtenBy(runner, m_form->binder(), {}, [&] { return service.addKind(kind); });
}

Question KindsDialog::removal() const
{
    return {tr("Xóa loại hoạt động?"), tr("Xóa loại “%1”? Chỉ xóa được khi chưa có hoạt động, chỉ tiêu nào dùng đến.").arg(toQ(m_current->data.name)), tr("Xóa loại"), tr("Giữ lại"), true};
}

bool KindsDialog::removeRow()
{
    return shell().runner.run([&] { return ActivityService(m_file).removeKind(m_current->id); });
}

void KindsDialog::takeUsual()
{
    shell().runner.run([&] { return ActivityService(m_file).takeUsualKinds(); });
    readAnew(std::nullopt);
}

}
