// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

namespace thidua::ui {

/// A row that goes on in the next line where it is too narrow: buttons in a panel's foot, tools over a table. What is added with
/// addToEnd() stands at the right end of the last line.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr)
        : QLayout(parent)
    {
    }
    ~FlowLayout() override;
    void addToEnd(QWidget* widget);
    /// Before the widget at `index` of those that stand at the left.
    void insertWidget(int index, QWidget* widget);

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    struct Item {
        QLayoutItem* item;
        bool atEnd;
    };
    /// Places the items in `rect`, or only measures; the height that they take.
    int place(const QRect& rect, bool move) const;
    std::vector<Item> m_items; ///< those at the end last
};

}
