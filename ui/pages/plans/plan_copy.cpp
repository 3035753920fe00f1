// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_copy.h"

#include "base/school_year.h"
#include "services/prepare/library.h"
#include "ui/text/qt_text.h"

namespace thidua::ui::prepare {
namespace {

/// Names of a school year as papers and the screen write them.
std::string renamed(const std::string& text, SchoolYear from, SchoolYear to)
{
    QString words = toQ(text);
    words.replace(toQ(from.paper()), toQ(to.paper())).replace(toQ(from.screen()), toQ(to.screen())).replace(toQ(from.text()), toQ(to.text()));
    return words.toStdString();
}

}

services::PlanDraft carriedOver(const services::PlanDetail& last, domain::SchoolYearId year, SchoolYear from, SchoolYear to)
{
    services::PlanDraft draft;
    draft.plan.year = year;
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
