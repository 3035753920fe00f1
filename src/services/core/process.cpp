// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/process.h"

#include "storage/platform.h"

namespace thidua::services {

void prepareStreams()
{
    storage::platform::prepareStreams();
}

std::vector<std::string> arguments(int argc, const char* const* argv)
{
    return storage::platform::arguments(argc, argv);
}

}
