// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/nomination_columns.h"

#include "ui/pages/review/review_words.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

using services::NominationRow;

struct NominationColumnsWords {
    Q_DECLARE_TR_FUNCTIONS(NominationColumns)
};

QString sumWords(const std::vector<const NominationRow*>& rows)
{
    std::map<std::pair<int, QString>, int> byHonour;
    for (const auto* row : rows)
        ++byHonour[{row->honourOrder, toQ(row->honourShort)}];
    QStringList parts;
    for (const auto& [honour, count] : byHonour)
        parts << NominationColumnsWords::tr("%1 %2").arg(count).arg(honour.second);
    return parts.isEmpty() ? QString() : NominationColumnsWords::tr("Cộng %1: %2").arg(rows.size()).arg(parts.join(QStringLiteral(", ")));
}

Cell stateCell(const NominationRow& row)
{
    using domain::NominationState;
    const QString word = review::labelOf(row.nomination.state);
    if (row.leftOn && row.nomination.state == NominationState::Proposed)
        return Cell::mark(Tone::Mute, NominationColumnsWords::tr("chuyển đi %1").arg(dateText(row.leftOn)), QStringLiteral("-"));
    switch (row.nomination.state) {
    case NominationState::Proposed: return Cell::secondary(word);
    case NominationState::Passed: return Cell::mark(Tone::Ok, NominationColumnsWords::tr("HĐ thông qua"));
    case NominationState::NotPassed: return Cell::toned(Tone::Bad, NominationColumnsWords::tr("HĐ không thông qua"));
    case NominationState::Submitted: return Cell::toned(Tone::Info, word);
    case NominationState::Conferred: return Cell::mark(Tone::Ok, word);
    case NominationState::Refused:
    case NominationState::Returned: return Cell::toned(Tone::Bad, word);
    case NominationState::ForCorrection: return Cell::toned(Tone::Warn, word);
    case NominationState::Lowered: return Cell::toned(Tone::Mute, word);
    case NominationState::Withdrawn:
    case NominationState::Revoked: break;
    }
    return Cell::secondary(word);
}

Cell nameCell(const NominationRow& row)
{
    Cell cell = Cell::plain(toQ(row.name));
    cell.tip = toQ(row.nomination.post);
    return cell;
}

/// A ground other than annual merit shows in the tooltip and in the column “Loại hình”.
Cell honourCell(const NominationRow& row)
{
    Cell cell = Cell::titles({toQ(row.honourShort)});
    if (row.nomination.ground != domain::Ground::AnnualMerit)
        cell.tip = review::labelOf(row.nomination.ground);
    return cell;
}

/// “3/4”: parts that are there or come by themselves.
Cell dossierCell(const NominationRow& row)
{
    if (row.dossierParts == 0)
        return Cell::secondary(QStringLiteral("–"));
    const QString words = QStringLiteral("%1/%2").arg(row.dossierParts - row.dossierMissing).arg(row.dossierParts);
    Cell cell = row.dossierMissing > 0 ? Cell::toned(Tone::Warn, words) : Cell::plain(words);
    cell.tip = row.dossierMissing > 0 ? NominationColumnsWords::tr("Thiếu %1 phần hồ sơ; xem ở khung bên phải.").arg(row.dossierMissing) : NominationColumnsWords::tr("Hồ sơ không còn thiếu phần nào phải nộp.");
    return cell;
}

/// Who has been turned down is not shown as fit, whatever the conditions said before the vote.
Cell verdictOf(const NominationRow& row)
{
    if (!services::turnedDown(row.nomination))
        return review::verdictCell(row.verdict.verdict, row.nomination.overrideReason);
    Cell cell = Cell::mark(Tone::Bad, review::shownVerdictWord(row));
    cell.tip = NominationColumnsWords::tr("Trước khi bỏ phiếu: %1. %2").arg(review::wordOf(row.verdict.verdict), toQ(row.voteText));
    return cell;
}

}

std::vector<Column<NominationRow>> nominationColumns()
{
    std::vector<Column<NominationRow>> columns;
    columns.push_back({.key = "name", .title = NominationColumnsWords::tr("Họ và tên, tập thể"), .get = &nameCell, .width = 180,
                       .sortKey = [](const NominationRow& row) { return SortKey((row.nomination.subject.collective ? "0" : "1") + row.sortKey); },
                       .sum = &sumWords, .stretch = true});
    columns.push_back({.key = "honour", .title = NominationColumnsWords::tr("Danh hiệu"),
                       .get = &honourCell, .width = 88,
                       .sortKey = [](const NominationRow& row) { return SortKey(row.honourOrder); }});
    columns.push_back({.key = "verdict", .title = NominationColumnsWords::tr("Kết luận"),
                       .get = &verdictOf,
                       .width = 134,
                       .sortKey = [](const NominationRow& row) { return SortKey(static_cast<int>(review::shownVerdict(row))); }});
    columns.push_back({.key = "dossier", .title = NominationColumnsWords::tr("Hồ sơ"), .get = &dossierCell, .width = 54, .align = Align::Right,
                       .sortKey = [](const NominationRow& row) { return SortKey(-row.dossierMissing); }});
    columns.push_back({.key = "votes", .title = NominationColumnsWords::tr("Phiếu"),
                       .get = [](const NominationRow& row) {
                           return row.votes.empty() ? Cell::secondary(QStringLiteral("–")) : Cell::plain(toQ(row.votes));
                       },
                       .width = 54, .align = Align::Right});
    columns.push_back({.key = "state", .title = NominationColumnsWords::tr("Trạng thái"), .get = &stateCell, .width = 112});
    columns.push_back({.key = "ground", .title = NominationColumnsWords::tr("Loại hình"),
                       .get = [](const NominationRow& row) { return Cell::secondary(review::labelOf(row.nomination.ground)); }, .width = 120,
                       .sortKey = [](const NominationRow& row) { return SortKey(static_cast<int>(row.nomination.ground)); }, .hidden = true});
    columns.push_back({.key = "post", .title = NominationColumnsWords::tr("Chức vụ, đơn vị"),
                       .get = [](const NominationRow& row) { return Cell::secondary(toQ(row.nomination.post)); }, .width = 200, .hidden = true});
    columns.push_back({.key = "unit", .title = NominationColumnsWords::tr("Đơn vị"),
                       .get = [](const NominationRow& row) { return Cell::secondary(toQ(row.nomination.unit)); }, .width = 140, .hidden = true});
    columns.push_back({.key = "applicable", .title = NominationColumnsWords::tr("Ngày áp dụng"),
                       .get = [](const NominationRow& row) { return Cell::plain(dateText(row.nomination.applicableOn)); }, .width = 100,
                       .sortKey = [](const NominationRow& row) { return SortKey(row.nomination.applicableOn.iso()); }, .hidden = true});
    return columns;
}

}
