// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets/groups_dialog.h"

#include "services/people/subject_list.h"
#include "services/schedule/school_calendar.h"
#include "ui/pages/kit/subject_ticks.h"

#include <QBoxLayout>

namespace thidua::ui::prepare {

using services::GroupDraft;
using services::GroupService;

GroupsDialog::GroupsDialog(services::SchoolFile& file, domain::SchoolYearId year, Shell& shell, QWidget* parent)
    : ListDialog(shell,
                 {.name = QStringLiteral("group"),
                  .title = tr("Nhóm tính chỉ tiêu"),
                  .intro = tr("Chỉ tiêu như 6/26 giáo viên tính trên tổng số của một nhóm, đếm vào một ngày. Đặt tên nhóm ở đây, rồi chọn nhóm ở chỉ tiêu."),
                  .edit = tr("Sửa nhóm"),
                  .fresh = tr("Nhóm mới"),
                  .save = tr("Ghi nhóm"),
                  .add = tr("Thêm nhóm"),
                  .another = tr("Nhóm mới"),
                  .remove = tr("Xóa nhóm…")},
                 parent),
      m_file(file), m_year(year), m_model([](const Row& row) { return row.id.value(); }), m_form(new RecordForm<GroupDraft>(2))
{
    setObjectName(QStringLiteral("targetGroups"));
    auto* fields = buildFields();
    build(buildList(), fields, m_form->binder());
    readAnew(std::nullopt);
}

RecordTable* GroupsDialog::buildList()
{
    m_model.setColumns({
        {QStringLiteral("name"), tr("Nhóm"), [](const Row& r) { return Cell::twoLines(toQ(r.group.name), toQ(text::label("group-basis", domain::toCode(r.group.basis)))); }, 190,
         Align::Left, {}, {}, true},
        {QStringLiteral("count"), tr("Số người"), [](const Row& r) { return Cell::bold(QString::number(r.members.size())); }, 80, Align::Right},
        {QStringLiteral("on"), tr("Đếm ngày"), [](const Row& r) { return Cell::plain(dateText(r.group.countedOn)); }, 96},
    });
    auto* table = new RecordTable(&m_model, QStringLiteral("groupsTable"), tr("Các nhóm của năm học"), this);
    table->setEmptyState(new EmptyState(QStringLiteral("people"), tr("Chưa có nhóm nào"), tr("Đặt tên và cách đếm của nhóm ở bên phải."), nullptr, nullptr, {}, this));
    return table;
}

/// The form, and under it who is counted.
QWidget* GroupsDialog::buildFields()
{
    m_name = m_form->text("name", tr("Tên nhóm"), [](auto& d) -> auto& { return d.group.name; }, Wide).required().named("groupName").placeholder(tr("giáo viên dạy bằng máy tính")).field;
    m_form->date("countedOn", tr("Đếm vào ngày"), [](auto& d) -> auto& { return d.group.countedOn; }).required().named("groupDay");
    m_form->choice("basis", tr("Gồm những ai"), [](auto& d) -> auto& { return d.group.basis; });
    addPeople();
    m_form->binder().setValidate([](const GroupDraft& draft) { return services::validate(draft); });
    connect(&m_form->binder(), &FormBinderBase::changed, this, &GroupsDialog::showBasis);
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(m_form);
    m_members = makeWrapped({}, TypeRole::Small, Ink::Text2, inner);
    column->addWidget(m_members);
    column->addStretch();
    return inner;
}

void GroupsDialog::addPeople()
{
    auto* ticks = new SubjectTicks;
    std::vector<SubjectTicks::Choice> choices;
    if (const auto listed = services::subjectsOf(m_file, m_year))
        for (const auto& one : *listed)
            if (one.subject.person)
                choices.push_back({one.subject, toQ(one.name), one.unit.empty() ? tr("Chưa xếp tổ") : toQ(one.unit)});
    ticks->setChoices(std::move(choices));
    m_picked = m_form->custom("picked", tr("Chọn người"), ticks,
                              [ticks](const GroupDraft& d) {
                                  std::vector<domain::SubjectRef> picked;
                                  for (const auto& person : d.picked)
                                      picked.push_back(domain::SubjectRef::of(person));
                                  ticks->setValue(picked);
                              },
                              [ticks](GroupDraft& d) {
                                  d.picked.clear();
                                  for (const auto& subject : ticks->value())
                                      d.picked.push_back(*subject.person);
                              }, Wide)
                   .required()
                   .line;
}

void GroupsDialog::readRows()
{
    shell().runner.read([&] { return GroupService(m_file).groups(m_year); }, [this](auto groups) { m_model.setRows(std::move(groups)); });
}

bool GroupsDialog::startEdit(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row)
        return false;
    m_current = *row;
    m_form->load({row->group, row->members});
    QStringList names;
    for (const auto& name : row->names)
        names << toQ(name);
    QString members = tr("%1 người: %2").arg(names.size()).arg(names.join(QStringLiteral(", ")));
    if (row->left > 0)
        members += tr(" (%1 người đã chọn không còn làm việc vào ngày ấy)").arg(row->left);
    m_members->setText(members);
    showBasis();
    return true;
}

void GroupsDialog::startNew()
{
    m_current.reset();
    m_members->clear();
    GroupDraft draft;
    draft.group.year = m_year;
    draft.group.countedOn = m_file.clock().today();
    if (const auto days = services::yearDays(m_file, m_year))
        draft.group.countedOn = std::clamp(draft.group.countedOn, days->first, days->last);
    m_form->load(draft);
    showBasis();
    m_name->setFocus(Qt::OtherFocusReason);
}

void GroupsDialog::showBasis()
{
    const bool picked = m_form->draft().group.basis == domain::GroupBasis::Picked;
    m_picked->setVisible(picked);
    m_members->setVisible(!picked && m_current.has_value());
}

std::optional<std::int64_t> GroupsDialog::write()
{
    const auto draft = m_form->draft();
    GroupService service(m_file);
    auto& runner = shell().runner;
    return m_current ? writtenBy(runner, m_form->binder(), m_current->id.value(), [&] { return service.edit(m_current->id, draft, m_current->version); })
                     : writtenBy(runner, m_form->binder(), {}, [&] { return service.add(draft); });
}

Question GroupsDialog::removal() const
{
    return {tr("Xóa nhóm?"), tr("Xóa nhóm “%1”? Chỉ xóa được khi không chỉ tiêu nào tính theo nhóm.").arg(toQ(m_current->group.name)), tr("Xóa nhóm"), tr("Giữ lại"), true};
}

bool GroupsDialog::removeRow()
{
    return shell().runner.run([&] { return GroupService(m_file).remove(m_current->id); });
}

}
