// SPDX-License-Identifier: GPL-3.0-or-later
// Who registers for what in a school year.
#include "domain/registration.h"
#include "services/core/internal.h"
#include "services/follow/registration_writing.h"
#include "services/intake/honour_words.h"
#include "services/intake/import_parts.h"
#include "services/intake/row_honours.h"
#include "services/intake/subject_finder.h"
#include "services/law/honours.h"
#include "services/people/sheet_values.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

struct RegistrationImport {
    ImportWork& work;
    RowReader& row;
    const std::vector<HonourChoice>& offered;
    SchoolYearId year;
    YearDates dates;
    HonourWords words;
    SubjectFinder finder;
    std::map<SubjectRef, std::pair<std::size_t, std::pair<std::vector<std::string>, std::string>>> earlier{}; ///< row, honours and initiative

    void take()
    {
        const auto person = row.person();
        const auto subject = finder.find(row, person);
        RegistrationDraft draft;
        draft.honours = honoursOfRow(row, words);
        if (const auto title = row.at(SheetColumn::InitiativeTitle); !isTick(title) && !saysNone(title))
            draft.initiativeTitle = title;
        draft.initiativeField = row.at(SheetColumn::InitiativeField);
        row.needYear(dates.year);
        const auto day = row.day(SheetColumn::RegisteredOn, {std::nullopt, work.today}, false);
        if (day && *day->date > work.today)
            row.wrong(SheetColumn::RegisteredOn, "campaign.step-to-come", {day->date->vn()});
        const auto on = day ? *day->date : std::min(work.today, dates.lastDay);
        if (subject && !row.isWrong()) {
            draft.subject = *subject;
            check(draft, person.name);
        }
        if (row.isWrong())
            return row.close(ImportFate::Rejected, person.name);
        earlier.emplace(draft.subject, std::pair(row.row(), saidOf(draft)));
        const bool late = dates.registrationDeadline && on > *dates.registrationDeadline;
        auto reason = row.at(SheetColumn::Reason);
        if (late && reason.empty())
            reason = text::message("import.late-reason");
        const bool known = repo::activeRegistration(work.tx, year, draft.subject).has_value();
        bool changed = joinRegistration(work.tx, year, draft, late ? reason : std::string(), on);
        std::vector<ImportChange> changes;
        if (known && changed)
            changes.push_back({row.table().title(row.columns(SheetColumn::Honour).empty() ? 0 : row.columns(SheetColumn::Honour).front()), {}, namesOf(draft.honours)});
        changed = joinTitle(draft, on, changes) || changed;
        row.close(!changed ? ImportFate::Unchanged : known ? ImportFate::Updated : ImportFate::Created, person.name, std::move(changes));
    }

    /// The initiative whose name stands beside the honours, so that nobody types it again.
    bool joinTitle(const RegistrationDraft& draft, Date on, std::vector<ImportChange>& changes)
    {
        if (draft.initiativeTitle.empty())
            return false;
        if (!draft.subject.person) {
            row.warn(SheetColumn::InitiativeTitle, "import.initiative-of-people", {draft.initiativeTitle});
            return false;
        }
        const auto joined = joinInitiative(work.rules, work.tx, year, draft, on);
        if (joined)
            changes.push_back({row.table().title(*row.table().columnOf(joined->field ? SheetColumn::InitiativeField : SheetColumn::InitiativeTitle)), joined->before, joined->after});
        return joined.has_value();
    }

    static std::pair<std::vector<std::string>, std::string> saidOf(const RegistrationDraft& draft) { return {draft.honours, nameKey(draft.initiativeTitle)}; }

    std::string namesOf(const std::vector<std::string>& codes) const
    {
        std::vector<std::string> names;
        for (const auto& code : codes)
            names.push_back(honourShortName(work.rules, code));
        return join(names, ", ");
    }

    void check(const RegistrationDraft& draft, const std::string& name)
    {
        for (const auto& code : draft.honours) {
            const auto found = std::ranges::find(offered, code, &HonourChoice::code);
            if (found == offered.end() || !(draft.subject.person ? found->forPeople : found->forCollectives))
                row.wrong(SheetColumn::Honour, "registration.honour-unfit-for", {honourName(work.rules, code).value_or(code), name});
        }
        if (const auto before = earlier.find(draft.subject); before != earlier.end() && before->second.second != saidOf(draft))
            row.wrong(SheetColumn::FullName, "import.repeats-otherwise", {name, std::to_string(before->second.first)});
    }
};

}

Result<void> importRegistrations(ImportWork& work, const ImportTable& table, const std::vector<HonourChoice>& offered)
{
    TD_TRY(const auto year, work.needYear());
    RowReader rows(table, work.today, work.report);
    RegistrationImport import{work, rows, offered, year, *work.year, HonourWords(work.rules), SubjectFinder(work.tx, year, false)};
    while (rows.next())
        import.take();
    return {};
}

}
