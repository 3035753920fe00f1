// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/meeting.h"

namespace thidua::domain {

enum class PostingState { Open, Confirmed, Changed };
TD_ENUM_CODES(PostingState, "posting-state", "open", "confirmed", "changed")

/// Công khai kết quả: the results of a closed meeting shown in public for some days, then confirmed or changed.
struct Posting {
    MeetingId meeting{0};
    Date postedOn{2000, 1, 1};
    Date until{2000, 1, 1};            ///< the last day
    std::string place;                 ///< Bảng tin của trường, trang thông tin điện tử
    PostingState state = PostingState::Open;
    std::optional<Date> concludedOn;
    std::string reason;                ///< what was changed, and why

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("meeting_id", r.meeting);
        v("posted_on", r.postedOn);
        v("until", r.until);
        v("place", r.place);
        v("state", r.state);
        v("concluded_on", r.concludedOn);
        v.lines("reason", r.reason);
    }

    friend bool operator==(const Posting&, const Posting&) = default;
};

/// Ý kiến về kết quả công khai, with its answer.
struct Objection {
    PostingId posting{0};
    Date receivedOn{2000, 1, 1};
    std::string fromWhom;
    BallotLine line;                   ///< neither is set: about the list as a whole
    std::string content;
    std::optional<Date> answeredOn;
    std::string answer;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("posting_id", r.posting);
        v("received_on", r.receivedOn);
        v("from_whom", r.fromWhom);
        BallotLine::map(v, r.line);
        v.lines("content", r.content);
        v("answered_on", r.answeredOn);
        v.lines("answer", r.answer);
    }

    friend bool operator==(const Objection&, const Objection&) = default;
};

/// What becomes of a line that an objection was right about. Again: it goes back to the council.
enum class ListOutcome { Withdrawn, NotPassed, Again };
TD_ENUM_CODES(ListOutcome, "list-outcome", "withdrawn", "not_passed", "again")

/// A line of posted results that was changed after an objection that was upheld, or of the council's own accord.
struct ListChange {
    PostingId posting{0};
    std::optional<ObjectionId> objection{};    ///< that was upheld
    BallotLine line{};
    ListOutcome outcome = ListOutcome::Withdrawn;
    Date on{2000, 1, 1};
    std::string reason{};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("posting_id", r.posting);
        v("objection_id", r.objection);
        BallotLine::map(v, r.line);
        v("outcome", r.outcome);
        v("changed_on", r.on);
        v.lines("reason", r.reason);
    }

    friend bool operator==(const ListChange&, const ListChange&) = default;
};

/// Whether it came when the results were no longer posted.
inline bool isLate(const Objection& objection, const Posting& posting)
{
    return objection.receivedOn > posting.until;
}

}
