// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QWidget>

class QSplitter;

namespace thidua::ui {

class SidePanel;

/// A table and its panel: side by side, or the panel underneath when the window is narrow (below 1100 px). F4 shows and hides it.
class SplitArea : public QWidget {
    Q_OBJECT
public:
    SplitArea(QWidget* main, SidePanel* panel, QWidget* parent = nullptr);
    void setPanelVisible(bool visible);
    bool isPanelVisible() const;
    void togglePanel() { setPanelVisible(!isPanelVisible()); }
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
signals:
    void panelShown(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    int sideWidth() const;
    void arrange();
    QSplitter* m_splitter;
    QWidget* m_main;
    SidePanel* m_panel;
    bool m_narrow = false;
    bool m_sized = false;
    int m_panelWidth;
};

}
