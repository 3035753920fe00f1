// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/submission_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// A submission in full for the side panel: facts, addressees, its lines by honour with the answer from above, bases and body.
class SubmissionView : public QWidget {
    Q_OBJECT
public:
    explicit SubmissionView(const services::SubmissionDetail& detail, QWidget* parent = nullptr);

    /// “Tờ trình 17/TTr-THMĐ”, or “Dự thảo tờ trình” while there is no number.
    static QString headOf(const services::SubmissionDetail& detail);
    static QString stateName(domain::SubmissionState state);
    static Tone stateTone(domain::SubmissionState state);
    static QString stateIcon(domain::SubmissionState state);
    static QString outcomeName(domain::Outcome outcome);
    static Tone outcomeTone(domain::Outcome outcome);
    /// Lines by honour, in the order in which the submission has them.
    using Group = std::pair<QString, std::vector<const services::SubmissionLineRow*>>;
    static std::vector<Group> grouped(const services::SubmissionDetail& detail);

private:
    void addFacts(const services::SubmissionDetail& detail);
    void addLines(const services::SubmissionDetail& detail);
};

}
