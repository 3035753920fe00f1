// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <deque>
#include <optional>
#include <variant>
#include <vector>

class QWidget;

namespace thidua::ui {

/// A question that names the thing and how many, answered by verbs (“Hủy đăng ký” · “Giữ lại”), never by OK or Yes.
struct Question {
    QString title;
    QString text;
    QString yes;             ///< the verb that does it
    QString no;              ///< the verb that leaves things as they are; the default and what Esc means
    bool destroys = false;   ///< draws the verb in red
};

struct FileFilter {
    QString title;           ///< “Sổ tính Excel”
    QStringList suffixes;    ///< "xlsx"
};

/// The only way to ask a person something in a dialog of its own, so that tests can answer.
class Prompter {
public:
    virtual ~Prompter() = default;
    virtual bool confirm(const Question& question) = 0;
    /// One of several verbs; the last one is the safe one. Returns its index. `usual` is what Enter does: the first, or the safe one where
    /// each other writes or drops something that was not asked for.
    enum class Usual { First, Safe };
    virtual int choose(const QString& title, const QString& text, const QStringList& verbs, Usual usual = Usual::First) = 0;
    virtual void inform(const QString& title, const QString& text) = 0;
    virtual std::optional<QString> askText(const QString& title, const QString& label, const QString& initial, const QString& verb) = 0;
    /// `key` remembers the folder last used for this purpose.
    virtual std::optional<QString> openFile(const QString& title, const std::vector<FileFilter>& filters, const QString& key) = 0;
    virtual std::optional<QString> saveFile(const QString& title, const QString& suggestedName, const std::vector<FileFilter>& filters,
                                            const QString& key) = 0;
    virtual std::optional<QString> folder(const QString& title, const QString& key) = 0;
};

class DialogPrompter final : public Prompter {
public:
    explicit DialogPrompter(QWidget* parent) : m_parent(parent) {}
    bool confirm(const Question& question) override;
    int choose(const QString& title, const QString& text, const QStringList& verbs, Usual usual) override;
    void inform(const QString& title, const QString& text) override;
    std::optional<QString> askText(const QString& title, const QString& label, const QString& initial, const QString& verb) override;
    std::optional<QString> openFile(const QString& title, const std::vector<FileFilter>& filters, const QString& key) override;
    std::optional<QString> saveFile(const QString& title, const QString& suggestedName, const std::vector<FileFilter>& filters,
                                    const QString& key) override;
    std::optional<QString> folder(const QString& title, const QString& key) override;

private:
    bool mayReplace(const QString& path);
    QWidget* m_parent;
};

/// Answers from a list, in order, and keeps what was asked. Without an answer left it takes the safe one.
class FakePrompter final : public Prompter {
public:
    void answer(bool yes) { m_answers.push_back(yes); }
    void answer(int index) { m_answers.push_back(index); }
    void answer(const QString& text) { m_answers.push_back(text); }
    const QStringList& asked() const { return m_asked; }

    bool confirm(const Question& question) override;
    int choose(const QString& title, const QString& text, const QStringList& verbs, Usual usual) override;
    void inform(const QString& title, const QString& text) override;
    std::optional<QString> askText(const QString& title, const QString& label, const QString& initial, const QString& verb) override;
    std::optional<QString> openFile(const QString& title, const std::vector<FileFilter>& filters, const QString& key) override;
    std::optional<QString> saveFile(const QString& title, const QString& suggestedName, const std::vector<FileFilter>& filters,
                                    const QString& key) override;
    std::optional<QString> folder(const QString& title, const QString& key) override;

private:
    template <class T> std::optional<T> next();
    std::deque<std::variant<bool, int, QString>> m_answers;
    QStringList m_asked;
};

}
