// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "documents/builders/paper.h"

/// The papers about initiatives beside their decision.
namespace thidua::documents {

struct CertificateView {
    std::string salutation, author, post;
    std::string title, field, summary;
    int share = 100;
    std::string others;                ///< the other authors, empty where there are none
    std::string grade;                 ///< “A”; empty where nobody graded it
};
/// Giấy chứng nhận sáng kiến, a page for each author; dated and signed like the decision that it rests on.
struct CertificatesView {
    PaperView paper;
    std::string authority;             ///< “Hiệu trưởng Trường Tiểu học Măng Đen”
    std::string decision;              ///< “Quyết định số 22/QĐ-THMĐ ngày …”
    SchoolYear year;
    std::vector<CertificateView> certificates;
};
Document certificates(const CertificatesView& view, const Template& words = shippedTemplate("initiative-certificate"));

struct CriterionView {
    std::string name;
    std::string most;                  ///< “30”
    std::string given;                 ///< empty: to be written by hand
};
struct ScoreSheetView {
    std::string title, authors, field;
    std::string scorer;                ///< empty: to be written by hand
    std::vector<CriterionView> criteria; ///< none where the school grades
    std::string total, grade, remark;
};
/// Phiếu chấm, a page for each.
struct ScoreSheetsView {
    IssuerView issuer;
    SchoolYear year;
    std::string meeting;
    std::string most;                  ///< of all criteria
    std::vector<ScoreSheetView> sheets;
};
Document scoreSheets(const ScoreSheetsView& view, const Template& words = shippedTemplate("score-sheet"));

struct ScoreRow {
    std::string title, authors, posts;
    std::vector<std::string> means;    ///< by criterion, or how often each grade was given
    int sheets = 0;
    std::string mean, grade, votes, result;
};
/// Bảng tổng hợp điểm of a meeting.
struct ScoreSummaryView {
    IssuerView issuer;
    SchoolYear year;
    std::string meeting;
    std::optional<Date> date;
    std::vector<std::string> columns;  ///< of the means: “Tính mới (30)”
    std::vector<ScoreRow> rows;
    SignerView secretary, chair;
};
Document scoreSummary(const ScoreSummaryView& view, const Template& words = shippedTemplate("score-summary"));

struct LedgerRow {
    std::string author, title, year, recognition, scope, used, valid;
};
/// Sổ theo dõi sáng kiến: what each has served.
struct InitiativeLedgerView {
    IssuerView issuer;
    std::vector<LedgerRow> rows;
    SignerView compiler, signer;
    std::optional<Date> date;
};
Document initiativeLedger(const InitiativeLedgerView& view, const Template& words = shippedTemplate("initiative-ledger"));

}
