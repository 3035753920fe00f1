// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/paper.h"

namespace thidua::documents {

/// One number of the book; a number that is missing has nothing but itself.
struct OutgoingRow {
    std::string number;
    std::optional<Date> date;
    std::string subject;     ///< kind and abstract
    std::string signer;
    std::string recipients;
    std::string note;
    int missing = 0;          ///< that many numbers in a row have no paper here
};
/// The numbers of one symbol, in their order.
struct OutgoingGroup {
    std::string symbol;
    std::vector<OutgoingRow> rows;
};

/// Sổ đăng ký văn bản đi of a calendar year (NĐ 30/2020, Phụ lục IV), landscape, with the numbers that are missing in their places.
struct OutgoingRegisterView {
    IssuerView issuer;
    int year = 0;
    std::vector<OutgoingGroup> groups;
};
Document outgoingRegister(const OutgoingRegisterView& view, const Template& words = shippedTemplate("outgoing-register"));

}
