// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/operation_runner.h"

#include "ui/shell/change_bus.h"
#include "ui/shell/status_line.h"
#include "ui/text/qt_text.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QTime>

namespace thidua::ui {

OperationRunner::OperationRunner(ChangeBus& bus, StatusLine& status, QObject* parent) : QObject(parent), m_bus(bus), m_status(status) {}

void OperationRunner::setBusy(bool busy)
{
    if (busy) {
        emit starting();
        QApplication::setOverrideCursor(Qt::WaitCursor);
    } else {
        QApplication::restoreOverrideCursor();
    }
}

void OperationRunner::succeed(const domain::ChangeSet& changes)
{
    if (changes.opId != 0 || changes.kinds.any()) {
        emit starting();
        m_status.saved(tr("Đã %1 lúc %2").arg(sentenceOf(changes), QTime::currentTime().toString(QStringLiteral("HH:mm"))), domain::isUndoable(changes.op));
        m_bus.publish(changes);
    }
    emit succeeded(changes);
}

namespace {

/// The place of the file takes nothing now, whatever is written.
bool takesNothing(const Error& error)
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::ReadOnly || error.code == ErrorCode::Io;
}

}

void OperationRunner::show(const Error& error, FormBinderBase* form, bool writing)
{
    QStringList lines;
    if (form && !error.issues.empty()) {
        for (const FieldIssue& issue : form->showIssues(error.issues))
            lines << sentenceOf(issue);
        if (lines.isEmpty()) { // every issue stands beside its field
            emit failed(sentenceOf(error));
            return;
        }
    } else {
        for (const FieldIssue& issue : error.issues)
            lines << sentenceOf(issue);
    }
    lines.removeDuplicates();
    Message message;
    message.tone = Tone::Bad;
    message.key = QStringLiteral("operation");
    message.text = lines.isEmpty() ? sentenceOf(error) : lines.join(QLatin1Char('\n'));
    message.title = error.code == ErrorCode::Validation ? tr("Chưa ghi được: có chỗ cần sửa") : tr("Chưa làm được việc này");
    if (writing && takesNothing(error) && m_elsewhere)
        message.actions = {{tr("Ghi tất cả vào tệp khác…"), QStringLiteral("save"), m_elsewhere}};
    if (m_sink)
        m_sink(message);
    emit failed(message.text);
}

}
