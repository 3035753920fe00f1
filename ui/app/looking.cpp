// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/looking.h"

#include "domain/page_ids.h"

namespace thidua::ui {
namespace {

struct WritingPage {
    const char* page;
    std::initializer_list<const char*> verbs;
};

}

QStringList writingCommands(bool backup)
{
    static const WritingPage kPages[] = {
        {"program", {"import"}},
        {pages::kOverview, {"register"}},
        {pages::kCouncil, {"propose", "propose-initiative", "like-last-year", "compose", "member-add", "save", "establish", "remove", "renew", "meeting-add",
                           "emulation-meeting", "next", "close"}},
        {pages::kNominations, {"council", "add", "gather", "refresh", "override", "withdraw"}},
        {pages::kYearRecords, {"no-discipline", "no-absence", "no-investigation", "full-months", "import"}},
        {pages::kSubmissions, {"add", "issue", "outcome", "edit", "remove", "correct"}},
        {pages::kDecisions, {"add", "issue", "edit", "remove", "correct", "confer"}},
        {pages::kRules, {"take-pack", "drop-pack", "add", "edit", "end", "remove"}},
    };
    QStringList ids = backup ? QStringList{QStringLiteral("program.backup"), QStringLiteral("overview.backup")} : QStringList();
    for (const auto& one : kPages)
        for (const auto* verb : one.verbs)
            ids << QString::fromLatin1(one.page) + QLatin1Char('.') + QString::fromLatin1(verb);
    return ids;
}

}
