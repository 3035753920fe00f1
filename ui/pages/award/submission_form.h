// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/award/submission_service.h"
#include "ui/kit.h"

namespace thidua::ui {

/// The words of a draft submission; its lines come from the meeting and are not edited here.
class SubmissionForm : public QWidget {
    Q_OBJECT
public:
    explicit SubmissionForm(const domain::Submission& submission, QWidget* parent = nullptr);
    FormBinder<domain::Submission>& binder() { return m_binder; }
    void focusFirst();

private:
    FormBinder<domain::Submission> m_binder;
    TextField* m_title;
};

}
