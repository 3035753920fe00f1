// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/embedded_file.h"
#include "base/result.h"
#include "rules/finding.h"

#include <memory>
#include <span>

namespace thidua::rules {

struct Model;

/// All rules in hand, read once and never changed: cheap to copy, safe to share.
class Catalogue {
public:
    /// From the files of one pack (order does not matter), after pack_check.h has found nothing wrong.
    static Result<Catalogue> load(std::span<const EmbeddedFile> files);
    /// One whole pack, checked first.
    static Result<Catalogue> fromPack(const nlohmann::json& pack);
    /// What content() gave: the same verdicts as on the day it was kept.
    static Result<Catalogue> fromContent(std::string_view content);
    /// The rules built into the program. They were checked when it was built; this reads them once.
    static Result<Catalogue> shipped();

    /// With a lower layer on top: the regulation of the province, the commune or the school, as
    /// {"layer": "school", "params": [{"id": …, "values": [{"from", "to"?, "value", "cite": "Điều 5 Quy chế …"}]}],
    ///  "conditions": [{"kind", "id", "honours", "from", "to"?, "cite", and the kind's figures}]}.
    /// A value that the layer above fixes, a loosening of what may only be tightened, or a condition added to what the law has closed
    /// is refused with the article.
    Result<Catalogue> withLayer(const nlohmann::json& layer) const;
    /// With provisional rule sets that the school has checked against their text: their conditions stand as carried over.
    Catalogue withConfirmed(const std::vector<std::string>& ruleSets) const;

    /// A whole pack written for an earlier program does not say what later ones have come to ask the rules for: what a count counts, what
    /// a quota is measured by, the councils' law, the bases of papers. This takes that from the program's own rules, and nothing that the
    /// pack says itself. Neither content() nor hash() change.
    Catalogue supplemented(const Catalogue& own) const;

    /// SHA-256 over the rules' canonical bytes, in hex: a verdict names the rules it was made with.
    const std::string& hash() const;
    const std::string& version() const;
    /// The rules themselves with their layers as JSON, for keeping them with a file.
    std::string content() const;
    /// None before the first regime.
    std::optional<RuleSetRef> regimeOn(Date date) const;
    std::vector<RuleSetRef> regimes() const;

    const Model& model() const { return *m_model; }

private:
    static Result<Catalogue> builtIn();
    static Result<Catalogue> parsed(const nlohmann::json& pack);
    explicit Catalogue(std::shared_ptr<const Model> model) : m_model(std::move(model)) {}
    std::shared_ptr<const Model> m_model;
};

}
