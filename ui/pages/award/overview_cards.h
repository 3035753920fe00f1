// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/overview_service.h"
#include "services/core/backup_service.h"
#include "ui/kit.h"

#include <QScrollArea>

namespace thidua::ui {

class TargetList;

/// A scrolling part of a card that either keeps to the room it gets or shows all it has.
class CardScroll : public QScrollArea {
    Q_OBJECT
public:
    CardScroll(QWidget* content, int leastHeight, QWidget* parent = nullptr);
    void setWhole(bool whole);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void measure();
    int m_least;
    bool m_whole = false;
};

/// What a task's button shows besides the page.
struct TaskAim {
    QString command{};
    std::vector<domain::SubjectRef> who{};
    std::optional<services::OverviewTask::Record> record{};
};

/// “Việc cần làm”: what wants doing, each with its button; or the three first steps of an empty school.
class TaskCard : public Card {
    Q_OBJECT
public:
    explicit TaskCard(QWidget* parent = nullptr);
    void setTasks(const std::vector<services::OverviewTask>& tasks);
    struct Step {
        QString title;
        QString detail;
        QString verb;
        QString page;
        bool done = false;
    };
    void setSteps(const std::vector<Step>& steps);
    CardScroll* scroll() const { return m_scroll; }
signals:
    /// The page where it is done, the people and collectives (none: everybody) or the one row that it is about, and the action of that
    /// page that starts it; empty: the page alone.
    void opened(const QString& page, const thidua::ui::TaskAim& aim);

private:
    struct Line {
        QWidget* sign;
        QString title;
        QString detail;
        QWidget* due;
        QString verb;
        QString page;
        TaskAim aim{};
        bool strong = false;
    };
    void clear();
    void addLine(const Line& line);
    QVBoxLayout* m_rows;
    CardScroll* m_scroll;
    int m_count = 0;
};

/// “Chỉ tiêu năm học”.
class TargetCard : public Card {
    Q_OBJECT
public:
    explicit TargetCard(QWidget* parent = nullptr);
    void setTargets(const std::vector<services::TargetRow>& targets);
    CardScroll* scroll() const { return m_scroll; }
signals:
    void opened();

private:
    TargetList* m_list;
    CardScroll* m_scroll;
    Label* m_nothing;
};

/// “Hạn mức theo quy định”: each limit of the law with its article.
class QuotaCard : public Card {
    Q_OBJECT
public:
    explicit QuotaCard(QWidget* parent = nullptr);
    void setQuotas(const std::vector<services::QuotaLine>& quotas);

private:
    QVBoxLayout* m_rows;
};

/// “An toàn dữ liệu”: the age of the last verified backup.
class SafetyCard : public Card {
    Q_OBJECT
public:
    explicit SafetyCard(QWidget* parent = nullptr);
    /// `lookedAt`: the file is a backup itself and needs none.
    void setAge(const services::BackupAge& age, bool lookedAt);
    /// “hôm nay 07:45”, “hôm qua 16:02”, “23/09/2021 – đã cũ 6 ngày”.
    static QString when(const services::BackupAge& age);
    static Tone tone(const services::BackupAge& age);
signals:
    void backupClicked();

private:
    void addPart(Tone tone, const QString& title, const QString& detail);
    QPushButton* m_now;
    QHBoxLayout* m_parts;
};

}
