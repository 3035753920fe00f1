// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/vote_card.h"

#include "base/text_util.h"
#include "services/people/namesakes.h"
#include "services/people/people_service.h"
#include "ui/pages/review/review_words.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>

namespace thidua::ui {
namespace {

using services::MeetingDetail;
using services::TallyRow;

QString lineWords(const TallyRow& row)
{
    return VoteCard::tr("%1 – %2").arg(toQ(row.name), toQ(row.honourName));
}

}

OutlookBox::OutlookBox(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(makeSectionHead(tr("Trước khi bỏ phiếu"), tr("điều chưa thể đạt, điều còn thiếu"), this));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::px(8));
    column->addLayout(m_rows);
}

void OutlookBox::show(const MeetingDetail& detail)
{
    clearLayout(*m_rows);
    const auto all = services::obstacles(detail);
    for (const auto& one : all) {
        FindingLine line;
        line.outcome = FindingLine::Outcome::Fail;
        line.label = tr("%1: %2").arg(toQ(one.honourName), toQ(join(one.names, ", ")));
        line.text = toQ(one.why);
        line.remedy = toQ(join(one.ways, " "));
        line.word = tr("Không thể đạt");
        m_rows->addWidget(new FindingView(line, this));
    }
    for (const auto& sentence : detail.opinionsMissing) {
        FindingLine line;
        line.outcome = FindingLine::Outcome::Unknown;
        line.label = tr("Thiếu ý kiến trường quy định phải hỏi");
        line.text = toQ(sentence);
        line.remedy = tr("Ghi ở trang Đề nghị: chọn các dòng, “Ghi ý kiến cho các dòng chọn…”. Thiếu ý kiến không chặn phiên họp.");
        line.word = tr("Thiếu");
        m_rows->addWidget(new FindingView(line, this));
    }
    setVisible(!all.empty() || !detail.opinionsMissing.empty());
}

VoteCard::VoteCard(QWidget* parent) : QWidget(parent), m_tellersForm(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    m_outlook = new OutlookBox(this);
    m_outlook->setObjectName(QStringLiteral("vote-outlook"));
    column->addWidget(m_outlook);
    m_lost = new MessageArea(this);
    column->addWidget(m_lost);
    m_facts = new DetailList(DetailList::Form::Beside, this);
    column->addWidget(m_facts);
    buildTellers(column);
    buildRecusals(column);
    column->addWidget(makeRule(this));
    buildMachine(column);
    column->addWidget(makeRule(this));
    column->addWidget(makeSectionHead(tr("Bỏ phiếu giấy"), {}, this));
    column->addWidget(makeWrapped(tr("In phiếu, phát cho từng thành viên có mặt, thu lại rồi đếm ở bước Kiểm phiếu. Chương trình chỉ ghi số phiếu, "
                                     "không ghi ai chọn thế nào."),
                                  TypeRole::Text, Ink::Text2, this));
    m_print = makeButton(tr("In phiếu giấy…"), QStringLiteral("print"), ButtonKind::Normal, this);
    m_print->setObjectName(QStringLiteral("meeting-print-ballots"));
    connect(m_print, &QPushButton::clicked, this, &VoteCard::printWanted);
    column->addWidget(review::makeRow({{m_print, 0}}, this));
    column->addStretch(1);
}

void VoteCard::buildMachine(QVBoxLayout* column)
{
    column->addWidget(makeSectionHead(tr("Bỏ phiếu trên máy"), tr("lần lượt từng người, toàn màn hình"), this));
    column->addWidget(makeWrapped(tr("Lá phiếu chỉ ở trong bộ nhớ. Khi Chủ tọa khép hòm phiếu, máy mới ghi tổng số phiếu và ai đã bỏ phiếu; không ghi ai chọn thế nào."),
                                  TypeRole::Text, Ink::Text2, this));
    m_rounds = new QVBoxLayout;
    m_rounds->setSpacing(Theme::px(6));
    column->addLayout(m_rounds);
    m_machine = makeButton(tr("Bỏ phiếu trên máy…"), QStringLiteral("people"), ButtonKind::Normal, this);
    m_machine->setObjectName(QStringLiteral("meeting-machine"));
    connect(m_machine, &QPushButton::clicked, this, &VoteCard::machineWanted);
    column->addWidget(review::makeRow({{m_machine, 0}}, this));
}

void VoteCard::showMachine(const MeetingDetail& detail, bool readOnly)
{
    clearLayout(*m_rounds);
    m_lost->clear();
    const auto* open = detail.openRound();
    if (open && !readOnly) {
        const auto id = open->id;
        m_lost->show({Tone::Bad, tr("Vòng bỏ phiếu %1 trên máy chưa khép lại, phải bỏ phiếu lại").arg(open->round.round),
                      tr("Chương trình dừng khi hòm phiếu còn mở. Lá phiếu chỉ ở trong bộ nhớ nên không còn, và trong tệp không có gì về chúng."),
                      {{tr("Bỏ phiếu lại…"), {}, [this] { emit machineWanted(); }}, {tr("Bỏ vòng này"), {}, [this, id] { emit roundGivenUp(id, false); }}},
                      false, QStringLiteral("round-lost")});
    }
    for (const auto& row : detail.rounds) {
        if (row.round.state == domain::RoundState::Open)
            continue;
        const bool closed = row.round.state == domain::RoundState::Closed;
        const QString words = closed ? tr("Vòng %1: %2 người đã bỏ phiếu trên máy (%3).").arg(row.round.round).arg(row.voters.size()).arg(toQ(join(row.voters, ", ")))
                              : row.round.reason.empty() ? tr("Vòng %1: đã bỏ, không ghi lá phiếu nào.").arg(row.round.round)
                                                         : tr("Vòng %1: đã bỏ; lý do: %2.").arg(row.round.round).arg(toQ(row.round.reason));
        auto* label = makeWrapped(words.toHtmlEscaped(), TypeRole::Text, closed ? Ink::Text : Ink::Text2, this);
        auto* giveUp = makeButton(tr("Bỏ kết quả…"), {}, ButtonKind::Normal, this);
        giveUp->setObjectName(QStringLiteral("round-void-%1").arg(row.id.value()));
        giveUp->setVisible(closed && !readOnly);
        connect(giveUp, &QPushButton::clicked, this, [this, id = row.id] { emit roundGivenUp(id, true); });
        m_rounds->addWidget(review::makeRow({{label, 1}, {giveUp, 0}}, this));
    }
    const bool waits = std::ranges::any_of(detail.tallies, [](const TallyRow& row) { return !row.tally.has_value(); });
    m_machine->setVisible(!readOnly);
    m_machine->setEnabled(waits && detail.present >= detail.quorum);
    m_machine->setToolTip(!waits ? tr("Mọi dòng đã có số phiếu.") : detail.present < detail.quorum ? tr("Chưa đủ thành viên để họp.") : QString());
}

void VoteCard::buildTellers(QVBoxLayout* column)
{
    column->addWidget(makeRule(this));
    column->addWidget(makeSectionHead(tr("Ban kiểm phiếu"), tr("Trưởng ban và ít nhất một thành viên; ký biên bản kiểm phiếu"), this));
    auto* fields = new FormLayout(3, this);
    for (std::size_t i = 0; i < kTellers; ++i) {
        m_tellers[i] = new SearchField(i == 0 ? tr("Gõ tên để tìm") : tr("bỏ trống nếu không có"), fields);
        m_tellers[i]->setObjectName(QStringLiteral("teller-%1").arg(i + 1));
        auto* line = fields->add(i == 0 ? tr("Trưởng ban kiểm phiếu") : tr("Thành viên %1").arg(i), m_tellers[i]);
        if (i == 0)
            m_headLine = line;
        m_tellersForm.bind(i == 0 ? "tellers" : "teller" + std::to_string(i), line, m_tellers[i],
                           [this, i](const TellersDraft& draft) {
                               m_tellers[i]->setValue(draft.people[i] ? std::optional(draft.people[i]->value()) : std::nullopt);
                           },
                           [this, i](TellersDraft& draft) {
                               const auto id = m_tellers[i]->value();
                               draft.people[i] = id ? std::optional(domain::PersonId(*id)) : std::nullopt;
                           });
    }
    column->addWidget(fields);
    m_saveTellers = saving(makeButton(tr("Ghi Ban kiểm phiếu"), QStringLiteral("save"), ButtonKind::Normal, this));
    m_saveTellers->setObjectName(QStringLiteral("tellers-save"));
    m_saveTellers->setEnabled(false);
    column->addWidget(review::makeRow({{m_saveTellers, 0}}, this));
    connect(&m_tellersForm, &FormBinderBase::dirtyChanged, m_saveTellers, &QWidget::setEnabled);
    connect(m_saveTellers, &QPushButton::clicked, this, &VoteCard::saveTellers);
}

void VoteCard::saveTellers()
{
    std::vector<domain::PersonId> people;
    for (const auto& one : m_tellersForm.draft().people)
        if (one)
            people.push_back(*one);
    emit tellersNamed(people);
}

void VoteCard::buildRecusals(QVBoxLayout* column)
{
    column->addWidget(makeRule(this));
    column->addWidget(makeSectionHead(tr("Không bỏ phiếu"), tr("ghi vào biên bản"), this));
    m_recusals = new QVBoxLayout;
    m_recusals->setSpacing(Theme::px(6));
    column->addLayout(m_recusals);
    m_recusalEntry = new QWidget(this);
    auto* inner = new QVBoxLayout(m_recusalEntry);
    inner->setContentsMargins(0, 0, 0, 0);
    auto* fields = new FormLayout(3, m_recusalEntry);
    m_recusalMember = new SearchField(tr("thành viên Hội đồng"), fields);
    m_recusalMember->setObjectName(QStringLiteral("recusal-member"));
    m_recusalLine = new SearchField(tr("người, sáng kiến được xét"), fields);
    m_recusalLine->setObjectName(QStringLiteral("recusal-line"));
    m_recusalReason = new LineField(tr("vợ, chồng, anh em của người được xét…"), fields);
    m_recusalReason->setObjectName(QStringLiteral("recusal-reason"));
    fields->add(tr("Thành viên"), m_recusalMember);
    fields->add(tr("Không bỏ phiếu dòng"), m_recusalLine);
    fields->add(tr("Lý do"), m_recusalReason);
    inner->addWidget(fields);
    auto* add = saving(makeButton(tr("Ghi không bỏ phiếu"), QStringLiteral("plus"), ButtonKind::Normal, m_recusalEntry));
    add->setObjectName(QStringLiteral("recusal-add"));
    connect(add, &QPushButton::clicked, this, &VoteCard::addRecusal);
    inner->addWidget(review::makeRow({{add, 0}}, m_recusalEntry));
    column->addWidget(m_recusalEntry);
}

void VoteCard::show(const MeetingDetail& detail, const std::vector<services::StaffRow>& staff, bool readOnly)
{
    m_detail = detail;
    m_outlook->show(detail);
    showFacts(detail);
    showTellers(detail, staff, readOnly);
    showRecusals(detail, readOnly);
    m_print->setVisible(!detail.tallies.empty());
    showMachine(detail, readOnly);
}

void VoteCard::showFacts(const MeetingDetail& detail)
{
    m_facts->clear();
    m_facts->add(tr("Thành viên có mặt"), tr("%1 / %2").arg(detail.present).arg(detail.members));
    for (const auto& row : detail.thresholds) {
        QString text = tr("%1 dòng, %2").arg(row.lines).arg(toQ(row.text).toHtmlEscaped());
        if (!row.citation.empty())
            text += tr(" – %1").arg(review::kept(toQ(row.citation)).toHtmlEscaped());
        m_facts->add(toQ(row.honourName), text);
    }
}

void VoteCard::showTellers(const MeetingDetail& detail, const std::vector<services::StaffRow>& staff, bool readOnly)
{
    // Members who are there come first; who is absent cannot count.
    std::vector<SearchField::Option> options;
    std::set<domain::PersonId> members;
    for (const auto& row : detail.attendance) {
        members.insert(row.member.member.person);
        if (row.present)
            options.push_back({row.member.member.person.value(), toQ(row.member.name), review::labelOf(row.member.member.role)});
    }
    for (const auto& row : staff)
        if (!row.left && !members.contains(row.id))
            options.push_back({row.id.value(), toQ(services::namedApart(row.person.fullName, row.apart)),
                               toQ(row.title.empty() ? row.teamName : row.title)});
    for (auto* field : m_tellers)
        field->setOptions(options);
    if (!m_tellersForm.isDirty()) {
        TellersDraft draft;
        for (std::size_t i = 0; i < std::min(kTellers, detail.tellers.size()); ++i)
            draft.people[i] = detail.tellers[i].person;
        m_tellersForm.load(draft);
        m_saveTellers->setEnabled(false);
    }
    m_tellersForm.setReadOnly(readOnly);
    m_saveTellers->setVisible(!readOnly);
}

void VoteCard::showRecusals(const MeetingDetail& detail, bool readOnly)
{
    clearLayout(*m_recusals);
    QStringList own;
    for (const auto& one : detail.recusals) {
        const auto row = std::ranges::find(detail.tallies, one.line, &TallyRow::line);
        if (one.own) {
            if (!own.contains(toQ(one.name)))
                own << toQ(one.name);
            continue;
        }
        auto* words = makeWrapped(tr("%1 không bỏ phiếu dòng %2: %3").arg(toQ(one.name), lineWords(*row), toQ(one.reason)), TypeRole::Text, Ink::Text, this);
        auto* drop = makeButton(tr("Bỏ"), {}, ButtonKind::Normal, this);
        review::named(drop, QStringLiteral("recusal-drop-%1-%2").arg(one.line.id()).arg(one.member.value()), tr("Bỏ ghi chú của %1").arg(toQ(one.name)));
        drop->setVisible(!readOnly);
        connect(drop, &QPushButton::clicked, this, [this, line = one.line, member = one.member] { sendRecusals(line, member); });
        m_recusals->addWidget(review::makeRow({{words, 1}, {drop, 0}}, this));
    }
    m_recusals->insertWidget(0, makeWrapped(own.isEmpty() ? tr("Không thành viên nào có dòng của mình.")
                                                          : tr("Không bỏ phiếu dòng của mình (chương trình tự trừ): %1.").arg(own.join(QStringLiteral(", "))),
                                            TypeRole::Text, Ink::Text, this));
    std::vector<SearchField::Option> members, lines;
    for (const auto& row : detail.attendance)
        members.push_back({row.member.id.value(), toQ(row.member.name), review::labelOf(row.member.member.role)});
    for (const auto& row : detail.tallies)
        lines.push_back({row.line.id(), lineWords(row), toQ(row.post)});
    m_recusalMember->setOptions(std::move(members));
    m_recusalLine->setOptions(std::move(lines));
    m_recusalEntry->setVisible(!readOnly && !detail.tallies.empty());
}

void VoteCard::addRecusal()
{
    const auto row = std::ranges::find_if(m_detail.tallies, [this](const TallyRow& one) { return m_recusalLine->value() == one.line.id(); });
    if (!m_recusalMember->value())
        return m_recusalMember->setFocus();
    if (row == m_detail.tallies.end())
        return m_recusalLine->setFocus();
    if (m_recusalReason->isBlank())
        return m_recusalReason->setFocus();
    sendRecusals(row->line, std::nullopt);
}

void VoteCard::sendRecusals(const domain::BallotLine& line, std::optional<domain::CouncilMemberId> without)
{
    std::vector<domain::Recusal> wanted;
    for (const auto& one : m_detail.recusals)
        if (!one.own && one.line == line && one.member != without)
            wanted.push_back({m_detail.id, line, one.member, one.reason});
    if (!without) {
        wanted.push_back({m_detail.id, line, domain::CouncilMemberId(*m_recusalMember->value()), m_recusalReason->value()});
        for (Field* field : std::initializer_list<Field*>{m_recusalMember, m_recusalLine, m_recusalReason})
            field->clear();
    }
    emit recusalsChosen(line, wanted);
}

void VoteCard::goToTellers(const QString& sentence)
{
    m_headLine->setError(sentence);
    m_tellers[0]->setFocus();
}

void VoteCard::focusFirst()
{
    (m_tellers[0]->isBlank() ? static_cast<QWidget*>(m_tellers[0]) : m_print)->setFocus();
}

}
