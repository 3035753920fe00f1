// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "domain/regulation.h"
#include "domain/stored.h"
#include "rules/fact_spec.h"
#include "rules/finding.h"
#include "services/core/school_file.h"

#include <filesystem>

namespace thidua::services {

/// A parameter or a kind of condition as the form of the school's regulation offers it on a day.
struct Settable {
    enum class Unit { Share, Months, Years, Days, Count, Dong, Bool, Code, Codes, Honour };
    /// One figure of a condition.
    struct Figure {
        std::string id;                  ///< its key in Regulation::value
        rules::Text name;                ///< Trong bao nhiêu tháng kể từ ngày quyết định
        Unit unit = Unit::Count;
        std::vector<rules::CodeLabel> codes; ///< of Unit::Code and Unit::Codes, lowest first; of Unit::Honour, those of the day
    };
    domain::RegulationKind kind = domain::RegulationKind::Value;
    std::string target;                  ///< as in domain::Regulation
    rules::Text name;                    ///< Tỷ lệ Chiến sĩ thi đua cơ sở
    Unit unit = Unit::Count;
    std::vector<rules::CodeLabel> codes; ///< of Unit::Code, lowest first
    bool mayBeNone = false;              ///< "không đặt" is a choice
    bool tightenOnly = false;
    bool upwards = true;                 ///< when tightenOnly: only higher values
    std::string inForce;                 ///< JSON of the value in force that day; null when none
    std::string inForceWords;            ///< “15 % (khoản 3 Điều 9 NĐ 91/2017)”, “trung ương không đặt”
    rules::Citation citation;            ///< of the law that leaves it open
    bool certain = true;
    std::vector<std::string> honours;    ///< which honours it bears on; of a condition, to which it may be added that day
    std::vector<Figure> figures;         ///< of a condition, whose value is {"honours": […], figure id: figure, …}
};

struct RegulationRow {
    domain::RowId id{0};
    domain::RowVersion version{1};
    domain::Regulation data;
    std::string name;                    ///< of the parameter or condition, Vietnamese
    std::string valueWords;              ///< “10 tháng”, “12 %”, “không đặt”
    bool inForceToday = false;
    std::string problem;                 ///< why it is not obeyed (any more), a Vietnamese sentence; empty when all is well
};

/// One nomination whose verdict another set of rules would change.
struct VerdictChange {
    domain::NominationId nomination{0};
    std::string name, honour, honourShort;
    rules::VerdictKind before = rules::VerdictKind::Undetermined;
    rules::VerdictKind after = rules::VerdictKind::Undetermined;
    struct Why {
        rules::Text label, explanation;
        rules::Citation citation;
        std::optional<rules::Outcome> before, after; ///< absent: the condition is not part of that side
    };
    std::vector<Why> why;                ///< the findings that came out differently
};

/// The layers below the law: each a dated entry with a reason, undoable, and shown with whose verdict it changes
/// before it is kept. What the law fixes or lets only be tightened is refused with the article.
class RegulationService {
public:
    explicit RegulationService(SchoolFile& file) : m_file(file) {}

    Result<std::vector<Settable>> settable(Date on);
    Result<std::vector<RegulationRow>> list();
    /// What would be wrong with an entry, for the form: fields "target", "value", "from", "to", "cite", "reason".
    Result<std::vector<FieldIssue>> validate(const domain::Regulation& draft, std::optional<domain::RowId> replaces);
    /// The nominations still being reviewed whose verdict would change; `replaces` when an entry is edited; `draft` absent: it is removed.
    Result<std::vector<VerdictChange>> preview(const std::optional<domain::Regulation>& draft, std::optional<domain::RowId> replaces,
                                               Progress* progress = nullptr);
    Written<domain::RowId> add(const domain::Regulation& draft);
    Written<Done> edit(domain::RowId id, domain::RowVersion version, const domain::Regulation& draft);
    Written<Done> remove(domain::RowId id);

private:
    SchoolFile& m_file;
};

}
