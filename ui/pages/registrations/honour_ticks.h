// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/follow/registration_service.h"
#include "ui/widgets/field.h"

#include <QWidget>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace thidua::ui::follow {

/// The honours of a registration as boxes to tick, in the order of the rules; an honour no longer offered stays while it is ticked.
class HonourTicks : public QWidget, public Field {
    Q_OBJECT
public:
    explicit HonourTicks(QWidget* parent = nullptr);
    struct Choice {
        std::string code;
        QString text;
        bool usual = true; ///< the others stand behind “Hình thức khác”
        friend bool operator==(const Choice&, const Choice&) = default;
    };
    /// What can be registered today by people, by collectives.
    static std::vector<Choice> offered(services::SchoolFile& file, bool people, bool collectives);
    /// Takes the ticks away that the new choices do not have; setValue() brings its own.
    void setChoices(const std::vector<Choice>& choices);
    /// How an honour is called that is registered but no longer among the choices.
    void setNames(std::function<QString(const std::string& code)> names) { m_names = std::move(names); }
    std::vector<std::string> value() const;
    void setValue(const std::vector<std::string>& codes);
    QWidget* widget() override { return this; }
    void setReadOnly(bool readOnly) override;
    bool isBlank() const override { return value().empty(); }
    void clear() override { setValue({}); }
    QCheckBox* box(const std::string& code) const;
    /// What Tab visits, in order.
    QList<QWidget*> stops() const;

private:
    void rebuild(const std::vector<Choice>& choices);
    void addMore();
    void showOthers();
    std::vector<Choice> m_offered;
    std::vector<std::pair<Choice, QCheckBox*>> m_boxes;
    std::function<QString(const std::string&)> m_names;
    QVBoxLayout* m_column;
    QPushButton* m_more = nullptr;
    bool m_readOnly = false;
};

}
