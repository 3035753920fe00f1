// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/builders/letter.h"

#include "base/first_letter.h"
#include "documents/compose.h"

#include <algorithm>

namespace thidua::documents {
namespace {

/// “Bà Y Hoa” going on in a sentence: “bà Y Hoa”; a name without such a word stays.
std::string inSentence(const std::string& name, const Template& words)
{
    return std::ranges::any_of(words.lines("greetings"), [&name](const auto& begin) { return name.starts_with(begin); }) ? lowerFirst(name) : name;
}

}

Document letter(const LetterView& view, const Template& words)
{
    Composer composer(words, words.text("file", {{"name", view.name}}), view.paper.issuer);
    composer.add(composer.numberedHead(view.paper));
    const auto whom = inSentence(composer.need(view.name, "name"), words);
    composer.add(TitleBlock{words.text("type"), {words.text("to", {{"whom", whom}, {"post", lowerFirst(view.post)}})}, {}});
    composer.paragraph(words.text("opening", {{"authority", composer.need(view.authority, "authority")}, {"whom", whom}, {"about", composer.need(view.title, "about")}}));
    for (const auto& text : composer.need(view.body, "body"))
        composer.paragraph(text);
    composer.add(composer.signature(view.paper));
    return composer.finish();
}

}
