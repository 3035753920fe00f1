// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/stated_facts_view.h"

#include "ui/pages/kit/stated_fact_dialog.h"

namespace thidua::ui {

using services::StatedRow;

namespace {

const QString kChange = QStringLiteral("change:");
const QString kTakeBack = QStringLiteral("back:");

}

StatedFactsView::StatedFactsView(Shell& shell, services::SchoolFile& file, Whose whose, QWidget* parent)
    : Stack(8, parent), m_shell(shell), m_file(file), m_whose(std::move(whose))
{
    setObjectName(QStringLiteral("statedFacts"));
    m_rows = services::StatedFactService(m_file).of(m_whose.subject).value_or(std::vector<StatedRow>{});
    section(tr("Dữ kiện đã ghi"), m_rows.empty() ? QString() : QString::number(m_rows.size()));
    if (m_rows.empty())
        text(tr("Chưa ghi dữ kiện nào ngoài hồ sơ (số năm trong ngành, vùng công tác, dẫn đầu cụm thi đua…)."), TypeRole::Text, Ink::Text2);
    m_list = facts(DetailList::Form::Stacked);
    for (const auto& row : m_rows)
        addRow(row);
    connect(m_list, &DetailList::linkActivated, this, &StatedFactsView::follow, Qt::QueuedConnection);
}

void StatedFactsView::addRow(const StatedRow& row)
{
    const QString quiet = Theme::tokens().text2.name();
    QStringList about{toQ(row.holdsWords)};
    if (!row.honourName.empty())
        about << tr("riêng để xét %1").arg(toQ(row.honourName));
    about << tr("nguồn: %1, %2").arg(toQ(row.data.source), dateText(row.data.statedOn));
    QString words = QStringLiteral("<b>%1</b><br><span style=\"color:%2\">%3</span>")
                        .arg(toQ(row.valueWords).toHtmlEscaped(), quiet, about.join(QStringLiteral("; ")).toHtmlEscaped());
    if (!row.restsOn.empty())
        words += QStringLiteral("<br><span style=\"color:%1\">%2</span>").arg(quiet, tr("Căn cứ của kết luận đã qua Hội đồng: %1.").arg(toQ(row.restsOn)).toHtmlEscaped());
    else if (m_whose.mayWrite)
        words += QStringLiteral("<br>%1 · %2").arg(linkTo(kChange + QString::number(row.id.value()), tr("Sửa…")),
                                                  linkTo(kTakeBack + QString::number(row.id.value()), tr("Bỏ…")));
    m_list->add(toQ(row.name), words);
}

void StatedFactsView::follow(const QString& link)
{
    const bool changes = link.startsWith(kChange);
    const auto id = link.mid(changes ? kChange.size() : kTakeBack.size()).toLongLong();
    const auto row = std::ranges::find_if(m_rows, [id](const StatedRow& one) { return one.id.value() == id; });
    if (row == m_rows.end())
        return;
    if (changes)
        change(*row);
    else
        takeBack(*row);
}

void StatedFactsView::change(const StatedRow& row)
{
    StatedFactDialog::Request request{.subject = m_whose.subject, .name = m_whose.name, .year = m_whose.year};
    request.change = row;
    (new StatedFactDialog(m_file, m_shell.runner, std::move(request), window()))->open();
}

void StatedFactsView::takeBack(const StatedRow& row)
{
    const bool sure = m_shell.prompter.confirm({tr("Bỏ dữ kiện"),
                                                tr("Bỏ “%1: %2” của %3? Các đề nghị còn đang xét sẽ được kết luận lại; hoàn tác được.")
                                                    .arg(toQ(row.name), toQ(row.valueWords), m_whose.name),
                                                tr("Bỏ dữ kiện"), tr("Giữ lại"), true});
    if (sure)
        m_shell.runner.run([&, id = row.id] { return services::StatedFactService(m_file).remove(id); });
}

void StatedFactsView::state(Shell& shell, services::SchoolFile& file, const Whose& whose, QWidget* parent)
{
    StatedFactDialog::Request request{.subject = whose.subject, .name = whose.name, .year = whose.year};
    auto* dialog = new StatedFactDialog(file, shell.runner, std::move(request), parent->window());
    if (dialog->hasFacts())
        dialog->open();
    else
        delete dialog;
}

}
