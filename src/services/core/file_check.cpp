// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/file_check.h"

#include "domain/council.h"
#include "domain/decision.h"
#include "domain/regulation.h"
#include "domain/school_year.h"
#include "rules/council_law.h"
#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "storage/anchors.h"
#include "storage/check.h"
#include "storage/check_part.h"
#include "storage/message_word.h"
#include "text/messages.h"

namespace thidua::services {
namespace {

using Problems = std::vector<storage::FileProblem>;

/// Councils that the law of the day of their founding asks for an odd number of members, and that have an even one.
void checkCouncils(Reader& reader, const rules::Catalogue& catalogue, Problems& problems)
{
    for (const auto& year : repo::years(reader))
        for (const auto& council : repo::councils(reader, year.id)) {
            const auto decision = council.data.decision ? reader.find<domain::Decision>(*council.data.decision) : std::nullopt;
            if (council.data.kind != domain::CouncilKind::Emulation || !decision || !decision->data.number.issuedOn)
                continue;
            const bool odd = !rules::councilLawOn(catalogue, *decision->data.number.issuedOn).oddNumber.empty();
            if (odd && repo::members(reader, council.id).size() % 2 == 0)
                problems.push_back({"check.council-even", {council.data.name}});
        }
}

/// A pack taken in stands under the hash of its text; one that verdicts were made with under that of its text and its layers.
void checkPacks(Reader& reader, Problems& problems)
{
    for (const auto& pack : storage::packsOfOtherHash(reader)) {
        bool whole = false;
        try {
            whole = catalogueOfPack(reader, pack.hash).has_value();
        } catch (const std::exception&) {
            // Damaged so that it cannot be read at all.
        }
        if (!whole)
            problems.push_back({"check.pack-altered", {pack.id}});
    }
}

void checkRules(SchoolFile& file, Reader& reader, Problems& problems)
{
    const auto& rules = file.effectiveRules();
    checkCouncils(reader, rules.catalogue, problems);
    if (rules.packProblem)
        problems.push_back({"check.pack-unusable", {text::sentence(*rules.packProblem)}});
    for (const auto& entry : rules.unusable)
        if (const auto row = reader.find<domain::Regulation>(entry.id))
            problems.push_back({"check.regulation-unusable", {row->data.cite, text::sentence(entry.error)}});
}

/// A file that is open for writing has none: it goes with the first change, and is not read beside SQLite's locks.
bool checkSeal(SchoolFile& file, Problems& problems)
{
    if (file.data().mode() != storage::OpenMode::ReadOnly)
        return false;
    const auto reading = storage::readSeal(file.path());
    if (!reading || reading->state == storage::SealReading::State::None)
        return false;
    if (const auto problem = storage::sealProblem(file.path(), file.data().stored(), *reading)) {
        problems.push_back({problem->key, problem->args});
        return false;
    }
    return true;
}

void checkAnchors(SchoolFile& file, Reader& reader, Problems& problems, Problems& notes, CheckReport& report)
{
    const auto uid = file.data().uid();
    auto anchored = storage::compareAnchors(reader, file.path(), uid, storage::anchorsOf(file.path(), uid), report.sealed);
    report.anchors = anchored.known;
    report.provenUpTo = anchored.provenUpTo;
    std::ranges::move(anchored.problems, std::back_inserter(problems));
    std::ranges::move(anchored.notes, std::back_inserter(notes));
}

}

Result<CheckReport> checkSchoolFile(SchoolFile& file)
{
    return readFrom(file, [&file](Reader& reader) -> Result<CheckReport> {
        CheckReport report;
        auto problems = storage::checkFile(reader);
        Problems notes;
        const auto part = [&problems](const char* name, const std::function<void()>& body) {
            storage::guardedPart(storage::messageWord("check-part." + std::string(name)), problems, body);
        };
        part("seal", [&] { report.sealed = checkSeal(file, problems); });
        part("packs", [&] { checkPacks(reader, problems); });
        part("rules", [&] { checkRules(file, reader, problems); });
        part("anchors", [&] { checkAnchors(file, reader, problems, notes, report); });
        const auto head = storage::recordHead(reader);
        report.operations = head.operations;
        report.head = head.hash;
        report.at = head.at;
        for (const auto& problem : problems)
            report.problems.push_back(text::message(problem.key, problem.args));
        for (const auto& note : notes)
            report.notes.push_back(text::message(note.key, note.args));
        return report;
    });
}

}
