// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/year_settings.h"

#include "services/award/year_end.h"
#include "services/core/school_service.h"
#include "text/messages.h"
#include "ui/pages/records/next_year_dialog.h"
#include "ui/shell/unsaved.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::SchoolYearRow;
using services::SchoolService;

namespace {

QString openLines(const std::vector<std::string>& open)
{
    QString lines;
    for (const auto& one : open)
        lines += QStringLiteral("\n– %1").arg(toQ(one));
    return lines;
}

}

YearSettings::YearSettings(Shell& shell, SchoolContext& context, QWidget* parent)
    : SettingsSection(shell, context, parent), m_model([](const Row& row) { return row.id.value(); }, this)
{
    setColumns();
    m_table = new RecordTable(&m_model, QStringLiteral("yearsTable"), tr("Các năm học trong sổ"), this);
    m_next = makeButton(tr("Mở năm học mới"), QStringLiteral("plus"), ButtonKind::Primary, this);
    m_next->setObjectName(QStringLiteral("yearsNext"));
    if (const auto& reason = file().readOnlyReason()) {
        m_next->setEnabled(false);
        m_next->setToolTip(sentenceOf(*reason));
    }
    m_table->addToToolbarRight(m_next);
    m_panel = new SidePanel(340, this);
    m_panel->setObjectName(QStringLiteral("yearsPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new SplitArea(m_table, m_panel, this));
    m_panel->setClosable(false);
    m_table->sortBy(QStringLiteral("year"), Qt::DescendingOrder);
    connectTable();
}

void YearSettings::connectTable()
{
    connect(m_next, &QPushButton::clicked, this, &YearSettings::startNext);
    connect(m_table, &RecordTable::currentChanged, this, [this] {
        if (m_moving)
            return;
        if (mayLeave()) {
            showCurrent();
        } else if (m_editing) {
            m_moving = true;
            m_table->setCurrentId(*m_editing);
            m_moving = false;
        }
    });
    const auto edit = [this] {
        if (const Row* row = current(); row && row->data.state == domain::YearState::Open && mayLeave())
            openForm(row->data, row->id.value());
    };
    connect(m_table, &RecordTable::editRequested, this, edit);
    connect(m_table, &RecordTable::activated, this, edit);
}

void YearSettings::setColumns()
{
    std::vector<Column<Row>> columns;
    columns.push_back({QStringLiteral("year"), tr("Năm học"), [](const Row& r) { return Cell::bold(toQ(r.data.year.screen())); }, 110});
    const auto date = [&columns](const QString& key, const QString& title, auto get) {
        columns.push_back({key, title, [get](const Row& r) { return Cell::plain(dateText(get(r.data))); }, 118});
        columns.back().filter = false;
    };
    date(QStringLiteral("first"), tr("Ngày đầu"), [](const SchoolYearRow& y) -> std::optional<Date> { return y.firstDay; });
    date(QStringLiteral("term2"), tr("Học kỳ II từ"), [](const SchoolYearRow& y) -> std::optional<Date> { return y.term2Start; });
    date(QStringLiteral("last"), tr("Ngày cuối"), [](const SchoolYearRow& y) -> std::optional<Date> { return y.lastDay; });
    date(QStringLiteral("deadline"), tr("Hạn đăng ký"), [](const SchoolYearRow& y) { return y.registrationDeadline; });
    columns.push_back({QStringLiteral("state"), tr("Tình trạng"), [](const Row& r) {
        const QString word = toQ(text::label("year-state", domain::toCode(r.data.state)));
        return r.data.state == domain::YearState::Open ? Cell::mark(Tone::Ok, word) : Cell::mark(Tone::Mute, word, QStringLiteral("lock"));
    }, 130});
    columns.back().stretch = true;
    m_model.setColumns(std::move(columns));
}

const YearSettings::Row* YearSettings::current() const
{
    const auto id = m_table->currentId();
    return id ? m_model.find(*id) : nullptr;
}

void YearSettings::load()
{
    m_moving = true;
    shell().runner.read([&] { return SchoolService(file()).years(); }, [&](auto years) { m_model.setRows(std::move(years)); });
    if (!m_table->currentId() && !m_model.rows().empty())
        m_table->setCurrentId(m_model.rows().front().id.value());
    m_moving = false;
    const auto next = m_model.rows().empty() ? SchoolYear::of(file().clock().today()) : m_model.rows().front().data.year.next();
    m_next->setText(tr("Mở năm học %1").arg(toQ(next.screen())));
    m_next->setAccessibleName(m_next->text());
    if (m_binder && m_editing && !m_model.find(*m_editing))
        closeForm();
    if (!m_binder)
        showCurrent();
}

void YearSettings::showCurrent()
{
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    if (const Row* row = current())
        showYear(*row);
    else
        m_panel->showNothing(tr("Sổ chưa có năm học nào; xin mở năm học đầu tiên."));
}

void YearSettings::showYear(const Row& row)
{
    const bool open = row.data.state == domain::YearState::Open;
    const QString name = toQ(row.data.year.screen());
    m_panel->setTitle(tr("Năm học %1").arg(name), open ? tr("Đang ghi được") : tr("Chỉ xem và in"));
    m_panel->setChip(open ? Tone::Ok : Tone::Mute, toQ(text::label("year-state", domain::toCode(row.data.state))), open ? QString() : QStringLiteral("lock"));
    auto* list = new DetailList(DetailList::Form::Beside, m_panel);
    list->add(tr("Ngày đầu"), dateText(row.data.firstDay));
    list->add(tr("Học kỳ II từ"), dateText(row.data.term2Start));
    list->add(tr("Ngày cuối"), dateText(row.data.lastDay));
    list->add(tr("Hạn đăng ký"), dateText(row.data.registrationDeadline));
    if (row.data.reopenReason)
        list->add(tr("Mở lại vì"), toQ(*row.data.reopenReason).toHtmlEscaped());
    m_panel->addToBody(list);
    m_panel->addToBody(makeWrapped(open ? tr("Khóa năm học khi mọi kết quả đã ghi xong: đăng ký, kết quả, đề nghị của năm ấy từ đó chỉ xem và in. Mở lại được khi Hiệu trưởng đồng ý, có ghi lý do.")
                                        : tr("Kết quả khen thưởng của cấp trên về sau vẫn ghi được. Muốn sửa điều khác thì mở lại năm học: ghi lý do và tên Hiệu trưởng cho phép."),
                                   TypeRole::Small, Ink::Text2, m_panel));
    const auto button = [this](const QString& text, const QString& icon, const char* object, bool right, auto run) {
        auto* made = makeButton(text, icon, ButtonKind::Normal, m_panel);
        made->setObjectName(QLatin1String(object));
        connect(made, &QPushButton::clicked, this, run);
        if (const auto& reason = file().readOnlyReason()) {
            made->setEnabled(false);
            made->setToolTip(sentenceOf(*reason));
        }
        m_panel->addToFoot(made, right);
    };
    if (open) {
        button(tr("Sửa mốc thời gian"), QStringLiteral("edit"), "yearEdit", false, [this, data = row.data, id = row.id.value()] { openForm(data, id); });
        button(tr("Khóa…"), QStringLiteral("lock"), "yearClose", true, [this, row] { closeYear(row); });
    } else {
        button(tr("Mở lại năm học…"), QStringLiteral("restore"), "yearReopen", false, [this, row] { reopenYear(row); });
    }
}

void YearSettings::startNext()
{
    if (!mayLeave())
        return;
    const auto next = m_model.rows().empty() ? SchoolYear::of(file().clock().today()) : m_model.rows().front().data.year.next();
    openForm(SchoolService::proposedYear(next), std::nullopt);
}

void YearSettings::openForm(const SchoolYearRow& year, std::optional<std::int64_t> id)
{
    m_editing = id;
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->clearChip();
    const QString name = toQ(year.year.screen());
    const bool carries = !id && std::ranges::any_of(m_model.rows(), [&year](const Row& row) { return row.data.year == year.year.previous(); });
    m_panel->setTitle(id ? tr("Sửa mốc thời gian") : tr("Mở năm học %1").arg(name),
                      id ? tr("Năm học %1").arg(name) : carries ? tr("Bước sau: xem và chọn những gì mang sang từ năm trước") : QString());
    auto* form = new FormLayout(1, m_panel);
    m_binder = new FormBinder<SchoolYearRow>(form);
    addDates(*form);
    m_binder->setValidate([](const SchoolYearRow& draft) { return services::validate(draft); });
    m_panel->addToBody(form);
    m_binder->load(year);
    auto* keep = saving(makeButton(id ? tr("Ghi mốc thời gian") : carries ? tr("Tiếp tục: xem trước…") : tr("Mở năm học %1").arg(name), carries ? QStringLiteral("arrow-right") : QStringLiteral("check"), ButtonKind::Primary, m_panel));
    keep->setObjectName(QStringLiteral("yearSave"));
    connect(keep, &QPushButton::clicked, this, &YearSettings::save);
    auto* drop = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_panel);
    drop->setObjectName(QStringLiteral("yearCancel"));
    connect(drop, &QPushButton::clicked, this, &YearSettings::closeForm);
    m_panel->addToFoot(keep);
    m_panel->addToFoot(drop);
    for (auto* line : form->findChildren<QLineEdit*>())
        connect(line, &QLineEdit::returnPressed, this, &YearSettings::save);
    if (auto* first = form->findChild<QLineEdit*>())
        first->setFocus(Qt::OtherFocusReason);
}

void YearSettings::addDates(FormLayout& form)
{
    const auto required = [&](const std::string& name, const QString& label, Date SchoolYearRow::*member) {
        auto* field = new DateField;
        m_binder->bind(name, form.add(label, field)->required(), field, [field, member](const SchoolYearRow& d) { field->setValue(d.*member); },
                       [field, member](SchoolYearRow& d) {
                           if (const auto day = field->value())
                               d.*member = *day;
                       });
    };
    required("firstDay", tr("Ngày đầu năm học"), &SchoolYearRow::firstDay);
    required("term2Start", tr("Học kỳ II bắt đầu"), &SchoolYearRow::term2Start);
    required("lastDay", tr("Ngày cuối năm học"), &SchoolYearRow::lastDay);
    auto* deadline = new DateField;
    auto* line = form.add(tr("Hạn đăng ký thi đua"), deadline)->hint(tr("Đăng ký sau ngày này vẫn ghi được, phải nêu lý do."));
    m_binder->bind("registrationDeadline", line, deadline, &SchoolYearRow::registrationDeadline);
}

bool YearSettings::save()
{
    if (!m_binder || !m_binder->reveal())
        return false;
    const SchoolYearRow draft = m_binder->draft();
    SchoolService service(file());
    if (m_editing) {
        const Row* row = m_model.find(*m_editing);
        const auto version = row ? row->version : 0;
        if (!shell().runner.run([&] { return service.editYear(domain::SchoolYearId(*m_editing), draft, version); }, [](auto) {}, m_binder))
            return false;
        closeForm();
        return true;
    }
    const auto leftOut = askCarried(draft);
    if (!leftOut)
        return false;
    std::optional<std::int64_t> opened;
    shell().runner.run([&] { return service.openYear(draft, &*leftOut); }, [&](domain::SchoolYearId id) { opened = id.value(); }, m_binder);
    if (!opened)
        return false;
    closeForm();
    m_table->setCurrentId(*opened);
    context().yearsChanged(draft.year);
    return true;
}

std::optional<services::CarryLeftOut> YearSettings::askCarried(const SchoolYearRow& year)
{
    std::vector<services::CarryLine> lines;
    // What is wrong with the dates is told at the form, before anything is shown; no year before: there is nothing to ask.
    if (!services::validate(year).empty())
        return services::CarryLeftOut{};
    if (!shell().runner.read([&] { return services::carriedInto(file(), year.year, year.firstDay); }, [&](auto found) { lines = std::move(found); }))
        return std::nullopt;
    if (lines.empty())
        return services::CarryLeftOut{};
    NextYearDialog dialog(std::move(lines), toQ(year.year.previous().screen()), toQ(year.year.screen()), window());
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.leftOut()) : std::nullopt;
}

void YearSettings::closeForm()
{
    m_binder = nullptr;
    m_editing.reset();
    showCurrent();
}

bool YearSettings::mayLeave()
{
    if (m_binder && m_binder->isDirty())
        return settleUnsaved(shell(), [this] { return save(); }, [this] { closeForm(); });
    if (m_binder)
        closeForm();
    return true;
}

void YearSettings::closeYear(const Row& row)
{
    const QString name = toQ(row.data.year.screen());
    const auto open = services::openMatters(file(), row.id).value_or(std::vector<std::string>{});
    QString text = tr("Khóa năm học %1? Từ đó đăng ký, kết quả, đề nghị và phiên họp của năm này chỉ xem và in; "
                      "kết quả khen thưởng của cấp trên vẫn ghi được. Mở lại được khi Hiệu trưởng đồng ý, có ghi lý do.").arg(name);
    if (!open.empty())
        text = tr("Còn chưa xong:") + openLines(open) + QStringLiteral("\n\n") + text;
    if (!shell().prompter.confirm({open.empty() ? tr("Khóa năm học %1").arg(name) : tr("Khóa năm học %1 khi còn %2 việc chưa xong?").arg(name).arg(open.size()), text,
                                   open.empty() ? tr("Khóa năm học") : tr("Vẫn khóa"), tr("Để mở"), !open.empty()}))
        return;
    const auto id = row.id;
    const auto year = row.data.year;
    if (shell().runner.run([&] { return SchoolService(file()).closeYear(id); }))
        context().yearsChanged(year);
}

void YearSettings::reopenYear(const Row& row)
{
    const QString name = toQ(row.data.year.screen());
    const auto reason = shell().prompter.askText(tr("Mở lại năm học %1").arg(name), tr("Lý do mở lại (ghi vào nhật ký)"), {}, tr("Tiếp tục"));
    if (!reason)
        return;
    const auto head = shell().prompter.askText(tr("Mở lại năm học %1").arg(name), tr("Họ và tên Hiệu trưởng cho mở lại"), {}, tr("Mở lại năm học"));
    if (!head)
        return;
    const auto id = row.id;
    const auto year = row.data.year;
    if (shell().runner.run([&] { return SchoolService(file()).reopenYear(id, fromQ(*reason), fromQ(*head)); }))
        context().yearsChanged(year);
}

}
