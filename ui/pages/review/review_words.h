// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "rules/finding.h"
#include "services/follow/quota_lines.h"
#include "ui/kit.h"

namespace thidua::services {
struct NominationRow;
}

namespace thidua::ui::review {

/// The council has not decided on it, or it came back from above.
bool isOpen(const services::NominationRow& row);

Tone toneOf(rules::VerdictKind kind);
/// Đủ điều kiện · Chưa đủ · Thiếu thông tin.
QString wordOf(rules::VerdictKind kind);
/// The same of a nomination with what has come of it: who has been turned down is not shown as fit.
rules::VerdictKind shownVerdict(const services::NominationRow& row);
QString shownVerdictWord(const services::NominationRow& row);
/// The verdict as a table's mark. A council's reason against it shows in the word and in the tooltip.
Cell verdictCell(rules::VerdictKind kind, const std::string& overrideReason);
/// “4 đạt, 1 chưa biết”.
QString countWords(const rules::Verdict& verdict);

/// One condition, ready to be shown; its link is the finding's id.
FindingLine lineOf(const rules::Finding& finding);
/// A limit of the law as a condition of its own: “4 / 3 — vượt 1 (15 % của 24)”.
FindingLine lineOf(const services::QuotaLine& quota);
QString quotaWords(const services::QuotaLine& quota);

/// A citation that breaks at a line's end only between two articles, never inside one.
QString kept(const QString& citation);

/// The words of a code, for the screen.
QString labelOf(std::string_view group, std::string_view code);
template <class E>
    requires domain::CodedEnum<E>
QString labelOf(E value)
{
    return labelOf(domain::EnumCodes<E>::name, domain::toCode(value));
}

/// “còn 3 ngày”, “hôm nay”, “đã qua 2 ngày”.
QString distanceWords(Date today, Date day);
/// “2021–2022” that does not break at a line's end.
QString yearWords(SchoolYear year);


/// Widgets side by side under a condition; those with a stretch share the room.
QWidget* makeRow(const std::vector<std::pair<QWidget*, int>>& widgets, QWidget* parent);
/// Names a control for tests and screen readers.
template <class Widget>
Widget* named(Widget* widget, const QString& objectName, const QString& accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}


/// Signs with words side by side: which checks hold and which do not (“✓ phát ra ≥ thu về”).
class ChecksRow : public QWidget {
    Q_OBJECT
public:
    struct Check {
        Tone tone = Tone::Ok;
        QString text;
    };
    explicit ChecksRow(QWidget* parent = nullptr);
    void set(const std::vector<Check>& checks);

private:
    QHBoxLayout* m_row;
};

}
