// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/initiative.h"
#include "domain/registration.h"
#include "domain/year_record.h"
#include "ui/kit.h"
#include "ui/widgets/field.h"

class QGridLayout;

namespace thidua::ui::follow {

/// A short list inside a form: lines of fields, each with a button that takes it away, and one that adds a line.
class RowsField : public QWidget, public Field {
    Q_OBJECT
public:
    RowsField(const QString& name, const QString& addText, const QString& removeText, QWidget* parent = nullptr);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    QString problem() const override;
    bool isBlank() const override { return m_lines.empty(); }
    void clear() override;
    int lineCount() const { return static_cast<int>(m_lines.size()); }

protected:
    struct Line {
        QWidget* box = nullptr;
        std::vector<Field*> fields;
    };
    /// Makes the fields of one line and places them in `grid`, four columns wide; the last column's first row is kept free.
    virtual std::vector<Field*> makeFields(QWidget* box, QGridLayout* grid) = 0;
    /// The sentence about a line that cannot stand as it is; empty when it can.
    virtual QString problemOf(const Line& line) const = 0;
    Line& addLine();
    void dropLines();
    const std::vector<Line>& lines() const { return m_lines; }

private:
    void addByHand();
    void remove(QWidget* box);
    QString m_name, m_removeText;
    std::vector<Line> m_lines;
    QVBoxLayout* m_column;
    QPushButton* m_add;
    bool m_readOnly = false;
    bool m_filling = false;
};

/// Discipline: form, day, number of the decision.
class DisciplineField final : public RowsField {
    Q_OBJECT
public:
    explicit DisciplineField(QWidget* parent = nullptr);
    std::vector<domain::DisciplineCase> value() const;
    void setValue(const std::vector<domain::DisciplineCase>& cases);

protected:
    std::vector<Field*> makeFields(QWidget* box, QGridLayout* grid) override;
    QString problemOf(const Line& line) const override;
};

/// Days away: how many, why, from when, remark.
class AbsenceField final : public RowsField {
    Q_OBJECT
public:
    explicit AbsenceField(QWidget* parent = nullptr);
    std::vector<domain::Absence> value() const;
    void setValue(const std::vector<domain::Absence>& absences);

protected:
    std::vector<Field*> makeFields(QWidget* box, QGridLayout* grid) override;
    QString problemOf(const Line& line) const override;
};

/// Authors of an initiative with their shares in per cent.
class AuthorsField final : public RowsField {
    Q_OBJECT
public:
    explicit AuthorsField(QWidget* parent = nullptr);
    void setPeople(std::vector<SearchField::Option> people);
    std::vector<domain::InitiativeAuthor> value() const;
    void setValue(const std::vector<domain::InitiativeAuthor>& authors);

protected:
    std::vector<Field*> makeFields(QWidget* box, QGridLayout* grid) override;
    QString problemOf(const Line& line) const override;

private:
    std::vector<SearchField::Option> m_people;
};

}
