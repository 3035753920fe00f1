// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/correction.h"
#include "services/core/internal.h"
#include "services/papers/document_service.h"

namespace thidua::services {

/// One of the school's papers as another paper speaks of it, whatever kind of row it is. For services' .cpp files alone.
struct IssuedPaper {
    PaperKind kind = PaperKind::Decision;
    std::int64_t row = 0;
    std::optional<domain::SchoolYearId> year;
    domain::DocumentNumber number;               ///< lists that are handed in have a day alone
    std::string kindName;                        ///< Quyết định, Danh sách đăng ký
    std::string title;                           ///< Về việc …
    std::string by;                              ///< who issued it: Hiệu trưởng …, the school, a council
    std::string signer;
    std::vector<std::string> addressees;         ///< of a submission
    std::vector<std::string> recipients;
    bool issued = false;
    bool inForce = false;                        ///< issued, and neither taken back nor replaced
    bool ofHead = false;                         ///< the head's act: a decision takes it back; the others by a notice
    bool awards = false;                         ///< its list confers honours

    /// “Quyết định số 34/QĐ-THMĐ”; “Danh sách đăng ký …”.
    std::string named() const;
};

/// “phát động phong trào …”: how a sentence goes on after the paper's number.
std::string runningOn(const std::string& title);

/// “Quyết định số 34/QĐ-THMĐ ngày 27 tháng 5 năm 2022”, as other papers cite it; without what it does not have.
std::string referenceTo(const std::string& kind, const domain::DocumentNumber& number);

Result<IssuedPaper> issuedPaper(Reader& reader, PaperKind kind, std::int64_t row);

/// Which kind of paper a correction of that one is: Công văn, Quyết định, Thông báo.
std::string correctionKindName(domain::CorrectionKind kind, const IssuedPaper& about);

/// What stands behind the number of a paper that corrects or takes back that one: a letter has the school's letters alone.
std::string correctionSymbol(domain::CorrectionKind kind, const IssuedPaper& about, const std::string& school);

}
