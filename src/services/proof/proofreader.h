// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/papers/document_service.h"

#include <filesystem>
#include <memory>

namespace thidua::proofread {
struct Book;
}

/// Reads drafts through before they go out, and texts that were written elsewhere.
namespace thidua::services {

/// What is read: the lines as they print, and the day by whose law.
struct ProofText {
    std::vector<std::string> lines;
    std::optional<Date> on;
};

/// A fault in words.
struct ProofFinding {
    std::size_t line = 0;      ///< index into the lines
    std::size_t from = 0;      ///< of its letters, where the quote begins and ends
    std::size_t to = 0;
    std::string quote;
    std::string kind;          ///< “Chính tả, tên gọi”
    std::string message;       ///< why, and what to do
    std::string suggestion;    ///< empty where only the writer can know
    bool exact = false;        ///< the suggestion can be written instead of the quote
    friend bool operator==(const ProofFinding&, const ProofFinding&) = default;
};

/// The rules and words by which is read. Making them takes a moment, so the first reading does; one thread at a time.
class Proofreader {
public:
    /// `program`: beside which the dictionary may lie.
    Proofreader(const rules::Catalogue& rules, std::filesystem::path program);
    ~Proofreader();
    Result<std::vector<ProofFinding>> read(const ProofText& text);

private:
    std::unique_ptr<rules::Catalogue> m_rules;
    std::filesystem::path m_program;
    std::unique_ptr<proofread::Book> m_book;
};

/// A paper of the school as it goes out now. A draft is read by the law of today, unless its school year is over.
Result<ProofText> proofTextOf(SchoolFile& file, PaperKind kind, std::int64_t id, domain::SchoolYearId year);
/// A file from elsewhere: .txt or .docx.
Result<ProofText> proofTextOf(std::string_view bytes);

/// Where the words of a finding come from.
struct ProofPlace {
    std::string field;         ///< of the paper's form; empty: of no field of its own (a name, a list, the school's data)
    bool writable = false;     ///< the suggestion can be written there
};
Result<ProofPlace> proofPlace(SchoolFile& file, PaperKind kind, std::int64_t id, const std::string& line, const ProofFinding& finding);
/// Writes the suggestion into the draft, by the operation that edits it; refused when its words have changed meanwhile.
Written<Done> acceptProof(SchoolFile& file, PaperKind kind, std::int64_t id, const std::string& line, const ProofFinding& finding);

}
