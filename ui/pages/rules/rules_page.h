// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/law/rule_book.h"
#include "ui/pages/school_page.h"

class QStackedWidget;

namespace thidua::ui {

namespace rules_page {
class PacksView;
class RegulationsView;
class RuleTable;
class RuleTree;
}

/// “Quy định”: the law as the program holds it, to be read like a law book on one day or on two side by side.
class RulesPage : public SchoolPage {
    Q_OBJECT
public:
    RulesPage(Shell& shell, SchoolContext& context, QWidget* parent = nullptr);
    static PageInfo pageInfo();

    void load() override;
    bool affects(const domain::ChangeSet& changes) const override;
    bool mayLeave() override;
    void add() override;
    void find() override;
    void print() override;
    void escape() override;
    QList<QWidget*> focusStops() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    /// An honour as of one day, at the condition that became this finding.
    void openHonour(const std::string& honour, Date on, const std::string& finding);
    /// What is shown now, for tests and the paper.
    const services::RuleBookView& view() const { return m_view; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void registerActions();
    void registerPackActions();
    bool showPacks();
    void takePack();
    void showRenewed();
    void dropPack();
    QString packWords() const;
    void build();
    QWidget* makeFoot();
    void onYear();
    Date dayOfYear() const;
    Date otherRegime(Date on) const;
    void compare(bool two);
    void takeDate(int column);
    bool readBook(Date on, std::optional<services::RuleBook>& into, int column);
    void showEntry();
    void showRegulations();
    void openRegulations(const std::function<void()>& then);
    void updateActions();
    void showSummary();
    void showFoot();
    void showProvisional();
    const services::RuleBookUse* use() const;

    rules_page::RuleTree* m_tree = nullptr;
    rules_page::RuleTable* m_table = nullptr;
    rules_page::RegulationsView* m_regulations = nullptr;
    rules_page::PacksView* m_packs = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_footCard = nullptr;
    Label* m_foot = nullptr;
    std::optional<services::RuleBook> m_first, m_second;
    services::RuleBookView m_view;
    std::map<std::string, services::RuleBookUse> m_uses;
    QString m_entry;
    std::optional<SchoolYear> m_readYear; ///< the year whose day was chosen
    std::optional<Date> m_on, m_other;
    bool m_two = false;
};

}
