// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/school_page.h"

#include <filesystem>

class QStackedWidget;

namespace thidua::ui {

/// One part of the settings.
class SettingsSection : public QWidget {
    Q_OBJECT
public:
    SettingsSection(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context) {}
    virtual void load() = 0;
    virtual bool mayLeave() { return true; }
    /// Where Ctrl+F and F6 go.
    virtual QWidget* firstStop() = 0;

protected:
    Shell& shell() const { return m_shell; }
    SchoolContext& context() const { return m_context; }
    services::SchoolFile& file() const { return m_context.file; }

private:
    Shell& m_shell;
    SchoolContext& m_context;
};

/// Opens another school file in place of this one; empty when the program offers no such way.
using OpenFile = std::function<void(const std::filesystem::path&)>;

/// Applies a look in a program that can make its window anew for another text size; empty: at once, what is built keeps its measures.
using ApplyLook = std::function<bool(Scheme scheme, double factor)>; ///< false: it stays as it was

/// Thiết lập: the school, its years, backups, the look.
class SettingsPage : public SchoolPage {
    Q_OBJECT
public:
    SettingsPage(PageInfo info, Shell& shell, SchoolContext& context, OpenFile openFile, ApplyLook applyLook = {}, QWidget* parent = nullptr);
    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool openRecord(domain::EntityKind kind, std::int64_t id) override;
    bool mayLeave() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    /// "school", "years", "backup" or "look"; false when the part shown may not be left.
    bool showSection(const QString& key);

private:
    struct Part {
        QString key;
        SettingsSection* section;
    };
    void addPart(const QString& key, SettingsSection* section, bool scrolls);
    void addSectionActions();
    SettingsSection* current() const;
    QString summary() const;
    SegmentBar* m_bar;
    QStackedWidget* m_stack;
    std::vector<Part> m_parts;
    QString m_key;
};

}
