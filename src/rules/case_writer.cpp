// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/case.h"

#include <nlohmann/json.hpp>

namespace thidua::rules {
namespace {

using nlohmann::json;

json subjectJson(const Subject& subject)
{
    json out{{"kind", std::string(toCode(subject.kind))}};
    if (subject.position)
        out["position"] = *subject.position;
    if (subject.employedFrom)
        out["employed_from"] = subject.employedFrom->iso();
    if (subject.type)
        out["type"] = *subject.type;
    if (subject.grade)
        out["grade"] = *subject.grade;
    return out;
}

}

json toJson(const Case& theCase)
{
    return {{"on", theCase.on.iso()},
            {"school_year", theCase.schoolYear.text()},
            {"honour", theCase.honour},
            {"stage", std::string(toCode(theCase.stage))},
            {"ground", theCase.ground},
            {"subject", subjectJson(theCase.subject)},
            {"facts", theCase.facts.json()}};
}

}
