// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/posting_card.h"

#include "ui/pages/review/review_words.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::PostingState;
using services::PostingService;

namespace {

/// What one writes when the list is concluded.
struct PostingEnd {
    Date on{2000, 1, 1};
    domain::PostingState result = PostingState::Confirmed;
    std::string reason;
};

struct ObjectionAnswer {
    std::optional<Date> answeredOn;
    std::string answer;
};

}

PostingCard::PostingCard(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_facts = new Stack(8, this);
    m_form = new Stack(8, this);
    column->addWidget(m_facts);
    column->addWidget(m_form);
    column->addStretch(1);
}

bool PostingCard::isDone() const
{
    return m_row && m_row->posting.state != PostingState::Open && m_row->unanswered() == 0;
}

bool PostingCard::waits() const
{
    return m_row && m_row->waits(m_context.file.clock().today());
}

QPushButton* PostingCard::button(const QString& text, const QString& icon, const QString& name, std::function<void()> run, ButtonKind kind)
{
    auto* made = makeButton(text, icon, kind, m_facts);
    made->setObjectName(name);
    // Queued: what is written makes this button anew.
    connect(made, &QPushButton::clicked, this, [run = std::move(run)] { run(); }, Qt::QueuedConnection);
    return made;
}

void PostingCard::forget()
{
    closeForm();
    m_row.reset();
    m_detail = {};
}

void PostingCard::show(const services::MeetingDetail& detail)
{
    if (m_detail.id != detail.id)
        forget();
    m_detail = detail;
    m_row.reset();
    if (detail.meeting.state != domain::MeetingState::Closed || detail.tallies.empty())
        return;
    m_shell.runner.read([&] { return PostingService(m_context.file).posting(m_detail.id); },
                        [this](std::optional<services::PostingRow> row) { m_row = std::move(row); });
    if (!hasUnsaved())
        closeForm();
    showFacts();
}

void PostingCard::showFacts()
{
    m_facts->clear();
    if (!m_row) {
        m_facts->text(tr("Chưa ghi việc công khai kết quả của phiên họp này. Ghi nơi niêm yết và số ngày; ý kiến nhận được và trả lời ghi ở đây."), TypeRole::Text, Ink::Text2);
        m_facts->add(review::makeRow({{button(tr("Ghi công khai kết quả…"), QStringLiteral("flag"), QStringLiteral("posting-add"), [this] { editPosting(); }, ButtonKind::Primary), 0},
                                      {new QWidget(m_facts), 1}}, m_facts));
        return;
    }
    const auto& posting = m_row->posting;
    const Date today = m_context.file.clock().today();
    auto* facts = m_facts->facts();
    facts->add(tr("Nơi công khai"), toQ(posting.place).toHtmlEscaped());
    facts->add(tr("Thời gian"), tr("từ %1 đến hết %2 (%3)").arg(dateText(posting.postedOn), dateText(posting.until), review::distanceWords(today, posting.until)));
    facts->add(tr("Ý kiến"), m_row->objections.empty() ? tr("chưa có") : m_row->unanswered() > 0 ? tr("%1, còn %2 chưa trả lời").arg(m_row->objections.size()).arg(m_row->unanswered())
                                                                                         : tr("%1, đã trả lời").arg(m_row->objections.size()));
    facts->add(tr("Danh sách"), posting.concludedOn ? tr("%1, ngày %2").arg(review::labelOf(posting.state), dateText(posting.concludedOn)) : tr("chưa chốt"));
    if (!posting.reason.empty())
        facts->add(tr("Thay đổi"), toQ(posting.reason).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
    auto* conclude = button(tr("Chốt danh sách…"), QStringLiteral("check"), QStringLiteral("posting-conclude"), [this] { this->conclude(); }, ButtonKind::Primary);
    conclude->setEnabled(today > posting.until && m_row->unanswered() == 0);
    conclude->setToolTip(today <= posting.until ? tr("Kết quả còn công khai đến %1.").arg(dateText(posting.until))
                                                : m_row->unanswered() > 0 ? tr("Còn ý kiến chưa trả lời.") : QString());
    std::vector<std::pair<QWidget*, int>> row{{conclude, 0},
        {button(tr("Ghi ý kiến nhận được…"), QStringLiteral("plus"), QStringLiteral("objection-add"), [this] { editObjection(nullptr); }), 0}};
    if (posting.state == PostingState::Open)
        row.push_back({button(tr("Sửa"), QStringLiteral("edit"), QStringLiteral("posting-edit"), [this] { editPosting(); }), 0});
    row.push_back({button(tr("Thay đổi một dòng…"), {}, QStringLiteral("list-change"), [this] { changeLine(nullptr); }), 0});
    row.push_back({button(tr("In danh sách…"), QStringLiteral("print"), QStringLiteral("final-list"), [this] { emit printWanted(); }), 0});
    row.push_back({new QWidget(m_facts), 1});
    if (m_row->objections.empty() && m_row->changes.empty())
        row.push_back({button(tr("Xóa…"), {}, QStringLiteral("posting-remove"), [this] { removePosting(); }, ButtonKind::Danger), 0});
    m_facts->add(review::makeRow(row, m_facts));
    if (!m_row->changes.empty())
        m_facts->section(tr("Thay đổi sau công khai"));
    for (const auto& one : m_row->changes)
        m_facts->note(tr("Ngày %1: %2.").arg(dateText(one.change.on), toQ(one.said)), QStringLiteral("edit"), Ink::Warn);
    if (!m_row->objections.empty())
        m_facts->section(tr("Ý kiến về kết quả"));
    for (const auto& one : m_row->objections)
        showObjection(one);
}

void PostingCard::showObjection(const services::ObjectionRow& row)
{
    const auto& objection = row.objection;
    FindingLine line;
    line.outcome = objection.answeredOn ? FindingLine::Outcome::Pass : FindingLine::Outcome::Unknown;
    line.label = tr("%1, nhận ngày %2%3").arg(toQ(objection.fromWhom), dateText(objection.receivedOn), row.late ? tr(" – sau hạn công khai") : QString());
    line.text = row.lineText.empty() ? toQ(objection.content) : tr("%1: %2").arg(toQ(row.lineText), toQ(objection.content));
    if (objection.answeredOn)
        line.remedy = tr("Trả lời ngày %1: %2").arg(dateText(objection.answeredOn), toQ(objection.answer));
    line.word = objection.answeredOn ? tr("Đã trả lời") : tr("Chưa trả lời");
    m_facts->add(new FindingView(line, m_facts));
    const QString id = QString::number(row.id.value());
    std::vector<std::pair<QWidget*, int>> verbs{
        {button(objection.answeredOn ? tr("Sửa câu trả lời…") : tr("Trả lời…"), {}, QStringLiteral("objection-answer-") + id, [this, row] { answer(row); }), 0}};
    verbs.push_back({button(tr("Đúng – thay đổi danh sách…"), {}, QStringLiteral("objection-uphold-") + id, [this, row] { changeLine(&row); }), 0});
    if (!objection.answeredOn) {
        verbs.push_back({button(tr("Sửa"), {}, QStringLiteral("objection-edit-") + id, [this, row] { editObjection(&row); }), 0});
        verbs.push_back({button(tr("Xóa…"), {}, QStringLiteral("objection-remove-") + id, [this, row] { removeObjection(row); }), 0});
    }
    verbs.push_back({new QWidget(m_facts), 1});
    m_facts->add(review::makeRow(verbs, m_facts));
}

void PostingCard::closeForm()
{
    m_form->clear();
    m_binder = nullptr;
    m_save = nullptr;
}

template <class Draft>
RecordForm<Draft>* PostingCard::openForm(const QString& title)
{
    closeForm();
    m_form->section(title);
    return new RecordForm<Draft>(3, m_form);
}

void PostingCard::showForm(FormLayout* form, FormBinderBase* binder, const QString& verb, std::function<bool()> run)
{
    m_binder = binder;
    m_save = std::move(run);
    m_form->add(form);
    auto* write = saving(makeButton(verb, QStringLiteral("save"), ButtonKind::Primary, m_form));
    write->setObjectName(QStringLiteral("posting-save"));
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, m_form);
    cancel->setObjectName(QStringLiteral("posting-cancel"));
    connect(write, &QPushButton::clicked, this, [this] { save(); }, Qt::QueuedConnection);
    connect(cancel, &QPushButton::clicked, this, &PostingCard::closeForm, Qt::QueuedConnection);
    m_form->add(review::makeRow({{write, 0}, {cancel, 0}, {new QWidget(m_form), 1}}, m_form));
    bringIntoView(write);
}

void PostingCard::editPosting()
{
    auto* form = openForm<domain::Posting>(m_row ? tr("Sửa việc công khai") : tr("Công khai kết quả"));
    auto first = form->text("place", tr("Nơi công khai"), &domain::Posting::place, Wide).required().named("posting-place").placeholder(tr("Bảng tin của trường, trang thông tin điện tử"));
    form->date("postedOn", tr("Từ ngày"), &domain::Posting::postedOn).required().named("posting-from");
    form->date("until", tr("Đến hết ngày"), &domain::Posting::until).required().named("posting-until");
    domain::Posting draft;
    if (m_row) {
        draft = m_row->posting;
    } else {
        constexpr int kUsualDays = 4; // after the first: proposed, the school says how many
        draft.postedOn = std::max(m_context.file.clock().today(), m_detail.meeting.heldOn);
        draft.until = draft.postedOn.plusDays(kUsualDays);
    }
    form->load(draft);
    showForm(form, &form->binder(), m_row ? tr("Ghi") : tr("Ghi công khai kết quả"), [this, form] {
        const auto given = form->draft();
        if (m_row)
            return m_shell.runner.run([&] { return PostingService(m_context.file).edit(m_row->id, given, m_row->version); }, [](auto&&) {}, &form->binder());
        return m_shell.runner.run([&] { return PostingService(m_context.file).post(m_detail.id, given); }, [](auto&&) {}, &form->binder());
    });
    first.field->setFocus();
}

void PostingCard::editObjection(const services::ObjectionRow* row)
{
    using domain::Objection;
    auto* form = openForm<Objection>(row ? tr("Sửa ý kiến") : tr("Ý kiến nhận được"));
    auto first = form->text("fromWhom", tr("Ý kiến của"), &Objection::fromWhom).required().named("objection-from");
    form->date("receivedOn", tr("Ngày nhận"), &Objection::receivedOn).required().named("objection-on");
    auto* lines = new SearchField(tr("để trống: về cả danh sách"));
    std::vector<SearchField::Option> options;
    for (const auto& tally : m_detail.tallies)
        options.push_back({tally.line.id(), tr("%1 – %2").arg(toQ(tally.name), toQ(tally.honourName)), toQ(tally.post)});
    lines->setOptions(std::move(options));
    form->custom("line", tr("Về dòng"), lines,
                 std::function<void(const Objection&)>([lines](const Objection& draft) {
                     lines->setValue(draft.line.id() > 0 ? std::optional(draft.line.id()) : std::nullopt);
                 }),
                 std::function<void(Objection&)>([this, lines](Objection& draft) {
                     const auto found = std::ranges::find_if(m_detail.tallies, [&](const auto& tally) { return lines->value() == tally.line.id(); });
                     draft.line = found == m_detail.tallies.end() ? domain::BallotLine{} : found->line;
                 })).named("objection-line");
    form->lines("content", tr("Nội dung"), &Objection::content, 3).required().named("objection-content");
    Objection draft;
    draft.receivedOn = m_context.file.clock().today();
    if (row)
        draft = row->objection;
    form->load(draft);
    const auto id = row ? std::optional(std::pair(row->id, row->version)) : std::nullopt;
    showForm(form, &form->binder(), tr("Ghi ý kiến"), [this, form, id] {
        const auto given = form->draft();
        if (id)
            return m_shell.runner.run([&] { return PostingService(m_context.file).editObjection(id->first, given, id->second); }, [](auto&&) {}, &form->binder());
        return m_shell.runner.run([&] { return PostingService(m_context.file).recordObjection(m_row->id, given); }, [](auto&&) {}, &form->binder());
    });
    first.field->setFocus();
}

void PostingCard::answer(const services::ObjectionRow& row)
{
    auto* form = openForm<ObjectionAnswer>(tr("Trả lời %1").arg(toQ(row.objection.fromWhom)));
    auto first = form->date("answeredOn", tr("Ngày trả lời"), &ObjectionAnswer::answeredOn).named("answer-on").hint(tr("xóa cả ngày và nội dung để bỏ câu trả lời"));
    form->lines("answer", tr("Nội dung trả lời"), &ObjectionAnswer::answer, 4).named("answer-text");
    form->load({row.objection.answeredOn ? row.objection.answeredOn : std::optional(m_context.file.clock().today()), row.objection.answer});
    showForm(form, &form->binder(), tr("Ghi trả lời"), [this, form, id = row.id] {
        const auto given = form->draft();
        return m_shell.runner.run([&] { return PostingService(m_context.file).answer(id, given.answeredOn, given.answer); }, [](auto&&) {}, &form->binder());
    });
    first.field->setFocus();
}

void PostingCard::conclude()
{
    auto* form = openForm<PostingEnd>(tr("Chốt danh sách sau công khai"));
    auto first = form->date("on", tr("Ngày chốt"), &PostingEnd::on).required().named("conclude-on");
    form->choiceOf("result", tr("Kết quả"), &PostingEnd::result,
                   {{std::string(domain::toCode(PostingState::Confirmed)), review::labelOf(PostingState::Confirmed)},
                    {std::string(domain::toCode(PostingState::Changed)), review::labelOf(PostingState::Changed)}}).named("conclude-result");
    form->lines("reason", tr("Thay đổi gì, vì sao"), &PostingEnd::reason, 3).named("conclude-reason").hint(tr("để trống thì lấy theo các dòng đã thay đổi"));
    PostingEnd draft;
    draft.on = m_context.file.clock().today();
    if (!m_row->changes.empty())
        draft.result = PostingState::Changed;
    form->load(draft);
    showForm(form, &form->binder(), tr("Chốt danh sách"), [this, form] {
        const auto given = form->draft();
        return m_shell.runner.run([&] {
            return PostingService(m_context.file).conclude(m_row->id, {given.on, given.result == PostingState::Changed, given.reason});
        }, [](auto&&) {}, &form->binder());
    });
    first.field->setFocus();
}

void PostingCard::changeLine(const services::ObjectionRow* row)
{
    using domain::ListChange;
    auto* form = openForm<ListChange>(row ? tr("Ý kiến của %1 là đúng: thay đổi danh sách").arg(toQ(row->objection.fromWhom)) : tr("Thay đổi một dòng của danh sách"));
    auto* lines = new SearchField(tr("Gõ tên để tìm"));
    std::vector<SearchField::Option> options;
    for (const auto& tally : m_detail.tallies)
        if (tally.tally)
            options.push_back({tally.line.id(), tr("%1 – %2").arg(toQ(tally.name), toQ(tally.honourName)), toQ(tally.post)});
    lines->setOptions(std::move(options));
    auto first = form->custom("line", tr("Dòng"), lines,
                              std::function<void(const ListChange&)>([lines](const ListChange& draft) {
                                  lines->setValue(draft.line.id() > 0 ? std::optional(draft.line.id()) : std::nullopt);
                              }),
                              std::function<void(ListChange&)>([this, lines](ListChange& draft) {
                                  const auto found = std::ranges::find_if(m_detail.tallies, [&](const auto& tally) { return lines->value() == tally.line.id(); });
                                  draft.line = found == m_detail.tallies.end() ? domain::BallotLine{} : found->line;
                              })).required().named("change-line");
    form->choice("outcome", tr("Kết quả mới"), &ListChange::outcome).required().named("change-outcome");
    form->date("on", tr("Ngày"), &ListChange::on).required().named("change-on");
    form->lines("reason", tr("Lý do"), &ListChange::reason, 3).required().named("change-reason")
        .hint(tr("in trong danh sách; ý kiến chưa trả lời thì được trả lời bằng thay đổi này; hoàn tác được đến khi trình, ra quyết định"));
    ListChange draft;
    draft.on = m_context.file.clock().today();
    if (row) {
        draft.objection = row->id;
        draft.line = row->objection.line;
    }
    form->load(draft);
    showForm(form, &form->binder(), tr("Ghi thay đổi"), [this, form, objection = draft.objection] {
        auto given = form->draft();
        given.objection = objection;
        return m_shell.runner.run([&] { return PostingService(m_context.file).changeLine(m_row->id, given); }, [](auto&&) {}, &form->binder());
    });
    first.field->setFocus();
}

void PostingCard::removePosting()
{
    if (m_shell.prompter.confirm({tr("Xóa việc công khai kết quả?"), tr("Nơi và ngày công khai đã ghi sẽ mất."), tr("Xóa"), tr("Giữ lại"), true}))
        m_shell.runner.run([&] { return PostingService(m_context.file).remove(m_row->id); });
}

void PostingCard::removeObjection(const services::ObjectionRow& row)
{
    if (m_shell.prompter.confirm({tr("Xóa ý kiến của %1?").arg(toQ(row.objection.fromWhom)), tr("Nội dung đã ghi sẽ mất."), tr("Xóa ý kiến"), tr("Giữ lại"), true}))
        m_shell.runner.run([&] { return PostingService(m_context.file).removeObjection(row.id); });
}

}
