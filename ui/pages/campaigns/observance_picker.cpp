// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/campaigns/observance_picker.h"

#include "ui/pages/prepare/prepare_words.h"
#include "ui/widgets/clear_layout.h"

#include <QCheckBox>

namespace thidua::ui::prepare {

using domain::Observance;

ObservancePicker::ObservancePicker(services::SchoolFile& file, Shell& shell, QWidget* parent)
    : QWidget(parent), m_file(file), m_shell(shell), m_binder(new FormBinder<Observance>(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    m_list = new QVBoxLayout;
    m_list->setSpacing(Theme::px(4));
    column->addLayout(m_list);
    m_add = compact(makeButton(tr("Thêm ngày kỷ niệm…"), QStringLiteral("plus"), ButtonKind::Normal, this));
    m_add->setObjectName(QStringLiteral("observanceAdd"));
    connect(m_add, &QPushButton::clicked, this, [this] { openForm(nullptr); });
    column->addWidget(m_add, 0, Qt::AlignLeft);
    buildForm();
    column->addWidget(m_form);
    read();
}

void ObservancePicker::read()
{
    m_shell.runner.read([&] { return services::PlanService(m_file).observances(); },
                        [this](std::vector<services::Stored<Observance>> list) { m_library = std::move(list); });
    // In the order of the school year.
    const auto place = [](const auto& o) { return (o.data.month + 3) % 12 * 100 + o.data.day; };
    std::stable_sort(m_library.begin(), m_library.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    showLines();
}

void ObservancePicker::showLines()
{
    clearLayout(*m_list);
    m_lines.clear();
    for (const auto& observance : m_library)
        m_list->addWidget(makeLine(observance));
}

QWidget* ObservancePicker::makeLine(const services::Stored<Observance>& observance)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    const int year = calendarYearOf(observance.data, m_from, m_to, m_seen);
    const auto years = domain::anniversary(observance.data, year);
    const QString words = years ? tr("%1 – %2 năm").arg(toQ(observance.data.name)).arg(*years) : toQ(observance.data.name);
    auto* box = new QCheckBox(dayOf(observance.data), line);
    box->setObjectName(QStringLiteral("observance%1").arg(observance.id.value()));
    box->setAccessibleName(QStringLiteral("%1 %2").arg(dayOf(observance.data), words));
    box->setFixedWidth(Theme::px(72));
    box->setChecked(std::find(m_chosen.begin(), m_chosen.end(), observance.id) != m_chosen.end());
    connect(box, &QCheckBox::toggled, this, [this, id = observance.id](bool on) {
        std::erase(m_chosen, id);
        if (on)
            m_chosen.push_back(id);
        changed();
    });
    row->addWidget(box, 0, Qt::AlignTop);
    row->addWidget(makeWrapped(words, TypeRole::Text, Ink::Text2, line), 1);
    auto* edit = compact(makeIconButton(QStringLiteral("edit"), tr("Sửa %1").arg(toQ(observance.data.name)), ButtonKind::Quiet, line));
    edit->setObjectName(QStringLiteral("observanceEdit%1").arg(observance.id.value()));
    connect(edit, &QPushButton::clicked, this, [this, observance] { openForm(&observance); });
    row->addWidget(edit, 0, Qt::AlignTop);
    m_lines.push_back({observance.id, box});
    return line;
}

std::vector<domain::ObservanceId> ObservancePicker::value() const
{
    return m_chosen;
}

void ObservancePicker::setValue(const std::vector<domain::ObservanceId>& ids)
{
    m_chosen = ids;
    for (const auto& line : m_lines) {
        const QSignalBlocker quiet(line.box);
        line.box->setChecked(std::find(ids.begin(), ids.end(), line.id) != ids.end());
    }
    m_form->hide();
    m_add->show();
}

void ObservancePicker::setSpan(Date from, Date to, SchoolYear seen)
{
    if (from == m_from && to == m_to && seen == m_seen)
        return;
    m_from = from;
    m_to = to;
    m_seen = seen;
    showLines();
}

void ObservancePicker::buildForm()
{
    m_form = new QWidget(this);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, Theme::px(4), 0, Theme::px(4));
    column->setSpacing(Theme::px(8));
    column->addWidget(makeRule(m_form));
    auto* fields = new FormLayout(2, m_form);
    column->addWidget(fields);
    bindForm(fields);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    auto* save = saving(compact(makeButton(tr("Ghi ngày kỷ niệm"), QStringLiteral("check"), ButtonKind::Normal, m_form)));
    auto* cancel = compact(makeButton(tr("Thôi"), {}, ButtonKind::Quiet, m_form));
    save->setObjectName(QStringLiteral("observanceSave"));
    connect(save, &QPushButton::clicked, this, &ObservancePicker::save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_form->hide();
        m_add->show();
    });
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(makeRule(m_form));
    m_form->hide();
}

void ObservancePicker::bindForm(FormLayout* fields)
{
    m_name = new LineField(tr("Ngày Nhà giáo Việt Nam"));
    auto* nameForm = fields->add(tr("Tên ngày lễ, ngày kỷ niệm"), m_name, 2)->required();
    auto* day = new NumberField;
    day->setRange(1, 31);
    auto* dayForm = fields->add(tr("Ngày"), day)->required();
    auto* month = new NumberField;
    month->setRange(1, 12);
    auto* monthForm = fields->add(tr("Tháng"), month)->required();
    auto* base = new NumberField;
    base->setRange(1, 2100);
    auto* baseForm = fields->add(tr("Năm của sự kiện"), base)->hint(tr("để tính “40 năm”"));
    auto* kind = new ChoiceField;
    auto* kindForm = fields->add(tr("Nhắc lại"), kind);
    auto* only = new NumberField;
    only->setRange(1990, 2100);
    m_onlyYear = fields->add(tr("Chỉ vào năm"), only, 2)->required();
    m_binder->bind("name", nameForm, m_name, &Observance::name);
    m_binder->bind("day", dayForm, day, &Observance::day);
    m_binder->bind("month", monthForm, month, &Observance::month);
    m_binder->bind("baseYear", baseForm, base, &Observance::baseYear);
    m_binder->bindChoice("kind", kindForm, kind, &Observance::kind, choicesOf<domain::ObservanceKind>());
    m_binder->bind("onlyYear", m_onlyYear, only, &Observance::onlyYear);
    m_name->setObjectName(QStringLiteral("observanceName"));
    day->setObjectName(QStringLiteral("observanceDay"));
    month->setObjectName(QStringLiteral("observanceMonth"));
    base->setObjectName(QStringLiteral("observanceBaseYear"));
    m_binder->setValidate([](const Observance& o) { return services::validate(o); });
    connect(m_binder, &FormBinderBase::changed, this,
            [this] { m_onlyYear->setVisible(m_binder->draft().kind == domain::ObservanceKind::Once); });
}

void ObservancePicker::openForm(const services::Stored<Observance>* observance)
{
    m_editing = observance ? std::optional(*observance) : std::nullopt;
    const Observance given = observance ? observance->data : Observance{};
    m_binder->load(given);
    m_onlyYear->setVisible(given.kind == domain::ObservanceKind::Once);
    m_form->show();
    m_add->hide();
    m_name->setFocus(Qt::OtherFocusReason);
}

void ObservancePicker::save()
{
    if (!m_binder->reveal())
        return;
    services::PlanService plans(m_file);
    const Observance typed = m_binder->draft();
    bool done = false;
    if (m_editing)
        m_shell.runner.run([&] { return plans.editObservance(m_editing->id, typed, m_editing->version); }, [&](services::Done) { done = true; }, m_binder);
    else
        m_shell.runner.run([&] { return plans.addObservance(typed); },
                           [&](domain::ObservanceId id) {
                               m_chosen.push_back(id);
                               done = true;
                           },
                           m_binder);
    if (!done)
        return;
    m_form->hide();
    m_add->show();
    read();
    changed();
}

}
