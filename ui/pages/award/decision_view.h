// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "ui/kit.h"

#include <functional>

namespace thidua::ui {

/// A decision in full for the side panel: facts, bases, articles, the list behind it, recipients.
class DecisionView : public QWidget {
    Q_OBJECT
public:
    /// `honourName` gives the words of an honour's code.
    using HonourName = std::function<QString(const std::string& code)>;
    DecisionView(const services::DecisionDetail& detail, const HonourName& honourName, QWidget* parent = nullptr);

    /// “35/QĐ-THMĐ”, or “Dự thảo quyết định” while there is no number.
    static QString headOf(const services::DecisionDetail& detail);
    static QString kindName(domain::DecisionKind kind);
    static QString kindOf(const services::DecisionDetail& detail);
    static QString stateName(domain::DecisionState state);
    static Tone stateTone(domain::DecisionState state);
    static QString stateIcon(domain::DecisionState state);

private:
    void addFacts(const services::DecisionDetail& detail);
    void addLists(const services::DecisionDetail& detail, const HonourName& honourName);
};

}
