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

}

void eraseFromRecord(Reader& reader, const std::map<PersonId, bool>& nameToo, const Nameless& nameless)
{
    reader.database().exec("PRAGMA secure_delete = ON"); // what is taken away is not left in free pages
    const std::string person(toCode(EntityKind::Person));
    RecordConversion record(reader);
    record.images({person}, [&](const std::string&, const std::string& text) {
        auto image = imageFrom(text);
        const auto* id = valueIn(image, "id");
        const auto found = id != nullptr ? nameToo.find(PersonId(numberOr(*id))) : nameToo.end();
        if (found == nameToo.end())
            return text;
        for (const auto& [column, value] : found->second ? withoutName(nameless) : forgotten())
            if (const auto kept = image->find(column); kept != image->end())
                kept->second = value;
        return imageText(*image);
    });
    const auto operations = operationsOn(reader, nameToo);
    for (const auto& [id, nameGoes] : nameToo) {
        if (const auto found = operations.find(id); nameGoes && found != operations.end()) {
            std::string name;
            reader.each("SELECT full_name FROM person WHERE id = ?", {id.value()}, [&name](const Values& row) { name = textOr(row[0]); });
            for (const auto op : found->second)
                record.rewrite("UPDATE change_op SET label_args = (SELECT json_group_array(CASE WHEN instr(value, ?1) THEN ?2 ELSE value END) "
                               "FROM json_each(label_args)) WHERE id = ?3 AND instr(label_args, ?1)",
                               {name, nameless.name, op});
        }
        std::string columns;
        Values values;
        for (const auto& [column, value] : nameGoes ? withoutName(nameless) : forgotten()) {
            columns += (columns.empty() ? "" : ", ") + column + " = ?";
            values.push_back(value);
        }
        values.push_back(id.value());
        reader.execute("UPDATE person SET " + columns + " WHERE id = ?", values);
    }
    record.finish(static_cast<int>(reader.number("PRAGMA user_version")));
}

}
