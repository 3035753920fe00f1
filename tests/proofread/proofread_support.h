// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proofread/proofread.h"
#include "support/catch.h"

namespace thidua::test {

const proofread::Book& book();
std::vector<proofread::Finding> read(const std::vector<std::string>& lines, std::optional<Date> on = std::nullopt);
/// One line, with a head that makes it a plan of 2021 – 2022.
std::vector<proofread::Finding> readLine(const std::string& line, std::optional<Date> on = Date(2021, 10, 20));
std::vector<std::string> fixture(const std::string& name);
/// All findings as text, for INFO.
std::string shown(const std::vector<proofread::Finding>& findings);
const proofread::Finding* find(const std::vector<proofread::Finding>& findings, const std::string& kind, const std::string& quotePart);

}
