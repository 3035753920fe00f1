// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/review/dossier_service.h"

#include "domain/initiative.h"
#include "domain/nomination.h"
#include "domain/school.h"
#include "domain/submission.h"
#include "services/attachments/attachment_kinds.h"
#include "services/core/steps.h"
#include "services/core/internal.h"
#include "services/law/dossier_parts.h"
#include "services/review/dossier_reader.h"
#include "storage/repo/dossier_repo.h"
#include "text/messages.h"

#include <algorithm>

namespace thidua::services {

using namespace domain;

namespace {

/// What a year's dossiers are made from, read once.
class DossierReader {
public:
    DossierReader(Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year);
    Dossier read(const Stored<Nomination>& row) const;

private:
    void readSchoolPapers(SchoolYearId year);
    void addFiles(const Stored<Nomination>& row, Dossier& dossier) const;
    std::string paperOf(rules::DossierProof proof, const Stored<Nomination>& row) const;

    Reader& m_reader;
    const rules::Catalogue& m_catalogue;
    std::map<NominationId, std::string> m_submitted, m_voted;
    std::map<PersonId, std::string> m_recognised;                       ///< decisions on a person's initiatives of the year
    std::map<InitiativeId, std::set<PersonId>> m_authors;
    std::map<NominationId, std::map<std::string, Date>> m_received;
    std::map<NominationId, std::vector<OpinionRow>> m_opinions;
    std::map<NominationId, Stored<AchievementReport>> m_reports;
    std::vector<AttachmentRow> m_files;
    GivenOpinions m_given;
    std::optional<School> m_school;
};

DossierReader::DossierReader(Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year) : m_reader(reader), m_catalogue(catalogue)
{
    readSchoolPapers(year);
    for (const auto& row : repo::receiptsOfYear(reader, year))
        m_received[row.data.nomination].emplace(row.data.part, row.data.receivedOn);
    for (const auto& row : repo::opinionsOfYear(reader, year)) {
        m_opinions[row.data.nomination].push_back({row.id, row.version, row.data});
        m_given.insert({row.data.nomination, row.data.body});
    }
    for (const auto& row : repo::reportsOfYear(reader, year))
        m_reports.emplace(row.data.nomination, row);
    for (const auto& row : repo::dossierAttachments(reader, year))
        m_files.push_back({row.id, row.version, row.data, sizeWords(row.data.size)});
    if (const auto school = repo::school(reader))
        m_school = school->data;
}

/// Which nominations stand in issued submissions and closed meetings, and whose initiatives were recognised.
void DossierReader::readSchoolPapers(SchoolYearId year)
{
    for (const auto& submission : repo::submissions(m_reader, year))
        if (submission.data.state == SubmissionState::Issued || submission.data.state == SubmissionState::Answered)
            for (const auto& line : repo::lines(m_reader, submission.id))
                m_submitted[line.data.nomination] = text::message("dossier.submission", {submission.data.number.text(), submission.data.number.issuedOn->vn()});
    for (const auto& vote : repo::closedVotes(m_reader, year))
        m_voted[vote.nomination] = text::message("dossier.minutes", {vote.minutes, vote.heldOn.vn()});
    std::map<InitiativeId, std::string> recognised;
    for (const auto& initiative : repo::initiatives(m_reader, year))
        if (initiative.data.state == InitiativeState::Recognised && !initiative.data.decisionNumber.empty())
            recognised.emplace(initiative.id, text::message("dossier.initiative", {initiative.data.decisionNumber, initiative.data.title}));
    for (const auto& author : repo::authorsOfYear(m_reader, year)) {
        m_authors[author.data.initiative].insert(author.data.person);
        if (const auto found = recognised.find(author.data.initiative); found != recognised.end())
            m_recognised.emplace(author.data.person, found->second);
    }
}

std::string DossierReader::paperOf(rules::DossierProof proof, const Stored<Nomination>& row) const
{
    const auto textOf = [](const auto& texts, const auto& key) {
        const auto found = texts.find(key);
        return found == texts.end() ? std::string() : found->second;
    };
    switch (proof) {
    case rules::DossierProof::Submission: return textOf(m_submitted, row.id);
    case rules::DossierProof::Minutes: return textOf(m_voted, row.id);
    case rules::DossierProof::InitiativeDecision: return row.data.subject.person ? textOf(m_recognised, *row.data.subject.person) : std::string();
    case rules::DossierProof::AchievementReport: {
        auto found = m_reports.find(row.id);
        if (found == m_reports.end() && row.data.loweredFrom)
            found = m_reports.find(*row.data.loweredFrom);
        return found == m_reports.end() ? std::string() : text::message("dossier.report", {found->second.data.writtenOn.vn()});
    }
    }
    return {};
}

void DossierReader::addFiles(const Stored<Nomination>& row, Dossier& dossier) const
{
    for (const auto& file : m_files) {
        const auto& owner = file.attachment.owner;
        // What was laid together for the higher title serves the lower one.
        if (owner.nomination && (owner.nomination == row.id || owner.nomination == row.data.loweredFrom)) {
            const auto part = std::ranges::find(dossier.parts, file.attachment.part, &DossierPartRow::id);
            (part == dossier.parts.end() ? dossier.otherFiles : part->files).push_back(file);
        }
        const auto authors = owner.initiative ? m_authors.find(*owner.initiative) : m_authors.end();
        if (authors != m_authors.end() && row.data.subject.person && authors->second.contains(*row.data.subject.person))
            for (const auto& asked : askedParts(m_catalogue, row.data.honour, row.data.applicableOn))
                if (asked.proof == rules::DossierProof::InitiativeDecision)
                    std::ranges::find(dossier.parts, asked.id, &DossierPartRow::id)->files.push_back(file);
    }
}

Dossier DossierReader::read(const Stored<Nomination>& row) const
{
    Dossier dossier;
    const auto asked = askedParts(m_catalogue, row.data.honour, row.data.applicableOn);
    for (const auto& part : asked) {
        dossier.parts.push_back({part.id, part.name, part.citation, part.certain});
        if (part.copies)
            dossier.copies = part.copies;
    }
    addFiles(row, dossier);
    auto received = m_received.find(row.id);
    if (received == m_received.end() && row.data.loweredFrom)
        received = m_received.find(*row.data.loweredFrom);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto& part = dossier.parts[i];
        if (asked[i].proof)
            part.paper = paperOf(*asked[i].proof, row);
        if (received != m_received.end())
            if (const auto day = received->second.find(part.id); day != received->second.end())
                part.receivedOn = day->second;
        const bool comes = asked[i].proof == rules::DossierProof::Submission || asked[i].proof == rules::DossierProof::Minutes;
        part.state = !part.paper.empty() || part.receivedOn || !part.files.empty() ? PartState::There : comes ? PartState::Pending : PartState::Missing;
    }
    if (const auto found = m_opinions.find(row.id); found != m_opinions.end())
        dossier.opinions = found->second;
    if (m_school)
        dossier.askedAndMissing = missingOf(*m_school, row.data, m_given, row.id);
    if (const auto found = m_reports.find(row.id); found != m_reports.end())
        dossier.report = found->second;
    return dossier;
}

Result<Stored<Nomination>> needOpenFor(Reader& reader, NominationId id, NominationField field)
{
    TD_TRY(auto row, need<Nomination>(reader, id));
    TD_CHECK(checkOpen(row.data, field));
    return row;
}

/// The day of the council's vote, once its meeting is closed: opinions came before it.
std::optional<Date> decidedOn(Reader& reader, const Stored<Nomination>& nomination)
{
    std::optional<Date> day;
    for (const auto& vote : repo::closedVotes(reader, nomination.data.year))
        if (vote.nomination == nomination.id)
            day = day ? std::min(*day, vote.heldOn) : vote.heldOn;
    return day;
}

std::vector<FieldIssue> opinionIssues(Reader& reader, const Opinion& opinion, const Stored<Nomination>& nomination, Date today)
{
    std::vector<FieldIssue> issues;
    if (opinion.givenOn > today)
        issues.push_back({"givenOn", "opinion.future", {opinion.givenOn.vn(), today.vn()}});
    else if (const auto day = decidedOn(reader, nomination); day && opinion.givenOn > *day)
        issues.push_back({"givenOn", "opinion.after-decision", {opinion.givenOn.vn(), day->vn(), nomination.data.name}});
    require(issues, opinion.signer, "signer", "opinion.signer-missing");
    if (opinion.stance != Stance::For)
        require(issues, opinion.content, "content", "opinion.content-missing");
    return issues;
}

Result<OpinionId> writeOpinion(Tx& tx, const Opinion& opinion, Date today)
{
    TD_TRY(const auto nomination, needOpenFor(tx, opinion.nomination, NominationField::Opinions));
    if (auto issues = opinionIssues(tx, opinion, nomination, today); !issues.empty())
        return fail(std::move(issues));
    for (const auto& row : repo::opinions(tx, opinion.nomination))
        if (row.data.body == opinion.body) {
            tx.update(row.id, opinion);
            return row.id;
        }
    return tx.insert(opinion);
}

}

GivenOpinions givenOpinions(Reader& reader, SchoolYearId year)
{
    GivenOpinions given;
    for (const auto& row : repo::opinionsOfYear(reader, year))
        given.insert({row.data.nomination, row.data.body});
    return given;
}

std::vector<OpinionBody> missingOf(const School& school, const Nomination& nomination, const GivenOpinions& given, NominationId id)
{
    std::vector<OpinionBody> missing;
    const auto ask = [&](bool asked, OpinionBody body) {
        if (asked && may(nomination.state, NominationEvent::Compose) && !nomination.loweredFrom && !given.contains({id, body}))
            missing.push_back(body);
    };
    ask(school.asksTeam && nomination.subject.person, OpinionBody::Team);
    ask(school.asksUnion, OpinionBody::Union);
    ask(school.asksParty, OpinionBody::Party);
    return missing;
}

Result<void> checkDossierOpen(Reader& reader, NominationId id)
{
    TD_TRY(const auto row, need<Nomination>(reader, id));
    return checkOpen(row.data, NominationField::Dossier);
}

Result<void> checkOpen(const Nomination& nomination, NominationField field)
{
    TD_CHECK(checkStep(nomination.state, NominationEvent::Compose, nomination.name));
    if (!isOpen(nomination, field))
        return fail(ErrorCode::WrongState, "nomination.not-to-correct", {text::label("nomination-field", toCode(field)), nomination.name});
    return {};
}

int Dossier::missing() const
{
    return static_cast<int>(std::ranges::count(parts, PartState::Missing, &DossierPartRow::state));
}

Result<Dossier> readDossier(Reader& reader, const rules::Catalogue& catalogue, NominationId id)
{
    TD_TRY(const auto row, need<Nomination>(reader, id));
    Dossier dossier = DossierReader(reader, catalogue, row.data.year).read(row);
    if (const auto open = checkOpen(row.data, NominationField::Dossier); !open)
        dossier.whyClosed = text::sentence(open.error());
    return dossier;
}

Result<Dossier> DossierService::dossier(NominationId id)
{
    return readFrom(m_file, [&](Reader& reader) { return readDossier(reader, m_file.rules(), id); });
}

Written<Done> DossierService::receive(NominationId id, const std::string& part, std::optional<Date> on)
{
    return writeTo<Done>(m_file, Op::RecordDossier, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, needOpenFor(tx, id, NominationField::Dossier));
        const auto parts = askedParts(m_file.rules(), row.data.honour, row.data.applicableOn);
        const auto asked = std::ranges::find(parts, part, &AskedPart::id);
        if (asked == parts.end())
            return fail(ErrorCode::NotFound, "dossier.no-part", {part, row.data.name});
        if (on && *on > m_file.clock().today())
            return fail({{"receivedOn", "dossier.future", {on->vn(), m_file.clock().today().vn()}}});
        tx.setLabel({asked->name, row.data.name});
        for (const auto& there : repo::receipts(tx, id)) {
            if (there.data.part != part)
                continue;
            if (on)
                tx.update(there.id, DossierReceipt{id, part, *on});
            else
                tx.remove<DossierReceipt>(there.id);
            return Done{};
        }
        if (on)
            tx.insert(DossierReceipt{id, part, *on});
        return Done{};
    });
}

Written<OpinionId> DossierService::recordOpinion(const Opinion& opinion)
{
    return writeTo<OpinionId>(m_file, Op::RecordOpinion, [&](Tx& tx) -> Result<OpinionId> {
        TD_TRY(const auto id, writeOpinion(tx, opinion, m_file.clock().today()));
        tx.setLabel({text::label("opinion-body", toCode(opinion.body)), tx.find<Nomination>(opinion.nomination)->data.name});
        return id;
    });
}

Written<int> DossierService::recordOpinions(const std::vector<NominationId>& nominations, const Opinion& given)
{
    return writeTo<int>(m_file, Op::RecordOpinion, [&](Tx& tx) -> Result<int> {
        if (nominations.empty())
            return fail(ErrorCode::WrongState, "opinion.of-nobody");
        for (const auto id : nominations) {
            auto opinion = given;
            opinion.nomination = id;
            TD_CHECK(writeOpinion(tx, opinion, m_file.clock().today()));
        }
        const auto about = nominations.size() == 1 ? tx.find<Nomination>(nominations.front())->data.name
                                                   : text::message("opinion.about-many", {std::to_string(nominations.size())});
        tx.setLabel({text::label("opinion-body", toCode(given.body)), about});
        return static_cast<int>(nominations.size());
    });
}

Written<Done> DossierService::removeOpinion(OpinionId id)
{
    return writeTo<Done>(m_file, Op::RemoveOpinion, [&](Tx& tx) -> Result<Done> {
        TD_TRY(const auto row, need<Opinion>(tx, id));
        TD_TRY(const auto nomination, needOpenFor(tx, row.data.nomination, NominationField::Opinions));
        tx.setLabel({text::label("opinion-body", toCode(row.data.body)), nomination.data.name});
        tx.remove<Opinion>(id);
        return Done{};
    });
}

std::vector<std::string> missingOpinions(Reader& reader, SchoolYearId year, const std::vector<NominationId>& of)
{
    std::map<OpinionBody, std::vector<std::string>> names;
    const auto given = givenOpinions(reader, year);
    const auto school = repo::school(reader);
    for (const auto id : of)
        if (const auto row = reader.find<Nomination>(id); row && school)
            for (const auto body : missingOf(school->data, row->data, given, id))
                names[body].push_back(row->data.name);
    std::vector<std::string> sentences;
    for (const auto& [body, who] : names)
        sentences.push_back(text::message("opinion.missing", {text::label("opinion-body", toCode(body)), std::to_string(who.size()), join(who, ", ")}));
    return sentences;
}

std::vector<OpinionSum> opinionSums(Reader& reader, SchoolYearId year, const std::vector<NominationId>& of)
{
    std::map<OpinionBody, OpinionSum> sums;
    for (const auto& row : repo::opinionsOfYear(reader, year)) {
        if (std::ranges::find(of, row.data.nomination) == of.end())
            continue;
        auto& sum = sums[row.data.body];
        sum.body = row.data.body;
        ++(row.data.stance == Stance::For ? sum.inFavour : row.data.stance == Stance::Remarks ? sum.remarks : sum.against);
        if (row.data.stance != Stance::For)
            if (const auto nomination = reader.find<Nomination>(row.data.nomination))
                sum.others.push_back(nomination->data.name + ": " + normalised(row.data.content));
    }
    std::vector<OpinionSum> found;
    for (auto& [body, sum] : sums)
        found.push_back(std::move(sum));
    return found;
}

std::map<NominationId, DossierCount> dossierCounts(Reader& reader, const rules::Catalogue& catalogue, SchoolYearId year)
{
    std::map<NominationId, DossierCount> counts;
    const DossierReader dossiers(reader, catalogue, year);
    for (const auto& row : repo::nominations(reader, year)) {
        const auto dossier = dossiers.read(row);
        counts.emplace(row.id, DossierCount{static_cast<int>(dossier.parts.size()), dossier.missing(), dossier.askedAndMissing});
    }
    return counts;
}

}
