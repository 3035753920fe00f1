// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/preview_side.h"

#include "ui/kit.h"

#include <QBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace thidua::ui {
namespace {

QWidget* makeCheck(Tone tone, const QString& title, const QString& detail, QWidget* parent)
{
    auto* line = new QWidget(parent);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    const bool good = tone == Tone::Ok;
    row->addWidget(makeIconLabel(good ? QStringLiteral("check") : QStringLiteral("warning"), good ? Ink::Ok : Ink::Warn, 16, line), 0,
                   Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeWrapped(title, TypeRole::Text, Ink::Text, line));
    if (!detail.isEmpty())
        texts->addWidget(makeWrapped(detail, TypeRole::Small, Ink::Text2, line));
    row->addLayout(texts, 1);
    return line;
}

bool hasTable(const documents::Document& document)
{
    for (const auto& part : document.parts)
        for (const auto& block : part.blocks)
            if (std::holds_alternative<documents::Table>(block))
                return true;
    return false;
}

}

QString sheetWords(const documents::Document& document)
{
    const auto lies = [](const documents::Part& p) { return p.page.orientation == documents::Orientation::Landscape; };
    const auto wide = std::count_if(document.parts.begin(), document.parts.end(), lies);
    if (wide == 0)
        return PreviewSide::tr("A4 dọc");
    return static_cast<std::size_t>(wide) == document.parts.size() ? PreviewSide::tr("A4 ngang") : PreviewSide::tr("A4 dọc và ngang");
}

QString marginWords(const documents::Document& document)
{
    const auto page = document.parts.empty() ? documents::PageSetup{} : document.parts.front().page;
    const auto mm = [](double value) { return QString::number(value).replace(QLatin1Char('.'), QLatin1Char(',')); };
    return PreviewSide::tr("%1, %2, %3, %4\u00A0mm").arg(mm(page.top), mm(page.bottom), mm(page.left), mm(page.right));
}

PreviewSide::PreviewSide(const documents::Document& document, int pageCount, const std::vector<std::string>& notes, QWidget* parent) : QFrame(parent)
{
    setProperty("card", "1");
    setObjectName(QStringLiteral("previewSide"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto* inner = new QWidget(scroll);
    inner->setProperty("body", "1");
    inner->setAutoFillBackground(false);
    auto* body = new QVBoxLayout(inner);
    body->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    body->setSpacing(Theme::px(8));
    body->addWidget(makeWrapped(toQ(document.title), TypeRole::PanelTitle, Ink::Text, inner));
    if (!document.author.empty())
        body->addWidget(makeWrapped(toQ(document.author), TypeRole::Text, Ink::Text2, inner));
    body->addWidget(makeRule(inner));
    body->addWidget(makeChecks(document, pageCount, notes));
    body->addWidget(makeRule(inner));
    body->addWidget(makeFacts(document, pageCount));
    body->addStretch(1);
    body->addWidget(makeWrapped(tr("Bản in và PDF đúng như bản xem này. Word và Excel để sửa tiếp: sửa ở đó không làm đổi sổ của trường."),
                                TypeRole::Small, Ink::Text2, inner));
    scroll->setWidget(inner);
    column->addWidget(scroll);
}

QWidget* PreviewSide::makeChecks(const documents::Document& document, int pageCount, const std::vector<std::string>& notes)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(makeSectionHead(tr("Kiểm tra trước khi in"), {}, box));
    for (const auto& gap : document.gaps)
        column->addWidget(makeCheck(Tone::Warn, tr("Còn thiếu: %1").arg(toQ(gap.label)), tr("Chỗ ấy in thành “[…]”."), box));
    for (const auto& note : notes)
        column->addWidget(makeCheck(Tone::Warn, toQ(note), {}, box));
    if (document.gaps.empty())
        column->addWidget(makeCheck(Tone::Ok, tr("Đủ các phần mà văn bản này cần"), {}, box));
    column->addWidget(makeCheck(Tone::Ok, pageCount == 1 ? tr("Vừa một trang") : tr("Chia thành %1 trang").arg(pageCount),
                                hasTable(document) && pageCount > 1 ? tr("Đầu bảng in lại ở mỗi trang; không dòng nào bị cắt.") : QString(),
                                box));
    return box;
}

QWidget* PreviewSide::makeFacts(const documents::Document& document, int pageCount)
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    column->addWidget(makeSectionHead(tr("Văn bản"), {}, box));
    auto* facts = new DetailList(DetailList::Form::Beside, box);
    facts->add(tr("Thể thức"), unbroken(tr("NĐ 30/2020")));
    facts->add(tr("Khổ giấy"), sheetWords(document));
    facts->add(tr("Lề"), marginWords(document));
    facts->add(tr("Số trang"), QString::number(pageCount));
    column->addWidget(facts);
    return box;
}

}
