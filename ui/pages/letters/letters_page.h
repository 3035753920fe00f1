// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/letter_service.h"
#include "services/papers/paper_gaps.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui {

/// Thư khen of the head of the school, of a school year.
class LettersPage final : public ListPageOf<services::LetterRow> {
    Q_OBJECT
public:
    LettersPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::LetterRow> readRows() override;
    QString summary() const override;
    void show(const services::LetterRow& row) override;

private:
    using Row = services::LetterRow;
    using ListPageOf::find;
    void declareColumns();
    void declareVerbs();
    void openForm(const domain::Letter& letter, const Row* row, const services::PaperGap* gap = nullptr);
    void openNew();
    void issue(const Row& row);
    void fill(domain::LetterId id, const services::PaperGap& gap);
    void remove(const Row& row);
    /// Whom one can praise: pupils, staff and collectives; people by their id, collectives by its negative.
    std::vector<SearchField::Option> subjects();
};

}
