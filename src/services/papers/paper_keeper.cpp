// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/paper_keeper.h"

#include "documents/document_json.h"
#include "domain/registration.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_registry.h"
#include "storage/repo/paper_repo.h"

#include <spdlog/spdlog.h>

namespace thidua::services {

using namespace domain;

namespace {

/// The paper from the rows as they stand now.
Result<documents::Document> built(SchoolFile& file, Reader& reader, PaperKind kind, std::int64_t row, std::optional<SchoolYearId> year)
{
    if (!year) // A plan for several years looks nothing up in its school year.
        for (const auto& any : repo::years(reader))
            year = any.id;
    PaperSource source{file, reader, year.value_or(SchoolYearId(0))};
    TD_CHECK(source.read());
    if (kind == PaperKind::RegistrationList)
        return handedInListPaper(source, RegistrationListId(row));
    return paperRow(kind).build(source, row);
}

std::optional<SchoolYearId> yearOfIssued(Reader& reader, PaperKind kind, std::int64_t row)
{
    for (const auto& place : repo::papersWithoutContent(reader))
        if (place.paper == paperRow(kind).code && place.row == row)
            return place.year;
    return std::nullopt;
}

}

Result<void> keepPaper(SchoolFile& file, Tx& tx, PaperKind kind, std::int64_t row)
{
    TD_TRY(const auto document, built(file, tx, kind, row, yearOfIssued(tx, kind, row)));
    TD_CHECK(checkWhole(document));
    repo::keepPaper(tx, std::string(paperRow(kind).code), row, documents::toJson(document));
    return {};
}

Result<std::vector<PaperGap>> gapsOf(SchoolFile& file, Reader& reader, PaperKind kind, std::int64_t row)
{
    TD_TRY(const auto paper, issuedPaper(reader, kind, row));
    TD_TRY(const auto document, built(file, reader, kind, row, paper.year));
    return gapsIn(document);
}

Result<std::optional<documents::Document>> keptPaper(Reader& reader, PaperKind kind, std::int64_t row)
{
    const auto text = repo::keptPaper(reader, std::string(paperRow(kind).code), row);
    if (!text)
        return std::optional<documents::Document>();
    TD_TRY(auto document, documents::documentFromJson(*text));
    return std::optional(std::move(document));
}

Result<void> keepOldPapers(SchoolFile& file)
{
    TD_TRY(const auto places, readFrom(file, [](Reader& reader) -> Result<std::vector<repo::PaperPlace>> { return repo::papersWithoutContent(reader); }));
    if (places.empty())
        return {};
    return file.data().complete([&](Reader& reader) -> Result<void> {
        for (const auto& place : places) {
            const auto kind = paperKindFromCode(place.paper);
            if (!kind)
                continue;
            const auto document = built(file, reader, *kind, place.row, place.year);
            if (document)
                repo::keepPaperUnrecorded(reader, place.paper, place.row, documents::toJson(*document));
            else
                spdlog::warn("paper {} {} could not be kept: {}", place.paper, place.row, document.error().key);
        }
        return {};
    });
}

}
