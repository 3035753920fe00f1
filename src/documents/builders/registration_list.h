// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// One line of the list; an empty `emulation` or `reward` prints “–”.
struct RegistrationRow {
    std::string salutation;  ///< “Ông” or “Bà”; empty for collectives
    std::string name;
    std::string position;    ///< “Giáo viên Tổ 1”
    std::string emulation;   ///< “Lao động tiên tiến”
    std::string reward;      ///< “Giấy khen của Chủ tịch UBND huyện”
};

struct RegistrationListView {
    IssuerView issuer;
    SchoolYear year;
    std::optional<Date> date;
    std::vector<RegistrationRow> collectives;
    std::vector<RegistrationRow> persons;
    std::vector<std::string> emulationTotals;  ///< “LĐTT: 28”, one line each
    std::vector<std::string> rewardTotals;
    std::string note;                          ///< explains the abbreviations
    SignerView compiler;                       ///< office empty: NGƯỜI LẬP DANH SÁCH
    SignerView signer;
};

/// Danh sách đăng ký (papers §2.2): no number; the date stands above the signatures.
Document registrationList(const RegistrationListView& view, const Template& words = shippedTemplate("registration-list"));

}
