// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/school_year.h"
#include "services/core/internal.h"
#include "services/people/people_service.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

enum Cell { Name, GenderCell, Birth, Post, Team, Employed, Cells };

std::string cell(const std::vector<std::string>& cells, std::size_t index)
{
    return index < cells.size() ? normalised(cells[index]) : std::string();
}

bool isHeading(const std::vector<std::string>& cells)
{
    const auto first = fold(cell(cells, Name));
    return first == "ho va ten" || first == "ho ten" || first == "ho, ten" || first == "stt" || first == "tt";
}

/// "Tổ trưởng Tổ 1" → TeamLeader, "Văn thư" → Employee …; a post that says nothing known is a teacher's.
Position positionFrom(const std::string& post)
{
    const auto folded = fold(post);
    const auto has = [&folded](const char* part) { return folded.find(part) != std::string::npos; };
    if (has("pho hieu truong"))
        return Position::DeputyPrincipal;
    if (has("hieu truong"))
        return Position::Principal;
    for (const char* word : {"nhan vien", "van thu", "ke toan", "thu quy", "y te", "thu vien", "bao ve", "thiet bi", "phuc vu"})
        if (has(word))
            return Position::Employee;
    return has("to truong") ? Position::TeamLeader : Position::Teacher;
}

std::optional<Gender> genderFrom(const std::string& text)
{
    const auto folded = fold(text);
    if (folded == "nu" || folded == "ba" || folded == "x")
        return Gender::Female;
    if (folded == "nam" || folded == "ong")
        return Gender::Male;
    return std::nullopt;
}

struct BlockReader {
    std::vector<Stored<Collective>> teams;
    std::set<std::string> known; ///< name and birth of the people in the file already
    PastedStaff result;

    void issue(std::size_t row, const char* field, const FieldIssue& found)
    {
        result.issues.push_back({std::to_string(row) + "." + field, found.key, found.args});
    }

    void readTeam(const std::string& name, StaffDraft& draft)
    {
        if (name.empty())
            return;
        const auto found = std::ranges::find_if(teams, [&name](const auto& team) {
            return fold(team.data.name) == fold(name) || (!team.data.shortName.empty() && fold(team.data.shortName) == fold(name));
        });
        if (found != teams.end())
            draft.team = found->id;
        else if (std::ranges::find(result.newTeams, name) == result.newTeams.end())
            result.newTeams.push_back(name);
    }

    template <class T>
    void readDate(std::size_t row, const char* field, const Result<T>& date, std::optional<T>& out)
    {
        if (date)
            out = *date;
        else
            issue(row, field, {field, date.error().key, date.error().args});
    }

    void readRow(std::size_t row, const std::vector<std::string>& cells)
    {
        StaffDraft draft;
        const auto before = result.issues.size();
        draft.person.fullName = cell(cells, Name);
        if (const auto text = cell(cells, GenderCell); !text.empty()) {
            draft.person.gender = genderFrom(text);
            if (!draft.person.gender)
                issue(row, "gender", {"gender", "person.gender-unknown", {text}});
        }
        if (const auto text = cell(cells, Birth); !text.empty())
            readDate(row, "birth", PartialDate::parse(text), draft.person.birth);
        draft.title = cell(cells, Post);
        draft.position = positionFrom(draft.title);
        readTeam(cell(cells, Team), draft);
        if (const auto text = cell(cells, Employed); !text.empty())
            readDate(row, "employedFrom", Date::parse(text), draft.person.employedFrom);
        for (const auto& found : validate(draft))
            issue(row, found.field.c_str(), found);
        const auto key = fold(draft.person.fullName) + "|" + (draft.person.birth ? draft.person.birth->text() : std::string());
        if (!draft.person.fullName.empty() && !known.insert(key).second)
            issue(row, "fullName", {"fullName", "person.already-there", {draft.person.fullName}});
        if (result.issues.size() == before)
            result.good.push_back(std::move(draft));
    }
};

Result<PastedStaff> readStaff(Reader& reader, const std::string& block)
{
    BlockReader blockReader;
    blockReader.teams = repo::collectives(reader);
    for (const auto& person : repo::people(reader))
        blockReader.known.insert(fold(person.data.fullName) + "|" + (person.data.birth ? person.data.birth->text() : std::string()));
    std::size_t row = 0;
    for (auto line : split(block, '\n')) {
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        const auto cells = split(line, '\t');
        if (!normalised(line).empty() && !(row == 0 && isHeading(cells)))
            blockReader.readRow(row, cells);
        ++row;
    }
    return std::move(blockReader.result);
}

}

Result<PastedStaff> PeopleService::readBlock(SchoolYearId, const std::string& block)
{
    return readFrom(m_file, [&](Reader& reader) { return readStaff(reader, block); });
}

Written<int> PeopleService::pasteStaff(SchoolYearId year, const std::string& block)
{
    return writeTo<int>(m_file, Op::PasteStaff, [&](Tx& tx) -> Result<int> {
        TD_TRY(auto read, readStaff(tx, block));
        if (!read.issues.empty())
            return fail(std::move(read.issues));
        if (read.good.empty())
            return fail(ErrorCode::Validation, "staff.block-empty");
        auto teams = repo::collectives(tx);
        int order = teams.empty() ? 1 : teams.back().data.sortOrder + 1;
        for (const auto& name : read.newTeams)
            tx.insert(Collective{newUid(), name, {}, fold(name).find("van phong") != std::string::npos ? CollectiveType::Office : CollectiveType::Team, order++, true});
        // Read again, so that rows of the new teams find them.
        if (!read.newTeams.empty()) {
            TD_TRY(read, readStaff(tx, block));
        }
        for (auto& draft : read.good) {
            draft.person.uid = newUid();
            const auto id = tx.insert(draft.person);
            tx.insert(StaffAssignment{id, year, draft.position, draft.title, draft.team});
        }
        tx.setLabel({std::to_string(read.good.size())});
        return static_cast<int>(read.good.size());
    });
}

}
