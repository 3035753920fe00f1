// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheets/xml_stream.h"

namespace thidua::sheets {

/// The parts of a spreadsheet, which is a zip archive; `bytes` must outlive it.
class Package {
public:
    Package(std::string_view bytes, Budget& budget);
    ~Package();
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;

    bool has(const std::string& part) const;
    /// Streams a part through its reader. A part that is not there is damage.
    void read(const std::string& part, XmlPart& reader) const;
    /// The first bytes of a part, or nothing when it is not there.
    std::string head(const std::string& part, std::size_t count) const;

private:
    struct Archive;
    std::unique_ptr<Archive> m_archive;
    Budget& m_budget;
};

Book readXlsx(const Package& package, const std::string& sheet, Budget& budget);
Book readOds(const Package& package, const std::string& sheet, Budget& budget);
Book readCsv(std::string_view bytes, Budget& budget);

/// Whether a sheet's name is the one asked for, capitals aside.
bool isNamed(const std::string& name, const std::string& wanted);
/// Throws for a sheet that is asked for and not there.
void needSheet(const Book& book, const std::string& wanted);

}
