// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/contest_service.h"
#include "ui/pages/kit/record_form.h"
#include "ui/pages/kit/subject_ticks.h"

namespace thidua::ui::follow {

/// What a call and its entries can name.
struct ContestChoices {
    std::vector<ChoiceField::Choice> kinds, campaigns;
    std::vector<SubjectTicks::Choice> judges;
    std::vector<SearchField::Option> authors; ///< people, pupils and collectives, by rowIdOf()
};

/// The call of a contest: days, marks, prizes one line under the other, judges.
class ContestForm final : public RecordForm<services::ContestDraft> {
    Q_OBJECT
public:
    ContestForm(const ContestChoices& choices, const services::ContestDraft& draft, QWidget* parent = nullptr);
    QWidget* firstField() const { return m_name; }

private:
    void addKind(const ContestChoices& choices);
    void addMarks();
    void addPrizes(std::size_t count);
    void addJudges(const ContestChoices& choices);
    LineField* m_name;
};

/// What is handed in: title, whose, when, its code.
class ContestEntryForm final : public RecordForm<services::ContestEntryDraft> {
    Q_OBJECT
public:
    /// `won`: it has a prize, and may be marked to be told as a story.
    ContestEntryForm(const ContestChoices& choices, std::size_t authors, bool isNew, bool won, QWidget* parent = nullptr);
    QWidget* firstField() const { return m_title; }

private:
    LineField* m_title;
};

struct PrizesDraft {
    std::map<domain::ContestEntryId, std::optional<domain::ContestPrizeId>> prizes;
    friend bool operator==(const PrizesDraft&, const PrizesDraft&) = default;
};

/// The entries by rank, each with its prize: as given, else as the rank proposes.
class PrizesForm final : public RecordForm<PrizesDraft> {
    Q_OBJECT
public:
    explicit PrizesForm(const services::ContestRow& row, QWidget* parent = nullptr);
};

}
