// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace thidua {

/// `2022-06-01T15:12:00`: the moment `2022-06-01T08:12:00Z` by the clock on the wall of this machine; what is no such moment stays as it is.
std::string localMoment(const std::string& utc);
/// The same for people: `01/06/2022 15:12`.
std::string momentForPeople(const std::string& utc);

}
