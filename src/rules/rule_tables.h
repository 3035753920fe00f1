// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/dossier_proof.h"
#include "rules/rule_node.h"
#include "rules/share.h"

namespace thidua::rules {

/// A dated value of the law's tables; each table uses the fields it has.
struct DatedValue {
    Span span;
    bool certain = true;
    Citation cite;
    Text who;                         ///< authority: who decides
    Text submits;                     ///< authority: who submits; empty where the text in hand does not say
    std::optional<Ratio> coefficient; ///< bonus
    std::optional<Ratio> share;       ///< preference of collectives: from so many women up
    std::optional<int> copies;        ///< dossier: number of sets; none where the law leaves it to lower rules
    Text what;                        ///< deadline, bonus priority: what it says
    std::string quote;
    std::optional<Text> uncertain;    ///< why it is not certain
};

const DatedValue* inForce(const std::vector<DatedValue>& values, Date date);

struct Authority {
    std::vector<std::string> honours;
    bool byPrincipal = false;
    std::vector<DatedValue> values;
};

struct DossierItem {
    std::string id;
    Text name;
    std::optional<DossierProof> proof{}; ///< none: nothing that the program makes
};

struct Dossier {
    std::vector<std::string> honours;
    std::vector<DossierItem> items;
    std::vector<DatedValue> values;
};

struct Bonus {
    std::string honour, recipient;
    std::vector<DatedValue> values;
};

/// Mức lương cơ sở, in whole đồng.
struct BaseSalary {
    Span span;
    bool certain = true;
    Citation cite;
    long long amount = 0;
};

struct Deadline {
    std::vector<std::string> honours;
    std::string id;
    Text name;
    std::vector<DatedValue> values;
};

/// The decree by which staff are graded, and what it means for titles.
struct EvaluationRegime {
    struct Implication {
        Text text;
        Citation cite; ///< of its own, or the regime's
        bool certain = true;
    };
    std::string id;
    Text name;
    Span span;
    Citation cite;
    bool certain = true;
    std::vector<Implication> implies;
};

/// Who comes first where more are fit than there are places.
struct Preference {
    enum class By { WomenFirst, DirectWorkersFirst, DifficultAreaFirst, WomenCollective };
    std::string id;
    Text label;
    By by = By::WomenFirst;
    std::vector<DatedValue> values;
};

/// Which of several bonuses are paid.
struct BonusPriority {
    enum class By { HighestTitleOfPeriod, HighestFormOfAchievement, TitleBesideForm };
    std::string id;
    Text label;
    By by = By::HighestTitleOfPeriod;
    std::vector<DatedValue> values;
};

/// A text that a kind of paper rests on, as the paper's basis says it.
struct PaperBasis {
    std::string id;
    std::vector<std::string> papers; ///< the kinds of paper, by their codes
    std::vector<std::string> levels; ///< of the schools that it is for; empty: all
    std::vector<DatedValue> values;
};

/// One whom the charter of the day names for the school's council.
struct CouncilSeat {
    std::string id, role, position;
    std::vector<std::string> words, without;
    bool all = false;
    Text name, duty;
    std::vector<DatedValue> values;
};

/// What a text says on a matter that no condition asks for: time limits, sizes, who sits where.
struct Reference {
    std::string id, topic;
    Text name;
    std::vector<DatedValue> values;
    /// Of a matter that is about some of the staff: whom, by codes of posts and contracts and by words of the post as printed.
    struct Whom {
        std::vector<std::string> positions, contracts, words; ///< empty: whichever
    };
    std::optional<Whom> of{};
};

/// What a renewal of the program's own rules changed, for those who knew the earlier ones.
struct Renewal {
    std::string id;
    Date on{2017, 10, 1};
    std::vector<Text> items;
};

/// What the packs hold beside conditions, thresholds and quotas.
struct LawTables {
    std::vector<Authority> authorities;
    std::vector<Dossier> dossiers;
    std::vector<Bonus> bonuses;
    std::vector<BaseSalary> baseSalary;
    std::vector<BonusPriority> bonusPriorities;
    std::vector<Deadline> deadlines;
    std::vector<EvaluationRegime> evaluationRegimes;
    std::vector<Preference> preferences;
    std::vector<PaperBasis> paperBases;
    std::vector<CouncilSeat> councilSeats;
    std::vector<Reference> references;
    std::vector<Renewal> renewals;

    const DatedValue* bonusOn(std::string_view honour, std::string_view recipient, Date date) const;
    const BaseSalary* baseSalaryOn(Date date) const;
    const EvaluationRegime* evaluationRegimeOn(Date date) const;
    /// The rule for a kind of several bonuses; null where none is in force.
    const DatedValue* bonusPriorityOn(BonusPriority::By by, Date date) const;
};

struct QuotaRule {
    std::string id, honour, param, base, counts;
    Text label;
    std::string baseHonour; ///< whose holders `base` counts; empty where those nominated are what it is measured by
};

struct Notice {
    Text label, explanation, remedy;
};

}
