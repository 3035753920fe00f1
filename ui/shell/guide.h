// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace thidua::ui {

/// The user's guide that the program carries with it (docs/user-guide): its text, and which part is about which page.
/// A section says so in a comment under its title: `<!-- trang: staff, collectives -->`.
struct Guide {
    struct Section {
        QString title;
        QStringList pages;
    };
    QString markdown; ///< without the comments
    std::vector<Section> sections; ///< in order, the titles of level two
    QStringList pictures; ///< as the text names them: “../screenshots/staff.png”

    static Guide load();
    /// The section about a page; the first one when there is none.
    int sectionOf(const QString& page) const;
    /// Where a picture of the text lies inside the program.
    static QString pathOf(const QString& picture);
};

}
