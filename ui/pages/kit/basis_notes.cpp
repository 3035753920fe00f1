// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/basis_notes.h"

#include "services/papers/paper_findings.h"
#include "ui/pages/kit/parts.h"

namespace thidua::ui {

QWidget* makeBasisNotes(services::SchoolFile& file, const std::vector<std::string>& lines, const std::optional<Date>& issuedOn, QWidget* parent)
{
    const auto notes = services::basisNotes(file, lines, issuedOn.value_or(file.clock().today()));
    if (notes.empty())
        return nullptr;
    auto* stack = new Stack(6, parent);
    stack->setObjectName(QStringLiteral("basisNotes"));
    for (const auto& note : notes)
        stack->note(toQ(note.text), QStringLiteral("warning"), Ink::Warn);
    return stack;
}

}
