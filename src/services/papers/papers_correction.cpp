// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/correction.h"
#include "documents/builders/decision.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_views.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

documents::Fields fieldsOf(const PaperSource& source, const IssuedPaper& about)
{
    return {{"kind", about.kindName}, {"number", about.number.text()}, {"day", about.number.issuedOn ? about.number.issuedOn->words() : std::string()},
            {"about", about.title}, {"by", about.by}, {"school", source.school.name}};
}

/// Who receives a letter stands at its head; its own lines follow at the foot.
std::vector<std::string> addresseesOf(const documents::Template& words, const Correction& row)
{
    auto lines = linesOf(row.recipients);
    const auto own = words.lines("recipients.own");
    std::erase_if(lines, [&own](const std::string& line) {
        return std::ranges::any_of(own, [&line](const auto& begin) { return line.starts_with(begin); });
    });
    for (auto& line : lines) // "(để b/c)" belongs to the foot of the other paper
        if (const auto purpose = line.rfind(" ("); purpose != std::string::npos && line.ends_with(")"))
            line.erase(purpose);
    return lines;
}

documents::Document decisionThatRevokes(const PaperSource& source, const documents::Template& words, const Correction& row, const IssuedPaper& about,
                                        documents::PaperView paper)
{
    auto fields = fieldsOf(source, about);
    fields.values["reason"] = row.content.empty() ? std::string(documents::kMissing) : join(linesOf(row.content), "; ");
    fields.values["executors"] = words.text("executors");
    documents::DecisionView view{std::move(paper), {row.title}, source.headOfSchool(), linesOf(row.bases), {{words.text("revokes", fields), {}, {}}}, {}};
    view.paper.recipients = linesOf(row.recipients);
    if (about.awards)
        view.articles.push_back({words.text("returns", fields), {}, {}});
    view.articles.push_back({words.text("executed", fields), {}, {}});
    // Whom the decision binds receives it first, as with every decision.
    auto& receivers = view.paper.recipients;
    if (receivers.empty() || !receivers.front().starts_with(words.lines("recipients.own").front()))
        receivers.insert(receivers.begin(), words.text("executing", {{"article", std::to_string(view.articles.size())}}));
    auto document = documents::decision(view, words);
    if (row.content.empty())
        document.gaps.push_back({"content", words.label("content")});
    return document;
}

}

Result<documents::Document> correctionPaper(const PaperSource& source, const Correction& row)
{
    const auto kind = paperKindFromCode(row.paper);
    if (!kind)
        return fail(ErrorCode::NotFound, "row.not-found");
    TD_TRY(const auto about, issuedPaper(source.reader, *kind, row.row.value()));
    const auto& words = documents::shippedTemplate("correction");
    auto paper = source.paper(PaperKind::Correction, row);
    if (row.number.symbol.empty())
        paper.number.symbol = correctionSymbol(row.kind, about, source.school.documentSymbol);
    if (row.kind == CorrectionKind::Revoke && about.ofHead)
        return decisionThatRevokes(source, words, row, about, std::move(paper));
    const bool letter = row.kind == CorrectionKind::Correct;
    const auto fields = fieldsOf(source, about);
    documents::CorrectionView view{std::move(paper), {row.title}, letter, addresseesOf(words, row), {}, linesOf(row.content), {}};
    view.paper.recipients = letter ? words.lines("copies") : linesOf(row.recipients);
    view.opening = words.text(letter ? "opening.correct" : "opening.revoke", fields);
    view.closing = words.lines(letter ? "closing.correct" : "closing.revoke", fields);
    return documents::correction(view, words);
}

Result<documents::Document> correctionPaper(const PaperSource& source, CorrectionId id)
{
    TD_TRY(const auto row, need<Correction>(source.reader, id));
    return correctionPaper(source, row.data);
}

}
