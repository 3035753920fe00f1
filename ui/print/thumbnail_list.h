// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/page_painter.h"

#include <QListView>

class QStandardItemModel;

namespace thidua::ui {

/// The pages in small at the left of the preview; arrows choose, the chosen one has the accent's frame.
class ThumbnailList : public QListView {
    Q_OBJECT
public:
    explicit ThumbnailList(render::PageSet pages, QWidget* parent = nullptr);
    void setCurrentPage(int page);
signals:
    void pageChosen(int page);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QStandardItemModel* m_model;
    bool m_following = false;
};

}
