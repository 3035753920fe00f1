// SPDX-License-Identifier: GPL-3.0-or-later
// A paper keeps what it said: whatever is renamed afterwards, what was issued prints as it was issued.
#include "services/sample_school.h"

#include "documents/writers/html_writer.h"
#include "domain/people.h"
#include "domain/registration.h"
#include "domain/school.h"
#include "services/core/internal.h"
#include "services/core/school_service.h"
#include "services/follow/registration_service.h"
#include "services/papers/document_service.h"
#include "storage/repo/paper_repo.h"

#include <map>
#include <set>

using namespace thidua;
using namespace thidua::test;
using namespace thidua::services;

namespace {

bool isIssued(const Printable& printable)
{
    static const std::set<PaperKind> kinds{PaperKind::Plan, PaperKind::Decision, PaperKind::Submission, PaperKind::Minutes};
    return kinds.contains(printable.kind) && printable.state != "Dự thảo" && printable.state != "Đang họp";
}

std::map<std::string, std::string> issuedPapers(SampleSchool& school)
{
    std::map<std::string, std::string> pages;
    DocumentService service(school.file());
    const auto printables = service.printables().value();
    for (const auto& printable : printables)
        if (isIssued(printable)) {
            const auto year = printable.year ? school.year(printable.year->startYear()) : school.year(2021);
            pages[std::string(toCode(printable.kind)) + std::to_string(*printable.id)] = documents::writeHtml(service.build(printable.kind, printable.id, year).value());
        }
    const auto handedIn = RegistrationService(school.file()).handedIn(school.year(2021)).value();
    for (const auto& list : handedIn)
        pages["list" + std::to_string(list.id.value())] = documents::writeHtml(service.handedInList(list.id).value());
    return pages;
}

/// The school, the agencies, the place, who signs, and everybody's name.
void renameEverything(SampleSchool& school)
{
    auto& data = school.file().data();
    REQUIRE(data.write({domain::Op::EditSchool, "Lan", "2026-01-01T00:00:00Z", {}, std::nullopt}, [](storage::Tx& tx) -> Result<void> {
        auto row = *storage::repo::school(tx);
        for (auto* field : {&row.data.name, &row.data.superiorAgency, &row.data.conferringAgency, &row.data.conferringHead, &row.data.documentSymbol, &row.data.placeName})
            *field = "Khác " + *field;
        row.data.signing = domain::SigningAuthority::OnBehalf;
        row.data.signer = row.data.head;
        tx.update(row.id, row.data);
        for (auto& person : tx.all<domain::Person>()) {
            person.data.fullName = "Khác " + person.data.fullName;
            tx.update(person.id, person.data);
        }
        return {};
    }));
}

}

TEST_CASE("what was issued prints the same bytes after everything was renamed")
{
    SampleSchool school(Date(2022, 9, 23));
    const auto before = issuedPapers(school);
    std::set<std::string> kinds;
    for (const auto& [name, page] : before)
        kinds.insert(name.substr(0, name.find_first_of("0123456789")));
    CHECK(kinds == std::set<std::string>{"plan", "decision", "submission", "minutes", "list"});
    renameEverything(school);
    CHECK(issuedPapers(school) == before);
    CHECK(storage::repo::papersWithoutContent(school.file().data().reader()).empty());
}

TEST_CASE("a draft prints what stands in the file today")
{
    SampleSchool school(Date(2022, 9, 23));
    DocumentService service(school.file());
    const auto page = [&] { return documents::writeHtml(service.build(PaperKind::RegistrationList, std::nullopt, school.year(2022)).value()); };
    const auto before = page();
    renameEverything(school);
    CHECK(page() != before);
}
