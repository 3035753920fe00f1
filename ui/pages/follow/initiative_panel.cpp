// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/follow/initiative_service.h"
#include "ui/pages/follow/initiative_panel.h"

#include "services/people/people_service.h"
#include "ui/shell/unsaved.h"

#include <QBoxLayout>

namespace thidua::ui::follow {
namespace {

using domain::InitiativeState;

Tone toneOf(InitiativeState state)
{
    switch (state) {
    case InitiativeState::Recognised: return Tone::Ok;
    case InitiativeState::Rejected: return Tone::Bad;
    case InitiativeState::Registered: break;
    }
    return Tone::Info;
}

}

InitiativePanel::InitiativePanel(Shell& shell, SchoolContext& context, QWidget* parent)
    : SidePanel(360, parent), m_shell(shell), m_context(context)
{
    setObjectName(QStringLiteral("initiativePanel"));
    buildForm();
    buildFoot();
    m_form.setValidate([](const Draft& draft) { return services::validate(draft.initiative, draft.authors); });
    connect(&m_form, &FormBinderBase::dirtyChanged, this, [this](bool dirty) { m_save->setEnabled(m_locked.isEmpty() && (dirty || m_new)); });
    showNobody();
}

void InitiativePanel::buildForm()
{
    auto* body = new QWidget(this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    auto* layout = new FormLayout(2, body);
    m_title = new TextField(3, tr("Tên sáng kiến, giải pháp, đề tài"));
    auto* field = new LineField(tr("Tiếng Việt, Toán…"));
    auto* type = new ChoiceField;
    m_authors = new AuthorsField;
    auto* titleForm = layout->add(tr("Tên"), m_title, 2)->required();
    auto* fieldForm = layout->add(tr("Lĩnh vực"), field);
    auto* typeForm = layout->add(tr("Loại"), type);
    auto* authorsForm = layout->add(tr("Tác giả và tỷ lệ đóng góp"), m_authors, 2)->required();
    m_form.bind("title", titleForm, m_title, [this](const Draft& d) { m_title->setValue(d.initiative.title); },
                [this](Draft& d) { d.initiative.title = fromQ(m_title->toPlainText()); });
    m_form.bind("field", fieldForm, field, [=](const Draft& d) { field->setValue(d.initiative.field); },
                [=](Draft& d) { d.initiative.field = field->value(); });
    std::vector<ChoiceField::Choice> types;
    for (const auto& [value, words] : wordsOf<domain::InitiativeType>())
        types.push_back({std::string(domain::toCode(value)), words});
    type->setChoices(types);
    m_form.bind("type", typeForm, type, [=](const Draft& d) { type->setValue(std::string(domain::toCode(d.initiative.type))); },
                [=](Draft& d) { d.initiative.type = domain::fromCode<domain::InitiativeType>(type->value()).value_or(d.initiative.type); });
    m_form.bind("authors", authorsForm, m_authors, &Draft::authors);
    column->addWidget(layout);
    m_recognition = new QWidget(body);
    auto* known = new QVBoxLayout(m_recognition);
    known->setContentsMargins(0, 0, 0, 0);
    known->setSpacing(Theme::px(8));
    known->addWidget(makeRule(m_recognition));
    known->addWidget(makeSectionHead(tr("Công nhận"), {}, m_recognition));
    m_facts = new DetailList(DetailList::Form::Beside, m_recognition);
    known->addWidget(m_facts);
    m_decision = makeButton(tr("Mở quyết định"), QStringLiteral("decision"), ButtonKind::Normal, m_recognition);
    m_decision->setObjectName(QStringLiteral("initiative.decision"));
    connect(m_decision, &QPushButton::clicked, this, &InitiativePanel::decisionAsked);
    known->addWidget(m_decision);
    column->addWidget(m_recognition);
    addToBody(body);
}

void InitiativePanel::buildFoot()
{
    m_save = saving(makeButton(tr("Ghi sáng kiến"), {}, ButtonKind::Primary, this));
    m_save->setObjectName(QStringLiteral("initiative.save"));
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    m_turn = makeButton(tr("Không công nhận"), {}, ButtonKind::Normal, this);
    m_turn->setObjectName(QStringLiteral("initiative.turn"));
    connect(m_turn, &QPushButton::clicked, this, [this] { turn(); });
    m_remove = makeButton(tr("Xóa…"), {}, ButtonKind::Danger, this);
    m_remove->setObjectName(QStringLiteral("initiative.remove"));
    connect(m_remove, &QPushButton::clicked, this, &InitiativePanel::removeAsked);
    addToFoot(m_save);
    addToFoot(m_turn);
    addToFoot(m_remove, true);
}

void InitiativePanel::setYear(const services::Stored<domain::SchoolYearRow>& year, const QString& lockedReason)
{
    m_year = year;
    m_locked = lockedReason;
    std::vector<SearchField::Option> people;
    m_shell.runner.read([&] { return services::PeopleService(m_context.file).staff(year.id, true); },
                        [&](const std::vector<services::StaffRow>& rows) {
                            for (const auto& row : rows)
                                people.push_back({row.id.value(), toQ(row.person.fullName), row.homonym ? postAndTeam(row.title, row.teamName) : QString()});
                        });
    m_authors->setPeople(std::move(people));
}

void InitiativePanel::showRow(const services::InitiativeRow& row)
{
    m_row = row;
    m_new = false;
    const auto& initiative = row.initiative;
    QStringList authors;
    for (const auto& name : row.authorNames)
        authors << toQ(name);
    setTitle(authors.isEmpty() ? tr("Chưa có tác giả") : authors.join(QStringLiteral(", ")), tr("Đăng ký ngày %1").arg(dateText(initiative.registeredOn)));
    setChip(toneOf(initiative.state), wordOf(initiative.state), initiative.state == InitiativeState::Registered ? QStringLiteral("clock") : QString());
    m_form.load({initiative, row.authors});
    const bool recognised = initiative.state == InitiativeState::Recognised;
    m_form.setReadOnly(!m_locked.isEmpty());
    m_save->setEnabled(false);
    m_save->setToolTip(m_locked);
    m_turn->setVisible(!recognised);
    m_turn->setText(initiative.state == InitiativeState::Rejected ? tr("Xét lại") : tr("Không công nhận"));
    m_turn->setAccessibleName(m_turn->text());
    m_remove->setVisible(!recognised);
    for (auto* button : {m_turn, m_remove}) {
        button->setEnabled(m_locked.isEmpty());
        button->setToolTip(m_locked);
    }
    showRecognition();
}

void InitiativePanel::showRecognition()
{
    const auto& initiative = m_row->initiative;
    m_recognition->setVisible(initiative.state == InitiativeState::Recognised);
    m_facts->clear();
    if (initiative.recognisedAt)
        m_facts->add(tr("Cấp"), wordOf(*initiative.recognisedAt));
    if (initiative.scope)
        m_facts->add(tr("Phạm vi"), wordOf(*initiative.scope));
    const QString day = initiative.decidedOn ? tr("ngày %1").arg(dateText(initiative.decidedOn)) : QString();
    m_facts->add(tr("Quyết định"), QStringLiteral("%1 %2").arg(toQ(initiative.decisionNumber), day).simplified());
    m_facts->add(tr("Của"), toQ(initiative.decidedBy));
    if (!initiative.usedFor.empty())
        m_facts->add(tr("Đã dùng xét"), fullHonour(m_context.file, initiative.usedFor));
    // Each author uses it once for himself.
    for (std::size_t i = 0; i < m_row->authors.size() && i < m_row->authorNames.size(); ++i)
        if (const auto& honour = m_row->authors[i].usedFor; !honour.empty())
            m_facts->add(tr("Đã dùng xét"), tr("%1 cho %2").arg(fullHonour(m_context.file, honour), toQ(m_row->authorNames[i])));
}

void InitiativePanel::showNew()
{
    m_row.reset();
    m_new = true;
    setTitle(tr("Sáng kiến mới"), tr("Năm học %1").arg(m_year ? toQ(m_year->data.year.screen()) : QString()));
    clearChip();
    Draft draft;
    if (m_year)
        draft.initiative.year = m_year->id;
    draft.initiative.registeredOn = m_context.file.clock().today();
    m_form.load(draft);
    m_form.setReadOnly(!m_locked.isEmpty());
    m_recognition->hide();
    m_save->setEnabled(m_locked.isEmpty());
    m_turn->hide();
    m_remove->hide();
}

void InitiativePanel::showNobody()
{
    m_row.reset();
    m_new = false;
    m_form.load({});
    showNothing(tr("Chọn một sáng kiến trong bảng, hoặc bấm “Thêm sáng kiến”."));
}

std::optional<std::int64_t> InitiativePanel::rowId() const
{
    return m_row ? std::optional(m_row->id.value()) : std::nullopt;
}

bool InitiativePanel::settleEntries()
{
    if (!isDirty() || (!m_row && !m_new))
        return true;
    return settleUnsaved(m_shell.prompter, [this] { return save(); }, [this] {
        if (m_row)
            showRow(services::InitiativeRow(*m_row));
        else
            showNobody();
    });
}

bool InitiativePanel::save()
{
    if ((!m_row && !m_new) || !m_locked.isEmpty() || !m_form.reveal())
        return false;
    const Draft draft = m_form.draft();
    services::InitiativeService service(m_context.file);
    m_saving = true; // the page refreshes this form while the operation is told to all pages
    bool done = false;
    std::optional<qint64> made;
    if (m_row)
        done = m_shell.runner.run([&] { return service.editInitiative(m_row->id, draft.initiative, draft.authors, m_row->version); },
                                  [](auto) {}, &m_form);
    else
        done = m_shell.runner.run([&] { return service.addInitiative(draft.initiative, draft.authors); },
                                  [&](domain::InitiativeId id) { made = id.value(); }, &m_form);
    m_saving = false;
    if (made)
        emit added(*made);
    return done;
}

/// Not recognised, or taken up again.
void InitiativePanel::turn()
{
    if (!m_row || !m_locked.isEmpty() || !settleEntries())
        return;
    const auto id = m_row->id;
    const bool rejected = m_row->initiative.state == InitiativeState::Rejected;
    if (!rejected
        && !m_shell.prompter.confirm({tr("Không công nhận sáng kiến “%1”?").arg(toQ(m_row->initiative.title)),
                                      tr("Sáng kiến vẫn ở trong sổ và có thể xét lại."), tr("Không công nhận"), tr("Để sau"), false}))
        return;
    services::InitiativeService service(m_context.file);
    m_shell.runner.run([&] { return rejected ? service.reconsiderInitiative(id) : service.rejectInitiative(id); });
}

void InitiativePanel::focusForm()
{
    m_title->setFocus(Qt::TabFocusReason);
}

}
