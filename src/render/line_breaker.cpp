// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/line_breaker.h"

#include "documents/compose.h"
#include "documents/line_fit.h"

#include <algorithm>

namespace thidua::render {
namespace {

constexpr double kSlack = 0.01;    // mm: sums of widths are not exact
constexpr double kSqueeze = 0.05;  // of a space: a word that nearly fits into a justified line is taken in

/// A piece of a word in one style, or white room for the pen.
struct Atom {
    QString text;
    TextStyle style;
    double width = 0;
    bool spaceBefore = false;
    bool breakBefore = false;  ///< a line break stands in the text
    bool gap = false;
};

class AtomReader {
public:
    explicit AtomReader(double pt) : m_pt(pt) {}

    std::vector<Atom> read(const documents::Runs& runs)
    {
        for (const auto& run : runs) {
            const TextStyle style{m_pt, run.bold, run.italic};
            if (run.gapMm > 0) {
                push({{}, style, run.gapMm, false, false, true});
                continue;
            }
            readText(QString::fromStdString(documents::glued(run.text)), style);
        }
        return std::move(m_atoms);
    }

private:
    void readText(const QString& text, const TextStyle& style)
    {
        QString word;
        for (const QChar c : text) {
            if (c != u' ' && c != u'\n') {
                word += c == QChar::Nbsp ? QChar(u' ') : c;
                continue;
            }
            flush(word, style);
            m_space = true;
            m_break = m_break || c == u'\n';
        }
        flush(word, style);
    }

    void flush(QString& word, const TextStyle& style)
    {
        if (!word.isEmpty())
            push({word, style, textWidth(word, style), false, false, false});
        word.clear();
    }

    void push(Atom atom)
    {
        atom.spaceBefore = m_space && !m_atoms.empty();
        atom.breakBefore = m_break;
        m_space = m_break = false;
        m_atoms.push_back(std::move(atom));
    }

    double m_pt;
    bool m_space = false;
    bool m_break = false;
    std::vector<Atom> m_atoms;
};

double spaceWidth(const TextStyle& style)
{
    return textWidth(QStringLiteral(" "), style);
}

/// Collects atoms of one line and turns them into texts of one style each.
class LineBuilder {
public:
    bool empty() const { return m_atoms.empty(); }
    double width() const { return m_width; }
    double widthWith(const Atom& atom) const { return m_width + (atom.spaceBefore && !empty() ? spaceWidth(atom.style) : 0) + atom.width; }
    void add(const Atom& atom)
    {
        m_width = widthWith(atom);
        m_atoms.push_back(atom);
    }

    /// By how much the spaces may give way, one more of them than there are now.
    double squeeze() const { return empty() ? 0 : kSqueeze * spaceWidth(m_atoms.front().style) * (spaces() + 1); }

    BrokenLine finish(double indent, double target, Fit fit, bool last)
    {
        const int spaces = this->spaces();
        const bool stretch = fit == Fit::Justified && spaces > 0 && (!last || m_width > target);
        const double wanted = stretch ? (target - m_width) / spaces : 0;
        // Where a long word goes to the next line, the rest would have holes: it stays as it is.
        const bool holes = stretch && wanted > documents::kMostStretch * spaceWidth(m_atoms.front().style);
        const double extra = holes ? 0 : wanted;
        BrokenLine line = joined(indent, extra);
        line.width = indent + (stretch && !holes ? target : m_width);
        line.last = last;
        m_atoms.clear();
        m_width = 0;
        return line;
    }

private:
    int spaces() const
    {
        int count = 0;
        for (std::size_t i = 0; i < m_atoms.size(); ++i)
            count += (i > 0 && m_atoms[i].spaceBefore) + static_cast<int>(m_atoms[i].text.count(u' '));
        return count;
    }

    BrokenLine joined(double indent, double extra) const
    {
        BrokenLine line;
        double x = indent;
        bool fresh = true;
        for (std::size_t i = 0; i < m_atoms.size(); ++i) {
            const auto& atom = m_atoms[i];
            const bool space = i > 0 && atom.spaceBefore;
            const double gap = space ? spaceWidth(atom.style) + extra : 0;
            const double width = atom.width + extra * static_cast<double>(atom.text.count(u' '));
            if (atom.gap) {
                x += gap + width;
                fresh = true;
                continue;
            }
            if (!fresh && !line.texts.empty() && line.texts.back().style == atom.style) {
                auto& text = line.texts.back();
                text.text += (space ? QStringLiteral(" ") : QString()) + atom.text;
                text.width += gap + width;
            } else {
                line.texts.push_back({x + gap, 0, width, atom.style, atom.text, extra});
            }
            x += gap + width;
            fresh = false;
        }
        return line;
    }

    std::vector<Atom> m_atoms;
    double m_width = 0;
};

/// Where the letter that begins at `from` ends: marks and the second half of a surrogate pair belong to it.
qsizetype letterEnd(const QString& text, qsizetype from)
{
    qsizetype end = from + 1;
    while (end < text.size() && (text[end].isMark() || text[end].isLowSurrogate()))
        ++end;
    return end;
}

/// The word in pieces that fit their lines, at least a letter in each, in one walk over it.
std::vector<Atom> piecesOf(const Atom& word, double firstRoom, double room)
{
    std::vector<Atom> pieces{word};
    pieces.back().text.clear();
    pieces.back().width = 0;
    for (qsizetype at = 0; at < word.text.size();) {
        const auto end = letterEnd(word.text, at);
        const auto letter = word.text.mid(at, end - at);
        const double width = textWidth(letter, word.style);
        const double here = pieces.size() == 1 ? firstRoom : room;
        if (!pieces.back().text.isEmpty() && pieces.back().width + width > here)
            pieces.push_back({{}, word.style, 0, false, false, false});
        pieces.back().text += letter;
        pieces.back().width += width;
        at = end;
    }
    return pieces;
}

/// Pieces that belong to one word (no space between them) stay together: the width of the word that begins at `from`.
double wordWidth(const std::vector<Atom>& atoms, std::size_t from, std::size_t& end)
{
    double width = atoms[from].width;
    for (end = from + 1; end < atoms.size() && !atoms[end].spaceBefore && !atoms[end].breakBefore; ++end)
        width += atoms[end].width;
    return width;
}

}

std::vector<BrokenLine> breakLines(const documents::Runs& runs, double pt, const BreakOptions& options)
{
    auto atoms = AtomReader(pt).read(runs);
    std::vector<BrokenLine> lines;
    LineBuilder line;
    const auto indent = [&] { return lines.empty() ? options.firstIndent : 0.0; };
    const auto room = [&] { return options.width - indent(); };
    const auto close = [&](bool last) { lines.push_back(line.finish(indent(), room(), options.fit, last)); };
    for (std::size_t i = 0; i < atoms.size();) {
        std::size_t end = i;
        const double word = wordWidth(atoms, i, end);
        const double space = atoms[i].spaceBefore && !line.empty() ? spaceWidth(atoms[i].style) : 0;
        const double squeeze = options.fit == Fit::Justified ? line.squeeze() : 0;
        if (!line.empty() && (atoms[i].breakBefore || line.width() + space + word > room() + squeeze + kSlack))
            close(atoms[i].breakBefore);
        for (; i < end; ++i) {
            const auto tooWide = [&] { return atoms[i].text.size() > 1 && line.widthWith(atoms[i]) > room() + squeeze + kSlack; };
            if (!line.empty() && tooWide())
                close(true);
            if (!tooWide()) {
                line.add(atoms[i]);
                continue;
            }
            for (const auto& piece : piecesOf(atoms[i], room(), options.width)) {
                if (!line.empty())
                    close(true);
                line.add(piece);
            }
        }
    }
    close(true);
    return lines;
}

BrokenLine singleLine(const documents::Runs& runs, double pt)
{
    return breakLines(runs, pt, {1.0e6, 0, Fit::Ragged}).front();
}

void place(Marks& marks, const BrokenLine& line, double x, double y)
{
    for (auto text : line.texts) {
        text.x += x;
        text.y += y;
        marks.texts.push_back(std::move(text));
    }
}

void placeCentred(Marks& marks, const BrokenLine& line, double centre, double y)
{
    place(marks, line, centre - line.width / 2, y);
}

}
