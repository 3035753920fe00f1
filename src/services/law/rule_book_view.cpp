// SPDX-License-Identifier: GPL-3.0-or-later
// Two days side by side, and looking for words.
#include "services/law/rule_book.h"

#include "base/vietnamese.h"
#include "services/law/rule_book_lines.h"

#include <algorithm>

namespace thidua::services {
namespace {

using rulebook::say;

struct Word {
    std::size_t from, to; ///< bytes in the text
    std::string fold;     ///< without marks of punctuation around it
};

std::vector<Word> wordsOf(const std::string& text)
{
    std::vector<Word> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find(' ', at), text.size());
        std::string plain = lower(text.substr(at, end - at));
        while (!plain.empty() && std::string_view(".,;:").find(plain.back()) != std::string_view::npos)
            plain.pop_back();
        if (!plain.empty())
            words.push_back({at, end, plain});
        at = end + 1;
    }
    return words;
}

/// Which words of `a` and `b` belong to their longest common sequence.
std::pair<std::vector<bool>, std::vector<bool>> common(const std::vector<Word>& a, const std::vector<Word>& b)
{
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (auto i = a.size(); i-- > 0;)
        for (auto j = b.size(); j-- > 0;)
            length[i][j] = a[i].fold == b[j].fold ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    std::vector<bool> inA(a.size(), false), inB(b.size(), false);
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].fold == b[j].fold)
            inA[i++] = inB[j++] = true;
        else if (length[i + 1][j] >= length[i][j + 1])
            ++i;
        else
            ++j;
    }
    return {inA, inB};
}

/// Runs of words that stand on one side alone; nothing when hardly a word is shared, since then all would be bold.
void markStrong(RuleBookPart& part, const std::vector<Word>& words, const std::vector<bool>& shared)
{
    const auto kept = static_cast<std::size_t>(std::count(shared.begin(), shared.end(), true));
    if (kept * 3 < words.size())
        return;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (shared[i])
            continue;
        if (!part.strong.empty() && i > 0 && !shared[i - 1])
            part.strong.back().second = words[i].to;
        else
            part.strong.emplace_back(words[i].from, words[i].to);
    }
}

bool sameWords(const RuleBookCell& a, const RuleBookCell& b)
{
    const auto text = [](const RuleBookCell& cell) {
        std::vector<std::string> all;
        for (const auto& part : cell.parts)
            for (const auto& word : wordsOf(part.text))
                all.push_back(word.fold);
        return all;
    };
    const auto values = [](const RuleBookCell& cell) {
        std::vector<std::string> all;
        for (const auto& layer : cell.layers)
            all.push_back(layer.who + layer.value);
        return all;
    };
    return text(a) == text(b) && values(a) == values(b);
}

void markDifferences(RuleBookCell& a, RuleBookCell& b)
{
    if (a.absent || b.absent)
        return;
    for (std::size_t i = 0; i < std::min(a.parts.size(), b.parts.size()); ++i) {
        const auto left = wordsOf(a.parts[i].text);
        const auto right = wordsOf(b.parts[i].text);
        const auto [inLeft, inRight] = common(left, right);
        markStrong(a.parts[i], left, inLeft);
        markStrong(b.parts[i], right, inRight);
    }
}

/// What stands where one of the two days has no such line.
RuleBookCell absentCell(const RuleBookEntry* entry, const RuleBookHead& head)
{
    RuleBookCell cell;
    cell.absent = true;
    if (entry == nullptr) {
        cell.parts.push_back({say("not-conferred", {head.on.vn()}), head.laws, head.lawsFull});
    } else if (!entry->modelled) {
        cell.certain = false;
        cell.parts.push_back({say("not-in-hand"), say("ask-school"), say("ask-school")});
    } else {
        cell.parts.push_back({say("not-set"), head.laws, head.lawsFull});
    }
    return cell;
}

RuleBookPair paired(const RuleBookLine* a, const RuleBookLine* b, const RuleBookEntry* entryA, const RuleBookEntry* entryB,
                    const RuleBookHead& headA, const RuleBookHead& headB)
{
    const RuleBookLine& named = b != nullptr ? *b : *a;
    RuleBookPair pair{named.id, named.section, named.caption, RuleChange::Same, a ? a->cell : absentCell(entryA, headA),
                      b ? b->cell : absentCell(entryB, headB), named.rule};
    auto& second = *pair.second;
    const bool same = a != nullptr && b != nullptr && sameWords(pair.first, second);
    const bool blind = (pair.first.absent && !pair.first.certain) || (second.absent && !second.certain);
    if (blind)
        pair.change = RuleChange::Unchecked;
    else if (a == nullptr)
        pair.change = RuleChange::Added;
    else if (b == nullptr)
        pair.change = RuleChange::Dropped;
    else if (!same)
        pair.change = RuleChange::Changed;
    else if (!pair.first.certain || !second.certain)
        pair.change = RuleChange::Unchecked;
    if (pair.change == RuleChange::Changed)
        markDifferences(pair.first, second);
    return pair;
}

void count(RuleBookView& view)
{
    for (const auto& line : view.lines) {
        if (!view.second) {
            view.unchecked += line.first.certain ? 0 : 1;
            view.same += line.first.certain ? 1 : 0;
            continue;
        }
        view.same += line.change == RuleChange::Same ? 1 : 0;
        view.unchecked += line.change == RuleChange::Unchecked ? 1 : 0;
    }
    view.changed = static_cast<int>(view.lines.size()) - view.same - view.unchecked;
}

const RuleBookLine* lineIn(const RuleBookEntry* entry, const std::string& id)
{
    if (entry == nullptr)
        return nullptr;
    const auto found = std::find_if(entry->lines.begin(), entry->lines.end(), [&](const RuleBookLine& line) { return line.id == id; });
    return found == entry->lines.end() ? nullptr : &*found;
}

/// The order of the later day; what only the earlier day has follows the line it stood after.
std::vector<std::string> orderOf(const RuleBookEntry* first, const RuleBookEntry* second)
{
    std::vector<std::string> order;
    if (second != nullptr)
        for (const auto& line : second->lines)
            order.push_back(line.id);
    if (first == nullptr)
        return order;
    auto at = order.begin();
    for (const auto& line : first->lines) {
        const auto found = std::find(order.begin(), order.end(), line.id);
        at = found != order.end() ? found + 1 : order.insert(at, line.id) + 1;
    }
    return order;
}

}

RuleBookView viewOf(const RuleBook& first, const RuleBook* second, const std::string& id)
{
    const auto* a = first.entry(id);
    const auto* b = second != nullptr ? second->entry(id) : nullptr;
    RuleBookView view;
    view.entry = id;
    view.first = first.head;
    if (const auto* named = a != nullptr ? a : b) {
        view.name = named->name;
        view.honour = named->honour;
        view.ofDay = named->ofDay;
    }
    if (second == nullptr || !view.ofDay) {
        if (a != nullptr)
            for (const auto& line : a->lines)
                view.lines.push_back({line.id, line.section, line.caption, line.cell.certain ? RuleChange::Same : RuleChange::Unchecked, line.cell, {}, line.rule});
    } else {
        view.second = second->head;
        for (const auto& line : orderOf(a, b))
            // Where one day's conditions are not in hand at all, that is said at each condition of the other day.
            if (line != "conditions" || (lineIn(a, line) && lineIn(b, line)))
                view.lines.push_back(paired(lineIn(a, line), lineIn(b, line), a, b, first.head, second->head));
    }
    count(view);
    return view;
}

std::vector<RuleBookHit> searchRules(const RuleBook& book, const std::string& words)
{
    std::vector<RuleBookHit> hits;
    for (const auto& group : book.groups)
        for (const auto& entry : group.entries) {
            RuleBookHit hit{entry.id, {}};
            const bool named = foldedContains(fold(entry.name), words);
            for (const auto& line : entry.lines) {
                std::string all = line.caption + ' ' + line.section;
                for (const auto& part : line.cell.parts)
                    all += ' ' + part.text + ' ' + part.citation + ' ' + part.citationFull;
                for (const auto& layer : line.cell.layers)
                    all += ' ' + layer.who + ' ' + layer.value + ' ' + layer.citation;
                if (foldedContains(fold(all), words))
                    hit.lines.push_back(line.id);
            }
            if (named || !hit.lines.empty())
                hits.push_back(std::move(hit));
        }
    return hits;
}

std::string countsOf(const RuleBookView& view)
{
    const auto number = [](int count) { return std::to_string(count); };
    if (!view.second)
        return say(view.unchecked > 0 ? "counts-one-unchecked" : "counts-one", {number(view.same + view.unchecked), number(view.unchecked)});
    if (view.changed == 0 && view.unchecked == 0)
        return say("counts-none", {number(view.same)});
    return say(view.unchecked > 0 ? "counts-two-unchecked" : "counts-two", {number(view.changed), number(view.same), number(view.unchecked)});
}

}
