// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attachments/attachment_service.h"

#include "base/file_name.h"
#include "documents/output_file.h"
#include "domain/activity.h"
#include "domain/initiative.h"
#include "domain/legal_text.h"
#include "services/attachments/attachment_kinds.h"
#include "services/core/internal.h"
#include "services/review/dossier_reader.h"
#include "storage/hash.h"
#include "storage/repo/dossier_repo.h"
#include "text/messages.h"

#include <algorithm>
#include <fstream>

namespace thidua::services {

using namespace domain;

namespace {

/// Whose it is, as sentences name it.
Result<std::string> ownerName(Reader& reader, const AttachmentOwner& owner)
{
    if (owner.nomination) {
        const auto name = repo::nomineeName(reader, *owner.nomination);
        return name ? Result<std::string>(*name) : fail(ErrorCode::NotFound, "row.not-found");
    }
    if (owner.initiative) {
        TD_TRY(const auto row, need<Initiative>(reader, *owner.initiative));
        return row.data.title;
    }
    if (owner.text) {
        TD_TRY(const auto row, need<LegalText>(reader, *owner.text));
        return row.data.number;
    }
    if (!owner.activity)
        return fail(ErrorCode::NotFound, "row.not-found");
    TD_TRY(const auto row, need<Activity>(reader, *owner.activity));
    TD_TRY(const auto kind, need<ActivityKind>(reader, row.data.kind));
    return kind.data.name + ", " + row.data.on.vn();
}

Result<void> needOpenOwner(Reader& reader, const AttachmentOwner& owner)
{
    return owner.nomination ? checkDossierOpen(reader, *owner.nomination) : Result<void>();
}

/// A regular file of a bearable size, read whole and no further than its limit.
Result<std::string> bytesOf(const std::filesystem::path& path, const std::string& name)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(ErrorCode::NotFound, "attachment.no-file", {name});
    const auto size = std::filesystem::file_size(path, error);
    const auto most = attachmentLimits().each;
    if (!error && size > static_cast<std::uintmax_t>(most))
        return fail(ErrorCode::InputFormat, "attachment.too-big", {name, sizeWords(static_cast<std::int64_t>(size)), sizeWords(most)});
    std::ifstream stream(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(error ? 0 : size), '\0');
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (error || !stream)
        return fail(ErrorCode::Io, "attachment.not-read", {name});
    if (bytes.empty())
        return fail(ErrorCode::InputFormat, "attachment.empty", {name});
    return bytes;
}

struct ReadFile {
    Attachment attachment;
    std::string bytes;
};

Result<ReadFile> readFileOf(const std::filesystem::path& path, Date today)
{
    ReadFile file;
    auto& made = file.attachment;
    made.name = normalised(storage::platform::utf8(path.filename()));
    if (safeFileName(made.name) != made.name)
        return fail(ErrorCode::InputFormat, "attachment.bad-name", {made.name});
    TD_TRY(file.bytes, bytesOf(path, made.name));
    TD_TRY(const auto kind, kindOfFile(made.name, file.bytes));
    made.mediaType = kind.mediaType;
    made.size = static_cast<std::int64_t>(file.bytes.size());
    made.hash = storage::sha256(file.bytes);
    made.addedOn = today;
    return file;
}

}

std::vector<AttachmentRow> attachmentRows(Reader& reader, const AttachmentOwner& owner)
{
    std::vector<AttachmentRow> rows;
    for (const auto& row : repo::attachments(reader, owner))
        rows.push_back({row.id, row.version, row.data, sizeWords(row.data.size)});
    return rows;
}

void removeAttachments(Tx& tx, const AttachmentOwner& owner)
{
    for (const auto& row : repo::attachments(tx, owner))
        tx.remove<Attachment>(row.id);
}

Result<std::vector<AttachmentRow>> AttachmentService::of(const AttachmentOwner& owner)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<AttachmentRow>> { return attachmentRows(reader, owner); });
}

Result<std::string> AttachmentService::whyClosed(const AttachmentOwner& owner)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        const auto open = needOpenOwner(reader, owner);
        return open ? std::string() : text::sentence(open.error());
    });
}

Written<int> AttachmentService::add(const AttachmentOwner& owner, const std::string& part, const std::vector<std::filesystem::path>& files)
{
    std::vector<ReadFile> read;
    for (const auto& file : files) {
        TD_TRY(auto one, readFileOf(file, m_file.clock().today()));
        read.push_back(std::move(one));
    }
    return writeTo<int>(m_file, Op::AddAttachments, [&](Tx& tx) -> Result<int> {
        TD_TRY(const auto name, ownerName(tx, owner));
        TD_CHECK(needOpenOwner(tx, owner));
        if (read.empty())
            return fail(ErrorCode::InputFormat, "attachment.none-chosen");
        for (auto& one : read) {
            const auto there = repo::attachments(tx, owner);
            if (std::ranges::find(there, one.attachment.hash, [](const auto& row) { return row.data.hash; }) != there.end())
                return fail(ErrorCode::WrongState, "attachment.there", {one.attachment.name, name});
            one.attachment.owner = owner;
            one.attachment.part = part;
            one.attachment.content = repo::keepContent(tx, one.attachment.hash, one.bytes);
            tx.insert(one.attachment);
        }
        tx.setLabel({read.size() == 1 ? "“" + read.front().attachment.name + "”" : text::message("attachment.files", {std::to_string(read.size())}), name});
        return static_cast<int>(read.size());
    });
}

Written<Done> AttachmentService::assign(AttachmentId id, const std::string& part, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditAttachment, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto row, need<Attachment>(tx, id));
        TD_CHECK(needOpenOwner(tx, row.data.owner));
        row.data.part = part;
        tx.setLabel({row.data.name});
        tx.update(id, row.data, version);
        return Done{};
    });
}

Written<Done> AttachmentService::remove(AttachmentId id)
{
    return writeTo<Done>(m_file, Op::RemoveAttachment, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<Attachment>(tx, id));
        TD_TRY(const auto name, ownerName(tx, row.data.owner));
        TD_CHECK(needOpenOwner(tx, row.data.owner));
        tx.setLabel({row.data.name, name});
        tx.remove<Attachment>(id);
        return Done{};
    });
}

Result<std::string> AttachmentService::content(AttachmentId id)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::string> {
        TD_TRY(const auto row, need<Attachment>(reader, id));
        auto bytes = repo::contentOf(reader, row.data.content);
        if (!bytes || storage::sha256(*bytes) != row.data.hash)
            return fail(ErrorCode::FileCorrupt, "attachment.damaged", {row.data.name});
        return std::move(*bytes);
    });
}

Result<void> AttachmentService::saveTo(AttachmentId id, const std::filesystem::path& target)
{
    TD_TRY(const auto bytes, content(id));
    return documents::replaceFile(target, bytes);
}

Result<AttachmentWeight> AttachmentService::weight()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<AttachmentWeight> {
        AttachmentWeight weight;
        std::tie(weight.count, weight.bytes) = repo::attachmentWeight(reader);
        const auto limits = attachmentLimits();
        weight.heavy = weight.bytes >= limits.heavy;
        if (weight.heavy)
            weight.sentence = text::message("attachment.heavy", {std::to_string(weight.count), sizeWords(weight.bytes), sizeWords(limits.heavy)});
        return weight;
    });
}

}
