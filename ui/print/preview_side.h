// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"

#include <QFrame>

namespace thidua::ui {

/// “A4 dọc”, “A4 ngang” or, for papers with a landscape appendix, “A4 dọc và ngang”.
QString sheetWords(const documents::Document& document);
/// “20, 20, 30, 15 mm”: top, bottom, left, right of the first part.
QString marginWords(const documents::Document& document);

/// The right side of the preview: what was checked before printing, and the paper's form.
class PreviewSide : public QFrame {
    Q_OBJECT
public:
    /// `notes`: what an inspector would ask about.
    PreviewSide(const documents::Document& document, int pageCount, const std::vector<std::string>& notes, QWidget* parent = nullptr);

private:
    QWidget* makeChecks(const documents::Document& document, int pageCount, const std::vector<std::string>& notes);
    QWidget* makeFacts(const documents::Document& document, int pageCount);
};

}
