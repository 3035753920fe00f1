// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrations/honour_ticks.h"

#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/tick_box.h"

#include <QBoxLayout>

namespace thidua::ui::follow {

HonourTicks::HonourTicks(QWidget* parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::px(4));
}

std::vector<HonourTicks::Choice> HonourTicks::offered(services::SchoolFile& file, bool people, bool collectives)
{
    std::vector<Choice> choices;
    for (const auto& choice : services::RegistrationService(file).choices(file.clock().today()))
        if ((people && choice.forPeople) || (collectives && choice.forCollectives))
            choices.push_back({choice.code, toQ(choice.name), choice.usual});
    return choices;
}

void HonourTicks::setChoices(const std::vector<Choice>& choices)
{
    m_offered = choices;
    rebuild(choices);
}

void HonourTicks::rebuild(const std::vector<Choice>& choices)
{
    const bool same = m_boxes.size() == choices.size()
        && std::equal(choices.begin(), choices.end(), m_boxes.begin(), [](const Choice& a, const auto& b) { return a == b.first; });
    if (same)
        return;
    for (auto& [choice, box] : m_boxes)
        delete box;
    m_boxes.clear();
    delete m_more;
    m_more = nullptr;
    for (const auto& choice : choices) {
        auto* box = new TickBox(choice.text, this);
        box->setObjectName(QStringLiteral("honour.") + toQ(choice.code));
        box->setAccessibleName(choice.text);
        box->setEnabled(!m_readOnly);
        connect(box, &QCheckBox::toggled, this, [this] { changed(); });
        m_column->addWidget(box);
        box->setVisible(choice.usual); // at once, so that it can take the focus
        m_boxes.emplace_back(choice, box);
    }
    addMore();
    const auto first = std::find_if(m_boxes.begin(), m_boxes.end(), [](const auto& pair) { return pair.first.usual; });
    setFocusProxy(first != m_boxes.end() ? first->second : m_boxes.empty() ? nullptr : m_boxes.front().second);
}

void HonourTicks::addMore()
{
    const auto others = std::count_if(m_boxes.begin(), m_boxes.end(), [](const auto& pair) { return !pair.first.usual; });
    if (others == 0)
        return;
    m_more = makeButton(tr("Hình thức khác (%1)…").arg(others), {}, ButtonKind::Link, this);
    m_more->setObjectName(QStringLiteral("honour.more"));
    connect(m_more, &QPushButton::clicked, this, &HonourTicks::showOthers);
    m_column->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->show();
}

void HonourTicks::showOthers()
{
    QCheckBox* first = nullptr;
    for (auto& [choice, box] : m_boxes) {
        if (!choice.usual && first == nullptr)
            first = box;
        box->show();
    }
    m_more->hide();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

std::vector<std::string> HonourTicks::value() const
{
    std::vector<std::string> codes;
    for (const auto& [choice, box] : m_boxes)
        if (box->isChecked())
            codes.push_back(choice.code);
    return codes;
}

void HonourTicks::setValue(const std::vector<std::string>& codes)
{
    std::vector<Choice> choices = m_offered;
    for (const auto& code : codes)
        if (std::none_of(choices.begin(), choices.end(), [&](const Choice& c) { return c.code == code; }))
            choices.push_back({code, m_names ? m_names(code) : toQ(code)});
    rebuild(choices);
    for (const auto& [choice, box] : m_boxes) {
        box->setChecked(std::find(codes.begin(), codes.end(), choice.code) != codes.end());
        if (box->isChecked())
            box->show();
    }
}

void HonourTicks::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (auto& [choice, box] : m_boxes)
        box->setEnabled(!readOnly);
}

QCheckBox* HonourTicks::box(const std::string& code) const
{
    for (const auto& [choice, box] : m_boxes)
        if (choice.code == code)
            return box;
    return nullptr;
}

QList<QWidget*> HonourTicks::stops() const
{
    QList<QWidget*> all;
    for (const auto& [choice, box] : m_boxes)
        all << box;
    if (m_more)
        all << m_more;
    return all;
}

}
