// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/regulation_service.h"
#include "ui/kit.h"

class QVBoxLayout;

namespace thidua::ui::rules_page {

/// “Ai sẽ đổi kết luận”: each nomination whose verdict would change, from what to what, and which condition does it.
class ChangesList : public Card {
    Q_OBJECT
public:
    explicit ChangesList(QWidget* parent = nullptr);
    void showChanges(const std::vector<services::VerdictChange>& changes);
    /// In place of the list: what is still to be filled in, or why the entry is refused.
    void showSentence(const QString& sentence, Tone tone = Tone::None);

private:
    void clear();
    void add(QWidget* widget);
    QVBoxLayout* m_list;
};

}
