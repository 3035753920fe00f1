// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_targets.h"

#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {

PlanTargetsPart::PlanTargetsPart(PlanEnv env, QWidget* parent)
    : PlanRowsPart(env,
                   {.name = QStringLiteral("target"),
                    .list = tr("Chỉ tiêu của kế hoạch"),
                    .add = tr("Thêm chỉ tiêu"),
                    .empty = tr("Kế hoạch chưa có chỉ tiêu nào."),
                    .choose = tr("Chọn một chỉ tiêu ở bên trái để đọc và sửa."),
                    .savePlan = tr("Ghi kế hoạch rồi ghi chỉ tiêu"),
                    .save = tr("Ghi chỉ tiêu"),
                    .shown = tr("Chỉ tiêu"),
                    .edit = tr("Sửa chỉ tiêu"),
                    .fresh = tr("Chỉ tiêu mới")},
                   parent),
      m_form(new TargetForm(env.file, this))
{
    setForm(m_form, m_form->binder());
}

void PlanTargetsPart::setCarried(std::vector<domain::Target> targets)
{
    m_carried = std::move(targets);
    readRows();
}

QString PlanTargetsPart::words() const
{
    return tr("Chỉ tiêu (%1)").arg(m_targets.size() + m_carried.size());
}

PlanRowsPart::Rows PlanTargetsPart::rows()
{
    m_targets.clear();
    if (plan())
        if (auto detail = services::PlanService(env().file).plan(plan()->id))
            m_targets = std::move(detail->targets);
    Rows read;
    const auto show = [&read](const domain::Target& target) {
        read.items.push_back({toQ(target.text), QStringLiteral("%1 – %2").arg(labelOf(target.group), givenText(target)), true});
    };
    for (const auto& target : m_targets) {
        show(target.data);
        read.ids.push_back(target.id.value());
    }
    for (const auto& target : m_carried)
        show(target);
    return read;
}

QString PlanTargetsPart::unsavedWords() const
{
    return m_carried.empty() ? tr("Chỉ tiêu gắn với kế hoạch đã ghi: đăng ký và khen thưởng tính theo từng chỉ tiêu.")
                             : tr("%1 chỉ tiêu bên trái được ghi cùng kế hoạch; ghi kế hoạch rồi sửa con số của từng chỉ tiêu.").arg(m_carried.size());
}

void PlanTargetsPart::startEdit(std::size_t row)
{
    const auto& target = m_targets[row];
    m_form->startEdit(target.id, target.data, target.version);
}

void PlanTargetsPart::startNew()
{
    m_form->startNew({*plan()});
}

std::optional<std::int64_t> PlanTargetsPart::write()
{
    return m_form->save(env().shell.runner);
}

Question PlanTargetsPart::removal(std::size_t row) const
{
    return {tr("Xóa chỉ tiêu này?"), tr("Xóa chỉ tiêu “%1” khỏi kế hoạch? Đăng ký của mọi người giữ nguyên.").arg(toQ(m_targets[row].data.text)), tr("Xóa chỉ tiêu"), tr("Giữ lại"), true};
}

void PlanTargetsPart::remove(std::size_t row)
{
    env().shell.runner.run([this, id = m_targets[row].id] { return services::PlanService(env().file).removeTarget(id); }, [this](services::Done) { readRows(); });
}

}
