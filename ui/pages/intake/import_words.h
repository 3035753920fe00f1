// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/intake/import_task.h"
#include "ui/theme/tokens.h"

#include <QStringList>

#include <array>

/// The words of an import, the same in every step.
namespace thidua::ui::intake {

inline constexpr std::array kKinds = {services::ListKind::Staff, services::ListKind::Pupils, services::ListKind::Evaluations, services::ListKind::Registrations,
                                      services::ListKind::Honours};

QString kindTitle(services::ListKind kind);
/// What a row of such a list is counted as: “người”, “học sinh”, “lượt”.
QString unitOf(services::ListKind kind);
/// The page that shows such a list, by id and title.
QString pageOf(services::ListKind kind);
QString pageTitle(services::ListKind kind);
QString letterOf(std::size_t column);
/// The heading as the file has it, else the column's letter.
QString columnTitle(const ImportTask& task, std::size_t column);

/// The groups of a preview, by which it is filtered.
enum class Group { All, Created, Updated, Unchanged, Asked, Rejected, Skipped };
Group groupOf(const services::ImportLine& line);
QString groupTitle(Group group);
QString keyOf(Group group);
Tone toneOf(Group group);
int countOf(const services::ImportReport& report, Group group);
/// How many rows would be written.
int writtenOf(const services::ImportReport& report);

/// What became of each sheet where several were read: “1A: 30 mới; 1B: 28 mới, 1 bị loại.”; else nothing.
/// Of many sheets those alone that have a row which does not go in.
QString bySheet(const services::ImportReport& report);
/// “Ngày sinh: chưa ghi → 12/03/1968”, or why the row is left out.
QString whatHappens(const services::ImportReport& report, const services::ImportLine& line);
QString sentence(const services::ImportIssue& issue);
/// “<b>45 mới</b>, 3 thay đổi …”.
QString summary(const services::ImportReport& report);
/// What is said of the list as a whole: years made and written into, sheets not read, new teams.
QStringList notes(const services::ImportReport& report);
QString gapWords(const services::HonourGap& gap);
/// So many of them in one sentence, and how many more there are.
QString gapsWords(const std::vector<services::HonourGap>& gaps, std::size_t most);

}
