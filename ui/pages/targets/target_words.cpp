// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/targets/target_words.h"

#include "base/ratio.h"
#include "domain/initiative_codes.h"
#include "domain/registration.h"
#include "rules/overview.h"
#include "services/follow/activity_service.h"
#include "services/law/honours.h"

#include <map>
#include <set>

namespace thidua::ui::prepare {

using domain::Target;
using domain::TargetKind;
using services::TargetRow;

Standing standingOf(const TargetRow& row)
{
    if (!row.reached)
        return Standing::Unknown;
    if (!domain::meets(row.target, *row.reached))
        return Standing::Short;
    const bool counted = row.target.kind != TargetKind::YesNo && row.target.value;
    return counted && *row.reached > *row.target.value ? Standing::Exceeded : Standing::Met;
}

QString givenText(const Target& target)
{
    if (target.kind == TargetKind::YesNo)
        return Words::tr("Đạt");
    return figureText(target, target.value);
}

QString figureText(const Target& target, const std::optional<int>& figure)
{
    if (!figure)
        return {};
    if (target.kind == TargetKind::YesNo)
        return *figure >= 1 ? Words::tr("Đạt") : Words::tr("Chưa đạt");
    if (target.kind == TargetKind::Share && target.denominator)
        return QStringLiteral("%1/%2").arg(*figure).arg(*target.denominator);
    return QString::number(*figure);
}

QString shareText(const TargetRow& row)
{
    const auto whole = row.target.denominator.value_or(0);
    if (row.target.kind != TargetKind::Share || whole < 1 || !row.reached)
        return {};
    const auto share = [whole](int part) { return toQ(percentText({part, whole}, 2)); };
    return row.target.value ? Words::tr("%1 (giao %2)").arg(share(*row.reached), share(*row.target.value)) : share(*row.reached);
}

QString standingText(const TargetRow& row)
{
    const int gap = row.reached.value_or(0) - row.target.value.value_or(1);
    switch (standingOf(row)) {
    case Standing::Unknown: return Words::tr("Chưa có kết quả");
    case Standing::Short: return row.target.kind == TargetKind::YesNo ? Words::tr("Chưa đạt") : Words::tr("Còn %1").arg(-gap);
    case Standing::Exceeded: return Words::tr("Vượt %1").arg(gap);
    case Standing::Met: break;
    }
    return Words::tr("Đạt");
}

Tone standingTone(Standing standing)
{
    switch (standing) {
    case Standing::Unknown: return Tone::None;
    case Standing::Short: return Tone::Warn;
    case Standing::Met:
    case Standing::Exceeded: break;
    }
    return Tone::Ok;
}

Cell standingCell(const TargetRow& row)
{
    const Standing standing = standingOf(row);
    if (standing == Standing::Unknown)
        return Cell::mark(Tone::None, standingText(row), QStringLiteral("minus"));
    return Cell::mark(standingTone(standing), standingText(row), standing == Standing::Short ? QStringLiteral("clock") : QString());
}

Cell barCell(const TargetRow& row)
{
    const double line = row.target.value.value_or(1);
    const double value = row.reached ? *row.reached : row.registered.value_or(0);
    const double full = std::max({value, line, static_cast<double>(row.target.denominator.value_or(0))});
    const int percent = line > 0 ? static_cast<int>(value * 100 / line) : 0;
    Cell cell = Cell::bar(value, line, full * 1.05, Words::tr("%1 %").arg(percent), row.reached ? Tone::Ok : Tone::Info);
    cell.tip = row.reached ? Words::tr("Đạt được so với chỉ tiêu") : Words::tr("Đăng ký so với chỉ tiêu; chưa có kết quả");
    return cell;
}

QuotaState quotaOf(const TargetRow& row)
{
    QuotaState state;
    const bool yesNo = row.target.kind == TargetKind::YesNo;
    state.label = yesNo ? Words::tr("Chỉ tiêu: đạt") : Words::tr("Giao %1").arg(givenText(row.target));
    state.kind = QuotaState::Kind::Target;
    state.value = row.reached ? *row.reached : row.registered.value_or(0);
    state.line = row.target.value.value_or(1);
    state.full = std::max({state.value, state.line, static_cast<double>(row.target.denominator.value_or(0))}) * 1.05;
    if (row.reached)
        state.words = yesNo ? figureText(row.target, row.reached).toLower() : Words::tr("đạt được %1").arg(figureText(row.target, row.reached));
    else
        state.words = row.registered ? Words::tr("đăng ký %1").arg(*row.registered) : Words::tr("chưa có kết quả");
    return state;
}

TargetCounts countTargets(const std::vector<const TargetRow*>& rows)
{
    TargetCounts counts;
    for (const TargetRow* row : rows) {
        ++counts.all;
        switch (standingOf(*row)) {
        case Standing::Met: ++counts.met; break;
        case Standing::Exceeded: ++counts.exceeded; break;
        case Standing::Unknown: ++counts.unknown; [[fallthrough]];
        case Standing::Short: ++counts.open; break;
        }
    }
    return counts;
}

QString sumText(const TargetCounts& counts)
{
    return Words::tr("%1 chỉ tiêu: %2 đạt, %3 vượt, %4 chưa").arg(counts.all).arg(counts.met).arg(counts.exceeded).arg(counts.open);
}

QStringList denominatorNotes(const std::vector<TargetRow>& rows)
{
    std::map<std::pair<domain::PlanId, std::string>, std::set<int>> totals;
    std::map<std::pair<domain::PlanId, std::string>, const TargetRow*> first;
    for (const auto& row : rows) {
        if (row.target.kind != TargetKind::Share || !row.target.denominator)
            continue;
        const std::pair key(row.target.plan, row.target.denominatorText);
        totals[key].insert(*row.target.denominator);
        first.emplace(key, &row);
    }
    QStringList notes;
    for (const auto& [key, values] : totals) {
        if (values.size() < 2)
            continue;
        QStringList words;
        for (auto it = values.rbegin(); it != values.rend(); ++it)
            words << QString::number(*it);
        const QString last = words.takeLast();
        const QString who = key.second.empty() ? Words::tr("cùng một nhóm") : toQ(key.second);
        notes << Words::tr("Kế hoạch “%1” tính %2 theo mẫu số %3 và %4. Nếu là hai nhóm khác nhau thì giữ nguyên, nên ghi rõ nhóm nào.")
                     .arg(toQ(first.at(key)->planTitle), who, words.join(QStringLiteral(", ")), last);
    }
    return notes;
}

QStringList targetNotes(const TargetRow& row)
{
    QStringList notes;
    const auto& target = row.target;
    const bool share = target.kind == TargetKind::Share && target.denominator;
    if (share && row.reached && *row.reached > *target.denominator)
        notes << Words::tr("Đạt được %1 trên tổng số %2, quá 100 %. Nên xem lại tổng số hoặc cách đếm.").arg(*row.reached).arg(*target.denominator);
    if (share && row.groupSize && *row.groupSize != *target.denominator)
        notes << Words::tr("Nhóm “%1” đếm được %2 người, chỉ tiêu ghi trên tổng số %3.").arg(toQ(row.groupName)).arg(*row.groupSize).arg(*target.denominator);
    if (target.sourceValue && target.value && *target.sourceValue != *target.value)
        notes << Words::tr("%1 giao %2, kế hoạch ghi %3: lệch %4.")
                     .arg(row.setByName.empty() ? Words::tr("Nguồn giao chỉ tiêu") : toQ(row.setByName)).arg(*target.sourceValue).arg(*target.value)
                     .arg(std::abs(*target.sourceValue - *target.value));
    if (row.outside > 0)
        notes << Words::tr("%1 người có hoạt động này mà không thuộc nhóm “%2”, không tính.").arg(row.outside).arg(toQ(row.groupName));
    if (row.waiting > 0)
        notes << Words::tr("%1 mục chờ xác nhận, chưa tính.").arg(row.waiting);
    return notes;
}

QString metricText(services::SchoolFile& file, const std::string& metric)
{
    if (metric.empty())
        return Words::tr("Nhập kết quả bằng tay");
    const auto colon = metric.find(':');
    const std::string code = colon == std::string::npos ? std::string() : metric.substr(colon + 1);
    if (metric.starts_with("initiatives")) {
        const auto level = domain::fromCode<domain::RecognitionLevel>(code);
        return level ? Words::tr("Đếm sáng kiến được công nhận: %1").arg(labelOf(*level).toLower()) : Words::tr("Đếm sáng kiến được công nhận");
    }
    if (metric.starts_with("activity:") || metric.starts_with("activity-sum:")) {
        QString name = toQ(code), unit;
        if (const auto kinds = services::ActivityService(file).kinds())
            for (const auto& kind : *kinds)
                if (kind.data.code == code) {
                    name = toQ(kind.data.name);
                    unit = kind.data.hasAmount ? Words::tr("triệu đồng") : toQ(kind.data.unit);
                }
        if (metric.starts_with("activity:"))
            return Words::tr("Đếm người có hoạt động: %1").arg(name);
        return unit.isEmpty() ? Words::tr("Cộng số lượng hoạt động: %1").arg(name) : Words::tr("Cộng số %1 hoạt động: %2").arg(unit, name);
    }
    if (metric.starts_with("registrations:"))
        return Words::tr("Đếm số đăng ký: %1").arg(toQ(services::honourName(file.rules(), code).value_or(code)));
    return Words::tr("Đếm đăng ký và kết quả: %1").arg(toQ(services::honourName(file.rules(), code).value_or(code)));
}

std::vector<std::pair<std::string, QString>> metricChoices(services::SchoolFile& file, const std::string& present)
{
    std::vector<std::pair<std::string, QString>> choices{{{}, metricText(file, {})}};
    const auto add = [&](const std::string& metric) { choices.emplace_back(metric, metricText(file, metric)); };
    for (const auto& honour : rules::honoursOn(file.rules(), file.clock().today()))
        add("honour:" + honour.code);
    for (const auto& honour : rules::honoursOn(file.rules(), file.clock().today()))
        add("registrations:" + honour.code);
    for (const auto level : {domain::RecognitionLevel::School, domain::RecognitionLevel::Commune, domain::RecognitionLevel::District,
                             domain::RecognitionLevel::Province})
        add("initiatives:" + std::string(domain::toCode(level)));
    if (const auto kinds = services::ActivityService(file).kinds())
        for (const char* how : {"activity:", "activity-sum:"})
            for (const auto& kind : *kinds)
                add(how + kind.data.code);
    // "registered:<code>" is another name of "honour:<code>": what stands in the file stays.
    const std::string other = present.starts_with("registered:") ? "honour:" + present.substr(present.find(':') + 1) : present;
    for (auto& choice : choices)
        if (choice.first == other) {
            choice.first = present;
            return choices;
        }
    add(present);
    return choices;
}

}
