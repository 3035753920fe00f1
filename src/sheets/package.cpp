// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/package.h"

#include "base/name_keys.h"
#include "base/text_util.h"

#include <array>
#include <zip.h>

namespace thidua::sheets {

struct Package::Archive {
    zip_t* zip = nullptr;
    ~Archive()
    {
        if (zip != nullptr)
            zip_discard(zip);
    }
};

namespace {

struct OpenPart {
    zip_file_t* file;
    explicit OpenPart(zip_t* archive, const std::string& name) : file(zip_fopen(archive, name.c_str(), 0))
    {
        if (file != nullptr)
            return;
        const int code = zip_error_code_zip(zip_get_error(archive));
        throw Refused{code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD || code == ZIP_ER_ENCRNOTSUPP ? "sheet.encrypted" : "sheet.damaged"};
    }
    ~OpenPart() { zip_fclose(file); }
    OpenPart(const OpenPart&) = delete;
    OpenPart& operator=(const OpenPart&) = delete;
    std::size_t read(char* into, std::size_t count) const
    {
        const auto got = zip_fread(file, into, count);
        if (got < 0)
            throw Refused{"sheet.damaged"};
        return static_cast<std::size_t>(got);
    }
};

}

Package::Package(std::string_view bytes, Budget& budget) : m_archive(new Archive), m_budget(budget)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr)
        m_archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (m_archive->zip == nullptr && source != nullptr)
        zip_source_free(source);
    zip_error_fini(&error);
    if (m_archive->zip == nullptr)
        throw Refused{"sheet.damaged"};
}

Package::~Package() = default;

bool Package::has(const std::string& part) const
{
    return zip_name_locate(m_archive->zip, part.c_str(), 0) >= 0;
}

void Package::read(const std::string& part, XmlPart& reader) const
{
    const OpenPart open(m_archive->zip, part);
    XmlStream stream(reader);
    std::array<char, 64 * 1024> piece;
    for (;;) {
        const auto got = open.read(piece.data(), piece.size());
        m_budget.inflate(got);
        stream.feed(piece.data(), got, got == 0);
        if (got == 0)
            return;
    }
}

std::string Package::head(const std::string& part, std::size_t count) const
{
    if (!has(part))
        return {};
    const OpenPart open(m_archive->zip, part);
    std::string bytes(count, '\0');
    bytes.resize(open.read(bytes.data(), count));
    return bytes;
}

bool isNamed(const std::string& name, const std::string& wanted)
{
    return nameKey(name) == nameKey(wanted);
}

void needSheet(const Book& book, const std::string& wanted)
{
    if (book.sheets.empty() && !wanted.empty())
        throw Refused{"sheet.no-such-sheet", {wanted, join(book.names, ", ")}};
}

}
