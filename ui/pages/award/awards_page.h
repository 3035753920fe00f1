// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "ui/pages/kit/list_page_of.h"

#include <map>
#include <tuple>

namespace thidua::ui {

/// An award has no id of its own: the same subject, honour and decision keep the same one while the page lives.
struct AwardLine {
    std::int64_t id;
    services::AwardRow award;
    bool isCollective() const { return award.subject.collective.has_value(); }
};

/// Kết quả khen thưởng of a school year: collectives first, then people by honour.
class AwardsPage final : public ListPageOf<AwardLine> {
    Q_OBJECT
public:
    AwardsPage(PageInfo info, Shell& shell, SchoolContext& context);

protected:
    std::vector<AwardLine> readRows() override;
    QString summary() const override;
    void show(const AwardLine& row) override;

private:
    using Row = AwardLine;
    using Key = std::tuple<domain::SubjectRef, std::string, std::string>;
    void declareColumns();
    void declareVerbs();
    std::optional<domain::DecisionId> decisionOf(const AwardLine& row) const;
    QString tally() const;
    std::map<Key, std::int64_t> m_ids;
    std::vector<services::DecisionDetail> m_decisions;
};

}
