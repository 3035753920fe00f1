// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_work_view.h"

#include "ui/pages/plans/plan_work_forms.h"
#include "ui/pages/prepare/prepare_words.h"
#include "ui/pages/targets/target_words.h"

namespace thidua::ui::prepare {

using domain::PlanTask;
using domain::TaskState;

namespace {

QString line(const QString& rich)
{
    return QStringLiteral("<p style=\"margin-top:0; margin-bottom:5px\">%1</p>").arg(rich);
}

/// Rich text whose links can be followed by mouse and keys; `name` for who cannot see it.
Label* makeLinked(const QString& rich, const QString& name)
{
    auto* label = makeReadable(rich);
    label->setAccessibleName(name);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    return label;
}

bool accepts(const std::string& filter, const PlanTask& task, Date today)
{
    return filter.empty() || filter == "all" || (filter == "focus" && task.focus) || (filter == "weak" && task.weak) || (filter == "hard" && task.hard)
        || (filter == "late" && domain::isLate(task, today))
        || (filter == "open" && (task.state == TaskState::Open || task.state == TaskState::Doing));
}

}

PlanWorkView::PlanWorkView(services::SchoolFile& file, const services::Stored<domain::Plan>& plan, services::PlanWork work, bool mayWrite, QWidget* parent)
    : QWidget(parent), m_file(file), m_work(std::move(work)), m_mayWrite(mayWrite)
{
    setObjectName(QStringLiteral("planWork"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* body = new Stack(8, this);
    column->addWidget(body);
    addAbove(*body);
    addTasks(*body);
    addReceipts(*body, plan.data.number.issuedOn.has_value());
    addDifficulties(*body);
}

QString PlanWorkView::teamName(domain::CollectiveId id) const
{
    const auto found = m_work.teams.find(id);
    return found == m_work.teams.end() ? QString() : toQ(found->second);
}

void PlanWorkView::follow(const QString& link)
{
    const qint64 id = link.section(QLatin1Char(':'), 1).toLongLong();
    const QString what = link.section(QLatin1Char(':'), 0, 0);
    if (what == QLatin1String("plan"))
        emit planClicked(id);
    else if (what == QLatin1String("task"))
        emit taskClicked(id);
    else if (what == QLatin1String("receipts"))
        emit receiptsClicked();
    else if (what == QLatin1String("difficulty"))
        emit difficultyClicked();
    else if (what == QLatin1String("edit"))
        emit editClicked(id);
    else if (what == QLatin1String("answer"))
        emit answerClicked(id);
    else if (what == QLatin1String("remove"))
        emit removeClicked(id);
}

void PlanWorkView::addAbove(Stack& body)
{
    const auto planLink = [](const services::Stored<domain::Plan>& plan) { return linkTo(QStringLiteral("plan:%1").arg(plan.id.value()), toQ(plan.data.title)); };
    const auto add = [&](const QString& rich) { connect(body.add(makeLinked(rich, tr("Kế hoạch trên và dưới"))), &QLabel::linkActivated, this, &PlanWorkView::follow); };
    if (m_work.above) {
        const auto& above = *m_work.above;
        body.section(tr("Nằm dưới kế hoạch"));
        QString rich = line(planLink(above.parent));
        if (!above.targets.empty() || !above.tasks.empty())
            rich += line(QStringLiteral("<i>%1</i>").arg(tr("Nhận từ kế hoạch ấy cho năm học này:")));
        for (const auto& target : above.targets)
            rich += line(tr("– Chỉ tiêu: %1 – %2").arg(toQ(target.data.text).toHtmlEscaped(), givenText(target.data)));
        for (const auto& task : above.tasks)
            rich += line(tr("– Nhiệm vụ: %1%2").arg(toQ(task.data.text).toHtmlEscaped(), task.data.deadline ? tr(" (hạn %1)").arg(dateText(task.data.deadline)) : QString()));
        add(rich);
    }
    if (!m_work.below.empty()) {
        body.section(tr("Các kế hoạch nằm dưới"), QString::number(m_work.below.size()));
        QString rich;
        for (const auto& plan : m_work.below)
            rich += line(planLink(plan));
        add(rich);
    }
}

void PlanWorkView::addTasks(Stack& body)
{
    if (m_work.tasks.empty())
        return;
    const auto done = std::count_if(m_work.tasks.begin(), m_work.tasks.end(), [](const auto& task) { return task.data.state == TaskState::Done; });
    body.section(tr("Nhiệm vụ"), tr("%1/%2 đã xong").arg(done).arg(m_work.tasks.size()));
    auto* filter = slim(new ChoiceField({{"all", tr("Tất cả nhiệm vụ")}, {"focus", tr("Trọng tâm")}, {"weak", tr("Việc yếu")}, {"hard", tr("Việc khó")},
                                         {"open", tr("Chưa xong")}, {"late", tr("Quá hạn")}}));
    filter->setObjectName(QStringLiteral("taskFilter"));
    filter->setAccessibleName(tr("Lọc nhiệm vụ"));
    filter->setValue("all");
    filter->onChanged = [this, filter] { showTasks(filter->value()); };
    body.add(static_cast<QWidget*>(filter));
    m_tasks = body.add(makeLinked({}, tr("Nhiệm vụ của kế hoạch")));
    m_tasks->setObjectName(QStringLiteral("taskLines"));
    connect(m_tasks, &QLabel::linkActivated, this, &PlanWorkView::follow);
    showTasks("all");
}

void PlanWorkView::showTasks(const std::string& filter)
{
    const Date today = m_file.clock().today();
    QString rich;
    m_shown = 0;
    for (std::size_t i = 0; i < m_work.tasks.size(); ++i) {
        const auto& task = m_work.tasks[i];
        if (!accepts(filter, task.data, today))
            continue;
        ++m_shown;
        const QString text = toQ(task.data.text);
        QStringList facts;
        if (!m_work.doers[i].empty())
            facts << toQ(m_work.doers[i]).toHtmlEscaped();
        if (task.data.deadline)
            facts << tr("hạn %1").arg(dateText(task.data.deadline));
        QString state = labelOf(task.data.state).toLower();
        if (task.data.state == TaskState::Done && task.data.doneOn)
            state += QLatin1Char(' ') + dateText(task.data.doneOn);
        facts << (domain::isLate(task.data, today) ? QStringLiteral("<b>%1</b>").arg(tr("quá hạn")) : state);
        if (const QString marks = marksText(task.data); !marks.isEmpty())
            facts << QStringLiteral("<i>%1</i>").arg(marks);
        if (!task.data.note.empty())
            facts << toQ(task.data.note).toHtmlEscaped();
        rich += line(QStringLiteral("%1. %2<br>%3").arg(task.data.seq).arg(m_mayWrite ? linkTo(QStringLiteral("task:%1").arg(task.id.value()), text) : text.toHtmlEscaped(),
                                                                            facts.join(QStringLiteral(" · "))));
    }
    m_tasks->setText(rich.isEmpty() ? tr("Không có nhiệm vụ nào như vậy.") : rich);
}

void PlanWorkView::addReceipts(Stack& body, bool issued)
{
    if (!issued)
        return;
    const auto carriedOut = std::count_if(m_work.receipts.begin(), m_work.receipts.end(), [](const auto& row) { return row.data.carriedOutOn.has_value(); });
    body.section(tr("Các tổ nhận kế hoạch"), m_work.receipts.empty() ? QString() : tr("%1 nhận, %2 triển khai xong").arg(m_work.receipts.size()).arg(carriedOut));
    QString rich;
    for (const auto& row : m_work.receipts)
        rich += line(QStringLiteral("%1: %2").arg(teamName(row.data.team).toHtmlEscaped(),
                                                  row.data.carriedOutOn ? tr("nhận %1, triển khai xong %2").arg(dateText(row.data.receivedOn), dateText(row.data.carriedOutOn))
                                                                        : tr("nhận %1, chưa báo triển khai xong").arg(dateText(row.data.receivedOn))));
    if (m_work.receipts.empty())
        rich = line(tr("Chưa ghi tổ nào nhận kế hoạch."));
    if (m_mayWrite)
        rich += line(linkTo(QStringLiteral("receipts:0"), tr("Ghi việc nhận, triển khai…")));
    connect(body.add(makeLinked(rich, tr("Các tổ nhận kế hoạch"))), &QLabel::linkActivated, this, &PlanWorkView::follow);
}

void PlanWorkView::addDifficulties(Stack& body)
{
    if (m_work.difficulties.empty() && !m_mayWrite)
        return;
    const auto waiting = std::count_if(m_work.difficulties.begin(), m_work.difficulties.end(), [](const auto& row) { return !row.data.answeredOn; });
    body.section(tr("Vướng mắc, kiến nghị"), m_work.difficulties.empty() ? QString() : waiting > 0 ? tr("%1 chưa trả lời").arg(waiting) : tr("đã trả lời hết"));
    QString rich;
    for (const auto& row : m_work.difficulties) {
        QString one = tr("<b>%1</b> (%2): %3").arg(teamName(row.data.team).toHtmlEscaped(), dateText(row.data.raisedOn), toQ(row.data.text).toHtmlEscaped());
        for (const auto& task : m_work.tasks)
            if (row.data.task == task.id)
                one += tr(" – về nhiệm vụ %1").arg(task.data.seq);
        one += row.data.answeredOn ? tr("<br>Trả lời ngày %1: %2").arg(dateText(row.data.answeredOn), toQ(row.data.answer).toHtmlEscaped())
                                   : QStringLiteral("<br><i>%1</i>").arg(tr("Hội đồng chưa trả lời."));
        if (m_mayWrite) {
            const auto id = row.id.value();
            const QStringList links{linkTo(QStringLiteral("answer:%1").arg(id), row.data.answeredOn ? tr("Sửa trả lời…") : tr("Trả lời…")),
                                    linkTo(QStringLiteral("edit:%1").arg(id), tr("Sửa…")), linkTo(QStringLiteral("remove:%1").arg(id), tr("Xóa…"))};
            one += QStringLiteral("<br>") + links.join(QStringLiteral(" · "));
        }
        rich += line(one);
    }
    if (m_mayWrite)
        rich += line(linkTo(QStringLiteral("difficulty:0"), tr("Thêm vướng mắc, kiến nghị…")));
    auto* label = body.add(makeLinked(rich, tr("Vướng mắc, kiến nghị")));
    label->setObjectName(QStringLiteral("difficultyLines"));
    connect(label, &QLabel::linkActivated, this, &PlanWorkView::follow);
}

}
