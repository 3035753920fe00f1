// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <string>
#include <utility>
#include <vector>

namespace thidua::documents::docx {

using PackageFile = std::pair<std::string, std::string>;  ///< path inside the package, bytes

/// A zip archive in memory whose entries all carry the same date.
Result<std::string> zipped(const std::vector<PackageFile>& files);

/// styles.xml: every role of an official paper as a style with a Vietnamese name.
std::string stylesXml();

}
