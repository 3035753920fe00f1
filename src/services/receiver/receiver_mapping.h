// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "services/people/staff_sheet.h"

#include <set>

namespace thidua::services {

/// What of a school year goes into a receiver's form.
enum class ReceiverList { Registrations, Nominations, Awards };
std::string_view receiverListCode(ReceiverList list);
std::optional<ReceiverList> receiverListNamed(std::string_view code);

/// Who of them. All: people of the staff and collectives; children's data go where a form of pupils asks for them alone.
enum class ReceiverSubjects { All, People, Collectives, Pupils };
std::string_view receiverSubjectsCode(ReceiverSubjects subjects);
std::optional<ReceiverSubjects> receiverSubjectsNamed(std::string_view code);

/// How a form is filled: said once, kept for the next year.
struct ReceiverMapping {
    std::vector<SheetColumn> columns;                                          ///< what each is
    std::map<std::size_t, std::string> fixed{};                                ///< columns that say the same on each line
    std::map<std::size_t, std::map<std::string, std::string>> words{};         ///< by column: the receiver's word for each of our values
    std::set<std::string> leftOut{};                                           ///< honours that do not go into it
    ReceiverSubjects subjects = ReceiverSubjects::All;
    bool eachHonour = true;                                                    ///< a line for each honour; else one with all of somebody's
    friend bool operator==(const ReceiverMapping&, const ReceiverMapping&) = default;
};

/// As lines that a person can read and mend (“word G lao-dong-tien-tien = 02”), for files and for the settings; InputFormat for anything else.
std::string receiverMappingText(const ReceiverMapping& mapping);
Result<ReceiverMapping> receiverMappingFrom(std::string_view text, const std::string& name);

/// Columns that may stand in a form several times: what is nothing or the same everywhere, and what one column has as a code and another in words.
bool mayRepeatInForm(SheetColumn kind);
/// Columns in which the receiver's words stand for values of ours.
bool hasWords(SheetColumn kind);

/// How forms were filled, for the next form of that shape (ReceiverLook::form). It is kept with the program's settings, as those of imports.
class ReceiverForms {
public:
    ReceiverForms() = default;
    explicit ReceiverForms(std::string_view text);
    std::string text() const;
    /// In front of all others; the oldest are forgotten.
    void remember(const std::string& form, const ReceiverMapping& mapping);
    /// False when there was none of that form.
    bool forget(const std::string& form);
    std::optional<ReceiverMapping> of(const std::string& form) const;

private:
    std::vector<std::pair<std::string, ReceiverMapping>> m_forms;
};

}
