// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/paper_gaps.h"
#include "services/proof/proofreader.h"
#include "ui/pages/school_page.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

class QListWidget;
class QTextEdit;

namespace thidua::ui {

class Stack;

/// What is proofread: one of the school's papers, or a text from elsewhere, which is only read.
struct ProofSubject {
    struct Draft {
        services::PaperKind kind = services::PaperKind::Plan;
        std::int64_t id = 0;
        domain::SchoolYearId year{0};
    };
    QString name;                      ///< “Kế hoạch phát động phong trào thi đua …”
    std::optional<Draft> draft{};
    services::ProofText text{};        ///< of what is no draft
    bool writes = false;               ///< the year is open
    /// Opens the form of the draft at a field, once the dialog is closed.
    std::function<void(const services::PaperGap&)> fill{};
};

/// Soát lỗi: the text as it goes out with every doubtful place marked, and beside it what is wrong there, why, and what may stand instead.
/// Enter writes the suggestion into the draft, Del passes a place over while the window is open, F2 goes where it is to be mended.
class ProofDialog : public QDialog {
    Q_OBJECT
public:
    ProofDialog(SchoolContext& context, Shell& shell, ProofSubject subject, QWidget* parent);
    const std::vector<services::ProofFinding>& findings() const { return m_findings; }

private:
    QWidget* makeFindings();
    QWidget* makeFoot();
    void addKeys();
    void read();
    void show(std::vector<services::ProofFinding> found);
    void showMarks();
    void showChosen();
    void choose(int row);
    void accept() override;
    void passOver();
    void goThere();
    void undo();
    QString keyOf(const services::ProofFinding& finding) const;
    const services::ProofFinding* chosen() const;
    const std::string& lineOf(const services::ProofFinding& finding) const { return m_subject.text.lines[finding.line]; }

    SchoolContext& m_context;
    Shell& m_shell;
    ProofSubject m_subject;
    std::shared_ptr<services::Proofreader> m_reader;
    std::vector<services::ProofFinding> m_findings;
    services::ProofPlace m_place;          ///< of the chosen one
    QPointer<Job> m_job;
    int m_passed = 0;                      ///< of this text
    int m_written = 0;                     ///< operations that this dialog has made
    int m_next = 0;                        ///< the row to choose when the text has been read again
    Label* m_summary;
    MessageArea* m_messages;
    QTextEdit* m_text;
    QListWidget* m_list;
    Stack* m_facts;
    QWidget* m_nothing;
    QWidget* m_found;
    QPushButton* m_accept = nullptr;
    QPushButton* m_pass = nullptr;
    QPushButton* m_go = nullptr;
    QPushButton* m_undo = nullptr;
};

/// Opens the dialog for a paper of the school.
void proofreadDraft(SchoolContext& context, Shell& shell, QWidget* window, const QString& name, const ProofSubject::Draft& draft, bool writes,
                    std::function<void(const services::PaperGap&)> fill);
/// Asks for a file and opens the dialog for it.
void proofreadFile(SchoolContext& context, Shell& shell, QWidget* window);

}
