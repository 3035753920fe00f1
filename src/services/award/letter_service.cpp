// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/award/letter_service.h"

#include "base/first_letter.h"
#include "documents/template.h"
#include "domain/collective.h"
#include "domain/people.h"
#include "domain/school.h"
#include "services/core/steps.h"
#include "services/papers/paper_issuing.h"
#include "services/people/class_of.h"
#include "services/people/people_lookup.h"
#include "text/messages.h"

namespace thidua::services {

using namespace domain;

namespace {

Result<Stored<Letter>> needDraft(Reader& reader, LetterId id)
{
    TD_TRY(auto letter, need<Letter>(reader, id));
    TD_CHECK(checkStep(letter.data.state, LetterEvent::Edit, letter.data.number.text()));
    return letter;
}

/// What a form may say of a letter; number, signer and state come by other verbs.
void takeWords(Letter& letter, const Letter& given)
{
    letter.subject = given.subject;
    letter.name = given.name;
    letter.post = given.post;
    letter.title = given.title;
    letter.body = given.body;
    letter.recipients = given.recipients;
}

Result<void> checkSubject(Reader& reader, const Letter& letter)
{
    if (letter.subject.person)
        TD_CHECK(need<Person>(reader, *letter.subject.person));
    if (letter.subject.collective)
        TD_CHECK(need<Collective>(reader, *letter.subject.collective));
    return {};
}

}

std::vector<FieldIssue> validate(const Letter& letter)
{
    std::vector<FieldIssue> issues;
    require(issues, letter.name, "name", "letter.name-missing");
    require(issues, letter.title, "title", "letter.title-missing");
    return issues;
}

Result<std::vector<LetterRow>> LetterService::letters(SchoolYearId year)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<std::vector<LetterRow>> {
        std::vector<LetterRow> rows;
        const PeopleLookup people(reader, year);
        for (const auto& letter : repo::letters(reader, year)) {
            const bool known = letter.data.subject.person || letter.data.subject.collective;
            rows.push_back({letter.id, letter.version, letter.data, known ? people.view(letter.data.subject).named(letter.data.name) : letter.data.name});
        }
        return rows;
    });
}

Result<Letter> LetterService::proposed(SchoolYearId year, const SubjectRef& subject)
{
    return readFrom(m_file, [&](Reader& reader) -> Result<Letter> {
        Letter letter;
        letter.year = year;
        letter.subject = subject;
        if (subject.person || subject.collective) {
            const auto view = PeopleLookup(reader, year).view(subject);
            const auto& words = documents::shippedTemplate("letter");
            const auto in = view.pupil ? classOf(reader, year, *subject.person) : std::string(); // a pupil's
            letter.name = words.text(in.empty() ? "greeted" : "pupil", {{"salutation", view.salutation}, {"name", view.name}});
            letter.post = lowerFirst(!in.empty() ? in : subject.person ? PeopleLookup::postAndUnit(view) : std::string());
        }
        for (const auto& line : documents::shippedTemplate("letter").lines("recipients"))
            fromLine(line, letter.recipients.emplace_back());
        return letter;
    });
}

Written<LetterId> LetterService::draft(const Letter& given)
{
    return writeTo<LetterId>(m_file, Op::DraftLetter, [&](Tx& tx) -> Result<LetterId> {
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        Letter letter;
        letter.year = given.year;
        takeWords(letter, given);
        TD_CHECK(checkSubject(tx, letter));
        tx.setLabel({normalised(letter.name)});
        return tx.insert(letter);
    });
}

Written<Done> LetterService::edit(LetterId id, const Letter& given, RowVersion version)
{
    return writeTo<Done>(m_file, Op::EditLetter, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto before, needDraft(tx, id));
        if (auto issues = validate(given); !issues.empty())
            return fail(std::move(issues));
        auto letter = before.data;
        takeWords(letter, given);
        TD_CHECK(checkSubject(tx, letter));
        tx.setLabel({normalised(letter.name)});
        tx.update(id, letter, version);
        return Done{};
    });
}

Written<Done> LetterService::remove(LetterId id)
{
    return writeTo<Done>(m_file, Op::RemoveLetter, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto letter, needDraft(tx, id));
        tx.setLabel({letter.data.name});
        tx.remove<Letter>(id);
        return Done{};
    });
}

Written<Done> LetterService::issue(LetterId id, const IssuePaper& paper)
{
    return writeTo<Done>(m_file, Op::IssueLetter, [&](Tx& tx) -> Result<Done> {
        TD_TRY(auto letter, needDraft(tx, id));
        if (tidyLines(letter.data.body).empty())
            return fail({{"body", "letter.body-missing", {}}});
        TD_CHECK(issuePaper(m_file, tx, letter, LetterState::Issued, paper));
        tx.setLabel({letter.data.number.text(), letter.data.name});
        return Done{};
    });
}

}
