// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QSettings>

namespace thidua::ui {

/// The Qt application: Vietnamese Qt texts, theme, and a net under bugs of ours: an exception that nobody caught is logged and shown
/// with its details to copy, while the transaction it broke has been rolled back already.
class Application : public QApplication {
    Q_OBJECT
public:
    Application(int& argc, char** argv);
    bool notify(QObject* receiver, QEvent* event) override;
    /// As the settings page left it.
    void applyLook(QSettings& settings);
};

}
