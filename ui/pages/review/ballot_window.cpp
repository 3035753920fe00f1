// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/ballot_window.h"

#include "ui/pages/review/ballot_sheet.h"
#include "ui/pages/review/nominee_view.h"
#include "ui/pages/review/review_words.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace thidua::ui {

using services::CouncilService;

namespace {

QString whoWords(const services::RoundVoter& voter)
{
    const QString salutation = toQ(voter.salutation).toLower();
    return salutation.isEmpty() ? toQ(voter.name) : salutation + QLatin1Char(' ') + toQ(voter.name);
}

/// Words and buttons in the middle of an empty screen.
QVBoxLayout* middle(QWidget* screen)
{
    auto* across = new QHBoxLayout(screen);
    auto* column = new QVBoxLayout;
    column->setSpacing(Theme::px(16));
    across->addStretch(1);
    across->addLayout(column, 3);
    across->addStretch(1);
    return column;
}

QPushButton* big(QPushButton* button, const char* name)
{
    button->setObjectName(QLatin1String(name));
    button->setMinimumHeight(Theme::px(46));
    return button;
}

}

BallotWindow::BallotWindow(services::SchoolFile& file, services::MeetingDetail detail, services::BallotBox box, QWidget* parent)
    : QWidget(parent, Qt::Window), m_file(file), m_detail(std::move(detail)), m_box(std::move(box))
{
    setObjectName(QStringLiteral("ballot-window"));
    setWindowTitle(tr("Bỏ phiếu kín"));
    setWindowModality(Qt::ApplicationModal);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    for (const auto& voter : m_box.voters())
        m_queue.push_back(voter.member);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(makeRule(this));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildCall());
    m_stack->addWidget(buildFill());
    m_stack->addWidget(buildLook());
    m_stack->addWidget(buildAsk());
    column->addWidget(m_stack, 1);
    auto* send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(send, &QShortcut::activated, this, [this] {
        if (m_stack->currentIndex() == Fill)
            look();
    });
    call();
}

QWidget* BallotWindow::buildHead()
{
    auto* head = new QWidget(this);
    head->setProperty("body", "1");
    auto* across = new QHBoxLayout(head);
    across->setContentsMargins(Theme::px(48), Theme::px(16), Theme::px(48), Theme::px(12));
    auto* left = new QVBoxLayout;
    left->setSpacing(Theme::px(2));
    left->addWidget(new Label(m_box.round() > 1 ? tr("Phiếu bầu kín – vòng %1").arg(m_box.round()) : tr("Phiếu bầu kín"), TypeRole::BallotTitle, Ink::Text, head));
    auto* meeting = new Label(tr("%1, họp ngày %2").arg(toQ(m_detail.council.council.name), dateText(m_detail.meeting.heldOn)), TypeRole::BallotText, Ink::Text2, head);
    meeting->setElided(true);
    left->addWidget(meeting);
    across->addLayout(left, 1);
    m_count = new Label({}, TypeRole::BallotText, Ink::Text, head);
    m_count->setObjectName(QStringLiteral("ballot-count"));
    across->addWidget(m_count, 0, Qt::AlignTop);
    return head;
}

QWidget* BallotWindow::buildCall()
{
    auto* screen = new QWidget(this);
    auto* column = middle(screen);
    column->addStretch(2);
    m_callTitle = makeWrapped({}, TypeRole::BallotTitle, Ink::Text, screen);
    m_callTitle->setObjectName(QStringLiteral("ballot-call"));
    column->addWidget(m_callTitle);
    m_callText = makeWrapped({}, TypeRole::BallotText, Ink::Text2, screen);
    column->addWidget(m_callText);
    m_start = big(makeButton({}, {}, ButtonKind::Primary, screen), "ballot-start");
    m_later = big(makeButton(tr("Để người khác bỏ trước"), {}, ButtonKind::Normal, screen), "ballot-later");
    column->addWidget(review::makeRow({{m_start, 0}, {m_later, 0}, {new QWidget(screen), 1}}, screen));
    column->addStretch(2);
    m_waiting = makeWrapped({}, TypeRole::Text, Ink::Text2, screen);
    column->addWidget(m_waiting);
    m_error = makeWrapped({}, TypeRole::BallotText, Ink::Bad, screen);
    m_error->setObjectName(QStringLiteral("ballot-error"));
    m_error->hide();
    column->addWidget(m_error);
    column->addWidget(makeRule(screen));
    m_close = big(makeButton(tr("Chủ tọa khép hòm phiếu…"), QStringLiteral("lock"), ButtonKind::Normal, screen), "ballot-close");
    auto* stopIt = big(makeButton(tr("Dừng vòng này…"), {}, ButtonKind::Danger, screen), "ballot-stop");
    column->addWidget(review::makeRow({{m_close, 0}, {new QWidget(screen), 1}, {stopIt, 0}}, screen));
    column->addSpacing(Theme::px(24));
    connect(m_start, &QPushButton::clicked, this, [this] { m_queue.empty() ? askClose() : startBallot(); });
    connect(m_later, &QPushButton::clicked, this, &BallotWindow::letOtherFirst);
    connect(m_close, &QPushButton::clicked, this, &BallotWindow::askClose);
    connect(stopIt, &QPushButton::clicked, this, &BallotWindow::askStop);
    return screen;
}

QWidget* BallotWindow::buildFill()
{
    auto* screen = new QWidget(this);
    auto* column = new QVBoxLayout(screen);
    column->setContentsMargins(Theme::px(48), Theme::px(20), Theme::px(48), 0);
    column->setSpacing(Theme::px(12));
    auto* across = new QHBoxLayout;
    across->setSpacing(Theme::px(16));
    auto* card = new Card({}, {}, {}, screen);
    card->body()->setContentsMargins(0, 0, 0, 0);
    m_sheet = new BallotSheet(card);
    card->body()->addWidget(m_sheet);
    across->addWidget(card, 15);
    auto* facts = new Card({}, {}, {}, screen);
    facts->body()->setContentsMargins(0, 0, 0, 0);
    m_nominee = new NomineeView(NomineeView::Size::Beside, facts);
    facts->body()->addWidget(makeScrolling(m_nominee, facts));
    across->addWidget(facts, 8);
    column->addLayout(across, 1);
    auto* keys = new Label(tr("<b>↑ ↓</b> chọn dòng &nbsp;&nbsp; <b>1</b> đồng ý &nbsp;&nbsp; <b>2</b> không đồng ý &nbsp;&nbsp; <b>3</b> ý kiến khác &nbsp;&nbsp; "
                              "<b>0</b> để trống &nbsp;&nbsp; <b>Enter</b> xem lại và gửi"),
                           TypeRole::Text, Ink::Text2, screen);
    m_openLines = new Label({}, TypeRole::Strong, Ink::Warn, screen);
    m_openLines->setObjectName(QStringLiteral("ballot-open-lines"));
    column->addWidget(review::makeRow({{keys, 1}, {m_openLines, 0}}, screen));
    column->addWidget(makeRule(screen));
    m_promise = makeWrapped({}, TypeRole::BallotText, Ink::Text, screen);
    auto* blank = big(makeButton(tr("Để trống cả lá"), {}, ButtonKind::Normal, screen), "ballot-blank");
    auto* lookOver = big(makeButton(tr("Xem lại và gửi phiếu"), {}, ButtonKind::Primary, screen), "ballot-look");
    auto* foot = review::makeRow({{makeIconLabel(QStringLiteral("lock"), Ink::Text2, 20, screen), 0}, {m_promise, 1}, {blank, 0}, {lookOver, 0}}, screen);
    foot->layout()->setContentsMargins(0, Theme::px(4), 0, Theme::px(16));
    column->addWidget(foot);
    connect(m_sheet, &BallotSheet::lineChanged, this, &BallotWindow::showLine);
    connect(m_sheet, &BallotSheet::chosen, this, &BallotWindow::showOpen);
    connect(m_sheet, &BallotSheet::reviewWanted, this, &BallotWindow::look);
    connect(blank, &QPushButton::clicked, m_sheet, &BallotSheet::leaveBlank);
    connect(blank, &QPushButton::clicked, this, &BallotWindow::look);
    connect(lookOver, &QPushButton::clicked, this, &BallotWindow::look);
    return screen;
}

QWidget* BallotWindow::buildLook()
{
    auto* screen = new QWidget(this);
    auto* column = middle(screen);
    column->addSpacing(Theme::px(24));
    column->addWidget(new Label(tr("Xem lại lá phiếu trước khi gửi"), TypeRole::BallotTitle, Ink::Text, screen));
    auto* inner = new QWidget(screen);
    m_lookRows = new QVBoxLayout(inner);
    m_lookRows->setContentsMargins(0, 0, 0, 0);
    m_lookRows->setSpacing(Theme::px(8));
    column->addWidget(makeScrolling(inner, screen), 1);
    m_lookNote = makeWrapped({}, TypeRole::BallotText, Ink::Warn, screen);
    column->addWidget(m_lookNote);
    m_send = big(makeButton(tr("Gửi phiếu"), QStringLiteral("send"), ButtonKind::Primary, screen), "ballot-send");
    auto* back = big(makeButton(tr("Sửa lại"), {}, ButtonKind::Normal, screen), "ballot-back");
    column->addWidget(review::makeRow({{m_send, 0}, {back, 0}, {new QWidget(screen), 1}}, screen));
    column->addSpacing(Theme::px(24));
    connect(m_send, &QPushButton::clicked, this, &BallotWindow::cast);
    connect(back, &QPushButton::clicked, this, [this] { showScreen(Fill); });
    return screen;
}

QWidget* BallotWindow::buildAsk()
{
    auto* screen = new QWidget(this);
    auto* column = middle(screen);
    column->addStretch(1);
    m_askTitle = makeWrapped({}, TypeRole::BallotTitle, Ink::Text, screen);
    m_askText = makeWrapped({}, TypeRole::BallotText, Ink::Text2, screen);
    m_askText->setObjectName(QStringLiteral("ballot-question"));
    m_askYes = big(makeButton({}, {}, ButtonKind::Normal, screen), "ballot-yes");
    m_askNo = big(makeButton({}, {}, ButtonKind::Primary, screen), "ballot-no");
    column->addWidget(m_askTitle);
    column->addWidget(m_askText);
    column->addWidget(review::makeRow({{m_askNo, 0}, {m_askYes, 0}, {new QWidget(screen), 1}}, screen));
    column->addStretch(2);
    connect(m_askNo, &QPushButton::clicked, this, [this] { showScreen(m_askBack); });
    connect(m_askYes, &QPushButton::clicked, this, [this] {
        showScreen(m_askBack);
        m_askRun();
    });
    return screen;
}

void BallotWindow::showScreen(Screen screen)
{
    m_stack->setCurrentIndex(screen);
    switch (screen) {
    case Call: m_start->setFocus(); break;
    case Fill: m_sheet->setFocus(); break;
    case Look: m_send->setFocus(); break;
    case Ask: m_askNo->setFocus(); break;
    }
}

const services::RoundVoter* BallotWindow::turn() const
{
    if (m_queue.empty())
        return nullptr;
    return &*std::ranges::find(m_box.voters(), m_queue.front(), &services::RoundVoter::member);
}

/// In the order of the council's list: the order in which they are called says nothing either.
QStringList BallotWindow::waiting() const
{
    QStringList names;
    for (const auto& voter : m_box.voters())
        if (!m_box.hasVoted(voter.member))
            names << toQ(voter.name);
    return names;
}

void BallotWindow::call()
{
    m_sheet->clear();
    m_nominee->clear();
    const auto* voter = turn();
    const int all = static_cast<int>(m_box.voters().size());
    m_count->setText(voter ? tr("Lá phiếu thứ %1 trong %2").arg(m_box.ballots() + 1).arg(all) : tr("%1 / %2 người đã bỏ phiếu").arg(m_box.ballots()).arg(all));
    m_later->setVisible(m_queue.size() > 1);
    m_close->setVisible(voter != nullptr && m_box.ballots() > 0);
    if (!voter) {
        m_callTitle->setText(tr("Mọi thành viên đã bỏ phiếu"));
        m_callText->setText(tr("Chủ tọa khép hòm phiếu. Khi đó máy mới ghi tổng số phiếu từng dòng và danh sách người đã bỏ phiếu, cùng một lúc."));
        m_start->setText(tr("Khép hòm phiếu"));
        m_waiting->setText({});
    } else {
        m_callTitle->setText(m_box.ballots() == 0 ? tr("Mời %1 bỏ phiếu").arg(whoWords(*voter).toHtmlEscaped())
                                                  : tr("Xin chuyển máy cho người tiếp theo: %1").arg(whoWords(*voter).toHtmlEscaped()));
        m_callText->setText(voter->byLetter ? tr("Phiếu gửi bằng văn bản: Ban kiểm phiếu mở phong bì và nhập đúng như lá phiếu.")
                                            : tr("Chỉ người bỏ phiếu nhìn màn hình. Máy không ghi ai chọn thế nào; các lá phiếu trước không xem lại được."));
        m_start->setText(voter->byLetter ? tr("Nhập phiếu gửi của %1").arg(whoWords(*voter)) : tr("Tôi là %1, bắt đầu bỏ phiếu").arg(toQ(voter->name)));
        m_waiting->setText(tr("Chưa bỏ phiếu: %1.").arg(waiting().join(QStringLiteral(", ")).toHtmlEscaped()));
    }
    showScreen(Call);
}

void BallotWindow::letOtherFirst()
{
    std::ranges::rotate(m_queue, m_queue.begin() + 1);
    call();
}

void BallotWindow::startBallot()
{
    const auto* voter = turn();
    m_error->hide();
    m_sheet->start(m_detail, voter->lines);
    m_promise->setText(tr("Máy chỉ ghi rằng %1 đã bỏ phiếu, không ghi chọn thế nào.").arg(whoWords(*voter).toHtmlEscaped()));
    showOpen();
    showScreen(Fill);
}

void BallotWindow::showLine(int line)
{
    if (auto sheet = services::nomineeSheet(m_file, m_sheet->lines()[static_cast<std::size_t>(line)]))
        m_nominee->show(*sheet);
}

void BallotWindow::showOpen()
{
    const int open = m_sheet->open();
    m_openLines->setText(open > 0 ? tr("Còn %1 dòng chưa chọn").arg(open) : QString());
}

void BallotWindow::look()
{
    clearLayout(*m_lookRows);
    std::string honour;
    for (const auto& row : m_sheet->lines()) {
        if (row.honourName != honour) {
            honour = row.honourName;
            m_lookRows->addWidget(new Label(toQ(honour), TypeRole::Strong, Ink::Text2, this));
        }
        const auto chosen = m_sheet->choices().find(row.line);
        const QString answer = chosen == m_sheet->choices().end() ? tr("để trống") : BallotSheet::wordOf(chosen->second);
        auto* words = new Label(answer, TypeRole::BallotName, chosen == m_sheet->choices().end() ? Ink::Warn : Ink::Text, this);
        words->setFixedWidth(Theme::px(180));
        m_lookRows->addWidget(review::makeRow({{makeWrapped(toQ(row.name).toHtmlEscaped(), TypeRole::BallotText, Ink::Text, this), 1}, {words, 0}}, this));
    }
    m_lookRows->addStretch(1);
    const int open = m_sheet->open();
    m_lookNote->setText(open > 0 ? tr("%1 dòng để trống: gửi đi thì các dòng ấy tính là phiếu không hợp lệ.").arg(open) : QString());
    m_lookNote->setVisible(open > 0);
    showScreen(Look);
}

void BallotWindow::cast()
{
    const auto done = m_box.cast(m_queue.front(), m_sheet->choices());
    m_sheet->clear();
    clearLayout(*m_lookRows);
    if (!done) {
        m_error->setText(sentenceOf(done.error()).toHtmlEscaped());
        m_error->show();
    }
    m_queue.erase(m_queue.begin());
    call();
}

void BallotWindow::putAside()
{
    clearLayout(*m_lookRows);
    call();
}

void BallotWindow::ask(const QString& title, const QString& text, const QString& yes, const QString& no, std::function<void()> run, Screen back)
{
    m_askTitle->setText(title.toHtmlEscaped());
    m_askText->setText(text.toHtmlEscaped());
    m_askYes->setText(yes);
    m_askNo->setText(no);
    m_askRun = std::move(run);
    m_askBack = back;
    showScreen(Ask);
}

void BallotWindow::askClose()
{
    const auto left = waiting();
    if (left.isEmpty())
        return closeBox();
    ask(tr("Khép hòm phiếu khi còn %1 người chưa bỏ?").arg(left.size()),
        tr("%1 không bỏ phiếu ở vòng này được nữa; phiếu của họ tính là phát ra mà không thu về.").arg(left.join(QStringLiteral(", "))),
        tr("Khép hòm phiếu"), tr("Chờ họ bỏ phiếu"), [this] { closeBox(); }, Call);
}

void BallotWindow::askStop()
{
    ask(tr("Dừng vòng bỏ phiếu này?"),
        m_box.ballots() > 0 ? tr("%1 lá phiếu đã bỏ sẽ mất, không ghi gì về chúng; vòng này phải bỏ phiếu lại từ đầu.").arg(m_box.ballots())
                            : tr("Chưa có lá phiếu nào; có thể mở lại bất cứ lúc nào."),
        tr("Dừng vòng này"), tr("Bỏ phiếu tiếp"), [this] { stop(); }, Call);
}

void BallotWindow::closeBox()
{
    auto written = CouncilService(m_file).closeRound(m_box);
    end(written ? Result<domain::ChangeSet>(std::move(written->changes)) : tl::unexpected<Error>(std::move(written.error())));
}

void BallotWindow::stop()
{
    auto written = CouncilService(m_file).voidRound(m_box.meeting(), m_box.id(), {});
    end(written ? Result<domain::ChangeSet>(std::move(written->changes)) : tl::unexpected<Error>(std::move(written.error())));
}

void BallotWindow::end(Result<domain::ChangeSet> written)
{
    if (!written) {
        m_error->setText(sentenceOf(written.error()).toHtmlEscaped());
        m_error->show();
        return;
    }
    m_done = true;
    close();
    emit finished(*written);
}

void BallotWindow::closeEvent(QCloseEvent* event)
{
    if (m_done)
        return event->accept();
    event->ignore();
    if (m_stack->currentIndex() != Fill && m_stack->currentIndex() != Look)
        askStop();
}

void BallotWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    switch (m_stack->currentIndex()) {
    case Call: return askStop();
    case Fill:
        return ask(tr("Bỏ lá phiếu đang chọn?"), tr("Những gì vừa chọn mất đi; người này chưa bỏ phiếu và có thể bắt đầu lại."), tr("Bỏ lá phiếu này"),
                   tr("Chọn tiếp"), [this] { putAside(); }, Fill);
    case Look: return showScreen(Fill);
    default: return showScreen(m_askBack);
    }
}

}
