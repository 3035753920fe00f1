// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_editor.h"

#include "services/prepare/library.h"
#include "ui/pages/plans/plan_bases.h"
#include "ui/pages/plans/plan_general.h"
#include "ui/pages/plans/plan_sections.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/plans/plan_targets.h"
#include "ui/pages/plans/plan_tasks.h"
#include "ui/widgets/current_stack.h"

#include <algorithm>

namespace thidua::ui::prepare {

using domain::EntityKind;
using services::PlanDraft;

int PlanEditor::openLine(const PlanDraft& draft, Tab tab)
{
    std::vector<std::string> texts;
    if (tab == Sections)
        for (const auto& section : draft.sections)
            texts.push_back(section.heading + "\n" + section.body);
    else
        texts = tab == Bases ? domain::linesOf(draft.bases) : domain::linesOf(draft.recipients);
    const auto found = std::ranges::find_if(texts, [](const auto& text) { return services::isOpenPlace(text); });
    return found == texts.end() ? 0 : static_cast<int>(found - texts.begin());
}

PlanEditor::PlanEditor(PlanEnv env, QWidget* parent) : QFrame(parent), m_env(env)
{
    setProperty("card", "1");
    setObjectName(QStringLiteral("planEditor"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    m_notesHost = new QWidget(this);
    auto* notes = new QVBoxLayout(m_notesHost);
    notes->setContentsMargins(Theme::px(16), Theme::px(8), Theme::px(16), 0);
    m_notes = makeReadable({}, m_notesHost);
    m_notes->setObjectName(QStringLiteral("carryNotes"));
    notes->addWidget(m_notes);
    m_notesHost->hide();
    column->addWidget(m_notesHost);
    m_tabs = new CurrentTabs(this);
    m_tabs->setObjectName(QStringLiteral("planTabs"));
    m_tabs->setAccessibleName(tr("Các phần của kế hoạch"));
    m_tabs->tabBar()->setAccessibleName(tr("Các phần của kế hoạch"));
    column->addWidget(m_tabs);
    m_general = new PlanGeneralPart(env, this);
    m_bases = new PlanBasesPart(env, this);
    m_targets = new PlanTargetsPart(env, this);
    m_tasks = new PlanTasksPart(env, this);
    m_parts = {m_general, m_bases, new PlanSectionsPart(env, this), m_targets, new PlanRecipientsPart(env, this), m_tasks};
    for (auto* part : m_parts) {
        m_tabs->addTab(part, part->words());
        connect(part, &PlanPart::edited, this, &PlanEditor::onEdited);
    }
    connect(m_targets, &PlanTargetsPart::saveWanted, this, [this] {
        if (save())
            m_targets->add();
    });
    connect(m_tasks, &PlanTasksPart::saveWanted, this, [this] {
        if (save())
            m_tasks->add();
    });
}

void PlanEditor::startNew(const PlanDraft& draft, std::vector<domain::Target> targets, const QStringList& notes, std::vector<domain::PlanTask> tasks)
{
    m_id.reset();
    m_stored.reset();
    m_isNew = true;
    QString rich;
    for (const QString& note : notes)
        rich += QStringLiteral("<p style=\"margin-top:0; margin-bottom:2px\">• %1</p>").arg(note.toHtmlEscaped());
    m_notes->setText(QStringLiteral("<p style=\"margin-top:0; margin-bottom:3px\"><b>%1</b></p>%2").arg(tr("Lấy theo kế hoạch năm trước – còn phải xem lại:"), rich));
    m_notesHost->setVisible(!notes.isEmpty());
    load(draft, false);
    m_targets->setCarried(std::move(targets));
    m_tasks->setCarried(std::move(tasks));
    m_tabs->setCurrentIndex(General);
    m_general->focusTitle();
}

bool PlanEditor::open(domain::PlanId id, bool readOnly)
{
    std::optional<services::PlanDetail> detail;
    if (!m_env.shell.runner.read([&] { return services::PlanService(m_env.file).plan(id); }, [&](services::PlanDetail d) { detail = std::move(d); }))
        return false;
    if (m_id != id) // what was just written is the plan that the notes are about
        m_notesHost->hide();
    if (m_id != id)
        m_tabs->setCurrentIndex(General);
    m_id = id;
    m_stored = detail->plan;
    m_isNew = false;
    load({detail->plan.data, detail->bases, detail->sections, detail->recipients}, readOnly || detail->plan.data.state != domain::PlanState::Draft);
    return true;
}

void PlanEditor::load(const PlanDraft& draft, bool readOnly)
{
    m_loading = true;
    m_readOnly = readOnly;
    m_targets->setPlan(m_stored);
    m_tasks->setPlan(m_stored);
    m_targets->setCarried({});
    m_tasks->setCarried({});
    for (auto* part : m_parts) {
        part->load(draft);
        part->setReadOnly(readOnly);
    }
    m_loading = false;
    m_loaded = this->draft();
    onEdited();
}

PlanDraft PlanEditor::draft() const
{
    PlanDraft draft = m_loaded;
    for (const auto* part : m_parts)
        part->take(draft);
    return draft;
}

bool PlanEditor::isDirty() const
{
    return !m_readOnly && draft() != m_loaded;
}

void PlanEditor::onEdited()
{
    if (m_loading)
        return;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        m_tabs->setTabText(static_cast<int>(i), m_parts[i]->words());
    emit changed();
}

bool PlanEditor::checkLines()
{
    const auto issues = services::validate(draft());
    if (issues.empty())
        return true;
    const auto& field = issues.front().field;
    const bool bases = field.starts_with("bases."), recipients = field.starts_with("recipients.");
    const int tab = bases ? Bases : recipients ? Recipients : General;
    m_tabs->setCurrentIndex(tab);
    if (auto* part = qobject_cast<OrderedPart*>(m_parts[static_cast<std::size_t>(tab)]))
        part->list()->setCurrent(std::stoi(field.substr(field.find('.') + 1)));
    else if (auto* form = m_general->form())
        form->reveal();
    if (bases || recipients)
        m_env.shell.runner.fail(Error{ErrorCode::Validation, issues.front().key, issues.front().args, issues, {}});
    return false;
}

void PlanEditor::showGap(const services::PaperGap& gap)
{
    const auto place = gap.field.find('.'); // "sections.2": the line in its list
    const auto list = gap.field.substr(0, place);
    const Tab tab = list == "sections" || list == "text" ? Sections : list == "basis" ? Bases : list == "recipients" ? Recipients : list == "targets" ? Targets : General;
    m_tabs->setCurrentIndex(tab);
    if (auto* part = qobject_cast<OrderedPart*>(m_parts[static_cast<std::size_t>(tab)])) {
        const int line = place != std::string::npos && tab != Targets ? std::stoi(gap.field.substr(place + 1)) : openLine(draft(), tab);
        if (part->list()->count() > 0)
            part->list()->setCurrent(line);
        part->list()->view()->setFocus(Qt::OtherFocusReason);
    } else if (tab == General) {
        m_general->focusTitle();
    }
    m_env.shell.runner.fail(Error{ErrorCode::Validation, gap.key, {gap.label}, {}, {}});
}

bool PlanEditor::save()
{
    if (m_readOnly || !checkLines())
        return false;
    const PlanDraft now = draft();
    services::PlanService plans(m_env.file);
    std::optional<domain::PlanId> written;
    m_saving = true;
    if (m_isNew)
        m_env.shell.runner.run([&] { return services::createPlanWith(m_env.file, now, m_targets->carried(), m_tasks->carried()); }, [&](domain::PlanId id) { written = id; }, m_general->form());
    else
        m_env.shell.runner.run([&] { return plans.editPlan(*m_id, now, m_stored->version); }, [&](services::Done) { written = m_id; },
                               m_general->form());
    m_saving = false;
    if (!written)
        return false;
    m_id = written;
    return open(*written, false);
}

bool PlanEditor::leaveTarget()
{
    return m_targets->leaveForm() && m_tasks->leaveForm();
}

void PlanEditor::addLine()
{
    if (!m_readOnly)
        m_parts[static_cast<std::size_t>(tab())]->add();
}

void PlanEditor::refreshParts(const domain::ChangeSet& changes)
{
    if (changes.touches(EntityKind::LegalText))
        m_bases->readLibrary();
    if (changes.touches(EntityKind::Target))
        m_targets->readRows();
    if (changes.touches(EntityKind::PlanTask) || changes.touches(EntityKind::Person) || changes.touches(EntityKind::Collective))
        m_tasks->readRows();
}

void PlanEditor::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

int PlanEditor::tab() const
{
    return m_tabs->currentIndex();
}

}
