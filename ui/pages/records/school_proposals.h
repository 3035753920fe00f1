// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/school.h"

#include <optional>
#include <string>

/// What the first form proposes, to be corrected by hand. Texts are UTF-8, NFC.
namespace thidua::ui {

/// “Trường Tiểu học Măng Đen” → “THMĐ”, “Trường THCS Nguyễn Du” → “THCSND”: first letters, written-out abbreviations whole.
std::string proposedSymbol(const std::string& schoolName);
/// By the words of the name; none when it says nothing.
std::optional<domain::SchoolLevel> proposedLevel(const std::string& schoolName);
/// To whom a school under this agency submits: “Phòng GD&ĐT huyện Kon Plông” → “Ủy ban nhân dân huyện Kon Plông”; others confer themselves.
std::string proposedConferringAgency(const std::string& superiorAgency);
/// Who decides there: “Chủ tịch Ủy ban nhân dân …”, “Giám đốc Sở …”; empty when it is not plain.
std::string proposedConferringHead(const std::string& conferringAgency);
/// The place that papers are dated at: the commune whose committee the school is under; empty when it is not plain.
std::string proposedPlace(const std::string& superiorAgency);
/// A file name that every disk takes: “Thi dua THMD.thidua”.
std::string proposedFileName(const std::string& symbol);

}
