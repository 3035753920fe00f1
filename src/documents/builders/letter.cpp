// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/letter.h"

#include "documents/compose.h"

namespace thidua::documents {

Document letter(const LetterView& view, const Template& words)
{
    const Fields whom{{"name", view.name}, {"post", view.post}, {"about", view.title}, {"authority", view.authority}};
    Composer composer(words, words.text("file", whom), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    composer.add(TitleBlock{words.text("type"), {words.text("to", {{"name", composer.need(view.name, "name")}, {"post", view.post}})}, {}});
    composer.paragraph(words.text("opening", {{"authority", composer.need(view.authority, "authority")}, {"name", view.name}, {"about", composer.need(view.title, "about")}}));
    for (const auto& text : composer.need(view.body, "body"))
        composer.paragraph(text);
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}
