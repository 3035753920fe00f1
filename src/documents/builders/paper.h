// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/school_year.h"
#include "documents/document.h"
#include "documents/template.h"

/// What all builders share. A view carries words ready to print; builders look nothing up. An empty field that the paper needs
/// becomes “[…]” and an entry of Document::gaps.
namespace thidua::documents {

/// Who issues the paper. `superior` and `agency` are set in capitals by the builder.
struct IssuerView {
    std::string superior;             ///< “Phòng GD&ĐT Kon Plông”; for a council's papers, the school
    std::vector<std::string> agency;  ///< “Trường Tiểu học Măng Đen”; a council: “Hội đồng”, “Thi đua - Khen thưởng”
    std::string name;                 ///< in running text: “Trường Tiểu học Măng Đen”
    std::string place;                ///< “Măng Đen”
};

/// `number` is empty while the clerk has not given one; `symbol` is “KH-THMĐ”.
struct NumberView {
    std::string number;
    std::string symbol;
};

struct SignerView {
    std::vector<std::string> office;  ///< “Hiệu trưởng”, or “KT. Hiệu trưởng” and “Phó Hiệu trưởng”; set in capitals
    std::string name;
};

/// One numbered paper.
struct PaperView {
    IssuerView issuer;
    NumberView number;
    std::optional<Date> date;
    SignerView signer;
    std::vector<std::string> recipients;  ///< “Phòng GD&ĐT huyện Kon Plông (để b/c)”, …, “Lưu: VT, TĐKT”
};

/// A paper another one refers to: “Quyết định số 41/QĐ-THMĐ ngày 27 tháng 5 năm 2022 của Hiệu trưởng …”.
struct ReferenceView {
    std::string kind;  ///< “Quyết định”
    NumberView number;
    std::optional<Date> date;
    std::string issuedBy;
};

/// Collects the pieces of a document and notes what was missing. The words are those of its template, which must outlive it.
class Composer {
public:
    Composer(const Template& words, std::string title, const IssuerView& issuer);

    const Template& words() const { return m_words; }
    std::string word(std::string_view text, const Fields& fields = {}) const { return m_words.text(text, fields); }

    /// `value`, or “[…]” and a gap under the field's name.
    std::string need(const std::string& value, const std::string& field);
    std::vector<std::string> need(const std::vector<std::string>& values, const std::string& field);
    /// Notes a gap that has a name of its own, and says “[…]”.
    std::string missing(const std::string& field, const std::string& label);
    OfficialHead head(const IssuerView& issuer);
    /// The head with number and place; a paper without number leaves the day open as well.
    OfficialHead numberedHead(const PaperView& paper);
    Runs dateLine(const IssuerView& issuer, const std::optional<Date>& date);
    Signer signer(const SignerView& view, const std::string& field);
    /// Nơi nhận as finished lines; the office's own copy (“Lưu: VT”) always stands among them, alone where nobody else is named: then it
    /// is a gap to be told, but nothing that prints as one.
    std::vector<std::string> recipientLines(const std::vector<std::string>& given);
    Signature signature(const PaperView& paper);
    /// “số 41/QĐ-THMĐ ngày 27 tháng 5 năm 2022 của …”, with white room where number or date are open.
    std::string reference(const ReferenceView& view);

    void add(Block block) { m_document.parts.back().blocks.push_back(std::move(block)); }
    void paragraph(std::string text, Level level = Level::Body);
    void labelled(const std::string& label, const std::string& text);
    /// “(Kèm theo …” and “của …)” as two lines.
    std::vector<std::string> attachedTo(const std::string& reference, const std::string& issuedBy) const;
    void newPart(PageSetup page = {});
    Document finish() { return std::move(m_document); }

private:
    const Template& m_words;
    Document m_document;
};

Row headerRow(std::vector<std::string> titles);
/// One of a head of several rows.
Cell headCell(std::string text, int columns, int rows);
/// Votes in favour of all members, in percent, rounded half up; 0 without members.
Decimal voteShare(int yes, int members);
Row groupRow(std::string title, int columns);
/// Spans all columns.
Row totalRow(std::string text, int columns);
inline constexpr const char* kMissing = "[…]";

}
