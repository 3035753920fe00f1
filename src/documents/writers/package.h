// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The zip archives that Word and Excel files are.
namespace thidua::documents {

using PackageFile = std::pair<std::string, std::string>;  ///< path inside the package, bytes

/// An archive in memory whose entries all carry the same date.
Result<std::string> zipped(const std::vector<PackageFile>& files);
/// What an archive holds, every entry read whole and its checksum compared; a failure when any of it is not to be read.
Result<std::vector<PackageFile>> unzipped(std::string_view bytes);
/// Whether a part is XML by its name; pictures are not.
bool isXmlPart(std::string_view name);
/// Whether an XML part can be read by those who keep to XML 1.0: well formed, and without a character that may not stand in it.
bool isSoundXml(std::string_view bytes);

/// Writes the files as one package. Nothing appears under the name before the package has been read again from the disk, whole.
Result<void> writePackage(const std::filesystem::path& target, const std::vector<PackageFile>& files, const Progress* progress = nullptr);

}
