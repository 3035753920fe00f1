// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrations/registration_form.h"

#include "ui/pages/follow/follow_common.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/registrations/honour_ticks.h"

#include <QCheckBox>

namespace thidua::ui::follow {
namespace {

services::RegistrationDraft draftOf(const services::RegistrationRow& row)
{
    services::RegistrationDraft draft;
    draft.subject = row.subject;
    draft.honours = row.honours;
    draft.lateReason = row.registration.lateReason;
    if (row.initiative) {
        draft.initiativeTitle = row.initiative->data.title;
        draft.initiativeField = row.initiative->data.field;
    }
    return draft;
}

FindingLine lineOf(const services::RegistrationNote& note)
{
    using Outcome = FindingLine::Outcome;
    FindingLine line;
    line.outcome = note.met ? Outcome::Pass : note.blocking ? Outcome::Fail : Outcome::Unknown;
    // The first sentence says it; what explains it stands under it with the article.
    const QString text = toQ(note.text);
    const auto end = text.indexOf(QStringLiteral(". "));
    line.label = end < 0 ? text : text.left(end + 1);
    line.text = QStringLiteral("%1 %2").arg(end < 0 ? QString() : text.mid(end + 2), unbroken(toQ(note.citation))).trimmed();
    line.remedy = note.met ? QString() : toQ(note.remedy);
    if (!note.met)
        line.word = note.blocking ? RegistrationForm::tr("Không còn đạt được") : RegistrationForm::tr("Chưa có");
    return line;
}

}

RegistrationForm::RegistrationForm(services::SchoolFile& file, const services::RegistrationRow& row, std::optional<Date> deadline, bool late, QWidget* parent)
    : RecordForm(1, parent), m_file(file), m_row(row), m_late(late)
{
    using Draft = services::RegistrationDraft;
    const bool person = row.subject.person.has_value();
    auto* ticks = new HonourTicks;
    ticks->setNames([&file](const std::string& code) { return fullHonour(file, code); });
    ticks->setChoices(HonourTicks::offered(file, person, !person));
    m_honours = add("honours", tr("Danh hiệu, hình thức đăng ký"), ticks, &Draft::honours).required();
    const auto title = lines("initiativeTitle", tr("Sáng kiến, giải pháp"), &Draft::initiativeTitle, 2).placeholder(tr("Tên sáng kiến, giải pháp"));
    title.line->required(row.initiativeWanted)->hint(row.initiativeWanted ? tr("Danh hiệu đã đăng ký cần có sáng kiến được công nhận.")
                                                                          : tr("Cần có khi đăng ký Chiến sĩ thi đua."));
    const auto field = text("initiativeField", tr("Lĩnh vực"), &Draft::initiativeField).placeholder(tr("Tiếng Việt, Toán, công tác chủ nhiệm…"));
    title.line->setVisible(person);
    field.line->setVisible(person);
    m_reason = lines("lateReason", tr("Lý do đăng ký muộn"), &Draft::lateReason, 2).required().placeholder(tr("Nghỉ phép, mới nhận công tác…"));
    if (deadline)
        m_reason.hint(tr("Hạn đăng ký là ngày %1. Đăng ký sau hạn vẫn được ghi, có đánh dấu “muộn” và lý do.").arg(dateText(deadline)));
    load(draftOf(row));
    askReason();
    connect(&binder(), &FormBinderBase::changed, this, &RegistrationForm::askReason);
}

/// The reason is asked for as soon as something is registered after the deadline.
void RegistrationForm::askReason()
{
    const auto ticked = m_honours.field->value();
    const bool adds = std::any_of(ticked.begin(), ticked.end(), [this](const auto& code) {
        return std::find(m_row.honours.begin(), m_row.honours.end(), code) == m_row.honours.end();
    });
    m_reason.line->setVisible(m_row.registration.late || (m_late && (!m_row.id || adds)));
}

std::optional<std::int64_t> RegistrationForm::save(OperationRunner& runner, domain::SchoolYearId year)
{
    services::RegistrationService service(m_file);
    const auto given = draft();
    const auto id = rowIdOf(m_row.subject); // the table's row, whatever the registration's number
    const bool done = m_row.id ? runner.run([&] { return service.editRegistration(*m_row.id, given, m_row.version); }, [](auto) {}, &binder())
                               : runner.run([&] { return service.registerSubject(year, given); }, [](auto) {}, &binder());
    return done ? std::optional(id) : std::nullopt;
}

QWidget* registrationNotes(const services::RegistrationRow& row)
{
    auto* notes = new Stack(10);
    notes->section(RegistrationForm::tr("Đã biết đến hôm nay"));
    for (int rank = 0; rank < 3; ++rank)
        for (const auto& note : row.notes)
            if (rank == (note.met ? 2 : note.blocking ? 0 : 1))
                notes->add(new FindingView(lineOf(note), notes));
    return notes;
}

}
