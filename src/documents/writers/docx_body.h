// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/document.h"

#include <cmath>
#include <pugixml.hpp>

/// The pieces of word/document.xml. Distances in the file are twentieths of a point.
namespace thidua::documents::docx {

inline int twips(double mm)
{
    return static_cast<int>(std::lround(mm * 1440.0 / 25.4));
}

pugi::xml_node addParagraph(pugi::xml_node parent, const char* style);
/// An empty `size` keeps the style's.
struct RunLook {
    bool bold = false;
    bool italic = false;
    int halfPoints = 0;
};
void addRun(pugi::xml_node paragraph, const std::string& text, RunLook look = {});
void addRuns(pugi::xml_node paragraph, const Runs& runs);
pugi::xml_node addText(pugi::xml_node parent, const char* style, const std::string& text, RunLook look = {});

/// A table without borders of fixed column widths (mm), the frame of head and signatures.
pugi::xml_node addFrame(pugi::xml_node body, const std::vector<double>& columns);
pugi::xml_node addFrameRow(pugi::xml_node table, double exactMm = 0);
pugi::xml_node addFrameCell(pugi::xml_node row, double mm);

void addHead(pugi::xml_node body, const OfficialHead& head, const PageSetup& page);
/// A centred rule that keeps its width whatever the margins are.
void addCentredRule(pugi::xml_node body, double mm);
void addTable(pugi::xml_node body, const Table& table);
void addSignature(pugi::xml_node body, const Signature& signature, const PageSetup& page);

/// styles.xml: every role of an official paper as a style with a Vietnamese name.
std::string stylesXml();

}
