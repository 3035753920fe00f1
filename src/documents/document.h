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
};
using Runs = std::vector<Run>;

/// Quốc hiệu, tiêu ngữ and the agency; `number` and `placeDate` are absent on papers that carry none.
struct OfficialHead {
    std::vector<std::string> superior;  ///< capitals, plain
    std::vector<std::string> agency;    ///< capitals, bold; one or two lines
    std::optional<Runs> number;         ///< “Số: 21/KH-THMĐ”
    std::optional<Runs> placeDate;
};

/// Name of the kind of paper and its subject. With `references` (“(Theo Quyết định …)”) there is no rule below.
struct TitleBlock {
    std::string type;
    std::vector<std::string> subject;
    std::vector<std::string> references;
};

/// “Kính gửi:”, without the punctuation of the list.
struct Addressees {
    std::vector<std::string> names;
};

/// Căn cứ: one paragraph each, punctuated by compose.h basis().
struct Basis {
    std::vector<std::string> lines;
};

enum class AuthorityKind { Issuer, Decides };
struct AuthorityLine {
    std::string text;
    AuthorityKind kind = AuthorityKind::Issuer;
};

/// Section `I. MỤC ĐÍCH`, Heading `1. Mục đích`, Item `a) …`; Centred is a bold line such as NỘI DUNG.
enum class Level { Body, Section, Heading, Item, Centred };
struct Paragraph {
    Runs runs;
    Level level = Level::Body;
};

/// “Điều 1.” in bold, then the text in the same paragraph.
struct Article {
    int number = 1;
    Runs text;
};

/// “Ghi chú:” below a table.
struct Note {
    std::string text;
};

struct Signer {
    std::vector<std::string> office;  ///< `KT. HIỆU TRƯỞNG`, `PHÓ HIỆU TRƯỞNG`
    std::string name;
    std::string hint;                 ///< “(Ký, họ tên)”, or empty
};
enum class RecipientsPlace { Beside, Below };
/// One signer stands right with the recipients on the left; two stand left and right; three share the width.
struct Signature {
    std::vector<Signer> signers;
    std::optional<Runs> dateLine;
    std::vector<std::string> recipients;  ///< finished lines, see compose.h recipients()
    RecipientsPlace place = RecipientsPlace::Beside;
};

/// Opens an appendix: “Phụ lục I” (absent on a lone list), title in capitals, “(Kèm theo …)”.
struct AppendixHead {
    std::string label;
    std::vector<std::string> title;
    std::vector<std::string> references;
};

/// Sheets of secret ballots, drawn by absolute measures (phieu-bau): two on a sheet up to five names.
struct BallotCandidate {
    std::string name;
    std::string position;
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
};

struct PageBreak {};

using Block = std::variant<OfficialHead, TitleBlock, Addressees, Basis, AuthorityLine, Paragraph, Article, Table, Note, Signature,
                           AppendixHead, Ballot, PageBreak>;

/// Its pages count from 1 again; the first one shows no number.
struct Part {
    PageSetup page;
    std::vector<Block> blocks;
    bool numbered = true;
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
};

/// White room for the pen where only text can stand: eight hard spaces.
inline constexpr const char* kPenRoom = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";
/// All text of the runs in a row.
std::string plainText(const Runs& runs);
/// `Overload{…}` joins lambdas for std::visit over Block.
template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};

}
