// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/council_book.h"

#include <algorithm>

namespace thidua::ui {
namespace {

constexpr domain::PersonId kNobody{0};

}

void CouncilBook::load(const services::CouncilRow& row)
{
    // Read again, a council keeps its lines' keys: the selection and the form stay where they are.
    const auto before = m_id == row.id ? m_lines : std::vector<CouncilLine>();
    clear();
    m_open = true;
    m_id = row.id;
    m_version = row.version;
    m_council = row.council;
    for (const auto& member : row.members) {
        const auto same = std::ranges::find_if(before, [&](const CouncilLine& line) { return line.member.person == member.member.person; });
        m_lines.push_back({same == before.end() ? m_nextKey++ : same->key, 0, member.member, member.name});
    }
    renumber();
}

void CouncilBook::start(const services::CouncilDraft& draft, const std::vector<std::pair<domain::PersonId, std::string>>& names)
{
    clear();
    m_open = true;
    m_council = draft.council;
    for (const auto& member : draft.members) {
        const auto name = std::ranges::find(names, member.person, &std::pair<domain::PersonId, std::string>::first);
        m_lines.push_back({m_nextKey++, 0, member, name == names.end() ? std::string() : name->second});
    }
    for (const auto& seat : draft.open)
        m_lines.push_back({m_nextKey++, 0, seat, {}});
    renumber();
}

void CouncilBook::clear()
{
    // Keys go on, so that a table never takes a line of another council for one of this.
    const auto next = m_nextKey;
    *this = CouncilBook();
    m_nextKey = next;
}

const CouncilLine* CouncilBook::find(std::int64_t key) const
{
    const auto found = std::ranges::find(m_lines, key, &CouncilLine::key);
    return found == m_lines.end() ? nullptr : &*found;
}

void CouncilBook::rename(const std::string& name)
{
    if (m_council.name == name)
        return;
    m_council.name = name;
    m_dirty = true;
}

void CouncilBook::setWorkingRules(const std::string& rules)
{
    if (m_council.workingRules == rules)
        return;
    m_council.workingRules = rules;
    m_dirty = true;
}

std::int64_t CouncilBook::add()
{
    m_lines.push_back({m_nextKey++, 0, {}, {}});
    renumber();
    m_dirty = true;
    return m_lines.back().key;
}

void CouncilBook::change(std::int64_t key, const domain::CouncilMember& member, const std::string& name)
{
    for (auto& line : m_lines)
        if (line.key == key && !(line.member == member)) {
            line.member = member;
            line.name = name;
            m_dirty = true;
        }
}

void CouncilBook::remove(std::int64_t key)
{
    m_dirty = std::erase_if(m_lines, [key](const CouncilLine& line) { return line.key == key; }) > 0 || m_dirty;
    renumber();
}

bool CouncilBook::move(std::int64_t key, int step)
{
    const auto found = std::ranges::find(m_lines, key, &CouncilLine::key);
    const auto place = found - m_lines.begin() + step;
    if (found == m_lines.end() || place < 0 || place >= static_cast<std::ptrdiff_t>(m_lines.size()))
        return false;
    std::iter_swap(found, m_lines.begin() + place);
    renumber();
    m_dirty = true;
    return true;
}

services::CouncilDraft CouncilBook::draft() const
{
    services::CouncilDraft draft;
    draft.council = m_council;
    draft.id = m_id;
    for (const auto& line : m_lines)
        if (line.member.person != kNobody)
            draft.members.push_back(line.member);
    return draft;
}

std::vector<FieldIssue> CouncilBook::issues(std::optional<domain::PersonId> head, const domain::MemberLaw& law) const
{
    return domain::validateMembers(draft().members, head, law);
}

int CouncilBook::blanks() const
{
    return static_cast<int>(std::ranges::count_if(m_lines, [](const CouncilLine& line) { return line.member.person == kNobody; }));
}

void CouncilBook::renumber()
{
    int seq = 0;
    for (auto& line : m_lines) {
        line.seq = ++seq;
        line.member.seq = seq;
    }
}

}
