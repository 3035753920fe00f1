// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/sample_service.h"

#include "services/core/embedded_samples.h"
#include "services/core/internal.h"
#include "services/core/large_sample.h"
#include "services/core/scenario_runner.h"
#include "storage/aside.h"
#include "storage/backup.h"

namespace thidua::services {

std::vector<std::string> sampleNames()
{
    std::vector<std::string> names;
    for (const auto& file : embeddedSamples()) {
        const auto parts = split(file.path, '/');
        names.push_back(parts[parts.size() - 2]);
    }
    return names;
}

namespace {

Result<std::string_view> scenarioOf(const std::string& name)
{
    for (const auto& file : embeddedSamples())
        if (file.path.find("/" + name + "/") != std::string_view::npos)
            return file.bytes;
    return fail(ErrorCode::NotFound, "sample.none", {name, join(sampleNames(), ", ")});
}

}

Result<std::unique_ptr<SchoolFile>> createSample(const std::filesystem::path& path, const std::string& name, const Clock& clockAfterwards)
{
    TD_TRY(const auto large, largeSchoolNamed(name));
    const auto scenario = large ? Result<std::string_view>(std::string_view()) : scenarioOf(name);
    TD_CHECK(scenario);
    TD_CHECK(mayBeFounded(path));
    storage::Aside aside(path);
    auto made = [&]() -> Result<void> {
        TD_CHECK(large ? makeLargeSchool(aside.path(), *large) : ScenarioRunner::run(aside.path(), *scenario, scenarioOf));
        TD_CHECK(storage::verify(aside.path()));
        return aside.place();
    }();
    if (!made)
        return tl::unexpected<Error>(aside.named(std::move(made.error())));
    return SchoolFile::open(path, SchoolFile::Mode::ReadWrite, clockAfterwards, Session{});
}

}
