// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"
#include "ui/pages/school_page.h"

#include <QCoreApplication>

namespace thidua::ui {

/// Small pieces that the pages of this area share.
class AwardParts {
    Q_DECLARE_TR_FUNCTIONS(AwardParts)
public:
    /// Non-empty lines of a text.
    static QStringList lines(const std::string& text);
    static QStringList lines(const std::vector<std::string>& lines);
    /// A head and wrapped paragraphs under it.
    static QWidget* paragraphs(const QString& title, const QStringList& lines, QWidget* parent = nullptr);
    struct Named {
        QString name;
        QString second;           ///< post; may be empty
        Tone tone = Tone::None;   ///< of `word`
        QString word{};           ///< “Được tặng”; empty: none
        QString icon{};           ///< instead of the tone's own
    };
    /// People or collectives, one under the other, with a mark at the right.
    static QWidget* named(const std::vector<Named>& rows, QWidget* parent = nullptr);
    /// A title on screen: the two years of “2021 - 2022” stay on one line.
    static QString shown(const std::string& title);
    /// “14/02/2022” or “chưa có ngày”.
    static QString dayOr(const std::optional<Date>& day, const QString& otherwise);
    /// “quyet-dinh-35-QD-THMD”: letters, digits and hyphens for a file's name.
    static QString fileName(const QString& title);
    /// Builds a paper and shows the preview; the page's messages say why when it cannot.
    static void preview(Shell& shell, SchoolContext& context, services::PaperKind kind, std::optional<std::int64_t> id,
                        domain::SchoolYearId year, const QString& name);
};

}
