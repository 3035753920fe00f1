// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_pack_service.h"
#include "services/law/rules_renewed.h"
#include "ui/pages/rules/rules_page.h"

#include "domain/page_ids.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "services/review/nomination_service.h"
#include "ui/pages/rules/packs_view.h"
#include "ui/pages/rules/regulations_view.h"
#include "ui/pages/rules/rule_paper.h"
#include "ui/pages/rules/rule_table.h"
#include "ui/pages/rules/rule_tree.h"
#include "ui/widgets/current_stack.h"

#include <QBoxLayout>
#include <QJsonArray>
#include <QTreeWidget>

namespace thidua::ui {

using rules_page::RegulationsView;
using rules_page::RuleTable;
using rules_page::RuleTree;
using services::RuleBookService;

namespace {

const QString kRulesPage = QString::fromLatin1(pages::kRules);
const QString kRegulations = QStringLiteral("regulations");
constexpr int kTreeWidth = 310; // the longest names stand whole
constexpr int kNarrowTreeWidth = 200;
constexpr int kNarrowRules = 1000;
/// A change of law is looked for this many years before and after a day.
constexpr int kYearsAround = 10;

}

PageInfo RulesPage::pageInfo()
{
    return {kRulesPage, tr("Quy định"), QStringLiteral("law"), {}};
}

RulesPage::RulesPage(Shell& shell, SchoolContext& context, QWidget* parent) : SchoolPage(pageInfo(), shell, context, parent)
{
    setTitle(tr("Quy định"));
    registerActions();
    build();
}

void RulesPage::registerActions()
{
    const auto make = [this](const char* verb, const QString& text, const char* icon, const QString& words, std::function<void()> run) {
        return shell().actions.add({kRulesPage + QLatin1Char('.') + QLatin1String(verb), text, QLatin1String(icon), {}, kRulesPage, words, std::move(run)});
    };
    make("add", tr("Thêm quy chế của trường"), "plus", tr("quy chế tỉnh xã trường đặt mức"), [this] { add(); });
    make("edit", tr("Sửa quy chế"), "edit", {}, [this] { m_regulations->editCurrent(); });
    make("end", tr("Hết hiệu lực từ ngày…"), "clock", {}, [this] { m_regulations->endCurrent(); });
    make("remove", tr("Xóa quy chế…"), "trash", {}, [this] { m_regulations->removeCurrent(); });
    make("compare", tr("So sánh hai ngày"), "columns", tr("so sánh quy định luật cũ mới"), [this] { compare(!m_two); });
    make("print", tr("In quy định…"), "print", tr("in bản so sánh"), [this] { print(); });
    make("rehearse", tr("Thử lại danh sách năm trước…"), "history", tr("xét lại theo luật mới"), [this] {
        shell().showPage(pages::kForesight);
        if (auto* rehearse = shell().actions.find(QStringLiteral("foresight.rehearse")))
            rehearse->trigger();
    });
    registerPackActions();
}

void RulesPage::build()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(12));
    m_tree = new RuleTree({QStringLiteral("school"), kRegulations, tr("Điều tỉnh, xã, trường đã đặt")}, this);
    m_tree->setFixedWidth(Theme::px(kTreeWidth));
    row->addWidget(m_tree);
    auto* right = new QVBoxLayout;
    right->setSpacing(Theme::px(12));
    m_stack = new CurrentStack(this);
    m_table = new RuleTable(m_stack);
    m_stack->addWidget(m_table);
    auto& actions = shell().actions;
    m_regulations = new RegulationsView(shell(), context(), {actions.find("rules.add"), actions.find("rules.edit"), actions.find("rules.end"),
                                                             actions.find("rules.remove"), actions.find("rules.take-pack")}, m_stack);
    m_stack->addWidget(m_regulations);
    m_packs = new rules_page::PacksView(shell(), context(), m_stack);
    m_stack->addWidget(m_packs);
    connect(m_packs, &rules_page::PacksView::done, this, &RulesPage::showEntry, Qt::QueuedConnection);
    right->addWidget(m_stack, 1);
    m_footCard = makeFoot();
    right->addWidget(m_footCard);
    row->addLayout(right, 1);
    content()->addLayout(row, 1);
    connect(m_tree, &RuleTree::chosen, this, [this](const QString& id) {
        if (!m_regulations->leaveForm())
            return;
        m_entry = id;
        showEntry();
    });
    // Queued: the head's buttons are made anew, and one of them may have been clicked.
    for (const auto signal : {&RegulationsView::currentChanged, &RegulationsView::editingChanged})
        connect(m_regulations, signal, this, &RulesPage::updateActions, Qt::QueuedConnection);
    connect(m_tree, &RuleTree::searched, this, [this] { m_table->mark(m_tree->foundLines(m_entry)); });
    connect(m_table, &RuleTable::dateChanged, this, &RulesPage::takeDate);
    connect(m_table, &RuleTable::usesClicked, this, [this] { shell().showPage(pages::kNominations); });
}

QWidget* RulesPage::makeFoot()
{
    auto* foot = new Card({}, {}, {}, this);
    auto* line = new QHBoxLayout;
    line->setSpacing(Theme::px(8));
    line->addWidget(makeIconLabel(QStringLiteral("book"), Ink::Text2, 16, foot));
    m_foot = makeWrapped({}, TypeRole::Text, Ink::Text2, foot);
    m_foot->setTextFormat(Qt::RichText);
    m_foot->setObjectName(QStringLiteral("rules-foot"));
    connect(m_foot, &QLabel::linkActivated, this, [this](const QString& link) {
        if (link == QLatin1String("renewed"))
            return showRenewed();
        shell().showPage(pages::kNominations);
    });
    line->addWidget(m_foot, 1);
    foot->body()->addLayout(line);
    foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return foot;
}

void RulesPage::load()
{
    onYear();
    m_uses.clear();
    if (const auto year = yearRow())
        if (auto uses = RuleBookService(file()).uses(year->id))
            m_uses = std::move(*uses);
    readBook(*m_on, m_first, 0);
    if (m_two)
        readBook(*m_other, m_second, 1);
    if (!m_first)
        return;
    m_regulations->load();
    m_tree->setBooks(*m_first, m_two && m_second ? &*m_second : nullptr);
    if (m_entry.isEmpty())
        m_entry = toQ(m_first->opensAt);
    if (!m_tree->setCurrent(m_entry) && m_first->groups.front().entries.size() > 0)
        m_tree->setCurrent(toQ(m_first->groups.front().entries.front().id));
    showEntry();
}

bool RulesPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::ruleBook() | reads::regulations() | reads::nominations() | reads::years());
}

void RulesPage::onYear()
{
    if (m_on && m_readYear == schoolYear())
        return;
    m_readYear = schoolYear();
    m_on = dayOfYear();
    m_other = otherRegime(*m_on);
}

/// Today in the year that runs; else the day by whose law the year's nominations were judged, or its last day.
Date RulesPage::dayOfYear() const
{
    const Date today = file().clock().today();
    const auto year = yearRow();
    if (!year || SchoolYear::of(today) == schoolYear())
        return std::max(today, Date(2017, 10, 1));
    std::optional<Date> judged;
    if (const auto board = services::NominationService(file()).board(year->id))
        for (const auto& row : board->rows)
            judged = std::max(judged.value_or(row.nomination.applicableOn), row.nomination.applicableOn);
    return std::max(judged.value_or(year->data.lastDay), Date(2017, 10, 1));
}

/// The same day some years later or, when no other law follows, earlier.
Date RulesPage::otherRegime(Date on) const
{
    const auto regime = [this](Date day) {
        const auto book = RuleBookService(file()).head(day);
        return book ? book->ruleSet : std::string();
    };
    const std::string own = regime(on);
    for (const int step : {12, -12})
        for (int years = 1; years <= kYearsAround; ++years)
            if (const auto other = regime(on.plusMonths(step * years)); !other.empty() && other != own)
                return on.plusMonths(step * years);
    return on;
}

bool RulesPage::readBook(Date on, std::optional<services::RuleBook>& into, int column)
{
    auto book = RuleBookService(file()).book(on);
    m_table->showDateError(column, book ? QString() : sentenceOf(book.error()));
    if (!book)
        return false;
    into = std::move(*book);
    return true;
}

void RulesPage::takeDate(int column)
{
    const auto* field = column == 0 ? m_table->firstDate() : m_table->secondDate();
    const auto day = field->value();
    auto& kept = column == 0 ? m_on : m_other;
    if (!day) {
        m_table->showDateError(column, field->isBlank() ? tr("Xin ghi ngày.") : field->problem());
        return;
    }
    if (day == kept && field->problem().isEmpty()) {
        m_table->showDateError(column, {});
        return;
    }
    if (!readBook(*day, column == 0 ? m_first : m_second, column))
        return;
    kept = day;
    m_tree->setBooks(*m_first, m_two && m_second ? &*m_second : nullptr);
    showEntry();
}

void RulesPage::compare(bool two)
{
    m_two = two;
    if (m_two && !readBook(*m_other, m_second, 1))
        m_two = false;
    m_tree->setBooks(*m_first, m_two ? &*m_second : nullptr);
    showEntry();
    (m_two ? m_table->secondDate() : m_table->firstDate())->setFocus(Qt::OtherFocusReason);
}

const services::RuleBookUse* RulesPage::use() const
{
    const auto found = m_uses.find(fromQ(m_entry));
    return found == m_uses.end() ? nullptr : &found->second;
}

void RulesPage::showEntry()
{
    if (!m_first)
        return;
    if (m_entry == kRegulations)
        return showRegulations();
    m_view = services::viewOf(*m_first, m_two && m_second ? &*m_second : nullptr, fromQ(m_entry));
    m_stack->setCurrentWidget(m_table);
    m_footCard->show();
    m_table->show(m_view, use());
    m_table->mark(m_tree->foundLines(m_entry));
    showSummary();
    showFoot();
    showProvisional();
    QMetaObject::invokeMethod(this, &RulesPage::updateActions, Qt::QueuedConnection);
}

void RulesPage::showRegulations()
{
    m_view = {};
    m_stack->setCurrentWidget(m_regulations);
    m_footCard->hide();
    messages().remove(QStringLiteral("provisional"));
    const int all = m_regulations->count();
    setSummary(QStringLiteral("<span>%1</span>").arg((all == 0 ? tr("Chưa có điều nào của tỉnh, xã hay quy chế của trường.")
                         : tr("%1 điều của tỉnh, xã và quy chế của trường, <b>%2 đang áp dụng</b>.").arg(all).arg(m_regulations->inForce())) + packWords()));
    QMetaObject::invokeMethod(this, &RulesPage::updateActions, Qt::QueuedConnection);
}

void RulesPage::updateActions()
{
    auto& actions = shell().actions;
    const auto find = [&actions](const char* verb) { return actions.find(kRulesPage + QLatin1Char('.') + QLatin1String(verb)); };
    const bool list = m_entry == kRegulations;
    const bool form = list && m_regulations->isEditing();
    find("compare")->setText(m_two ? tr("Xem một ngày") : tr("So sánh hai ngày"));
    find("print")->setText(m_two ? tr("In bản so sánh…") : tr("In quy định…"));
    actions.setReason(QStringLiteral("rules.compare"), m_view.ofDay ? QString() : tr("Mục này nói về chính bộ quy định, không theo ngày."));
    actions.setReason(QStringLiteral("rules.print"), m_view.lines.empty() ? tr("Chọn một danh hiệu hoặc nhóm quy định để in.") : QString());
    const QString none = form ? tr("Đang nhập một điều; xin ghi hoặc thôi trước.") : !m_regulations->hasCurrent() ? tr("Chưa chọn điều nào.") : QString();
    for (const char* verb : {"edit", "end", "remove"})
        actions.setReason(kRulesPage + QLatin1Char('.') + QLatin1String(verb), list ? none : tr("Chọn “Điều tỉnh, xã, trường đã đặt” trước."));
    if (list)
        setActions({find("add"), find("edit"), find("end")}, {find("remove"), find("take-pack"), find("export-pack"), find("renewed"), find("drop-pack")}, !form);
    else
        setActions({find("compare"), find("print"), find("add")}, {find("rehearse"), find("take-pack"), find("export-pack"), find("renewed"), find("drop-pack")}, false);
    const int others = services::RulesRenewedService(file()).judgedByOthers().value_or(0);
    actions.setReason(QStringLiteral("rules.renewed"), others > 0 ? QString() : tr("Mọi đề nghị đang xét đã được kết luận theo bộ quy định hiện dùng."));
    const auto pack = services::RulePackService(file()).packInUse();
    actions.setReason(QStringLiteral("rules.drop-pack"), pack && pack->usedFrom ? QString() : tr("Đang dùng bộ quy định của chương trình."));
}

void RulesPage::openRegulations(const std::function<void()>& then)
{
    if (!m_regulations->leaveForm())
        return;
    m_tree->setCurrent(kRegulations);
    m_entry = kRegulations;
    showEntry();
    then();
}

void RulesPage::add()
{
    openRegulations([this] { m_regulations->startNew(); });
}

bool RulesPage::mayLeave()
{
    return m_regulations->leaveForm();
}

void RulesPage::showSummary()
{
    const QString counts = toQ(services::countsOf(m_view)).toHtmlEscaped();
    const auto comma = counts.indexOf(QLatin1Char(','));
    const QString bold = m_two && m_view.changed > 0 ? QStringLiteral("<b>%1</b>%2").arg(counts.left(comma), counts.mid(comma)) : counts;
    const QString name = toQ(m_view.name).toHtmlEscaped();
    if (!m_view.ofDay)
        return setSummary(tr("%1 – những chỗ đã đổi mới so với các bản chương trình trước.").arg(name));
    setSummary(m_two ? tr("%1 – so hai ngày: %2.").arg(name, bold) : tr("%1 – quy định áp dụng ngày %2: %3.").arg(name, dateText(m_view.first.on), bold));
}

void RulesPage::showFoot()
{
    if (!m_view.ofDay) {
        const int others = services::RulesRenewedService(file()).judgedByOthers().value_or(0);
        return m_foot->setText(others > 0 ? tr("%1 đề nghị đang xét được kết luận theo bộ quy định trước: <a href=\"renewed\">xem kết luận nào đổi</a>.").arg(others)
                                          : tr("Mọi đề nghị đang xét đã được kết luận theo bộ quy định hiện dùng."));
    }
    QString words = tr("Năm học %1 xét theo quy định có hiệu lực khi xét; xét lại hồ sơ cũ vẫn dùng đúng bộ quy định ấy.").arg(toQ(schoolYear().screen()));
    if (const auto* used = use())
        words += QLatin1Char(' ') + tr("<a href=\"uses\">%1 đề nghị</a> của năm học này dựa vào đây.").arg(used->nominations);
    else if (m_view.honour)
        words += QLatin1Char(' ') + tr("Chưa có đề nghị nào của năm học này dựa vào đây.");
    if (m_two)
        words += QLatin1Char(' ') + tr("Nền xanh là chỗ đã đổi.");
    m_foot->setText(words);
}

void RulesPage::openHonour(const std::string& honour, Date on, const std::string& finding)
{
    if (!m_regulations->leaveForm() || !readBook(on, m_first, 0))
        return;
    m_two = false;
    m_on = on;
    m_readYear = schoolYear();
    m_entry = toQ(honour);
    m_tree->clearSearch();
    m_tree->setBooks(*m_first, nullptr);
    m_tree->setCurrent(m_entry);
    showEntry();
    if (finding.empty() || !m_table->focusRule(toQ(finding)))
        m_table->focusFirst();
}

void RulesPage::resizeEvent(QResizeEvent* event)
{
    SchoolPage::resizeEvent(event);
    m_tree->setFixedWidth(Theme::px(width() < Theme::px(kNarrowRules) ? kNarrowTreeWidth : kTreeWidth));
}

void RulesPage::find()
{
    m_tree->focusSearch();
}

void RulesPage::print()
{
    if (m_view.lines.empty())
        return;
    const auto document = rules_page::rulePaper(file(), file().clock().today(), m_view);
    context().preview(document, toQ(document.title), {"pdf", "docx", "html"});
}

void RulesPage::escape()
{
    if (!m_regulations->leaveForm())
        return;
    m_tree->clearSearch();
    m_tree->view()->setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> RulesPage::focusStops() const
{
    if (m_entry != kRegulations && !m_view.ofDay)
        return {m_tree->view()};
    return {m_tree->view(), m_entry == kRegulations ? m_regulations->firstStop() : m_table->firstDate()};
}

QJsonObject RulesPage::saveState() const
{
    return {{QStringLiteral("entry"), m_entry}, {QStringLiteral("folded"), QJsonArray::fromStringList(m_tree->foldedGroups())}};
}

void RulesPage::restoreState(const QJsonObject& state)
{
    QStringList folded;
    for (const auto& id : state.value(QStringLiteral("folded")).toArray())
        folded << id.toString();
    m_tree->foldGroups(folded);
    if (const QString entry = state.value(QStringLiteral("entry")).toString(); !entry.isEmpty())
        m_tree->setCurrent(entry);
}

}
