// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"
#include "services/core/school_file.h"
#include "ui/kit.h"

namespace thidua::ui {

/// What the pages of one open school file share beside the window's Shell.
struct SchoolContext {
    services::SchoolFile& file;
    /// Shows a paper as it will print, with printer, PDF, Word and Excel. `suggestedName` has no ending; `formats` as formatsOf(PaperKind).
    std::function<void(const documents::Document&, const QString& suggestedName, const std::vector<std::string>& formats)> preview;
    /// After a year was opened, closed or reopened: the year button and all pages follow; shows `year`.
    std::function<void(SchoolYear year)> yearsChanged;
    /// Shows an honour's rules as of a day, at the condition with this finding's id when there is one. Empty in a window without that page.
    std::function<void(const std::string& honour, Date on, const std::string& finding)> openRules{};
};

/// A page about a school year of the open file.
class SchoolPage : public Page {
    Q_OBJECT
public:
    SchoolPage(PageInfo info, Shell& shell, SchoolContext& context, QWidget* parent = nullptr)
        : Page(std::move(info), shell, parent), m_context(context)
    {
    }

protected:
    services::SchoolFile& file() const { return m_context.file; }
    SchoolContext& context() const { return m_context; }
    /// The table can be written to a file as it is shown; the file's proposed name is `name` and the school year.
    void offerExport(RecordTable& table, const QString& name);
    /// The row of schoolYear(); none while the file has no year yet (the page then shows its empty state).
    std::optional<services::Stored<domain::SchoolYearRow>> yearRow() const;

private:
    SchoolContext& m_context;
};

}
