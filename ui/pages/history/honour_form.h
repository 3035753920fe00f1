// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/people_service.h"
#include "ui/pages/kit/record_form.h"

namespace thidua::ui {

/// People and collectives share one list to choose from: collectives have negative numbers there.
std::optional<std::int64_t> numberOf(const domain::SubjectRef& subject);
domain::SubjectRef subjectOf(std::optional<std::int64_t> number);
/// Whoever ever served at the school, and all collectives, told apart by birth date, team and kind.
std::vector<SearchField::Option> subjectOptions(services::SchoolFile& file, std::optional<domain::SchoolYearId> year);
/// Whoever is or was a pupil, told apart by class and year.
std::vector<SearchField::Option> pupilOptions(services::SchoolFile& file);

/// An honour and whom it is for.
struct PastHonour {
    std::string code, name;
    bool forStaff = false, forPupils = false, forCollectives = false;
};

/// One honour received before the program or at another school.
class HonourForm final : public RecordForm<domain::HonourRecord> {
    Q_OBJECT
public:
    HonourForm(std::vector<SearchField::Option> subjects, const std::vector<SearchField::Option>& pupils, const std::vector<PastHonour>& honours, Date today, QWidget* parent = nullptr);
};

}
