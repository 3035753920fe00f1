// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/collective_type.h"

#include <string>

namespace thidua::domain {

struct Collective {
    std::string uid;
    std::string name;
    std::string shortName;
    CollectiveType type = CollectiveType::Team;
    int sortOrder = 0;
    bool active = true;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("uid", r.uid);
        v("name", r.name);
        v("short_name", r.shortName);
        v("type", r.type);
        v("sort_order", r.sortOrder);
        v("active", r.active);
    }

    friend bool operator==(const Collective&, const Collective&) = default;
};

}
