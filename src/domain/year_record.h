// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

/// Hoàn thành xuất sắc / tốt / hoàn thành / không hoàn thành nhiệm vụ. Codes of the command line's `evaluation`.
enum class Evaluation { Excellent, Good, Completed, NotCompleted };
TD_ENUM_CODES(Evaluation, "evaluation", "excellent", "good", "completed", "not_completed")

/// Yes, no, or nobody has said so yet: three different things (domain.md §2).
enum class Known { Unknown, No, Yes };
TD_ENUM_CODES(Known, "known", "unknown", "no", "yes")

enum class TrainingResult { Excellent, Good, Fair, Pass, Fail };
TD_ENUM_CODES(TrainingResult, "training-result", "excellent", "good", "fair", "pass", "fail")

/// One person's or collective's facts for one school year. An absent optional is an unknown fact.
struct YearRecord {
    SchoolYearId year{0};
    SubjectRef subject;
    std::optional<Evaluation> evaluation;
    std::optional<Date> evaluatedOn;
    std::string evaluationSource;
    std::optional<int> monthsWorked;
    std::optional<Date> noDisciplineConfirmedOn; ///< "confirmed none" is a fact of its own
    std::optional<Date> noAbsenceConfirmedOn;
    Known underInvestigation = Known::Unknown;
    std::optional<int> trainingMonths;
    std::optional<TrainingResult> trainingResult;
    Known unity = Known::Unknown;                ///< collectives: nội bộ đoàn kết
    Known lawCompliance = Known::Unknown;        ///< collectives: chấp hành chủ trương, pháp luật
    std::string note;
    friend bool operator==(const YearRecord&, const YearRecord&) = default;
};

enum class DisciplineForm { Reprimand, Warning, PayCut, Demotion, DismissalFromPost, Dismissal };
TD_ENUM_CODES(DisciplineForm, "discipline", "reprimand", "warning", "pay_cut", "demotion", "dismissal_from_post", "dismissal")

struct DisciplineCase {
    YearRecordId record{0};
    DisciplineForm form = DisciplineForm::Reprimand;
    Date decidedOn{2000, 1, 1};
    std::string decisionNumber;
    friend bool operator==(const DisciplineCase&, const DisciplineCase&) = default;
};

enum class AbsenceReason { Sick, Maternity, Unpaid, Study, AccidentSavingOthers, Other };
TD_ENUM_CODES(AbsenceReason, "absence", "sick", "maternity", "unpaid", "study", "accident_saving_others", "other")

/// Working days away, with the reason.
struct Absence {
    YearRecordId record{0};
    int days = 0;
    AbsenceReason reason = AbsenceReason::Sick;
    std::optional<Date> from;
    std::string note;
    friend bool operator==(const Absence&, const Absence&) = default;
};

}
