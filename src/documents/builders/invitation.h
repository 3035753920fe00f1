// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/builders/minutes.h"

namespace thidua::documents {

/// Giấy mời họp (NĐ 30/2020, Phụ lục III, mẫu 1.11): whom, when, where, on what.
struct InvitationView {
    PaperView paper;
    std::string authority;              ///< who invites: “Hiệu trưởng Trường Tiểu học …”
    std::string meeting;
    std::vector<std::string> invited;   ///< “Bà Nguyễn Thị Thu Hà, Tổ trưởng Tổ 1”, one for each line
    std::optional<MomentView> starts;
    std::string venue;
    std::string chair;
    std::vector<std::string> agenda;    ///< without numbers
};
Document invitation(const InvitationView& view, const Template& words = shippedTemplate("invitation"));

}
