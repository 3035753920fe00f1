// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace thidua::rules {

/// Which paper of the school's own a part of a dossier is.
enum class DossierProof { Submission, Minutes, AchievementReport, InitiativeDecision };

}
