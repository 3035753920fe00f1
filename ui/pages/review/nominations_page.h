// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school_year.h"
#include "services/review/nomination_service.h"
#include "ui/pages/school_page.h"

#include <QPointer>

namespace thidua::ui {

class NominationForm;
class NominationPanel;

/// “Đề nghị”: every nomination of the year with its verdict; what a verdict lacks is entered in the panel.
class NominationsPage : public SchoolPage {
    Q_OBJECT
public:
    NominationsPage(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    static PageInfo pageInfo();

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void showOnly(const std::vector<domain::SubjectRef>& who) override;
    void add() override;
    void find() override;
    void print() override;
    void togglePanel() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

private:
    enum class Mode { Read, Add, Gather };
    void registerActions();
    void buildTable();
    void connectParts();
    void showBoard();
    void showSummary();
    void showRenewed();
    void showSegments();
    void updateActions();
    void showPanel();
    void showRow();
    void startAdding();
    void startGathering();
    void backToReading();
    bool saveNew();
    void gather();
    void withdraw(const QVector<std::int64_t>& ids);
    void reviewAgain();
    void bringToCouncil();
    void withRow(const std::function<void(const services::NominationRow&)>& run);
    void recordOpinion();
    void openReport();
    void previewReport(domain::NominationId id, const QString& name);
    void showWithdrawn();
    void openRules(const std::string& finding);
    QString whyNot() const;
    bool mayDiscard();

    RecordModel<services::NominationRow> m_model;
    RecordTable* m_table = nullptr;
    NominationPanel* m_panel = nullptr;
    SplitArea* m_split = nullptr;
    SegmentBar* m_segments = nullptr;
    services::NominationBoard m_board;
    std::optional<services::Stored<domain::SchoolYearRow>> m_year;
    QPointer<Job> m_judging;
    Mode m_mode = Mode::Read;
    bool m_moving = false; ///< the choice goes back to the row that something was typed about
    QPointer<NominationForm> m_form;
    QPointer<DateField> m_gatherDate;
};

}
