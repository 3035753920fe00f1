// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "rules/catalogue.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace thidua::services {

/// Which honour words mean: its name, its short name, or what resources/import/honours.txt says of it, however it is written.
class HonourWords {
public:
    explicit HonourWords(const rules::Catalogue& catalogue);
    std::optional<std::string> codeOf(const std::string& words) const;
    /// Of a cell that may name several, by commas, plus signs or lines; those that mean nothing go into `unknown`.
    std::vector<std::string> codesOf(const std::string& cell, std::vector<std::string>& unknown) const;

private:
    std::map<std::string, std::string> m_codes; ///< by folded words
};

/// The school year that a heading names: “2022-2023”, “Năm học 2022 - 2023”.
std::optional<SchoolYear> yearNamed(const std::string& heading);
/// Whether an honour may go to a recipient of that kind (staff, pupil, collective); what is not on the list may.
bool mayReceive(const rules::Catalogue& catalogue, const std::string& honour, const std::string& kind);
/// The lowest title in force that such a recipient may have; empty without any.
std::string lowestTitleOf(const rules::Catalogue& catalogue, const std::string& kind, Date on);

}
