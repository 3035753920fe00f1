// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/law/rule_pack_service.h"
#include "ui/pages/rules/packs_view.h"

#include "ui/pages/rules/plain_label.h"
#include "ui/text/path_words.h"
#include "ui/widgets/clear_layout.h"

#include <QBoxLayout>
#include <QDir>
#include <QScrollArea>

namespace thidua::ui::rules_page {

using services::RulePackService;

namespace {

constexpr int kFormWidth = 560;

QHBoxLayout* makeFoot(std::initializer_list<QPushButton*> buttons)
{
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(16), Theme::px(2), Theme::px(16), Theme::px(10));
    foot->setSpacing(Theme::px(8));
    for (auto* button : buttons)
        foot->addWidget(button);
    foot->addStretch();
    return foot;
}

QPushButton* named(QPushButton* button, const char* name)
{
    button->setObjectName(QLatin1String(name));
    return button;
}

}

PacksView::PacksView(Shell& shell, SchoolContext& context, QWidget* parent) : CurrentStack(parent), m_shell(shell), m_context(context)
{
    buildOffer();
    buildExport();
}

void PacksView::buildOffer()
{
    m_offerPage = new QWidget(this);
    auto* row = new QHBoxLayout(m_offerPage);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(12));
    auto* card = new Card(tr("Bộ quy định sẽ dùng"), QStringLiteral("import"), {}, m_offerPage);
    card->body()->setContentsMargins(0, 0, 0, 0);
    auto* inner = new QWidget;
    m_facts = new QVBoxLayout(inner);
    m_facts->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    m_facts->setSpacing(Theme::px(6));
    m_facts->addStretch();
    card->body()->addWidget(makeScrolling(inner, card), 1);
    card->body()->addWidget(makeRule(card));
    m_take = named(makeButton(tr("Dùng bộ quy định này"), QStringLiteral("check"), ButtonKind::Primary, card), "pack-take");
    auto* drop = named(makeButton(tr("Thôi"), {}, ButtonKind::Normal, card), "pack-cancel");
    connect(m_take, &QPushButton::clicked, this, &PacksView::take);
    connect(drop, &QPushButton::clicked, this, &PacksView::done);
    card->body()->addLayout(makeFoot({m_take, drop}));
    row->addWidget(card, 5);
    m_changes = new ChangesList(m_offerPage);
    row->addWidget(m_changes, 4);
    addWidget(m_offerPage);
}

void PacksView::buildExport()
{
    m_exportPage = new QWidget(this);
    auto* column = new QVBoxLayout(m_exportPage);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(tr("Xuất bộ quy định"), QStringLiteral("send"), {}, m_exportPage);
    card->setMaximumWidth(Theme::px(kFormWidth));
    card->body()->setContentsMargins(0, Theme::px(10), 0, 0);
    auto* form = new FormLayout(1, card);
    form->setContentsMargins(Theme::px(16), 0, Theme::px(16), 0);
    form->addText(tr("Tệp xuất ra mang cả bộ quy định đang dùng, không mang quy chế riêng của trường; trường khác nạp tệp này ở trang Quy định."));
    m_binder = new FormBinder<Words>(form);
    m_firstField = new LineField(tr("ví dụ: Bộ quy định thi đua, khen thưởng tháng 10/2026"));
    m_firstField->setObjectName(QStringLiteral("pack-title"));
    m_binder->bind("title", form->add(tr("Tên bộ quy định"), m_firstField)->required(), m_firstField, &Words::title);
    auto* author = new LineField(tr("ví dụ: Phòng Văn hóa – Xã hội xã Măng Đen"));
    author->setObjectName(QStringLiteral("pack-author"));
    m_binder->bind("author", form->add(tr("Người, cơ quan soạn"), author)->required(), author, &Words::author);
    auto* reason = new LineField(tr("ví dụ: Cập nhật theo nghị định mới"));
    reason->setObjectName(QStringLiteral("pack-reason"));
    m_binder->bind("reason", form->add(tr("Lý do"), reason)->required(), reason, &Words::reason);
    card->body()->addWidget(form);
    auto* write = named(makeButton(tr("Chọn chỗ lưu và xuất…"), QStringLiteral("save"), ButtonKind::Primary, card), "pack-write");
    auto* drop = named(makeButton(tr("Thôi"), {}, ButtonKind::Normal, card), "pack-export-cancel");
    connect(write, &QPushButton::clicked, this, &PacksView::write);
    connect(drop, &QPushButton::clicked, this, &PacksView::done);
    card->body()->addLayout(makeFoot({write, drop}));
    column->addWidget(card);
    column->addStretch();
    addWidget(m_exportPage);
}

void PacksView::showOffer(const services::PackOffer& offer)
{
    m_offer = offer;
    clearLayout(*m_facts, 1);
    auto* parent = m_facts->parentWidget();
    const auto add = [this](QWidget* widget) { m_facts->insertWidget(m_facts->count() - 1, widget); };
    add(makePlain(toQ(offer.pack.title), TypeRole::PanelTitle, Ink::Text, parent));
    auto* facts = new DetailList(DetailList::Form::Beside, parent);
    facts->add(tr("Soạn"), makePlain(toQ(offer.pack.author), TypeRole::Text, Ink::Text, facts));
    facts->add(tr("Lý do"), makePlain(toQ(offer.pack.reason), TypeRole::Text, Ink::Text, facts));
    facts->add(tr("Mã kiểm tra"), toQ(offer.pack.hash).left(16));
    add(facts);
    add(makeSectionHead(tr("Khác với bộ quy định đang dùng"), tr("%1 chỗ").arg(offer.changed.size()), parent));
    showFacts(offer.changed);
    m_changes->showChanges(offer.verdicts);
    m_renewed = false;
    m_take->setText(tr("Dùng bộ quy định này"));
    setCurrentWidget(m_offerPage);
    m_take->setFocus(Qt::OtherFocusReason);
}

void PacksView::showFacts(const std::vector<std::string>& changed)
{
    auto* parent = m_facts->parentWidget();
    const auto add = [this](QWidget* widget) { m_facts->insertWidget(m_facts->count() - 1, widget); };
    if (changed.empty())
        add(makeWrapped(tr("Không có chỗ nào khác."), TypeRole::Text, Ink::Text2, parent));
    for (const auto& change : changed)
        add(makePlain(QStringLiteral("– ") + toQ(change), TypeRole::Text, Ink::Text, parent));
}

void PacksView::showRenewed(const services::RulesRenewed& renewed)
{
    clearLayout(*m_facts, 1);
    auto* parent = m_facts->parentWidget();
    const auto add = [this](QWidget* widget) { m_facts->insertWidget(m_facts->count() - 1, widget); };
    add(makePlain(tr("Bộ quy định đi theo chương trình đã đổi mới"), TypeRole::PanelTitle, Ink::Text, parent));
    add(makeWrapped(tr("%1 đề nghị đang xét được kết luận theo bộ quy định trước. Chưa có gì thay đổi; hồ sơ Hội đồng đã xét giữ nguyên kết luận cũ.")
                        .arg(renewed.nominations), TypeRole::Text, Ink::Text2, parent));
    add(makeSectionHead(tr("Khác với bộ quy định trước"), tr("%1 chỗ").arg(renewed.what.size()), parent));
    showFacts(renewed.what);
    m_changes->showChanges(renewed.verdicts);
    m_renewed = true;
    m_take->setText(tr("Xét lại theo quy định mới"));
    setCurrentWidget(m_offerPage);
    m_take->setFocus(Qt::OtherFocusReason);
}

void PacksView::take()
{
    if (m_renewed) {
        if (m_shell.runner.run([this] { return services::RulesRenewedService(m_context.file).judgeAgain(); }))
            emit done();
        return;
    }
    if (m_shell.runner.run([this] { return RulePackService(m_context.file).takePack(m_offer); }))
        emit done();
}

void PacksView::startExport()
{
    m_binder->load({});
    setCurrentWidget(m_exportPage);
    m_firstField->setFocus(Qt::OtherFocusReason);
}

void PacksView::write()
{
    const Words words = m_binder->draft();
    const std::vector<std::pair<const char*, const std::string*>> needed = {{"title", &words.title}, {"author", &words.author}, {"reason", &words.reason}};
    std::vector<FieldIssue> missing;
    for (const auto& [field, text] : needed)
        if (text->empty())
            missing.push_back({field, std::string("pack.") + field + "-missing", {}});
    if (!missing.empty()) {
        m_binder->showIssues(missing);
        m_binder->focusFirstError();
        return;
    }
    const auto path = m_shell.prompter.saveFile(tr("Xuất bộ quy định"), toQ(words.title).replace(QLatin1Char('/'), QLatin1Char('-')) + QStringLiteral(".json"),
                                                {{tr("Bộ quy định"), {QStringLiteral("json")}}}, QStringLiteral("rule-pack"));
    if (!path)
        return;
    const bool written = m_shell.runner.read(
        [&] { return RulePackService(m_context.file).exportPack(toPath(*path), words.title, words.author, words.reason); },
        [](auto) {});
    if (!written)
        return;
    m_binder->markSaved();
    m_shell.status.say(tr("Đã xuất bộ quy định ra %1.").arg(QDir::toNativeSeparators(*path)), Tone::Ok);
    emit done();
}

}
