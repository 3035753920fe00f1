// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/posting.h"
#include "services/core/school_file.h"

namespace thidua::services {

struct ObjectionRow {
    domain::ObjectionId id;
    domain::RowVersion version = 0;
    domain::Objection objection{};
    std::string lineText{};                      ///< “Lê Văn Thắng – Chiến sĩ thi đua cơ sở”; empty: about the whole list
    bool late = false;                           ///< came when the results were no longer posted
};

/// A line of the list that was changed.
struct ChangeRow {
    domain::ListChangeId id;
    domain::ListChange change{};
    std::string lineText{};
    std::string said{};                          ///< “Lê Văn Thắng – …: rút khỏi danh sách; lý do: …”
};

struct PostingRow {
    domain::PostingId id;
    domain::RowVersion version = 0;
    domain::Posting posting{};
    std::vector<ObjectionRow> objections{};      ///< by the day they came
    std::vector<ChangeRow> changes{};            ///< as they were made

    int unanswered() const;
    /// The days are over, or nobody has answered: what somebody has to do now.
    bool waits(Date today) const;
};

struct ConcludePosting {
    Date on{2000, 1, 1};
    bool changed = false;
    std::string reason;                          ///< what was changed, and why; empty where the lines that were changed say it
};

/// Công khai kết quả: where and how long the results of a closed meeting were shown, what was objected and answered, and what came of the list
/// (domain.md §6).
class PostingService {
public:
    explicit PostingService(SchoolFile& file) : m_file(file) {}

    /// None while nothing was posted.
    Result<std::optional<PostingRow>> posting(domain::MeetingId id);
    Written<domain::PostingId> post(domain::MeetingId id, const domain::Posting& given);
    Written<Done> edit(domain::PostingId id, const domain::Posting& given, domain::RowVersion version);
    Written<Done> remove(domain::PostingId id);
    Written<domain::ObjectionId> recordObjection(domain::PostingId id, const domain::Objection& given);
    Written<Done> editObjection(domain::ObjectionId id, const domain::Objection& given, domain::RowVersion version);
    Written<Done> removeObjection(domain::ObjectionId id);
    /// No day takes the answer back.
    Written<Done> answer(domain::ObjectionId id, std::optional<Date> on, const std::string& text);
    /// A line of the list changes with the reason: its nomination is withdrawn, does not pass, or goes back to the council; drafts list it no
    /// more, the objection is answered by it. Only what is neither submitted nor decided. Fields "line", "outcome", "on", "reason".
    Written<domain::ListChangeId> changeLine(domain::PostingId id, const domain::ListChange& change);
    /// Once the days are over and everything is answered; again when something came late.
    Written<Done> conclude(domain::PostingId id, const ConcludePosting& command);

private:
    SchoolFile& m_file;
};

/// “Niêm yết tại Bảng tin từ 26/05/2022 đến 30/05/2022; 1 ý kiến, đã trả lời; giữ nguyên danh sách.” One sentence for papers and panels.
std::string postingSentence(const PostingRow& row);
/// “Lê Văn Thắng – Chiến sĩ thi đua cơ sở: rút khỏi danh sách; lý do: …”
std::string changeSentence(const std::string& line, const domain::ListChange& change);

}
