// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/paper_head.h"
#include "domain/plan_codes.h"

#include <string>

namespace thidua::domain {

/// Kế hoạch, for a school year or a period of several (domain.md §4).
struct Plan : PaperHead {
    PlanKind kind = PlanKind::Year;
    std::optional<SchoolYearId> year;
    std::optional<int> fromYear;      ///< period plans: 2021 … 2025, calendar years
    std::optional<int> toYear;
    std::string title;                ///< trích yếu
    std::string theme;
    PlanState state = PlanState::Draft;
    std::optional<PlanId> replaces;   ///< the issued plan that this one takes the place of
    std::optional<PlanId> parent;     ///< the plan of its period, or of its year, that it stands under

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("school_year_id", r.year);
        v("from_year", r.fromYear);
        v("to_year", r.toYear);
        v("title", r.title);
        v("theme", r.theme);
        v("state", r.state);
        PaperHead::map(v, r);
        v("replaces_id", r.replaces);
        v("parent_id", r.parent);
    }

    friend bool operator==(const Plan&, const Plan&) = default;
};

struct PlanSection {
    PlanId plan{0};
    int seq = 0;
    SectionRole role = SectionRole::Content;
    std::string numbering;            ///< "I.", "2.1", "a)"; may be empty
    std::string heading;              ///< may be empty
    std::string body;                 ///< paragraphs separated by line feeds

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("seq", r.seq);
        v("role", r.role);
        v("numbering", r.numbering);
        v("heading", r.heading);
        v.lines("body", r.body);
    }

    friend bool operator==(const PlanSection&, const PlanSection&) = default;
};

struct PlanBasis : PaperBasis {
    PlanId plan{0};
    int seq = 0;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("seq", r.seq);
        v("legal_text_id", r.legalText);
        v("wording", r.wording);
    }

    friend bool operator==(const PlanBasis&, const PlanBasis&) = default;
};

struct PlanRecipient : PaperRecipient {
    PlanId plan{0};
    int seq = 0;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("seq", r.seq);
        v("text", r.text);
        v("purpose", r.purpose);
    }

    friend bool operator==(const PlanRecipient&, const PlanRecipient&) = default;
};

}
