// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/decision_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// Title, bases, proposer, articles and recipients of a draft; the list behind it comes from what it decides.
class DecisionForm : public QWidget {
    Q_OBJECT
public:
    explicit DecisionForm(const domain::Decision& decision, QWidget* parent = nullptr);
    FormBinder<domain::Decision>& binder() { return m_binder; }
    void focusFirst();

private:
    FormBinder<domain::Decision> m_binder;
    TextField* m_title;
};

}
