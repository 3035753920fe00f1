// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/correction.h"

#include "base/text_util.h"
#include "documents/compose.h"

namespace thidua::documents {

Document correction(const CorrectionView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"subject", join(view.subject, " ")}}), view.paper.issuer);
    auto head = composer.numberedHead(view.paper);
    const auto subject = composer.need(view.subject, "subject");
    if (view.letter)
        head.about = subject;
    composer.add(std::move(head));
    if (view.letter)
        composer.add(Addressees{composer.need(view.addressees, "recipients")});
    else
        composer.add(TitleBlock{words.text("notice"), subject, {}});
    composer.paragraph(composer.need(view.opening, "opening"));
    const auto items = basis(composer.need(view.items, "content")).lines;
    for (std::size_t i = 0; i < items.size(); ++i)
        composer.paragraph((items.size() > 1 ? itemLetter(i) + ") " : std::string()) + items[i], Level::Item);
    for (std::size_t i = 0; i < view.closing.size(); ++i)
        composer.paragraph(i + 1 == view.closing.size() ? withoutStop(view.closing[i]) + "./." : view.closing[i]);
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}
