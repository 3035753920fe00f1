// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace thidua::ui {

class ActionRegistry;

/// One hit of Ctrl+K.
struct PaletteItem {
    QString icon;
    QString text;       ///< “Hoàng Thị Bích Liên”
    QString second;     ///< “Cán bộ – giáo viên, Tổ 2–3”
    std::function<void()> run;
};

/// The list under the search box: records from a provider, then commands. Down/Up choose, Enter opens, Esc gives the focus back.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    /// `box` is the line one types into; the list stands under it, above the pages of `window`.
    CommandPalette(QLineEdit* box, ActionRegistry& actions, QWidget* window);
    /// Records for a query of at least two letters; the provider folds by itself and returns the best first.
    void setProvider(std::function<std::vector<PaletteItem>(const QString& query)> provider);
    void setContext(std::function<QString()> currentPage) { m_context = std::move(currentPage); }
    /// Called whenever somebody goes into the box, by Ctrl+K or by a click.
    void setPrepare(std::function<void()> prepare) { m_prepare = std::move(prepare); }
    /// Ctrl+K.
    void start();
    /// There are more commands than when the list was made.
    void again();
    /// While commands are still being gathered nothing is called not found.
    void setGathering(bool gathering) { m_gathering = gathering; }
    bool isOpen() const { return isVisible(); }
    QStringList shown() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void addNote(const QString& words);
    void place();
    void move(int step);
    void run();
    void leave();
    QLineEdit* m_box;
    ActionRegistry& m_actions;
    QWidget* m_window;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::function<std::vector<PaletteItem>(const QString&)> m_provider;
    std::function<QString()> m_context;
    std::function<void()> m_prepare;
    bool m_gathering = false;
    bool m_wanted = false; ///< Enter came before anything was found
    std::vector<PaletteItem> m_items;
    QPointer<QWidget> m_before;
};

}
