// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nominations_page.h"

#include "domain/page_ids.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/law/rules_renewed.h"
#include "ui/pages/review/nomination_columns.h"
#include "ui/pages/review/nomination_form.h"
#include "ui/pages/review/review_words.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace thidua::ui {

namespace reads = services::reads;
using domain::EntityKind;
using services::NominationRow;

namespace {

/// A part of the dossier, or an opinion that the school asks for.
bool lacksPapers(const NominationRow& row)
{
    return row.dossierMissing > 0 || !row.opinionsMissing.empty();
}

auto shownAs(rules::VerdictKind verdict)
{
    return [verdict](const NominationRow& row) { return review::shownVerdict(row) == verdict; };
}

struct GatherDraft {
    std::optional<Date> on;
    friend bool operator==(const GatherDraft&, const GatherDraft&) = default;
};

struct OverrideDraft {
    std::string reason;
    friend bool operator==(const OverrideDraft&, const OverrideDraft&) = default;
};

}

NominationsPage::NominationsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "nominations-table",
                  .listName = tr("Danh sách đề nghị"),
                  .panelWidth = 468,
                  .opens = EntityKind::Nomination,
                  .reads = reads::nominations() | reads::yearRecords() | reads::initiatives() | reads::meetings() | reads::years(),
                  .chooseFirst = tr("Chọn một đề nghị trước."),
                  .nothingChosen = tr("Chọn một đề nghị để xem từng điều kiện."),
                  .nothingHere = tr("Chưa có đề nghị nào."),
                  .selectFirst = true,
                  .tickable = true,
                  .enterVerb = "enterFacts",
                  .editVerb = "enterFacts",
                  .removeVerb = "withdraw",
                  .paperTitle = tr("Danh sách đề nghị")},
                 [](const Row& row) { return row.id.value(); })
{
    setTitle(tr("Đề nghị xét tặng"));
    std::vector<ListColumn<Row>> columns;
    for (auto& column : nominationColumns())
        columns.push_back({std::move(column)});
    setColumns(std::move(columns));
    declareVerbs();
    declareSteps();
    declareFurther();
    build();
    setEmpty("nominate", tr("Nơi xét điều kiện của từng người, từng tập thể"),
             tr("Mỗi danh hiệu đã đăng ký thành một đề nghị; chương trình xét ngay từng điều kiện theo quy định của ngày áp dụng và chỉ ra thông tin còn thiếu."),
             "gather", "add");
    setViews("nominations-view", {{"all", tr("Tất cả"), {}},
                                  {"eligible", tr("Đủ"), shownAs(rules::VerdictKind::Eligible), Tone::Ok},
                                  {"ineligible", tr("Chưa đủ"), shownAs(rules::VerdictKind::Ineligible), Tone::Bad},
                                  {"undetermined", tr("Chưa rõ"), shownAs(rules::VerdictKind::Undetermined), Tone::Warn},
                                  {"dossier", tr("Thiếu hồ sơ"), &lacksPapers, Tone::Warn}});
}

void NominationsPage::showOnly(const std::vector<domain::SubjectRef>& who)
{
    table()->clearFilters();
    chooseView({});
    table()->setExtraFilter([this, who](int row) {
        return std::ranges::find(who, rows()[static_cast<std::size_t>(row)].nomination.subject) != who.end();
    });
}

std::vector<NominationRow> NominationsPage::readRows()
{
    const auto* scroll = panel()->findChild<QScrollArea*>();
    m_typed = m_view ? m_view->typed() : NominationView::Typed();
    m_scrolled = m_view && scroll ? scroll->verticalScrollBar()->value() : 0;
    m_yearRow = yearRow();
    m_board = {};
    if (year())
        m_board = readOr([this] { return service().board(*year()); });
    return std::move(m_board.rows);
}

void NominationsPage::afterRead()
{
    shell().setBadge(info().id, m_board.undetermined, Tone::Warn);
    placeVerb("gather", m_board.registeredWithoutNomination > 0 ? InHead : InMore);
    showRenewed();
}

QString NominationsPage::summary() const
{
    if (!year())
        return tr("Chưa mở năm học nào nên chưa có đề nghị.");
    QString words;
    if (rows().empty()) {
        words = tr("Chưa có đề nghị nào.");
    } else {
        words = tr("%1 đề nghị: %2 đủ điều kiện, %3 chưa đủ").arg(rows().size()).arg(m_board.eligible).arg(m_board.ineligible);
        if (m_board.undetermined > 0)
            words += tr(", <b>%1 thiếu thông tin</b>.").arg(m_board.undetermined);
        else if (m_board.openThoughDecided > 0)
            words += tr("; <b>%1 đề nghị còn điều kiện chưa biết</b>, nhưng kết luận không đợi các điều kiện ấy.").arg(m_board.openThoughDecided);
        else
            words += tr(", không còn thiếu thông tin.");
    }
    if (m_board.registeredWithoutNomination > 0)
        words += tr(" <b>%1 danh hiệu đã đăng ký</b> chưa có đề nghị.").arg(m_board.registeredWithoutNomination);
    if (m_board.nextMeeting)
        words += tr(" Họp Hội đồng ngày %1, <b>%2</b>.")
                     .arg(dateText(m_board.nextMeeting), review::distanceWords(file().clock().today(), *m_board.nextMeeting));
    return words;
}

/// Rules that came with another program are told of before anything is judged by them.
void NominationsPage::showRenewed()
{
    const QString key = QStringLiteral("renewed");
    messages().remove(key);
    const int others = services::RulesRenewedService(file()).judgedByOthers().value_or(0);
    if (others == 0 || !context().openRules)
        return;
    messages().show({Tone::Info, tr("Bộ quy định đã đổi mới"),
                     tr("%1 đề nghị đang xét được kết luận theo bộ quy định trước; xin xem kết luận nào đổi rồi xét lại.").arg(others),
                     {{tr("Xem trước…"), QStringLiteral("eye"), [this] {
                           shell().showPage(pages::kRules);
                           shell().actions.find(QStringLiteral("rules.renewed"))->trigger();
                       }}},
                     true, key});
}

void NominationsPage::show(const Row& row)
{
    const bool same = std::exchange(m_seen, row.id) == row.id;
    panel()->setTitle(toQ(row.name), NominationView::subtitle(m_yearRow->data, row));
    panel()->setChip(review::toneOf(review::shownVerdict(row)), review::shownVerdictWord(row));
    if (m_overriding == row.id && !isClosed() && domain::may(row.nomination.state, domain::NominationEvent::Override))
        openOverrideForm(row);
    else
        m_overriding.reset();
    m_view = new NominationView(shell(), file(), *m_yearRow, row, m_board.quotas, isClosed() ? closedReason() : QString(),
                                static_cast<bool>(context().openRules));
    connect(m_view, &NominationView::reportRequested, this, [this] { runVerb(QStringLiteral("report")); });
    connect(m_view, &NominationView::rulesRequested, this, [this](const std::string& finding) {
        if (current())
            openRules(*current(), finding);
    });
    panel()->addToBody(m_view);
    if (!same)
        return;
    m_view->restore(std::exchange(m_typed, {}));
    if (auto* scroll = panel()->findChild<QScrollArea*>(); scroll && m_scrolled > 0)
        QMetaObject::invokeMethod(scroll, [scroll, to = std::exchange(m_scrolled, 0)] { scroll->verticalScrollBar()->setValue(to); }, Qt::QueuedConnection);
}

/// Enter and F2: into the first field that enters a missing fact.
void NominationsPage::focusEntry()
{
    split()->setPanelVisible(true);
    if (isEditing() || !m_view || !m_view->focusFirstEntry())
        panel()->setFocus();
}

void NominationsPage::startAdding()
{
    auto* form = new NominationForm(file(), *year());
    ListPage::openForm({.title = tr("Thêm đề nghị"),
                        .subtitle = tr("Người chưa đăng ký cũng thêm được; kết luận sẽ nói rõ còn thiếu gì."),
                        .body = form, .binder = &form->form(), .saveText = tr("Thêm và xét ngay"),
                        .save = [this, form]() -> std::optional<std::int64_t> {
                            const NominationDraft draft = form->form().draft();
                            const auto subject = form->subject();
                            const auto ground = domain::fromCode<domain::Ground>(draft.ground).value_or(domain::Ground::AnnualMerit);
                            const auto made = writtenBy(shell().runner, form->form(), {},
                                                        [&] { return service().add(*year(), subject, draft.honour, *draft.applicableOn, ground); });
                            if (made)
                                chooseView({}); // the new one may be of another part
                            return made;
                        },
                        .name = "nominationAdd", .first = form->firstField()});
}

void NominationsPage::startGathering()
{
    const int waiting = m_board.registeredWithoutNomination;
    auto* form = new RecordForm<GatherDraft>(1);
    form->date("on", tr("Ngày áp dụng"), &GatherDraft::on).required().named("gather-date")
        .hint(tr("Điều kiện được xét theo quy định có hiệu lực vào ngày này, thường là ngày họp Hội đồng."));
    form->addText(tr("Mỗi danh hiệu đã đăng ký thành một đề nghị; tên, chức vụ, đơn vị ghi như hôm nay. Ngày này chỉ dùng cho các đề nghị lập lần này."));
    form->binder().setValidate([](const GatherDraft& draft) {
        return draft.on ? std::vector<FieldIssue>{} : std::vector<FieldIssue>{{"on", "nomination.day-missing", {}}};
    });
    form->load({m_board.nextMeeting.value_or(file().clock().today())});
    ListPage::openForm({.title = tr("Lập đề nghị từ đăng ký"), .subtitle = tr("%1 danh hiệu đã đăng ký chưa có đề nghị").arg(waiting),
                        .body = form, .binder = &form->binder(), .saveText = tr("Lập %1 đề nghị").arg(waiting),
                        .save = [this, form]() -> std::optional<std::int64_t> {
                            const auto draft = form->draft();
                            const bool made = shell().runner.run([&] { return service().nominate(*year(), *draft.on); }, [](int) {}, &form->binder());
                            return made && !table()->shownIds().isEmpty() ? std::optional(table()->shownIds().first()) : std::nullopt;
                        },
                        .name = "gather"});
}

void NominationsPage::startOverride(const Row& row)
{
    m_overriding = row.id;
    split()->setPanelVisible(true);
    showCurrent();
    panel()->toTop();
    if (auto* reason = panel()->findChild<TextField*>(QStringLiteral("override-reason")))
        focusLater(reason);
}

/// The council's own opinion, above the verdict that stays as it is.
void NominationsPage::openOverrideForm(const Row& row)
{
    auto* form = new RecordForm<OverrideDraft>(1);
    form->lines("reason", tr("Lý do Hội đồng xét khác kết luận"), &OverrideDraft::reason, 3).required().named("override-reason")
        .placeholder(tr("Căn cứ, số biên bản, ý kiến của Hội đồng"))
        .hint(tr("Kết luận vẫn giữ nguyên; lý do này in kèm ở mọi nơi có kết luận."));
    form->binder().setValidate([](const OverrideDraft& draft) {
        return draft.reason.empty() ? std::vector<FieldIssue>{{"reason", "nomination.override-missing", {}}} : std::vector<FieldIssue>{};
    });
    form->load({row.nomination.overrideReason});
    auto* drop = makeButton(tr("Thôi"), {}, ButtonKind::Normal, form);
    drop->setObjectName(QStringLiteral("overrideCancel"));
    connect(drop, &QPushButton::clicked, this, [this] {
        if (!leaveForm())
            return;
        m_overriding.reset();
        showCurrent();
    });
    form->FormLayout::add(drop);
    ListPage::openForm({.body = form, .binder = &form->binder(), .saveText = tr("Ghi lý do"),
                        .save = [this, form, id = row.id]() -> std::optional<std::int64_t> {
                            const auto draft = form->draft();
                            m_overriding.reset(); // the rows are read anew while it is written
                            const auto written = writtenBy(shell().runner, form->binder(), id.value(), [&] { return service().overrideVerdict(id, draft.reason); });
                            if (!written)
                                m_overriding = id;
                            return written;
                        },
                        .id = row.id.value(), .name = "override", .beside = true, .enterSaves = false});
}

}
