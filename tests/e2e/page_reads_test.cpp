// SPDX-License-Identifier: GPL-3.0-or-later
// Every page is read again when anything has changed that it was read from.
#include "support/catch.h"

#include "domain/change_set.h"
#include "e2e/open_window.h"

#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;

namespace {

sqlite3* g_newest = nullptr;

extern "C" int noteConnection(sqlite3* database, char**, const struct sqlite3_api_routines*)
{
    // The trial of the file's locks opens a second one to read, and closes it again.
    if (sqlite3_db_readonly(database, "main") != 1)
        g_newest = database;
    return SQLITE_OK;
}

/// The kinds of rows that the newest connection reads while it lives.
class Watch {
public:
    Watch()
    {
        sqlite3_set_authorizer(
            g_newest,
            [](void* self, int action, const char* table, const char*, const char*, const char*) {
                if (action == SQLITE_READ)
                    if (const auto kind = domain::entityKindFromCode(table))
                        static_cast<Watch*>(self)->kinds.set(static_cast<std::size_t>(*kind));
                return SQLITE_OK;
            },
            this);
    }
    ~Watch() { sqlite3_set_authorizer(g_newest, nullptr, nullptr); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    domain::EntityKinds kinds;
};

bool affects(const ui::Page& page, domain::EntityKind kind)
{
    domain::ChangeSet changes;
    changes.kinds.set(static_cast<std::size_t>(kind));
    return page.affects(changes);
}

}

TEST_CASE("a page is affected by every kind of row that it was read from, and by the rules where it shows verdicts or honours")
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(noteConnection));
    OpenWindow opened(Date(2022, 9, 23));
    sqlite3_reset_auto_extension();
    const QStringList byRules{"registrations", "nominations", "council", "submissions", "awards", "decisions", "history", "rules", "staff", "initiatives",
                              "overview", "foresight"};
    for (const auto& year : {SchoolYear(2022), SchoolYear(2021)}) {
        opened.school->showYear(year);
        for (const auto& id : kPages) {
            auto& page = opened.page(id);
            const Watch watch;
            page.load();
            for (std::size_t i = 0; i < watch.kinds.size(); ++i) {
                const auto kind = static_cast<domain::EntityKind>(i);
                INFO(id.toStdString() << " reads " << domain::toCode(kind));
                if (watch.kinds.test(i))
                    CHECK(affects(page, kind));
            }
            if (byRules.contains(id)) {
                INFO(id.toStdString() << " and the rules");
                CHECK(affects(page, domain::EntityKind::Regulation));
                CHECK(affects(page, domain::EntityKind::RulePackUse));
            }
        }
    }
}
