// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/document_number.h"
#include "domain/ids.h"
#include "domain/paper_lines.h"

#include <optional>
#include <string>
#include <vector>

namespace thidua::domain {

/// What every paper of the school gets when it is issued, whatever its kind: number, day, and who signed it.
struct PaperHead {
    DocumentNumber number;
    std::string signerName;                  ///< as printed when it was issued
    std::vector<std::string> signerTitle;    ///< lines: KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG

    template <class V, class R>
    static void map(V& v, R& r)
    {
        DocumentNumber::map(v, r.number);
        v("signer_name", r.signerName);
        v.lines("signer_title", r.signerTitle);
    }

    friend bool operator==(const PaperHead&, const PaperHead&) = default;
};

/// One "Căn cứ …" of a paper, without the sign at its end.
struct PaperBasis {
    std::optional<LegalTextId> legalText;    ///< of the library, where the line speaks of one
    std::string wording;

    friend bool operator==(const PaperBasis&, const PaperBasis&) = default;
};

/// One line of Nơi nhận.
struct PaperRecipient {
    std::string text;                        ///< Phòng GD&ĐT
    std::string purpose;                     ///< để báo cáo; may be empty

    friend bool operator==(const PaperRecipient&, const PaperRecipient&) = default;
};

inline std::string lineOf(const PaperBasis& basis) { return basis.wording; }
inline std::string lineOf(const PaperRecipient& recipient) { return recipient.purpose.empty() ? recipient.text : recipient.text + " (" + recipient.purpose + ")"; }
/// The other way round; a basis then names no text of the library.
void fromLine(const std::string& line, PaperBasis& basis);
void fromLine(const std::string& line, PaperRecipient& recipient);

}
