// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/papers/document_service.h"

#include "domain/decision.h"
#include "domain/submission.h"
#include "domain/registration.h"
#include "services/papers/founding_draft.h"
#include "services/papers/paper_keeper.h"
#include "services/papers/paper_registry.h"
#include "services/papers/paper_views.h"
#include "services/review/council_service.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

std::string_view toCode(PaperKind kind)
{
    return paperRow(kind).code;
}

std::optional<PaperKind> paperKindFromCode(std::string_view code)
{
    const auto found = std::ranges::find(paperRegistry(), code, &PaperRow::code);
    return found == paperRegistry().end() ? std::nullopt : std::optional(found->kind);
}

std::vector<std::string> formatsOf(PaperKind kind)
{
    return paperRow(kind).formats;
}

std::string paperSymbol(PaperKind kind, const std::string& school)
{
    const auto mark = paperRow(kind).symbol;
    return mark.empty() ? std::string() : std::string(mark) + "-" + school;
}

std::vector<std::string> paperCodes()
{
    std::vector<std::string> codes;
    for (const auto& row : paperRegistry())
        codes.emplace_back(row.code);
    return codes;
}

Result<std::vector<Printable>> DocumentService::printables()
{
    return readFrom(m_file, [this](Reader& reader) -> Result<std::vector<Printable>> {
        PaperLister list{reader, m_file.rules()};
        for (const auto& row : paperRegistry())
            if (!row.ofYear)
                row.list(list);
        for (const auto& year : repo::years(reader)) {
            list.year = &year;
            for (const auto& row : paperRegistry())
                if (row.ofYear)
                    row.list(list);
        }
        return std::move(list.found);
    });
}

Result<documents::Document> DocumentService::build(PaperKind kind, std::optional<std::int64_t> id, SchoolYearId year)
{
    const auto& paper = paperRow(kind);
    if (!id && !paper.wholeYear) {
        TD_TRY(const auto all, printables());
        TD_TRY(const auto row, readFrom(m_file, [&](Reader& reader) { return need<SchoolYearRow>(reader, year); }));
        for (const auto& printable : all)
            if (printable.kind == kind && (!printable.year || printable.year == row.data.year) && !id)
                id = printable.id;
        if (!id)
            return fail(ErrorCode::NotFound, "paper.none", {std::string(paper.code), row.data.year.screen()});
    }
    return readFrom(m_file, [&](Reader& reader) -> Result<documents::Document> {
        if (!paper.wholeYear) {
            TD_TRY(auto kept, keptPaper(reader, kind, *id));
            if (kept)
                return std::move(*kept);
        }
        PaperSource source{m_file, reader, year};
        TD_CHECK(source.read());
        return paper.build(source, id.value_or(0));
    });
}

std::string_view foundingCode(CouncilKind kind)
{
    return kind == CouncilKind::Emulation ? "establish_council" : "establish_initiative_council";
}

Result<documents::Document> foundingDraft(SchoolFile& file, const CouncilDraft& draft, const std::vector<PaperBasis>& bases)
{
    return readFrom(file, [&](Reader& reader) -> Result<documents::Document> {
        PaperSource source{file, reader, draft.council.year};
        TD_CHECK(source.read());
        return foundingPaper(source, draft.council, draft.members, bases, draft.id);
    });
}

Result<documents::Document> DocumentService::handedInList(RegistrationListId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<documents::Document> {
        TD_TRY(auto kept, keptPaper(reader, PaperKind::RegistrationList, id.value()));
        if (kept)
            return std::move(*kept);
        TD_TRY(const auto list, need<RegistrationList>(reader, id));
        PaperSource source{m_file, reader, list.data.year};
        TD_CHECK(source.read());
        return handedInListPaper(source, id);
    });
}

}
