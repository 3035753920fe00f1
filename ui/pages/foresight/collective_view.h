// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/foresight/foresight_words.h"

#include <QWidget>

class QGridLayout;
class QSpinBox;

namespace thidua::ui::foresight {

/// What the registrations would give each collective if all were reached, and what the limits of the law would be with a few more people.
class CollectiveView : public QWidget {
    Q_OBJECT
public:
    explicit CollectiveView(QWidget* parent = nullptr);
    void setBoard(const services::ForesightBoard& board);
    void setQuotas(const std::vector<services::QuotaLine>& quotas);
    services::WhatIf asked() const;
    QWidget* firstField() const;
signals:
    /// One of the two numbers changed.
    void asking();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Card* makeWhatIf();
    Card* makeCard(const std::vector<const services::CollectiveForecast*>& forecasts);
    void addForecast(QVBoxLayout* body, const services::CollectiveForecast& forecast);
    void arrange();

    QSpinBox* m_advanced;
    QSpinBox* m_fighters;
    Label* m_base;
    Label* m_baseName;
    Label* m_limitedName;
    QVBoxLayout* m_quotas;
    QGridLayout* m_grid;
    QWidget* m_inner;
    Label* m_nothing;
    std::vector<Card*> m_cards;
    int m_columns = 0;
};

}
