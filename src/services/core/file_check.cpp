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
#include "storage/beside.h"
#include "storage/check.h"
#include "storage/check_part.h"
#include "storage/message_word.h"
#include "storage/migrator.h"
#include "storage/one_state.h"
#include "storage/sealed_bytes.h"
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

/// A file that is open for writing has none: it goes with the first change. An error when it cannot be read.
Result<bool> checkSeal(SchoolFile& file, Problems& problems)
{
    if (file.data().mode() != storage::OpenMode::ReadOnly) // a handle of ours beside it would give up its lock
        return false;
    auto pages = storage::RawFile::of(file.data().stored());
    if (!pages.size && storage::journalsOf(file.path()).empty()) // read by way of a copy, and whole as it stands
        pages = storage::RawFile::of(file.path());
    if (!pages.size)
        return false;
    TD_TRY(const auto reading, storage::readSeal(pages, file.path()));
    if (reading.state == storage::SealReading::State::None)
        return false;
    auto problem = storage::sealProblem(file.path(), file.data().stored(), reading);
    if (!problem)
        return true;
    if (problem->code != ErrorCode::FileCorrupt)
        return tl::unexpected<Error>(std::move(*problem));
    problems.push_back({problem->key, problem->args});
    return false;
}

void checkAnchors(SchoolFile& file, Reader& reader, const std::vector<storage::Anchor>& anchors, Problems& problems, Problems& notes, CheckReport& report)
{
    auto anchored = storage::compareAnchors(reader, file.path(), file.data().uid(), anchors, report.sealed);
    report.anchors = anchored.known;
    report.provenUpTo = anchored.provenUpTo;
    std::ranges::move(anchored.problems, std::back_inserter(problems));
    std::ranges::move(anchored.notes, std::back_inserter(notes));
}

Result<CheckReport> checked(SchoolFile& file)
{
    return readFrom(file, [&file](Reader& reader) -> Result<CheckReport> {
        CheckReport report;
        Problems problems, notes;
        const auto part = [&problems](const char* name, const std::function<void()>& body) {
            storage::guardedPart(storage::messageWord("check-part." + std::string(name)), problems, body);
        };
        // The anchors before the state that they are compared with: one that is noted meanwhile says nothing of it.
        std::vector<storage::Anchor> anchors;
        part("anchors", [&] { anchors = storage::anchorsOf(file.path(), file.data().uid()); });
        const storage::OneState state(file.data().stored());
        part("schema", [&] {
            if (storage::isUpgradeUnfinished(file.data().stored()))
                notes.push_back({"check-note.upgrade-unfinished", {}});
        });
        std::ranges::move(storage::checkFile(reader), std::back_inserter(problems));
        Result<bool> sealed = false;
        part("seal", [&] { sealed = checkSeal(file, problems); });
        if (!sealed)
            return tl::unexpected<Error>(std::move(sealed.error()));
        report.sealed = *sealed;
        part("packs", [&] { checkPacks(reader, problems); });
        part("rules", [&] { checkRules(file, reader, problems); });
        part("anchors", [&] { checkAnchors(file, reader, anchors, problems, notes, report); });
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

Result<CheckReport> checkSchoolFile(SchoolFile& file, Progress* progress)
{
    if (progress != nullptr)
        for (auto* database : {&file.data().database(), &file.data().stored()})
            storage::stopWith(*database, *progress);
    auto report = checked(file);
    if (progress != nullptr && progress->stopped())
        return fail(ErrorCode::WrongState, "work.stopped");
    return report;
}

}
