// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/document_json.h"

#include "documents/writers/html_writer.h"
#include "sample_papers.h"
#include "support/catch.h"

using namespace thidua;
using namespace thidua::documents;

namespace {

/// One block of each kind with nothing left at its default.
Document everything()
{
    const Runs runs{{"đậm", true, false, 0}, {"nghiêng", false, true, 0}, {{}, false, false, 12.5}};
    const OfficialHead head{{"PHÒNG"}, {"TRƯỜNG", "MĂNG ĐEN"}, runs, runs};
    Table table{{{12.25, Align::Centre}, {30, Align::Right}},
                {{{{std::string("Đầu"), 2, 2, true, Align::Centre}}, RowKind::Normal}},
                {{{{std::int64_t{7}}, {Decimal{-9091}}}, RowKind::Group}, {{{Date(2022, 5, 27)}, {std::string("a\nb")}}, RowKind::Total}},
                13.5};
    Document document{"Tên", "Trường", {}, {{"number", "Số"}}};
    document.parts.push_back({{Orientation::Landscape, 15, 16, 17, 18},
                              {head, TitleBlock{"LOẠI", {"a", "b"}, {"c"}}, Addressees{{"x"}}, Basis{{"y;"}}, AuthorityLine{"Z", AuthorityKind::Decides},
                               Paragraph{runs, Level::Item}, Article{3, runs}, table, Note{"ghi chú"},
                               Signature{{{{"KT.", "PHÓ"}, "Tên", "(Ký)"}}, runs, {"- VT."}, RecipientsPlace::Below},
                               AppendixHead{"Phụ lục I", {"t"}, {"r"}}, Ballot{head, "t", "s", "i", "n", {{"người", "chức"}}, {"g"}, 9}, PageBreak{}},
                              false});
    document.parts.push_back({});
    return document;
}

}

TEST_CASE("a document read back from its text is the same in everything", "[documents][json]")
{
    const auto document = everything();
    const auto back = documentFromJson(toJson(document));
    REQUIRE(back);
    CHECK(*back == document);
    CHECK(toJson(*back) == toJson(document));
}

TEST_CASE("bytes that are no text, of a damaged file, are kept as the sign for them", "[documents][json]")
{
    Document document{"Kế hoạch \xed\xa0", "Trường", {}, {}};
    const auto back = documentFromJson(toJson(document));
    REQUIRE(back);
    CHECK(back->title.starts_with("Kế hoạch \xEF\xBF\xBD"));
}

TEST_CASE("papers read back from their text print the same bytes", "[documents][json]")
{
    for (const auto& paper : samples::all()) {
        INFO(paper.name);
        const auto back = documentFromJson(toJson(paper.document));
        REQUIRE(back);
        CHECK(*back == paper.document);
        CHECK(writeHtml(*back) == writeHtml(paper.document));
    }
}

TEST_CASE("a text that is no document is refused", "[documents][json]")
{
    const auto text = toJson(everything());
    const auto with = [&text](const std::string& part, const std::string& other) {
        auto changed = text;
        const auto at = changed.find(part);
        REQUIRE(at != std::string::npos);
        return changed.replace(at, part.size(), other);
    };
    for (const auto& bad : {std::string(), std::string("{}"), std::string("[1]"), text.substr(0, text.size() / 2), with("\"format\":1", "\"format\":2"),
                            with("\"block\":\"note\"", "\"block\":\"song\""), with("\"level\":3", "\"level\":30"), with("2022-05-27", "2022-05-37"),
                            with("\"copies\":9", "\"copies\":\"9\"")}) {
        const auto back = documentFromJson(bad);
        REQUIRE_FALSE(back);
        CHECK(back.error().key == "document.unreadable");
    }
}
