// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/rule_pack_service.h"
#include "services/law/rules_renewed.h"
#include "services/law/regulation_service.h"
#include "ui/pages/rules/changes_list.h"
#include "ui/pages/school_page.h"
#include "ui/widgets/current_stack.h"

class QVBoxLayout;

namespace thidua::ui::rules_page {

/// A rule pack about to be taken in, with what it changes and whose verdict; or the three lines that a pack goes out with.
class PacksView : public CurrentStack {
    Q_OBJECT
public:
    PacksView(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    void showOffer(const services::PackOffer& offer);
    void startExport();
    /// What rules that came with another program change for the nominations still being reviewed.
    void showRenewed(const services::RulesRenewed& renewed);
signals:
    /// Taken, written or given up.
    void done();

private:
    struct Words {
        std::string title, author, reason;
    };
    void buildOffer();
    void buildExport();
    void showFacts(const std::vector<std::string>& changed);
    void take();
    void write();
    Shell& m_shell;
    SchoolContext& m_context;
    services::PackOffer m_offer;
    bool m_renewed = false; ///< what is shown came with the program: nothing is taken in, only judged again
    QWidget* m_offerPage;
    QWidget* m_exportPage;
    QVBoxLayout* m_facts;
    ChangesList* m_changes;
    QPushButton* m_take;
    LineField* m_firstField;
    FormBinder<Words>* m_binder;
};

}
