// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/references.h"
#include "ui/pages/receiver/receiver_task.h"
#include "ui/text/qt_text.h"

#include <QCoreApplication>

namespace thidua::ui::receiver {
namespace {

struct ReceiverText {
    Q_DECLARE_TR_FUNCTIONS(ReceiverText)
};

}

QString letterOf(std::size_t column)
{
    return toQ(sheets::columnLetters(static_cast<std::uint32_t>(column)));
}

QString columnTitle(const services::ReceiverLook& look, std::size_t column)
{
    const QString heading = column < look.columns.size() ? toQ(look.columns[column].heading).simplified() : QString();
    return heading.isEmpty() ? ReceiverText::tr("Cột %1").arg(letterOf(column)) : heading;
}

QString listTitle(services::ReceiverList list)
{
    switch (list) {
    case services::ReceiverList::Registrations: return ReceiverText::tr("Đăng ký thi đua");
    case services::ReceiverList::Nominations: return ReceiverText::tr("Đề nghị khen thưởng");
    case services::ReceiverList::Awards: break;
    }
    return ReceiverText::tr("Kết quả khen thưởng");
}

QString fileWord(services::ReceiverList list)
{
    switch (list) {
    case services::ReceiverList::Registrations: return ReceiverText::tr("đăng ký");
    case services::ReceiverList::Nominations: return ReceiverText::tr("đề nghị");
    case services::ReceiverList::Awards: break;
    }
    return ReceiverText::tr("khen thưởng");
}

QString fileWord(services::ReceiverSubjects subjects)
{
    return subjects == services::ReceiverSubjects::All ? QString() : subjectsTitle(subjects).toLower();
}

QString subjectsTitle(services::ReceiverSubjects subjects)
{
    switch (subjects) {
    case services::ReceiverSubjects::All: return ReceiverText::tr("Tập thể và cá nhân");
    case services::ReceiverSubjects::People: return ReceiverText::tr("Cá nhân");
    case services::ReceiverSubjects::Collectives: return ReceiverText::tr("Tập thể");
    case services::ReceiverSubjects::Pupils: break;
    }
    return ReceiverText::tr("Học sinh");
}

}
