// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/follow_common.h"

#include "services/law/honours.h"

#include <QCoreApplication>

namespace thidua::ui::follow {
namespace {

constexpr std::int64_t kCollectivesOf = std::int64_t{1} << 40;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Follow)
};

}

std::int64_t rowIdOf(const domain::SubjectRef& subject)
{
    if (subject.person)
        return subject.person->value();
    return subject.collective ? kCollectivesOf + subject.collective->value() : 0;
}

domain::SubjectRef subjectOf(std::int64_t rowId)
{
    if (rowId >= kCollectivesOf)
        return domain::SubjectRef::of(domain::CollectiveId(rowId - kCollectivesOf));
    return domain::SubjectRef::of(domain::PersonId(rowId));
}

QString postAndTeam(const std::string& post, const std::string& team)
{
    if (post.empty() || team.empty() || post.find(team) != std::string::npos)
        return toQ(post.empty() ? team : post);
    return QStringLiteral("%1, %2").arg(toQ(post), toQ(team));
}

QString briefPost(const std::string& post)
{
    QString words = toQ(post);
    words.replace(Say::tr("Giáo viên chủ nhiệm lớp"), Say::tr("GVCN"), Qt::CaseInsensitive);
    words.replace(Say::tr("Giáo viên chủ nhiệm"), Say::tr("GVCN"), Qt::CaseInsensitive);
    words.replace(Say::tr("Giáo viên"), Say::tr("GV"), Qt::CaseInsensitive);
    words.replace(Say::tr("Tổ trưởng chuyên môn"), Say::tr("TTCM"), Qt::CaseInsensitive);
    words.replace(Say::tr("Tổ phó chuyên môn"), Say::tr("TPCM"), Qt::CaseInsensitive);
    return words;
}

QString shortHonour(const services::SchoolFile& file, const std::string& code)
{
    const std::string name = services::honourShortName(file.rules(), code);
    return toQ(name.empty() ? code : name);
}

QString fullHonour(const services::SchoolFile& file, const std::string& code)
{
    return toQ(services::honourName(file.rules(), code).value_or(code));
}

}
