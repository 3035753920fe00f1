// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"
#include "domain/initiative_codes.h"

#include <cstdint>
#include <optional>
#include <string>

namespace thidua::domain {

/// Loại hoạt động: hội thi, dự giờ, phụ đạo, quyên góp … The school's own data; what an entry of it is asked for stands here.
struct ActivityKind {
    std::string code;              ///< stable, for targets ("activity:<code>"); made of the first name
    std::string name;
    std::string field;             ///< lĩnh vực: Chuyên môn, Hội thi, Xã hội
    std::string unit;              ///< tiết, bộ, bài
    bool hasLevel = false;         ///< cấp trường, huyện, tỉnh …
    bool hasResult = false;        ///< giải, xếp loại
    bool hasAmount = false;        ///< số tiền
    bool hasHelped = false;        ///< who is helped
    int sortOrder = 0;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("code", r.code);
        v("name", r.name);
        v("field", r.field);
        v("unit", r.unit);
        v("has_level", r.hasLevel);
        v("has_result", r.hasResult);
        v("has_amount", r.hasAmount);
        v("has_helped", r.hasHelped);
        v("sort_order", r.sortOrder);
    }

    friend bool operator==(const ActivityKind&, const ActivityKind&) = default;
};

/// Hoạt động, thành tích trong năm: one entry of one person or collective.
struct Activity {
    ActivityKindId kind{0};
    SchoolYearId year{0};
    SubjectRef subject;
    Date on{2000, 1, 1};
    int count = 1;                        ///< in the kind's unit
    std::optional<std::int64_t> amount;   ///< đồng
    std::optional<RecognitionLevel> level;
    std::string result;                   ///< Giải Nhất, Loại Giỏi
    std::string what;                     ///< name of the lesson, the article, the donor
    std::optional<PersonId> helped;
    std::optional<CampaignId> campaign;
    std::string evidence;
    std::optional<Date> confirmedOn;      ///< none: reported, waits for the secretary

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind_id", r.kind);
        v("school_year_id", r.year);
        SubjectRef::map(v, r.subject);
        v("happened_on", r.on);
        v("quantity", r.count);
        v("amount", r.amount);
        v("tier", r.level);
        v("result", r.result);
        v("what", r.what);
        v("helped_id", r.helped);
        v("campaign_id", r.campaign);
        v("evidence", r.evidence);
        v("confirmed_on", r.confirmedOn);
    }

    friend bool operator==(const Activity&, const Activity&) = default;
};

}
