// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/foresight/foresight_service.h"
#include "ui/pages/school_page.h"

/// What the parts of the page “Triển vọng” share.
namespace thidua::ui::foresight {

/// A prospect as a row of the table.
struct Row {
    std::int64_t id = 0;
    services::Prospect prospect;
};

QString chanceWord(services::Chance chance);
Tone chanceTone(services::Chance chance);
QString chanceIcon(services::Chance chance);
/// Near misses first, lost ones last.
int chanceOrder(services::Chance chance);

/// The same words at the beginning of a line.
QString capital(const QString& words);
/// “trước 31/05/2022”.
QString before(Date day);
/// “còn 12 ngày”, “hôm nay”, “đã qua”.
QString daysLeft(Date today, Date day);

QString verdictWord(rules::VerdictKind kind);
Tone verdictTone(rules::VerdictKind kind);
FindingLine lineOf(const services::Missing& missing);
/// A limit of the law as a bar.
QuotaState quotaState(const services::QuotaLine& quota);

}
