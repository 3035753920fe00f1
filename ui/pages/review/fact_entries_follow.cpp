// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/page_ids.h"
#include "domain/school.h"
#include "ui/pages/review/fact_entries.h"

#include "services/core/school_service.h"
#include "services/follow/initiative_service.h"
#include "services/follow/registration_service.h"
#include "ui/pages/review/review_words.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace thidua::ui::review {
namespace {

struct FactEntriesFollowWords {
    Q_DECLARE_TR_FUNCTIONS(FactEntries)
};

using domain::RecognitionLevel;
using services::InitiativeRow;

/// The year's initiatives of one author that nobody has decided on yet.
std::vector<InitiativeRow> waitingInitiatives(const FactPlace& place)
{
    std::vector<InitiativeRow> mine;
    auto all = services::InitiativeService(*place.file).initiatives(place.year.id);
    if (!all)
        return mine;
    for (auto& row : *all) {
        const bool author = std::ranges::any_of(row.authors, [&](const auto& a) { return a.person == *place.subject.person; });
        if (author && row.initiative.state == domain::InitiativeState::Registered)
            mine.push_back(std::move(row));
    }
    return mine;
}

/// Levels above the school: the school's own recognition is a decision of its own.
ChoiceField* levelField(const QString& id, QWidget* parent)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto level : {RecognitionLevel::Commune, RecognitionLevel::District, RecognitionLevel::Province, RecognitionLevel::Ministry})
        choices.push_back({std::string(domain::toCode(level)), FactEntriesFollowWords::tr("%1 công nhận").arg(labelOf(level))});
    auto* field = named(new ChoiceField(choices, parent), id + "-level", FactEntriesFollowWords::tr("Cấp công nhận"));
    field->setValue(std::string(domain::toCode(RecognitionLevel::District)));
    return field;
}

struct RecognitionFields {
    ChoiceField* initiative;
    ChoiceField* level;
    LineField* issuer;
    LineField* number;
    DateField* date;
    QPushButton* save;
};

void recognise(const FactPlace& place, const RecognitionFields& fields)
{
    services::RecogniseOutside command;
    command.initiatives = {domain::InitiativeId(std::stoll(fields.initiative->value()))};
    command.level = domain::fromCode<RecognitionLevel>(fields.level->value()).value_or(RecognitionLevel::District);
    command.scope = command.level;
    command.issuer = fields.issuer->value();
    command.number = fields.number->value();
    command.decidedOn = *fields.date->value();
    place.shell->runner.run([&] { return services::InitiativeService(*place.file).recogniseOutside(command); });
}

RecognitionFields recognitionFields(const FactPlace& place, const std::vector<InitiativeRow>& waiting, const QString& id, QWidget* parent)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto& row : waiting)
        choices.push_back({std::to_string(row.id.value()), FactEntriesFollowWords::tr("“%1”").arg(toQ(row.initiative.title))});
    RecognitionFields fields{};
    fields.initiative = named(new ChoiceField(choices, parent), id + "-initiative", FactEntriesFollowWords::tr("Sáng kiến"));
    fields.initiative->setValue(choices.front().code);
    fields.initiative->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fields.level = levelField(id, parent);
    fields.issuer = named(new LineField(FactEntriesFollowWords::tr("cơ quan công nhận"), parent), id + "-issuer", FactEntriesFollowWords::tr("Cơ quan công nhận"));
    if (auto school = services::SchoolService(*place.file).school())
        fields.issuer->setValue(school->data.conferringAgency);
    fields.number = named(new LineField(FactEntriesFollowWords::tr("số quyết định"), parent), id + "-number", FactEntriesFollowWords::tr("Số quyết định công nhận"));
    fields.date = named(new DateField(parent), id + "-date", FactEntriesFollowWords::tr("Ngày quyết định công nhận"));
    fields.date->setPlaceholderText(FactEntriesFollowWords::tr("ngày"));
    fields.date->setFixedWidth(Theme::px(92));
    fields.save = saving(makeButton(FactEntriesFollowWords::tr("Ghi"), {}, ButtonKind::Primary, parent));
    fields.save->setObjectName(id + "-save");
    fields.save->setAccessibleName(FactEntriesFollowWords::tr("Ghi công nhận sáng kiến"));
    return fields;
}

QWidget* recognitionEntry(const FactPlace& place, const std::vector<InitiativeRow>& waiting, const QString& id, QWidget* parent)
{
    auto* entry = new QWidget(parent);
    auto* column = new QVBoxLayout(entry);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(6));
    const RecognitionFields fields = recognitionFields(place, waiting, id, entry);
    if (waiting.size() > 1)
        column->addWidget(fields.initiative);
    else
        fields.initiative->hide();
    column->addWidget(makeRow({{fields.level, 1}, {fields.issuer, 1}}, entry));
    auto* own = makeButton(FactEntriesFollowWords::tr("Trường tự công nhận…"), {}, ButtonKind::Link, entry);
    own->setObjectName(id + "-own");
    compact(own);
    QObject::connect(own, &QPushButton::clicked, own, [place] { place.shell->showPage(pages::kInitiatives); });
    column->addWidget(makeRow({{fields.number, 1}, {fields.date, 0}, {fields.save, 0}}, entry));
    column->addWidget(makeRow({{own, 0}}, entry));
    const auto check = [fields] {
        fields.save->setEnabled(!fields.number->isBlank() && fields.date->value().has_value() && !fields.issuer->isBlank());
    };
    fields.number->onChanged = check;
    fields.date->onChanged = check;
    fields.issuer->onChanged = check;
    check();
    QObject::connect(fields.save, &QPushButton::clicked, fields.save, [place, fields] { recognise(place, fields); });
    return entry;
}

QWidget* newInitiativeEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    auto* title = named(new LineField(FactEntriesFollowWords::tr("tên sáng kiến"), parent), id + "-title", FactEntriesFollowWords::tr("Tên sáng kiến"));
    auto* save = saving(makeButton(FactEntriesFollowWords::tr("Ghi sáng kiến"), {}, ButtonKind::Primary, parent));
    save->setObjectName(id + "-save");
    save->setEnabled(false);
    title->onChanged = [title, save] { save->setEnabled(!title->isBlank()); };
    QObject::connect(save, &QPushButton::clicked, save, [place, title] {
        domain::Initiative initiative;
        initiative.year = place.year.id;
        initiative.title = title->value();
        initiative.registeredOn = place.file->clock().today();
        domain::InitiativeAuthor author;
        author.person = *place.subject.person;
        place.shell->runner.run([&] { return services::InitiativeService(*place.file).addInitiative(initiative, {author}); });
    });
    return makeRow({{title, 1}, {save, 0}}, parent);
}

void registerHonour(const FactPlace& place, const std::string& lateReason)
{
    services::RegistrationService registrations(*place.file);
    place.shell->runner.read(
        [&] { return registrations.board(place.year.id); },
        [&](services::RegistrationBoard board) {
            const auto row = std::ranges::find(board.rows, place.subject, &services::RegistrationRow::subject);
            services::RegistrationDraft draft;
            draft.subject = place.subject;
            draft.honours = {place.honour};
            draft.lateReason = lateReason;
            if (row == board.rows.end() || !row->id) {
                place.shell->runner.run([&] { return registrations.registerSubject(place.year.id, draft); });
                return;
            }
            draft.honours = row->honours;
            draft.honours.push_back(place.honour);
            if (row->initiative) {
                draft.initiativeTitle = row->initiative->data.title;
                draft.initiativeField = row->initiative->data.field;
            }
            place.shell->runner.run([&] { return registrations.editRegistration(*row->id, draft, row->version); });
        });
}

}

QWidget* makeInitiativeEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    const auto waiting = waitingInitiatives(place);
    return waiting.empty() ? newInitiativeEntry(place, id, parent) : recognitionEntry(place, waiting, id, parent);
}

QWidget* makeRegistrationEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    const bool late = services::RegistrationService(*place.file).isLate(place.year.data);
    auto* save = saving(makeButton(FactEntriesFollowWords::tr("Ghi đăng ký %1").arg(place.honourName), {}, ButtonKind::Primary, parent));
    save->setObjectName(id + "-save");
    if (!late) {
        QObject::connect(save, &QPushButton::clicked, save, [place] { registerHonour(place, {}); });
        return makeRow({{save, 0}}, parent);
    }
    auto* reason = named(new LineField(FactEntriesFollowWords::tr("lý do đăng ký muộn"), parent), id + "-reason", FactEntriesFollowWords::tr("Lý do đăng ký muộn"));
    save->setEnabled(false);
    reason->onChanged = [reason, save] { save->setEnabled(!reason->isBlank()); };
    QObject::connect(save, &QPushButton::clicked, save, [place, reason] { registerHonour(place, reason->value()); });
    return makeRow({{reason, 1}, {save, 0}}, parent);
}

}
