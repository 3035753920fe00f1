// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrations/register_many_dialog.h"

#include "domain/school_year.h"

#include <algorithm>

namespace thidua::ui::follow {
namespace {

constexpr int kNamesShown = 8;
const QString kManyPeople = QStringLiteral("people");
const QString kManyCollectives = QStringLiteral("collectives");

/// The names, those beyond the first few as a number of what they are.
QString namesOf(const RegisterManyDialog::Group& group)
{
    if (group.names.size() <= kNamesShown)
        return group.names.join(QStringLiteral(", "));
    const auto rest = group.subjects.begin() + kNamesShown;
    const auto people = std::count_if(rest, group.subjects.end(), [](const auto& one) { return one.person.has_value(); });
    const auto collectives = group.subjects.end() - rest - people;
    const QString more = collectives == 0 ? RegisterManyDialog::tr("%1 người nữa").arg(people)
                         : people == 0    ? RegisterManyDialog::tr("%1 tập thể nữa").arg(collectives)
                                          : RegisterManyDialog::tr("%1 người, %2 tập thể nữa").arg(people).arg(collectives);
    return RegisterManyDialog::tr("%1 và %2").arg(group.names.mid(0, kNamesShown).join(QStringLiteral(", ")), more);
}

}

RegisterManyDialog::RegisterManyDialog(services::SchoolFile& file, const services::Stored<domain::SchoolYearRow>& year, Group group,
                                       OperationRunner& runner, QWidget* parent)
    : FormDialog(QStringLiteral("registerMany"), tr("Đăng ký chung: %1").arg(group.title), namesOf(group), parent), m_file(file),
      m_year(year.id), m_group(std::move(group)), m_runner(runner)
{
    addSides();
    m_honours = new HonourTicks(this);
    m_honours->setObjectName(QStringLiteral("registerMany.honours"));
    m_honoursForm = new FormField(tr("Danh hiệu, hình thức đăng ký"), m_honours, this);
    m_honoursForm->required()->hint(tr("Ai đã đăng ký thì được thêm danh hiệu còn thiếu, không ghi hai lần."));
    m_honours->onChanged = [this] { m_honoursForm->setError({}); };
    addPart(m_honoursForm);
    if (services::RegistrationService(file).isLate(year.data)) {
        m_reason = new LineField(tr("Nghỉ phép, mới nhận công tác…"), this);
        m_reason->setObjectName(QStringLiteral("registerMany.reason"));
        m_reasonForm = new FormField(tr("Lý do đăng ký muộn"), m_reason, this);
        m_reasonForm->required()->hint(tr("Hạn đăng ký là ngày %1.").arg(dateText(*year.data.registrationDeadline)));
        m_reason->onChanged = [this] { m_reasonForm->setError({}); };
        addPart(m_reasonForm);
    }
    addVerb(QStringLiteral("registerMany.save"), tr("Ghi đăng ký"), ButtonKind::Primary, [this] { save(); });
    connect(&runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    offer();
}

QList<QWidget*> RegisterManyDialog::stops() const
{
    QList<QWidget*> all = m_honours->stops();
    if (m_sides)
        for (auto* side : m_sides->findChildren<QAbstractButton*>())
            if (side->focusPolicy() & Qt::TabFocus)
                all.prepend(side);
    if (m_reason != nullptr)
        all << m_reason;
    all << findChild<QWidget*>(QStringLiteral("registerMany.save")) << findChild<QWidget*>(QStringLiteral("registerMany.cancel"));
    all.erase(std::remove_if(all.begin(), all.end(), [](const QWidget* one) { return one == nullptr || !one->isVisible() || !one->isEnabled(); }),
              all.end());
    return all;
}

bool RegisterManyDialog::focusNextPrevChild(bool next)
{
    const auto all = stops();
    if (all.isEmpty())
        return false;
    const auto at = all.indexOf(focusWidget());
    const auto to = at < 0 ? 0 : (at + (next ? 1 : all.size() - 1)) % all.size();
    all[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void RegisterManyDialog::showEvent(QShowEvent* event)
{
    FormDialog::showEvent(event);
    for (auto* stop : stops())
        if (!m_sides || !m_sides->isAncestorOf(stop))
            return stop->setFocus(Qt::OtherFocusReason);
}

void RegisterManyDialog::addSides()
{
    const auto people = std::ranges::count_if(m_group.subjects, [](const auto& one) { return one.person.has_value(); });
    const auto collectives = static_cast<std::ptrdiff_t>(m_group.subjects.size()) - people;
    if (people == 0 || collectives == 0)
        return;
    m_sides = new SegmentBar(this);
    m_sides->setObjectName(QStringLiteral("registerMany.sides"));
    m_sides->setAccessibleName(tr("Ghi cho ai"));
    m_sides->setSegments({{kManyPeople, tr("%1 người").arg(people)}, {kManyCollectives, tr("%1 tập thể").arg(collectives)}});
    connect(m_sides, &SegmentBar::chosen, this, [this](const QString& key) {
        m_sides->setCurrentKey(key);
        m_honoursForm->setError({});
        offer();
    });
    addPart(m_sides);
}

/// Of people and collectives marked together those of the side chosen.
std::vector<domain::SubjectRef> RegisterManyDialog::chosen() const
{
    auto subjects = m_group.subjects;
    if (m_sides)
        std::erase_if(subjects, [people = m_sides->currentKey() != kManyCollectives](const auto& one) { return one.person.has_value() != people; });
    return subjects;
}

/// Only what fits all of them.
void RegisterManyDialog::offer()
{
    const bool people = std::ranges::any_of(chosen(), [](const auto& one) { return one.person.has_value(); });
    m_honours->setChoices(HonourTicks::offered(m_file, people, !people));
}

/// The next side is asked for when one is written, so that nobody has to mark the rows once more.
bool RegisterManyDialog::goToOtherSide()
{
    if (!m_sides || m_sideWritten)
        return false;
    m_sideWritten = true;
    m_sides->setCurrentKey(m_sides->currentKey() == kManyCollectives ? kManyPeople : kManyCollectives);
    offer();
    setCancelText(tr("Xong"));
    m_honours->setFocus();
    return true;
}

void RegisterManyDialog::save()
{
    showError({});
    if (m_honours->isBlank()) {
        m_honoursForm->setError(tr("Xin chọn ít nhất một danh hiệu."));
        return m_honours->setFocus();
    }
    if (m_reason != nullptr && m_reason->isBlank()) {
        m_reasonForm->setError(tr("Xin ghi lý do đăng ký muộn."));
        return m_reason->setFocus();
    }
    const std::string reason = m_reason != nullptr ? m_reason->value() : std::string();
    const auto run = [&] { return services::RegistrationService(m_file).registerAll(m_year, chosen(), m_honours->value(), reason); };
    if (m_runner.run(run, [](int) {}) && !goToOtherSide())
        accept();
}

}
