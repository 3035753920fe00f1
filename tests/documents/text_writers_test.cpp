// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive.h"
#include "documents/writers/html_writer.h"
#include "documents/text_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::documents;

namespace {

bool holdsText(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

}

TEST_CASE("HTML escapes what people type and keeps spans", "[documents][html]")
{
    auto view = samples::registration();
    view.persons.front().name = "Đỗ <b> & \"Hạnh\"";
    const auto html = writeHtml(registrationList(view));
    CHECK(holdsText(html, "Đỗ &lt;b&gt; &amp; &quot;Hạnh&quot;"));
    CHECK(holdsText(html, "<th rowspan=\"2\" class=\"c\"><b>Stt</b></th>"));
    CHECK(holdsText(html, "<th colspan=\"2\" class=\"c\"><b>Đăng ký</b></th>"));
    CHECK(holdsText(html, "lang=\"vi\""));
}

TEST_CASE("every paper's HTML closes what it opens", "[documents][html]")
{
    for (const auto& [name, document] : samples::all()) {
        INFO(name);
        const auto html = writeHtml(document);
        for (const std::string tag : {"table", "tr", "td", "th", "p", "section", "b", "i"}) {
            std::size_t open = 0, closed = 0;
            for (std::size_t at = html.find("<" + tag); at != std::string::npos; at = html.find("<" + tag, at + 1))
                open += html[at + tag.size() + 1] == '>' || html[at + tag.size() + 1] == ' ';
            for (std::size_t at = html.find("</" + tag + ">"); at != std::string::npos; at = html.find("</" + tag + ">", at + 1))
                ++closed;
            INFO(tag);
            CHECK(open == closed);
        }
    }
}

TEST_CASE("plain text keeps rows as lines with tabs", "[documents][text]")
{
    const auto text = writeText(registrationList(samples::registration()));
    CHECK(holdsText(text, "\n20\tÔng\tNgô Văn Đạt\tTổ phó Tổ 4 + 5\tLao động tiên tiến\t–\n"));
    CHECK(holdsText(text, "Stt\tÔng (Bà)\tHọ và tên\tChức vụ, đơn vị\tĐăng ký\t\n\t\t\t\tThi đua\tKhen thưởng\n"));
    CHECK(holdsText(text, "Ghi chú: TTLĐTT"));
    CHECK(holdsText(writeText(ballots(samples::ballots())), "1\tPhạm Quốc Tuấn\tPhó Hiệu trưởng\t[ ]\t[ ]"));
}
