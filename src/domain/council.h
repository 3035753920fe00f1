// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/council_codes.h"
#include "domain/ids.h"

#include <string>
#include <vector>

namespace thidua::domain {

/// Hội đồng thi đua – khen thưởng, founded each school year by the head's decision, or hội đồng sáng kiến.
struct Council {
    CouncilKind kind = CouncilKind::Emulation;
    SchoolYearId year{0};
    std::string name;
    CouncilState state = CouncilState::Draft;
    std::optional<DecisionId> decision;
    std::string workingRules{};        ///< quy chế hoạt động: lines, “1. …” begins a numbered one as it was typed

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("school_year_id", r.year);
        v("name", r.name);
        v("state", r.state);
        v("decision_id", r.decision);
        v.lines("working_rules", r.workingRules);
    }

    friend bool operator==(const Council&, const Council&) = default;
};

struct CouncilMember {
    CouncilId council{0};
    int seq = 0;
    PersonId person{0};
    CouncilRole role = CouncilRole::Member;
    std::string duty;                  ///< phụ trách …
    std::string title;                 ///< post as it stood: Phó Hiệu trưởng, Chủ tịch Công đoàn

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("council_id", r.council);
        v("seq", r.seq);
        v("person_id", r.person);
        v("role", r.role);
        v("duty", r.duty);
        v("title", r.title);
    }

    friend bool operator==(const CouncilMember&, const CouncilMember&) = default;
};

/// What the law in force asks of a council's members: the article that says so, in words; empty where none does.
struct MemberLaw {
    std::string oddNumber;
    std::string headChairs;
};

/// One chair, one secretary, nobody twice, and what the law asks. Fields: "members".
std::vector<FieldIssue> validateMembers(const std::vector<CouncilMember>& members, std::optional<PersonId> head, const MemberLaw& law);

}
