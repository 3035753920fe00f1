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
    std::string name;
    std::string position;  ///< empty for collectives: “–”
    int yes = 0;
    int no = 0;
    bool passed = false;
};
struct VoteGroup {
    std::string title;  ///< “Lao động tiên tiến”; numbered I., II. by the builder
    std::vector<VoteRow> rows;
};

/// Ballot papers of one round; `subject` is empty when all rounds had the same.
struct BallotCountView {
    std::string subject;
    int issued = 0;
    int collected = 0;
    int valid = 0;
    int invalid = 0;
};

struct VoteView {
    std::string committee;               ///< who counted: “ông … (Trưởng ban), bà … và ông …”; empty: no such paragraph
    int committeeSize = 0;
    int members = 0;                     ///< of the council: the base of every percentage
    int present = 0;
    std::vector<BallotCountView> counts;
    std::string threshold;               ///< “70%”
    std::vector<VoteGroup> groups;
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

}
