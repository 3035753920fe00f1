// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of facts: what each declares to read is what it reads.
#include "domain/collective.h"
#include "domain/decision.h"
#include "services/sample_school.h"

#include "rules/model.h"
#include "services/law/facts/fact_group.h"
#include "storage/data_file.h"
#include "storage/repo/school_repo.h"
#include "storage/repo/year_repo.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <set>
#include <sqlite3.h>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;
using namespace thidua::domain;

namespace {

/// The tables that the statements prepared while it lives read from.
class TablesRead {
public:
    explicit TablesRead(SQLite::Database& database) : m_database(database) { sqlite3_set_authorizer(m_database.getHandle(), note, &m_tables); }
    ~TablesRead() { sqlite3_set_authorizer(m_database.getHandle(), nullptr, nullptr); }
    TablesRead(const TablesRead&) = delete;
    TablesRead& operator=(const TablesRead&) = delete;
    const std::set<std::string>& tables() const { return m_tables; }

private:
    static int note(void* tables, int action, const char* table, const char*, const char*, const char*)
    {
        if (action == SQLITE_READ)
            static_cast<std::set<std::string>*>(tables)->insert(table);
        return SQLITE_OK;
    }

    SQLite::Database& m_database;
    std::set<std::string> m_tables;
};

std::set<std::string> codesOf(const EntityKinds& kinds)
{
    std::set<std::string> codes;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds.test(i))
            codes.emplace(toCode(static_cast<EntityKind>(i)));
    return codes;
}

std::vector<SubjectRef> everybody(storage::Reader& reader)
{
    std::vector<SubjectRef> all;
    for (const auto& row : storage::repo::collectives(reader))
        all.push_back(SubjectRef::of(row.id));
    for (const auto& row : storage::repo::employment(reader))
        all.push_back(SubjectRef::of(row.person));
    return all;
}

rules::Case emptyCase(const SubjectRef& subject, const std::string& honour)
{
    rules::Case made;
    made.on = Date(2022, 5, 31);
    made.schoolYear = SchoolYear(2021);
    made.honour = honour;
    made.subject.kind = subject.person ? rules::SubjectKind::Staff : rules::SubjectKind::Collective;
    return made;
}

/// The tables that one group reads when it is asked about everybody and every honour of the years, by nothing that another group has read
/// before. The first year of a school has no past of grades, a running one no closed meeting.
std::set<std::string> tablesOf(const FactGroup& group, SampleSchool& school, const std::vector<SchoolYearId>& years)
{
    auto& database = school.file().data().database();
    const auto subjects = everybody(school.file().data().reader());
    const TablesRead read(database);
    storage::Reader reader(database);
    const FactsWanted wanted(school.file().rules(), FactBuilder::Purpose::AllFacts);
    for (const auto year : years) {
        const FactData data(reader, year);
        for (const auto& subject : subjects)
            for (const auto& honour : school.file().rules().model().honours) {
                auto made = emptyCase(subject, honour.code);
                group.build({data, subject, wanted}, made);
            }
    }
    return read.tables();
}

}

TEST_CASE("a group of facts reads the kinds of rows that it declares, no others and no fewer")
{
    SampleSchool school(Date(2022, 9, 1));
    const std::vector<SchoolYearId> years{school.year(2021), school.year(2022)};
    std::set<std::string_view> names;
    for (const auto& group : factGroups()) {
        INFO(group.name);
        CHECK(names.insert(group.name).second);
        CHECK(tablesOf(group, school, years) == codesOf(group.reads));
    }
    CHECK(names.size() == factGroups().size());
}

TEST_CASE("a case reads the kinds of all groups and its school year, whatever it is made for")
{
    SampleSchool school(Date(2022, 9, 1));
    const auto year = school.year(2021);
    auto& database = school.file().data().database();
    const auto subjects = everybody(school.file().data().reader());
    const auto purpose = GENERATE(FactBuilder::Purpose::AllFacts, FactBuilder::Purpose::Verdicts, FactBuilder::Purpose::OutcomesAlone);
    const TablesRead read(database);
    storage::Reader reader(database);
    const FactBuilder facts(reader, year, school.file().rules(), purpose);
    for (const auto& subject : subjects)
        for (const auto& honour : school.file().rules().model().honours)
            facts.makeCase(subject, honour.code, Date(2022, 5, 31), rules::Stage::Decision);
    CHECK(read.tables() == codesOf(kindsOfFacts()));
}
