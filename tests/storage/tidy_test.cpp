// SPDX-License-Identifier: GPL-3.0-or-later
// Text is tidied where it becomes a column, whoever writes it.
#include "storage/sqlite_errors.h"
#include "storage/tx_impl.h"
#include "support/catch.h"

#include <set>

using namespace thidua;
using namespace thidua::storage;

namespace {

// "  Sa´ng  kiến", with a decomposed á, doubled blanks, Windows line ends and empty lines at the end.
const std::string kMess = "  Sa\xCC\x81ng  kiến \r\n một\t\xC2\xA0\r\n\r\n";
const std::string kLine = "S\xC3\xA1ng kiến một";
const std::string kLines = "S\xC3\xA1ng kiến\nmột";

/// Puts the mess into every text of a row.
struct Messer {
    template <class X>
    void operator()(const char*, X&) {}
    void operator()(const char*, std::string& text) { text = kMess; }
    void operator()(const char*, std::optional<std::string>& text) { text = kMess; }
    void lines(const char*, std::string& text) { text = kMess; }
    template <class Line>
    void lines(const char*, std::vector<Line>& list) { domain::fromLine(kMess, list.emplace_back()); }
    void verbatim(const char*, std::string& text) { text = kMess; }
    void packed(const char*, std::string& text) { text = kMess; }
    void dayOrYear(const char*, std::optional<PartialDate>&) {}
    template <class F>
    void derived(const char*, F) {}
};

struct Kept {
    std::set<std::string> lines;
    std::set<std::string> verbatim;
    int lone = 0;

    template <class T>
    void look()
    {
        T row = blankRow<T>();
        Messer messer;
        T::map(messer, row);
        const auto columns = written(row);
        for (std::size_t i = 0; i < columns.names.size(); ++i) {
            const auto* text = std::get_if<std::string>(&columns.values[i]);
            const auto* packed = std::get_if<Bytes>(&columns.values[i]);
            const auto unpacked = packed != nullptr && !packed->empty() ? unpackText(*packed) : std::string();
            if (!unpacked.empty())
                text = &unpacked;
            const auto name = std::string(domain::toCode(kKindOf<T>)) + "." + columns.names[i];
            if (text == nullptr || columns.names[i] == "name_sort" || columns.names[i] == "name_fold")
                continue;
            INFO(name);
            if (*text == kMess)
                verbatim.insert(name);
            else if (*text == kLines)
                lines.insert(name);
            else if (text->find("ki") != std::string::npos) // the rest are codes and dates
                lone += *text == kLine ? 1 : -1000;
        }
    }
};

}

TEST_CASE("every text column is NFC, without stray blanks and line ends, but for JSON and files")
{
    Kept kept;
#define TD_ENTITY(name, table, id, images) kept.look<domain::name>();
#include "domain/entities.def"
#undef TD_ENTITY
    CHECK(kept.verbatim == std::set<std::string>{"regulation.value", "rule_pack.content", "stated_fact.value"});
    CHECK(kept.lines == std::set<std::string>{
              "achievement_report.about", "achievement_report.achievements", "achievement_report.honours", "attendance.opinion", "campaign.close_note", "campaign.criteria", "campaign.judged_how", "campaign.participants", "campaign.prizes", "campaign.review_note", "campaign.signer_title", "contest.participants", "contest.rules", "correction.bases", "correction.content", "correction.recipients", "correction.signer_title", "council.working_rules", "council_note.note", "decision.articles", "decision.bases", "decision.recipients", "decision.signer_title", "decision_line.name", "decision_line.post", "initiative.description", "initiative_mark.remark", "letter.body", "letter.recipients", "letter.signer_title", "list_change.reason", "meeting.agenda", "meeting.conclusions", "meeting.discussion", "meeting.signer_title", "objection.answer", "objection.content", "opinion.content", "person.note", "plan.signer_title", "plan_difficulty.answer", "plan_difficulty.text", "plan_section.body", "posting.reason", "rule_pack_use.reason", "submission.addressees",
              "submission.bases", "submission.body", "submission.enclosures", "submission.recipients", "submission.signer_title", "year_record.note"});
    CHECK(kept.lone > 90);
}

TEST_CASE("a text of no sensible length does not become a column")
{
    ColumnWriter writer;
    CHECK_NOTHROW(writer("note", std::string(kLongestLine, 'x')));
    CHECK_THROWS_AS(writer("note", std::string(kLongestLine + 1, 'x')), TextTooLong);
    std::string letters;
    for (std::size_t i = 0; i < kLongestLine; ++i)
        letters += "ế";
    CHECK_NOTHROW(writer("note", letters)); // letters are counted, not bytes
    CHECK_THROWS_AS(writer.lines("note", std::string(kLongestText + 1, 'x')), TextTooLong);
    const auto refused = guarded("a.thidua", []() -> Result<void> {
        within(kLongestLine, std::string(10'000, 'x'));
        return {};
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "text.too-long");
    CHECK(refused.error().code == ErrorCode::Validation);
}
