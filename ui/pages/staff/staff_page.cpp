// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/staff/staff_page.h"

#include "domain/school_year.h"
#include "services/core/reads.h"
#include "ui/pages/intake/import_wizard.h"
#include "ui/pages/kit/way_paper.h"
#include "ui/pages/records/merge_dialog.h"
#include "ui/pages/staff/staff_details.h"
#include "ui/pages/staff/staff_facts.h"
#include "ui/pages/staff/staff_form.h"
#include "ui/pages/staff/staff_paste_dialog.h"

#include <QApplication>
#include <QClipboard>

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using services::PeopleService;
using services::StaffDraft;

StaffPage::StaffPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "staffTable",
                  .listName = tr("Danh sách cán bộ, giáo viên, nhân viên"),
                  .panelWidth = 320,
                  .opens = EntityKind::Person,
                  .reads = reads::staff() | reads::honours() | reads::registrations() | reads::nominations() | reads::statedFacts() | reads::activities() | reads::years() | reads::school(),
                  .chooseFirst = tr("Xin chọn một người trước."),
                  .nothingChosen = tr("Chọn một người để xem hồ sơ, đăng ký năm nay và khen thưởng đã nhận."),
                  .sortBy = "title",
                  .grouping = "team",
                  .tickable = true,
                  .paperTitle = tr("Danh sách cán bộ, giáo viên, nhân viên")},
                 [](const Row& row) { return row.id.value(); })
{
    declareColumns();
    declareVerbs();
    build();
    setEmpty("people", tr("Chưa có danh sách cán bộ, giáo viên của năm học này"),
             tr("Nơi ghi mỗi người một lần: họ tên, ngày sinh, chức vụ và tổ trong năm học. Đăng ký, đề nghị và giấy tờ khen thưởng đều lấy từ đây."), "paste",
             "add",
             tr("Trong Excel, chọn các cột Họ và tên, Giới tính, Ngày sinh, Chức vụ, Tổ, Ngày vào ngành, bấm <b>Ctrl+C</b>, rồi bấm <b>Ctrl+V</b> ở đây."));
    m_all = new CheckField(tr("Cả người không còn chức vụ"), this);
    m_all->setObjectName(QStringLiteral("staffAll"));
    connect(m_all, &QCheckBox::toggled, this, [this] { reload(); });
    table()->addToToolbarRight(m_all);
    connect(table(), &RecordTable::pasted, this, [this] { runVerb(QStringLiteral("paste")); });
}

StaffPage::~StaffPage() = default;

void StaffPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm người"), .icon = "plus", .places = InHead, .operation = Op::AddStaff, .run = [this] { openForm(nullptr); }});
    addVerb({.id = "paste", .text = tr("Dán từ Excel…"), .icon = "paste", .places = InHead, .operation = Op::PasteStaff,
             .words = tr("nhập danh sách cán bộ giáo viên"), .run = [this] { paste(QApplication::clipboard()->text()); }});
    addVerb({.id = "import", .text = tr("Nhập từ tệp…"), .icon = "import", .places = InHead, .operation = Op::ImportStaff,
             .words = tr("nhập danh sách cán bộ giáo viên từ tệp excel"),
             .run = [this] { runImport(shell(), file(), schoolYear(), services::ListKind::Staff, window()); }});
    addVerb({.id = "print", .text = tr("In danh sách"), .icon = "print", .places = InHead, .run = [this] { printList(); }});
    addRowVerb({.id = "edit", .text = tr("Sửa"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditPerson},
               [this](const Row& row) { openForm(&row); });
    addRowVerb({.id = "state", .text = tr("Ghi dữ kiện…"), .icon = "plus", .places = InMore | OnRow, .operation = Op::StateFact, .keepsForm = true},
               [this](const Row& row) { StatedFactsView::state(shell(), file(), statedOf(row), this); });
    addRowsVerb({.id = "merge", .text = tr("Gộp hồ sơ…"), .icon = "people", .places = InMore | OnRow, .operation = Op::MergePeople, .anyYear = true,
                 .words = tr("một người ghi hai lần hai hồ sơ trùng")},
                [this](const Rows& rows) { mergeRecords(shell(), file(), rows[0]->id, rows.size() > 1 ? std::optional(rows[1]->id) : std::nullopt, window()); },
                [](const Rows& rows) { return rows.size() > 2 ? tr("Xin chỉ đánh dấu hai người.") : QString(); });
    addRowVerb({.id = "remove", .text = tr("Xóa…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemovePerson},
               [this](const Row& row) { remove(row); });
    addRowVerb({.id = "way", .text = tr("In quá trình thi đua, khen thưởng"), .icon = "print", .places = InMore | OnRow},
               [this](const Row& row) { previewWay(context(), shell(), domain::SubjectRef::of(row.id), toQ(row.named())); });
    addRowVerb({.id = "honours", .text = tr("Xem quá trình khen thưởng"), .icon = "history", .places = InMore | OnRow},
               [this](const Row& row) { openHonours(row); });
}

void StaffPage::openHonours(const Row& row)
{
    const auto honours = facts().honoursOf(row.id);
    if (honours.empty())
        shell().status.say(tr("Sổ chưa ghi khen thưởng nào của người này."));
    else
        shell().openRecord(EntityKind::HonourRecord, honours.front().id.value());
}

std::vector<services::StaffRow> StaffPage::readRows()
{
    m_facts.reset();
    return year() ? readOr([&] { return PeopleService(file()).staff(*year(), m_all->value()); }) : std::vector<Row>{};
}

QJsonObject StaffPage::saveState() const
{
    auto state = ListPage::saveState();
    state.insert(QStringLiteral("all"), m_all->value());
    return state;
}

void StaffPage::restoreState(const QJsonObject& state)
{
    const QSignalBlocker quiet(m_all);
    m_all->setValue(state.value(QStringLiteral("all")).toBool());
    ListPage::restoreState(state);
}

QString StaffPage::summary() const
{
    auto present = all();
    std::erase_if(present, [](const Row* row) { return !row->assigned || row->left; });
    const auto without = [&](auto test) { return static_cast<int>(std::count_if(present.begin(), present.end(), [&](const Row* row) { return !test(*row); })); };
    if (present.empty())
        return tr("Chưa có ai trong danh sách năm học %1.").arg(toQ(schoolYear().screen()));
    QString line = tr("<b>%1 người</b>: %2").arg(present.size()).arg(staffSum(present));
    QStringList wanting;
    if (const int count = without([](const Row& row) { return row.person.birth.has_value(); }))
        wanting << tr("<b>%1 người chưa ghi ngày sinh</b>").arg(count);
    if (const int count = without([](const Row& row) { return row.team.has_value(); }))
        wanting << tr("<b>%1 người chưa xếp tổ</b>").arg(count);
    return wanting.isEmpty() ? line + QLatin1Char('.') : line + QStringLiteral("; ") + wanting.join(QStringLiteral(", ")) + QLatin1Char('.');
}

const StaffFacts& StaffPage::facts()
{
    if (!m_facts) {
        m_facts = std::make_unique<StaffFacts>(file(), year().value_or(domain::SchoolYearId(0)));
    }
    return *m_facts;
}

void StaffPage::show(const Row& row)
{
    QStringList second{postOf(row), toQ(row.teamName)};
    second.removeAll(QString());
    panel()->setTitle(toQ(row.named()), second.join(QStringLiteral(", ")));
    if (row.left && row.person.leftOn)
        panel()->setChip(Tone::Mute, tr("Đã chuyển đi %1").arg(dateText(row.person.leftOn)), QStringLiteral("-"));
    else if (row.person.leftOn)
        panel()->setChip(Tone::Mute, tr("Sẽ chuyển đi %1").arg(dateText(row.person.leftOn)), QStringLiteral("-"));
    const auto today = file().clock().today();
    const auto shown = yearRow();
    auto* details = new StaffDetails(row, facts(), today, shown ? std::min(today, shown->data.lastDay) : today, panel());
    connect(details, &StaffDetails::honourOpened, this, [this](qint64 honour) { shell().openRecord(EntityKind::HonourRecord, honour); });
    connect(details, &StaffDetails::activityOpened, this, [this](qint64 activity) { shell().openRecord(EntityKind::Activity, activity); });
    panel()->addToBody(details);
    panel()->addToBody(new StatedFactsView(shell(), file(), statedOf(row), panel()));
}

StatedFactsView::Whose StaffPage::statedOf(const Row& row) const
{
    return {domain::SubjectRef::of(row.id), toQ(row.named()), schoolYear(), year() && !isClosed()};
}

void StaffPage::openForm(const Row* row)
{
    auto* form = new StaffForm(readOr([&] { return PeopleService(file()).staff(*year(), true); }),
                               readOr([&] { return PeopleService(file()).collectives(); }), row ? std::optional(row->id) : std::nullopt, file().clock().today());
    form->load(row ? StaffDraft{row->person, row->position, row->title, row->team} : StaffDraft{});
    openRowForm(form, row, {.title = row ? toQ(row->named()) : tr("Thêm người"),
                            .subtitle = row ? tr("Sửa thông tin") : tr("Năm học %1").arg(toQ(schoolYear().screen()))},
                [this](const StaffDraft& draft) { return PeopleService(file()).addStaff(*year(), draft); },
                [this](domain::PersonId id, const StaffDraft& draft, domain::RowVersion version) {
                    return PeopleService(file()).editStaff(*year(), id, draft, version);
                });
}

void StaffPage::remove(const Row& row)
{
    const auto id = row.id;
    const QString name = toQ(row.named());
    if (!shell().prompter.confirm({tr("Xóa người khỏi sổ"),
                                   tr("Xóa %1 khỏi danh sách? Chỉ xóa được khi chưa có đăng ký, kết quả hay khen thưởng nào gắn với người này; "
                                      "người chuyển trường, nghỉ hưu thì ghi ngày chuyển đi, đừng xóa.").arg(name),
                                   tr("Xóa %1").arg(name), tr("Giữ lại"), true}))
        return;
    messages().remove(QStringLiteral("left"));
    auto removed = PeopleService(file()).removePerson(id);
    if (removed)
        shell().runner.succeed(removed->changes);
    else if (removed.error().code == ErrorCode::WrongState)
        adviseToLeave(id, name);
    else
        shell().runner.fail(removed.error());
}

void StaffPage::adviseToLeave(domain::PersonId id, const QString& name)
{
    Message bar{Tone::Warn, tr("%1 không xóa được").arg(name),
                tr("Sổ còn ghi đăng ký, kết quả hoặc khen thưởng của người này. Nếu đã chuyển đi hoặc nghỉ hưu, xin ghi ngày chuyển đi.")};
    bar.key = QStringLiteral("left");
    bar.actions.push_back({tr("Ghi ngày chuyển đi"), QStringLiteral("edit"), [this, id] {
                               messages().remove(QStringLiteral("left"));
                               if (!openRecord(EntityKind::Person, id.value()))
                                   return;
                               runVerb(QStringLiteral("edit"));
                               if (auto* field = panel()->findChild<QWidget*>(QStringLiteral("leftOn")))
                                   focusLater(field);
                           }});
    messages().show(bar);
}

void StaffPage::reveal(std::int64_t id)
{
    if (!find(id))
        m_all->setValue(true);
}

void StaffPage::paste(const QString& block)
{
    StaffPasteDialog dialog(file(), *year(), window());
    dialog.setBlock(block);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto sheet = dialog.sheet();
    shell().runner.run([&] { return PeopleService(file()).pasteStaff(*year(), sheet); });
}

}
