// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/built_in_rules.h"
#include "rules/catalogue.h"
#include "rules/pack_parser.h"

namespace thidua::rules {

Result<Catalogue> Catalogue::builtIn()
{
    try {
        const auto& built = builtInRules();
        auto model = parsePack(nlohmann::json::parse(built.pack));
        model->hash = built.hash;
        model->version = built.version;
        model->text = {nullptr, built.pack};
        return Catalogue(std::move(model));
    } catch (const std::exception& error) {
        return fail(ErrorCode::InputFormat, "rules.pack-broken", {}, error.what());
    }
}

Result<Catalogue> Catalogue::shipped()
{
    static const Result<Catalogue> catalogue = builtIn();
    return catalogue;
}

}
