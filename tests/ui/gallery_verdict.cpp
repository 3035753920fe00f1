// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery_pages.h"

namespace thidua::ui {
namespace {

Cell verdict(const SampleRow& row)
{
    switch (row.state) {
    case 0: return Cell::mark(Tone::Ok, QObject::tr("Đủ điều kiện"));
    case 1: return Cell::mark(Tone::Warn, QObject::tr("Thiếu thông tin"));
    default: return Cell::mark(Tone::Bad, QObject::tr("Chưa đủ"));
    }
}

}

VerdictSample::VerdictSample(Shell& shell)
    : Page({QStringLiteral("nominations"), tr("Đề nghị"), QStringLiteral("nominate"), tr("Xét duyệt")}, shell)
{
    setTitle(tr("Nguyễn Thị Thu Hà"), tr("Đề nghị xét tặng"));
    setSummary(tr("29 đề nghị: 21 đủ điều kiện, 3 chưa đủ, <b>5 thiếu thông tin</b>. Họp Hội đồng TĐ-KT ngày 27/05/2022, còn <b>3 ngày</b>."));
    auto* steps = new StepBar(this);
    steps->setSteps({{tr("Điểm danh"), true}, {tr("Thảo luận"), true}, {tr("Bỏ phiếu"), true}, {tr("Kiểm phiếu")}, {tr("Biên bản"), false, false}});
    steps->setCurrent(3);
    content()->addWidget(steps);
    m_model = new RecordModel<SampleRow>([](const SampleRow& r) { return r.id; }, this);
    m_model->setColumns({{QStringLiteral("name"), tr("Họ và tên, tập thể"), [](const SampleRow& r) { return Cell::twoLines(r.name, r.position); }, 190, Align::Left, {}, {}, true},
                         {QStringLiteral("verdict"), tr("Kết luận"), verdict, 140},
                         {QStringLiteral("votes"), tr("Đồng ý trên\n9 thành viên"), [](const SampleRow& r) {
                              const double yes = r.state == 2 ? 6 : 7 + r.state;
                              return Cell::bar(yes, 6.3, 9, QStringLiteral("%1/9").arg(yes), yes >= 6.3 ? Tone::Ok : Tone::Bad);
                          }, 150},
                         {QStringLiteral("score"), tr("Điểm\nnăm"), [](const SampleRow& r) { return Cell::plain(fixedText(2410 + r.id * 5, 2)); }, 70, Align::Right}});
    m_table = new RecordTable(m_model, QStringLiteral("nominations"), tr("Đề nghị"), this);
    m_table->setTickable(true);
    m_table->setTwoLineRows(true);
    m_segments = new SegmentBar;
    m_table->addToToolbar(m_segments);
    connect(m_segments, &SegmentBar::chosen, this, [this](const QString& key) {
        m_table->setExtraFilter(key == QLatin1String("all") ? std::function<bool(int)>()
                                                            : [this, key](int row) { return QString::number(m_model->rows()[static_cast<std::size_t>(row)].state) == key; });
    });
    m_panel = new SidePanel(380, this);
    content()->addWidget(new SplitArea(m_table, m_panel, this), 1);
}

void VerdictSample::load()
{
    m_model->setRows(sampleRows());
    m_segments->setSegments({{QStringLiteral("all"), tr("Tất cả"), 16}, {QStringLiteral("0"), tr("Đủ điều kiện"), 11, Tone::Ok},
                             {QStringLiteral("2"), tr("Chưa đủ"), 2, Tone::Bad}, {QStringLiteral("1"), tr("Thiếu"), 3, Tone::Warn}});
    m_panel->clearBody();
    m_panel->setTitle(tr("Hoàng Thị Bích Liên"), tr("CSTĐ cơ sở 2021–2022: 4 đạt, 1 chưa biết"));
    m_panel->setChip(Tone::Warn, tr("Thiếu thông tin"));
    m_panel->addToBody(new FindingView({FindingLine::Outcome::Pass, tr("Đạt tiêu chuẩn Lao động tiên tiến"),
                                        tr("Hoàn thành tốt nhiệm vụ – QĐ 28/QĐ-THMĐ, 20/05/2022."), tr("Điều 23, 24 Luật TĐKT")}));
    m_panel->addToBody(new FindingView({FindingLine::Outcome::Unknown, tr("Có sáng kiến được cơ sở công nhận"),
                                        tr("“Trò chơi vần cho học sinh lớp 2”, nộp 12/04/2022, Hội đồng sáng kiến chưa có kết quả."),
                                        tr("khoản 3 Điều 9 NĐ 91/2017"), tr("Nhập kết quả, hoặc đưa vào Hội đồng sáng kiến ngày 26/05/2022.")}));
    auto* search = new SearchField(tr("Tên người, có dấu hay không"));
    search->setObjectName(QStringLiteral("searchPerson"));
    std::vector<SearchField::Option> options;
    for (const auto& row : sampleRows())
        options.push_back({row.id, row.name, row.position});
    search->setOptions(std::move(options));
    m_panel->addToBody(new FormField(tr("Đồng tác giả"), search));
    auto* note = new TextField(3, tr("Lý do, số văn bản"));
    m_panel->addToBody(new FormField(tr("Ghi chú"), note));
}

}
