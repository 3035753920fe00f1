// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/review/council_service.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace thidua::ui {

/// One member in the list being composed. `key` stays with the line while it moves.
struct CouncilLine {
    std::int64_t key = 0;
    int seq = 0;                  ///< from 1, its place in the list
    domain::CouncilMember member;
    std::string name;
};

/// The council on the page: as it is kept, with what has been changed and not saved yet. No widgets.
class CouncilBook {
public:
    /// A council of the file; drops what was not saved.
    void load(const services::CouncilRow& row);
    /// A new one that is not in the file yet.
    void start(const services::CouncilDraft& draft, const std::vector<std::pair<domain::PersonId, std::string>>& names);
    void clear();

    bool isEmpty() const { return !m_open; }
    const std::optional<domain::CouncilId>& id() const { return m_id; }
    domain::RowVersion version() const { return m_version; }
    const domain::Council& council() const { return m_council; }
    const std::vector<CouncilLine>& lines() const { return m_lines; }
    const CouncilLine* find(std::int64_t key) const;
    bool isDraft() const { return m_open && m_council.state == domain::CouncilState::Draft; }
    bool isDirty() const { return m_open && (!m_id || m_dirty); }
    void markSaved() { m_dirty = false; }
    void markChanged() { m_dirty = true; }

    void rename(const std::string& name);
    void setWorkingRules(const std::string& rules);
    /// Returns the new line's key; it stands at the end.
    std::int64_t add();
    void change(std::int64_t key, const domain::CouncilMember& member, const std::string& name);
    void remove(std::int64_t key);
    /// By -1 or 1; false at the ends.
    bool move(std::int64_t key, int step);

    services::CouncilDraft draft() const;
    /// Điều lệ's conditions on the members. Lines without a person count as missing.
    std::vector<FieldIssue> issues(std::optional<domain::PersonId> head, const domain::MemberLaw& law) const;
    /// Lines in which nobody has been chosen yet.
    int blanks() const;

private:
    void renumber();
    bool m_open = false;
    bool m_dirty = false;
    std::optional<domain::CouncilId> m_id;
    domain::RowVersion m_version = 0;
    domain::Council m_council;
    std::vector<CouncilLine> m_lines;
    std::int64_t m_nextKey = 1;
};

}
