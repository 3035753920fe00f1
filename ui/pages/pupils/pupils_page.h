// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/people/pupil_service.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

/// Học sinh: who is a pupil in the school year and in which class. Of children only what awards need is shown.
class PupilsPage final : public ListPageOf<services::PupilRow> {
    Q_OBJECT
public:
    PupilsPage(PageInfo info, Shell& shell, SchoolContext& context);
    /// A pupil of another school year: that year is shown.
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;

protected:
    std::vector<services::PupilRow> readRows() override;
    QString summary() const override;
    void show(const services::PupilRow& row) override;
    void reveal(std::int64_t id) override;

private:
    using Row = services::PupilRow;
    void declareColumns();
    void declareVerbs();
    void addClassFilter();
    void applyClass();
    void openForm(const Row* row);
    void openMove(const Rows& rows);
    void openCommend(const Rows& rows);
    void remove(const Row& row);
    /// Who is meant by what is typed: nobody who is in the file, somebody who is, or the person wants to look again.
    enum class Meant { Nobody, Somebody, LookAgain };
    Meant askHere(const services::PupilDraft& draft, std::optional<std::int64_t>& here);
    Meant askKnown(services::PupilDraft& draft);
    std::optional<std::int64_t> addOrShow(RecordForm<services::PupilDraft>& form);
    std::vector<ChoiceField::Choice> classChoices(const QString& none);
    ChoiceField* m_class;
};

}
