// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/records/settings_page.h"

namespace thidua::ui {

/// Light or dark, and the text size. Kept in QSettings as "appearance/scheme" (light, dark) and "appearance/scale" (100, 125, 150).
class LookSettings : public SettingsSection {
    Q_OBJECT
public:
    LookSettings(Shell& shell, SchoolContext& context, ApplyLook applyLook, QWidget* parent);
    void load() override;
    QWidget* firstStop() override { return m_scheme; }
    /// What was kept; light and 100 % until something else was chosen.
    static Scheme keptScheme();
    static double keptScale();

private:
    void addRow(Card* card, const QString& title, const QString& text, QWidget* choice);
    void apply();
    static void keep(Scheme scheme, double scale);
    ApplyLook m_applyLook;
    SegmentBar* m_scheme;
    SegmentBar* m_scale;
};

}
