// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/pack_tables.h"

#include "rules/pack_parser.h"

#include <algorithm>
#include <array>

namespace thidua::rules {
namespace {

using nlohmann::json;

std::vector<std::string> honoursOf(const json& entry)
{
    return entry.at("honours").get<std::vector<std::string>>();
}

std::vector<std::string> papersOf(const json& entry)
{
    auto papers = entry.value("also", std::vector<std::string>{});
    papers.insert(papers.begin(), entry.at("paper").get<std::string>());
    return papers;
}

class TableParser {
public:
    TableParser(const json& pack, const CiteReader& cite) : m_pack(pack), m_cite(cite) {}

    void read(LawTables& out) const
    {
        for (const auto& entry : list("authorities"))
            out.authorities.push_back({honoursOf(entry), entry.at("by_principal").get<bool>(), values(entry)});
        for (const auto& entry : list("dossiers"))
            out.dossiers.push_back({honoursOf(entry), items(entry), values(entry)});
        for (const auto& entry : list("bonuses"))
            out.bonuses.push_back({entry.at("honour").get<std::string>(), entry.at("recipient").get<std::string>(), values(entry)});
        for (const auto& entry : list("base_salary"))
            out.baseSalary.push_back({parseSpan(entry), entry.value("certain", true), m_cite(entry), entry.at("value").get<long long>()});
        for (const auto& entry : list("bonus_priority"))
            out.bonusPriorities.push_back({idOf(entry), pairOf(entry.at("label")), bonusPriorityOf(entry.at("by").get<std::string>()).value(), values(entry)});
        for (const auto& entry : list("deadlines"))
            out.deadlines.push_back({honoursOf(entry), idOf(entry), pairOf(entry.at("name")), values(entry)});
        for (const auto& entry : list("evaluation_regimes"))
            out.evaluationRegimes.push_back(regime(entry));
        for (const auto& entry : list("paper_bases"))
            out.paperBases.push_back({idOf(entry), papersOf(entry), entry.value("levels", std::vector<std::string>{}), values(entry)});
        for (const auto& entry : list("council_seats"))
            out.councilSeats.push_back({idOf(entry), entry.at("role").get<std::string>(), entry.value("position", std::string()), wordsOf(entry, "words"), wordsOf(entry, "without"),
                                        entry.value("all", false), pairOf(entry.at("name")), pairOf(entry.at("duty")), values(entry)});
        for (const auto& entry : list("references"))
            out.references.push_back({idOf(entry), entry.at("topic").get<std::string>(), pairOf(entry.at("name")), values(entry), whom(entry)});
        for (const auto& entry : list("renewals"))
            out.renewals.push_back(renewal(entry));
        for (const auto& entry : list("preferences"))
            out.preferences.push_back({idOf(entry), pairOf(entry.at("label")), preferenceOf(entry.at("by").get<std::string>()).value(), values(entry)});
    }

private:
    const json& list(const char* section) const
    {
        static const json none = json::array();
        return m_pack.contains(section) ? m_pack[section] : none;
    }

    static std::string idOf(const json& entry) { return entry.at("id").get<std::string>(); }

    static std::vector<std::string> wordsOf(const json& entry, const char* key) { return entry.value(key, std::vector<std::string>()); }

    static std::vector<DossierItem> items(const json& entry)
    {
        std::vector<DossierItem> all;
        for (const auto& item : entry.at("items"))
            all.push_back({idOf(item), pairOf(item.at("name")), item.contains("paper") ? dossierProofOf(item.at("paper").get<std::string>()) : std::nullopt});
        return all;
    }

    std::vector<DatedValue> values(const json& entry) const
    {
        std::vector<DatedValue> all;
        for (const auto& value : entry.at("values")) {
            DatedValue out;
            out.span = parseSpan(value);
            out.certain = value.value("certain", true);
            out.cite = m_cite(value);
            if (value.contains("who"))
                out.who = pairOf(value["who"]);
            if (value.contains("submits"))
                out.submits = pairOf(value["submits"]);
            if (value.contains("what"))
                out.what = pairOf(value["what"]);
            if (value.contains("coefficient"))
                out.coefficient = ratioFromText(value["coefficient"].get<std::string>());
            if (value.contains("share"))
                out.share = ratioFromText(value["share"].get<std::string>());
            if (value.contains("copies") && !value["copies"].is_null())
                out.copies = value["copies"].get<int>();
            out.quote = value.value("quote", std::string());
            if (value.contains("uncertain"))
                out.uncertain = pairOf(value["uncertain"]);
            all.push_back(std::move(out));
        }
        return all;
    }

    static std::optional<Reference::Whom> whom(const json& entry)
    {
        if (!entry.contains("of"))
            return std::nullopt;
        const auto codes = [of = entry["of"]](const char* key) { return of.value(key, std::vector<std::string>()); };
        return Reference::Whom{codes("positions"), codes("contracts"), codes("words")};
    }

    static Renewal renewal(const json& entry)
    {
        Renewal out{idOf(entry), Date::fromIso(entry.at("on").get<std::string>()).value(), {}};
        for (const auto& item : entry.at("items"))
            out.items.push_back(pairOf({{"vi", item.at("vi")}, {"en", item.at("en")}}));
        return out;
    }

    EvaluationRegime regime(const json& entry) const
    {
        EvaluationRegime out{idOf(entry), pairOf(entry.at("name")), parseSpan(entry), m_cite(entry), entry.value("certain", true), {}};
        for (const auto& implied : entry.at("implies"))
            out.implies.push_back({pairOf(implied), implied.contains("cite") ? m_cite(implied) : out.cite, implied.value("certain", out.certain)});
        return out;
    }

    const json& m_pack;
    const CiteReader& m_cite;
};

template <class List>
auto entryOn(const List& list, Date date) -> decltype(list.data())
{
    const auto found = std::find_if(list.begin(), list.end(), [date](const auto& entry) { return entry.span.contains(date); });
    return found == list.end() ? nullptr : &*found;
}

template <class Code, std::size_t N>
std::optional<Code> codeOf(const std::array<std::string_view, N>& codes, std::string_view code)
{
    const auto found = std::find(codes.begin(), codes.end(), code);
    return found == codes.end() ? std::nullopt : std::optional(static_cast<Code>(found - codes.begin()));
}

}

std::optional<DossierProof> dossierProofOf(std::string_view code)
{
    static constexpr std::array<std::string_view, 4> codes = {"submission", "minutes", "achievement_report", "initiative_decision"};
    return codeOf<DossierProof>(codes, code);
}

std::optional<Preference::By> preferenceOf(std::string_view code)
{
    static constexpr std::array<std::string_view, 4> codes = {"women_first", "direct_workers_first", "difficult_area_first", "women_collective_70"};
    return codeOf<Preference::By>(codes, code);
}

std::optional<BonusPriority::By> bonusPriorityOf(std::string_view code)
{
    static constexpr std::array<std::string_view, 3> codes = {"highest_title_of_period", "highest_form_of_achievement", "title_beside_form"};
    return codeOf<BonusPriority::By>(codes, code);
}

void parseTables(const json& pack, const CiteReader& cite, LawTables& out)
{
    TableParser(pack, cite).read(out);
}

const DatedValue* inForce(const std::vector<DatedValue>& values, Date date)
{
    return entryOn(values, date);
}

const DatedValue* LawTables::bonusOn(std::string_view honour, std::string_view recipient, Date date) const
{
    for (const auto& bonus : bonuses)
        if (bonus.honour == honour && bonus.recipient == recipient)
            if (const auto* value = inForce(bonus.values, date))
                return value;
    return nullptr;
}

const BaseSalary* LawTables::baseSalaryOn(Date date) const
{
    return entryOn(baseSalary, date);
}

const EvaluationRegime* LawTables::evaluationRegimeOn(Date date) const
{
    return entryOn(evaluationRegimes, date);
}

const DatedValue* LawTables::bonusPriorityOn(BonusPriority::By by, Date date) const
{
    for (const auto& priority : bonusPriorities)
        if (priority.by == by)
            if (const auto* value = inForce(priority.values, date))
                return value;
    return nullptr;
}

}
