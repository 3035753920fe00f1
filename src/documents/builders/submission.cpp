// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/submission.h"

#include "base/text_util.h"
#include "base/vietnamese.h"
#include "documents/compose.h"

namespace thidua::documents {
namespace {

constexpr int kColumns = 6;

Decimal share(int yes, int members)
{
    return {members > 0 ? (20000LL * yes + members) / (2LL * members) : 0};
}

Table appendixTable(const SubmissionAppendix& appendix, Composer& composer)
{
    const bool titles = appendix.kind == AppendixKind::Titles;
    Table table;
    table.columns = {{9, Align::Centre}, {titles ? 42.0 : 43.0}, {titles ? 37.0 : 35.0}, {16, Align::Centre}, {16, Align::Centre},
                     {titles ? 45.0 : 46.0}};
    table.header = {headerRow({"TT", titles ? "Họ và tên, tên tập thể" : "Họ và tên", "Chức vụ, đơn vị", "Phiếu đồng ý", "Tỷ lệ (%)",
                               titles ? "Tên sáng kiến, ghi chú" : "Tóm tắt thành tích"})};
    std::size_t group = 0;
    for (const auto& part : appendix.groups) {
        table.rows.push_back(groupRow(roman(++group) + ". " + part.title, kColumns));
        std::int64_t number = 0;
        for (const auto& row : part.rows)
            table.rows.push_back({{{++number}, {composer.need(row.name, "appendix.name", "Họ và tên")}, orDash(row.position),
                                   {std::to_string(row.yes) + "/" + std::to_string(row.members)}, {share(row.yes, row.members)},
                                   {row.detail}}});
    }
    if (!appendix.total.empty())
        table.rows.push_back(totalRow("Tổng cộng: " + appendix.total, kColumns));
    return table;
}

void addAppendices(const SubmissionView& view, Composer& composer)
{
    const ReferenceView self{"Tờ trình", view.paper.number, view.paper.date, view.paper.issuer.name};
    const bool several = view.appendices.size() > 1;
    for (std::size_t i = 0; i < view.appendices.size(); ++i) {
        const auto& appendix = view.appendices[i];
        composer.newPart();
        AppendixHead head{several ? "Phụ lục " + roman(i + 1) : "Phụ lục", {}, attachedTo(composer.reference(self), self.issuedBy)};
        for (const auto& line : composer.need(appendix.title, "appendices.title", "Tiêu đề phụ lục"))
            head.title.push_back(upper(line));
        composer.add(std::move(head));
        composer.add(appendixTable(appendix, composer));
    }
}

void addRequests(const SubmissionView& view, Composer& composer)
{
    for (std::size_t i = 0; i < view.requests.size(); ++i) {
        const auto& request = view.requests[i];
        composer.paragraph(std::to_string(i + 1) + ". " + request.heading, Level::Heading);
        for (std::size_t item = 0; item < request.items.size(); ++item)
            composer.paragraph(itemLetter(item) + ") " + request.items[item], Level::Item);
        if (!request.remark.empty())
            composer.add(Paragraph{{{"(" + request.remark + ")", false, true}}});
    }
}

}

Document submission(const SubmissionView& view)
{
    Composer composer("Tờ trình " + join(view.subject, " "), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{"TỜ TRÌNH", composer.need(view.subject, "subject", "Trích yếu"), {}});
    composer.add(Addressees{composer.need(view.addressees, "addressees", "Nơi kính gửi")});
    composer.add(basis(composer.need(view.basis, "basis", "Căn cứ")));
    for (const auto& text : composer.need(view.opening, "opening", "Phần mở đầu"))
        composer.paragraph(text);
    addRequests(view, composer);
    composer.paragraph(withoutStop(composer.need(view.closing, "closing", "Câu kết")) + "./.");
    composer.add(composer.signature(view.paper));
    addAppendices(view, composer);
    return composer.finish();
}

}
