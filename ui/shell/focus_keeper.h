// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace thidua::ui {

/// Keeps the keyboard where it was when an operation or a press makes a page show its rows anew: the field or button that had it may be switched
/// off or made again, and Qt would then pass the focus on to whatever comes next in the window. It goes back to the same place, to what
/// is called the same now, or else to the first place of the page. What the person does meanwhile, by key or click, counts before that.
class FocusKeeper : public QObject {
    Q_OBJECT
public:
    using Page = std::function<QWidget*()>;
    using Home = std::function<void()>;
    /// `page` is the one in front; `home` puts the keyboard to its first place.
    FocusKeeper(QWidget& window, Page page, Home home);
    /// An operation begins, or something is pressed: what has the keyboard now is to have it afterwards.
    void hold();
    /// Whether the event may press a button: those that go to another place do not.
    static bool isPress(const QEvent& event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        QPointer<QWidget> page;
        QPointer<QWidget> widget;
        QString name, spoken;
        QByteArray kind;
    };
    bool isInside(const QWidget* widget) const;
    void check();
    void release();
    QWidget* found() const;
    QWidget& m_window;
    Page m_page;
    Home m_home;
    Place m_place;
    bool m_holding = false;
    bool m_checking = false;
    bool m_passedOn = false; ///< by Qt, to what comes next, and by nobody's wish
};

}
