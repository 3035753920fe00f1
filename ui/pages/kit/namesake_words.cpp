// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/namesake_words.h"

#include "base/name_keys.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace thidua::ui {
namespace {

struct NamesakeSpeech {
    Q_DECLARE_TR_FUNCTIONS(NamesakeWords)
};

}

QString namesakeWords(const std::vector<Namesake>& everyone, std::optional<domain::PersonId> self, const std::string& name,
                      const std::optional<PartialDate>& birth)
{
    const std::string typed = likeNameKey(name);
    QStringList same;
    bool likely = false;
    for (const auto& one : everyone) {
        if (typed.empty() || one.id == self || likeNameKey(one.name) != typed)
            continue;
        QStringList facts;
        if (one.birth)
            facts << NamesakeSpeech::tr("sinh %1").arg(toQ(one.birth->vn()));
        if (!one.unit.empty())
            facts << toQ(one.unit);
        same << (facts.isEmpty() ? toQ(one.name) : NamesakeSpeech::tr("%1 (%2)").arg(toQ(one.name), facts.join(QStringLiteral(", "))));
        likely = likely || (one.birth && one.birth == birth);
    }
    if (same.isEmpty())
        return {};
    return likely ? NamesakeSpeech::tr("Trong sổ đã có %1, cùng ngày sinh: có thể là một người.").arg(same.join(QStringLiteral("; ")))
                  : NamesakeSpeech::tr("Trong sổ đã có %1. Nếu là người khác, xin ghi ngày sinh để phân biệt.").arg(same.join(QStringLiteral("; ")));
}

}
