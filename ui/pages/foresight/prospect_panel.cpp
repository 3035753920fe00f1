// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/foresight/prospect_panel.h"

#include "domain/page_ids.h"
#include "ui/pages/follow/follow_common.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui::foresight {

using domain::EntityKind;
using services::Chance;
using services::Prospect;

namespace {

/// What stands in the way: of a lost honour only what cannot be changed, the rest no longer matters.
std::vector<services::Missing> toldOf(const Prospect& prospect)
{
    auto told = prospect.missing;
    if (prospect.chance == Chance::Lost)
        std::erase_if(told, [](const auto& one) { return !one.certainlyLost && !one.earliest; });
    return told;
}

/// As makeSectionHead(), for names that may need two lines.
QWidget* makeHonourHead(const QString& title, const QString& remark, QWidget* parent)
{
    auto* head = new QWidget(parent);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(makeWrapped(title, TypeRole::SmallStrong, Ink::Text, head), 1, Qt::AlignTop);
    row->addWidget(new Label(remark, TypeRole::Small, Ink::Text2, head), 0, Qt::AlignTop);
    return head;
}

}

ProspectPanel::ProspectPanel(Shell& shell, SchoolContext& context, QWidget* parent) : SidePanel(380, parent), m_shell(shell), m_context(context)
{
    setObjectName(QStringLiteral("prospectPanel"));
    showNobody();
}

void ProspectPanel::showNobody()
{
    showNothing(tr("Chọn một dòng để xem người ấy có thể đạt gì năm nay và năm sau, còn thiếu gì, hạn nào."));
}

void ProspectPanel::showPerson(const Prospect& chosen, const std::vector<Prospect>& all)
{
    showContent();
    clearBody();
    clearFoot();
    setTitle(toQ(chosen.name), follow::postAndTeam(chosen.post, chosen.unit));
    setChip(chanceTone(chosen.chance) == Tone::None ? Tone::Mute : chanceTone(chosen.chance), chanceWord(chosen.chance), chanceIcon(chosen.chance));
    addYear(chosen.year, chosen, all);
    addYear(chosen.year.next(), chosen, all);
    addFoot(chosen);
}

void ProspectPanel::addYear(SchoolYear year, const Prospect& chosen, const std::vector<Prospect>& all)
{
    std::vector<const Prospect*> shown;
    for (const auto& prospect : all)
        if (prospect.year == year)
            shown.push_back(&prospect);
    if (shown.empty())
        return;
    const auto rank = [&chosen](const Prospect* one) {
        return std::tuple(one->honour != chosen.honour, chanceOrder(one->chance), one->honourOrder);
    };
    std::ranges::stable_sort(shown, {}, rank);
    auto* head = makeWrapped(tr("Năm học %1").arg(toQ(year.screen())), TypeRole::PanelTitle, Ink::Text, this);
    head->setObjectName(QStringLiteral("prospectYear%1").arg(year.startYear()));
    addToBody(head);
    for (const auto* prospect : shown)
        addProspect(*prospect, prospect->honour == chosen.honour || (prospect->chance == Chance::Near && prospect->registered));
}

void ProspectPanel::addProspect(const Prospect& prospect, bool whole)
{
    const QString remark = prospect.registered ? tr("đã đăng ký – %1").arg(chanceWord(prospect.chance).toLower()) : chanceWord(prospect.chance);
    addToBody(makeHonourHead(toQ(prospect.honourName), remark, this));
    if (prospect.chance == Chance::Reached)
        addToBody(makeWrapped(tr("Không còn thiếu gì."), TypeRole::Text, Ink::Ok, this));
    for (const auto& missing : toldOf(prospect)) {
        if (whole)
            addToBody(makeFull(missing));
        else
            addToBody(makeBrief(missing));
    }
    addToBody(makeRule(this));
}

/// With facts, article and remedy; the article opens the clause's words.
QWidget* ProspectPanel::makeFull(const services::Missing& missing)
{
    auto* view = new FindingView(lineOf(missing), this);
    const QString law = unbroken(toQ(missing.law));
    auto* quote = makeWrapped(missing.quote.empty() ? law : tr("“%1” – %2").arg(toQ(missing.quote), law), TypeRole::Law, Ink::Text2);
    quote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    view->setEntry(quote);
    quote->hide();
    connect(view, &FindingView::citationClicked, quote, [quote] { quote->setVisible(quote->isHidden()); });
    return view;
}

/// One line with the article, the remedy in its tooltip: in full it stands where the honour is the chosen one.
QWidget* ProspectPanel::makeBrief(const services::Missing& missing)
{
    QString words = QStringLiteral("• ") + capital(toQ(missing.text));
    if (missing.by)
        words += QStringLiteral(", ") + before(*missing.by);
    if (!missing.citation.empty())
        words += QStringLiteral(" – ") + unbroken(toQ(missing.citation));
    auto* line = makeWrapped(words, TypeRole::Small, missing.certainlyLost ? Ink::Text2 : Ink::Text, this);
    line->setToolTip(toQ(missing.remedy.empty() ? missing.explanation : missing.remedy));
    return line;
}

void ProspectPanel::addFoot(const Prospect& chosen)
{
    const auto open = [this](const char* name, const QString& text, const QString& icon, std::function<void()> run) {
        auto* button = compact(makeButton(text, icon, ButtonKind::Normal, this));
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, std::move(run));
        addToFoot(button);
    };
    const auto record = [this](EntityKind kind, std::optional<std::int64_t> id, const QString& page) {
        return [this, kind, id, page] {
            if (!id || !m_shell.openRecord(kind, *id))
                m_shell.showPage(page);
        };
    };
    const auto registration = chosen.registration ? std::optional(chosen.registration->value()) : std::nullopt;
    const auto year = chosen.record ? std::optional(chosen.record->value()) : std::nullopt;
    open("openRegistration", tr("Đăng ký"), QStringLiteral("register"), record(EntityKind::Registration, registration, QStringLiteral("registrations")));
    open("openYearRecord", tr("Kết quả"), QStringLiteral("grid"), record(EntityKind::YearRecord, year, QStringLiteral("year-records")));
    open("openInitiatives", tr("Sáng kiến"), QStringLiteral("bulb"), [this] { m_shell.showPage(pages::kInitiatives); });
}

}
