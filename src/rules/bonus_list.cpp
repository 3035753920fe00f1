// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/bonus_list.h"

#include "rules/wording.h"

namespace thidua::rules {
namespace {

class List {
public:
    List(const Model& model, Date date, const std::vector<BonusLine>& lines) : m_model(model), m_date(date), m_lines(lines)
    {
        for (const auto& line : lines)
            m_rates.push_back(model.bonusOn(line.honour, line.collective ? "collective" : "individual", date));
    }

    BonusLineAnswer answer(std::size_t at) const
    {
        if (m_rates[at] == nullptr)
            return said(at, Payment::NotPaid, "bonus-no-rate", nullptr, std::nullopt);
        const bool title = isTitle(at);
        const auto* rule = m_model.bonusPriorityOn(
            title ? BonusPriority::By::HighestTitleOfPeriod : BonusPriority::By::HighestFormOfAchievement, m_date);
        if (rule == nullptr)
            return said(at, Payment::Paid, "bonus-paid", nullptr, std::nullopt);
        if (const auto higher = rival(at, title, false))
            return said(at, Payment::NotPaid, title ? "bonus-higher-title" : "bonus-higher-form", rule, higher);
        if (const auto other = title ? std::nullopt : rival(at, title, true))
            return said(at, Payment::Open, "bonus-achievement-unknown", rule, other);
        return said(at, Payment::Paid, "bonus-paid", besideAnotherKind(at) ? besideRule() : rule, std::nullopt);
    }

private:
    bool isTitle(std::size_t at) const
    {
        const Honour* honour = m_model.honour(m_lines[at].honour);
        return honour != nullptr && honour->title;
    }

    const DatedValue* besideRule() const { return m_model.bonusPriorityOn(BonusPriority::By::TitleBesideForm, m_date); }

    bool besideAnotherKind(std::size_t at) const
    {
        for (std::size_t other = 0; other < m_lines.size(); ++other)
            if (other != at && m_lines[other].period == m_lines[at].period && isTitle(other) != isTitle(at))
                return besideRule() != nullptr;
        return false;
    }

    /// Of equal rates the first in the list stands.
    bool higher(std::size_t other, std::size_t at) const
    {
        const auto& a = *m_rates[other]->coefficient;
        const auto& b = *m_rates[at]->coefficient;
        return a > b || (a == b && other < at);
    }

    /// A higher line that competes with this one; `doubtful`: one of which it is not said whether it does.
    std::optional<std::size_t> rival(std::size_t at, bool title, bool doubtful) const
    {
        std::optional<std::size_t> best;
        for (std::size_t other = 0; other < m_lines.size(); ++other) {
            const bool comparable = other != at && m_rates[other] != nullptr && m_lines[other].collective == m_lines[at].collective && isTitle(other) == title;
            if (comparable && competes(other, at, title, doubtful) && higher(other, at) && (!best || higher(other, *best)))
                best = other;
        }
        return best;
    }

    bool competes(std::size_t other, std::size_t at, bool title, bool doubtful) const
    {
        const auto& a = m_lines[other];
        const auto& b = m_lines[at];
        if (a.period != b.period)
            return false;
        if (title)
            return true;
        const bool known = a.achievement && b.achievement;
        return doubtful ? !known : known && *a.achievement == *b.achievement;
    }

    BonusLineAnswer said(std::size_t at, Payment payment, const std::string& notice, const DatedValue* rule, std::optional<std::size_t> other) const
    {
        Values values = {{"honour", honourText(m_model, m_lines[at].honour)}, {"on", dateText(m_date)}};
        if (other)
            values["value"] = honourText(m_model, m_lines[*other].honour);
        const auto* source = rule != nullptr ? rule : m_rates[at];
        return {payment, filled(m_model.notice(notice).explanation, values), source == nullptr ? honourList() : source->cite,
                source == nullptr || source->certain, other};
    }

    Citation honourList() const
    {
        const Regime* regime = m_model.regimeOn(m_date);
        return regime == nullptr ? Citation{} : regime->honourList;
    }

    const Model& m_model;
    Date m_date;
    const std::vector<BonusLine>& m_lines;
    std::vector<const DatedValue*> m_rates;
};

}

std::vector<BonusLineAnswer> payable(const Catalogue& catalogue, Date decidedOn, const std::vector<BonusLine>& lines)
{
    const List list(catalogue.model(), decidedOn, lines);
    std::vector<BonusLineAnswer> answers;
    for (std::size_t i = 0; i < lines.size(); ++i)
        answers.push_back(list.answer(i));
    return answers;
}

}
