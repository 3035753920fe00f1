// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/stated_fact_service.h"
#include "ui/kit.h"

#include <QDialog>

#include <map>
#include <memory>

class QVBoxLayout;

namespace thidua::ui {

class StatedValue;

/// Gives a fact that no record tells: which one, its value, the school year, the day and the source. It is not waited for and deletes
/// itself; what was written goes through the runner.
class StatedFactDialog : public QDialog {
    Q_OBJECT
public:
    struct Request {
        domain::SubjectRef subject;
        QString name;                                ///< whose fact it is
        SchoolYear year{0};                          ///< the school year shown: the one proposed
        std::string fact{};                          ///< this one alone; empty: whichever may be stated for no honour in particular
        std::string honour{};                        ///< of a fact told for one honour: which, and on what ground
        std::optional<domain::Ground> ground{};
        QString honourName{};
        std::optional<Date> judgedOn{};              ///< the day of the verdict that the fact is for
        std::optional<services::StatedRow> change{}; ///< what is stated already
    };
    StatedFactDialog(services::SchoolFile& file, OperationRunner& runner, Request request, QWidget* parent);
    ~StatedFactDialog() override;
    /// False when nothing may be stated of the subject: then it is of no use.
    bool hasFacts() const { return !m_specs.empty(); }

private:
    void readSpecs();
    void makeHead(QVBoxLayout* column);
    void makeForm();
    QWidget* makeFoot();
    void showFact(const std::string& id);
    void addYears(const rules::FactSpec& spec);
    QString holdsHint() const;
    void fill();
    const rules::FactSpec* spec() const;
    domain::StatedFact given() const;
    bool isFilled();
    bool isTooLate();
    bool asksAgain();
    void write();
    void showError(const Error& error);

    services::SchoolFile& m_file;
    OperationRunner& m_runner;
    Request m_request;
    std::vector<rules::FactSpec> m_specs;
    std::string m_fact;
    QVBoxLayout* m_place = nullptr;
    QWidget* m_form = nullptr;
    std::unique_ptr<StatedValue> m_value;
    ChoiceField* m_year = nullptr;
    DateField* m_date = nullptr;
    LineField* m_source = nullptr;
    std::map<std::string, FormField*> m_lines;
    MessageArea* m_messages = nullptr;
    std::optional<domain::StatedFact> m_answered; ///< what is to be written though the record tells otherwise
};

}
