// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/paper_head.h"

#include <string>

namespace thidua::domain {

enum class LetterState { Draft, Issued, Revoked };
TD_ENUM_CODES(LetterState, "letter-state", "draft", "issued", "revoked")

/// Thư khen of the head of the school to a pupil, one of the staff, a collective, or somebody from outside. It is no award: it rests on no
/// meeting and counts for no title.
struct Letter : PaperHead {
    SchoolYearId year{0};
    SubjectRef subject;                        ///< neither is set: somebody from outside, by name alone
    std::string name;                          ///< as printed: Lê Bé; Ông A Tuấn; Gia đình bà Y Hoa
    std::string post;                          ///< lớp 2A; Phụ huynh học sinh lớp 2A; Công ty …
    std::string title;                         ///< what for: Nhặt được của rơi, trả lại người mất
    std::string body;                          ///< paragraphs
    std::vector<PaperRecipient> recipients;
    LetterState state = LetterState::Draft;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("school_year_id", r.year);
        SubjectRef::map(v, r.subject);
        v("name", r.name);
        v("post", r.post);
        v("title", r.title);
        v.lines("body", r.body);
        v.lines("recipients", r.recipients);
        PaperHead::map(v, r);
        v("state", r.state);
    }

    friend bool operator==(const Letter&, const Letter&) = default;
};

}
