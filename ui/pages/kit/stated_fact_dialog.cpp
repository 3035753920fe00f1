// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/stated_fact_dialog.h"

#include "ui/pages/kit/field_bind.h"
#include "ui/pages/kit/stated_value.h"
#include "ui/widgets/least_height.h"

#include <QBoxLayout>

namespace thidua::ui {

using domain::StatedFact;
using rules::Holds;

namespace {

constexpr int kYearsBack = 15;

}

StatedFactDialog::StatedFactDialog(services::SchoolFile& file, OperationRunner& runner, Request request, QWidget* parent)
    : QDialog(parent), m_file(file), m_runner(runner), m_request(std::move(request))
{
    setObjectName(QStringLiteral("statedDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_request.change ? tr("Sửa dữ kiện") : tr("Ghi dữ kiện"));
    setMinimumWidth(Theme::px(520));
    keepLeastHeight(this); // a question above the fields makes it higher
    readSpecs();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(12));
    makeHead(column);
    m_place = new QVBoxLayout;
    column->addLayout(m_place);
    column->addStretch(1);
    column->addWidget(makeRule(this));
    column->addWidget(makeFoot());
    if (hasFacts())
        showFact(m_specs.front().id);
}

StatedFactDialog::~StatedFactDialog() = default;

void StatedFactDialog::readSpecs()
{
    m_specs = services::StatedFactService(m_file).statable(m_request.subject).value_or(std::vector<rules::FactSpec>{});
    const auto wanted = m_request.change ? m_request.change->data.fact : m_request.fact;
    std::erase_if(m_specs, [&](const rules::FactSpec& one) { return wanted.empty() ? one.stated->ofHonour : one.id != wanted; });
}

void StatedFactDialog::makeHead(QVBoxLayout* column)
{
    column->addWidget(new Label(windowTitle(), TypeRole::PanelTitle, Ink::Text, this));
    const QString honour = m_request.change ? toQ(m_request.change->honourName) : m_request.honourName;
    const bool told = hasFacts() && m_specs.front().stated->ofHonour && !honour.isEmpty();
    column->addWidget(makeWrapped(told ? tr("%1 – riêng để xét %2").arg(m_request.name, honour) : m_request.name, TypeRole::Text, Ink::Text2, this));
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    if (m_specs.size() < 2)
        return;
    std::vector<ChoiceField::Choice> choices;
    for (const auto& one : m_specs)
        choices.push_back({one.id, toQ(one.label.vi)});
    auto* fact = slim(new ChoiceField(choices));
    fact->setObjectName(QStringLiteral("stated-fact"));
    fact->setValue(m_specs.front().id);
    fact->onChanged = [this, fact] { showFact(fact->value()); };
    auto* form = new FormLayout(1, this);
    form->add(tr("Dữ kiện"), fact)->required();
    column->addWidget(form);
}

void StatedFactDialog::showFact(const std::string& id)
{
    m_fact = id;
    if (spec() != nullptr)
        makeForm();
}

void StatedFactDialog::makeForm()
{
    delete m_form;
    m_lines.clear();
    m_form = new QWidget(this);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* form = new FormLayout(2, m_form);
    m_value = std::make_unique<StatedValue>(*spec(), *form);
    m_lines["value"] = m_value->line();
    m_year = slim(new ChoiceField);
    m_year->setObjectName(QStringLiteral("stated-year"));
    addYears(*spec());
    const bool lasts = spec()->stated->holds == Holds::Onward || spec()->stated->holds == Holds::Grows;
    m_lines["year"] = form->add(lasts ? tr("Từ năm học") : tr("Của năm học"), m_year)->required();
    m_date = new DateField;
    m_date->setObjectName(QStringLiteral("stated-date"));
    m_lines["statedOn"] = form->add(spec()->stated->holds == Holds::Grows ? tr("Tính đến ngày") : tr("Ngày ghi nhận"), m_date)->required();
    m_source = new LineField(tr("ví dụ: %1").arg(toQ(spec()->source.vi)));
    m_source->setObjectName(QStringLiteral("stated-source"));
    m_lines["source"] = form->add(tr("Nguồn"), m_source, 2)->required();
    for (const auto& [name, line] : m_lines)
        if (name != "value")
            line->field().onChanged = [line = line] { line->setError({}); };
    column->addWidget(form);
    column->addWidget(makeWrapped(holdsHint(), TypeRole::Small, Ink::Text2, m_form));
    m_place->addWidget(m_form);
    fill();
}

QString StatedFactDialog::holdsHint() const
{
    switch (spec()->stated->holds) {
    case Holds::Grows: return tr("Dùng cho năm học đã chọn và các năm sau; mỗi năm tròn tự thêm một.");
    case Holds::Onward: return tr("Dùng cho năm học đã chọn và các năm sau, đến khi ghi lại.");
    case Holds::PastYear: return tr("Xếp loại của năm học đã chọn, khi tệp của trường chưa có kết quả năm học đó.");
    case Holds::Year: break;
    }
    return tr("Chỉ dùng cho năm học đã chọn.");
}

void StatedFactDialog::addYears(const rules::FactSpec& spec)
{
    std::vector<ChoiceField::Choice> years;
    const bool past = spec.stated->holds == Holds::PastYear;
    const int newest = m_request.year.startYear() - (past ? 1 : 0);
    int oldest = newest - kYearsBack;
    if (m_request.change)
        oldest = std::min(oldest, m_request.change->data.year.startYear());
    for (int start = std::max(newest, m_request.change ? m_request.change->data.year.startYear() : newest); start >= oldest; --start)
        years.push_back({std::to_string(start), toQ(SchoolYear(start).screen())});
    m_year->setChoices(years);
    SchoolYear proposed(newest);
    if (past)
        proposed = services::StatedFactService(m_file).untoldYear(m_request.subject, spec.id, m_request.year).value_or(proposed);
    m_year->setValue(std::to_string(proposed.startYear()));
}

/// Of a new one no value is chosen beforehand: what somebody says is their own.
void StatedFactDialog::fill()
{
    const auto today = m_file.clock().today();
    m_date->setValue(m_request.judgedOn && *m_request.judgedOn < today ? *m_request.judgedOn : today);
    if (m_request.change) {
        const auto& told = m_request.change->data;
        m_value->setJson(told.value);
        m_year->setValue(std::to_string(told.year.startYear()));
        m_date->setValue(told.statedOn);
        m_source->setValue(told.source);
    }
    m_value->line()->field().widget()->setFocus();
}

QWidget* StatedFactDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    auto* ok = saving(makeButton(tr("Ghi"), {}, ButtonKind::Primary, foot));
    ok->setObjectName(QStringLiteral("statedSave"));
    ok->setDefault(true);
    connect(ok, &QPushButton::clicked, this, &StatedFactDialog::write);
    row->addStretch();
    row->addWidget(makeCancelButton(this, QStringLiteral("statedCancel"), foot));
    row->addWidget(ok);
    return foot;
}

const rules::FactSpec* StatedFactDialog::spec() const
{
    const auto found = std::ranges::find(m_specs, m_fact, &rules::FactSpec::id);
    return found == m_specs.end() ? nullptr : &*found;
}

StatedFact StatedFactDialog::given() const
{
    StatedFact fact = m_request.change ? m_request.change->data : StatedFact{};
    fact.subject = m_request.subject;
    fact.fact = m_fact;
    if (!m_request.change && spec()->stated->ofHonour) {
        fact.honour = m_request.honour;
        fact.ground = m_request.ground;
    }
    fact.value = m_value->json();
    fact.year = SchoolYear(std::stoi(m_year->value()));
    fact.statedOn = m_date->value().value_or(m_file.clock().today());
    fact.source = m_source->value();
    return fact;
}

bool StatedFactDialog::isFilled()
{
    bool whole = m_value->check();
    if (!m_date->value()) {
        m_lines["statedOn"]->setError(m_date->problem().isEmpty() ? tr("Xin ghi ngày.") : m_date->problem());
        whole = false;
    }
    return whole && !isTooLate();
}

/// Years counted to a day after the verdict's say nothing on that day.
bool StatedFactDialog::isTooLate()
{
    if (spec()->stated->holds != Holds::Grows || !m_request.judgedOn || *m_date->value() <= *m_request.judgedOn)
        return false;
    m_lines["statedOn"]->setError(tr("Đề nghị này xét theo ngày %1; xin ghi số năm tính đến ngày đó hoặc trước đó.").arg(dateText(m_request.judgedOn)));
    m_date->setFocus();
    return true;
}

/// What contradicts the record is asked about once for each value; writing it all the same is an answer.
bool StatedFactDialog::asksAgain()
{
    const auto draft = given();
    services::StatedFactService service(m_file);
    const QString key = QStringLiteral("stated-doubt");
    m_messages->remove(key);
    const auto replaces = m_request.change ? std::optional(m_request.change->id) : std::nullopt;
    if (m_answered == draft || !service.validate(draft, replaces).value_or(std::vector<FieldIssue>{}).empty())
        return false;
    const auto doubt = service.doubts(draft).value_or(std::nullopt);
    if (!doubt)
        return false;
    m_messages->show({Tone::Warn, tr("Khác với hồ sơ"), sentenceOf(*doubt),
                      {{tr("Vẫn ghi"), {}, [this, draft] {
                            m_answered = draft;
                            write();
                        }}},
                      true, key});
    return true;
}

void StatedFactDialog::write()
{
    if (!hasFacts() || !isFilled() || asksAgain())
        return;
    services::StatedFactService service(m_file);
    const auto written = [&]() -> Result<domain::ChangeSet> {
        if (m_request.change) {
            TD_TRY(auto changed, service.edit(m_request.change->id, m_request.change->version, given()));
            return std::move(changed.changes);
        }
        TD_TRY(auto stated, service.state(given()));
        return std::move(stated.changes);
    }();
    if (!written) {
        showError(written.error());
        return;
    }
    // The page that is read anew takes away what opened the dialog: that comes last.
    hide();
    m_runner.succeed(*written);
    accept();
}

void StatedFactDialog::showError(const Error& error)
{
    bool beside = false;
    for (const auto& issue : error.issues) {
        const auto found = m_lines.find(issue.field);
        if (found == m_lines.end())
            continue;
        found->second->setError(sentenceOf(issue));
        found->second->field().widget()->setFocus();
        beside = true;
    }
    if (!beside)
        m_messages->show({Tone::Bad, tr("Chưa ghi được"), sentenceOf(error), {}, true, QStringLiteral("stated")});
}

}
