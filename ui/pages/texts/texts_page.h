// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/prepare/library.h"
#include "services/prepare/text_library.h"
#include "ui/pages/kit/list_page_of.h"

namespace thidua::ui::prepare {

/// Văn bản căn cứ: the library that plans, decisions and submissions rest on, and where each text is cited.
class TextsPage final : public ListPageOf<services::LibraryText> {
    Q_OBJECT
public:
    TextsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<services::LibraryText> readRows() override;
    QString summary() const override;
    void show(const services::LibraryText& row) override;
    void afterRead() override;

private:
    using Row = services::LibraryText;
    void declareColumns();
    void declareVerbs();
    void buildOffer();
    void addForce(const Row& row, DetailList& facts);
    void addUses(const Row& row, Stack& body);
    void openForm(const Row* row);
    void remove(const Row& row);
    /// A text that the rules cite goes into the library.
    void take(std::size_t at);
    SearchField* m_offer = nullptr;
    std::vector<services::ReadyText> m_ready;
};

}
