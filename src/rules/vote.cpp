// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/vote.h"

#include "rules/json_object_reader.h"
#include "rules/outside_case.h"
#include "rules/vote_finding.h"

namespace thidua::rules {
namespace {

using nlohmann::json;

constexpr int kMostMembers = 1000;

Values noticeValues(const Model& model, const std::string& honour, Date date)
{
    return {{"honour", honourText(model, honour)}, {"on", dateText(date)}};
}

/// The school's share that day; a day before the rules begin has nothing nearer than their first value. Null in rules without any.
const ParamValue* schoolShareOn(const Model& model, Date date)
{
    const auto found = model.params.find(kSchoolVoteShare);
    if (found == model.params.end() || found->second.layers.front().empty())
        return nullptr;
    const auto* value = found->second.on(date);
    return value != nullptr ? value : &found->second.layers.front().front();
}

Node voteTest(const VoteRule& rule)
{
    Node test;
    test.kind = Node::Kind::Test;
    test.fact = "votes.for";
    test.per = "votes.members";
    test.op = rule.threshold.strict ? Op::Greater : Op::GreaterEqual;
    test.param = rule.param;
    if (rule.param.empty())
        test.value = std::to_string(rule.threshold.share.numerator) + "/" + std::to_string(rule.threshold.share.denominator);
    return test;
}

std::optional<int> countOf(const Case& theCase, const char* fact)
{
    const auto* value = theCase.facts.find(fact);
    return value != nullptr && value->is_number_integer() ? std::optional(value->get<int>()) : std::nullopt;
}

Outcome outcomeOf(const VoteRule& rule, Truth truth)
{
    if (truth == Truth::False)
        return rule.certain ? Outcome::Fail : Outcome::Unknown;
    return truth == Truth::True ? Outcome::Pass : Outcome::Unknown;
}

/// A council too small, or too few of it present, has not voted at all.
void judgeCouncil(const Condition& condition, VoteJudgement& vote)
{
    const auto members = countOf(condition.theCase(), "votes.members");
    const auto present = countOf(condition.theCase(), "votes.present");
    if (!members)
        return;
    if (!vote.rule.councilFits(*members, present)) {
        vote.outcome = Outcome::Fail;
        vote.notice = "vote-council-unfit";
    } else if (vote.rule.quorum && !present && vote.outcome == Outcome::Pass) {
        vote.outcome = Outcome::Unknown;
        vote.notice = "vote-present-unknown";
    } else if (vote.outcome == Outcome::Pass && vote.rule.fewPresent(*members, present)) {
        vote.outcome = Outcome::Unknown;
        vote.notice = "vote-few-present";
        vote.doubt = vote.rule.usualQuorumWhy.value_or(condition.model().notice("uncertain").explanation);
    }
    const auto unknown = Text{"chưa rõ", "an unknown number"};
    if (vote.notice.empty())
        return;
    if (vote.rule.leastMembers)
        vote.judgement.values["needed"] = numberText(*vote.rule.leastMembers);
    if (const auto share = vote.rule.quorum ? vote.rule.quorum : vote.rule.usualQuorum)
        vote.judgement.values["required"] = shareText(*share);
    vote.judgement.values["members"] = numberText(*members);
    vote.judgement.values["present"] = present ? numberText(*present) : unknown;
}

/// The law's value on the day; none where it sets none, or has ceased to.
const ParamValue* setOn(const Model& model, const std::string& param, Date date)
{
    const auto* value = param.empty() ? nullptr : model.param(param, date);
    return value == nullptr || value->value.is_null() ? nullptr : value;
}

void putCouncil(VoteRule& rule, const Model& model, const VoteParams& params, Date date)
{
    if (const auto* least = setOn(model, params.leastMembers, date)) {
        rule.leastMembers = least->value.get<int>();
        rule.councilCite = least->cite;
    }
    if (const auto* quorum = setOn(model, params.quorum, date)) {
        rule.quorum = ratioFromText(quorum->value.get<std::string>());
        rule.councilCite = quorum->cite;
    }
}

}

namespace {

/// The law's own value of that day says it of its threshold, also where a lower layer has raised that; else the school's rule may.
std::optional<Citation> byLetterOn(const Model& model, const std::string& param, Date date)
{
    if (const auto found = model.params.find(param); found != model.params.end())
        for (const auto& layer : found->second.layers)
            for (const auto& value : layer)
                if (value.byLetter && value.span.contains(date))
                    return value.cite;
    const auto* own = setOn(model, kSchoolByLetter, date);
    return own != nullptr && own->value == true ? std::optional(own->cite) : std::nullopt;
}

}

bool VoteRule::fewPresent(int members, std::optional<int> present) const
{
    return usualQuorum && present && !reaches({*usualQuorum, false}, *present, members);
}

bool VoteRule::councilFits(int members, std::optional<int> present) const
{
    return (!leastMembers || members >= *leastMembers) && (!quorum || !present || reaches({*quorum, false}, *present, members));
}

VoteRule voteRuleOn(const Model& model, const std::string& honour, Date date)
{
    VoteRule rule;
    const auto found = model.voteParams.find(honour);
    const ParamValue* value = found == model.voteParams.end() ? nullptr : setOn(model, found->second.share, date);
    if (found != model.voteParams.end())
        putCouncil(rule, model, found->second, date);
    if (const auto* usual = setOn(model, kCouncilQuorum, date); usual != nullptr && !rule.quorum) {
        rule.usualQuorum = ratioFromText(usual->value.get<std::string>());
        rule.usualQuorumWhy = usual->uncertain;
    }
    rule.byLaw = value != nullptr;
    rule.byLetter = byLetterOn(model, found == model.voteParams.end() ? std::string() : found->second.share, date);
    if (value == nullptr) {
        value = schoolShareOn(model, date);
        // More than half is the program's own measure; what the school has set is reached, not passed.
        const bool set = value != nullptr && value->local;
        const Text words = filled(model.notice("school-vote").explanation, noticeValues(model, honour, date));
        rule.citation = set ? value->cite : Citation{words.vi, words.vi};
        rule.threshold.strict = value != nullptr && !set;
    } else {
        rule.param = found->second.share;
        rule.citation = value->cite;
    }
    // Rules that name no share at all leave it at everybody.
    rule.threshold.share = Ratio{1, 1};
    if (value != nullptr) {
        rule.threshold.share = ratioFromText(value->value.get<std::string>()).value_or(rule.threshold.share);
        rule.certain = value->certain;
        rule.secretByLaw = value->secret;
        rule.quote = value->quote;
        rule.uncertain = value->uncertain;
    }
    return rule;
}

VoteRule voteRuleOn(const Catalogue& catalogue, const std::string& honour, Date date)
{
    return voteRuleOn(catalogue.model(), honour, date);
}

std::optional<VoteJudgement> judgeVote(const Condition& condition, bool asked)
{
    const Case& theCase = condition.theCase();
    VoteJudgement vote;
    vote.rule = voteRuleOn(condition.model(), theCase.honour, theCase.on);
    const bool told = theCase.facts.find("votes") != nullptr;
    const bool toJudge = theCase.stage == Stage::Decision && (told || (asked && vote.rule.byLaw));
    if (!toJudge) {
        vote.notice = vote.rule.byLaw ? "vote-not-yet" : "vote-not-asked";
        return asked ? std::optional(std::move(vote)) : std::nullopt;
    }
    vote.judgement = condition.judge(voteTest(vote.rule));
    vote.outcome = outcomeOf(vote.rule, vote.judgement.truth);
    const Text share = shareText(vote.rule.threshold.share);
    vote.judgement.values["threshold"] = vote.rule.threshold.strict ? Text{"quá " + share.vi, "more than " + share.en} : Text{"từ " + share.vi, share.en};
    judgeCouncil(condition, vote);
    return vote;
}

Result<VoteCase> voteCaseFromJson(const json& value)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(value, "", {"on", "honour", "members", "present", "for"}));
    VoteCase out;
    TD_TRY(out.on, reader.date("on"));
    if (out.on < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"on", out.on.vn(), kFirstRuleDay.vn()});
    TD_TRY(const json* honour, reader.required("honour"));
    TD_TRY(const Catalogue catalogue, Catalogue::shipped());
    TD_TRY(out.honour, readHonour(catalogue.model(), *honour, reader.place("honour")));
    TD_TRY(out.members, reader.integer("members", 1, kMostMembers));
    TD_TRY(out.present, reader.optionalInteger("present", 0, kMostMembers));
    TD_TRY(out.inFavour, reader.integer("for", 0, kMostMembers));
    const auto over = [](const char* part, int count, const char* whole, int limit) {
        return fail(ErrorCode::InputFormat, "case.over-whole", {part, std::to_string(count), whole, std::to_string(limit)});
    };
    if (out.present && *out.present > out.members)
        return over("present", *out.present, "members", out.members);
    if (out.present && out.inFavour > *out.present)
        return over("for", out.inFavour, "present", *out.present);
    if (out.inFavour > out.members)
        return over("for", out.inFavour, "members", out.members);
    return out;
}

VoteAnswer vote(const Catalogue& catalogue, const VoteCase& voteCase)
{
    const Model& model = catalogue.model();
    const VoteRule rule = voteRuleOn(model, voteCase.honour, voteCase.on);
    VoteAnswer answer;
    answer.ratio = {voteCase.inFavour, voteCase.members};
    answer.threshold = rule.threshold;
    answer.needed = votesNeeded(rule.threshold, voteCase.members);
    answer.rule = rule;
    answer.councilFits = rule.councilFits(voteCase.members, voteCase.present);
    answer.fewPresent = rule.fewPresent(voteCase.members, voteCase.present);
    answer.passed = answer.councilFits && reaches(rule.threshold, voteCase.inFavour, voteCase.members);
    answer.byLaw = rule.byLaw;
    answer.certain = rule.certain;
    const Text& secret = model.notice(rule.secretByLaw ? "secret-by-rule" : "secret-by-practice").explanation;
    answer.citation = {rule.citation.full + "; " + secret.vi, rule.citation.brief + "; " + secret.vi};
    return answer;
}

json toJson(const VoteAnswer& answer)
{
    json out = {{"ratio", fourDecimals(answer.ratio)},
                {"of", "members"},
            {"required", fourDecimals(answer.threshold.share)},
            {"strictly_more", answer.threshold.strict},
            {"votes_needed", answer.needed},
            {"passed", answer.passed},
            {"secret", answer.secret},
            {"by_law", answer.byLaw},
            {"certain", answer.certain},
            {"citation", answer.citation.full}};
    if (answer.rule.leastMembers)
        out["least_members"] = *answer.rule.leastMembers;
    if (answer.rule.quorum)
        out["quorum"] = fourDecimals(*answer.rule.quorum);
    if (answer.rule.leastMembers || answer.rule.quorum)
        out["council_fits"] = answer.councilFits;
    if (answer.fewPresent)
        out["few_present"] = true;
    return out;
}

}
