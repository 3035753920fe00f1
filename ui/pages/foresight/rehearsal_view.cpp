// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/rehearsal_view.h"

#include "base/vietnamese.h"
#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/list_paper.h"

#include <QBoxLayout>
#include <QGridLayout>

#include <algorithm>

namespace thidua::ui::foresight {

using services::Rehearsal;
using services::VerdictChange;

namespace {

/// “Từ 01/10/2017 đến 31/12/2023”, as people choose a law.
QString lawWords(const rules::RuleSetRef& law)
{
    QString words = law.to ? RehearsalView::tr("Từ %1 đến %2").arg(dateText(law.from), dateText(law.to)) : RehearsalView::tr("Từ %1").arg(dateText(law.from));
    return law.provisional ? RehearsalView::tr("%1 (tạm thời)").arg(words) : words;
}

QString outcomeWord(const std::optional<rules::Outcome>& outcome)
{
    if (!outcome)
        return RehearsalView::tr("không đặt ra");
    switch (*outcome) {
    case rules::Outcome::Pass: return RehearsalView::tr("đạt");
    case rules::Outcome::Fail: return RehearsalView::tr("không đạt");
    case rules::Outcome::NotApplicable: return RehearsalView::tr("không xét");
    case rules::Outcome::Unknown: break;
    }
    return RehearsalView::tr("chưa biết");
}

QString whyWords(const VerdictChange::Why& why)
{
    return RehearsalView::tr("%1: %2 → %3").arg(toQ(why.label.vi), outcomeWord(why.before), outcomeWord(why.after));
}

Cell whyCell(const VerdictChange& change)
{
    if (change.why.empty())
        return Cell::secondary(QStringLiteral("–"));
    const auto& first = change.why.front();
    QString more = unbroken(toQ(first.citation.brief));
    if (change.why.size() > 1)
        more += RehearsalView::tr(" – và %1 điều kiện nữa").arg(change.why.size() - 1);
    Cell cell = Cell::twoLines(whyWords(first), more);
    QStringList tips;
    for (const auto& why : change.why)
        tips << QStringLiteral("%1\n%2 (%3)").arg(whyWords(why), toQ(why.explanation.vi), toQ(why.citation.full));
    cell.tip = tips.join(QStringLiteral("\n\n"));
    return cell;
}

}

RehearsalView::RehearsalView(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    setObjectName(QStringLiteral("rehearsalView"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    buildFields(column);
    buildTable();
    column->addWidget(m_table, 1);
    m_limits = new Card(tr("Hạn mức trước và sau"), QStringLiteral("law"), {}, this);
    m_limits->setObjectName(QStringLiteral("rehearsalLimits"));
    m_quotas = new QGridLayout;
    m_quotas->setHorizontalSpacing(Theme::px(24));
    m_limits->body()->addLayout(m_quotas);
    column->addWidget(m_limits);
}

void RehearsalView::buildFields(QBoxLayout* column)
{
    auto* card = new Card({}, {}, {}, this);
    m_year = new ChoiceField;
    m_year->setObjectName(QStringLiteral("rehearsalYear"));
    m_law = new ChoiceField;
    m_law->setObjectName(QStringLiteral("rehearsalLaw"));
    m_day = new DateField;
    m_day->setObjectName(QStringLiteral("rehearsalDay"));
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(12));
    row->addWidget(new FormField(tr("Danh sách của năm học"), m_year, card), 2);
    row->addWidget(new FormField(tr("Theo bộ quy định"), m_law, card), 3);
    m_dayForm = new FormField(tr("hoặc theo quy định ngày"), m_day, card);
    row->addWidget(m_dayForm, 2);
    card->body()->addLayout(row);
    m_summary = makeWrapped({}, TypeRole::Text, Ink::Text, card);
    m_summary->setObjectName(QStringLiteral("rehearsalSummary"));
    card->body()->addWidget(m_summary);
    column->addWidget(card);
    m_year->onChanged = [this] { rehearse(); };
    m_law->onChanged = [this] {
        for (const auto& law : services::ForesightService(m_context.file).ruleSets())
            if (law.id == m_law->value() && !m_setting)
                setLaw(firstDayOf(law));
    };
    m_day->onChanged = [this] {
        if (const auto day = m_day->value(); day && !m_setting)
            setLaw(*day);
    };
}

std::vector<Column<RehearsalView::Line>> RehearsalView::columns() const
{
    const auto mark = [](rules::VerdictKind kind) { return Cell::mark(verdictTone(kind), verdictWord(kind)); };
    std::vector<Column<Line>> columns{
        {QStringLiteral("name"), tr("Người, tập thể"), [](const Line& l) { return Cell::plain(toQ(l.change.name)); }, 190},
        {QStringLiteral("honour"), tr("Danh hiệu"), [](const Line& l) { return Cell::titles({toQ(l.change.honourShort)}); }, 100},
        {QStringLiteral("before"), tr("Kết luận cũ"), [mark](const Line& l) { return mark(l.change.before); }, 140},
        {QStringLiteral("after"), tr("Kết luận mới"), [mark](const Line& l) { return mark(l.change.after); }, 140},
        {QStringLiteral("why"), tr("Điều khoản làm đổi"), [](const Line& l) { return whyCell(l.change); }, 320},
    };
    columns.back().stretch = true;
    columns[0].sortKey = [](const Line& l) {
        const auto name = PersonName::parse(l.change.name);
        return SortKey(name ? name->sortKey() : l.change.name);
    };
    return columns;
}

void RehearsalView::buildTable()
{
    m_model = new RecordModel<Line>([](const Line& line) { return line.id; }, this);
    m_model->setColumns(columns());
    const auto change = [](const Line& l) { return QStringLiteral("%1 → %2").arg(verdictWord(l.change.before), verdictWord(l.change.after)); };
    m_model->addGrouping({QStringLiteral("change"), tr("Gom theo thay đổi"), change});
    m_model->addGrouping({QStringLiteral("honour"), tr("Gom theo danh hiệu"), [](const Line& l) { return toQ(l.change.honourShort); }});
    m_table = new RecordTable(m_model, QStringLiteral("rehearsalTable"), tr("Đề nghị đổi kết luận"), this);
    m_table->setTwoLineRows(true);
    m_table->setFilterRow(true);
    m_table->setEmptyState(new EmptyState(QStringLiteral("check"), tr("Không ai đổi kết luận"),
                                          tr("Chọn năm học đã có đề nghị và một bộ quy định khác để so sánh: cùng người, cùng dữ liệu, chỉ khác luật.")));
}

QWidget* RehearsalView::firstField() const
{
    return m_year;
}

void RehearsalView::setYears(SchoolYear shown)
{
    m_setting = true;
    std::vector<ChoiceField::Choice> years;
    if (const auto rows = services::SchoolService(m_context.file).years())
        for (const auto& row : *rows)
            years.push_back({row.data.year.text(), tr("Năm học %1").arg(toQ(row.data.year.screen()))});
    m_year->setChoices(years);
    if (m_year->value().empty()) {
        const auto has = [&](SchoolYear year) {
            const auto row = services::SchoolService(m_context.file).yearOf(year);
            const auto list = row ? services::ForesightService(m_context.file).rehearse(row->id, m_context.file.clock().today()) : Result<Rehearsal>(Rehearsal{});
            return list && list->nominations > 0;
        };
        m_year->setValue((has(shown) ? shown : shown.previous()).text());
    }
    offerLaws();
    m_setting = false;
}

void RehearsalView::offerLaws()
{
    std::vector<ChoiceField::Choice> laws;
    std::optional<Date> newest;
    for (const auto& law : services::ForesightService(m_context.file).ruleSets()) {
        laws.push_back({law.id, lawWords(law)});
        if (!law.provisional)
            newest = law.from;
    }
    m_law->setChoices(laws);
    if (!m_day->value() && newest)
        chooseLaw(*newest);
}

/// Of the list's own law its own day, of another the first.
Date RehearsalView::firstDayOf(const rules::RuleSetRef& law) const
{
    const bool own = m_rehearsal && m_rehearsal->nominations > 0 && law.from <= m_rehearsal->reviewedOn && (!law.to || m_rehearsal->reviewedOn <= *law.to);
    return own ? m_rehearsal->reviewedOn : law.from;
}

void RehearsalView::chooseLaw(Date on)
{
    const bool setting = std::exchange(m_setting, true);
    m_day->setValue(on);
    for (const auto& law : services::ForesightService(m_context.file).ruleSets())
        if (law.from <= on && (!law.to || on <= *law.to))
            m_law->setValue(law.id);
    m_setting = setting;
}

void RehearsalView::setLaw(Date on)
{
    chooseLaw(on);
    rehearse();
}

void RehearsalView::rehearse()
{
    if (m_setting)
        return;
    const auto year = SchoolYear::parse(m_year->value());
    const auto row = year ? services::SchoolService(m_context.file).yearOf(*year) : Result<services::Stored<domain::SchoolYearRow>>(fail(ErrorCode::NotFound, "year.no-years"));
    const auto day = m_day->value();
    if (!row || !day)
        return show({});
    const auto result = services::ForesightService(m_context.file).rehearse(row->id, *day);
    m_dayForm->setError(result ? QString() : sentenceOf(result.error()));
    show(result ? *result : Rehearsal{});
}

void RehearsalView::show(const Rehearsal& rehearsal)
{
    m_rehearsal = rehearsal;
    std::vector<Line> lines;
    for (const auto& change : rehearsal.changed)
        lines.push_back({change.nomination.value(), change});
    m_model->setRows(std::move(lines));
    if (rehearsal.nominations == 0)
        m_summary->setText(tr("Năm học này chưa có đề nghị nào để thử lại; đề nghị lập ở trang Đề nghị."));
    else
        m_summary->setText(tr("%1 đề nghị: %2 giữ nguyên, <b>%3 đổi kết luận</b>. Dữ liệu giữ nguyên, chỉ dời cả năm học; xét theo quy định của ngày %4.")
                               .arg(rehearsal.nominations).arg(rehearsal.same).arg(rehearsal.changed.size()).arg(dateText(rehearsal.judgedOn)));
    showQuotas(rehearsal);
}

void RehearsalView::showQuotas(const Rehearsal& rehearsal)
{
    while (auto* item = m_quotas->takeAt(0)) {
        if (auto* widget = item->widget())
            widget->deleteLater();
        delete item;
    }
    int column = 0;
    for (const auto* quotas : {&rehearsal.quotasBefore, &rehearsal.quotasAfter}) {
        const QString title = column == 0 ? tr("Trước") : tr("Sau, không tính người chưa đủ điều kiện");
        m_quotas->addWidget(new Label(title, TypeRole::SmallStrong, Ink::Text2, this), 0, column);
        int line = 1;
        for (const auto& quota : *quotas) {
            auto* view = new QuotaView(quotaState(quota), this);
            view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
            view->setToolTip(toQ(quota.citation));
            m_quotas->addWidget(view, line++, column);
        }
        if (quotas->empty())
            m_quotas->addWidget(makeWrapped(tr("Không đặt hạn mức."), TypeRole::Text, Ink::Text2, this), line, column, Qt::AlignTop);
        m_quotas->setColumnStretch(column++, 1);
    }
    m_limits->setVisible(!rehearsal.quotasBefore.empty() || !rehearsal.quotasAfter.empty());
}

documents::Document RehearsalView::paper() const
{
    ShownTable shown = m_table->shown();
    const auto add = [&shown](const QString& title, const std::vector<services::QuotaLine>& quotas) {
        for (const auto& quota : quotas)
            shown.rows.push_back({true, {QStringLiteral("%1 – %2: %3 / %4 (%5; %6)")
                                             .arg(title, toQ(quota.title)).arg(quota.count).arg(quota.allowed).arg(toQ(quota.basis), toQ(quota.citation))}});
    };
    add(tr("Hạn mức trước"), m_rehearsal->quotasBefore);
    add(tr("Hạn mức sau"), m_rehearsal->quotasAfter);
    QHash<QString, double> shares;
    for (const auto& column : m_model->columns())
        shares.insert(column.title.simplified(), column.width);
    const auto subject = tr("Danh sách năm học %1 xét lại theo quy định ngày %2; %3 đề nghị, %4 giữ nguyên, %5 đổi kết luận")
                             .arg(toQ(m_year->value()), dateText(m_rehearsal->judgedOn)).arg(m_rehearsal->nominations).arg(m_rehearsal->same)
                             .arg(m_rehearsal->changed.size());
    return listPaper(m_context.file, tr("Thử lại danh sách"), subject, m_context.file.clock().today(), shown, shares);
}

}
