// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/import_words.h"

#include "domain/page_ids.h"
#include "services/intake/joined_sheets.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace thidua::ui::intake {
namespace {

using services::ImportFate;
using services::ListKind;

struct ImportWords {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
};

}

QString kindTitle(ListKind kind)
{
    switch (kind) {
    case ListKind::Staff: return ImportWords::tr("Cán bộ, giáo viên, nhân viên");
    case ListKind::Pupils: return ImportWords::tr("Học sinh");
    case ListKind::Registrations: return ImportWords::tr("Đăng ký thi đua");
    case ListKind::Evaluations: return ImportWords::tr("Kết quả năm học (xếp loại)");
    case ListKind::Honours:
    case ListKind::Form: break;
    }
    return ImportWords::tr("Khen thưởng đã có");
}

QString unitOf(ListKind kind)
{
    switch (kind) {
    case ListKind::Staff: return ImportWords::tr("người");
    case ListKind::Pupils: return ImportWords::tr("học sinh");
    default: return ImportWords::tr("dòng");
    }
}

QString pageOf(ListKind kind)
{
    switch (kind) {
    case ListKind::Staff: return QString::fromLatin1(pages::kStaff);
    case ListKind::Registrations: return QString::fromLatin1(pages::kRegistrations);
    case ListKind::Evaluations: return QString::fromLatin1(pages::kYearRecords);
    case ListKind::Pupils: return QString::fromLatin1(pages::kPupils);
    case ListKind::Honours:
    case ListKind::Form: break;
    }
    return QString::fromLatin1(pages::kHistory);
}

QString pageTitle(ListKind kind)
{
    switch (kind) {
    case ListKind::Staff: return ImportWords::tr("Cán bộ – giáo viên");
    case ListKind::Pupils: return ImportWords::tr("Học sinh");
    case ListKind::Registrations: return ImportWords::tr("Đăng ký");
    case ListKind::Evaluations: return ImportWords::tr("Kết quả năm học");
    case ListKind::Honours:
    case ListKind::Form: break;
    }
    return ImportWords::tr("Quá trình khen thưởng");
}

QString letterOf(std::size_t column)
{
    QString letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters;
}

QString columnTitle(const ImportTask& task, std::size_t column)
{
    const QString heading = column < task.look.columns.size() ? toQ(task.look.columns[column].heading).simplified() : QString();
    return heading.isEmpty() ? ImportWords::tr("Cột %1").arg(letterOf(column)) : heading;
}

Group groupOf(const services::ImportLine& line)
{
    switch (line.fate) {
    case ImportFate::Created: return Group::Created;
    case ImportFate::Updated: return Group::Updated;
    case ImportFate::Unchanged: return Group::Unchanged;
    case ImportFate::Skipped: return Group::Skipped;
    case ImportFate::Rejected: break;
    }
    return line.asked ? Group::Asked : Group::Rejected;
}

QString groupTitle(Group group)
{
    switch (group) {
    case Group::All: return ImportWords::tr("Tất cả");
    case Group::Created: return ImportWords::tr("Mới");
    case Group::Updated: return ImportWords::tr("Thay đổi");
    case Group::Unchanged: return ImportWords::tr("Giữ nguyên");
    case Group::Asked: return ImportWords::tr("Cần chọn");
    case Group::Rejected: return ImportWords::tr("Bị loại");
    case Group::Skipped: break;
    }
    return ImportWords::tr("Bỏ qua");
}

QString keyOf(Group group)
{
    static constexpr std::array kKeys = {"all", "created", "updated", "unchanged", "asked", "rejected", "skipped"};
    return QString::fromLatin1(kKeys[static_cast<std::size_t>(group)]);
}

Tone toneOf(Group group)
{
    switch (group) {
    case Group::Created: return Tone::Ok;
    case Group::Updated: return Tone::Info;
    case Group::Asked: return Tone::Warn;
    case Group::Rejected: return Tone::Bad;
    default: return Tone::None;
    }
}

int countOf(const services::ImportReport& report, Group group)
{
    if (group == Group::All)
        return static_cast<int>(report.lines.size());
    return static_cast<int>(std::count_if(report.lines.begin(), report.lines.end(), [group](const auto& line) { return groupOf(line) == group; }));
}

int writtenOf(const services::ImportReport& report)
{
    return static_cast<int>(report.created + report.updated);
}

QString sentence(const services::ImportIssue& issue)
{
    return toQ(text::message(issue.key, issue.args));
}

QString whatHappens(const services::ImportReport& report, const services::ImportLine& line)
{
    switch (line.fate) {
    case ImportFate::Created: return ImportWords::tr("ghi mới");
    case ImportFate::Unchanged: return ImportWords::tr("đã có trong sổ, không có gì thay đổi");
    case ImportFate::Skipped: return ImportWords::tr("bỏ qua, không ghi");
    case ImportFate::Updated: {
        QStringList changes;
        for (const auto& change : line.changes)
            changes << QStringLiteral("%1: %2 → %3").arg(toQ(change.column), change.before.empty() ? ImportWords::tr("chưa ghi") : toQ(change.before),
                                                         change.after.empty() ? ImportWords::tr("để trống") : toQ(change.after));
        return changes.isEmpty() ? ImportWords::tr("ghi trở lại trường") : changes.join(QStringLiteral("; "));
    }
    case ImportFate::Rejected: break;
    }
    QStringList reasons;
    for (const auto* issues : {&report.rejected, &report.further})
        for (const auto& issue : *issues)
            if (issue.row == line.row)
                reasons << (issue.column.empty() || line.asked ? sentence(issue) : QStringLiteral("%1: %2").arg(toQ(issue.column), sentence(issue)));
    return reasons.join(QLatin1Char(' '));
}

QString summary(const services::ImportReport& report)
{
    QStringList parts;
    for (const auto group : {Group::Created, Group::Updated, Group::Unchanged, Group::Asked, Group::Rejected, Group::Skipped})
        if (const int count = countOf(report, group))
            parts << (group == Group::Unchanged || group == Group::Skipped ? QStringLiteral("%1 %2") : QStringLiteral("<b>%1 %2</b>"))
                         .arg(count)
                         .arg(groupTitle(group).toLower());
    return parts.isEmpty() ? ImportWords::tr("Không có dòng nào.") : parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString bySheet(const services::ImportReport& report)
{
    constexpr std::size_t kMany = 10;
    QStringList sheets;
    for (const auto& sheet : report.joined) {
        services::ImportReport part;
        for (const auto& line : report.lines)
            if (services::rowPlace(report.joined, line.row).sheet == sheet)
                part.lines.push_back(line);
        if (report.joined.size() > kMany && countOf(part, Group::Asked) + countOf(part, Group::Rejected) == 0)
            continue;
        QStringList counts;
        for (const auto group : {Group::Created, Group::Updated, Group::Unchanged, Group::Asked, Group::Rejected, Group::Skipped})
            if (const int count = countOf(part, group))
                counts << QStringLiteral("%1 %2").arg(count).arg(groupTitle(group).toLower());
        sheets << QStringLiteral("%1: %2").arg(toQ(sheet), counts.isEmpty() ? ImportWords::tr("không có ai") : counts.join(QStringLiteral(", ")));
    }
    return sheets.isEmpty() ? QString() : ImportWords::tr(" Theo từng trang: %1.").arg(sheets.join(QStringLiteral("; ")));
}

QStringList notes(const services::ImportReport& report)
{
    QStringList all;
    for (const auto& issue : report.warnings)
        if (const QString words = sentence(issue); (issue.row == 0 || issue.key == "import.column-twice") && !all.contains(words))
            all << words;
    return all;
}

QString gapWords(const services::HonourGap& gap)
{
    const QString years = gap.from == gap.to ? toQ(gap.from.screen()) : ImportWords::tr("%1 đến %2").arg(toQ(gap.from.screen()), toQ(gap.to.screen()));
    if (gap.name.empty())
        return ImportWords::tr("cả trường chưa có kết quả năm học %1, chắc còn thiếu quyết định của năm ấy").arg(years);
    return ImportWords::tr("%1 chưa có kết quả năm học %2 (trước đó %3, sau đó %4)").arg(toQ(gap.name), years, toQ(gap.before), toQ(gap.after));
}

QString gapsWords(const std::vector<services::HonourGap>& gaps, std::size_t most)
{
    QStringList all;
    for (std::size_t i = 0; i < std::min(gaps.size(), most); ++i)
        all << gapWords(gaps[i]);
    QString words = all.join(QStringLiteral("; "));
    if (gaps.size() > most)
        words += ImportWords::tr(" … và %1 chỗ khác").arg(gaps.size() - most);
    return words;
}

}
