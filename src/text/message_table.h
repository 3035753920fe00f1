// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace thidua::text {

/// One sentence or label; %1 … %9 stand for its arguments.
struct MessageRow {
    std::string_view key;
    std::string_view vi;
    std::string_view en;
};

// One table for each area, so that no file grows beyond a screen or two.
std::span<const MessageRow> baseMessages();
std::span<const MessageRow> labelMessages();
std::span<const MessageRow> operationMessages();
std::span<const MessageRow> serviceMessages();
std::span<const MessageRow> commandLineMessages();
std::span<const MessageRow> storageMessages();
std::span<const MessageRow> rulesMessages();
std::span<const MessageRow> documentsMessages();
std::span<const MessageRow> ruleBookMessages();
std::span<const MessageRow> regulationMessages();
std::span<const MessageRow> tableMessages();
std::span<const MessageRow> paperMessages();
std::span<const MessageRow> proofreadMessages();
std::span<const MessageRow> calendarMessages();
std::span<const MessageRow> importMessages();
std::span<const MessageRow> receiverMessages();
std::span<const MessageRow> councilMessages();
std::span<const MessageRow> contestMessages();
std::span<const MessageRow> initiativeMessages();
std::span<const MessageRow> dossierMessages();

}
