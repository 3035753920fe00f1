// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/school_file.h"

#include "base/local_time.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "domain/school.h"
#include "domain/school_year.h"
#include "services/core/file_check.h"
#include "services/core/internal.h"
#include "services/core/school_service.h"
#include "services/core/school_summary.h"
#include "services/core/search_index.h"
#include "services/law/effective_rules.h"
#include "services/law/verdict_text.h"
#include "services/papers/paper_keeper.h"
#include "storage/aside.h"
#include "storage/backup.h"
#include "storage/backup_register.h"
#include "storage/beside.h"
#include "storage/check.h"
#include "text/messages.h"

#include <spdlog/spdlog.h>

namespace thidua::services {
namespace {

/// A busy file's sentence tells where a copy to look at lies.
Error withNewestBackup(Error error, const std::filesystem::path& path)
{
    if (error.code != ErrorCode::FileBusy)
        return error;
    const auto backup = storage::newestBackupOfPath(path);
    error.key = backup ? "file.busy-with-backup" : "file.busy-no-backup";
    error.args = {storage::platform::utf8(path)};
    if (backup) {
        error.args.push_back(backup->path);
        error.args.push_back(momentForPeople(backup->at));
    }
    return error;
}

std::string opSentence(const storage::ChangeEntry& entry, Reader& reader)
{
    // An undone undo is named by the operation it brings back; its words are kept with it.
    const auto origin = storage::originOf(reader, entry);
    return origin.op ? text::message("op." + std::string(domain::toCode(*origin.op)), origin.labelArgs) : std::string();
}

Result<Done> found(Tx& tx, const FoundSchool& command)
{
    auto school = command.school;
    for (auto* field : {&school.name, &school.superiorAgency, &school.conferringAgency, &school.conferringHead, &school.documentSymbol, &school.placeName})
        tidy(*field);
    if (auto issues = validate(school); !issues.empty())
        return fail(std::move(issues));
    tx.setLabel({school.name});
    std::optional<domain::SchoolYearId> year;
    if (command.firstYear)
        year = tx.insert(SchoolService::proposedYear(*command.firstYear));
    tx.insert(domain::Collective{newUid(), school.name, {}, domain::CollectiveType::School, 0, true});
    const auto head = normalised(command.headName);
    if (!head.empty()) {
        domain::Person person;
        person.uid = newUid();
        person.fullName = head;
        school.head = tx.insert(person);
        if (year)
            tx.insert(domain::StaffAssignment{*school.head, *year, domain::Position::Principal, "Hiệu trưởng", std::nullopt});
    }
    tx.insert(school);
    return Done{};
}

}

Result<void> mayBeFounded(const std::filesystem::path& path)
{
    TD_CHECK(storage::usableName(path));
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, error)))
        return fail(ErrorCode::Io, "file.exists", {storage::platform::utf8(path)});
    TD_CHECK(storage::checkFolder(path));
    TD_CHECK(storage::nothingBeside(path));
    storage::sweepAside(path.parent_path(), path);
    return {};
}

SchoolFile::SchoolFile(std::unique_ptr<storage::DataFile> data, const Clock& clock, Session session)
    : m_data(std::move(data)), m_verdicts(std::make_unique<VerdictReader>()), m_clock(clock), m_session(std::move(session))
{
}

SchoolFile::~SchoolFile() = default;

Result<std::unique_ptr<SchoolFile>> SchoolFile::create(const std::filesystem::path& path, const FoundSchool& command, const Clock& clock,
                                                       Session session)
{
    if (auto issues = validate(command.school); !issues.empty())
        return fail(std::move(issues));
    TD_TRY(const auto shipped, rules::Catalogue::shipped());
    TD_CHECK(mayBeFounded(path));
    storage::Aside aside(path);
    auto made = [&]() -> Result<void> {
        {
            TD_TRY(auto data, storage::DataFile::create(aside.path(), clock.nowUtc()));
            SchoolFile file(std::move(data), clock, session);
            file.m_rules.reset(new EffectiveRules{shipped, {}, {}});
            TD_CHECK(writeTo<Done>(file, domain::Op::FoundSchool, [&](Tx& tx) { return found(tx, command); }));
        }
        TD_CHECK(storage::verify(aside.path()));
        return aside.place();
    }();
    if (!made)
        return tl::unexpected<Error>(aside.named(std::move(made.error())));
    return open(path, Mode::ReadWrite, clock, std::move(session));
}

Result<std::unique_ptr<SchoolFile>> SchoolFile::open(const std::filesystem::path& path, Mode mode, const Clock& clock, Session session, Rules rules)
{
    const auto how = mode == Mode::ReadOnly ? storage::OpenMode::ReadOnly : storage::OpenMode::ReadWrite;
    auto data = storage::DataFile::open(path, how, clock.nowUtc());
    if (!data)
        return tl::unexpected<Error>(withNewestBackup(std::move(data.error()), path));
    std::unique_ptr<SchoolFile> file(new SchoolFile(std::move(*data), clock, std::move(session)));
    TD_TRY(const bool founded, readFrom(*file, [](Reader& reader) -> Result<bool> { return repo::hasSchool(reader); }));
    if (!founded)
        return fail(ErrorCode::FileCorrupt, "file.half-made", {storage::platform::utf8(path)});
    if (rules == Rules::AtOnce)
        TD_CHECK(file->readRules());
    if (mode == Mode::ReadWrite && !file->readOnlyReason()) {
        TD_CHECK(keepOldPapers(*file));
        storage::rememberPath(path, file->data().uid());
    }
    return file;
}

Result<void> SchoolFile::goOnIn(const std::filesystem::path& path)
{
    TD_TRY(auto other, storage::DataFile::open(path, storage::OpenMode::ReadWrite, m_clock.nowUtc()));
    if (other->uid() != m_data->uid())
        return fail(ErrorCode::WrongState, "file.another-school", {storage::platform::utf8(path)});
    TD_CHECK(other->ceaseToBeBackup());
    storage::noteWorkedIn(path);
    m_writesBefore += m_data->operationsWritten();
    m_before = std::exchange(m_data, std::move(other));
    m_verdicts = std::make_unique<VerdictReader>();
    m_search.reset();
    storage::rememberPath(path, m_data->uid());
    return m_rules ? readRules() : Result<void>();
}

Result<void> SchoolFile::readRules()
{
    TD_TRY(auto fresh, readFrom(*this, [](Reader& reader) { return services::effectiveRules(reader); }));
    if (m_rules)
        *m_rules = std::move(fresh); // in its place: callers hold references
    else
        m_rules = std::make_unique<EffectiveRules>(std::move(fresh));
    return {};
}

void SchoolFile::follow(const domain::ChangeSet& changes)
{
    if (!m_rules)
        return;
    if (!changes.touches(domain::EntityKind::Regulation) && !changes.touches(domain::EntityKind::RulePackUse))
        return;
    if (const auto read = readRules(); !read)
        spdlog::error("the rules could not be read again: {} {}", read.error().key, read.error().detail);
}

const EffectiveRules& SchoolFile::effectiveRules() const
{
    if (!m_rules)
        // Reading them late changes nothing that anybody can see.
        if (const auto read = const_cast<SchoolFile*>(this)->readRules(); !read)
            throw std::runtime_error("the rules cannot be read: " + read.error().key + " " + read.error().detail);
    return *m_rules;
}

const rules::Catalogue& SchoolFile::rules() const
{
    return effectiveRules().catalogue;
}

const std::filesystem::path& SchoolFile::path() const
{
    return m_data->path();
}

const std::optional<Error>& SchoolFile::readOnlyReason() const
{
    return m_data->readOnlyReason();
}

bool SchoolFile::changedSinceOpening() const
{
    return m_data->operationsWritten() > 0;
}

int SchoolFile::writesSoFar() const
{
    return m_writesBefore + m_data->operationsWritten();
}

UndoNames SchoolFile::undoNames()
{
    auto names = readFrom(*this, [](Reader& reader) -> Result<UndoNames> {
        const auto state = storage::undoState(reader);
        UndoNames found;
        if (state.undo)
            found.undo = opSentence(*state.undo, reader);
        if (state.redo)
            found.redo = opSentence(*state.redo, reader);
        return found;
    });
    return names.value_or(UndoNames{});
}

Written<Done> SchoolFile::turnBack(domain::Op op)
{
    const bool undoing = op == domain::Op::Undo;
    TD_TRY(const auto state, readFrom(*this, [](Reader& reader) -> Result<storage::UndoState> { return storage::undoState(reader); }));
    const auto& entry = undoing ? state.undo : state.redo;
    if (!entry)
        return fail(ErrorCode::WrongState, undoing ? "undo.nothing" : "redo.nothing");
    auto changes = m_data->write({op, m_session.userName, m_clock.nowUtc(), {}, entry->id}, [&](Tx& tx) -> Result<void> {
        storage::turnBack(tx, *entry);
        tx.setLabel({opSentence(*entry, tx)});
        return {};
    });
    if (!changes)
        return tl::unexpected<Error>(std::move(changes.error()));
    follow(*changes);
    return OpResult<Done>{Done{}, std::move(*changes)};
}

Written<Done> SchoolFile::undo()
{
    return turnBack(domain::Op::Undo);
}

Written<Done> SchoolFile::redo()
{
    return turnBack(domain::Op::Redo);
}

Result<FileSummary> SchoolFile::summary()
{
    return readFrom(*this, [this](Reader& reader) -> Result<FileSummary> {
        FileSummary summary;
        summary.path = storage::platform::utf8(path());
        summary.uid = m_data->uid();
        summary.schemaVersion = m_data->storedVersion();
        if (const auto school = repo::school(reader))
            summary.school = school->data;
        summary.years = repo::years(reader);
        summary.counts = storage::countRows(reader).byKind;
        return summary;
    });
}

Result<std::vector<std::string>> SchoolFile::check()
{
    return checkSchoolFile(*this).map([](CheckReport&& report) { return std::move(report.problems); });
}

}
