// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/repo/dossier_repo.h"

#include "storage/hash.h"
#include "storage/repo/subject_clause.h"
#include "storage/table_map.h"

namespace thidua::storage::repo {
namespace {

constexpr std::string_view kOfYear = "WHERE nomination_id IN (SELECT id FROM nomination WHERE school_year_id = ?) ORDER BY id";

}

std::vector<Stored<Attachment>> attachments(Reader& reader, const AttachmentOwner& owner)
{
    if (owner.nomination)
        return reader.all<Attachment>("WHERE nomination_id = ? ORDER BY id", {owner.nomination->value()});
    if (owner.initiative)
        return reader.all<Attachment>("WHERE initiative_id = ? ORDER BY id", {owner.initiative->value()});
    if (owner.activity)
        return reader.all<Attachment>("WHERE activity_id = ? ORDER BY id", {owner.activity->value()});
    return owner.text ? reader.all<Attachment>("WHERE legal_text_id = ? ORDER BY id", {owner.text->value()}) : std::vector<Stored<Attachment>>{};
}

std::vector<Stored<Attachment>> dossierAttachments(Reader& reader, SchoolYearId year)
{
    return reader.all<Attachment>("WHERE nomination_id IN (SELECT id FROM nomination WHERE school_year_id = ?1) "
                                  "OR initiative_id IN (SELECT id FROM initiative WHERE school_year_id = ?1) ORDER BY id", {year.value()});
}

AttachmentContentId keepContent(Tx& tx, const std::string& hash, std::string_view bytes)
{
    if (const auto id = tx.number("SELECT id FROM attachment_content WHERE hash = ?", {hash}); id > 0)
        return AttachmentContentId(id);
    const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
    return tx.insert(AttachmentContent{hash, {first, first + bytes.size()}});
}

std::optional<std::string> contentOf(Reader& reader, AttachmentContentId id)
{
    const auto row = reader.find<AttachmentContent>(id);
    if (!row)
        return std::nullopt;
    return std::string(reinterpret_cast<const char*>(row->data.content.data()), row->data.content.size());
}

std::pair<int, std::int64_t> attachmentWeight(Reader& reader)
{
    return {static_cast<int>(reader.number("SELECT count(*) FROM attachment")), reader.number("SELECT coalesce(sum(length(content)), 0) FROM attachment_content")};
}

std::vector<AttachmentContentId> contentsOfOtherHash(Reader& reader)
{
    std::vector<AttachmentContentId> ids, wrong;
    reader.each("SELECT id FROM attachment_content ORDER BY id", {}, [&ids](const Values& row) { ids.emplace_back(integerOf(row[0])); });
    for (const auto id : ids) {
        std::string hash;
        reader.each("SELECT hash FROM attachment_content WHERE id = ?", {id.value()}, [&hash](const Values& row) { hash = textOf(row[0]); });
        if (const auto bytes = contentOf(reader, id); !bytes || sha256(*bytes) != hash)
            wrong.push_back(id);
    }
    return wrong;
}

std::optional<std::string> nomineeName(Reader& reader, NominationId id)
{
    std::optional<std::string> name;
    reader.each("SELECT name FROM nomination WHERE id = ?", {id.value()}, [&name](const Values& row) { name = textOf(row[0]); });
    return name;
}

std::vector<Stored<DossierReceipt>> receipts(Reader& reader, NominationId nomination)
{
    return reader.all<DossierReceipt>("WHERE nomination_id = ? ORDER BY id", {nomination.value()});
}

std::vector<Stored<DossierReceipt>> receiptsOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<DossierReceipt>(kOfYear, {year.value()});
}

std::vector<Stored<Opinion>> opinions(Reader& reader, NominationId nomination)
{
    return reader.all<Opinion>("WHERE nomination_id = ? ORDER BY id", {nomination.value()});
}

std::vector<Stored<Opinion>> opinionsOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<Opinion>(kOfYear, {year.value()});
}

std::optional<Stored<AchievementReport>> reportOf(Reader& reader, NominationId nomination)
{
    return firstOf(reader.all<AchievementReport>("WHERE nomination_id = ?", {nomination.value()}));
}

std::vector<Stored<AchievementReport>> reportsOfYear(Reader& reader, SchoolYearId year)
{
    return reader.all<AchievementReport>(kOfYear, {year.value()});
}

}
