// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ratio.h"
#include "base/school_year.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::domain {

enum class PlanKind { Year, Period };
TD_ENUM_CODES(PlanKind, "plan-kind", "year", "period")

enum class PlanState { Draft, Issued, Replaced };
TD_ENUM_CODES(PlanState, "plan-state", "draft", "issued", "replaced")

/// What a section of the plan is; `Targets` marks the place where the table of targets prints.
enum class SectionRole { Preamble, Heading, Purpose, Requirement, Participants, Content, Targets, Timetable, Implementation, Closing };
TD_ENUM_CODES(SectionRole, "section-role", "preamble", "heading", "purpose", "requirement", "participants", "content", "targets", "timetable", "implementation", "closing")

/// Number, symbol and date of one of the school's own papers. Numbers start at 1 each calendar year and may carry a letter (09A).
struct DocumentNumber {
    std::optional<int> number;
    std::string suffix;
    std::string symbol;               ///< KH-THMĐ
    std::optional<Date> issuedOn;
    /// 09A/KH-THMĐ; empty while there is no number.
    std::string text() const;
    friend bool operator==(const DocumentNumber&, const DocumentNumber&) = default;
};

/// Kế hoạch, for a school year or a period of several (domain.md §4).
struct Plan {
    PlanKind kind = PlanKind::Year;
    std::optional<SchoolYearId> year;
    std::optional<int> fromYear;      ///< period plans: 2021 … 2025, calendar years
    std::optional<int> toYear;
    std::string title;                ///< trích yếu
    std::string theme;
    PlanState state = PlanState::Draft;
    DocumentNumber number;
    std::string signerName;           ///< as printed when it was issued
    std::string signerTitle;
    friend bool operator==(const Plan&, const Plan&) = default;
};

struct PlanSection {
    PlanId plan{0};
    int seq = 0;
    SectionRole role = SectionRole::Content;
    std::string numbering;            ///< "I.", "2.1", "a)"; may be empty
    std::string heading;              ///< may be empty
    std::string body;                 ///< paragraphs separated by line feeds
    friend bool operator==(const PlanSection&, const PlanSection&) = default;
};

struct PlanBasis {
    PlanId plan{0};
    int seq = 0;
    std::optional<LegalTextId> legalText;
    std::string wording;              ///< "Căn cứ …" without the final sign
    friend bool operator==(const PlanBasis&, const PlanBasis&) = default;
};

struct PlanRecipient {
    PlanId plan{0};
    int seq = 0;
    std::string text;                 ///< Phòng GD&ĐT
    std::string purpose;              ///< Báo cáo, Thực hiện; may be empty
    friend bool operator==(const PlanRecipient&, const PlanRecipient&) = default;
};

enum class TargetGroup { Collective, Individual };
TD_ENUM_CODES(TargetGroup, "target-group", "collective", "individual")

enum class TargetKind { Count, Share, YesNo };
TD_ENUM_CODES(TargetKind, "target-kind", "count", "ratio", "yesno")

/// Chỉ tiêu: a count (4), a share (24/32) or a yes/no. `metric` names figures that the program has itself:
/// "honour:<code>" counts registered, nominated and won; an empty metric means that people enter `actual`.
struct Target {
    PlanId plan{0};
    int seq = 0;
    TargetGroup group = TargetGroup::Collective;
    TargetKind kind = TargetKind::Count;
    std::string text;
    std::optional<int> value;         ///< the numerator; 1 for yes/no
    std::optional<int> denominator;
    std::string denominatorText;      ///< giáo viên, cán bộ – giáo viên – nhân viên
    std::string unit;
    std::string source;               ///< the text that set it
    std::string metric;
    std::optional<int> actual;
    std::optional<Date> actualOn;
    std::string note;
    friend bool operator==(const Target&, const Target&) = default;
};

/// Whether `reached` meets the target's value.
bool meets(const Target& target, int reached);

}
