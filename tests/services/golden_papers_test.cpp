// SPDX-License-Identifier: GPL-3.0-or-later
// Every paper of both samples, word for word as it was read and agreed (tests/golden). A change that mends a paper writes them anew with
// THIDUA_WRITE_GOLDEN=1; every difference is read before it is kept.
#include "documents/writers/html_writer.h"
#include "domain/school_year.h"
#include "services/core/sample_service.h"
#include "services/core/school_file.h"
#include "services/core/school_service.h"
#include "services/papers/document_service.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

using namespace thidua;
using namespace thidua::services;

namespace {

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

std::string fileName(const Printable& printable)
{
    return std::string(toCode(printable.kind)) + "-" + (printable.id ? std::to_string(*printable.id) : printable.year->text()) + ".html";
}

void compareAll(const std::string& sample)
{
    const test::Scratch scratch;
    const FixedClock clock(Date(2022, 9, 23));
    auto file = createSample(scratch / "a.thidua", sample, clock).value();
    const auto folder = std::filesystem::path(THIDUA_SOURCE) / "tests/golden" / sample;
    std::set<std::string> seen;
    const auto printables = DocumentService(*file).printables().value();
    for (const auto& printable : printables) {
        if (printable.kind == PaperKind::Ballots)
            continue;
        const auto name = fileName(printable);
        INFO(name);
        const auto year = printable.year ? SchoolService(*file).yearOf(*printable.year).value().id : domain::SchoolYearId(0);
        const auto anyYear = printable.year ? year : SchoolService(*file).years().value().front().id;
        const auto document = DocumentService(*file).build(printable.kind, printable.id, anyYear);
        REQUIRE(document);
        if (std::getenv("THIDUA_WRITE_GOLDEN") != nullptr)
            std::ofstream(folder / name, std::ios::binary) << documents::writeHtml(*document);
        CHECK(documents::writeHtml(*document) == contentOf(folder / name));
        seen.insert(name);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path());
        CHECK(seen.contains(entry.path().filename().string()));
    }
}

}

TEST_CASE("the papers of Măng Đen say what they have always said")
{
    compareAll("mang-den");
}

TEST_CASE("the papers of Hồng Dương say what they have always said")
{
    compareAll("hong-duong");
}
