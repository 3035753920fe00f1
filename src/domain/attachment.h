// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace thidua::domain {

/// Whose file it is: exactly one of the four is set.
struct AttachmentOwner {
    std::optional<NominationId> nomination;
    std::optional<InitiativeId> initiative;
    std::optional<ActivityId> activity;
    std::optional<LegalTextId> text;

    static AttachmentOwner of(NominationId id) { return {id, {}, {}, {}}; }
    static AttachmentOwner of(InitiativeId id) { return {{}, id, {}, {}}; }
    static AttachmentOwner of(ActivityId id) { return {{}, {}, id, {}}; }
    static AttachmentOwner of(LegalTextId id) { return {{}, {}, {}, id}; }
    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("nomination_id", r.nomination);
        v("initiative_id", r.initiative);
        v("activity_id", r.activity);
        v("legal_text_id", r.text);
    }

    friend bool operator==(const AttachmentOwner&, const AttachmentOwner&) = default;
};

/// Tệp đính kèm: what proves something, as a file. Its bytes stand in a table of their own, so that the change record holds the hash alone.
struct Attachment {
    AttachmentOwner owner;
    std::string part;              ///< of a dossier, by its id in the rules; empty: none of them
    std::string name;              ///< as the user's file was called, with its ending
    std::int64_t size = 0;         ///< bytes
    std::string hash;              ///< SHA-256
    std::string mediaType;
    Date addedOn{2000, 1, 1};
    AttachmentContentId content{0};

    template <class V, class R>
    static void map(V& v, R& r)
    {
        AttachmentOwner::map(v, r.owner);
        v("part", r.part);
        v("name", r.name);
        v("size", r.size);
        v("hash", r.hash);
        v("media_type", r.mediaType);
        v("added_on", r.addedOn);
        v("content_id", r.content);
    }

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// The bytes, written once; several attachments of the same file share them.
struct AttachmentContent {
    std::string hash;
    std::vector<std::byte> content;

    template <class V, class R>
    static void map(V& v, R& r)
    {
        v("hash", r.hash);
        v("content", r.content);
    }

    friend bool operator==(const AttachmentContent&, const AttachmentContent&) = default;
};

}
