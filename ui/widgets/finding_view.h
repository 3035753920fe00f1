// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace thidua::ui {

/// One condition of a verdict, ready to be shown: sign, label, outcome word, the fact used, the article, and what would change it.
struct FindingLine {
    enum class Outcome { Pass, Fail, Unknown, NotApplicable };
    Outcome outcome = Outcome::Unknown;
    QString label;      ///< “Có sáng kiến được cơ sở công nhận”
    QString text;       ///< the facts used
    QString citation;   ///< “khoản 6 Điều 10 NĐ 91/2017”: a link
    QString remedy{};   ///< without the arrow
    QString word{};     ///< instead of Đạt · Không đạt · Chưa biết · Không xét
    QString link{};     ///< what citationClicked carries
    QString doubt{};    ///< why its law is not sure: behind a quiet mark, as are the sentences in brackets at the end of `text`
};

class FindingView : public QWidget {
    Q_OBJECT
public:
    explicit FindingView(const FindingLine& line, QWidget* parent = nullptr);
    /// Fields that enter the missing fact right here, under the remedy; taken over.
    void setEntry(QWidget* entry);
signals:
    void citationClicked(const QString& link);

private:
    QVBoxLayout* m_texts;
};

/// A section's head inside a panel: 12/600 at the left, a remark at the right.
QWidget* makeSectionHead(const QString& title, const QString& remark = {}, QWidget* parent = nullptr);

}
