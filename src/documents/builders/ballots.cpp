// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/ballots.h"

#include <algorithm>

namespace thidua::documents {

Document ballots(const BallotsView& view)
{
    const bool persons = view.subjects == BallotsView::Subjects::Persons;
    const std::string each = persons ? "người" : "tập thể";
    Composer composer("Phiếu bầu " + view.subject, view.issuer);
    Ballot ballot;
    ballot.head = composer.head(view.issuer);
    ballot.head.placeDate = composer.dateLine(view.issuer, view.date);
    ballot.title = "PHIẾU BẦU";
    ballot.subject = composer.need(view.subject, "subject", "Nội dung bỏ phiếu");
    ballot.instruction = "(Đánh dấu X vào một trong hai ô “Đồng ý” hoặc “Không đồng ý” đối với từng " + each + ")";
    ballot.nameHeader = persons ? "Họ và tên" : "Tên tập thể";
    ballot.candidates = view.candidates;
    if (ballot.candidates.empty())
        ballot.candidates.push_back({composer.need(std::string(), "candidates", "Danh sách bầu"), {}});
    ballot.notes = {"- Phiếu hợp lệ là phiếu do Hội đồng phát ra, có dấu của nhà trường, không ghi thêm tên khác.",
                    "- Để trống hoặc đánh dấu cả hai ô của " + each + " nào thì không tính là đồng ý đối với " + each + " đó.",
                    "- Bỏ phiếu kín: người bỏ phiếu không ký, không ghi họ tên vào phiếu."};
    ballot.copies = std::max(1, view.copies);
    composer.add(std::move(ballot));
    auto document = composer.finish();
    document.parts.back().numbered = false;
    return document;
}

}
