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

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        SubjectRef::map(v, r.subject);
        v("evaluation", r.evaluation);
        v("evaluated_on", r.evaluatedOn);
        v("evaluation_source", r.evaluationSource);
        v("months_worked", r.monthsWorked);
        v("no_discipline_confirmed_on", r.noDisciplineConfirmedOn);
        v("no_absence_confirmed_on", r.noAbsenceConfirmedOn);
        v("under_investigation", r.underInvestigation);
        v("training_months", r.trainingMonths);
        v("training_result", r.trainingResult);
        v("unity", r.unity);
        v("law_compliance", r.lawCompliance);
        v.lines("note", r.note);
    }

    friend bool operator==(const YearRecord&, const YearRecord&) = default;
};

enum class DisciplineForm { Reprimand, Warning, PayCut, Demotion, DismissalFromPost, Dismissal };
TD_ENUM_CODES(DisciplineForm, "discipline", "reprimand", "warning", "pay_cut", "demotion", "dismissal_from_post", "dismissal")

struct DisciplineCase {
    YearRecordId record{0};
    DisciplineForm form = DisciplineForm::Reprimand;
    Date decidedOn{2000, 1, 1};
    std::string decisionNumber;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("year_record_id", r.record);
        v("form", r.form);
        v("decided_on", r.decidedOn);
        v("decision_number", r.decisionNumber);
    }

    friend bool operator==(const DisciplineCase&, const DisciplineCase&) = default;
};

/// Unknown: somebody counted days and has not said why; nothing may be concluded from a reason then.
enum class AbsenceReason { Sick, Maternity, Unpaid, Study, AccidentSavingOthers, Other, Unknown };
TD_ENUM_CODES(AbsenceReason, "absence", "sick", "maternity", "unpaid", "study", "accident_saving_others", "other", "unknown")

/// Working days away, with the reason.
struct Absence {
    YearRecordId record{0};
    int days = 0;
    AbsenceReason reason = AbsenceReason::Sick;
    std::optional<Date> from;
    std::string note;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("year_record_id", r.record);
        v("days", r.days);
        v("reason", r.reason);
        v("from_date", r.from);
        v("note", r.note);
    }

    friend bool operator==(const Absence&, const Absence&) = default;
};

}
