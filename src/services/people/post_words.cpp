// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/people/post_words.h"

#include "base/name_keys.h"
#include "base/text_util.h"
#include "base/vietnamese.h"
#include "text/messages.h"

#include <algorithm>
#include <array>
#include <utility>

namespace thidua::services {

using namespace domain;

namespace {

using Words = std::pair<std::string_view, std::string_view>;

/// Short forms of staff lists, longest first; compared in small letters.
constexpr std::array kShortForms = {
    Words{"p. hiệu trưởng", "Phó Hiệu trưởng"}, Words{"p.hiệu trưởng", "Phó Hiệu trưởng"}, Words{"hiệu phó", "Phó Hiệu trưởng"}, Words{"p. ht", "Phó Hiệu trưởng"},
    Words{"p.ht", "Phó Hiệu trưởng"},           Words{"pht", "Phó Hiệu trưởng"},           Words{"ht", "Hiệu trưởng"},           Words{"ttcm", "Tổ trưởng chuyên môn"},
    Words{"tpcm", "Tổ phó chuyên môn"},         Words{"tổ trưởng cm", "Tổ trưởng chuyên môn"}, Words{"tổ phó cm", "Tổ phó chuyên môn"}, Words{"ttvp", "Tổ trưởng văn phòng"},
    Words{"gvcn", "Giáo viên chủ nhiệm"},       Words{"gvbm", "Giáo viên bộ môn"},         Words{"gv", "Giáo viên"},             Words{"nv", "Nhân viên"},
    Words{"tpt đội", "Tổng phụ trách Đội"},     Words{"tpt", "Tổng phụ trách Đội"},        Words{"tv", "thư viện"},              Words{"tb", "thiết bị"},
    Words{"vt", "văn thư"},                     Words{"kt", "kế toán"},                    Words{"tq", "thủ quỹ"},               Words{"yt", "y tế"},
    Words{"bv", "bảo vệ"},                      Words{"ctcđ", "Chủ tịch Công đoàn"},       Words{"btđ", "Bí thư Đoàn"},          Words{"tt", "Tổ trưởng"}};

constexpr std::array<std::string_view, 11> kEmployeeWords{"nhân viên", "văn thư", "kế toán", "thủ quỹ", "y tế", "thư viện", "bảo vệ", "thiết bị", "phục vụ", "tạp vụ", "cấp dưỡng"};
constexpr std::array<std::string_view, 4> kTeacherWords{"giáo viên", "tổng phụ trách", "tổ phó", "giảng dạy"};

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

template <std::size_t N>
bool hasAny(std::string_view text, const std::array<std::string_view, N>& parts)
{
    return std::ranges::any_of(parts, [text](auto part) { return has(text, part); });
}

bool endsWord(const std::string& text, std::size_t at)
{
    return at >= text.size() || std::string_view(" ,;-–+/().").find(text[at]) != std::string_view::npos;
}

/// The title with its short forms written out; word by word, so that “Ht” in the middle of a word stays.
std::string writtenOut(const std::string& post)
{
    std::string out;
    const std::string small = lower(post);
    if (small.size() != post.size())
        return post;
    for (std::size_t at = 0; at < post.size();) {
        const bool starts = at == 0 || endsWord(post, at - 1);
        const auto form = std::ranges::find_if(kShortForms, [&](const Words& one) {
            return starts && std::string_view(small).substr(at).starts_with(one.first) && endsWord(small, at + one.first.size());
        });
        if (form == kShortForms.end()) {
            out += post[at++];
            continue;
        }
        out += out.empty() ? capitalised(form->second) : std::string(form->second);
        at += form->first.size();
    }
    return normalised(out);
}

/// What stands first: “Giáo viên, phụ trách thiết bị” is a teacher.
std::string firstPart(const std::string& small)
{
    auto end = small.size();
    for (const std::string_view separator : {",", ";", "+", " - ", " – ", "kiêm", "phụ trách thêm"})
        end = std::min(end, small.find(separator, 1));
    return small.substr(0, end);
}

}

ReadPost readPost(const std::string& post)
{
    ReadPost read;
    const auto whole = normalised(post);
    read.title = writtenOut(isAllCapitals(whole) && has(whole, " ") ? capitalised(lower(whole)) : whole);
    read.titleGuessed = read.title != whole;
    const auto small = lower(read.title);
    const auto first = firstPart(small);
    if (has(first, "phó hiệu trưởng"))
        read.position = Position::DeputyPrincipal;
    else if (has(first, "hiệu trưởng"))
        read.position = Position::Principal;
    else if (has(small, "tổ trưởng")) // of the office: an employee, as the others there
        read.position = !hasAny(small, kTeacherWords) && (has(small, "văn phòng") || hasAny(small, kEmployeeWords)) ? Position::Employee : Position::TeamLeader;
    else if (hasAny(first, kTeacherWords))
        read.position = Position::Teacher;
    else if (hasAny(first, kEmployeeWords))
        read.position = Position::Employee;
    else
        read.positionGuessed = true;
    // Said to the letter is only what names the position itself.
    const auto label = lower(text::label("position", toCode(read.position)));
    read.positionGuessed = read.positionGuessed || read.titleGuessed || !has(small, label);
    return read;
}

std::string genderCode(const std::string& text)
{
    const auto small = nameKey(text);
    if (small == "nữ" || small == "bà" || small == "cô" || small == "f" || small == "nu")
        return "female";
    return small == "nam" || small == "ông" || small == "thầy" || small == "m" ? "male" : "";
}

bool namesPost(const std::string& text)
{
    const auto small = lower(writtenOut(normalised(text)));
    return has(small, "hiệu trưởng") || has(small, "tổ trưởng") || hasAny(small, kTeacherWords) || hasAny(small, kEmployeeWords);
}

}
