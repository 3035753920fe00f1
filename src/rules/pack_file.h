// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/catalogue.h"
#include "rules/pack_check.h"

#include <nlohmann/json.hpp>

namespace thidua::rules {

/// A rule pack as a file that one office prepares for many schools: sections of rules, who wrote them and why. docs/rules-authoring.md.
struct PackFile {
    std::string title, author, reason;
    Date madeOn{2017, 10, 1};
    bool extendsShipped = false; ///< its entries replace or join those built in; else the pack is whole
    nlohmann::json rules;        ///< sections
    std::string sha256;          ///< over the canonical bytes of `rules`
};

/// The file's frame is read strictly and its checksum compared; what stands in the sections is checkPack's matter.
Result<PackFile> readPackFile(std::string_view text);
/// The frame as text, the checksum made anew.
std::string writePackFile(const PackFile& file);
std::string packChecksum(const nlohmann::json& rules);

/// The pack that the file makes of `base` (ignored by a whole pack): an entry of the file takes the place of the entry with the same key
/// (`packKey`), any other is added.
nlohmann::json appliedPack(const nlohmann::json& base, const PackFile& file);
/// What is wrong with the pack that the file makes of `base`, an entry written twice in the file included.
std::vector<PackProblem> packFileProblems(const nlohmann::json& base, const PackFile& file);
/// The pack that the file makes of `base`, checked and parsed.
Result<Catalogue> applied(const nlohmann::json& base, const PackFile& file);

/// What makes two entries of a section the same: their id; the honour, kind, grounds and first day of a requirement; the parameter and
/// kind of a threshold; the honours (and papers) of an authority or dossier; the honour and recipient of a bonus; the first day of a
/// base salary.
std::string packKey(std::string_view section, const nlohmann::json& entry);

/// All that a check of a file finds.
struct PackReport {
    std::vector<PackProblem> problems;
    std::size_t rules = 0; ///< conditions of the pack that it makes
    std::string hash;      ///< of the catalogue; empty with problems
};

/// Of a pack file, or of a bare pack of sections, which is taken as whole. An error where the text is neither.
Result<PackReport> inspectPack(const Catalogue& shipped, std::string_view text);

}
