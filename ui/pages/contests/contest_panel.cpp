// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/contests/contest_panel.h"

#include "ui/pages/follow/follow_common.h"
#include "ui/pages/kit/parts.h"
#include "ui/widgets/step_bar.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace thidua::ui::follow {

using services::ContestEntryRow;
using services::ContestRow;

namespace {

struct ContestWords {
    Q_DECLARE_TR_FUNCTIONS(thidua::ui::follow::ContestWords)
};

QString rich(const std::string& lines)
{
    return toQ(lines).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

void addCall(SidePanel& panel, Shell& shell, const ContestRow& row)
{
    const auto& contest = row.contest;
    auto* facts = new DetailList(DetailList::Form::Beside);
    if (!contest.theme.empty())
        facts->add(ContestWords::tr("Chủ đề"), toQ(contest.theme).toHtmlEscaped());
    facts->add(ContestWords::tr("Nhận bài"), ContestWords::tr("%1 – %2").arg(dateText(contest.from), dateText(contest.closesOn)));
    facts->add(ContestWords::tr("Chấm"), dateText(contest.judgedOn));
    facts->add(ContestWords::tr("Thang điểm"), ContestWords::tr("0 – %1, lẻ đến %2").arg(toQ(services::markText(contest.maxMark)), toQ(services::markText(contest.step))));
    QStringList prizes, judges;
    for (const auto& prize : row.prizes)
        prizes << ContestWords::tr("%1 %2").arg(prize.data.quantity).arg(toQ(prize.data.name));
    for (const auto& judge : row.judges)
        judges << toQ(judge.name);
    facts->add(ContestWords::tr("Giải"), prizes.isEmpty() ? ContestWords::tr("chưa ghi") : prizes.join(QStringLiteral(", ")).toHtmlEscaped());
    facts->add(ContestWords::tr("Giám khảo"), judges.isEmpty() ? ContestWords::tr("chưa chọn") : judges.join(QStringLiteral(", ")).toHtmlEscaped());
    if (!row.campaignName.empty())
        facts->add(ContestWords::tr("Phong trào"), linkTo(QStringLiteral("campaign"), toQ(row.campaignName)));
    facts->add(ContestWords::tr("Loại hoạt động"), ContestWords::tr("%1, %2").arg(toQ(row.kindName), wordOf(contest.level).toLower()).toHtmlEscaped());
    if (!contest.participants.empty())
        facts->add(ContestWords::tr("Đối tượng"), rich(contest.participants));
    QObject::connect(facts, &DetailList::linkActivated, facts, [&shell, id = contest.campaign](const QString&) {
        if (id)
            shell.openRecord(domain::EntityKind::Campaign, id->value());
    });
    panel.addToBody(facts);
}

QString entryLine(const ContestEntryRow& entry)
{
    QStringList parts{toQ(entry.names())};
    if (entry.standing.mean)
        parts << ContestWords::tr("%1 điểm, hạng %2").arg(toQ(services::markText(*entry.standing.mean))).arg(entry.standing.rank);
    else
        parts << ContestWords::tr("chưa chấm");
    if (entry.standing.mean && entry.missing > 0)
        parts << ContestWords::tr("thiếu %1 điểm").arg(entry.missing);
    if (!entry.prizeName.empty())
        parts << toQ(entry.prizeName);
    if (entry.entry.story)
        parts << ContestWords::tr("viết thành gương");
    return parts.join(QStringLiteral("; "));
}

/// The entries, all of them or those of one kind; a link opens one.
class EntryList final : public Stack {
public:
    EntryList(const ContestRow& row, std::function<void(domain::ContestEntryId)> open) : m_entries(row.entries), m_open(std::move(open))
    {
        std::ranges::stable_sort(m_entries, {}, [](const auto& entry) { return entry.standing.rank == 0 ? std::numeric_limits<int>::max() : entry.standing.rank; });
        const auto count = [this](bool (*test)(const ContestEntryRow&)) { return static_cast<int>(std::ranges::count_if(m_entries, test)); };
        auto* bar = new SegmentBar(this);
        bar->setObjectName(QStringLiteral("entryViews"));
        bar->setSegments({{QStringLiteral("all"), ContestWords::tr("Tất cả"), static_cast<int>(m_entries.size()), Tone::None, {}},
                          {QStringLiteral("won"), ContestWords::tr("Đạt giải"), count(won), Tone::None, {}},
                          {QStringLiteral("story"), ContestWords::tr("Viết thành gương"), count(told), Tone::None, {}}});
        bar->setCurrentKey(QStringLiteral("all"));
        QObject::connect(bar, &SegmentBar::chosen, this, [this](const QString& key) { showThose(key); });
        add(bar, Qt::AlignLeft);
        m_list = add(new Stack(4));
        showThose(QStringLiteral("all"));
    }

private:
    static bool won(const ContestEntryRow& entry) { return entry.entry.prize.has_value(); }
    static bool told(const ContestEntryRow& entry) { return entry.entry.story; }
    void showThose(const QString& key)
    {
        m_list->clear();
        auto* list = new DetailList(DetailList::Form::Stacked);
        list->setObjectName(QStringLiteral("contestEntries"));
        int shown = 0;
        for (const auto& entry : m_entries)
            if (key == QLatin1String("all") || (key == QLatin1String("won") ? won(entry) : told(entry))) {
                ++shown;
                list->add(entryLine(entry), linkTo(QString::number(entry.id.value()), ContestWords::tr("%1. %2").arg(toQ(entry.entry.code), toQ(entry.entry.title))));
            }
        QObject::connect(list, &DetailList::linkActivated, this, [this](const QString& link) { m_open(domain::ContestEntryId(link.toLongLong())); });
        m_list->add(list);
        if (shown == 0)
            m_list->text(m_entries.empty() ? ContestWords::tr("Chưa nhận bài nào; bấm “Nhận bài…”.") : ContestWords::tr("Không có bài nào thuộc loại này."), TypeRole::Text, Ink::Text2);
    }
    std::vector<ContestEntryRow> m_entries;
    std::function<void(domain::ContestEntryId)> m_open;
    Stack* m_list = nullptr;
};

void addNotes(SidePanel& panel, const ContestRow& row, Date today)
{
    const auto note = [&panel](const QString& words, const QString& icon, Ink ink) { panel.addToBody(makeNote(words, icon, ink, TypeRole::Text, ink)); };
    if (row.contest.confirmedOn)
        note(ContestWords::tr("Kết quả đã ghi thành %1 mục ở trang Hoạt động, ngày %2.").arg(row.activities.size()).arg(dateText(row.contest.confirmedOn)), QStringLiteral("check"), Ink::Ok);
    if (row.stale)
        note(ContestWords::tr("Bài, điểm hoặc giải đã sửa sau khi ghi: bấm “Ghi kết quả” để sổ hoạt động theo cho đúng; không mục nào bị ghi hai lần."), QStringLiteral("warning"), Ink::Warn);
    if (const int missing = row.missingMarks(); missing > 0 && today >= row.contest.judgedOn)
        note(ContestWords::tr("Còn thiếu %1 điểm.").arg(missing), QStringLiteral("clock"), Ink::Warn);
    if (row.againstRank())
        note(ContestWords::tr("Có bài được giải cao hơn bài có điểm cao hơn; nên xem lại."), QStringLiteral("question"), Ink::Warn);
}

}

ContestStep stepOf(const ContestRow& row, Date today)
{
    if (row.stale)
        return ContestStep::Stale;
    if (row.contest.state == domain::ContestState::Confirmed)
        return ContestStep::Done;
    if (row.prizesGiven() > 0)
        return ContestStep::Confirming;
    if (!row.entries.empty() && !row.judges.empty() && row.missingMarks() == 0)
        return ContestStep::Prizes;
    return today <= row.contest.closesOn ? ContestStep::Receiving : ContestStep::Judging;
}

Cell contestStateCell(const ContestRow& row, Date today)
{
    switch (stepOf(row, today)) {
    case ContestStep::Receiving: return Cell::mark(Tone::Info, ContestWords::tr("Đang nhận bài"));
    case ContestStep::Judging: return Cell::mark(Tone::Warn, ContestWords::tr("Chờ chấm"), QStringLiteral("clock"));
    case ContestStep::Prizes: return Cell::mark(Tone::Warn, ContestWords::tr("Chờ xếp giải"), QStringLiteral("clock"));
    case ContestStep::Confirming: return Cell::mark(Tone::Warn, ContestWords::tr("Chờ ghi kết quả"), QStringLiteral("clock"));
    case ContestStep::Stale: return Cell::mark(Tone::Warn, ContestWords::tr("Cần ghi lại kết quả"), QStringLiteral("warning"));
    case ContestStep::Done: break;
    }
    return Cell::mark(Tone::Ok, ContestWords::tr("Đã ghi kết quả"));
}

void fillContestPanel(SidePanel& panel, Shell& shell, const ContestRow& row, Date today, std::function<void(domain::ContestEntryId)> open)
{
    panel.setTitle(toQ(row.contest.name), ContestWords::tr("%1 bài dự thi").arg(row.entries.size()));
    const auto step = stepOf(row, today);
    const auto cell = contestStateCell(row, today);
    panel.setChip(step == ContestStep::Done ? Tone::Ok : step == ContestStep::Receiving ? Tone::Info : Tone::Warn, cell.text);
    addNotes(panel, row, today);
    addCall(panel, shell, row);
    panel.addToBody(makeRule());
    panel.addToBody(makeSectionHead(ContestWords::tr("Bài dự thi"), ContestWords::tr("xếp theo hạng")));
    panel.addToBody(new EntryList(row, std::move(open)));
    if (!row.contest.rules.empty()) {
        panel.addToBody(makeRule());
        panel.addToBody(makeSectionHead(ContestWords::tr("Thể lệ")));
        panel.addToBody(makeReadable(rich(row.contest.rules)));
    }
}

}
