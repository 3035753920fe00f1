// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tx_impl.h"

namespace thidua::storage {

using namespace domain;

#define TD_INSTANTIATE(T)                                                                                                            \
    template std::optional<Stored<T>> Reader::find<T>(IdOf<T>);                                                                      \
    template std::vector<Stored<T>> Reader::all<T>(std::string_view, const Values&);                                                 \
    template IdOf<T> Tx::insert<T>(const T&);                                                                                        \
    template void Tx::update<T>(IdOf<T>, const T&, std::optional<RowVersion>);                                                       \
    template void Tx::remove<T>(IdOf<T>);

TD_INSTANTIATE(School)
TD_INSTANTIATE(SchoolYearRow)
TD_INSTANTIATE(Person)
TD_INSTANTIATE(StaffAssignment)
TD_INSTANTIATE(Collective)
TD_INSTANTIATE(LegalText)
TD_INSTANTIATE(Observance)
TD_INSTANTIATE(Plan)
TD_INSTANTIATE(PlanSection)
TD_INSTANTIATE(PlanBasis)
TD_INSTANTIATE(PlanRecipient)
TD_INSTANTIATE(Target)
TD_INSTANTIATE(Campaign)
TD_INSTANTIATE(CampaignItem)
TD_INSTANTIATE(CampaignObservance)
TD_INSTANTIATE(Registration)
TD_INSTANTIATE(RegistrationHonour)
TD_INSTANTIATE(RegistrationList)
TD_INSTANTIATE(RegistrationListLine)
TD_INSTANTIATE(Initiative)
TD_INSTANTIATE(InitiativeAuthor)
TD_INSTANTIATE(YearRecord)
TD_INSTANTIATE(DisciplineCase)
TD_INSTANTIATE(Absence)
TD_INSTANTIATE(HonourRecord)
TD_INSTANTIATE(Nomination)
TD_INSTANTIATE(Council)
TD_INSTANTIATE(CouncilMember)
TD_INSTANTIATE(Meeting)
TD_INSTANTIATE(Attendance)
TD_INSTANTIATE(Tally)
TD_INSTANTIATE(Decision)
TD_INSTANTIATE(DecisionLine)
TD_INSTANTIATE(Submission)
TD_INSTANTIATE(SubmissionLine)
TD_INSTANTIATE(RulePack)
TD_INSTANTIATE(Regulation)
TD_INSTANTIATE(RulePackUse)

}
