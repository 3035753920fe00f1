// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/contests/contest_form.h"

#include "ui/pages/follow/follow_common.h"

#include <algorithm>

namespace thidua::ui::follow {

using services::ContestDraft;
using services::ContestEntryDraft;

namespace {

constexpr std::size_t kFreePrizes = 2;  ///< lines for further prizes
constexpr std::size_t kAuthorLines = 3;
constexpr int kDecimals = 2;

QByteArray numbered(const char* name, std::size_t at)
{
    return QByteArray(name) + QByteArray::number(static_cast<int>(at));
}

}

ContestForm::ContestForm(const ContestChoices& choices, const ContestDraft& draft, QWidget* parent) : RecordForm(2, parent)
{
    m_name = text("name", tr("Tên hội thi, cuộc thi"), [](auto& d) -> auto& { return d.contest.name; }, Wide).required().named("contestName")
                 .placeholder(tr("Thi viết về gương người tốt, việc tốt")).field;
    text("theme", tr("Chủ đề"), [](auto& d) -> auto& { return d.contest.theme; }, Wide).named("contestTheme");
    addKind(choices);
    date("from", tr("Nhận bài từ"), [](auto& d) -> auto& { return d.contest.from; }).required().named("contestFrom");
    date("closesOn", tr("Hết nhận bài"), [](auto& d) -> auto& { return d.contest.closesOn; }).required().named("contestCloses");
    date("judgedOn", tr("Ngày chấm"), [](auto& d) -> auto& { return d.contest.judgedOn; }).required().named("contestJudged");
    choice("level", tr("Cấp tổ chức"), [](auto& d) -> auto& { return d.contest.level; });
    addMarks();
    auto loaded = draft;
    loaded.prizes.resize(draft.prizes.size() + kFreePrizes);
    addPrizes(loaded.prizes.size());
    addSection(tr("Thể lệ"));
    lines("participants", tr("Đối tượng dự thi"), [](auto& d) -> auto& { return d.contest.participants; }, 2);
    lines("rules", tr("Yêu cầu đối với bài, sản phẩm"), [](auto& d) -> auto& { return d.contest.rules; }, 4).hint(tr("Mỗi yêu cầu một dòng; in trong bản Thể lệ."));
    addJudges(choices);
    binder().setValidate([](const ContestDraft& given) { return services::validate(given); });
    load(loaded);
}

void ContestForm::addKind(const ContestChoices& choices)
{
    auto* kind = slim(new ChoiceField(choices.kinds));
    custom("kind", tr("Kết quả ghi vào loại hoạt động"), kind, [kind](const ContestDraft& d) { kind->setValue(std::to_string(d.contest.kind.value())); },
           [kind](ContestDraft& d) {
               if (const auto code = kind->value(); !code.empty())
                   d.contest.kind = domain::ActivityKindId(std::stoll(code));
           }, Wide)
        .required().named("contestKind").hint(tr("Mỗi người, tập thể dự thi thành một mục của loại này khi ghi kết quả."));
    auto campaigns = choices.campaigns;
    campaigns.insert(campaigns.begin(), {kNoChoice, tr("Không thuộc phong trào nào")});
    choiceOf("campaign", tr("Trong phong trào"), [](auto& d) -> auto& { return d.contest.campaign; }, campaigns, Wide);
}

void ContestForm::addMarks()
{
    const auto mark = [this](const char* name, const QString& label, int domain::Contest::*member) {
        auto* field = new NumberField(kDecimals);
        return custom(name, label, field, [field, member](const ContestDraft& d) { field->setValue(d.contest.*member); },
                      [field, member](ContestDraft& d) { d.contest.*member = static_cast<int>(field->value().value_or(0)); })
            .required();
    };
    mark("maxMark", tr("Điểm cao nhất"), &domain::Contest::maxMark).named("contestMax");
    mark("step", tr("Chấm lẻ đến"), &domain::Contest::step).named("contestStep").hint(tr("0,25 hoặc 0,5 hoặc 1"));
}

void ContestForm::addPrizes(std::size_t count)
{
    addSection(tr("Cơ cấu giải, giải cao trước"));
    for (std::size_t at = 0; at < count; ++at) {
        const bool first = at == 0; // sentences about the prizes as a whole stand at the first line
        text(first ? "prizes" : numbered("prizeName", at).constData(), tr("Tên giải"), [at](auto& d) -> auto& { return d.prizes.at(at).name; })
            .named(numbered("prizeName", at).constData());
        number(numbered("prizeCount", at).constData(), tr("Số giải"), [at](auto& d) -> auto& { return d.prizes.at(at).quantity; })
            .named(numbered("prizeCount", at).constData());
    }
    addText(tr("Xóa cả tên và số thì giải ấy bỏ đi."));
}

void ContestForm::addJudges(const ContestChoices& choices)
{
    auto* ticks = new SubjectTicks;
    ticks->setChoices(choices.judges);
    custom("judges", tr("Ban giám khảo"), ticks,
           [ticks](const ContestDraft& d) {
               std::vector<domain::SubjectRef> people;
               for (const auto& person : d.judges)
                   people.push_back(domain::SubjectRef::of(person));
               ticks->setValue(people);
           },
           [ticks](ContestDraft& d) {
               d.judges.clear();
               for (const auto& subject : ticks->value())
                   d.judges.push_back(*subject.person);
           }, Wide)
        .named("contestJudges").hint(tr("Có thể chọn sau. Người dự thi không chấm được bài của mình."));
}

ContestEntryForm::ContestEntryForm(const ContestChoices& choices, std::size_t authors, bool isNew, bool won, QWidget* parent) : RecordForm(2, parent)
{
    m_title = text("title", tr("Tên bài, sản phẩm"), [](auto& d) -> auto& { return d.entry.title; }, Wide).required().named("entryTitle").field;
    const auto count = std::max(kAuthorLines, authors);
    for (std::size_t at = 0; at < count; ++at) {
        auto* who = new SearchField(tr("Gõ tên người, học sinh, tập thể"));
        who->setOptions(choices.authors);
        auto line = custom(at == 0 ? "authors" : numbered("author", at).constData(), at == 0 ? tr("Của ai") : tr("Cùng làm"), who,
                           [who, at](const ContestEntryDraft& d) { who->setValue(at < d.authors.size() ? std::optional(rowIdOf(d.authors[at])) : std::nullopt); },
                           [who, at](ContestEntryDraft& d) {
                               if (at == 0)
                                   d.authors.clear();
                               if (const auto id = who->value())
                                   d.authors.push_back(subjectOf(*id));
                           }, Wide)
                        .named(numbered("entryAuthor", at).constData());
        if (at == 0)
            line.required().hint(tr("Bài của cả tổ, cả lớp thì chọn tập thể: tính là một bài."));
    }
    date("receivedOn", tr("Ngày nhận"), [](auto& d) -> auto& { return d.entry.receivedOn; }).required().named("entryReceived");
    auto code = text("code", tr("Số phách"), [](auto& d) -> auto& { return d.entry.code; }).named("entryCode");
    if (isNew)
        code.hint(tr("Để trống thì lấy số kế tiếp."));
    else
        code.required();
    if (won)
        check("story", tr("Viết được thành gương điển hình"), [](auto& d) -> auto& { return d.entry.story; }).named("entryStory");
    binder().setValidate([](const ContestEntryDraft& draft) { return services::validate(draft); });
}

PrizesForm::PrizesForm(const services::ContestRow& row, QWidget* parent) : RecordForm(1, parent)
{
    std::vector<ChoiceField::Choice> choices{{kNoChoice, tr("Không có giải")}};
    for (const auto& prize : row.prizes)
        choices.push_back({std::to_string(prize.id.value()), tr("%1 (có %2)").arg(toQ(prize.data.name)).arg(prize.data.quantity)});
    const auto proposal = row.proposal();
    PrizesDraft draft;
    const bool given = row.prizesGiven() > 0;
    for (const auto& one : proposal.entries)
        draft.prizes[one.entry] = one.prize;
    bool first = true;
    for (const auto& one : proposal.entries) {
        const auto entry = std::ranges::find(row.entries, one.entry, &services::ContestEntryRow::id);
        if (given)
            draft.prizes[one.entry] = entry->entry.prize;
        const bool tied = std::ranges::find(proposal.tied, one.entry) != proposal.tied.end();
        auto* field = slim(new ChoiceField(choices));
        const auto id = one.entry;
        const auto named = QByteArray("prizeOf") + QByteArray::number(static_cast<qlonglong>(id.value()));
        auto line = custom(first ? "prizes" : named.constData(),
                           tr("Hạng %1 – %2 điểm: bài %3, %4").arg(entry->standing.rank).arg(toQ(services::markText(*entry->standing.mean)), toQ(entry->entry.code), toQ(entry->names())), field,
                           [field, id](const PrizesDraft& d) {
                               const auto found = d.prizes.find(id);
                               field->setValue(found != d.prizes.end() && found->second ? std::to_string(found->second->value()) : std::string(kNoChoice));
                           },
                           [field, id](PrizesDraft& d) {
                               const auto code = field->value();
                               d.prizes[id] = code.empty() || code == kNoChoice ? std::nullopt : std::optional(domain::ContestPrizeId(std::stoll(code)));
                           })
                        .named(named.constData());
        if (tied)
            line.hint(tr("Đồng hạng, không đủ giải cho tất cả: xin chọn."));
        first = false;
    }
    load(draft);
}

}
