// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/page_setup.h"
#include "documents/table.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Papers as values: what stands on them and in which role. Nothing here knows fonts, files or the school's data.
/// The form follows Nghị định 30/2020/NĐ-CP, Phụ lục I; sizes and distances are in measures.h.
namespace thidua::documents {

/// A stretch of text in one style. A run with `gapMm` has no text: it is white room for the pen.
struct Run {
    std::string text;
    bool bold = false;
    bool italic = false;
    double gapMm = 0;
    friend bool operator==(const Run&, const Run&) = default;
};
using Runs = std::vector<Run>;

/// Quốc hiệu, tiêu ngữ and the agency; `number` and `placeDate` are absent on papers that carry none.
struct OfficialHead {
    std::vector<std::string> superior;  ///< capitals, plain
    std::vector<std::string> agency;    ///< capitals, bold; one or two lines
    std::optional<Runs> number;         ///< “Số: 21/KH-THMĐ”
    std::optional<Runs> placeDate;
    std::vector<std::string> about{};   ///< “V/v …” of a letter, below its number
    friend bool operator==(const OfficialHead&, const OfficialHead&) = default;
};

/// Name of the kind of paper and its subject. With `references` (“(Theo Quyết định …)”) there is no rule below.
struct TitleBlock {
    std::string type;
    std::vector<std::string> subject;
    std::vector<std::string> references;
    friend bool operator==(const TitleBlock&, const TitleBlock&) = default;
};

/// “Kính gửi:”, without the punctuation of the list.
struct Addressees {
    std::vector<std::string> names;
    friend bool operator==(const Addressees&, const Addressees&) = default;
};

/// Căn cứ: one paragraph each, punctuated by compose.h basis().
struct Basis {
    std::vector<std::string> lines;
    friend bool operator==(const Basis&, const Basis&) = default;
};

enum class AuthorityKind { Issuer, Decides };
struct AuthorityLine {
    std::string text;
    AuthorityKind kind = AuthorityKind::Issuer;
    friend bool operator==(const AuthorityLine&, const AuthorityLine&) = default;
};

/// Section `I. MỤC ĐÍCH`, Heading `1. Mục đích`, Item `a) …`; Centred is a bold line such as NỘI DUNG.
enum class Level { Body, Section, Heading, Item, Centred };
struct Paragraph {
    Runs runs;
    Level level = Level::Body;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

/// “Điều 1.” in bold, then the text in the same paragraph.
struct Article {
    int number = 1;
    Runs text;
    friend bool operator==(const Article&, const Article&) = default;
};

/// “Ghi chú:” below a table.
struct Note {
    std::string text;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Signer {
    std::vector<std::string> office;  ///< `KT. HIỆU TRƯỞNG`, `PHÓ HIỆU TRƯỞNG`
    std::string name;
    std::string hint;                 ///< “(Ký, họ tên)”, or empty
    friend bool operator==(const Signer&, const Signer&) = default;
};
enum class RecipientsPlace { Beside, Below };
/// One signer stands right with the recipients on the left; two stand left and right; three share the width.
struct Signature {
    std::vector<Signer> signers;
    std::optional<Runs> dateLine;
    std::vector<std::string> recipients;  ///< finished lines, see compose.h recipients()
    RecipientsPlace place = RecipientsPlace::Beside;
    friend bool operator==(const Signature&, const Signature&) = default;
};

/// Opens an appendix: “Phụ lục I” (absent on a lone list), title in capitals, “(Kèm theo …)”.
struct AppendixHead {
    std::string label;
    std::vector<std::string> title;
    std::vector<std::string> references;
    friend bool operator==(const AppendixHead&, const AppendixHead&) = default;
};

/// Sheets of secret ballots, drawn by absolute measures (phieu-bau): two on a sheet up to five names.
struct BallotCandidate {
    std::string name;
    std::string position;
    friend bool operator==(const BallotCandidate&, const BallotCandidate&) = default;
};
struct Ballot {
    OfficialHead head;
    std::string title;
    std::string subject;
    std::string instruction;
    std::string nameHeader;
    std::vector<BallotCandidate> candidates;
    std::vector<std::string> notes;  ///< the last one is set bold italic
    int copies = 2;
    std::string positionHeader = "Chức vụ, đơn vị";  ///< empty: no such column
    friend bool operator==(const Ballot&, const Ballot&) = default;
};

struct PageBreak {
    friend bool operator==(PageBreak, PageBreak) = default;
};

using Block = std::variant<OfficialHead, TitleBlock, Addressees, Basis, AuthorityLine, Paragraph, Article, Table, Note, Signature,
                           AppendixHead, Ballot, PageBreak>;

/// Its pages count from 1 again; the first one shows no number.
struct Part {
    PageSetup page;
    std::vector<Block> blocks;
    bool numbered = true;
    friend bool operator==(const Part&, const Part&) = default;
};

/// A field the paper needs and the caller did not give: printed as “[…]”.
struct Gap {
    std::string field;  ///< the member's name in the view, e.g. "number.symbol"
    std::string label;  ///< Vietnamese, for people
    friend bool operator==(const Gap&, const Gap&) = default;
};

struct Document {
    std::string title;   ///< metadata and default file name
    std::string author;  ///< the school, metadata
    std::vector<Part> parts;
    std::vector<Gap> gaps;
    friend bool operator==(const Document&, const Document&) = default;
};

/// White room for the pen where only text can stand: eight hard spaces.
inline constexpr const char* kPenRoom = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
/// All text of the runs in a row.
std::string plainText(const Runs& runs);
/// What is read on the paper, one line for each paragraph, cell apart from cell by tabs; without the motto in the head, which is the same on
/// all papers, and without the marks that only bind words to one line.
std::vector<std::string> textLines(const Document& document);
/// `Overload{…}` joins lambdas for std::visit over Block.
template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};

}
