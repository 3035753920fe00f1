// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/foresight/foresight_words.h"

namespace thidua::ui::foresight {

/// One person in full: this year and the next, honour by honour, what is missing, by when, by which article, and where it is entered.
class ProspectPanel : public SidePanel {
    Q_OBJECT
public:
    ProspectPanel(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    /// `chosen` stands first; `all` are the person's prospects of this year and the next.
    void showPerson(const services::Prospect& chosen, const std::vector<services::Prospect>& all);
    void showNobody();

private:
    void addYear(SchoolYear year, const services::Prospect& chosen, const std::vector<services::Prospect>& all);
    /// `whole`: each condition with facts, article and remedy; else a line for each.
    void addProspect(const services::Prospect& prospect, bool whole);
    QWidget* makeFull(const services::Missing& missing);
    QWidget* makeBrief(const services::Missing& missing);
    void addFoot(const services::Prospect& chosen);

    Shell& m_shell;
    SchoolContext& m_context;
};

}
