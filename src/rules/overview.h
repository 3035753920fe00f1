// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/dossier_proof.h"
#include "rules/vote.h"

namespace thidua::rules {

enum class SubjectKind;

struct AuthorityInfo {
    Text who;
    bool byPrincipal = false; ///< the school's own decision; else it reviews and submits
    Citation citation;
    bool certain = true;
    Text submits; ///< who submits to whoever decides; empty where the text in hand does not say
};

/// An honour as lists and forms show it on a day.
struct HonourInfo {
    std::string code;
    Text name;
    Text shortName;                          ///< LĐTT
    bool title = true;                       ///< danh hiệu; else hình thức khen thưởng
    std::vector<std::string> recipientKinds; ///< staff, pupil, collective
    std::string level;                       ///< school, grassroots, commune, district, department, province, ministry, nation
    int order = 0;                           ///< higher honours have the higher number
    std::vector<std::string> grounds;        ///< empty: any
    std::optional<AuthorityInfo> authority;
    bool outside = false;                    ///< of a union, the youth union …: registered and recorded, never reviewed by the school
    bool modelled = false;                   ///< the program holds its conditions on that day
    bool everModelled = false;               ///< it holds them for some day: may be registered, judged honestly as undetermined
};

/// Honours in force on a day, from the lowest to the highest.
std::vector<HonourInfo> honoursOn(const Catalogue& catalogue, Date date);
/// Any honour of the list, whether in force or not; none for a code that is not on it.
std::optional<HonourInfo> honourInfo(const Catalogue& catalogue, std::string_view code, Date date);
/// As on the first day of the rules.
std::optional<HonourInfo> honourInfo(const Catalogue& catalogue, std::string_view code);
/// The place that its HonourInfo tells as order, without the rest; 0 for a code that is not on the list.
int honourPlace(const Catalogue& catalogue, std::string_view code);
/// Whether the school confers it itself on that day; else it reviews and submits.
bool conferredBySchool(const Catalogue& catalogue, std::string_view code, Date date);
/// Whether the head of the school confers it on that day on such a subject alone, without a council's vote, on a ground that the rules name.
bool conferredAlone(const Catalogue& catalogue, std::string_view code, SubjectKind kind, std::string_view ground, Date date);

struct DossierPart {
    std::string id;
    Text name;
    Citation citation;
    bool certain = true;
    std::optional<int> copies; ///< number of sets; none where lower rules say
    std::optional<DossierProof> proof{}; ///< which paper of the school is that part
};
/// What a dossier must hold by the rules of that day.
std::vector<DossierPart> dossierOn(const Catalogue& catalogue, std::string_view honour, Date date);

/// The answer of `rules --on`. An input error before the first regime.
Result<nlohmann::json> rulesOn(const Catalogue& catalogue, Date date);

}
