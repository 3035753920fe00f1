// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_copy.h"

#include "base/school_year.h"
#include "base/symbol.h"
#include "services/prepare/library.h"
#include "services/papers/paper_findings.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace thidua::ui::prepare {
namespace {

/// Names of a school year as papers and the screen write them.
std::string renamed(const std::string& text, SchoolYear from, SchoolYear to)
{
    QString words = toQ(text);
    words.replace(toQ(from.paper()), toQ(to.paper())).replace(toQ(from.screen()), toQ(to.screen())).replace(toQ(from.text()), toQ(to.text()));
    return words.toStdString();
}

/// The days and years in a text that belong to the school year before the plan's: “04/10/2021”, “năm 2021”.
QStringList oldTimes(const std::string& text, SchoolYear from, SchoolYear to)
{
    static const QRegularExpression kTime(QStringLiteral("(?<![0-9/])(?:([0-9]{1,2})/)?(?:([0-9]{1,2})/)?(20[0-9]{2})(?![0-9])"));
    QStringList found;
    const QString words = toQ(text);
    for (auto it = kTime.globalMatch(words); it.hasNext();) {
        const auto match = it.next();
        const int year = match.captured(3).toInt();
        const int month = match.captured(2).isEmpty() ? match.captured(1).toInt() : match.captured(2).toInt();
        // Without a month the year that the two school years share may be right.
        const bool old = month > 0 ? SchoolYear::of(Date(year, static_cast<unsigned>(std::clamp(month, 1, 12)), 15)) == from
                                   : year == from.startYear() && year < to.startYear();
        if (old && !found.contains(match.captured(0)))
            found << match.captured(0);
    }
    return found;
}

}

QStringList carryNotes(services::SchoolFile& file, const services::PlanDetail& last, const services::PlanDraft& draft, SchoolYear from, SchoolYear to)
{
    QStringList notes, left;
    for (const auto& basis : last.bases)
        if (renamed(basis.wording, from, to) != basis.wording) {
            const auto symbol = Symbol::parse(basis.wording);
            left << (symbol ? toQ(symbol->text()) : QStringLiteral("“%1…”").arg(toQ(basis.wording).left(60)));
        }
    if (!left.isEmpty())
        notes << Words::tr("%1 căn cứ riêng của năm trước đã bỏ, xin tìm văn bản của năm nay: %2").arg(left.size()).arg(left.join(QStringLiteral(", ")));
    for (const auto& note : services::basisNotes(file, domain::linesOf(draft.bases), file.clock().today()))
        notes << toQ(note.text);
    const auto look = [&](const QString& place, const std::string& text) {
        if (const auto times = oldTimes(text, from, to); !times.isEmpty())
            notes << Words::tr("%1: còn ghi %2").arg(place, times.join(QStringLiteral(", ")));
    };
    look(Words::tr("Trích yếu"), draft.plan.title);
    look(Words::tr("Chủ đề"), draft.plan.theme);
    for (const auto& basis : draft.bases)
        if (const auto times = oldTimes(basis.wording, from, to); !times.isEmpty())
            look(Words::tr("Căn cứ “%1…”").arg(toQ(basis.wording).left(60)), basis.wording);
    for (const auto& section : draft.sections) {
        const QString name = QStringLiteral("%1 %2").arg(toQ(section.numbering), toQ(section.heading)).trimmed();
        look(name.isEmpty() ? toQ(section.body).left(40) + QStringLiteral("…") : Words::tr("Mục %1").arg(name), section.body);
    }
    return notes;
}

services::PlanDraft carriedOver(const services::PlanDetail& last, domain::SchoolYearId year, SchoolYear from, SchoolYear to)
{
    services::PlanDraft draft;
    draft.plan.year = year;
    draft.plan.kind = last.plan.data.kind;
    draft.plan.parent = last.plan.data.kind == domain::PlanKind::Period ? std::nullopt : last.plan.data.parent;
    draft.plan.title = renamed(last.plan.data.title, from, to);
    draft.plan.theme = renamed(last.plan.data.theme, from, to);
    draft.sections = last.sections;
    for (auto& section : draft.sections) {
        section.heading = renamed(section.heading, from, to);
        section.body = renamed(section.body, from, to);
    }
    draft.recipients = last.recipients;
    for (const auto& basis : last.bases)
        if (renamed(basis.wording, from, to) == basis.wording)
            draft.bases.push_back(basis);
    return draft;
}

std::vector<domain::PlanTask> carriedTasks(const services::PlanWork& last, SchoolYear from, SchoolYear to, const std::function<bool(const domain::SubjectRef&)>& serves)
{
    std::vector<domain::PlanTask> tasks;
    for (const auto& stored : last.tasks) {
        domain::PlanTask task;
        task.text = renamed(stored.data.text, from, to);
        if (serves(stored.data.subject))
            task.subject = stored.data.subject;
        if (stored.data.deadline)
            task.deadline = stored.data.deadline->plusMonths(12 * (to.startYear() - from.startYear()));
        task.focus = stored.data.focus;
        task.weak = stored.data.weak;
        task.hard = stored.data.hard;
        tasks.push_back(std::move(task));
    }
    return tasks;
}

std::vector<domain::Target> carriedTargets(const services::PlanDetail& last, SchoolYear from, SchoolYear to)
{
    auto targets = services::carriedTargets(last);
    for (auto& target : targets) {
        target.text = renamed(target.text, from, to);
        target.source = renamed(target.source, from, to);
    }
    return targets;
}

}
