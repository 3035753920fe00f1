// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_pack_service.h"

#include "documents/output_file.h"
#include "domain/rule_pack.h"
#include "rules/model.h"
#include "rules/pack_file.h"
#include "services/core/internal.h"
#include "services/law/effective_rules.h"
#include "services/law/pack_differences.h"
#include "services/law/verdict_changes.h"
#include "storage/hash.h"
#include "text/messages.h"

#include <fstream>
#include <iterator>

namespace thidua::services {

using namespace domain;

namespace {

constexpr std::uintmax_t kLargestPack = 32u * 1024 * 1024;

Result<std::string> textOfFile(const std::filesystem::path& path)
{
    const auto name = storage::platform::utf8(path);
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error)
        return fail(ErrorCode::NotFound, "file.not-found", {name});
    if (size > kLargestPack)
        return fail(ErrorCode::InputFormat, "pack.too-large", {name});
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream)
        return fail(ErrorCode::Io, "file.cannot-open", {name});
    return text;
}

PackInHand inHand(const rules::PackFile& file, const std::string& version)
{
    return {file.title, file.author, file.reason, file.sha256, std::nullopt, version};
}

/// A pack file with what it makes of the rules built in.
struct ReadPack {
    rules::PackFile file;
    rules::Catalogue catalogue;
};

Result<ReadPack> parsed(const std::string& content)
{
    TD_TRY(const auto shipped, rules::Catalogue::shipped());
    TD_TRY(auto file, rules::readPackFile(content));
    TD_TRY(const auto catalogue, rules::applied(shipped.model().pack(), file));
    return ReadPack{std::move(file), catalogue.supplemented(shipped)};
}

/// From now on this pack counts, and what is still being reviewed is judged by it.
Done use(Tx& tx, const RulePackUse& row)
{
    tx.insert(row);
    tx.setLabel({row.title});
    return {};
}

}

Result<PackInHand> RulePackService::packInUse()
{
    return readFrom(m_file, [&](Reader& reader) -> Result<PackInHand> {
        const auto& rules = m_file.rules();
        const auto row = repo::rulePackInUse(reader);
        if (!row) {
            TD_TRY(const auto shipped, rules::Catalogue::shipped());
            return PackInHand{text::message("pack.own-title"), {}, {}, shipped.hash(), std::nullopt, shipped.version()};
        }
        PackInHand pack{row->title, row->author, row->reason, row->packHash, row->usedFrom, rules.version()};
        if (const auto kept = repo::rulePack(reader, row->packHash))
            if (const auto file = rules::readPackFile(kept->data.content))
                pack.hash = file->sha256;
        return pack;
    });
}

Result<Done> RulePackService::exportPack(const std::filesystem::path& to, const std::string& title, const std::string& author, const std::string& reason)
{
    std::vector<FieldIssue> issues;
    require(issues, title, "title", "pack.title-missing");
    require(issues, author, "author", "pack.author-missing");
    require(issues, reason, "reason", "pack.reason-missing");
    if (!issues.empty())
        return fail(std::move(issues));
    rules::PackFile file;
    file.title = normalised(title);
    file.author = normalised(author);
    file.reason = normalised(reason);
    file.madeOn = m_file.clock().today();
    file.rules = m_file.rules().model().pack();
    TD_CHECK(documents::replaceFile(to, rules::writePackFile(file)));
    return Done{};
}

Result<PackOffer> RulePackService::readPack(const std::filesystem::path& from)
{
    PackOffer offer;
    TD_TRY(offer.content, textOfFile(from));
    TD_TRY(const auto pack, parsed(offer.content));
    offer.pack = inHand(pack.file, pack.catalogue.version());
    offer.changed = packDifferences(m_file.rules(), pack.catalogue);
    TD_TRY(const auto rules, readFrom(m_file, [&](Reader& reader) -> Result<EffectiveRules> {
               auto made = effectiveRules(pack.catalogue, repo::regulations(reader));
               for (const auto& entry : made.unusable)
                   if (const auto row = m_file.effectiveRules().problemOf(entry.id) == nullptr ? reader.find<Regulation>(entry.id) : std::nullopt)
                       offer.changed.push_back(text::message("pack.change-misfit", {row->data.cite, text::sentence(entry.error)}));
               return made;
           }));
    TD_TRY(offer.verdicts, verdictChanges(m_file, rules.catalogue));
    return offer;
}

Written<Done> RulePackService::takePack(const PackOffer& offer)
{
    TD_TRY(const auto pack, parsed(offer.content));
    return writeTo<Done>(
        m_file, domain::Op::TakeRulePack,
        [&](Tx& tx) -> Result<Done> {
            const auto hash = storage::sha256(offer.content);
            if (const auto now = repo::rulePackInUse(tx); now && now->packHash == hash)
                return fail(ErrorCode::WrongState, "pack.in-use-already", {now->title});
            const auto today = m_file.clock().today();
            if (!repo::hasRulePack(tx, hash))
                tx.insert(RulePack{hash, offer.content, today.iso()});
            return use(tx, {hash, pack.file.title, pack.file.author, pack.file.reason, today});
        },
        pack.file.reason);
}

Written<Done> RulePackService::dropPack(const std::string& reason)
{
    return writeTo<Done>(
        m_file, domain::Op::DropRulePack,
        [&](Tx& tx) -> Result<Done> {
            if (!repo::rulePackInUse(tx))
                return fail(ErrorCode::WrongState, "pack.own-already");
            if (normalised(reason).empty())
                return fail({{"reason", "regulation.reason-missing", {}}});
            return use(tx, {{}, text::message("pack.own-title"), {}, reason, m_file.clock().today()});
        },
        normalised(reason));
}

}
