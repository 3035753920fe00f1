// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

#include <utility>

namespace thidua::ui {

/// What stands here when nobody has said more: that the text itself has not been read.
QString uncheckedWords();

/// The words why, hidden until the mark is pressed; plain text.
QWidget* makeDoubtWords(const QString& why, QWidget* parent = nullptr);
/// One quiet mark that shows and hides them.
QWidget* makeDoubtMark(QWidget* words, QWidget* parent = nullptr);

/// Words that rest on a text nobody has checked yet, with one quiet mark after them; a click on it, or Enter, shows and hides why.
class Doubted : public QWidget {
    Q_OBJECT
public:
    /// `words` is taken over; `why` is plain text.
    Doubted(QWidget* words, const QString& why, QWidget* parent = nullptr);
};

/// The words, wrapped, and the mark where `certain` is false.
QWidget* makeCited(const QString& words, bool certain, const QString& why = {}, TypeRole role = TypeRole::Small, Ink ink = Ink::Text2, QWidget* parent = nullptr);

/// A verdict's words end with what is doubtful about their law, each as a sentence in brackets: the words without, and those sentences.
std::pair<QString, QString> apartFromDoubt(const QString& words);

}
