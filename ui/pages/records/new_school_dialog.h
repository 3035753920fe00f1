// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/school.h"
#include "services/core/school_file.h"
#include "services/core/found_school.h"
#include "ui/kit.h"

#include <QDialog>

#include <filesystem>

namespace thidua::ui {

/// What the first form was answered with: the command for SchoolFile::create and where the file goes.
struct NewSchool {
    services::FoundSchool command;
    std::filesystem::path path;
};

/// “Trường mới”: one form, everything proposed that can be, checked while it is typed. Makes no file itself.
class NewSchoolDialog : public QDialog {
    Q_OBJECT
public:
    NewSchoolDialog(Prompter& prompter, const Clock& clock, QWidget* parent = nullptr);
    /// None when it was left.
    static std::optional<NewSchool> ask(Prompter& prompter, const Clock& clock, QWidget* parent);
    NewSchool answer() const;

private:
    struct Draft {
        domain::School school;
        SchoolYear year{0};
        std::string headName;
        std::string path;
    };
    void build();
    void addSchoolFields(FormLayout& form);
    void addAgencyFields(FormLayout& form);
    void addStartFields(FormLayout& form);
    void addPath(FormLayout& form);
    QWidget* buildFoot();
    void propose();
    void proposeInto(LineField* field, const std::string& text);
    void choosePath();
    void finish();
    static std::vector<FieldIssue> check(const Draft& draft);
    Prompter& m_prompter;
    SchoolYear m_thisYear;
    FormBinder<Draft> m_binder;
    LineField* m_name = nullptr;
    LineField* m_symbol = nullptr;
    LineField* m_superior = nullptr;
    LineField* m_conferring = nullptr;
    LineField* m_conferringHead = nullptr;
    LineField* m_place = nullptr;
    LineField* m_path = nullptr;
    ChoiceField* m_level = nullptr;
    QSet<QObject*> m_own; ///< fields that the person has filled: no more proposals there
};

}
