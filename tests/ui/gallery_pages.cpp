// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery_pages.h"

#include "base/vietnamese.h"
#include "ui/shell/main_window.h"

#include <QBoxLayout>
#include <QGridLayout>

namespace thidua::ui {

std::vector<SampleRow> sampleRows()
{
    const auto q = [](const char* s) { return QString::fromUtf8(s); };
    std::vector<SampleRow> rows;
    const auto add = [&](const char* name, const char* position, const char* unit, const char* initiative, QStringList titles, int state) {
        rows.push_back({static_cast<std::int64_t>(rows.size()) + 1, q(name), q(position), q(unit), q(initiative), std::move(titles), state});
    };
    const QString ld = q("LĐTT"), cs = q("CSTĐCS");
    add("Trần Thị Minh Nguyệt", "Hiệu trưởng", "Ban giám hiệu", "không bắt buộc", {ld}, 0);
    add("Lê Văn Thắng", "Phó Hiệu trưởng", "Ban giám hiệu", "chưa có", {ld, cs}, 1);
    add("Nguyễn Thị Thu Hà", "Tổ trưởng, 1A", "Tổ 1", "SK-01 (huyện)", {ld, cs}, 0);
    add("Võ Thị Kim Ánh", "GVCN 1B", "Tổ 1", "không bắt buộc", {ld}, 0);
    add("Mai Thị Lan Anh", "GVCN 1C", "Tổ 1", "không bắt buộc", {ld}, 0);
    add("Y Hiền", "GVCN 2B", "Tổ 2–3", "–", {}, 2);
    add("Nguyễn Thị Hoa", "GVCN 3A (1991)", "Tổ 2–3", "không bắt buộc", {ld}, 0);
    add("Bùi Quang Huy", "Tổ trưởng, 2A", "Tổ 2–3", "SK-02 (huyện)", {ld}, 0);
    add("A Khôi", "GVCN 3C", "Tổ 2–3", "–", {}, 2);
    add("Hoàng Thị Bích Liên", "GVCN 2C", "Tổ 2–3", "chưa có", {ld, cs}, 1);
    add("Đặng Thị Phương Mai", "GVCN 3B", "Tổ 2–3", "không bắt buộc", {ld}, 0);
    add("Lương Thị Thanh Tâm", "GVCN 2D", "Tổ 2–3", "không bắt buộc", {ld}, 0);
    add("Ngô Thị Ánh Tuyết", "GVCN 3D", "Tổ 2–3", "không bắt buộc", {ld}, 0);
    add("Cao Thị Xuân", "GV Âm nhạc", "Tổ 2–3", "không bắt buộc", {ld}, 0);
    add("Đỗ Thị Quỳnh Như", "GVCN 4B", "Tổ 4–5", "chưa có", {ld, cs}, 1);
    add("Phan Văn Bình", "Tổ trưởng, 5A", "Tổ 4–5", "không bắt buộc", {ld}, 0);
    return rows;
}

namespace {

SortKey nameKey(const SampleRow& row)
{
    const auto name = PersonName::parse(row.name.toStdString());
    return SortKey(name ? name->sortKey() : std::string());
}

QString counts(const QString& label, const std::vector<const SampleRow*>& rows)
{
    const auto done = std::count_if(rows.begin(), rows.end(), [](const SampleRow* r) { return r->state != 2; });
    return QObject::tr("%1 – %2 người, %3 đã đăng ký").arg(label).arg(rows.size()).arg(done);
}

Cell stateCell(const SampleRow& row)
{
    if (row.state == 0)
        return Cell::mark(Tone::Ok, QObject::tr("Đủ"));
    return row.state == 1 ? Cell::mark(Tone::Warn, QObject::tr("Cần bổ sung")) : Cell::mark(Tone::Mute, QObject::tr("Chưa đăng ký"));
}

std::vector<Column<SampleRow>> galleryColumns()
{
    using R = const SampleRow&;
    std::vector<Column<SampleRow>> list;
    list.push_back({QStringLiteral("name"), QObject::tr("Họ và tên"), [](R r) { return Cell::plain(r.name); }, 158, Align::Left, nameKey,
                    [](const auto& rows) { return QObject::tr("Cộng: %1 người").arg(rows.size()); }, true});
    list.push_back({QStringLiteral("position"), QObject::tr("Chức vụ"), [](R r) { return Cell::secondary(r.position); }, 136, Align::Left, {},
                    [](const auto&) { return QObject::tr("24 đăng ký, 8 chưa"); }});
    list.push_back({QStringLiteral("titles"), QObject::tr("Danh hiệu"),
                    [](R r) { return r.titles.isEmpty() ? Cell::secondary(QStringLiteral("–")) : Cell::titles(r.titles); }, 132, Align::Left, {},
                    [](const auto&) { return QObject::tr("24 LĐTT, 4 CSTĐCS"); }});
    list.push_back({QStringLiteral("initiative"), QObject::tr("Sáng kiến"),
                    [](R r) { return r.state == 1 ? Cell::toned(Tone::Warn, r.initiative) : Cell::secondary(r.initiative); }, 132, Align::Left, {},
                    [](const auto&) { return QObject::tr("5 có, 3 thiếu"); }});
    list.push_back({QStringLiteral("state"), QObject::tr("Tình trạng"), stateCell, 126});
    return list;
}

QuotaState quota(const char* label, QuotaState::Kind kind, double value, double line, const char* words = "", double full = 0)
{
    return {QString::fromUtf8(label), kind, value, line, full, QString::fromUtf8(words), false};
}

QAction* action(Shell& shell, const char* id, const QString& text, const QString& icon)
{
    return shell.actions.add({QString::fromUtf8(id), text, icon, {}, {}, {}, [] {}});
}

}

StatesPage::StatesPage(Shell& shell) : Page({QStringLiteral("states"), tr("Đăng ký"), QStringLiteral("register"), tr("Theo dõi")}, shell)
{
    setTitle(tr("Các trạng thái"));
    setSummary(tr("Bảng mẫu: nút, ô nhập, dòng bảng, kết luận, hạn mức, thông báo; phía trên là thanh của một <b>năm học đã khóa</b>."));
    auto* add = action(shell, "states.add", tr("Thêm đăng ký"), QStringLiteral("plus"));
    shell.actions.setReason(QStringLiteral("states.add"), tr("Năm học đã khóa"));
    setActions({add, action(shell, "states.print", tr("In bảng đăng ký…"), QStringLiteral("print")),
                action(shell, "states.reopen", tr("Mở lại năm học…"), QStringLiteral("lock"))},
               {}, false);
    messages().show({Tone::Info, tr("Năm học 2020–2021 đã khóa ngày 30/06/2021 – chỉ xem và in"),
                     tr("Chỉ Hiệu trưởng mở lại được; việc mở lại được ghi vào nhật ký."), {}, false});
    auto* whole = new QWidget;
    auto* grid = new QHBoxLayout(whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Theme::px(12));
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (auto* column : {left, right})
        column->setSpacing(Theme::px(12));
    left->addWidget(buttons());
    left->addWidget(fields());
    left->addWidget(rows(), 1);
    right->addWidget(quotas());
    right->addWidget(findings());
    auto* area = new MessageArea(this);
    area->show({Tone::Warn, tr("Bản sao lưu đã cũ 6 ngày"), tr("Cắm USB rồi bấm Sao lưu ngay."), {{tr("Sao lưu ngay"), {}, [] {}}}, false});
    area->show({Tone::Ok, tr("Đã ban hành Quyết định 42/QĐ-THMĐ"), tr("61 giấy khen sẵn sàng để in."), {{tr("Mở giấy khen"), {}, [] {}}}, false});
    right->addWidget(area);
    right->addStretch();
    grid->addLayout(left, 11);
    grid->addLayout(right, 13);
    content()->addWidget(makeScrolling(whole, this), 1);
}

QWidget* StatesPage::buttons()
{
    auto* card = new Card(tr("Nút"));
    auto* row = new QHBoxLayout;
    row->addWidget(makeButton(tr("Ban hành quyết định"), {}, ButtonKind::Primary));
    auto* normal = makeButton(tr("Thêm đăng ký"), QStringLiteral("plus"));
    normal->setObjectName(QStringLiteral("normalButton"));
    row->addWidget(normal);
    row->addWidget(compact(makeButton(tr("Sửa"))));
    row->addStretch();
    card->body()->addLayout(row);
    auto* second = new QHBoxLayout;
    auto* off = makeButton(tr("Không dùng được"), QStringLiteral("check"));
    off->setEnabled(false);
    second->addWidget(off);
    second->addWidget(makeButton(tr("Hủy đăng ký…"), {}, ButtonKind::Danger));
    second->addWidget(makeButton(tr("Hoàn tác"), QStringLiteral("undo"), ButtonKind::Link));
    second->addWidget(makeButton(tr("Cột"), QStringLiteral("columns"), ButtonKind::Quiet));
    second->addStretch();
    card->body()->addLayout(second);
    return card;
}

QWidget* StatesPage::fields()
{
    auto* card = new Card(tr("Ô nhập"));
    auto* form = new FormLayout(3);
    auto* day = new DateField;
    day->setText(QStringLiteral("24/09/2021"));
    form->add(tr("Thường"), day);
    auto* typing = new DateField;
    typing->setObjectName(QStringLiteral("typing"));
    form->add(tr("Đang nhập"), typing);
    typing->setText(QStringLiteral("4/10/21"));
    auto* wrong = new DateField;
    form->add(tr("Sai"), wrong)->required();
    wrong->setText(QStringLiteral("31/09/2021"));
    auto* fixed = new LineField;
    fixed->setValue("42/QĐ-THMĐ");
    fixed->setReadOnly(true);
    form->add(tr("Chỉ xem"), fixed);
    auto* off = new LineField(tr("chỉ khi đã có số"));
    off->setEnabled(false);
    form->add(tr("Chưa dùng được"), off);
    auto* choice = new ChoiceField({{"1", tr("Tổ 1")}, {"23", tr("Tổ 2–3")}, {"45", tr("Tổ 4–5")}});
    choice->setValue("23");
    form->add(tr("Chọn"), choice);
    card->body()->addWidget(form);
    auto* ticks = new QHBoxLayout;
    auto* on = new CheckField(tr("Phôi in sẵn"));
    on->setChecked(true);
    ticks->addWidget(on);
    ticks->addWidget(new CheckField(tr("Tự thu nhỏ")));
    auto* radio = new QRadioButton(tr("Nguyễn Thị Hoa, sinh 1991"));
    radio->setAccessibleName(radio->text());
    radio->setChecked(true);
    ticks->addWidget(radio);
    ticks->addStretch();
    card->body()->addLayout(ticks);
    return card;
}

QWidget* StatesPage::rows()
{
    auto* model = new RecordModel<SampleRow>([](const SampleRow& r) { return r.id; }, this);
    auto list = galleryColumns();
    list.resize(3);
    list.push_back({QStringLiteral("verdict"), tr("Kết luận"), [](const SampleRow& r) {
                        switch (r.id) {
                        case 1: return Cell::mark(Tone::Ok, tr("Đủ điều kiện"));
                        case 2: return Cell::mark(Tone::Bad, tr("Chưa đủ"));
                        case 3: return Cell::mark(Tone::Warn, tr("Thiếu thông tin"));
                        default: return Cell::wrong(QStringLiteral("31/09/2021"), tr("Tháng 9 có 30 ngày."));
                        }
                    }, 150});
    model->setColumns(std::move(list));
    auto some = sampleRows();
    some.resize(4);
    model->setRows(some);
    auto* table = new RecordTable(model, QStringLiteral("statesTable"), tr("Trạng thái dòng"), this);
    table->setToolbarVisible(false);
    table->sortBy(QStringLiteral("name"));
    table->setCurrentId(3);
    return table;
}

QWidget* StatesPage::quotas()
{
    auto* card = new Card(tr("Hạn mức và chỉ tiêu"));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Theme::px(24));
    const auto limit = QuotaState::Kind::Limit;
    grid->addWidget(new QuotaView(quota("Dưới mức", limit, 2, 3, "2 / 3 — còn 1 (15 % của 24)", 5)), 0, 0);
    grid->addWidget(new QuotaView(quota("Vừa đủ", limit, 3, 3, "3 / 3 — vừa đủ (15 % của 24)", 5)), 0, 1);
    grid->addWidget(new QuotaView(quota("Vượt", limit, 4, 3, "4 / 3 — vượt 1 (15 % của 24)", 5)), 1, 0);
    grid->addWidget(new QuotaView(quota("Chỉ tiêu chưa đạt", QuotaState::Kind::Target, 4, 6)), 1, 1);
    card->body()->addLayout(grid);
    return card;
}

QWidget* StatesPage::findings()
{
    auto* card = new Card(tr("Kết luận từng điều kiện"));
    using O = FindingLine::Outcome;
    card->body()->addWidget(new FindingView({O::Pass, tr("Không bị kỷ luật"), tr("Xác nhận 20/05/2022."), tr("khoản 6 Điều 10 NĐ 91/2017")}));
    card->body()->addWidget(new FindingView({O::Fail, tr("Tuyển dụng từ 10 tháng"), tr("Từ 01/11/2021: 7 tháng."), tr("khoản 6 Điều 10 NĐ 91/2017"), tr("Xét từ năm học sau.")}));
    auto* unknown = new FindingView({O::Unknown, tr("Xếp loại viên chức"), tr("Chưa nhập."), tr("NĐ 90/2020"), tr("Nhập xếp loại năm học.")});
    auto* entry = new QWidget;
    auto* row = new QHBoxLayout(entry);
    row->setContentsMargins(0, 0, 0, 0);
    auto* grade = new ChoiceField({{"a", tr("Hoàn thành tốt nhiệm vụ")}, {"b", tr("Hoàn thành nhiệm vụ")}});
    grade->setAccessibleName(tr("Xếp loại"));
    grade->setValue("a");
    row->addWidget(grade);
    auto* day = new DateField;
    day->setAccessibleName(tr("Ngày"));
    row->addWidget(day);
    row->addWidget(makeButton(tr("Ghi"), {}, ButtonKind::Primary));
    unknown->setEntry(entry);
    card->body()->addWidget(unknown);
    return card;
}

RegistrationsSample::RegistrationsSample(Shell& shell)
    : Page({QStringLiteral("registrations"), tr("Đăng ký"), QStringLiteral("register"), tr("Theo dõi")}, shell)
{
    setTitle(tr("Đăng ký thi đua"));
    setSummary(tr("24 người đăng ký, <b>3 thiếu sáng kiến</b>, 8 người chưa đăng ký; hạn 04/10/2021 còn <b>5 ngày</b>."));
    setActions({action(shell, "registration.add", tr("Thêm đăng ký"), QStringLiteral("plus")),
                action(shell, "registration.import", tr("Nhập từ Excel…"), QStringLiteral("import")),
                action(shell, "registration.print", tr("In bảng đăng ký…"), QStringLiteral("print")),
                action(shell, "registration.remind", tr("Nhắc người thiếu"), QStringLiteral("bell"))},
               {action(shell, "registration.handIn", tr("Ghi ngày nộp…"), QStringLiteral("send"))});
    auto* strip = new QuotaStrip(this);
    const auto target = QuotaState::Kind::Target;
    strip->set({quota("Lao động tiên tiến", target, 24, 24, "24 / 24 — đạt chỉ tiêu (32 người)", 32),
                quota("CSTĐ cơ sở – chỉ tiêu", target, 4, 4, "4 / 4 — đạt chỉ tiêu", 6),
                quota("CSTĐ cơ sở – hạn mức", QuotaState::Kind::Limit, 4, 3, "4 / 3 — vượt 1 (15 % của 24)", 6)});
    content()->addWidget(strip);
    m_model = new RecordModel<SampleRow>([](const SampleRow& r) { return r.id; }, this);
    m_model->setColumns(galleryColumns());
    m_model->addGrouping({QStringLiteral("unit"), tr("Gom theo tổ"), [](const SampleRow& r) { return r.unit; }, {}, counts});
    m_table = new RecordTable(m_model, QStringLiteral("registrations"), tr("Bảng đăng ký"), this);
    m_table->setTickable(true);
    m_table->setFilterRow(true);
    m_table->setSumRow(true);
    m_table->sortBy(QStringLiteral("name"));
    m_table->setGrouping(QStringLiteral("unit"));
    m_table->setGroupFolded(tr("Tổ 1"), true);
    m_table->setMarkedActions({action(shell, "registration.remindMarked", tr("Nhắc 2 người…"), {})});
    m_panel = new SidePanel(380, this);
    m_split = new SplitArea(m_table, m_panel, this);
    content()->addWidget(m_split, 1);
    connect(m_table, &RecordTable::currentChanged, this, [this] { fillPanel(); });
}

void RegistrationsSample::load()
{
    m_model->setRows(sampleRows());
    m_table->setTicked({6, 9});
    m_table->setCurrentId(10);
    fillPanel();
}

void RegistrationsSample::fillPanel()
{
    const auto id = m_table->currentId();
    const SampleRow* row = id ? m_model->find(*id) : nullptr;
    if (!row) {
        m_panel->showNothing(tr("Chọn một dòng để xem đăng ký của người ấy."));
        return;
    }
    m_panel->clearBody();
    m_panel->clearFoot();
    m_panel->setTitle(row->name, tr("%1, %2 – đăng ký số 17, ngày 28/09/2021").arg(row->position, row->unit));
    m_panel->addToBody(makeSectionHead(tr("Danh hiệu đăng ký")));
    auto* chips = new QWidget;
    auto* line = new QHBoxLayout(chips);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(new OutlineChip(tr("Lao động tiên tiến")));
    line->addWidget(new OutlineChip(tr("Chiến sĩ thi đua cơ sở")));
    line->addStretch();
    line->addWidget(compact(makeButton(tr("Sửa"))));
    m_panel->addToBody(chips);
    m_panel->addToBody(makeRule());
    auto* form = new FormLayout(2);
    auto* name = new LineField(tr("Tên sáng kiến, giải pháp"));
    form->add(tr("Sáng kiến dùng để xét CSTĐCS"), name, 2)->required()->hint(tr("Điều 23 Luật TĐKT: phải được cơ sở công nhận."));
    form->add(tr("Cấp"), new ChoiceField({{"s", tr("Cấp trường")}, {"d", tr("Cấp huyện")}}));
    form->add(tr("Lĩnh vực"), new ChoiceField({{"t", tr("Tiếng Việt")}, {"m", tr("Toán")}}));
    m_panel->addToBody(form);
    m_panel->addToBody(makeRule());
    auto* details = new DetailList;
    details->add(tr("Vào ngành"), tr("15/08/2008 – 13 năm 1 tháng"));
    details->add(tr("Kỷ luật"), tr("không có, xác nhận 27/09/2021"));
    m_panel->addToBody(details);
    m_panel->addToFoot(makeButton(tr("Mở hồ sơ")));
    m_panel->addToFoot(makeButton(tr("Hủy đăng ký…"), {}, ButtonKind::Danger), true);
}

OverviewSample::OverviewSample(Shell& shell) : Page({QStringLiteral("home"), tr("Tổng quan"), QStringLiteral("home"), {}}, shell)
{
    setSummary(tr("Thứ Tư, 29/09/2021 – tuần 4. Sáu việc đang chờ; gần nhất là nộp đăng ký về Phòng GD&amp;ĐT ngày <b>04/10/2021</b>, còn <b>5 ngày</b>."));
    setActions({action(shell, "home.add", tr("Thêm đăng ký"), QStringLiteral("plus")), action(shell, "home.print", tr("In bảng đăng ký…"), QStringLiteral("print"))},
               {action(shell, "home.backup", tr("Sao lưu ngay"), QStringLiteral("backup"))});
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(12));
    row->addWidget(tasks(), 7);
    row->addWidget(targets(), 4);
    content()->addLayout(row, 1);
    auto* card = new Card(tr("Lịch năm học"), QStringLiteral("calendar"), tr("Bấm vào mốc để mở việc của mốc đó"));
    auto* strip = new TimelineStrip;
    strip->setSpan(Date(2021, 9, 1), Date(2022, 5, 31));
    strip->setToday(Date(2021, 9, 29));
    using K = TimelineStrip::Item::Kind;
    strip->setItems({{K::Band, QStringLiteral("1"), tr("Đợt 1 – chào mừng Ngày Nhà giáo Việt Nam 20/11"), Date(2021, 9, 5), Date(2022, 1, 14), Tone::Info},
                     {K::Band, QStringLiteral("2"), tr("Đợt 2 – mừng Đảng 03/02, 30/4, 1/5, 19/5; hoàn thành nhiệm vụ năm học"), Date(2022, 1, 17), Date(2022, 5, 26), Tone::Info},
                     {K::Task, QStringLiteral("3"), tr("Đăng ký thi đua"), Date(2021, 9, 8), Date(2021, 10, 3), Tone::Warn},
                     {K::Task, QStringLiteral("4"), tr("Sơ kết"), Date(2022, 1, 8), Date(2022, 1, 23), Tone::Mute},
                     {K::Task, QStringLiteral("5"), tr("Xét, tổng kết"), Date(2022, 5, 10), Date(2022, 5, 31), Tone::Mute},
                     {K::Deadline, QStringLiteral("6"), tr("04/10 hạn nộp về Phòng GD&ĐT"), Date(2021, 10, 4), {}, Tone::Warn},
                     {K::Observance, QStringLiteral("7"), tr("20/10 Phụ nữ VN"), Date(2021, 10, 20)},
                     {K::Observance, QStringLiteral("8"), tr("20/11 Nhà giáo"), Date(2021, 11, 20)},
                     {K::Observance, QStringLiteral("9"), tr("03/02 Thành lập Đảng"), Date(2022, 2, 3)},
                     {K::Observance, QStringLiteral("10"), tr("8/3 Phụ nữ"), Date(2022, 3, 8)},
                     {K::Observance, QStringLiteral("11"), tr("19/5"), Date(2022, 5, 19)}});
    card->body()->addWidget(strip);
    content()->addWidget(card);
}

QWidget* OverviewSample::tasks()
{
    auto* card = new Card(tr("Việc cần làm"), QStringLiteral("bell"), tr("6 việc, 3 việc trước ngày 04/10"));
    auto* model = new RecordModel<SampleRow>([](const SampleRow& r) { return r.id; }, this);
    model->setColumns({{QStringLiteral("task"), tr("Việc"), [](const SampleRow& r) { return Cell::twoLines(r.name, r.initiative); }, 380, Align::Left, {}, {}, true},
                       {QStringLiteral("due"), tr("Hạn"), [](const SampleRow& r) { return r.state == 1 ? Cell::mark(Tone::Warn, tr("trước 04/10"), QStringLiteral("-")) : Cell::secondary(tr("không có hạn")); }, 120}});
    model->setRows(sampleRows());
    auto* table = new RecordTable(model, QStringLiteral("tasks"), tr("Việc cần làm"), card);
    table->setToolbarVisible(false);
    table->setTwoLineRows(true);
    table->setFramed(false);
    card->body()->setContentsMargins(0, 0, 0, 0);
    card->body()->addWidget(table);
    return card;
}

QWidget* OverviewSample::targets()
{
    auto* card = new Card(tr("Hạn mức theo quy định"), QStringLiteral("book"), tr("Nghị định 91/2017"));
    card->body()->addWidget(new QuotaView(quota("CSTĐ cơ sở", QuotaState::Kind::Limit, 4, 3, "4 / 3 — vượt 1 (15 % của 24)")));
    card->body()->addWidget(new QuotaView(quota("Trong đó cán bộ quản lý", QuotaState::Kind::Limit, 1, 1, "1 / 1 — vừa đủ (1/3 của 3)")));
    card->body()->addWidget(makeWrapped(tr("Vạch đậm là mức luật cho phép; phần gạch chéo là số vượt."), TypeRole::Small, Ink::Text2));
    card->body()->addStretch();
    return card;
}

GridSample::GridSample(Shell& shell) : Page({QStringLiteral("scores"), tr("Chấm điểm"), QStringLiteral("grid"), tr("Theo dõi")}, shell)
{
    setSummary(tr("Tháng 10/2021, Tổ 2–3: 9 người đã tự chấm, <b>tổ còn 2 người chưa chấm</b>."));
    std::vector<GridColumn> galleryColumns;
    GridColumn number{QStringLiteral("tt"), tr("TT"), GridKind::Text, 36, Align::Right, tr("Tổ 2–3 – 9 người")};
    number.frozen = number.readOnly = true;
    GridColumn name{QStringLiteral("name"), tr("Họ và tên"), GridKind::Text, 168, Align::Left, tr("Tổ 2–3 – 9 người")};
    name.frozen = name.readOnly = true;
    galleryColumns.push_back(number);
    galleryColumns.push_back(name);
    int part = 0;
    for (const QString& band : {tr("Ngày công (5)"), tr("Chuyên môn (10)"), tr("Công tác lớp (5)"), tr("Trang phục (5)"), tr("Cộng (25)"), tr("Nề nếp (5)")}) {
        ++part;
        for (const QString& who : {tr("Tự"), tr("Tổ"), tr("HĐ")}) {
            GridColumn column{QStringLiteral("c%1%2").arg(part).arg(who), who, GridKind::Number, 56, Align::Center, band};
            column.decimals = 1;
            column.readOnly = who != tr("Tổ");
            column.check = [](const QString& v) { return v.startsWith(QLatin1Char('-')) || parseDecimal(v, 1).value_or(0) > 100 ? tr("Điểm từ 0 đến 10.") : QString(); };
            galleryColumns.push_back(column);
        }
    }
    GridColumn grade{QStringLiteral("grade"), tr("Loại"), GridKind::Choice, 70, Align::Center, tr("Xếp loại")};
    grade.choices = {{QStringLiteral("a"), QStringLiteral("A")}, {QStringLiteral("b"), QStringLiteral("B")}, {QStringLiteral("c"), QStringLiteral("C")}};
    galleryColumns.push_back(grade);
    galleryColumns.push_back({QStringLiteral("note"), tr("Ghi chú"), GridKind::Text, 160, Align::Left, {}});
    m_grid = new GridTable(std::move(galleryColumns), QStringLiteral("scores"), tr("Bảng điểm"), this);
    content()->addWidget(m_grid, 1);
}

void GridSample::load()
{
    QVector<GridRow> rows;
    for (const SampleRow& person : sampleRows()) {
        GridRow row{person.id, {}};
        row.cells << GridCell(QString::number(person.id)) << GridCell(person.name);
        for (int c = 0; c < 18; ++c) {
            GridCell cell(c % 5 == 3 ? QStringLiteral("4,5") : QStringLiteral("5"));
            if (person.state == 1 && c % 3 == 1) {
                cell = GridCell();
                cell.unknown = true;
            }
            cell.flagged = c % 7 == 4;
            cell.strong = c % 3 == 1;
            row.cells << cell;
        }
        GridCell grade(person.state == 0 ? QStringLiteral("a") : QStringLiteral("b"));
        grade.tone = person.state == 0 ? Tone::Ok : Tone::Info;
        grade.strong = true;
        row.cells << grade << GridCell(person.position);
        rows.push_back(row);
    }
    m_grid->setRows(rows);
    m_grid->setSums({{QStringLiteral("name"), tr("Bình quân tổ")}, {QStringLiteral("c1Tổ"), QStringLiteral("4,42")}, {QStringLiteral("c2Tổ"), QStringLiteral("8,86")}});
    m_grid->setErrors({{4, QStringLiteral("c3Tổ"), tr("Hợp lệ 7 + không hợp lệ 0 chưa khớp thu về 8.")}});
    m_grid->goTo(3, QStringLiteral("c1Tổ"));
}

EmptySample::EmptySample(Shell& shell) : Page({QStringLiteral("initiatives"), tr("Sáng kiến"), QStringLiteral("bulb"), tr("Theo dõi")}, shell)
{
    setSummary(tr("Chưa có sáng kiến nào; chỉ tiêu năm học: <b>6 cấp huyện, 1 cấp tỉnh</b>. Hạn nộp về Hội đồng sáng kiến 15/04/2022."));
    setActions({action(shell, "initiative.add", tr("Thêm sáng kiến"), QStringLiteral("plus"))}, {action(shell, "initiative.more", tr("In danh sách…"), QStringLiteral("print"))}, false);
    messages().show({Tone::Bad, tr("Không nhập được tệp “SK-2021.xlsx”"),
                     tr("Dòng 7, cột “Ngày nộp” ghi 31/09/2021 – tháng 9 chỉ có 30 ngày. Chưa ghi gì vào sổ; xin sửa trong Excel rồi nhập lại."),
                     {{tr("Mở tệp Excel"), QStringLiteral("excel"), [] {}}, {tr("Nhập lại"), {}, [] {}}}});
    m_model = new RecordModel<SampleRow>([](const SampleRow& r) { return r.id; }, this);
    m_model->setColumns({{QStringLiteral("title"), tr("Tên sáng kiến, giải pháp"), [](const SampleRow& r) { return Cell::plain(r.initiative); }, 440, Align::Left, {}, {}, true},
                         {QStringLiteral("author"), tr("Tác giả"), [](const SampleRow& r) { return Cell::plain(r.name); }, 170},
                         {QStringLiteral("field"), tr("Lĩnh vực"), [](const SampleRow& r) { return Cell::plain(r.unit); }, 120}});
    m_table = new RecordTable(m_model, QStringLiteral("initiatives"), tr("Sáng kiến"), this);
    m_table->setToolbarVisible(false);
    m_table->setEmptyState(new EmptyState(QStringLiteral("bulb"), tr("Nơi ghi sáng kiến của năm học 2021–2022"),
                                          tr("Mỗi sáng kiến có tác giả và tỷ lệ đóng góp, nơi áp dụng, kết quả của Hội đồng sáng kiến. Sáng kiến được công nhận là điều kiện xét Chiến sĩ thi đua cơ sở."),
                                          action(shell, "initiative.take", tr("Lấy 5 sáng kiến đã nêu khi đăng ký"), QStringLiteral("register")),
                                          action(shell, "initiative.import", tr("Nhập từ Excel…"), QStringLiteral("import")),
                                          tr("Hoặc dán thẳng từ Excel: bấm vào bảng rồi <b>Ctrl+V</b>")));
    content()->addWidget(m_table, 1);
}

void EmptySample::load()
{
    m_model->setRows({});
}

void fillWindow(MainWindow& window)
{
    const auto add = [&](const char* id, const QString& title, const char* icon, const QString& group, MainWindow::MakePage make) {
        window.addPage({QString::fromUtf8(id), title, QString::fromUtf8(icon), group}, std::move(make));
    };
    const auto states = [](Shell& s) { return new StatesPage(s); };
    const auto tr = [](const char* s) { return QObject::tr(s); };
    add("home", tr("Tổng quan"), "home", {}, [](Shell& s) { return new OverviewSample(s); });
    add("plan", tr("Kế hoạch"), "plan", tr("Chuẩn bị"), states);
    add("targets", tr("Chỉ tiêu"), "target", tr("Chuẩn bị"), states);
    add("registrations", tr("Đăng ký"), "register", tr("Theo dõi"), [](Shell& s) { return new RegistrationsSample(s); });
    add("scores", tr("Chấm điểm"), "grid", tr("Theo dõi"), [](Shell& s) { return new GridSample(s); });
    add("initiatives", tr("Sáng kiến"), "bulb", tr("Theo dõi"), [](Shell& s) { return new EmptySample(s); });
    add("nominations", tr("Đề nghị"), "nominate", tr("Xét duyệt"), [](Shell& s) { return new VerdictSample(s); });
    add("council", tr("Hội đồng"), "council", tr("Xét duyệt"), states);
    add("decisions", tr("Quyết định"), "decision", tr("Khen thưởng"), states);
    add("certificates", tr("Giấy khen"), "certificate", tr("Khen thưởng"), states);
    add("staff", tr("Cán bộ – giáo viên"), "person", tr("Hồ sơ"), states);
    add("history", tr("Quá trình khen thưởng"), "history", tr("Hồ sơ"), states);
    add("report", tr("Báo cáo"), "report", {}, states);
    add("settings", tr("Thiết lập"), "settings", {}, states);
    window.topBar().setYears({{SchoolYear(2021), false}, {SchoolYear(2020), true}}, SchoolYear(2021));
    window.topBar().setSchool(tr("Trường Tiểu học Măng Đen"));
    window.topBar().setUser(tr("Lê Thị Thùy Dung"), tr("Văn thư"));
    window.navigation().setBadge(QStringLiteral("registrations"), 3, Tone::Warn);
    window.navigation().setBadge(QStringLiteral("council"), 1, Tone::Bad);
    window.status().saved(tr("Đã lưu đăng ký của Hoàng Thị Bích Liên lúc 14:36"), true);
    window.status().setBackup(Tone::Ok, tr("Sao lưu đã kiểm tra: hôm nay 07:45"));
    window.palette().setProvider([](const QString& query) {
        std::vector<PaletteItem> hits;
        for (const auto& row : sampleRows())
            if (foldedContains(fold(row.name.toStdString()), query.toStdString()))
                hits.push_back({QStringLiteral("person"), row.name, QStringLiteral("%1, %2").arg(row.position, row.unit), [] {}});
        return hits;
    });
}

}
