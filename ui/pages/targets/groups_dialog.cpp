// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets/groups_dialog.h"

#include "services/people/subject_list.h"
#include "services/schedule/school_calendar.h"
#include "ui/pages/kit/subject_ticks.h"
#include "ui/widgets/enter_writes.h"

#include <QBoxLayout>
#include <QScreen>
#include <QSplitter>

namespace thidua::ui::prepare {

using services::GroupDraft;
using services::GroupService;

GroupsDialog::GroupsDialog(services::SchoolFile& file, domain::SchoolYearId year, Shell& shell, QWidget* parent)
    : QDialog(parent), m_file(file), m_year(year), m_shell(shell), m_model([](const Row& row) { return row.id.value(); })
{
    setWindowTitle(tr("Nhóm tính chỉ tiêu"));
    setObjectName(QStringLiteral("targetGroups"));
    resize(QSize(Theme::px(900), Theme::px(620)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    build();
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) {
        m_error->setText(sentence);
        m_error->show();
    });
    readGroups(std::nullopt);
}

void GroupsDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->setSizeConstraint(QLayout::SetNoConstraint); // its form scrolls: no size is asked for that a small screen has not
    column->addWidget(makeWrapped(tr("Chỉ tiêu như 6/26 giáo viên tính trên tổng số của một nhóm, đếm vào một ngày. Đặt tên nhóm ở đây, rồi chọn nhóm ở chỉ tiêu."), TypeRole::Text,
                                  Ink::Text2, this));
    auto* halves = new QSplitter(this); // which asks for no height by its width, as a row would
    halves->setHandleWidth(Theme::px(16));
    halves->setChildrenCollapsible(false);
    halves->addWidget(buildList());
    halves->addWidget(buildForm());
    column->addWidget(halves, 1);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    auto* done = makeButton(tr("Đóng"), {}, ButtonKind::Normal, this);
    done->setObjectName(QStringLiteral("groupsClose"));
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    foot->addWidget(done);
    column->addLayout(foot);
}

QWidget* GroupsDialog::buildList()
{
    m_model.setColumns({
        {QStringLiteral("name"), tr("Nhóm"), [](const Row& r) { return Cell::twoLines(toQ(r.group.name), toQ(text::label("group-basis", domain::toCode(r.group.basis)))); }, 190,
         Align::Left, {}, {}, true},
        {QStringLiteral("count"), tr("Số người"), [](const Row& r) { return Cell::bold(QString::number(r.members.size())); }, 80, Align::Right},
        {QStringLiteral("on"), tr("Đếm ngày"), [](const Row& r) { return Cell::plain(dateText(r.group.countedOn)); }, 96},
    });
    m_table = new RecordTable(&m_model, QStringLiteral("groupsTable"), tr("Các nhóm của năm học"), this);
    m_table->setTwoLineRows(true);
    m_table->setFilterRow(false);
    m_table->setToolbarVisible(false);
    m_table->setEmptyState(new EmptyState(QStringLiteral("people"), tr("Chưa có nhóm nào"), tr("Đặt tên và cách đếm của nhóm ở bên phải."), nullptr, nullptr, {}, this));
    connect(m_table, &RecordTable::currentChanged, this, &GroupsDialog::choose);
    return m_table;
}

QWidget* GroupsDialog::buildForm()
{
    auto* area = new QWidget(this);
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_title = makeWrapped({}, TypeRole::Strong, Ink::Text, area);
    column->addWidget(m_title);
    m_form = new RecordForm<GroupDraft>(2, area);
    m_name = m_form->text("name", tr("Tên nhóm"), [](auto& d) -> auto& { return d.group.name; }, Wide).required().named("groupName").placeholder(tr("giáo viên dạy bằng máy tính")).field;
    m_form->date("countedOn", tr("Đếm vào ngày"), [](auto& d) -> auto& { return d.group.countedOn; }).required().named("groupDay");
    m_form->choice("basis", tr("Gồm những ai"), [](auto& d) -> auto& { return d.group.basis; });
    auto* ticks = new SubjectTicks;
    offerPeople(ticks);
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
    m_form->binder().setValidate([](const GroupDraft& draft) { return services::validate(draft); });
    connect(&m_form->binder(), &FormBinderBase::changed, this, &GroupsDialog::showBasis);
    // A small screen has no room for the list of people and their names.
    auto* inner = new QWidget;
    auto* fields = new QVBoxLayout(inner);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Theme::px(8));
    fields->addWidget(m_form);
    m_members = makeWrapped({}, TypeRole::Small, Ink::Text2, inner);
    fields->addWidget(m_members);
    fields->addStretch();
    column->addWidget(makeScrolling(inner, area), 1);
    m_error = makeWrapped({}, TypeRole::Text, Ink::Bad, area);
    m_error->hide();
    column->addWidget(m_error);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    m_save = saving(makeButton(QString(), QStringLiteral("check"), ButtonKind::Primary, area));
    m_save->setObjectName(QStringLiteral("groupSave"));
    connect(m_save, &QPushButton::clicked, this, &GroupsDialog::save);
    foot->addWidget(m_save);
    auto* fresh = makeButton(tr("Nhóm mới"), QStringLiteral("plus"), ButtonKind::Normal, area);
    fresh->setObjectName(QStringLiteral("groupNew"));
    connect(fresh, &QPushButton::clicked, this, &GroupsDialog::startNew);
    foot->addWidget(fresh);
    foot->addStretch();
    m_remove = makeButton(tr("Xóa nhóm…"), QStringLiteral("trash"), ButtonKind::Danger, area);
    m_remove->setObjectName(QStringLiteral("groupRemove"));
    connect(m_remove, &QPushButton::clicked, this, &GroupsDialog::remove);
    foot->addWidget(m_remove);
    column->addLayout(foot);
    enterWrites(area);
    return area;
}

void GroupsDialog::offerPeople(SubjectTicks* ticks)
{
    std::vector<SubjectTicks::Choice> choices;
    if (const auto listed = services::subjectsOf(m_file, m_year))
        for (const auto& one : *listed)
            if (one.subject.person)
                choices.push_back({one.subject, toQ(one.name), one.unit.empty() ? tr("Chưa xếp tổ") : toQ(one.unit)});
    ticks->setChoices(std::move(choices));
}

void GroupsDialog::readGroups(std::optional<std::int64_t> chosen)
{
    m_shell.runner.read([&] { return GroupService(m_file).groups(m_year); }, [this](auto groups) { m_model.setRows(std::move(groups)); });
    if (chosen && m_table->setCurrentId(*chosen))
        choose();
    else
        startNew();
}

void GroupsDialog::choose()
{
    const auto id = m_table->currentId();
    const Row* row = id ? m_model.find(*id) : nullptr;
    if (!row)
        return;
    m_current = *row;
    m_error->hide();
    m_title->setText(tr("Sửa nhóm"));
    m_save->setText(tr("Ghi nhóm"));
    m_save->setAccessibleName(m_save->text());
    m_remove->show();
    m_form->load({row->group, row->members});
    QStringList names;
    for (const auto& name : row->names)
        names << toQ(name);
    QString members = tr("%1 người: %2").arg(names.size()).arg(names.join(QStringLiteral(", ")));
    if (row->left > 0)
        members += tr(" (%1 người đã chọn không còn làm việc vào ngày ấy)").arg(row->left);
    m_members->setText(members);
    showBasis();
}

void GroupsDialog::startNew()
{
    m_current.reset();
    m_error->hide();
    m_title->setText(tr("Nhóm mới"));
    m_save->setText(tr("Thêm nhóm"));
    m_save->setAccessibleName(m_save->text());
    m_remove->hide();
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

void GroupsDialog::save()
{
    m_error->hide();
    if (!m_form->binder().reveal())
        return;
    const auto draft = m_form->draft();
    GroupService service(m_file);
    const auto id = m_current ? writtenBy(m_shell.runner, m_form->binder(), m_current->id.value(), [&] { return service.edit(m_current->id, draft, m_current->version); })
                              : writtenBy(m_shell.runner, m_form->binder(), {}, [&] { return service.add(draft); });
    if (id)
        readGroups(*id);
}

void GroupsDialog::remove()
{
    if (!m_current)
        return;
    if (!m_shell.prompter.confirm({tr("Xóa nhóm?"), tr("Xóa nhóm “%1”? Chỉ xóa được khi không chỉ tiêu nào tính theo nhóm.").arg(toQ(m_current->group.name)), tr("Xóa nhóm"),
                                   tr("Giữ lại"), true}))
        return;
    bool gone = false;
    m_shell.runner.run([&] { return GroupService(m_file).remove(m_current->id); }, [&gone](auto) { gone = true; });
    if (gone)
        readGroups(std::nullopt);
}

}
