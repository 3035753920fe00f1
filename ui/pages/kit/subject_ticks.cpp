// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/subject_ticks.h"

#include "base/vietnamese.h"
#include "ui/kit.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace thidua::ui {

namespace {
constexpr int kListHeight = 190;
}

SubjectTicks::SubjectTicks(QWidget* parent) : QWidget(parent), m_search(new LineField(tr("Gõ tên hoặc tên tổ để tìm")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(4));
    m_search->setObjectName(QStringLiteral("subjectSearch"));
    m_search->setAccessibleName(tr("Tìm người, tập thể"));
    column->addWidget(m_search);
    auto* list = new QWidget;
    m_column = new QVBoxLayout(list);
    m_column->setContentsMargins(Theme::px(6), Theme::px(4), Theme::px(6), Theme::px(4));
    m_column->setSpacing(Theme::px(2));
    auto* scroll = makeScrolling(list, this);
    scroll->setFixedHeight(Theme::px(kListHeight));
    column->addWidget(scroll);
    connect(m_search, &QLineEdit::textChanged, this, &SubjectTicks::narrow);
    setFocusProxy(m_search);
}

void SubjectTicks::setChoices(std::vector<Choice> choices)
{
    m_choices = std::move(choices);
    QString unit;
    for (std::size_t at = 0; at < m_choices.size(); ++at) {
        if (m_teams.empty() || m_choices[at].unit != unit)
            addTeam(unit = m_choices[at].unit);
        auto* box = new TickBox(m_choices[at].text, this);
        box->setAccessibleName(m_choices[at].text);
        box->setContentsMargins(Theme::px(18), 0, 0, 0);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(Theme::px(18), 0, 0, 0);
        row->addWidget(box);
        m_column->addLayout(row);
        m_boxes.emplace_back(at, box);
        m_teams.back().members.push_back(at);
        connect(box, &QCheckBox::toggled, this, [this] {
            if (m_filling)
                return;
            showTeams();
            changed();
        });
    }
    m_column->addStretch();
}

void SubjectTicks::addTeam(const QString& name)
{
    auto* all = new TickBox(name, this);
    all->setFont(Theme::font(TypeRole::Strong));
    all->setAccessibleName(tr("Cả %1").arg(name));
    all->setTristate(true);
    m_column->addWidget(all);
    const auto place = m_teams.size();
    m_teams.push_back({name, all, {}});
    connect(all, &QCheckBox::clicked, this, [this, place] {
        const auto& team = m_teams[place];
        const bool every = std::all_of(team.members.begin(), team.members.end(), [this](std::size_t at) { return m_boxes[at].second->isChecked(); });
        tickTeam(team, !every);
    });
}

void SubjectTicks::tickTeam(const Team& team, bool on)
{
    m_filling = true;
    for (const auto at : team.members)
        m_boxes[at].second->setChecked(on);
    m_filling = false;
    showTeams();
    changed();
}

/// A team's box is ticked when all of it are, and half when some are.
void SubjectTicks::showTeams()
{
    for (const auto& team : m_teams) {
        const auto ticked = std::count_if(team.members.begin(), team.members.end(), [this](std::size_t at) { return m_boxes[at].second->isChecked(); });
        const QSignalBlocker quiet(team.all);
        team.all->setCheckState(ticked == 0 ? Qt::Unchecked : ticked == static_cast<std::ptrdiff_t>(team.members.size()) ? Qt::Checked : Qt::PartiallyChecked);
    }
}

void SubjectTicks::narrow()
{
    const auto wanted = fold(m_search->value());
    for (const auto& team : m_teams) {
        bool any = false;
        for (const auto at : team.members) {
            const bool shown = wanted.empty() || foldedContains(fold(fromQ(m_choices[at].text + QLatin1Char(' ') + team.name)), wanted);
            m_boxes[at].second->setVisible(shown);
            any = any || shown;
        }
        team.all->setVisible(any);
    }
}

std::vector<domain::SubjectRef> SubjectTicks::value() const
{
    std::vector<domain::SubjectRef> subjects;
    for (const auto& [at, box] : m_boxes)
        if (box->isChecked())
            subjects.push_back(m_choices[at].subject);
    return subjects;
}

void SubjectTicks::setValue(const std::vector<domain::SubjectRef>& subjects)
{
    m_filling = true;
    for (const auto& [at, box] : m_boxes)
        box->setChecked(std::find(subjects.begin(), subjects.end(), m_choices[at].subject) != subjects.end());
    m_filling = false;
    showTeams();
    changed();
}

}
