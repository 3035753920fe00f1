// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_service.h"
#include "ui/pages/kit/subject_ticks.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui::follow {

/// What an entry can name.
struct ActivityChoices {
    std::vector<services::Stored<domain::ActivityKind>> kinds;
    std::vector<SubjectTicks::Choice> subjects;
    std::vector<ChoiceField::Choice> campaigns;
    std::vector<SearchField::Option> people;
};

/// An activity: of several people and collectives at once when it is new. Its kind says what else is asked.
class ActivityForm final : public RecordForm<services::ActivityDraft> {
    Q_OBJECT
public:
    ActivityForm(ActivityChoices choices, bool isNew, Date today, QWidget* parent = nullptr);

private:
    void addWho(bool isNew);
    void addOutcome();
    void showKind();
    const domain::ActivityKind* kind() const;
    ActivityChoices m_choices;
    Date m_today;
    ChoiceField* m_kind;
    FormField *m_count = nullptr, *m_amount = nullptr, *m_level = nullptr, *m_result = nullptr, *m_helped = nullptr, *m_what = nullptr;
};

}
