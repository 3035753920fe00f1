// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"

namespace thidua::services {

struct PackInHand {
    std::string title, author, reason, hash;
    std::optional<Date> usedFrom;        ///< absent: the program's own
    std::string version;
};

/// A pack file read for taking in: what it is and what it would do. Nothing is written.
struct PackOffer {
    PackInHand pack;
    std::string content;                 ///< the file, to be handed to takePack
    std::vector<std::string> changed;    ///< Vietnamese: which honours and values differ from the rules in force
    std::vector<VerdictChange> verdicts; ///< of nominations still being reviewed
};

/// Rule packs: the rules in use as a file, and another one's taken in their place.
class RulePackService {
public:
    explicit RulePackService(SchoolFile& file) : m_file(file) {}

    Result<PackInHand> packInUse();
    /// The rules in use as a pack file; written beside and renamed.
    Result<Done> exportPack(const std::filesystem::path& to, const std::string& title, const std::string& author, const std::string& reason);
    Result<PackOffer> readPack(const std::filesystem::path& from);
    Written<Done> takePack(const PackOffer& offer);
    /// Back to the program's own rules.
    Written<Done> dropPack(const std::string& reason);

private:
    SchoolFile& m_file;
};

}
