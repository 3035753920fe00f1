// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/codes.h"
#include "text/messages.h"
#include "ui/pages/school_page.h"

/// What the pages of “Theo dõi” share.
namespace thidua::ui::follow {

/// One id for people and collectives in one table: collectives stand far above any person.
std::int64_t rowIdOf(const domain::SubjectRef& subject);
domain::SubjectRef subjectOf(std::int64_t rowId);

template <domain::CodedEnum E>
QString wordOf(E value)
{
    return toQ(text::label(domain::EnumCodes<E>::name, domain::toCode(value)));
}

/// All members of an enum with their words, for FormBinder::bindChoice.
template <domain::CodedEnum E>
std::vector<std::pair<E, QString>> wordsOf()
{
    std::vector<std::pair<E, QString>> all;
    for (std::size_t i = 0; i < domain::EnumCodes<E>::codes.size(); ++i)
        all.emplace_back(static_cast<E>(i), wordOf(static_cast<E>(i)));
    return all;
}

/// The same for a member that may be unknown; the first choice says so.
template <domain::CodedEnum E>
std::vector<std::pair<std::optional<E>, QString>> wordsOrUnknown(const QString& unknown)
{
    std::vector<std::pair<std::optional<E>, QString>> all{{std::nullopt, unknown}};
    for (const auto& [value, words] : wordsOf<E>())
        all.emplace_back(value, words);
    return all;
}

/// “Giáo viên chủ nhiệm lớp 2C, Tổ 2–3” without saying the team twice.
QString postAndTeam(const std::string& post, const std::string& team);
/// As lists write it: “GVCN 2C”, “GV Âm nhạc”.
QString briefPost(const std::string& post);
/// LĐTT; a code that no rules know is shown as it is.
QString shortHonour(const services::SchoolFile& file, const std::string& code);
QString fullHonour(const services::SchoolFile& file, const std::string& code);

}
