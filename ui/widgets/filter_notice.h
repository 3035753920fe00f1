// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace thidua::ui {

class Label;

/// “Đang lọc: hiện 5 trong 32 dòng · Bỏ lọc”: stands over rows while a filter hides some of them, and takes no room otherwise.
class FilterNotice : public QWidget {
    Q_OBJECT
public:
    explicit FilterNotice(QWidget* parent = nullptr);
    void showCount(int shown, int all);
signals:
    void cleared();

private:
    Label* m_words;
};

}
