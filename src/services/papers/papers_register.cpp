// SPDX-License-Identifier: GPL-3.0-or-later
// What the program lists from the whole file: the book of outgoing papers, the calendar of a school year.
#include "documents/builders/outgoing_register.h"
#include "documents/builders/year_calendar.h"
#include "documents/compose.h"
#include "services/schedule/school_calendar.h"
#include "services/papers/issued_paper.h"
#include "services/papers/paper_issuer.h"
#include "services/papers/paper_views.h"

#include <algorithm>
#include <map>

namespace thidua::services {

using namespace domain;

namespace {

/// To whom it went, without what says where the copy is kept.
std::string receiversOf(const IssuedPaper& paper)
{
    const auto own = documents::shippedTemplate("correction").lines("recipients.own");
    std::vector<std::string> names = paper.addressees;
    for (const auto& line : paper.recipients)
        if (std::ranges::none_of(own, [&line](const auto& begin) { return line.starts_with(begin); }) && std::ranges::find(names, line) == names.end())
            names.push_back(line);
    return join(names, "; ");
}

struct Numbered {
    int ordinal = 0;
    documents::OutgoingRow row;
};

/// The numbers up to the last that no paper has, what follows one another in one row.
void addMissing(const std::string& symbol, std::vector<Numbered>& rows)
{
    const auto less = [](const Numbered& a, const Numbered& b) { return std::tie(a.ordinal, a.row.number) < std::tie(b.ordinal, b.row.number); };
    std::ranges::sort(rows, less);
    std::vector<Numbered> missing;
    int next = 1;
    for (const auto& one : rows) {
        if (next < one.ordinal) {
            documents::OutgoingRow row;
            row.number = (next + 1 < one.ordinal ? twoFigures(next) + "–" : std::string()) + twoFigures(one.ordinal - 1) + "/" + symbol;
            row.missing = one.ordinal - next;
            missing.push_back({next, std::move(row)});
        }
        next = std::max(next, one.ordinal + 1);
    }
    std::ranges::move(missing, std::back_inserter(rows));
    std::ranges::sort(rows, less);
}

}

Result<documents::Document> registerPaper(const PaperSource& source, int calendarYear)
{
    TD_TRY(const auto content, PaperIssuer(source.file).outgoing(calendarYear));
    const auto& words = documents::shippedTemplate("outgoing-register");
    std::map<std::string, std::vector<Numbered>> symbols;
    for (const auto& line : content.rows) {
        TD_TRY(const auto paper, issuedPaper(source.reader, line.paper, line.row));
        symbols[paper.number.symbol].push_back({line.ordinal, {line.number, line.issuedOn, words.text("entry", {{"kind", line.kind}, {"title", paper.title}}), paper.signer,
                                                               receiversOf(paper), line.note, false}});
    }
    documents::OutgoingRegisterView view{source.issuer(), calendarYear, {}};
    for (auto& [symbol, rows] : symbols) {
        addMissing(symbol, rows);
        auto& group = view.groups.emplace_back(documents::OutgoingGroup{symbol, {}});
        for (auto& numbered : rows)
            group.rows.push_back(std::move(numbered.row));
    }
    return documents::outgoingRegister(view, words);
}

Result<documents::Document> yearCalendarPaper(const PaperSource& source)
{
    TD_TRY(const auto calendar, schoolCalendar(source.file, source.yearId));
    const auto& words = documents::shippedTemplate("year-calendar");
    documents::YearCalendarView view{source.issuer(), source.year.year, {}};
    for (const auto& entry : calendar.entries) {
        if (!entry.inYear)
            continue;
        const auto on = entry.on;
        const bool earlier = on < calendar.first; // it goes on since
        const auto month = earlier ? words.text("earlier") : words.text("month", {{"month", on.month() < 3 ? twoFigures(static_cast<long long>(on.month())) : std::to_string(on.month())}, {"calendar-year", std::to_string(on.year())}});
        if (view.months.empty() || view.months.back().name != month)
            view.months.push_back({month, {}});
        auto note = entry.note;
        if (entry.to)
            note = words.text("span", {{"from", documents::shortDate(entry.on)}, {"to", documents::shortDate(*entry.to)}}) + (note.empty() ? "" : "; " + note);
        view.months.back().lines.push_back({earlier ? std::string() : documents::shortDate(on).substr(0, documents::shortDate(on).rfind('/')), earlier ? std::string() : weekdayName(on), entry.week, nameOf(entry.kind), entry.title, note});
    }
    return documents::yearCalendar(view, words);
}

}
