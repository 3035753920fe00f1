// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/rule_book.h"
#include "ui/kit.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace thidua::ui::rules_page {

/// The width of the captions at 100 %.
inline constexpr int kCaptionWidth = 156;

/// The sign and word of a change: “giữ nguyên”, “đã đổi” …
struct ChangeSign {
    QString icon, word;
    Ink ink = Ink::Text2;
};
ChangeSign signOf(services::RuleChange change);
/// “từ 01/10/2017 đến 31/12/2023”; empty where the days are not known.
QString spanWords(const services::RuleBookCell& cell);
/// The clause as rich text, with what is to stand out in bold.
QString clauseHtml(const services::RuleBookPart& part);

/// One line of the rule book. It takes the focus and tells a screen reader all that it says; Enter unfolds how sure it is.
class RuleRow : public QFrame {
    Q_OBJECT
public:
    RuleRow(const services::RuleBookPair& pair, bool twoDays, QWidget* parent);
    /// “5 đề nghị · 1 chưa đạt” under the caption, a link.
    void showUse(const services::RuleBookUse::Finding& use);
    void setFound(bool found);
    const services::RuleBookPair& pair() const { return m_pair; }
    QString plainText() const;
signals:
    void moved(int by);
    void usesClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QWidget* makeCaption();
    QWidget* makeCell(const services::RuleBookCell& cell);
    void addMark(QHBoxLayout* line, const services::RuleBookCell& cell, QWidget* box);
    void addReading(QVBoxLayout* column, const services::RuleBookCell& cell, QWidget* box);
    void toggleReading();
    void paintCell(QPainter& painter, const QWidget* cell, bool second) const;
    services::RuleBookPair m_pair;
    bool m_two;
    bool m_found = false;
    QWidget* m_first = nullptr;
    QWidget* m_second = nullptr;
    Label* m_use = nullptr;
    std::vector<Label*> m_readings; ///< unfolded together
};

}
