// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/field.h"

#include <QLineEdit>

#include <cstdint>
#include <optional>
#include <vector>

class QListView;
class QStandardItemModel;

namespace thidua::ui {

/// Chooses one record of a list by typing any part of it, with or without marks. The list opens under the field at each change
/// of the text, so that Vietnamese input methods work. Down/Up choose, Enter takes, Esc closes.
class SearchField : public QLineEdit, public Field {
    Q_OBJECT
public:
    struct Option {
        std::int64_t id = 0;
        QString text;       ///< what the field shows when chosen
        QString second{};   ///< tells homonyms apart (“1986, Tổ 1”)
    };
    explicit SearchField(const QString& placeholder = {}, QWidget* parent = nullptr);
    ~SearchField() override;
    void setOptions(std::vector<Option> options);
    std::optional<std::int64_t> value() const { return m_value; }
    void setValue(std::optional<std::int64_t> id);
    /// What is typed, when nothing is chosen: to add a record by that name.
    QString typed() const;
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    QString problem() const override;
    /// Takes what is typed whole, or the only hit left.
    void settle() override;
    bool isBlank() const override { return !m_value.has_value(); }
    void clear() override { setValue(std::nullopt); }
    /// The options now offered, for tests.
    std::vector<std::int64_t> offered() const;
    bool isOpen() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void openList();
    void take(int row);
    std::vector<Option> m_options;
    std::vector<std::string> m_folds;
    std::optional<std::int64_t> m_value;
    QListView* m_list;
    QStandardItemModel* m_model;
    bool m_setting = false;
    bool m_settled = false; ///< what stands there is said to be no choice, though the keyboard is still in it
};

}
