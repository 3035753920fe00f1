// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// An hour of a day: “14 giờ 00 phút, ngày 24 tháng 5 năm 2022”.
struct MomentView {
    int hour = 0;
    int minute = 0;
    Date date;
};

struct SectionView {
    std::string heading;  ///< without its number
    std::vector<std::string> paragraphs;
};

struct VoteRow {
    std::string name;      ///< an initiative's title
    std::string position;  ///< empty for collectives; an initiative's authors
    int issued = 0;
    int collected = 0;
    int valid = 0;
    int invalid = 0;
    int yes = 0;
    int no = 0;
    bool passed = false;
};
struct VoteGroup {
    std::string title;     ///< “Lao động tiên tiến”; numbered I., II. by the builder
    std::vector<VoteRow> rows;
    std::string threshold{};  ///< “từ 07/09 phiếu đồng ý (70%, khoản 4 Điều 3 …)”
    bool initiatives = false;
    std::string sheets{};     ///< “08 phiếu phát ra, 08 phiếu thu về”, where one paper carries several of the rows
};

/// Ballot papers on one honour; `subject` is empty when there was but one.
struct BallotCountView {
    std::string subject;
    int issued = 0;
    int collected = 0;
    int valid = 0;
    int invalid = 0;
    /// Sheet: the papers alone, which carry several lines; its lines follow. Whole: all lines of the papers came out alike.
    enum class Of { Whole, Sheet, Line } of = Of::Whole;
};

struct VoteView {
    std::vector<std::string> tellers;    ///< who counted: “ông …, Tổ trưởng Tổ 1 (Trưởng ban)”; none: no such paragraph
    int members = 0;                     ///< of the council: the base of every percentage
    int present = 0;
    std::vector<std::string> voters;     ///< who voted in writing, who did not vote on which line: whole sentences
    std::vector<BallotCountView> counts;
    std::vector<VoteGroup> groups;
    std::vector<std::string> otherwise;  ///< where the council decided against a verdict, with its reason: whole sentences
};

/// Biên bản họp Hội đồng (papers §2.3).
struct MinutesView {
    PaperView paper;                     ///< issuer.superior = the school, issuer.agency = the council; signer = who presided
    std::string subject;                 ///< “Họp xét thi đua, khen thưởng năm học 2021 - 2022”
    std::optional<MomentView> opened;
    std::string venue;
    std::string councilFounded;          ///< “Hội đồng … (11 thành viên) thành lập theo Quyết định số … của Hiệu trưởng”
    std::vector<std::string> presentMembers;  ///< “bà Đỗ Thị Minh Hạnh, Hiệu trưởng (Chủ tịch Hội đồng)”
    std::vector<std::string> absentMembers;   ///< with the reason
    std::string chair;                   ///< “Bà Đỗ Thị Minh Hạnh, Chủ tịch Hội đồng”
    std::string secretary;
    std::vector<SectionView> sections;   ///< before the vote
    std::optional<VoteView> vote;
    std::vector<std::string> conclusions;
    std::optional<MomentView> closed;
    SignerView secretarySigner;          ///< office empty: THƯ KÝ
};
Document minutes(const MinutesView& view, const Template& words = shippedTemplate("minutes"));

/// Biên bản kiểm phiếu: what the tellers found, signed by them.
struct CountMinutesView {
    IssuerView issuer;
    std::string subject;                 ///< of the meeting
    std::optional<Date> date;
    std::string venue;
    std::string council;                 ///< “Hội đồng Thi đua - Khen thưởng Trường …”
    VoteView vote;
    std::vector<SignerView> signers;     ///< the tellers, their head first
};
Document countMinutes(const CountMinutesView& view, const Template& words = shippedTemplate("count-minutes"));

}
