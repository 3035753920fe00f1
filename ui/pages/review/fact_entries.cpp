// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/fact_entries.h"

#include "domain/page_ids.h"
#include "services/follow/year_record_service.h"
#include "ui/pages/kit/parts.h"
#include "ui/pages/kit/stated_fact_dialog.h"
#include "ui/pages/review/review_words.h"
#include "ui/widgets/wrapped_link.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <array>

namespace thidua::ui::review {
namespace {

struct FactEntriesWords {
    Q_DECLARE_TR_FUNCTIONS(FactEntries)
};

/// Reads the subject's facts, changes them and writes them back: one operation.
void recordFacts(const FactPlace& place, const std::function<void(services::YearFacts&)>& change)
{
    services::YearRecordService records(*place.file);
    place.shell->runner.read([&] { return records.row(place.year.id, place.subject); },
                             [&](services::YearRow row) {
                                 change(row.facts);
                                 place.shell->runner.run([&] { return records.record(place.year.id, place.subject, row.facts); });
                             });
}

QPushButton* recordButton(const FactPlace& place, const QString& text, const QString& name, QWidget* parent,
                          std::function<void(services::YearFacts&)> change)
{
    auto* button = makeButton(text, {}, ButtonKind::Normal, parent);
    button->setObjectName(name);
    QObject::connect(button, &QPushButton::clicked, button, [place, change] { recordFacts(place, change); });
    return button;
}

QWidget* evaluationEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    std::vector<ChoiceField::Choice> choices;
    for (const auto code : domain::EnumCodes<domain::Evaluation>::codes)
        choices.push_back({std::string(code), labelOf("evaluation", code)});
    auto* choice = named(new ChoiceField(choices, parent), id + "-value", FactEntriesWords::tr("Xếp loại năm học"));
    choice->setPlaceholderText(FactEntriesWords::tr("Chọn mức xếp loại"));
    choice->clear();
    auto* save = saving(makeButton(FactEntriesWords::tr("Ghi"), {}, ButtonKind::Primary, parent));
    save->setObjectName(id + "-save");
    save->setAccessibleName(FactEntriesWords::tr("Ghi xếp loại"));
    save->setEnabled(false);
    choice->onChanged = [choice, save] { save->setEnabled(!choice->isBlank()); };
    QObject::connect(save, &QPushButton::clicked, save, [place, choice] {
        recordFacts(place, [&](services::YearFacts& facts) {
            facts.record.evaluation = domain::fromCode<domain::Evaluation>(choice->value());
            facts.record.evaluatedOn = place.file->clock().today();
        });
    });
    return makeRow({{choice, 1}, {save, 0}}, parent);
}

QWidget* monthsEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    auto* months = named(new NumberField(0, parent), id + "-value", FactEntriesWords::tr("Số tháng công tác trong năm học"));
    months->setRange(0, 12);
    months->setPlaceholderText(FactEntriesWords::tr("số tháng"));
    months->setFixedWidth(Theme::px(96));
    auto* save = saving(makeButton(FactEntriesWords::tr("Ghi"), {}, ButtonKind::Primary, parent));
    save->setObjectName(id + "-save");
    save->setAccessibleName(FactEntriesWords::tr("Ghi số tháng công tác"));
    save->setEnabled(false);
    months->onChanged = [months, save] { save->setEnabled(months->value().has_value() && months->problem().isEmpty()); };
    QObject::connect(save, &QPushButton::clicked, save, [place, months] {
        const auto value = months->value();
        recordFacts(place, [&](services::YearFacts& facts) { facts.record.monthsWorked = static_cast<int>(*value); });
    });
    auto* unit = new Label(FactEntriesWords::tr("tháng trong năm học này"), TypeRole::Text, Ink::Text2, parent);
    return makeRow({{months, 0}, {unit, 0}, {save, 0}}, parent);
}

QWidget* disciplineEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    auto* none = recordButton(place, FactEntriesWords::tr("Xác nhận không bị kỷ luật hôm nay"), id + "-none", parent, [place](services::YearFacts& facts) {
        facts.record.noDisciplineConfirmedOn = place.file->clock().today();
    });
    auto* other = makeButton(FactEntriesWords::tr("Ghi kỷ luật…"), {}, ButtonKind::Link, parent);
    other->setObjectName(id + "-other");
    QObject::connect(other, &QPushButton::clicked, other, [place] { place.shell->showPage(pages::kYearRecords); });
    return makeRow({{none, 0}, {other, 0}}, parent);
}

QWidget* absenceEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    auto* none = recordButton(place, FactEntriesWords::tr("Xác nhận không nghỉ ngày nào"), id + "-none", parent, [place](services::YearFacts& facts) {
        facts.record.noAbsenceConfirmedOn = place.file->clock().today();
    });
    auto* other = makeButton(FactEntriesWords::tr("Ghi ngày nghỉ…"), {}, ButtonKind::Link, parent);
    other->setObjectName(id + "-other");
    QObject::connect(other, &QPushButton::clicked, other, [place] { place.shell->showPage(pages::kYearRecords); });
    return makeRow({{none, 0}, {other, 0}}, parent);
}

/// Two buttons for a fact that is known by saying yes or no.
QWidget* knownEntry(const FactPlace& place, const QString& id, QWidget* parent, const QString& yes, const QString& no,
                    domain::Known domain::YearRecord::*member)
{
    const auto set = [member](domain::Known value) {
        return [member, value](services::YearFacts& facts) { facts.record.*member = value; };
    };
    auto* first = recordButton(place, no, id + "-no", parent, set(domain::Known::No));
    auto* second = recordButton(place, yes, id + "-yes", parent, set(domain::Known::Yes));
    return makeRow({{member == &domain::YearRecord::underInvestigation ? first : second, 0},
                    {member == &domain::YearRecord::underInvestigation ? second : first, 0}},
                   parent);
}

QWidget* trainingEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    auto* months = named(new NumberField(0, parent), id + "-value", FactEntriesWords::tr("Số tháng đào tạo"));
    months->setRange(1, 60);
    months->setPlaceholderText(FactEntriesWords::tr("số tháng"));
    months->setFixedWidth(Theme::px(96));
    std::vector<ChoiceField::Choice> choices;
    for (const auto code : domain::EnumCodes<domain::TrainingResult>::codes)
        choices.push_back({std::string(code), labelOf("training-result", code)});
    auto* result = named(new ChoiceField(choices, parent), id + "-result", FactEntriesWords::tr("Kết quả đào tạo"));
    result->setPlaceholderText(FactEntriesWords::tr("Kết quả"));
    result->clear();
    auto* save = saving(makeButton(FactEntriesWords::tr("Ghi"), {}, ButtonKind::Primary, parent));
    save->setObjectName(id + "-save");
    save->setAccessibleName(FactEntriesWords::tr("Ghi kết quả đào tạo"));
    QObject::connect(save, &QPushButton::clicked, save, [place, months, result] {
        recordFacts(place, [&](services::YearFacts& facts) {
            if (const auto value = months->value())
                facts.record.trainingMonths = static_cast<int>(*value);
            if (const auto code = domain::fromCode<domain::TrainingResult>(result->value()))
                facts.record.trainingResult = code;
        });
    });
    return makeRow({{months, 0}, {result, 1}, {save, 0}}, parent);
}

/// A fact kept on another page: the way there, to this subject alone.
QWidget* pageEntry(const FactPlace& place, const QString& id, QWidget* parent, const QString& verb, const char* page)
{
    auto* button = makeButton(verb, {}, ButtonKind::Normal, parent);
    button->setObjectName(id + "-page");
    QObject::connect(button, &QPushButton::clicked, button, [place, page] { place.shell->showOnly(QString::fromLatin1(page), {place.subject}); });
    return makeRow({{button, 0}}, parent);
}

QWidget* honoursEntry(const FactPlace& place, const QString& id, QWidget* parent)
{
    return pageEntry(place, id, parent, FactEntriesWords::tr("Ghi quá trình khen thưởng…"), pages::kHistory);
}

/// What is known and stands in the way may have been entered wrongly: the page where it is kept.
QWidget* mendEntry(const std::vector<std::string>& facts, const FactPlace& place, const QString& id, QWidget* parent)
{
    constexpr std::array<std::string_view, 8> kOfYear{"evaluation", "months_worked", "discipline", "absences", "under_investigation", "unity", "law_compliance", "training"};
    for (const auto& fact : facts) {
        if (fact == "honours")
            return honoursEntry(place, id, parent);
        if (std::ranges::find(kOfYear, fact) != kOfYear.end())
            return pageEntry(place, id, parent, FactEntriesWords::tr("Xem, sửa kết quả năm học…"), pages::kYearRecords);
    }
    return nullptr;
}

/// The facts of a condition and of its branches, by their first names, each once.
void collectFacts(const rules::Finding& finding, std::vector<std::string>& facts)
{
    for (const auto& path : finding.facts) {
        const std::string name = path.substr(0, path.find('.'));
        if (std::ranges::find(facts, name) == facts.end())
            facts.push_back(name);
    }
    for (const auto& branch : finding.branches)
        collectFacts(branch, facts);
}

QWidget* under(QWidget* first, QWidget* second, QWidget* parent)
{
    auto* box = new Stack(4, parent);
    box->add(first);
    box->add(second);
    return box;
}

QWidget* entryOf(const std::string& fact, const FactPlace& place, const QString& id, QWidget* parent)
{
    using Record = domain::YearRecord;
    if (fact == "evaluation")
        return evaluationEntry(place, id, parent);
    if (fact == "months_worked" || fact == "employed_from")
        return monthsEntry(place, id, parent);
    if (fact == "discipline")
        return disciplineEntry(place, id, parent);
    if (fact == "absences")
        return absenceEntry(place, id, parent);
    if (fact == "under_investigation")
        return knownEntry(place, id, parent, FactEntriesWords::tr("Đang bị xem xét"), FactEntriesWords::tr("Không bị xem xét"), &Record::underInvestigation);
    if (fact == "unity")
        return knownEntry(place, id, parent, FactEntriesWords::tr("Nội bộ đoàn kết"), FactEntriesWords::tr("Chưa đoàn kết"), &Record::unity);
    if (fact == "law_compliance")
        return knownEntry(place, id, parent, FactEntriesWords::tr("Chấp hành tốt"), FactEntriesWords::tr("Chưa chấp hành tốt"), &Record::lawCompliance);
    if (fact == "training")
        return trainingEntry(place, id, parent);
    if (fact == "initiatives" && place.subject.person)
        return makeInitiativeEntry(place, id, parent);
    if (fact == "registered")
        return makeRegistrationEntry(place, id, parent);
    if (fact == "honours")
        return honoursEntry(place, id, parent);
    return nullptr;
}

struct KnownWords {
    const char* fact;
    QString name;
};

/// What was said with yes or no can be said otherwise: a link in whose place the two buttons come.
QWidget* changeEntry(const std::vector<std::string>& facts, const FactPlace& place, const QString& id, QWidget* parent)
{
    const std::array<KnownWords, 3> known{{{"under_investigation", FactEntriesWords::tr("Việc xem xét kỷ luật")},
                                           {"unity", FactEntriesWords::tr("Đoàn kết nội bộ")},
                                           {"law_compliance", FactEntriesWords::tr("Chấp hành chủ trương, pháp luật")}}};
    const auto found = std::ranges::find_if(known, [&](const KnownWords& one) { return std::ranges::find(facts, one.fact) != facts.end(); });
    if (found == known.end())
        return nullptr;
    auto* box = new Stack(0, parent);
    auto* link = new WrappedLink(FactEntriesWords::tr("Sửa “%1”…").arg(found->name), box);
    link->setObjectName(id + QStringLiteral("-change"));
    auto* choice = entryOf(found->fact, place, id, box);
    box->add(link);
    box->add(choice);
    choice->hide();
    QObject::connect(link, &QPushButton::clicked, box, [link, choice] {
        link->hide();
        choice->show();
        choice->findChild<QPushButton*>()->setFocus();
    });
    return box;
}

using rules::FactSpec;
using services::StatedRow;

bool isAbout(const FactPlace& place, const FactSpec& spec, const StatedRow& row)
{
    if (row.data.fact != spec.id || (spec.stated->ofHonour && (row.data.honour != place.honour || row.data.ground != place.ground)))
        return false;
    const bool lasts = spec.stated->holds == rules::Holds::Onward || spec.stated->holds == rules::Holds::Grows;
    return lasts ? row.data.year <= place.year.data.year : row.data.year == place.year.data.year;
}

/// What has been stated and counts here; the newest stands first.
std::optional<StatedRow> statedHere(const FactPlace& place, const FactSpec& spec, const std::vector<StatedRow>& rows)
{
    const auto found = std::ranges::find_if(rows, [&](const StatedRow& row) { return isAbout(place, spec, row); });
    return found == rows.end() ? std::nullopt : std::optional(*found);
}

void openStated(const FactPlace& place, const FactSpec& spec, const std::optional<StatedRow>& row, QWidget* parent)
{
    StatedFactDialog::Request request{.subject = place.subject, .name = place.name, .year = place.year.data.year, .fact = spec.id, .honour = place.honour,
                                      .ground = place.ground, .honourName = place.honourName, .judgedOn = place.judgedOn, .change = row};
    (new StatedFactDialog(*place.file, place.shell->runner, std::move(request), parent->window()))->open();
}

QPushButton* statedLink(const FactPlace& place, const FactSpec& spec, const std::optional<StatedRow>& row, const QString& id, QWidget* parent)
{
    const QString words = row ? FactEntriesWords::tr("Sửa “%1”…") : FactEntriesWords::tr("Ghi “%1”…");
    auto* button = new WrappedLink(words.arg(toQ(spec.label.vi)), parent);
    button->setToolTip(row ? FactEntriesWords::tr("Đang ghi: %1").arg(toQ(row->valueWords)) : toQ(spec.label.vi));
    button->setObjectName(id + QStringLiteral("-") + toQ(spec.id));
    // Opened beside the event: the panel that holds the button is made anew once the fact is written.
    QObject::connect(button, &QPushButton::clicked, button, [place, spec, row, button] { openStated(place, spec, row, button); });
    return button;
}

/// What is stated and may not be changed any more, in place of the link.
Label* keptWords(const FactSpec& spec, const StatedRow& row, QWidget* parent)
{
    return makeWrapped(FactEntriesWords::tr("%1: %2 – căn cứ của kết luận đã qua Hội đồng (%3), không sửa được.").arg(toQ(spec.label.vi), toQ(row.valueWords), toQ(row.restsOn)),
                       TypeRole::Small, Ink::Text2, parent);
}

/// Links to the dialog for what no record tells: the facts of the condition that a person may state, or has stated already. They stand
/// there however the condition came out: what holds today may rest on something that is known better.
QWidget* makeStatedEntry(const FactPlace& place, const std::vector<std::string>& facts, const QString& id, QWidget* parent)
{
    services::StatedFactService service(*place.file);
    const auto specs = service.statable(place.subject).value_or(std::vector<FactSpec>{});
    const auto rows = service.of(place.subject).value_or(std::vector<StatedRow>{});
    QWidget* box = nullptr;
    for (const auto& fact : facts) {
        const auto spec = std::ranges::find(specs, fact, &FactSpec::id);
        if (spec == specs.end())
            continue;
        const auto row = spec->stated->holds == rules::Holds::PastYear ? std::nullopt : statedHere(place, *spec, rows);
        if (box == nullptr) {
            box = new QWidget(parent);
            auto* column = new QVBoxLayout(box);
            column->setContentsMargins(0, 0, 0, 0);
            column->setSpacing(Theme::px(2));
        }
        if (row && !row->restsOn.empty()) {
            box->layout()->addWidget(keptWords(*spec, *row, box));
            continue;
        }
        auto* link = statedLink(place, *spec, row, id, box);
        box->layout()->addWidget(link);
        box->layout()->setAlignment(link, Qt::AlignLeft);
    }
    return box;
}

}

QWidget* makeFactEntry(const FactPlace& place, const rules::Finding& finding, QWidget* parent)
{
    std::vector<std::string> facts;
    collectFacts(finding, facts);
    const QString id = QStringLiteral("fact-") + toQ(finding.id);
    auto* stated = makeStatedEntry(place, facts, id, parent);
    if (place.decided)
        return stated;
    auto* entry = [&]() -> QWidget* {
        const bool failed = finding.outcome == rules::Outcome::Fail;
        if (failed && std::ranges::find(facts, "registered") == facts.end())
            return mendEntry(facts, place, id, parent);
        if (finding.outcome == rules::Outcome::Pass)
            return changeEntry(facts, place, id, parent);
        if (finding.outcome == rules::Outcome::NotApplicable)
            return nullptr;
        for (const auto& fact : facts)
            if (auto* made = entryOf(fact, place, id, parent))
                return made;
        return nullptr;
    }();
    if (entry == nullptr || stated == nullptr)
        return entry == nullptr ? stated : entry;
    return under(entry, stated, parent);
}

}
