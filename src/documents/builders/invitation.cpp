// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/invitation.h"

#include "documents/compose.h"

namespace thidua::documents {

Document invitation(const InvitationView& view, const Template& words)
{
    const Fields about{{"meeting", view.meeting}, {"authority", view.authority}};
    Composer composer(words, words.text("file", about), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), {words.text("subject", {{"meeting", composer.need(view.meeting, "meeting")}})}, {}});
    composer.paragraph(words.text("invites", about));
    for (const auto& line : composer.need(view.invited, "invited"))
        composer.paragraph("- " + withoutStop(line) + ";", Level::Item);
    const auto starts = view.starts ? words.text("moment", {{"hour", std::int64_t{view.starts->hour}}, {"minute", std::int64_t{view.starts->minute}}, {"date", view.starts->date.words()}})
                                    : composer.need(std::string(), "starts");
    composer.labelled(composer.word("to.label"), withoutStop(view.meeting) + ".");
    composer.labelled(composer.word("time.label"), starts + ".");
    composer.labelled(composer.word("venue.label"), composer.need(view.venue, "venue") + ".");
    if (!view.chair.empty())
        composer.labelled(composer.word("chair.label"), view.chair + ".");
    if (!view.agenda.empty()) {
        composer.labelled(composer.word("agenda.label"), {});
        std::size_t number = 0;
        for (const auto& item : view.agenda)
            composer.paragraph(std::to_string(++number) + ". " + withoutStop(item) + ".", Level::Item);
    }
    composer.paragraph(words.text("asks"));
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}
