// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/way_paper.h"

#include "services/people/subject_way.h"
#include "ui/pages/kit/list_paper.h"

#include <QCoreApplication>

namespace thidua::ui {
namespace {

struct WayPaperWords {
    Q_DECLARE_TR_FUNCTIONS(WayPaper)
};

QString orDashed(const std::string& words)
{
    return words.empty() ? QStringLiteral("–") : toQ(words);
}

}

void previewWay(SchoolContext& context, Shell& shell, const domain::SubjectRef& subject, const QString& name)
{
    std::vector<services::WayYear> years;
    if (!shell.runner.read([&] { return services::wayOf(context.file, subject); }, [&](auto found) { years = std::move(found); }))
        return;
    if (years.empty())
        return shell.status.say(WayPaperWords::tr("Sổ chưa ghi đăng ký, đề nghị hay khen thưởng nào của %1.").arg(name), Tone::Warn);
    ShownTable shown{{WayPaperWords::tr("Danh hiệu, hình thức"), WayPaperWords::tr("Đăng ký"), WayPaperWords::tr("Đề nghị"), WayPaperWords::tr("Bỏ phiếu"), WayPaperWords::tr("Quyết định"),
                      WayPaperWords::tr("Kết quả")},
                     {Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left}, {}};
    int won = 0;
    for (const auto& year : years) {
        QString heading = WayPaperWords::tr("Năm học %1").arg(toQ(year.year.screen()));
        if (!year.facts.empty())
            heading += QStringLiteral(": ") + toQ(year.facts);
        shown.rows.push_back({true, {heading}});
        for (std::size_t at = 0; at < year.activities.size(); ++at)
            shown.rows.push_back({false, {at == 0 ? WayPaperWords::tr("Hoạt động, thành tích") : QString(), {}, {}, {}, {}, toQ(year.activities[at])}});
        for (const auto& line : year.lines) {
            shown.rows.push_back({false, {toQ(line.honourName), orDashed(line.registered), orDashed(line.nominated), orDashed(line.voted), orDashed(line.decided),
                                          toQ(line.result)}});
            won += line.won ? 1 : 0;
        }
    }
    const QString title = WayPaperWords::tr("Quá trình thi đua, khen thưởng");
    context.preview(listPaper(context.file, title, WayPaperWords::tr("%1 – %2 lượt được tặng").arg(name).arg(won), context.file.clock().today(), shown,
                              {{shown.headers[0], 1.7}, {shown.headers[1], 0.9}, {shown.headers[2], 0.9}, {shown.headers[3], 0.8}, {shown.headers[4], 1.3},
                               {shown.headers[5], 1.9}}),
                    QStringLiteral("%1 %2").arg(title, name), {"pdf", "docx", "xlsx"});
}

}
