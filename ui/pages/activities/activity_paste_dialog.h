// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/activity_block.h"
#include "ui/pages/activities/activity_form.h"

#include <QDialog>

namespace thidua::ui::follow {

/// What a block from Excel would bring: each entry with whom it is about, or the sentence why it cannot be taken. The kind, day and
/// campaign that the block does not say are chosen here. Nothing is written here; the caller writes entries().
class ActivityPasteDialog final : public QDialog {
    Q_OBJECT
public:
    ActivityPasteDialog(services::SchoolFile& file, domain::SchoolYearId year, ActivityChoices choices, Date day, QWidget* parent);
    /// Reads the block; an empty one shows how to bring one here.
    void setBlock(const QString& block);
    /// Those that can be written.
    std::vector<domain::Activity> entries() const;

private:
    void build(const ActivityChoices& choices);
    QWidget* buildFoot();
    void read();
    services::SchoolFile& m_file;
    domain::SchoolYearId m_year;
    std::vector<std::vector<std::string>> m_lines;
    services::ActivityBlock m_block;
    RecordModel<services::BlockEntry> m_model;
    RecordTable* m_table = nullptr;
    EmptyState* m_empty = nullptr;
    Label* m_summary = nullptr;
    Label* m_wrong = nullptr;
    ChoiceField* m_kind = nullptr;
    ChoiceField* m_campaign = nullptr;
    DateField* m_day = nullptr;
    CheckField* m_confirmed = nullptr;
    QPushButton* m_write = nullptr;
};

}
