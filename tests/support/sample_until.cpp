// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_until.h"

#include "services/core/embedded_samples.h"
#include "services/core/scenario_runner.h"
#include "support/scratch.h"

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace thidua::test {

const std::filesystem::path& sampleUntil(Date day)
{
    static const Scratch scratch;
    static std::map<std::string, std::filesystem::path> made;
    if (const auto found = made.find(day.iso()); found != made.end())
        return found->second;
    auto scenario = nlohmann::json();
    for (const auto& file : embeddedSamples())
        if (file.path.find("/mang-den/") != std::string_view::npos)
            scenario = nlohmann::json::parse(file.bytes);
    auto steps = nlohmann::json::array();
    for (auto& step : scenario.at("steps"))
        if (step.at("on").get<std::string>() <= day.iso())
            steps.push_back(std::move(step));
    scenario["steps"] = std::move(steps);
    const auto path = scratch / (day.iso() + ".thidua");
    if (const auto done = services::ScenarioRunner::run(path, scenario); !done)
        throw std::runtime_error(done.error().key + " " + done.error().detail);
    return made.emplace(day.iso(), path).first->second;
}

}
