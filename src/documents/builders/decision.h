// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "documents/builders/paper.h"

namespace thidua::documents {

/// “Điều n.” with its numbered clauses; `remark` (“Có Danh sách kèm theo”) follows in brackets and italics.
struct ArticleView {
    std::string text;
    std::vector<std::string> clauses;
    std::string remark;
};

/// The list behind a decision; its pages count from 1.
struct ListAttachment {
    std::vector<std::string> title;  ///< lines, set in capitals
    Table table;
    std::vector<std::string> texts{}; ///< paragraphs in the place of a table
};

/// Quyết định (papers §2.5).
struct DecisionView {
    PaperView paper;
    std::vector<std::string> subject;  ///< “Về việc …”
    std::string authority;             ///< “Hiệu trưởng Trường Tiểu học Măng Đen”, set in capitals
    std::vector<std::string> basis;    ///< the last one: “Theo đề nghị của …”
    std::vector<ArticleView> articles; ///< the last text ends in “./.”, added by the builder
    std::vector<ListAttachment> lists;
};
Document decision(const DecisionView& view, const Template& words = shippedTemplate("decision"));

struct CouncilMemberRow {
    std::string name;
    std::string position;
    std::string role;  ///< “Chủ tịch Hội đồng”
};
/// Thành lập Hội đồng: Điều 1 and 2 are written by the builder; `duties` are the clauses of Điều 2.
struct ChargeView {
    std::string name;
    std::string position;
    std::string charge;  ///< “Tổ 1; phong trào …”
};
struct CouncilDecisionView {
    PaperView paper;
    std::string authority;
    std::string council;  ///< “Hội đồng Thi đua - Khen thưởng Trường Tiểu học Măng Đen”
    SchoolYear year;
    std::vector<std::string> basis;
    std::vector<CouncilMemberRow> members;
    std::vector<std::string> duties;
    std::string executors;  ///< “Tổ Văn phòng, các tổ chuyên môn và các ông (bà) có tên tại Điều 1”
    std::vector<ChargeView> charges{};         ///< who follows what: an appendix where anybody does
    std::vector<std::string> workingRules{};   ///< quy chế hoạt động: an appendix where there is one
    bool initiatives = false;  ///< of the council that recognises initiatives: it works by their charter
    std::string replaces{};    ///< of a council that is renewed: “Quyết định số 22/QĐ-THMĐ ngày …”
};
/// The assignment and the working regulation alone, as they stand.
struct CouncilWorkView {
    IssuerView issuer;
    std::string council;
    SchoolYear year;
    std::vector<ChargeView> charges;
    std::vector<std::string> workingRules;
    SignerView signer;
    std::optional<Date> date;
    std::string foundedBy;  ///< “Quyết định số 28/QĐ-THMĐ ngày …”, which they go with; empty while the council is a draft
};
Document councilWork(const CouncilWorkView& view, const Template& words = shippedTemplate("council-work"));
Document councilDecision(const CouncilDecisionView& view, const Template& words = shippedTemplate("decision-council"));

struct InitiativeRow {
    std::string author;  ///< joined by line breaks when several
    std::string position;
    std::string title;
    std::string result;  ///< “Phạm vi cơ sở” or a grade
};
/// Công nhận sáng kiến, with the list behind it.
struct InitiativeDecisionView {
    PaperView paper;
    std::string authority;
    SchoolYear year;
    std::vector<std::string> basis;
    std::vector<InitiativeRow> initiatives;
    std::string executors;
    std::string replaces{};  ///< “Quyết định số 22/QĐ-THMĐ ngày …”, when it takes that one's place
};
Document initiativeDecision(const InitiativeDecisionView& view, const Template& words = shippedTemplate("decision-initiatives"));

struct AwardedRow {
    std::string name;
    std::string position;
    std::string achievement;
    bool collective = false;
};
struct AwardedGroup {
    std::string honour;
    std::vector<AwardedRow> rows;
};
/// Khen thưởng of the head: an article for each honour, with the list behind it.
struct ConferralView {
    PaperView paper;
    std::vector<std::string> subject;
    std::string authority;
    SchoolYear year;
    std::vector<std::string> basis;
    std::vector<AwardedGroup> groups;
    std::string replaces;
    std::string executors;
};
Document conferral(const ConferralView& view, const Template& words = shippedTemplate("decision-confer"));

}
