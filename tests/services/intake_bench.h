// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/sample_school.h"

#include "services/core/file_snapshot.h"
#include "services/intake/import_service.h"
#include "sheets/book.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::test {

/// The sample school on a day of its second year, and lists that come into it.
class Intake : public SampleSchool {
public:
    Intake() : SampleSchool(Date(2022, 9, 23)) {}

    static services::ImportRequest request(services::ListKind kind, const std::string& csv)
    {
        return {kind, sheets::readBook(csv, "a.csv").value(), "a.csv", kind == services::ListKind::Honours ? std::nullopt : std::optional(SchoolYear(2022))};
    }
    services::ImportReport import(const services::ImportRequest& request)
    {
        auto done = services::ImportService(file()).import(request);
        if (!done)
            FAIL(text::sentence(done.error()));
        return done->value;
    }
    /// As the window does it: on a copy.
    services::ImportReport preview(const services::ImportRequest& request)
    {
        const auto before = dump();
        const auto copy = services::FileSnapshot::of(file()).value();
        auto done = services::ImportService(*copy).import(request);
        CHECK(dump() == before);
        if (!done)
            FAIL(text::sentence(done.error()));
        return done->value;
    }
    services::ImportLook look(const services::ImportRequest& request) { return services::ImportService(file()).look(request).value(); }
    std::string refusal(const services::ImportRequest& request)
    {
        const auto before = dump();
        const auto done = services::ImportService(file()).import(request);
        CHECK(dump() == before);
        REQUIRE_FALSE(done);
        CHECK(text::hasMessage(done.error().key));
        return done.error().key;
    }
};

inline const services::ImportLine& lineAt(const services::ImportReport& report, std::size_t row)
{
    const auto found = std::ranges::find(report.lines, row, &services::ImportLine::row);
    REQUIRE(found != report.lines.end());
    return *found;
}

/// Why the row is left out; empty when it is not.
inline std::string whyNot(const services::ImportReport& report, std::size_t row)
{
    const auto found = std::ranges::find(report.rejected, row, &services::ImportIssue::row);
    return found == report.rejected.end() ? std::string() : found->key;
}

inline std::vector<services::SheetColumn> kindsOf(const services::ImportLook& look)
{
    std::vector<services::SheetColumn> kinds;
    for (const auto& column : look.columns)
        kinds.push_back(column.kind);
    return kinds;
}

}
