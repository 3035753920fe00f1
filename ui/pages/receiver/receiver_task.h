// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/receiver/receiver_service.h"

#include <QString>

#include <filesystem>
#include <memory>

namespace thidua::ui {

/// Whence the mapping of a form is.
enum class MappingOrigin { Guessed, Remembered };

/// What the steps of filling a form share. The request is read by a job beside the window: whoever changes it stops the job first.
struct ReceiverTask {
    std::shared_ptr<services::ReceiverRequest> request = std::make_shared<services::ReceiverRequest>();
    std::filesystem::path path{};                  ///< of the form
    services::ReceiverLook look{};
    services::ReceiverReport report{};
    MappingOrigin origin = MappingOrigin::Guessed;

    services::ReceiverMapping& mapping() const { return *request->mapping; }
};

namespace receiver {

QString letterOf(std::size_t column);
/// The heading as the form has it, else the column's letter.
QString columnTitle(const services::ReceiverLook& look, std::size_t column);
QString listTitle(services::ReceiverList list);
QString subjectsTitle(services::ReceiverSubjects subjects);
/// As they stand in the name of a filled form.
QString fileWord(services::ReceiverList list);
QString fileWord(services::ReceiverSubjects subjects); ///< empty: of all

}

}
