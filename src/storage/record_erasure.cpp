// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/record_erasure.h"

#include "domain/entity_kind.h"
#include "storage/plain_value.h"
#include "storage/record_conversion.h"
#include "storage/row_image.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <set>

namespace thidua::storage {
namespace {

using domain::EntityKind;
using domain::PersonId;

/// The columns of a person that awards do without, and what stands there when nothing is known.
const RowImage& forgotten()
{
    static const RowImage values{{"birth", Value{}}, {"gender", Value{}}, {"code", Value{std::string()}}, {"note", Value{std::string()}}, {"left_on", Value{}}};
    return values;
}

RowImage withoutName(const Nameless& nameless)
{
    auto values = forgotten();
    values["full_name"] = nameless.name;
    values["name_sort"] = nameless.sort;
    values["name_fold"] = nameless.fold;
    return values;
}

const Value* valueIn(const std::optional<RowImage>& image, const std::string& column)
{
    if (!image)
        return nullptr;
    const auto found = image->find(column);
    return found == image->end() ? nullptr : &found->second;
}

/// The operations on each person or a year of theirs as a pupil.
std::map<PersonId, std::set<std::int64_t>> operationsOn(Reader& reader, const std::map<PersonId, bool>& people)
{
    std::map<std::int64_t, PersonId> years;
    std::map<PersonId, std::set<std::int64_t>> operations;
    reader.each("SELECT op_id, entity, row_id, before_json, after_json FROM change_row WHERE entity IN (?, ?) ORDER BY op_id, seq",
                {std::string(toCode(EntityKind::Person)), std::string(toCode(EntityKind::Enrolment))}, [&](const Values& row) {
                    auto person = PersonId(numberOr(row[2]));
                    if (textOr(row[1]) == toCode(EntityKind::Enrolment)) {
                        for (const auto& image : {imageFrom(textOr(row[3])), imageFrom(textOr(row[4]))})
                            if (const auto* whose = valueIn(image, "person_id"))
                                years.insert_or_assign(numberOr(row[2]), PersonId(numberOr(*whose)));
                        const auto known = years.find(numberOr(row[2]));
                        person = known == years.end() ? PersonId(0) : known->second;
                    }
                    if (people.contains(person))
                        operations[person].insert(numberOr(row[0]));
                });
    return operations;
}

/// What the record knows of people besides their rows' values.
struct Traces {
    std::map<PersonId, std::set<std::int64_t>> operations;
    std::map<PersonId, std::set<std::string>> names; ///< that they ever had
};

/// Takes the names of one person out of the sentences of the operations on any of their records.
void eraseNames(RecordConversion& record, const ErasedPerson& person, Traces& traces, const Nameless& nameless)
{
    std::set<std::string> names;
    std::set<std::int64_t> touching;
    for (const auto id : person.records) {
        names.merge(traces.names[id]);
        touching.merge(traces.operations[id]);
    }
    for (const auto op : touching)
        for (const auto& name : names)
            record.rewrite("UPDATE change_op SET label_args = (SELECT json_group_array(CASE WHEN instr(value, ?1) THEN ?2 ELSE value END) "
                           "FROM json_each(label_args)) WHERE id = ?3 AND instr(label_args, ?1)",
                           {name, nameless.name, op});
}

void eraseColumns(Reader& reader, PersonId id, const RowImage& nothing)
{
    std::string columns;
    Values values;
    for (const auto& [column, value] : nothing) {
        columns += (columns.empty() ? "" : ", ") + column + " = ?";
        values.push_back(value);
    }
    values.push_back(id.value());
    reader.execute("UPDATE person SET " + columns + " WHERE id = ?", values);
}

}

void eraseFromRecord(Reader& reader, const std::vector<ErasedPerson>& people, const Nameless& nameless)
{
    reader.database().exec("PRAGMA secure_delete = ON"); // what is taken away is not left in free pages
    std::map<PersonId, bool> nameToo;
    for (const auto& person : people)
        for (const auto id : person.records)
            nameToo.emplace(id, person.nameToo);
    RecordConversion record(reader);
    Traces traces;
    record.images({std::string(toCode(EntityKind::Person))}, [&](const std::string&, const std::string& text) {
        auto image = imageFrom(text);
        const auto* id = valueIn(image, "id");
        const auto found = id != nullptr ? nameToo.find(PersonId(numberOr(*id))) : nameToo.end();
        if (found == nameToo.end())
            return text;
        if (const auto* name = valueIn(image, "full_name"); name != nullptr && found->second)
            traces.names[found->first].insert(textOr(*name));
        for (const auto& [column, value] : found->second ? withoutName(nameless) : forgotten())
            if (const auto kept = image->find(column); kept != image->end())
                kept->second = value;
        return imageText(*image);
    });
    traces.operations = operationsOn(reader, nameToo);
    for (const auto& person : people) {
        if (person.nameToo)
            eraseNames(record, person, traces, nameless);
        for (const auto id : person.records)
            eraseColumns(reader, id, person.nameToo ? withoutName(nameless) : forgotten());
    }
    record.finish(static_cast<int>(reader.number("PRAGMA user_version")));
}

}
