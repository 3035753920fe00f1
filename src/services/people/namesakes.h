// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace thidua::services {

struct OneOfAName {
    domain::SubjectRef who;
    std::string name;
    std::optional<PartialDate> birth{};
    std::string team{};
    std::string post{};
};

/// Those who share their name with another one here.
std::set<domain::SubjectRef> homonymsAmong(const std::vector<OneOfAName>& people);
/// Each of them with what tells it apart: the year of birth, else the team, the day of birth, the post – the first of these that all of the
/// name have and that differs. Every list, ballot and minute names people by it.
std::map<domain::SubjectRef, std::string> toldApart(const std::vector<OneOfAName>& people);

/// “Nguyễn Thị Hoa (1986)”; the name alone where nothing has to tell it apart.
std::string namedApart(const std::string& name, const std::string& apart);

}
