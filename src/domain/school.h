// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "domain/ids.h"

#include <string>

namespace thidua::domain {

enum class SchoolLevel { Preschool, Primary, LowerSecondary, PrimaryAndLowerSecondary, UpperSecondary, MultiLevel };
TD_ENUM_CODES(SchoolLevel, "school-level", "preschool", "primary", "lower_secondary", "primary_lower_secondary", "upper_secondary", "multi_level")

/// Who signs the school's papers: the head alone, or a deputy KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền); NĐ 30/2020.
enum class SigningAuthority { Head, OnBehalf, ByOrder, ByDelegation };
TD_ENUM_CODES(SigningAuthority, "signing", "head", "kt", "tl", "tuq")

/// The school whose file it is (domain.md §1). One row.
struct School {
    std::string name;              ///< Trường Tiểu học Măng Đen
    SchoolLevel level = SchoolLevel::Primary;
    std::string superiorAgency;    ///< printed above the school's name: Phòng GD&ĐT huyện Kon Plông
    std::string conferringAgency;  ///< to whom it submits: Ủy ban nhân dân huyện Kon Plông
    std::string conferringHead;    ///< who decides there: Chủ tịch Ủy ban nhân dân huyện Kon Plông
    std::string documentSymbol;    ///< THMĐ, as in 21/KH-THMĐ
    std::string placeName;         ///< Măng Đen, before the date on papers
    bool difficultArea = false;    ///< vùng đặc biệt khó khăn
    bool asksTeam = false;         ///< whose opinion on nominations the school asks for before the council meets
    bool asksUnion = false;
    bool asksParty = false;
    std::optional<PersonId> head;
    std::optional<PersonId> signer; ///< the deputy who signs when `signing` is not Head
    SigningAuthority signing = SigningAuthority::Head;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("name", r.name);
        v("level", r.level);
        v("superior_agency", r.superiorAgency);
        v("conferring_agency", r.conferringAgency);
        v("conferring_head", r.conferringHead);
        v("document_symbol", r.documentSymbol);
        v("place_name", r.placeName);
        v("difficult_area", r.difficultArea);
        v("asks_team_opinion", r.asksTeam);
        v("asks_union_opinion", r.asksUnion);
        v("asks_party_opinion", r.asksParty);
        v("head_id", r.head);
        v("signer_id", r.signer);
        v("signing", r.signing);
    }

    friend bool operator==(const School&, const School&) = default;
};

}
