// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "domain/initiative_codes.h"

#include <optional>
#include <string>

/// Contests of the school's own (seed 000 “thi viết về gương điển hình, người tốt, việc tốt”, seed 002 “làm và sử dụng đồ dùng dạy học”).
namespace thidua::domain {

/// Đang tổ chức → kết quả đã ghi vào sổ hoạt động. What is confirmed can still be put right and confirmed again.
enum class ContestState { Open, Confirmed };
TD_ENUM_CODES(ContestState, "contest-state", "open", "confirmed")

/// Cuộc thi, hội thi: the call. Marks are hundredths, so that 8,25 is exact.
struct Contest {
    SchoolYearId year{0};
    std::optional<CampaignId> campaign;
    ActivityKindId kind{0};             ///< the kind of activity that its results become
    std::string name;
    std::string theme;
    std::string participants;
    std::string rules;                  ///< thể lệ: what an entry has to be like
    RecognitionLevel level = RecognitionLevel::School;
    Date from{2000, 1, 1};
    Date closesOn{2000, 1, 1};          ///< last day of entries, inclusive
    Date judgedOn{2000, 1, 1};
    int maxMark = 1000;
    int step = 25;
    ContestState state = ContestState::Open;
    std::optional<Date> confirmedOn;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        v("campaign_id", r.campaign);
        v("kind_id", r.kind);
        v("name", r.name);
        v("theme", r.theme);
        v.lines("participants", r.participants);
        v.lines("rules", r.rules);
        v("tier", r.level);
        v("from_date", r.from);
        v("closes_on", r.closesOn);
        v("judged_on", r.judgedOn);
        v("max_mark", r.maxMark);
        v("mark_step", r.step);
        v("state", r.state);
        v("confirmed_on", r.confirmedOn);
    }

    friend bool operator==(const Contest&, const Contest&) = default;
};

/// Giải Nhất, Nhì, Ba, Khuyến khích: the highest first.
struct ContestPrize {
    ContestId contest{0};
    int seq = 0;
    std::string name;
    int quantity = 1;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("seq", r.seq);
        v("name", r.name);
        v("quantity", r.quantity);
    }

    friend bool operator==(const ContestPrize&, const ContestPrize&) = default;
};

struct ContestJudge {
    ContestId contest{0};
    PersonId person{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("person_id", r.person);
    }

    friend bool operator==(const ContestJudge&, const ContestJudge&) = default;
};

/// Bài dự thi, sản phẩm dự thi.
struct ContestEntry {
    ContestId contest{0};
    std::string code;                    ///< số phách: all that the judges see of whose it is
    std::string title;
    Date receivedOn{2000, 1, 1};
    std::optional<ContestPrizeId> prize; ///< once given
    bool story = false;                  ///< fit to be told as an exemplar's story

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("code", r.code);
        v("title", r.title);
        v("received_on", r.receivedOn);
        v("prize_id", r.prize);
        v("story", r.story);
    }

    friend bool operator==(const ContestEntry&, const ContestEntry&) = default;
};

/// Whose an entry is: people, pupils among them, or collectives.
struct ContestAuthor {
    ContestId contest{0};
    ContestEntryId entry{0};
    SubjectRef subject;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("entry_id", r.entry);
        SubjectRef::map(v, r.subject);
    }

    friend bool operator==(const ContestAuthor&, const ContestAuthor&) = default;
};

struct ContestMark {
    ContestId contest{0};
    ContestEntryId entry{0};
    ContestJudgeId judge{0};
    int mark = 0;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("entry_id", r.entry);
        v("judge_id", r.judge);
        v("mark", r.mark);
    }

    friend bool operator==(const ContestMark&, const ContestMark&) = default;
};

/// That an activity was written by a contest.
struct ContestResult {
    ContestId contest{0};
    ActivityId activity{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("contest_id", r.contest);
        v("activity_id", r.activity);
    }

    friend bool operator==(const ContestResult&, const ContestResult&) = default;
};

}
