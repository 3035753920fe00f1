// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_gaps.h"
#include "domain/plan_work.h"
#include "ui/pages/plans/plan_part.h"

class QTabWidget;

namespace thidua::ui::prepare {

class PlanBasesPart;
class PlanGeneralPart;
class PlanTargetsPart;
class PlanTasksPart;

/// One plan in full, in tabs. A draft is edited here until it is saved; an issued plan is only read.
class PlanEditor final : public QFrame {
    Q_OBJECT
public:
    explicit PlanEditor(PlanEnv env, QWidget* parent = nullptr);
    /// A plan that is not in the file yet, and the targets that are written with it.
    /// `notes`: what in it is still to be looked at.
    void startNew(const services::PlanDraft& draft, std::vector<domain::Target> targets, const QStringList& notes = {},
                  std::vector<domain::PlanTask> tasks = {});
    /// False when it cannot be read any more.
    bool open(domain::PlanId id, bool readOnly);
    std::optional<domain::PlanId> planId() const { return m_id; }
    /// The plan as it stands in the file; nothing for a new one.
    const std::optional<services::Stored<domain::Plan>>& stored() const { return m_stored; }
    services::PlanDraft draft() const;
    bool isDirty() const;
    bool isReadOnly() const { return m_readOnly; }
    bool isSaving() const { return m_saving; }
    /// Writes the draft; false when it was refused, with the reason beside the fields.
    bool save();
    /// True when a target or task being typed was written or dropped.
    bool leaveTarget();
    /// Ctrl+N: a further line of the tab that is open.
    void addLine();
    /// Something outside the draft changed: the library or the targets.
    void refreshParts(const domain::ChangeSet& changes);
    /// Goes to what a paper lacks: its tab, and the line there.
    void showGap(const services::PaperGap& gap);
    void showTab(int index);
    int tab() const;
    QTabWidget* tabs() const { return m_tabs; }
signals:
    /// Dirty or not, titles, counts: the page's head follows.
    void changed();

private:
    enum Tab { General, Bases, Sections, Targets, Recipients, Tasks };
    /// Where somebody left “[…]” in the words, else the first line.
    static int openLine(const services::PlanDraft& draft, Tab tab);
    void load(const services::PlanDraft& draft, bool readOnly);
    void onEdited();
    bool checkLines();
    PlanEnv m_env;
    QTabWidget* m_tabs;
    PlanGeneralPart* m_general;
    PlanBasesPart* m_bases;
    PlanTargetsPart* m_targets;
    PlanTasksPart* m_tasks;
    QWidget* m_notesHost;
    Label* m_notes;
    std::vector<PlanPart*> m_parts;
    services::PlanDraft m_loaded;
    std::optional<domain::PlanId> m_id;
    std::optional<services::Stored<domain::Plan>> m_stored;
    bool m_isNew = false;
    bool m_readOnly = false;
    bool m_saving = false;
    bool m_loading = false;
};

}
