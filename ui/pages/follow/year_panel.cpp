// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/year_panel.h"

#include "ui/shell/unsaved.h"

#include <QBoxLayout>

namespace thidua::ui::follow {
namespace {

using domain::YearRecord;

/// A choice as wide as its column, whatever its longest word.
ChoiceField* narrowChoice()
{
    auto* field = new ChoiceField;
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(8);
    return field;
}

}

YearPanel::YearPanel(Shell& shell, SchoolContext& context, QWidget* parent) : SidePanel(360, parent), m_shell(shell), m_context(context)
{
    setObjectName(QStringLiteral("yearPanel"));
    buildForm();
    m_save = saving(makeButton(tr("Ghi kết quả"), {}, ButtonKind::Primary, this));
    m_save->setObjectName(QStringLiteral("yearRecord.save"));
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    m_open = makeButton(tr("Mở hồ sơ"), {}, ButtonKind::Normal, this);
    m_open->setObjectName(QStringLiteral("yearRecord.open"));
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_row && m_row->subject.person)
            m_shell.openRecord(domain::EntityKind::Person, m_row->subject.person->value());
        else if (m_row)
            m_shell.openRecord(domain::EntityKind::Collective, m_row->subject.collective->value());
    });
    addToFoot(m_save);
    addToFoot(m_open);
    connect(&m_form, &FormBinderBase::dirtyChanged, this, [this](bool dirty) { m_save->setEnabled(dirty && m_locked.isEmpty()); });
    m_form.setValidate([](const Facts& facts) { return services::validate(facts); });
    showNobody();
}

template <class F, class M>
void YearPanel::bindRecord(const std::string& name, FormField* form, F* field, M YearRecord::*member)
{
    m_form.bind(name, form, field, [=](const Facts& facts) { field->setValue(facts.record.*member); },
                [=](Facts& facts) { facts.record.*member = field->value(); });
}

template <class M>
void YearPanel::bindChoice(const std::string& name, FormField* form, ChoiceField* field, M YearRecord::*member,
                           std::vector<std::pair<M, QString>> values)
{
    std::vector<ChoiceField::Choice> choices;
    for (std::size_t i = 0; i < values.size(); ++i)
        choices.push_back({std::to_string(i), values[i].second});
    field->setChoices(choices);
    m_form.bind(name, form, field,
                [=](const Facts& facts) {
                    for (std::size_t i = 0; i < values.size(); ++i)
                        if (values[i].first == facts.record.*member)
                            field->setValue(std::to_string(i));
                },
                [=](Facts& facts) {
                    if (const auto code = field->value(); !code.empty())
                        facts.record.*member = values[std::stoul(code)].first;
                });
}

void YearPanel::bindConfirmed(const std::string& name, FormField* form, CheckField* check, std::optional<Date> YearRecord::*day)
{
    m_form.bind(name, form, check,
                [=](const Facts& facts) {
                    const auto& on = facts.record.*day;
                    check->setValue(on.has_value());
                    form->hint(on ? tr("Xác nhận ngày %1.").arg(dateText(on)) : QString());
                },
                [=, this](Facts& facts) {
                    auto& on = facts.record.*day;
                    if (!check->value())
                        on.reset();
                    else if (!on)
                        on = m_context.file.clock().today();
                });
}

void YearPanel::buildForm()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* evaluation = new FormLayout(2, body);
    buildEvaluation(evaluation);
    column->addWidget(evaluation);
    m_people = new FormLayout(2, body);
    buildPeople(m_people);
    column->addWidget(m_people);
    m_collective = new FormLayout(2, body);
    buildCollective(m_collective);
    column->addWidget(m_collective);
    auto* note = new TextField(2, {}, body);
    auto* noteForm = new FormField(tr("Ghi chú"), note, body);
    bindRecord("note", noteForm, note, &YearRecord::note);
    column->addWidget(noteForm);
    addToBody(body);
}

void YearPanel::buildEvaluation(FormLayout* layout)
{
    m_evaluation = narrowChoice();
    bindChoice("evaluation", layout->add(tr("Xếp loại cuối năm"), m_evaluation, 2), m_evaluation, &YearRecord::evaluation,
               wordsOrUnknown<domain::Evaluation>(tr("? Chưa có")));
    auto* day = new DateField;
    bindRecord("evaluatedOn", layout->add(tr("Ngày xếp loại"), day), day, &YearRecord::evaluatedOn);
    auto* source = new LineField(tr("Biên bản, quyết định…"));
    bindRecord("evaluationSource", layout->add(tr("Theo văn bản"), source), source, &YearRecord::evaluationSource);
    auto* investigation = narrowChoice();
    bindChoice("underInvestigation", layout->add(tr("Đang bị xem xét, thanh tra"), investigation), investigation, &YearRecord::underInvestigation,
               wordsOf<domain::Known>());
}

void YearPanel::buildPeople(FormLayout* layout)
{
    auto* months = new NumberField;
    months->setRange(0, 12);
    m_form.bind("monthsWorked", layout->add(tr("Số tháng làm việc"), months), months,
                [=](const Facts& f) { months->setValue(f.record.monthsWorked ? std::optional<std::int64_t>(*f.record.monthsWorked) : std::nullopt); },
                [=](Facts& f) {
                    const auto value = months->value();
                    f.record.monthsWorked = value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
                });
    layout->add(makeRule(layout), 2);
    auto* none = new CheckField(tr("Xác nhận không bị kỷ luật"));
    bindConfirmed("noDisciplineConfirmedOn", layout->add({}, none, 2), none, &YearRecord::noDisciplineConfirmedOn);
    auto* cases = new DisciplineField;
    m_form.bind("discipline", layout->add(tr("Kỷ luật"), cases, 2), cases, &Facts::discipline);
    layout->add(makeRule(layout), 2);
    auto* present = new CheckField(tr("Xác nhận không nghỉ ngày nào"));
    bindConfirmed("noAbsenceConfirmedOn", layout->add({}, present, 2), present, &YearRecord::noAbsenceConfirmedOn);
    auto* absences = new AbsenceField;
    m_form.bind("absences", layout->add(tr("Các lần nghỉ"), absences, 2), absences, &Facts::absences);
    layout->add(makeRule(layout), 2);
    auto* training = new NumberField;
    training->setRange(0, 12);
    m_form.bind("trainingMonths", layout->add(tr("Đi học, bồi dưỡng (tháng)"), training), training,
                [=](const Facts& f) { training->setValue(f.record.trainingMonths ? std::optional<std::int64_t>(*f.record.trainingMonths) : std::nullopt); },
                [=](Facts& f) {
                    const auto value = training->value();
                    f.record.trainingMonths = value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
                });
    auto* result = narrowChoice();
    bindChoice("trainingResult", layout->add(tr("Kết quả học"), result), result, &YearRecord::trainingResult,
               wordsOrUnknown<domain::TrainingResult>(tr("–")));
    layout->add(makeRule(layout), 2);
}

void YearPanel::buildCollective(FormLayout* layout)
{
    auto* unity = narrowChoice();
    bindChoice("unity", layout->add(tr("Nội bộ đoàn kết"), unity), unity, &YearRecord::unity, wordsOf<domain::Known>());
    auto* law = narrowChoice();
    bindChoice("lawCompliance", layout->add(tr("Chấp hành pháp luật"), law), law, &YearRecord::lawCompliance, wordsOf<domain::Known>());
}

void YearPanel::setYear(domain::SchoolYearId year, const QString& lockedReason)
{
    m_year = year;
    m_locked = lockedReason;
}

void YearPanel::showRow(const services::YearRow& row)
{
    if (!m_row || m_row->subject != row.subject)
        toTop();
    m_row = row;
    const bool person = row.subject.person.has_value();
    QString subtitle = postAndTeam(row.post, person ? row.team : std::string());
    if (!row.registered)
        subtitle += subtitle.isEmpty() ? tr("Chưa đăng ký thi đua") : tr(" – chưa đăng ký thi đua");
    setTitle(toQ(row.named), subtitle);
    m_people->setVisible(person);
    m_collective->setVisible(!person);
    m_form.load(row.facts);
    m_form.setReadOnly(!m_locked.isEmpty());
    m_save->setEnabled(false);
    m_save->setToolTip(m_locked);
}

void YearPanel::showNobody()
{
    m_row.reset();
    m_form.load({});
    showNothing(tr("Chọn một dòng để xem và ghi ngày, nguồn, lý do của từng kết quả."));
}

std::optional<std::int64_t> YearPanel::rowId() const
{
    return m_row ? std::optional(rowIdOf(m_row->subject)) : std::nullopt;
}

bool YearPanel::settleEntries()
{
    if (!isDirty() || !m_row)
        return true;
    return settleUnsaved(m_shell, [this] { return save(); }, [this] { showRow(services::YearRow(*m_row)); });
}

bool YearPanel::save()
{
    if (!m_row || !m_year || !m_locked.isEmpty() || !m_form.reveal())
        return false;
    m_saving = true; // the page refreshes this form while the operation is told to all pages
    const auto facts = m_form.draft();
    const bool done = m_shell.runner.run([&] { return services::YearRecordService(m_context.file).record(*m_year, m_row->subject, facts); },
                                         [](auto) {}, &m_form);
    m_saving = false;
    return done;
}

void YearPanel::focusForm()
{
    m_evaluation->setFocus(Qt::TabFocusReason);
}

}
