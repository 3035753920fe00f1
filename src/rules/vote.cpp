// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/vote.h"

#include "rules/json_object_reader.h"
#include "rules/wording.h"

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

}

VoteRule voteRuleOn(const Model& model, const std::string& honour, Date date)
{
    VoteRule rule;
    const auto found = model.voteParams.find(honour);
    const ParamValue* value = found == model.voteParams.end() ? nullptr : model.param(found->second, date);
    rule.byLaw = value != nullptr;
    if (value == nullptr) {
        value = schoolShareOn(model, date);
        // More than half is the program's own measure; what the school has set is reached, not passed.
        const bool set = value != nullptr && value->local;
        const Text words = filled(model.notice("school-vote").explanation, noticeValues(model, honour, date));
        rule.citation = set ? value->cite : Citation{words.vi, words.vi};
        rule.threshold.strict = value != nullptr && !set;
    } else {
        rule.param = found->second;
        rule.citation = value->cite;
    }
    // Rules that name no share at all leave it at everybody.
    rule.threshold.share = Ratio{1, 1};
    if (value != nullptr) {
        rule.threshold.share = ratioFromText(value->value.get<std::string>()).value_or(rule.threshold.share);
        rule.certain = value->certain;
        rule.secretByLaw = value->secret;
        rule.quote = value->quote;
    }
    return rule;
}

VoteRule voteRuleOn(const Catalogue& catalogue, const std::string& honour, Date date)
{
    return voteRuleOn(catalogue.model(), honour, date);
}

Result<VoteCase> voteCaseFromJson(const json& value)
{
    TD_TRY(const ObjectReader reader, ObjectReader::of(value, "", {"on", "honour", "members", "present", "for"}));
    VoteCase out;
    TD_TRY(out.on, reader.date("on"));
    if (out.on < kFirstRuleDay)
        return fail(ErrorCode::InputFormat, "case.before-first-rules", {"on", out.on.vn(), kFirstRuleDay.vn()});
    TD_TRY(out.honour, reader.text("honour"));
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
    answer.passed = reaches(rule.threshold, voteCase.inFavour, voteCase.members);
    answer.byLaw = rule.byLaw;
    answer.certain = rule.certain;
    const Text& secret = model.notice(rule.secretByLaw ? "secret-by-rule" : "secret-by-practice").explanation;
    answer.citation = {rule.citation.full + "; " + secret.vi, rule.citation.brief + "; " + secret.vi};
    return answer;
}

json toJson(const VoteAnswer& answer)
{
    return {{"ratio", fourDecimals(answer.ratio)},
            {"of", "members"},
            {"required", fourDecimals(answer.threshold.share)},
            {"strictly_more", answer.threshold.strict},
            {"votes_needed", answer.needed},
            {"passed", answer.passed},
            {"secret", answer.secret},
            {"by_law", answer.byLaw},
            {"certain", answer.certain},
            {"citation", answer.citation.full}};
}

}
