// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/overview_cards.h"

#include "ui/pages/award/target_list.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace thidua::ui {
namespace {

Ink cardInk(Tone tone)
{
    return tone == Tone::Bad ? Ink::Bad : tone == Tone::Warn ? Ink::Warn : tone == Tone::Ok ? Ink::Ok : Ink::Accent;
}

Tone toneOf(services::TaskTone tone)
{
    return tone == services::TaskTone::Bad ? Tone::Bad : tone == services::TaskTone::Warn ? Tone::Warn : Tone::Info;
}

}

CardScroll::CardScroll(QWidget* content, int leastHeight, QWidget* parent) : QScrollArea(parent), m_least(leastHeight)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    content->setProperty("body", "1");
    content->setAutoFillBackground(false);
    content->installEventFilter(this);
    setWidget(content);
    measure();
}

void CardScroll::setWhole(bool whole)
{
    m_whole = whole;
    measure();
}

void CardScroll::measure()
{
    int whole = widget()->sizeHint().height();
    if (widget()->hasHeightForWidth())
        whole = widget()->heightForWidth(viewport()->width());
    setMinimumHeight(m_whole ? whole : std::min(whole, Theme::px(m_least)));
}

void CardScroll::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    measure();
}

bool CardScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        measure();
    return QScrollArea::eventFilter(watched, event);
}

TaskCard::TaskCard(QWidget* parent) : Card(tr("Việc cần làm"), QStringLiteral("bell"), QStringLiteral(" "), parent)
{
    setObjectName(QStringLiteral("taskCard"));
    body()->setContentsMargins(0, 0, 0, 0);
    auto* inner = new QWidget;
    m_rows = new QVBoxLayout(inner);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_scroll = new CardScroll(inner, 3 * 53, this);
    body()->addWidget(m_scroll);
}

void TaskCard::clear()
{
    clearLayout(*m_rows);
    m_count = 0;
}

void TaskCard::addLine(const Line& line)
{
    if (m_count > 0)
        m_rows->addWidget(makeRule(this));
    auto* widget = new QWidget(this);
    widget->setMinimumHeight(Theme::px(52));
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(Theme::px(16), Theme::px(6), Theme::px(12), Theme::px(6));
    row->setSpacing(Theme::px(12));
    line.sign->setParent(widget);
    row->addWidget(line.sign);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(Theme::px(2));
    texts->addWidget(makeWrapped(line.title, TypeRole::Strong, Ink::Text, widget));
    if (!line.detail.isEmpty())
        texts->addWidget(makeWrapped(line.detail, TypeRole::Small, Ink::Text2, widget));
    row->addLayout(texts, 1);
    if (line.due) {
        auto* place = new QWidget(widget);
        place->setFixedWidth(Theme::px(116));
        auto* in = new QHBoxLayout(place);
        in->setContentsMargins(0, 0, 0, 0);
        line.due->setParent(place);
        in->addWidget(line.due);
        in->addStretch();
        row->addWidget(place);
    }
    if (!line.verb.isEmpty()) {
        auto* button = compact(makeButton(line.verb, {}, line.strong ? ButtonKind::Primary : ButtonKind::Normal, widget));
        button->setObjectName(QStringLiteral("task%1").arg(m_count));
        button->setAccessibleName(tr("%1: %2").arg(line.verb, line.title));
        button->setMinimumWidth(Theme::px(112));
        connect(button, &QPushButton::clicked, this, [this, page = line.page, aim = line.aim] { emit opened(page, aim); });
        row->addWidget(button);
    }
    m_rows->addWidget(widget);
    ++m_count;
}

void TaskCard::setTasks(const std::vector<services::OverviewTask>& tasks)
{
    clear();
    setTitle(tr("Việc cần làm"));
    setRightText(tasks.empty() ? QString() : tr("%1 việc").arg(tasks.size()));
    for (const auto& task : tasks) {
        const Tone tone = toneOf(task.tone);
        const QString words = toQ(task.due);
        const bool open = words.isEmpty() || words.startsWith(QStringLiteral("không"));
        QWidget* due = open ? static_cast<QWidget*>(new Label(words, TypeRole::Small, Ink::Text2))
                            : new Chip(tone == Tone::Bad ? Tone::Bad : Tone::Warn, words, QStringLiteral("-"));
        const QString sign = hasIcon(toQ(task.icon)) ? toQ(task.icon) : toneIcon(tone);
        addLine({makeIconLabel(sign, cardInk(tone), 18), toQ(task.title), toQ(task.detail), due, toQ(task.action), toQ(task.page), {toQ(task.command), task.who, task.record}});
    }
    if (tasks.empty())
        addLine({makeIconLabel(QStringLiteral("check"), Ink::Ok, 18), tr("Không có việc nào đang chờ"),
                 tr("Việc đến hạn và chỗ còn thiếu sẽ hiện ở đây."), nullptr, {}, {}});
    m_rows->addStretch(1);
}

void TaskCard::setSteps(const std::vector<Step>& steps)
{
    clear();
    setTitle(tr("Bắt đầu năm học"));
    const auto done = std::count_if(steps.begin(), steps.end(), [](const Step& s) { return s.done; });
    setRightText(tr("đã xong %1 / %2 bước").arg(done).arg(steps.size()));
    bool next = true;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto& step = steps[i];
        QWidget* sign = step.done ? static_cast<QWidget*>(makeIconLabel(QStringLiteral("check"), Ink::Ok, 18))
                                  : new Label(QString::number(i + 1), TypeRole::PanelTitle, Ink::Accent);
        sign->setFixedWidth(Theme::px(18));
        addLine({sign, step.title, step.detail, nullptr, step.verb, step.page, {}, !step.done && next});
        next = next && step.done;
    }
    m_rows->addStretch(1);
}

TargetCard::TargetCard(QWidget* parent) : Card(tr("Chỉ tiêu năm học"), QStringLiteral("target"), QStringLiteral(" "), parent)
{
    setObjectName(QStringLiteral("targetCard"));
    m_nothing = makeWrapped(tr("Chưa có chỉ tiêu. Chỉ tiêu ghi trong kế hoạch thi đua của năm học."), TypeRole::Text, Ink::Text2, this);
    m_list = new TargetList;
    m_scroll = new CardScroll(m_list, 3 * 25, this);
    body()->addWidget(m_nothing);
    body()->addWidget(m_scroll, 1);
    auto* open = compact(makeButton(tr("Mở chỉ tiêu"), {}, ButtonKind::Normal, this));
    open->setObjectName(QStringLiteral("openTargets"));
    connect(open, &QPushButton::clicked, this, &TargetCard::opened);
    addToHead(open);
}

void TargetCard::setTargets(const std::vector<services::TargetRow>& targets)
{
    std::vector<TargetLook> looks;
    for (const auto& target : targets)
        looks.push_back(TargetLook::of(target));
    const auto met = std::count_if(looks.begin(), looks.end(), [](const TargetLook& l) { return l.state.tone() == Tone::Ok; });
    // What is still to be reached stands first.
    std::stable_partition(looks.begin(), looks.end(), [](const TargetLook& l) { return l.state.tone() != Tone::Ok; });
    setRightText(targets.empty() ? QString() : tr("đủ %1 / %2").arg(met).arg(targets.size()));
    m_list->set(std::move(looks));
    m_nothing->setVisible(targets.empty());
    m_scroll->setVisible(!targets.empty());
}

QuotaCard::QuotaCard(QWidget* parent) : Card(tr("Hạn mức theo quy định"), QStringLiteral("law"), {}, parent)
{
    setObjectName(QStringLiteral("quotaCard"));
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(Theme::px(4));
    body()->addLayout(m_rows);
    body()->addStretch(1);
}

void QuotaCard::setQuotas(const std::vector<services::QuotaLine>& quotas)
{
    clearLayout(*m_rows);
    for (const auto& quota : quotas) {
        QuotaState state;
        state.label = toQ(quota.title);
        state.value = quota.count;
        state.line = quota.allowed;
        if (!quota.basis.empty())
            state.words = tr("%1 (%2)").arg(QuotaState(state).shownWords(), toQ(quota.basis));
        auto* view = new QuotaView(state, this);
        view->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_rows->addWidget(view);
        if (!quota.citation.empty() || !quota.certain)
            m_rows->addWidget(makeCited(unbroken(toQ(quota.citation)), quota.certain, {}, TypeRole::Small, Ink::Text2, this));
    }
    if (quotas.empty())
        m_rows->addWidget(makeWrapped(tr("Không có hạn mức nào phải tính: chưa có đăng ký, đề nghị, hoặc quy định áp dụng không đặt hạn mức cho những gì đã đăng ký."), TypeRole::Text, Ink::Text2, this));
    else if (std::any_of(quotas.begin(), quotas.end(), [](const auto& q) { return !q.within; }))
        m_rows->addWidget(makeWrapped(tr("Vạch đậm là mức quy định cho phép; phần gạch chéo là số vượt."), TypeRole::Small, Ink::Text2, this));
}

SafetyCard::SafetyCard(QWidget* parent) : Card(tr("An toàn dữ liệu"), QStringLiteral("shield-ok"), {}, parent)
{
    setObjectName(QStringLiteral("safetyCard"));
    m_now = compact(makeButton(tr("Sao lưu ngay"), {}, ButtonKind::Normal, this));
    m_now->setObjectName(QStringLiteral("backupNow"));
    connect(m_now, &QPushButton::clicked, this, &SafetyCard::backupClicked);
    addToHead(m_now);
    m_parts = new QHBoxLayout;
    m_parts->setSpacing(Theme::px(12));
    body()->addLayout(m_parts);
}

Tone SafetyCard::tone(const services::BackupAge& age)
{
    if (age.never)
        return Tone::Bad;
    if (age.current)
        return Tone::Ok; // every operation so far is in it; nothing less is green
    return age.days > 1 || age.inFuture ? Tone::Warn : Tone::Mute;
}

QString SafetyCard::when(const services::BackupAge& age)
{
    const QDateTime at = QDateTime::fromString(toQ(age.at), Qt::ISODate).toLocalTime();
    const QString clock = at.toString(QStringLiteral("HH:mm"));
    if (age.days == 0)
        return tr("hôm nay %1").arg(clock);
    if (age.days == 1)
        return tr("hôm qua %1").arg(clock);
    const QString day = at.toString(QStringLiteral("dd/MM/yyyy"));
    return age.current ? day : tr("%1 – đã cũ %2 ngày").arg(day).arg(age.days);
}

void SafetyCard::addPart(Tone tone, const QString& title, const QString& detail)
{
    if (m_parts->count() > 0) {
        auto* rule = makeRule(this);
        rule->setFixedWidth(1);
        rule->setMinimumHeight(Theme::px(34));
        rule->setMaximumHeight(QWIDGETSIZE_MAX);
        m_parts->addWidget(rule);
    }
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(10));
    const QString sign = tone == Tone::Ok ? QStringLiteral("check") : tone == Tone::Mute ? QStringLiteral("backup") : QStringLiteral("warning");
    row->addWidget(makeIconLabel(sign, cardInk(tone), 16, part), 0, Qt::AlignVCenter);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeWrapped(title, TypeRole::Text, Ink::Text, part));
    texts->addWidget(makeWrapped(detail, TypeRole::Small, Ink::Text2, part));
    row->addLayout(texts, 1);
    m_parts->addWidget(part, 1);
}

void SafetyCard::setAge(const services::BackupAge& age, bool lookedAt)
{
    clearLayout(*m_parts);
    m_now->setEnabled(!lookedAt);
    if (lookedAt) {
        addPart(Tone::Mute, tr("Đang xem một bản sao lưu"), tr("Muốn sao lưu, xin mở tệp đang làm việc của trường."));
        return;
    }
    if (age.never) {
        addPart(Tone::Bad, tr("Chưa sao lưu lần nào"), tr("Cắm USB hoặc chọn thư mục khác ổ đĩa rồi bấm Sao lưu ngay."));
        return;
    }
    const QFileInfo file(toQ(age.path));
    addPart(tone(age), tr("Sao lưu đã kiểm tra: %1").arg(when(age)), tr("Tệp %1").arg(file.fileName()));
    if (age.current)
        addPart(Tone::Ok, tr("Mọi thay đổi đã có trong bản sao lưu"), tr("Từ lần sao lưu ấy chưa ghi thêm gì."));
    else
        addPart(tone(age), age.behind > 0 ? tr("%1 việc chưa có trong bản sao lưu").arg(age.behind) : tr("Có thay đổi sau lần sao lưu ấy"),
                age.inFuture ? tr("Bản sao lưu mang ngày sau hôm nay: xin xem lại đồng hồ máy.") : tr("Bấm Sao lưu ngay để có bản mới nhất."));
}

}
