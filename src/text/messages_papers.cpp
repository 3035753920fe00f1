// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/message_table.h"

namespace thidua::text {

// Issuing papers, and putting right what was issued.
std::span<const MessageRow> paperMessages()
{
    static constexpr MessageRow kRows[] = {
        {"correction.not-in-force", "%1 không còn hiệu lực hoặc chưa ban hành nên không có gì để thu hồi hay thay thế.", "%1 is not in force: there is nothing to take back or to replace."},
        {"foresight.revoked", "đã được khen thưởng nhưng quyết định bị thu hồi", "was awarded, and the decision was taken back"},
    };
    return kRows;
}

}
