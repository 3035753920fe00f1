// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/receiver/receiver_task.h"
#include "ui/kit.h"

class QComboBox;
class QVBoxLayout;

namespace thidua::ui {

/// Step 3: which honours go into the form, and by which word or code it says each value of ours.
class WordsStep : public QWidget {
    Q_OBJECT
public:
    explicit WordsStep(QWidget* parent);
    void show(const ReceiverTask& task);
    /// The first value that has no word yet; empty when all have one.
    QString problem() const;
    QWidget* first() const { return m_first; }
signals:
    void changed();

private:
    void addHonours(QVBoxLayout* column);
    void addWords(QVBoxLayout* column, const services::ReceiverWords& words);
    ReceiverTask m_task;
    QVBoxLayout* m_place;
    QWidget* m_rows = nullptr;
    QWidget* m_first = nullptr;
    struct Field {
        QString column, label;
        std::string honour;  ///< empty: another value
        QComboBox* field;
        bool isOpen() const;
    };
    std::vector<Field> m_fields;
};

}
