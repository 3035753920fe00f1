// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/prepare/text_library.h"

#include "base/symbol.h"
#include "domain/campaign.h"
#include "domain/correction.h"
#include "domain/decision.h"
#include "domain/plan.h"
#include "domain/submission.h"
#include "domain/target.h"
#include "services/core/internal.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

TextIndex::TextIndex(std::vector<Stored<LegalText>> texts) : m_texts(std::move(texts))
{
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        m_places.emplace(m_texts[i].id, i);
}

const LegalText* TextIndex::find(std::optional<LegalTextId> id) const
{
    const auto found = id ? m_places.find(*id) : m_places.end();
    return found == m_places.end() ? nullptr : &m_texts[found->second].data;
}

std::string TextIndex::successorName(const LegalText& text) const
{
    const auto* next = successor(text);
    return next ? next->kind + " số " + next->number : text.replacedBy;
}

namespace {

/// A row with all the lines in which it may speak of a text.
struct Citing {
    TextUse use;
    std::vector<std::string> lines;
    std::vector<LegalTextId> linked;
};

bool cites(const Citing& row, const Stored<LegalText>& text)
{
    return std::ranges::find(row.linked, text.id) != row.linked.end()
        || std::ranges::any_of(row.lines, [&text](const std::string& line) { return speaksOf(line, text.data.number); });
}

template <class Row>
TextUse paperUse(EntityKind kind, const Stored<Row>& row, const std::string& title)
{
    return {kind, row.id.value(), title, row.data.number.text(), !row.data.number.number};
}

void addPlans(Reader& reader, std::vector<Citing>& rows)
{
    for (const auto& plan : repo::plans(reader)) {
        Citing row{paperUse(EntityKind::Plan, plan, plan.data.title), {}, {}};
        for (const auto& basis : repo::bases(reader, plan.id)) {
            row.lines.push_back(basis.data.wording);
            if (basis.data.legalText)
                row.linked.push_back(*basis.data.legalText);
        }
        for (const auto& section : repo::sections(reader, plan.id))
            row.lines.push_back(section.data.body);
        rows.push_back(std::move(row));
        for (const auto& target : repo::targets(reader, plan.id))
            if (!target.data.source.empty())
                rows.push_back({{EntityKind::Target, target.id.value(), target.data.text, {}, false}, {target.data.source}, {}});
    }
}

std::vector<Citing> allCiting(Reader& reader)
{
    std::vector<Citing> rows;
    addPlans(reader, rows);
    for (const auto& campaign : repo::campaigns(reader)) {
        Citing row{paperUse(EntityKind::Campaign, campaign, campaign.data.name), {campaign.data.launchedBy, campaign.data.judgedHow, campaign.data.theme}, {}};
        row.use.draft = campaign.data.state == CampaignState::Draft;
        for (const auto& item : repo::items(reader, campaign.id))
            row.lines.push_back(item.data.text);
        rows.push_back(std::move(row));
    }
    for (const auto& decision : repo::allDecisions(reader)) {
        Citing row{paperUse(EntityKind::Decision, decision, decision.data.title), linesOf(decision.data.bases), {}};
        row.use.draft = decision.data.state == DecisionState::Draft;
        row.lines.push_back(decision.data.articles);
        rows.push_back(std::move(row));
    }
    for (const auto& submission : repo::allSubmissions(reader)) {
        rows.push_back({paperUse(EntityKind::Submission, submission, submission.data.title), linesOf(submission.data.bases), {}});
        rows.back().lines.push_back(submission.data.body);
    }
    return rows;
}

}

Result<std::vector<LibraryText>> textLibrary(SchoolFile& file, Date on)
{
    return readFrom(file, [&](Reader& reader) -> Result<std::vector<LibraryText>> {
        const TextIndex index(repo::legalTexts(reader));
        const auto citing = allCiting(reader);
        std::vector<LibraryText> library;
        for (const auto& text : index.texts()) {
            const auto* next = index.successor(text.data);
            LibraryText row{text.id, text.version, text.data, forceOn(text.data, next, on), lastDay(text.data, next), index.successorName(text.data), {}};
            for (const auto& one : citing)
                if (cites(one, text))
                    row.uses.push_back(one.use);
            library.push_back(std::move(row));
        }
        return library;
    });
}

}
