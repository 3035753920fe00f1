// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "services/papers/paper_gaps.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

class RegisterView;

/// Quyết định of a school year, the school's own and those from above recorded here; behind the last segment the register of outgoing papers.
class DecisionsPage final : public ListPageOf<services::DecisionDetail> {
    Q_OBJECT
public:
    DecisionsPage(PageInfo info, Shell& shell, SchoolContext& context);

    void load() override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    void find() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

protected:
    std::vector<services::DecisionDetail> readRows() override;
    QString summary() const override;
    void afterRead() override;
    void show(const services::DecisionDetail& row) override;
    QString viewKey() const override { return m_segments->currentKey(); }
    void chooseView(const QString& key) override;

private:
    using Row = services::DecisionDetail;
    using ListPageOf::find;
    void declareColumns();
    void declareVerbs();
    void declareSteps();
    void addStep(Verb verb, std::function<void(const Row&)> run, std::function<QString(const Row&)> whyNot);
    void placeRegister();
    void readRegister();
    void showSegments();
    bool isRegister() const;
    void openForm(const domain::Decision& decision, const Row* row, const services::PaperGap* gap = nullptr);
    void openNew();
    void confer();
    void remove(const Row& row);
    void issue(const Row& row);
    void fill(domain::DecisionId id, const services::PaperGap& gap);
    void printHere();
    QString whyNotPrinted() const;
    SegmentBar* m_segments;
    RegisterView* m_register;
    int m_registerCount = 0;
    int m_gapCount = 0;
};

}
