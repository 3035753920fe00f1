// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/paper_head.h"
#include "domain/school.h"
#include "services/core/internal.h"
#include "services/core/issue_paper.h"
#include "services/papers/document_service.h"

namespace thidua::domain {
struct Campaign;
struct Decision;
struct Letter;
struct Meeting;
struct Plan;
struct Submission;
}

/// The one way in which a paper of the school is issued, for services' .cpp files alone.
namespace thidua::services {

/// Which kind of paper a row is.
template <class Row> inline constexpr PaperKind kPaperOf = PaperKind::Plan;
template <> inline constexpr PaperKind kPaperOf<domain::Campaign> = PaperKind::Campaign;
template <> inline constexpr PaperKind kPaperOf<domain::Decision> = PaperKind::Decision;
template <> inline constexpr PaperKind kPaperOf<domain::Submission> = PaperKind::Submission;
template <> inline constexpr PaperKind kPaperOf<domain::Letter> = PaperKind::Letter;
template <> inline constexpr PaperKind kPaperOf<domain::Meeting> = PaperKind::Minutes;

/// Who signs: name, and the lines above it ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG").
struct Signer {
    std::string name;
    std::vector<std::string> title;
};
Signer schoolSigner(Reader& reader, const domain::School& school);
/// What is to be asked when that person has left by then; empty otherwise.
std::string signerNote(Reader& reader, Date on);

/// Gives `head` its number, day and signer; refuses a missing day, and a number that is missing or that a paper of any kind has.
/// Fields "number", "issuedOn".
Result<void> fillHead(Reader& reader, domain::PaperHead& head, const std::string& symbol, const IssuePaper& paper, Signer signer);
/// Keeps what the paper says now, which it says for ever; alone for what is issued without a number (a list handed in).
Result<void> keepIssued(SchoolFile& file, Tx& tx, PaperKind kind, std::int64_t row);

/// Issues a paper whose row stands complete in the file: number, day and signer, the state that freezes it, the kept content.
template <class Row>
Result<void> issuePaper(SchoolFile& file, Tx& tx, Stored<Row>& row, decltype(Row::state) issued, const std::string& symbol, const IssuePaper& paper,
                        Signer signer)
{
    TD_CHECK(fillHead(tx, row.data, symbol, paper, std::move(signer)));
    row.data.state = issued;
    tx.update(row.id, row.data);
    return keepIssued(file, tx, kPaperOf<Row>, row.id.value());
}

/// The same with the school's symbol for that kind, signed by who signs for the school.
template <class Row>
Result<void> issuePaper(SchoolFile& file, Tx& tx, Stored<Row>& row, decltype(Row::state) issued, const IssuePaper& paper)
{
    TD_TRY(const auto school, needSchool(tx));
    return issuePaper(file, tx, row, issued, paperSymbol(kPaperOf<Row>, school.data.documentSymbol), paper, schoolSigner(tx, school.data));
}

}
