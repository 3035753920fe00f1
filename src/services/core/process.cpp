// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/process.h"

#include "storage/platform.h"
#include "storage/quiet_errors.h"

namespace thidua::services {

void prepareStreams()
{
    storage::platform::prepareStreams();
}

std::vector<std::string> arguments(int argc, const char* const* argv)
{
    return storage::platform::arguments(argc, argv);
}

QuietErrors::QuietErrors() : m_kept(storage::platform::silenceErrors()) {}

QuietErrors::~QuietErrors()
{
    storage::platform::restoreErrors(m_kept);
}

}
