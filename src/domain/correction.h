// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/paper_head.h"

#include <string>

namespace thidua::domain {

/// Đính chính puts a slip in an issued paper right, thu hồi takes the paper back. What is replaced gets a new paper of its own kind, which
/// names it (`replaces`), and no row here.
enum class CorrectionKind { Correct, Revoke };
TD_ENUM_CODES(CorrectionKind, "correction-kind", "correct", "revoke")

/// A paper of its own about one that was issued before, with its own number, day and signer. It exists only as issued; the other paper
/// stays as it is and prints as it was.
struct Correction : PaperHead {
    CorrectionKind kind = CorrectionKind::Correct;
    std::optional<SchoolYearId> year;  ///< of the other paper; none when that spans years
    std::string paper;                 ///< code of the other paper's kind, as the register names it
    RowId row{0};                      ///< of the plan, campaign, decision, submission, meeting, handed-in list or correction
    std::string title;                 ///< V/v đính chính Quyết định số …
    std::string content;               ///< lines: what was printed and what it is to be; or why the paper is taken back
    std::vector<PaperBasis> bases;
    std::vector<PaperRecipient> recipients;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("school_year_id", r.year);
        v("paper", r.paper);
        v("row_id", r.row);
        v("title", r.title);
        v.lines("content", r.content);
        v.lines("bases", r.bases);
        v.lines("recipients", r.recipients);
        PaperHead::map(v, r);
    }

    friend bool operator==(const Correction&, const Correction&) = default;
};

}
