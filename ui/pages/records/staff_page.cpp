// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/staff_page.h"

#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/records/list_paper.h"
#include "ui/pages/records/staff_details.h"
#include "ui/pages/records/staff_facts.h"
#include "ui/pages/records/staff_form.h"
#include "ui/pages/records/staff_paste_dialog.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>

namespace thidua::ui {

using services::PeopleService;
using services::StaffDraft;

StaffPage::StaffPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent)
    : RecordsListPage(std::move(info), shell, context, parent), m_model([](const Row& row) { return row.id.value(); }, this)
{
    setTitle(tr("Cán bộ – giáo viên"));
    setColumns();
    addGroupings();
    addActions(tr("Thêm người"), tr("In danh sách"));
    addOwnActions();
    auto* list = new RecordTable(&m_model, QStringLiteral("staffTable"), tr("Danh sách cán bộ, giáo viên, nhân viên"), this);
    list->setFilterRow(true);
    list->setSumRow(true);
    list->setEmptyState(makeEmpty());
    list->setRowActions({action(QStringLiteral("edit")), action(QStringLiteral("remove")), action(QStringLiteral("honours"))});
    m_all = new CheckField(tr("Cả người không còn chức vụ"), this);
    m_all->setObjectName(QStringLiteral("staffAll"));
    connect(m_all, &QCheckBox::toggled, this, [this] { load(); });
    list->addToToolbarRight(m_all);
    setList(list, 320, domain::EntityKind::Person);
    connect(list, &RecordTable::pasted, this, [this](const QVector<QStringList>&) { paste(QApplication::clipboard()->text()); });
    list->sortBy(QStringLiteral("name"));
    list->setGrouping(QStringLiteral("team"));
    setActions({action(QStringLiteral("add")), action(QStringLiteral("paste")), action(QStringLiteral("print"))},
               {action(QStringLiteral("edit")), action(QStringLiteral("remove")), action(QStringLiteral("honours"))});
}

StaffPage::~StaffPage() = default;

void StaffPage::addOwnActions()
{
    shell().actions.add({QStringLiteral("staff.paste"), tr("Dán từ Excel…"), QStringLiteral("paste"), {}, info().id,
                         tr("nhập danh sách cán bộ giáo viên"), [this] { paste(QApplication::clipboard()->text()); }});
    shell().actions.add({QStringLiteral("staff.honours"), tr("Xem quá trình khen thưởng"), QStringLiteral("history"), {}, info().id, {}, [this] {
                             const auto id = table()->currentId();
                             if (!id)
                                 return;
                             const auto honours = facts().honoursOf(domain::PersonId(*id));
                             if (honours.empty())
                                 shell().status.say(tr("Sổ chưa ghi khen thưởng nào của người này."));
                             else
                                 shell().openRecord(domain::EntityKind::HonourRecord, honours.front().id.value());
                         }});
}

EmptyState* StaffPage::makeEmpty()
{
    return new EmptyState(QStringLiteral("people"), tr("Chưa có danh sách cán bộ, giáo viên của năm học này"),
                          tr("Nơi ghi mỗi người một lần: họ tên, ngày sinh, chức vụ và tổ trong năm học. Đăng ký, đề nghị và giấy tờ khen thưởng đều lấy từ đây."),
                          action(QStringLiteral("paste")), action(QStringLiteral("add")),
                          tr("Trong Excel, chọn các cột Họ và tên, Giới tính, Ngày sinh, Chức vụ, Tổ, Ngày vào ngành, bấm <b>Ctrl+C</b>, rồi bấm <b>Ctrl+V</b> ở đây."));
}

void StaffPage::load()
{
    m_facts.reset();
    std::vector<Row> rows;
    if (const auto year = yearRow())
        shell().runner.read([&] { return PeopleService(file()).staff(year->id, m_all->value()); }, [&](auto read) { rows = std::move(read); });
    m_model.setRows(std::move(rows));
    setSummary(summary());
    showClosedBar();
    shell().actions.setReason(QStringLiteral("staff.paste"), whyNot(std::nullopt));
    rowsRead();
}

bool StaffPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::staff() | reads::honours() | reads::registrations() | reads::nominations() | reads::years() | reads::school());
}

QJsonObject StaffPage::saveState() const
{
    auto state = RecordsListPage::saveState();
    state.insert(QStringLiteral("all"), m_all->value());
    return state;
}

void StaffPage::restoreState(const QJsonObject& state)
{
    const QSignalBlocker quiet(m_all);
    m_all->setValue(state.value(QStringLiteral("all")).toBool());
    RecordsListPage::restoreState(state);
}

QString StaffPage::summary() const
{
    std::vector<const Row*> present;
    int withoutBirth = 0, withoutTeam = 0;
    for (const auto& row : m_model.rows()) {
        if (!row.assigned)
            continue;
        present.push_back(&row);
        withoutBirth += row.person.birth ? 0 : 1;
        withoutTeam += row.team ? 0 : 1;
    }
    if (present.empty())
        return tr("Chưa có ai trong danh sách năm học %1.").arg(toQ(schoolYear().screen()));
    QString line = tr("<b>%1 người</b>: %2").arg(present.size()).arg(staffSum(present));
    QStringList wanting;
    if (withoutBirth)
        wanting << tr("<b>%1 người chưa ghi ngày sinh</b>").arg(withoutBirth);
    if (withoutTeam)
        wanting << tr("<b>%1 người chưa xếp tổ</b>").arg(withoutTeam);
    return wanting.isEmpty() ? line + QLatin1Char('.') : line + QStringLiteral("; ") + wanting.join(QStringLiteral(", ")) + QLatin1Char('.');
}

const StaffFacts& StaffPage::facts()
{
    if (!m_facts) {
        const auto year = yearRow();
        m_facts = std::make_unique<StaffFacts>(file(), year ? year->id : domain::SchoolYearId(0));
    }
    return *m_facts;
}

void StaffPage::showRecord(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row)
        return;
    QStringList second;
    for (const QString& part : {postOf(*row), toQ(row->teamName)})
        if (!part.isEmpty())
            second << part;
    panel()->setTitle(toQ(row->person.fullName), second.join(QStringLiteral(", ")));
    if (row->person.leftOn)
        panel()->setChip(Tone::Mute, tr("Đã chuyển đi"), QStringLiteral("-"));
    auto* details = new StaffDetails(*row, facts(), file().clock().today(), panel());
    connect(details, &StaffDetails::honourOpened, this,
            [this](qint64 honour) { shell().openRecord(domain::EntityKind::HonourRecord, honour); });
    panel()->addToBody(details);
    addShowFoot();
}

FormBinderBase* StaffPage::openForm(std::optional<std::int64_t> id)
{
    const auto year = yearRow();
    std::vector<Row> everyone;
    std::vector<services::Stored<domain::Collective>> collectives;
    shell().runner.read([&] { return PeopleService(file()).staff(year->id, true); }, [&](auto rows) { everyone = std::move(rows); });
    shell().runner.read([&] { return PeopleService(file()).collectives(); }, [&](auto rows) { collectives = std::move(rows); });
    StaffDraft draft;
    const Row* row = id ? m_model.find(*id) : nullptr;
    if (row)
        draft = {row->person, row->position, row->title, row->team};
    m_staffForm = new StaffForm(std::move(everyone), collectives, row ? std::optional(row->id) : std::nullopt, panel());
    panel()->setTitle(row ? toQ(row->person.fullName) : tr("Thêm người"),
                      row ? tr("Sửa thông tin") : tr("Năm học %1").arg(toQ(schoolYear().screen())));
    panel()->addToBody(m_staffForm);
    m_staffForm->binder().load(draft);
    return &m_staffForm->binder();
}

std::optional<std::int64_t> StaffPage::saveForm()
{
    const auto year = yearRow();
    const StaffDraft draft = m_staffForm->binder().draft();
    std::optional<std::int64_t> saved;
    if (const auto id = editedId()) {
        const Row* row = m_model.find(*id);
        if (!row)
            return std::nullopt;
        const auto version = row->version;
        shell().runner.run([&] { return PeopleService(file()).editStaff(year->id, domain::PersonId(*id), draft, version); },
                           [&](auto) { saved = id; }, &m_staffForm->binder());
    } else {
        shell().runner.run([&] { return PeopleService(file()).addStaff(year->id, draft); },
                           [&](domain::PersonId added) { saved = added.value(); }, &m_staffForm->binder());
    }
    return saved;
}

void StaffPage::removeRecord(std::int64_t id)
{
    const Row* row = m_model.find(id);
    if (!row || !leaveForm())
        return;
    const QString name = toQ(row->person.fullName);
    if (!shell().prompter.confirm({tr("Xóa người khỏi sổ"),
                                   tr("Xóa %1 khỏi danh sách? Chỉ xóa được khi chưa có đăng ký, kết quả hay khen thưởng nào gắn với người này; "
                                      "người chuyển trường, nghỉ hưu thì ghi ngày chuyển đi, đừng xóa.").arg(name),
                                   tr("Xóa %1").arg(name), tr("Giữ lại"), true}))
        return;
    auto removed = PeopleService(file()).removePerson(domain::PersonId(id));
    if (removed) {
        messages().remove(QStringLiteral("left"));
        shell().runner.succeed(removed->changes);
        return;
    }
    if (removed.error().code != ErrorCode::WrongState) {
        shell().runner.fail(removed.error());
        return;
    }
    Message bar{Tone::Warn, tr("%1 không xóa được").arg(name),
                tr("Sổ còn ghi đăng ký, kết quả hoặc khen thưởng của người này. Nếu đã chuyển đi hoặc nghỉ hưu, xin ghi ngày chuyển đi.")};
    bar.key = QStringLiteral("left");
    bar.actions.push_back({tr("Ghi ngày chuyển đi"), QStringLiteral("edit"), [this, id] {
                               messages().remove(QStringLiteral("left"));
                               startForm(id);
                               if (auto* field = panel()->findChild<QWidget*>(QStringLiteral("leftOn")))
                                   field->setFocus(Qt::OtherFocusReason);
                           }});
    messages().show(bar);
}

void StaffPage::revealRow(std::int64_t id)
{
    if (!m_model.find(id) && !m_all->value())
        m_all->setValue(true);
    for (const auto& column : m_model.columns())
        table()->setColumnFilter(column.key, {});
}

QString StaffPage::whyNot(std::optional<std::int64_t>) const
{
    if (isClosed())
        return closedReason();
    return yearRow() ? QString() : tr("Chưa mở năm học %1; xin mở trong Thiết lập.").arg(toQ(schoolYear().screen()));
}

QString StaffPage::nothingChosen() const
{
    return tr("Chọn một người để xem hồ sơ, đăng ký năm nay và khen thưởng đã nhận.");
}

QString StaffPage::saveVerb(bool adding) const
{
    return adding ? tr("Thêm vào sổ") : tr("Ghi vào sổ");
}

void StaffPage::paste(const QString& block)
{
    if (const QString reason = whyNot(std::nullopt); !reason.isEmpty()) {
        shell().status.say(reason, Tone::Warn);
        return;
    }
    const auto year = yearRow();
    if (!year || !leaveForm())
        return;
    StaffPasteDialog dialog(file(), year->id, window());
    dialog.setBlock(block);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const std::string chosen = dialog.chosenBlock();
    shell().runner.run([&] { return PeopleService(file()).pasteStaff(year->id, chosen); });
}

documents::Document StaffPage::paper() const
{
    const auto school = services::SchoolService(file()).school();
    QHash<QString, double> shares;
    for (const auto& column : m_model.columns())
        shares.insert(column.title.simplified(), column.width);
    return listPaper(school ? school->data : domain::School{}, tr("Danh sách cán bộ, giáo viên, nhân viên"),
                     tr("Năm học %1").arg(toQ(schoolYear().paper())), file().clock().today(), table()->shown(), shares);
}

QString StaffPage::paperName() const
{
    return tr("Danh sách cán bộ giáo viên %1").arg(toQ(schoolYear().text()));
}

}
