// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/achievement_report.h"

#include "documents/compose.h"

namespace thidua::documents {

Document achievementReport(const AchievementReportView& view, const Template& words)
{
    const Fields fields{{"name", view.name}, {"honour", view.honour}, {"year", view.year.paper()}, {"collectives", std::int64_t{view.collective}}, {"form", std::int64_t{view.form}}};
    Composer composer(words, words.text("file", fields), view.issuer);
    auto head = composer.head(view.issuer);
    head.placeDate = composer.dateLine(view.issuer, view.date);
    composer.add(std::move(head));
    composer.add(TitleBlock{words.text("type"), words.lines("subject", fields), {}});
    int number = 0;
    const auto section = [&](const char* name, const std::vector<std::string>& lines) {
        composer.paragraph(roman(++number) + ". " + words.text(name, fields), Level::Section);
        for (const auto& line : lines)
            composer.paragraph(line);
    };
    section("about", composer.need(view.about, "about"));
    section("achievements", composer.need(view.achievements, "achievements"));
    section("honours", view.honours.empty() ? words.lines("no-honours") : view.honours);
    // Beside the school's head stands who reports; a collective's report is its head's.
    Signature signature;
    auto confirms = composer.signer(view.signer, "signer");
    auto reports = Signer{words.lines("reports", fields), view.collective ? std::string() : view.name, {}};
    confirms.office.insert(confirms.office.begin(), words.text("confirmed"));
    signature.signers = {std::move(confirms), std::move(reports)};
    composer.add(std::move(signature));
    return composer.finish();
}

}
