// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "domain/campaign.h"
#include "domain/legal_text.h"
#include "services/core/school_file.h"
#include "text/messages.h"
#include "ui/text/qt_text.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace thidua::domain {
enum class PlanState;
}

namespace thidua::ui::prepare {

/// Context of the words that no widget owns.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(thidua::ui::prepare::Words)
};

/// The words of a code.
template <domain::CodedEnum E>
QString labelOf(E value)
{
    return toQ(text::label(domain::EnumCodes<E>::name, domain::toCode(value)));
}

/// All values of an enum with their words, for bindChoice().
template <domain::CodedEnum E>
std::vector<std::pair<E, QString>> choicesOf()
{
    std::vector<std::pair<E, QString>> choices;
    for (std::size_t i = 0; i < domain::EnumCodes<E>::codes.size(); ++i)
        choices.emplace_back(static_cast<E>(i), labelOf(static_cast<E>(i)));
    return choices;
}

Tone toneOf(domain::PlanState state);
Tone toneOf(domain::CampaignState state);

using Years = std::vector<services::Stored<domain::SchoolYearRow>>;
/// “Năm học 2021–2022”, “Giai đoạn 2021–2025”.
QString periodOf(const domain::Plan& plan, const Years& years);
/// “Công văn 1533/SGDĐT-CMTH”
QString nameOf(const domain::LegalText& text);
/// “Sở Giáo dục và Đào tạo tỉnh Kon Tum, 07/09/2021”
QString originOf(const domain::LegalText& text);
/// A text of several paragraphs as rich text.
QString paragraphs(const std::string& text);

/// “20/11”; the day and month of the observance without needless zeros but as people write them: 03/02, 30/4.
QString dayOf(const domain::Observance& observance);
/// The calendar year in which it falls for something that runs from `from` to `to`, seen from school year `seen`.
int calendarYearOf(const domain::Observance& observance, Date from, Date to, SchoolYear seen);
/// “40 năm 20/11”; “20/11” while the year of the event is not known.
QString shortAnniversary(const domain::Observance& observance, int calendarYear);
/// “Ngày Nhà giáo Việt Nam 20/11/2022: 40 năm (năm tròn)”.
QString longAnniversary(const domain::Observance& observance, int calendarYear);

}
