// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/codes.h"
#include "domain/ids.h"

#include <optional>
#include <string>

namespace thidua::domain {

/// Whose text it is: the Party's, the state's, an emulation council's, the education sector's, the school's own (its party cell and
/// assembly among them), another body's.
enum class IssuerLevel { Party, State, Council, Sector, School, Other };
TD_ENUM_CODES(IssuerLevel, "issuer-level", "party", "state", "council", "sector", "school", "other")

/// How a text stands on a day.
enum class TextForce { InForce, NotYet, Over };
TD_ENUM_CODES(TextForce, "text-force", "in_force", "not_yet", "over")

/// Văn bản căn cứ: cited by plans and decisions from one library.
struct LegalText {
    std::string kind;    ///< Công văn, Kế hoạch, Nghị quyết …
    std::string number;  ///< 1533/SGDĐT-CMTH, 29-NQ/TW
    std::string issuer;
    std::optional<Date> issuedOn;
    std::string subject;
    std::optional<Date> inForceTo; ///< last day in force, where it has been replaced
    std::string replacedBy;        ///< in words, where the other text is not in the library
    std::optional<IssuerLevel> level; ///< none: told from the sign and the issuer
    std::optional<Date> inForceFrom;  ///< none: from its day
    std::optional<LegalTextId> replacedById;
    std::optional<int> guidesFrom;    ///< start years of the school years that it guides
    std::optional<int> guidesTo;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("kind", r.kind);
        v("number", r.number);
        v("issuer", r.issuer);
        v("issued_on", r.issuedOn);
        v("subject", r.subject);
        v("in_force_to", r.inForceTo);
        v("replaced_by", r.replacedBy);
        v("issuer_level", r.level);
        v("in_force_from", r.inForceFrom);
        v("replaced_by_id", r.replacedById);
        v("guides_from", r.guidesFrom);
        v("guides_to", r.guidesTo);
    }

    friend bool operator==(const LegalText&, const LegalText&) = default;
};

/// `Công văn số 1533/SGDĐT-CMTH ngày 07 tháng 9 năm 2021 của Sở … hướng dẫn …`: how a basis is written out.
std::string basisWording(const LegalText& text);
/// “Căn cứ Công văn số …”, “Thực hiện Kế hoạch số …”: a paper rests on the law and on guidance, and carries out resolutions, directives and
/// plans of those above.
std::string basisLine(const LegalText& text);
/// What was said, or what the sign and the issuer tell.
IssuerLevel levelOf(const LegalText& text);
/// First day in force: what was said, else its own.
std::optional<Date> firstDay(const LegalText& text);
/// Last day in force: what was said, else the day before `successor`, which took its place, comes into force.
std::optional<Date> lastDay(const LegalText& text, const LegalText* successor);
TextForce forceOn(const LegalText& text, const LegalText* successor, Date on);
/// Whether it guides the school year that starts in this year; a text that guides none guides all.
bool guides(const LegalText& text, int startYear);

}
