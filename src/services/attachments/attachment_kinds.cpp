// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/attachments/attachment_kinds.h"

#include "base/embedded_file.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "services/people/sheet_headings.h"

#include <algorithm>

namespace thidua {
std::span<const EmbeddedFile> embeddedAttachmentKinds();
}

namespace thidua::services {
namespace {

constexpr std::int64_t kKilobyte = 1024;
constexpr std::int64_t kMegabyte = kKilobyte * kKilobyte;
constexpr std::string_view kWide = "utf16:";

struct Shipped {
    std::vector<AttachmentKind> kinds;
    AttachmentLimits limits;
};

std::string bytesOfFigures(const std::string& figures)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < figures.size(); i += 2)
        bytes += static_cast<char>(std::stoi(figures.substr(i, 2), nullptr, 16));
    return bytes;
}

std::string bytesOfWord(const std::string& word)
{
    if (!word.starts_with(kWide))
        return word;
    std::string bytes;
    for (const char letter : word.substr(kWide.size())) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

std::vector<std::string> partsOf(const WordLine& line, std::size_t at, std::string (*read)(const std::string&))
{
    std::vector<std::string> parts;
    if (at < line.words.size())
        for (const auto& part : split(line.words[at], ','))
            if (const auto word = normalised(part); !word.empty())
                parts.push_back(read(word));
    return parts;
}

const Shipped& shipped()
{
    static const Shipped all = [] {
        Shipped made;
        for (const auto& line : readWordLines(embeddedAttachmentKinds().front().bytes)) {
            const auto first = normalised(line.words.front());
            if (line.key == "each-megabytes")
                made.limits.each = std::stoll(first) * kMegabyte;
            else if (line.key == "heavy-megabytes")
                made.limits.heavy = std::stoll(first) * kMegabyte;
            else
                made.kinds.push_back({line.key, first, partsOf(line, 1, &bytesOfFigures), partsOf(line, 2, &bytesOfWord)});
        }
        return made;
    }();
    return all;
}

}

const std::vector<AttachmentKind>& attachmentKinds()
{
    return shipped().kinds;
}

AttachmentLimits attachmentLimits()
{
    return shipped().limits;
}

std::vector<std::string> attachmentEndings()
{
    std::vector<std::string> endings;
    for (const auto& kind : attachmentKinds())
        endings.push_back(kind.ending);
    return endings;
}

Result<AttachmentKind> kindOfFile(const std::string& name, std::string_view bytes)
{
    const auto dot = name.rfind('.');
    const auto ending = dot == std::string::npos ? std::string() : lower(name.substr(dot + 1));
    const auto kind = std::ranges::find(attachmentKinds(), ending, &AttachmentKind::ending);
    if (kind == attachmentKinds().end())
        return fail(ErrorCode::InputFormat, "attachment.unknown-kind", {name, join(attachmentEndings(), ", ")});
    const bool starts = std::ranges::any_of(kind->starts, [&](const auto& first) { return bytes.starts_with(first); });
    const bool holds = kind->holds.empty() || std::ranges::any_of(kind->holds, [&](const auto& part) { return bytes.find(part) != std::string_view::npos; });
    if (!starts || !holds)
        return fail(ErrorCode::InputFormat, "attachment.other-kind", {name, ending});
    return *kind;
}

std::string sizeWords(std::int64_t bytes)
{
    if (bytes < kKilobyte)
        return std::to_string(bytes) + " B";
    const auto unit = bytes < kMegabyte ? kKilobyte : kMegabyte;
    const auto tenths = (bytes * 10 + unit / 2) / unit;
    const std::string name = unit == kKilobyte ? " KB" : " MB";
    if (unit == kKilobyte || tenths % 10 == 0 || tenths >= 1000)
        return std::to_string((tenths + 5) / 10) + name;
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10) + name;
}

}
