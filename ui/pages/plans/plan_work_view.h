// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/plan_work.h"
#include "ui/pages/kit/parts.h"

namespace thidua::ui::prepare {

/// What goes on around a plan, read in the panel: the plan above and what it gives, tasks (all or those of one mark), who received the
/// plan, difficulties. What can be written is a link.
class PlanWorkView final : public QWidget {
    Q_OBJECT
public:
    PlanWorkView(services::SchoolFile& file, const services::Stored<domain::Plan>& plan, services::PlanWork work, bool mayWrite, QWidget* parent = nullptr);
    const services::PlanWork& work() const { return m_work; }
    /// The tasks that the filter shows, for tests.
    int shownTasks() const { return m_shown; }
signals:
    void planClicked(qint64 id);
    void taskClicked(qint64 id);
    void receiptsClicked();
    void difficultyClicked();
    void editClicked(qint64 difficulty);
    void answerClicked(qint64 difficulty);
    void removeClicked(qint64 difficulty);

private:
    void addAbove(Stack& body);
    void addTasks(Stack& body);
    void showTasks(const std::string& filter);
    void addReceipts(Stack& body, bool issued);
    void addDifficulties(Stack& body);
    QString teamName(domain::CollectiveId id) const;
    void follow(const QString& link);
    services::SchoolFile& m_file;
    services::PlanWork m_work;
    bool m_mayWrite;
    Label* m_tasks = nullptr;
    int m_shown = 0;
};

}
