// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_work_forms.h"

#include "services/people/subject_list.h"
#include "ui/pages/prepare/prepare_words.h"

#include <map>

namespace thidua::ui::prepare {

using domain::PlanDifficulty;
using domain::PlanReceipt;
using domain::TaskState;
using services::PlanWorkService;

namespace {

struct Progress {
    TaskState state = TaskState::Open;
    std::optional<Date> doneOn;
    std::string note;
    friend bool operator==(const Progress&, const Progress&) = default;
};

struct Answer {
    std::string answer;
    std::optional<Date> answeredOn;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// A difficulty as its form edits it: the day may still be missing.
struct DifficultyDraft {
    PlanDifficulty row;
    std::optional<domain::CollectiveId> team;
    std::optional<Date> raisedOn;
    friend bool operator==(const DifficultyDraft&, const DifficultyDraft&) = default;
};

struct ReceiptLine {
    std::optional<Date> received, carriedOut;
    friend bool operator==(const ReceiptLine&, const ReceiptLine&) = default;
};
using ReceiptSheet = std::map<domain::CollectiveId, ReceiptLine>;

std::vector<services::ListedSubject> listed(const PlanWorkEnv& env)
{
    return services::subjectsOf(env.file, env.year.value_or(domain::SchoolYearId(0))).value_or(std::vector<services::ListedSubject>());
}

std::vector<services::ListedSubject> teamsOf(const PlanWorkEnv& env)
{
    auto teams = listed(env);
    std::erase_if(teams, [](const auto& one) { return !one.subject.collective || one.wholeSchool; });
    return teams;
}

template <class Operation>
std::optional<std::int64_t> runFor(const PlanWorkEnv& env, FormBinderBase& binder, domain::PlanId plan, Operation&& operation)
{
    bool done = false;
    env.runner.run(operation, [&](const auto&) { done = true; }, &binder);
    return done ? std::optional(plan.value()) : std::nullopt;
}

}

QString marksText(const domain::PlanTask& task)
{
    QStringList marks;
    if (task.focus)
        marks << Words::tr("trọng tâm");
    if (task.weak)
        marks << Words::tr("việc yếu");
    if (task.hard)
        marks << Words::tr("việc khó");
    return marks.join(QStringLiteral(", "));
}

Tone toneOf(TaskState state)
{
    switch (state) {
    case TaskState::Open: return Tone::Warn;
    case TaskState::Doing: return Tone::Info;
    case TaskState::Done: return Tone::Ok;
    case TaskState::Dropped: break;
    }
    return Tone::Mute;
}

std::vector<SearchField::Option> doers(const PlanWorkEnv& env)
{
    std::vector<SearchField::Option> options;
    for (const auto& team : teamsOf(env))
        options.push_back({-team.subject.collective->value(), toQ(team.name), Words::tr("tập thể")});
    for (const auto& one : listed(env))
        if (one.subject.person && !one.hasLeft)
            options.push_back({one.subject.person->value(), toQ(one.name), toQ(one.unit)});
    return options;
}

std::optional<std::int64_t> doerKey(const domain::SubjectRef& subject)
{
    if (subject.person)
        return subject.person->value();
    return subject.collective ? std::optional(-subject.collective->value()) : std::nullopt;
}

domain::SubjectRef doerOf(std::optional<std::int64_t> key)
{
    if (!key)
        return {};
    return *key > 0 ? domain::SubjectRef::of(domain::PersonId(*key)) : domain::SubjectRef::of(domain::CollectiveId(-*key));
}

std::vector<ChoiceField::Choice> teamChoices(const PlanWorkEnv& env)
{
    std::vector<ChoiceField::Choice> choices{{kNoChoice, Words::tr("(chọn tổ, tập thể)")}};
    for (const auto& team : teamsOf(env))
        choices.push_back({std::to_string(team.subject.collective->value()), toQ(team.name)});
    return choices;
}

PanelForm taskProgressForm(const PlanWorkEnv& env, const services::PlanWork& work, domain::PlanTaskId chosen)
{
    const auto task = std::find_if(work.tasks.begin(), work.tasks.end(), [&](const auto& row) { return row.id == chosen; });
    auto* form = new RecordForm<Progress>;
    form->choice("state", Words::tr("Tình trạng"), &Progress::state).named("taskState");
    form->date("doneOn", Words::tr("Ngày đã xong"), &Progress::doneOn).named("taskDoneOn");
    form->lines("note", Words::tr("Kết quả, ghi chú"), &Progress::note, 3);
    const auto today = env.file.clock().today();
    const auto& data = task->data;
    form->load({data.state, data.doneOn, data.note});
    QObject::connect(&form->binder(), &FormBinderBase::changed, form, [form, today, was = data.state]() mutable {
        auto draft = form->draft();
        const bool nowDone = draft.state == TaskState::Done && was != TaskState::Done;
        was = draft.state;
        if (nowDone && !draft.doneOn)
            if (auto* day = form->findChild<DateField*>(QStringLiteral("taskDoneOn")))
                day->setValue(today);
    });
    return {.title = Words::tr("Ghi tiến độ nhiệm vụ"), .subtitle = toQ(data.text), .body = form, .binder = &form->binder(), .saveText = Words::tr("Ghi tiến độ"),
            .save = [env, form, id = chosen, plan = data.plan] {
                const auto draft = form->draft();
                return runFor(env, form->binder(), plan, [&] { return PlanWorkService(env.file).recordTask(id, draft.state, draft.doneOn, draft.note); });
            },
            .id = data.plan.value(), .name = QStringLiteral("taskProgress"), .first = form->findChild<QWidget*>(QStringLiteral("taskState"))};
}

PanelForm receiptsForm(const PlanWorkEnv& env, domain::PlanId plan, const services::PlanWork& work)
{
    auto* form = new RecordForm<ReceiptSheet>;
    ReceiptSheet sheet;
    std::map<domain::CollectiveId, std::string> notes;
    for (const auto& row : work.receipts) {
        sheet[row.data.team] = {row.data.receivedOn, row.data.carriedOutOn};
        notes[row.data.team] = row.data.note;
    }
    for (const auto& team : teamsOf(env))
        sheet[*team.subject.collective];
    for (const auto& team : teamsOf(env)) {
        const auto id = *team.subject.collective;
        const auto key = std::to_string(id.value());
        form->addSection(toQ(team.name));
        const auto day = [&](const std::string& name, const QString& label, std::optional<Date> ReceiptLine::*member) {
            auto* field = new DateField;
            form->custom((name + "." + key).c_str(), label, field,
                         [field, id, member](const ReceiptSheet& d) { field->setValue(d.contains(id) ? d.at(id).*member : std::optional<Date>()); },
                         [field, id, member](ReceiptSheet& d) { d[id].*member = field->value(); });
        };
        day("receivedOn", Words::tr("Nhận kế hoạch ngày"), &ReceiptLine::received);
        day("carriedOutOn", Words::tr("Triển khai xong ngày"), &ReceiptLine::carriedOut);
    }
    form->load(sheet);
    return {.title = Words::tr("Nhận và triển khai kế hoạch"), .subtitle = Words::tr("theo phiếu ký nhận của từng tổ"), .body = form, .binder = &form->binder(),
            .saveText = Words::tr("Ghi việc nhận"),
            .save = [env, form, plan, notes] {
                std::vector<PlanReceipt> receipts;
                for (const auto& [team, line] : form->draft())
                    if (line.received || line.carriedOut) {
                        const auto note = notes.find(team);
                        receipts.push_back({plan, team, line.received.value_or(*(line.carriedOut ? line.carriedOut : line.received)), line.carriedOut,
                                            note == notes.end() ? std::string() : note->second});
                    }
                return runFor(env, form->binder(), plan, [&] { return PlanWorkService(env.file).recordReceipts(plan, receipts); });
            },
            .id = plan.value(), .name = QStringLiteral("receipts")};
}

PanelForm difficultyForm(const PlanWorkEnv& env, domain::PlanId plan, const services::PlanWork& work, const services::Stored<PlanDifficulty>* row)
{
    auto* form = new RecordForm<DifficultyDraft>;
    const auto team = form->choiceOf("team", Words::tr("Tổ, tập thể nêu"), &DifficultyDraft::team, teamChoices(env)).required();
    form->date("raisedOn", Words::tr("Ngày nêu"), &DifficultyDraft::raisedOn).required();
    std::vector<ChoiceField::Choice> tasks{{kNoChoice, Words::tr("(cả kế hoạch)")}};
    for (const auto& task : work.tasks)
        tasks.push_back({std::to_string(task.id.value()), toQ(task.data.text)});
    form->choiceOf("task", Words::tr("Về nhiệm vụ"), [](auto& d) -> auto& { return d.row.task; }, tasks, Wide);
    const auto words = form->lines("text", Words::tr("Vướng mắc, kiến nghị"), [](auto& d) -> auto& { return d.row.text; }, 4).required().named("difficultyText");
    DifficultyDraft draft;
    if (row) {
        draft = {row->data, row->data.team, row->data.raisedOn};
    } else {
        draft.row.plan = plan;
        draft.raisedOn = env.file.clock().today();
    }
    form->load(draft);
    using Key = std::optional<std::pair<domain::PlanDifficultyId, domain::RowVersion>>;
    return {.title = row ? Words::tr("Sửa vướng mắc, kiến nghị") : Words::tr("Vướng mắc, kiến nghị của tổ"), .body = form, .binder = &form->binder(),
            .saveText = Words::tr("Ghi vướng mắc"),
            .save = [env, form, plan, key = row ? Key({row->id, row->version}) : Key()]() -> std::optional<std::int64_t> {
                const auto now = form->draft();
                auto given = now.row;
                given.team = now.team.value_or(domain::CollectiveId(0));
                given.raisedOn = now.raisedOn.value_or(env.file.clock().today());
                PlanWorkService service(env.file);
                if (key)
                    return runFor(env, form->binder(), plan, [&] { return service.editDifficulty(key->first, given, key->second); });
                return runFor(env, form->binder(), plan, [&] { return service.addDifficulty(given); });
            },
            .id = plan.value(), .name = QStringLiteral("difficulty"), .first = row ? words.field->widget() : team.field->widget()};
}

PanelForm answerForm(const PlanWorkEnv& env, domain::PlanId plan, const services::Stored<PlanDifficulty>& row)
{
    auto* form = new RecordForm<Answer>;
    form->addText(toQ(row.data.text));
    form->lines("answer", Words::tr("Trả lời của Hội đồng"), &Answer::answer, 4).required().named("difficultyAnswer");
    form->date("answeredOn", Words::tr("Ngày trả lời"), &Answer::answeredOn).required();
    form->load({row.data.answer, row.data.answeredOn ? row.data.answeredOn : std::optional(env.file.clock().today())});
    return {.title = Words::tr("Trả lời vướng mắc, kiến nghị"), .body = form, .binder = &form->binder(), .saveText = Words::tr("Ghi trả lời"),
            .save = [env, form, plan, id = row.id] {
                const auto draft = form->draft();
                return runFor(env, form->binder(), plan, [&] { return PlanWorkService(env.file).answerDifficulty(id, draft.answer, draft.answeredOn); });
            },
            .id = plan.value(), .name = QStringLiteral("answer"), .first = form->findChild<QWidget*>(QStringLiteral("difficultyAnswer"))};
}

}
