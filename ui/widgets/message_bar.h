// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace thidua::ui {

/// What a message bar says. It stays until it is closed or solved.
struct Message {
    Tone tone = Tone::Info;
    QString title;  ///< what happened
    QString text;   ///< where, and what to do
    struct Action {
        QString text;
        QString icon;
        std::function<void()> run;
    };
    std::vector<Action> actions{};
    bool closable = true;
    QString key{};  ///< a later message with the same key takes this one's place
};

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(const Message& message, QWidget* parent = nullptr);
    QString key() const { return m_message.key; }
    const Message& message() const { return m_message; }
signals:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addActions(class QHBoxLayout* row);
    Message m_message;
};

/// The messages of a page, under its head. Empty, it takes no room.
class MessageArea : public QWidget {
    Q_OBJECT
public:
    explicit MessageArea(QWidget* parent = nullptr);
    MessageBar* show(const Message& message);
    void remove(const QString& key);
    void clear();
    bool isEmpty() const { return m_bars.empty(); }
    const std::vector<MessageBar*>& bars() const { return m_bars; }
    /// F6: the newest message takes the focus. False when there is none.
    bool focusNewest();

private:
    void drop(MessageBar* bar);
    QVBoxLayout* m_layout;
    std::vector<MessageBar*> m_bars;
};

}
