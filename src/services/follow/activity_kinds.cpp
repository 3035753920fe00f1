// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of activities: the school's own data, begun from those that schools usually have.
#include "base/embedded_file.h"
#include "base/name_keys.h"
#include "services/core/internal.h"
#include "services/follow/activity_service.h"
#include "services/people/sheet_headings.h"
#include "storage/repo/activity_repo.h"
#include "storage/repo/contest_repo.h"

#include <algorithm>

namespace thidua {
std::span<const EmbeddedFile> embeddedActivityKinds();
}

namespace thidua::services {

using namespace domain;

namespace {

const std::vector<ActivityKind>& shippedKinds()
{
    static const std::vector<ActivityKind> all = [] {
        std::vector<ActivityKind> made;
        for (const auto& line : readWordLines(embeddedActivityKinds().front().bytes)) {
            ActivityKind kind;
            kind.code = line.key;
            const auto part = [&line](std::size_t at) { return at < line.words.size() ? normalised(line.words[at]) : std::string(); };
            kind.name = part(0);
            kind.field = part(1);
            kind.unit = part(2);
            for (const auto& word : split(part(3), ',')) {
                const auto asked = normalised(word);
                kind.hasLevel = kind.hasLevel || asked == "level";
                kind.hasResult = kind.hasResult || asked == "result";
                kind.hasAmount = kind.hasAmount || asked == "money";
                kind.hasHelped = kind.hasHelped || asked == "helps";
            }
            kind.sortOrder = static_cast<int>(made.size()) + 1;
            made.push_back(std::move(kind));
        }
        return made;
    }();
    return all;
}

/// “Thi GVCN giỏi” → “thi-gvcn-gioi”; with a number behind where that is taken.
std::string kindCodeOf(const std::string& name, const std::vector<Stored<ActivityKind>>& there)
{
    std::string code;
    for (const char c : fold(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            code += c;
        else if (!code.empty() && code.back() != '-')
            code += '-';
    while (!code.empty() && code.back() == '-')
        code.pop_back();
    const std::string first = code.empty() ? "loai" : code;
    code = first;
    for (int number = 2; std::ranges::any_of(there, [&code](const auto& row) { return row.data.code == code; }); ++number)
        code = first + "-" + std::to_string(number);
    return code;
}

bool isNamed(const std::vector<Stored<ActivityKind>>& there, const std::string& name, std::optional<ActivityKindId> but = std::nullopt)
{
    return std::ranges::any_of(there, [&](const auto& row) { return row.id != but && unitKey(row.data.name) == unitKey(name); });
}

std::vector<ActivityKind> missingKinds(const std::vector<Stored<ActivityKind>>& there)
{
    std::vector<ActivityKind> missing;
    for (const auto& kind : shippedKinds())
        if (!isNamed(there, kind.name) && std::ranges::none_of(there, [&kind](const auto& row) { return row.data.code == kind.code; }))
            missing.push_back(kind);
    return missing;
}

}

std::vector<FieldIssue> validate(const ActivityKind& kind)
{
    std::vector<FieldIssue> issues;
    require(issues, kind.name, "name", "activity.kind-name-missing");
    return issues;
}

Result<std::vector<Stored<ActivityKind>>> ActivityService::kinds()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<Stored<ActivityKind>>> { return repo::activityKinds(reader); });
}

Result<std::vector<ActivityKind>> ActivityService::usualKinds()
{
    return readFrom(m_file, [](Reader& reader) -> Result<std::vector<ActivityKind>> { return missingKinds(repo::activityKinds(reader)); });
}

Written<ActivityKindId> ActivityService::addKind(const ActivityKind& given)
{
    return writeTo<ActivityKindId>(m_file, Op::AddActivityKind, [&](Tx& tx) -> Result<ActivityKindId> {
        auto kind = given;
        tidy(kind.name);
        if (auto issues = validate(kind); !issues.empty())
            return fail(std::move(issues));
        const auto there = repo::activityKinds(tx);
        if (isNamed(there, kind.name))
            return fail({{"name", "activity.kind-exists", {kind.name}}});
        if (kind.code.empty() || std::ranges::any_of(there, [&kind](const auto& row) { return row.data.code == kind.code; }))
            kind.code = kindCodeOf(kind.name, there);
        if (kind.sortOrder == 0)
            for (const auto& row : there)
                kind.sortOrder = std::max(kind.sortOrder, row.data.sortOrder + 1);
        tx.setLabel({kind.name});
        return tx.insert(kind);
    });
}

Written<Done> ActivityService::editKind(ActivityKindId id, const ActivityKind& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditActivityKind, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, need<ActivityKind>(tx, id));
        auto kind = given;
        tidy(kind.name);
        kind.code = before.data.code;
        kind.sortOrder = before.data.sortOrder;
        if (auto issues = validate(kind); !issues.empty())
            return fail(std::move(issues));
        if (isNamed(repo::activityKinds(tx), kind.name, id))
            return fail({{"name", "activity.kind-exists", {kind.name}}});
        // Results of contests are written with a prize and without anybody helped.
        if ((!kind.hasResult || kind.hasHelped) && repo::anyContest(tx, id))
            return fail({{kind.hasResult ? "hasHelped" : "hasResult", "activity.kind-of-contest-asks", {kind.name}}});
        tx.setLabel({kind.name});
        tx.update(id, kind, version);
        return Done{};
    });
}

Written<Done> ActivityService::removeKind(ActivityKindId id)
{
    return writeTo<Done>(m_file, Op::RemoveActivityKind, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto kind, need<ActivityKind>(tx, id));
        if (repo::anyContest(tx, id))
            return fail(ErrorCode::WrongState, "activity.kind-of-contest", {kind.data.name});
        if (repo::anyActivity(tx, id))
            return fail(ErrorCode::WrongState, "activity.kind-used", {kind.data.name});
        for (const char* metric : {"activity:", "activity-sum:"})
            if (repo::targetsCountedBy(tx, metric + kind.data.code) > 0)
                return fail(ErrorCode::WrongState, "activity.kind-counted", {kind.data.name});
        tx.setLabel({kind.data.name});
        tx.remove<ActivityKind>(id);
        return Done{};
    });
}

Written<int> ActivityService::takeUsualKinds()
{
    return writeTo<int>(m_file, Op::TakeActivityKinds, [&](Tx& tx) -> Result<int> {
        const auto there = repo::activityKinds(tx);
        const auto missing = missingKinds(there);
        if (missing.empty())
            return fail(ErrorCode::WrongState, "activity.kinds-there");
        int order = 0;
        for (const auto& row : there)
            order = std::max(order, row.data.sortOrder);
        for (auto kind : missing) {
            kind.sortOrder = ++order;
            tx.insert(kind);
        }
        tx.setLabel({std::to_string(missing.size())});
        return static_cast<int>(missing.size());
    });
}

}
