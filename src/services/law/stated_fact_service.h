// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/stated_fact.h"
#include "domain/stored.h"
#include "rules/fact_spec.h"
#include "services/core/school_file.h"

namespace thidua::services {

/// One statement as lists show it.
struct StatedRow {
    domain::StatedFactId id{0};
    domain::RowVersion version{1};
    domain::StatedFact data;
    std::string name;        ///< Số năm công tác trong ngành
    std::string valueWords;  ///< “18 năm”, “có”, “40 người, có mặt 36, 34 phiếu tín nhiệm”
    std::string holdsWords;  ///< “từ năm học 2021-2022, mỗi năm thêm một”, “riêng năm học 2021-2022”
    std::string honourName;  ///< of a fact told for one honour; else empty
    std::string restsOn;     ///< the kept verdict that rests on it, in words; empty while it may change
};

/// Facts that no record of the file tells and a person states, with day and source: which ones, of whom and how long each holds is data of
/// the rules (FactSpec::stated). Verdicts of the years in which a statement holds follow by themselves.
class StatedFactService {
public:
    explicit StatedFactService(SchoolFile& file) : m_file(file) {}

    /// Which facts may be stated of a person or collective.
    Result<std::vector<rules::FactSpec>> statable(const domain::SubjectRef& subject);
    /// All that has been stated of them, newest year first within each fact.
    Result<std::vector<StatedRow>> of(const domain::SubjectRef& subject);
    /// The newest school year before this one of which neither a record nor a statement tells the fact: what a form proposes. The year just
    /// before where all of them are told.
    Result<SchoolYear> untoldYear(const domain::SubjectRef& subject, const std::string& fact, SchoolYear before);
    /// What would be wrong with a statement, for the form: fields "fact", "value", "year", "statedOn", "source", "honour".
    Result<std::vector<FieldIssue>> validate(const domain::StatedFact& draft, std::optional<domain::StatedFactId> replaces = std::nullopt);
    /// What may be right and contradicts the person's record: for the form to ask about before it writes.
    Result<std::optional<FieldIssue>> doubts(const domain::StatedFact& draft);
    Written<domain::StatedFactId> state(const domain::StatedFact& draft);
    /// What a council has decided on keeps its facts: then WrongState says that the fact is stated anew for a later year.
    Written<Done> edit(domain::StatedFactId id, domain::RowVersion version, const domain::StatedFact& draft);
    Written<Done> remove(domain::StatedFactId id);

private:
    SchoolFile& m_file;
};

}
