// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"
#include "domain/paper_head.h"

#include <string>

namespace thidua::domain {

/// Thường xuyên, chuyên đề, theo đợt.
enum class CampaignKind { Regular, Thematic, Round };
TD_ENUM_CODES(CampaignKind, "campaign-kind", "regular", "thematic", "round")

/// Dự thảo → đã phát động → đã sơ kết → đã kết thúc; one whose paper was taken back or replaced is over as well.
enum class CampaignState { Draft, Launched, Reviewed, Closed, Revoked, Replaced };
TD_ENUM_CODES(CampaignState, "campaign-state", "draft", "launched", "reviewed", "closed", "revoked", "replaced")

/// Phong trào. It may have a paper of its own, which is issued when or after it is launched; many stand in the year's plan alone and have none.
struct Campaign : PaperHead {
    std::optional<PlanId> plan;
    std::optional<SchoolYearId> year;  ///< none for movements that span years
    std::string name;
    std::string theme;
    CampaignKind kind = CampaignKind::Regular;
    Date from{2000, 1, 1};
    Date to{2000, 1, 2};               ///< last day, inclusive
    std::string launchedBy;            ///< the agency, when launched from above; else the school
    std::string participants;
    std::string judgedHow;
    CampaignState state = CampaignState::Draft;
    std::optional<Date> launchedOn;
    std::optional<Date> reviewedOn;
    std::optional<Date> closedOn;
    std::string reviewNote;
    std::string closeNote;
    std::optional<CampaignId> replaces; ///< whose paper this one's takes the place of
    std::string criteria;               ///< tiêu chí thi đua
    std::string prizes;                 ///< cơ cấu giải, hình thức khen
    std::optional<PersonId> answers;    ///< who answers for it
    std::optional<LegalTextId> received; ///< the text by which it came from above

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("plan_id", r.plan);
        v("school_year_id", r.year);
        v("name", r.name);
        v("theme", r.theme);
        v("kind", r.kind);
        v("from_date", r.from);
        v("to_date", r.to);
        v("launched_by", r.launchedBy);
        v.lines("participants", r.participants);
        v.lines("judged_how", r.judgedHow);
        v("state", r.state);
        v("launched_on", r.launchedOn);
        v("reviewed_on", r.reviewedOn);
        v("closed_on", r.closedOn);
        v.lines("review_note", r.reviewNote);
        v.lines("close_note", r.closeNote);
        PaperHead::map(v, r);
        v("replaces_id", r.replaces);
        v.lines("criteria", r.criteria);
        v.lines("prizes", r.prizes);
        v("answers_id", r.answers);
        v("received_id", r.received);
    }

    friend bool operator==(const Campaign&, const Campaign&) = default;
};

struct CampaignItem {
    CampaignId campaign{0};
    int seq = 0;
    std::string text;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("campaign_id", r.campaign);
        v("seq", r.seq);
        v("text", r.text);
    }

    friend bool operator==(const CampaignItem&, const CampaignItem&) = default;
};

struct CampaignObservance {
    CampaignId campaign{0};
    ObservanceId observance{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("campaign_id", r.campaign);
        v("observance_id", r.observance);
    }

    friend bool operator==(const CampaignObservance&, const CampaignObservance&) = default;
};

/// A report on a campaign that is owed to those above.
struct CampaignReport {
    CampaignId campaign{0};
    std::string name;                  ///< Báo cáo sơ kết
    std::string sentTo;
    std::optional<Date> dueOn;
    std::optional<Date> sentOn;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("campaign_id", r.campaign);
        v("name", r.name);
        v("sent_to", r.sentTo);
        v("due_on", r.dueOn);
        v("sent_on", r.sentOn);
    }

    friend bool operator==(const CampaignReport&, const CampaignReport&) = default;
};

}
