// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/texts/texts_page.h"

#include "services/core/reads.h"
#include "services/prepare/plan_service.h"
#include "ui/pages/kit/attachments_view.h"
#include "ui/pages/plans/legal_text_form.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace thidua::ui::prepare {

namespace reads = services::reads;
using domain::EntityKind;
using domain::Op;
using domain::TextForce;
using services::PlanService;

namespace {

Tone toneOf(TextForce force)
{
    switch (force) {
    case TextForce::InForce: return Tone::Ok;
    case TextForce::NotYet: return Tone::Info;
    case TextForce::Over: break;
    }
    return Tone::Warn;
}

QString guidedText(const domain::LegalText& text)
{
    if (!text.guidesFrom && !text.guidesTo)
        return {};
    const int from = text.guidesFrom.value_or(*(text.guidesTo ? text.guidesTo : text.guidesFrom));
    const int to = text.guidesTo.value_or(from);
    return from == to ? toQ(SchoolYear(from).screen()) : TextsPage::tr("%1 đến %2").arg(toQ(SchoolYear(from).screen()), toQ(SchoolYear(to).screen()));
}

/// “plan:12”
QString keyOf(const services::TextUse& use)
{
    return QStringLiteral("%1:%2").arg(static_cast<int>(use.kind)).arg(use.id);
}

}

TextsPage::TextsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "legalTexts",
                  .listName = tr("Danh mục văn bản căn cứ"),
                  .panelWidth = 360,
                  .opens = EntityKind::LegalText,
                  .reads = reads::textLibrary() | reads::attachments() | reads::legalTexts() | reads::years() | reads::rules(),
                  .chooseFirst = tr("Chọn một văn bản trước."),
                  .nothingChosen = tr("Chọn một văn bản để xem hiệu lực và nơi dẫn đến nó."),
                  .nothingHere = tr("Văn bản được chọn sẽ hiện ở đây."),
                  .sortBy = "issued",
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .selectFirst = true,
                  .paperTitle = tr("Danh mục văn bản căn cứ")},
                 [](const Row& row) { return row.id.value(); })
{
    buildOffer();
    declareColumns();
    declareVerbs();
    build();
    setEmpty("law", tr("Kho văn bản căn cứ của nhà trường"),
             tr("Luật, nghị định, thông tư, nghị quyết, kế hoạch và công văn mà kế hoạch, quyết định, tờ trình dựa vào. Ghi một lần, câu “Căn cứ …” tự viết."), "add");
    setViews("textForce", {{"all", tr("Tất cả"), {}},
                           {"in-force", tr("Còn hiệu lực"), [](const Row& r) { return r.force == TextForce::InForce; }},
                           {"not-yet", tr("Chưa có hiệu lực"), [](const Row& r) { return r.force == TextForce::NotYet; }},
                           {"over", tr("Hết hiệu lực"), [](const Row& r) { return r.force == TextForce::Over; }, Tone::Warn, QStringLiteral("clock")}});
}

void TextsPage::buildOffer()
{
    m_offer = new SearchField(tr("Lấy vào kho một văn bản mà quy định thi đua, khen thưởng dẫn đến: gõ số hoặc trích yếu…"), this);
    m_offer->setObjectName(QStringLiteral("textOffer"));
    m_offer->setAccessibleName(tr("Lấy vào kho một văn bản mà quy định dẫn đến"));
    m_offer->onChanged = [this] {
        if (m_offer->value()) // after the field has finished taking its value
            QTimer::singleShot(0, this, [this] {
                if (const auto at = m_offer->value()) {
                    m_offer->clear();
                    take(static_cast<std::size_t>(*at));
                }
            });
    };
    content()->addWidget(m_offer);
}

void TextsPage::declareColumns()
{
    setColumns({
        column("name", tr("Văn bản"), [](const Row& r) {
            Cell cell = Cell::twoLines(nameOf(r.text), toQ(r.text.subject));
            cell.tip = toQ(domain::basisWording(r.text));
            return cell;
        }, 240).stretched().summed([](const Rows& rows) { return tr("%1 văn bản").arg(rows.size()); }),
        column("issuer", tr("Cơ quan ban hành"), [](const Row& r) {
            return Cell::twoLines(toQ(r.text.issuer), labelOf(domain::levelOf(r.text)));
        }, 168),
        column("issued", tr("Ngày"), [](const Row& r) { return orDash(dateText(r.text.issuedOn)); }, 86)
            .sorted([](const Row& r) { return r.text.issuedOn ? SortKey(r.text.issuedOn->iso()) : SortKey(std::string()); }),
        column("force", tr("Hiệu lực"), [](const Row& r) {
            Cell cell = Cell::mark(toneOf(r.force), labelOf(r.force), r.force == TextForce::InForce ? QString() : QStringLiteral("clock"));
            cell.tip = toQ(r.successor);
            return cell;
        }, 130).summed([](const Rows& rows) {
            const auto over = std::count_if(rows.begin(), rows.end(), [](const Row* r) { return r->force == TextForce::Over; });
            return over > 0 ? tr("%1 hết hiệu lực").arg(over) : QString();
        }),
        column("uses", tr("Nơi dẫn"), [](const Row& r) { return countOrDash(static_cast<std::int64_t>(r.uses.size())); }, 66).right()
            .sorted([](const Row& r) { return SortKey(static_cast<int>(r.uses.size())); }),
        column("guides", tr("Năm học"), [](const Row& r) { return orDash(guidedText(r.text)); }, 110).hide(),
        column("successor", tr("Được thay bằng"), [](const Row& r) { return orDash(toQ(r.successor)); }, 180).hide(),
    });
    const auto heading = [](const QString& label, const Rows& rows) { return tr("%1 – %2 văn bản").arg(label).arg(rows.size()); };
    addGrouping({"level", tr("Gom theo cấp ban hành"), [](const Row& r) { return labelOf(domain::levelOf(r.text)); },
                 [](const Row& r) { return SortKey(static_cast<int>(domain::levelOf(r.text))); }, heading});
    addGrouping({"kind", tr("Gom theo loại văn bản"), [](const Row& r) { return toQ(r.text.kind); }, {}, heading});
}

void TextsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Thêm văn bản"), .icon = "plus", .places = InHead, .operation = Op::AddLegalText, .anyYear = true,
             .words = tr("văn bản căn cứ mới công văn nghị quyết"), .run = [this] { openForm(nullptr); }});
    addVerb({.id = "print", .text = tr("In danh mục"), .icon = "print", .places = InHead, .run = [this] { printList(); }});
    addRowVerb({.id = "edit", .text = tr("Sửa văn bản"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditLegalText, .anyYear = true, .brief = tr("Sửa")},
               [this](const Row& row) { openForm(&row); });
    addRowVerb({.id = "wording", .text = tr("Chép câu căn cứ"), .icon = "copy", .places = InMore | OnRow | InFoot, .keepsForm = true}, [this](const Row& row) {
        QGuiApplication::clipboard()->setText(toQ(domain::basisLine(row.text)));
        shell().status.say(tr("Đã chép câu căn cứ; Ctrl+V để dán."));
    });
    addRowVerb({.id = "remove", .text = tr("Xóa văn bản…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveLegalText, .anyYear = true,
                .brief = tr("Xóa…")},
               [this](const Row& row) { remove(row); });
}

std::vector<services::LibraryText> TextsPage::readRows()
{
    return readOr([&] { return services::textLibrary(file(), file().clock().today()); });
}

void TextsPage::afterRead()
{
    auto ready = services::readyTexts(file());
    m_ready = ready ? std::move(*ready) : std::vector<services::ReadyText>();
    const Date today = file().clock().today();
    std::stable_partition(m_ready.begin(), m_ready.end(), [today](const auto& one) { return domain::forceOn(one.text, nullptr, today) == TextForce::InForce; });
    std::vector<SearchField::Option> options;
    for (std::size_t i = 0; i < m_ready.size(); ++i) {
        const auto& text = m_ready[i].text;
        QString second = QStringLiteral("%1; %2").arg(originOf(text), toQ(text.subject));
        if (const auto force = domain::forceOn(text, nullptr, today); force != TextForce::InForce)
            second.prepend(labelOf(force) + QStringLiteral("; "));
        options.push_back({static_cast<std::int64_t>(i), nameOf(text), second});
    }
    m_offer->setOptions(std::move(options));
    m_offer->setEnabled(!m_ready.empty());
}

QString TextsPage::summary() const
{
    if (rows().empty())
        return tr("Kho chưa có văn bản nào; %1 văn bản mà quy định dẫn đến lấy được ở ô bên dưới.").arg(m_ready.size());
    const int over = countOf([](const Row& row) { return row.force == TextForce::Over; });
    const int notYet = countOf([](const Row& row) { return row.force == TextForce::NotYet; });
    QString line = tr("<b>%1 văn bản</b>, hôm nay %2 còn hiệu lực").arg(rows().size()).arg(static_cast<int>(rows().size()) - over - notYet);
    if (notYet > 0)
        line += tr(", %1 chưa có hiệu lực").arg(notYet);
    if (over > 0)
        line += tr(", <b>%1 hết hiệu lực</b>").arg(over);
    return line + QLatin1Char('.');
}

void TextsPage::show(const Row& row)
{
    panel()->setTitle(nameOf(row.text), originOf(row.text));
    panel()->setChip(toneOf(row.force), labelOf(row.force), row.force == TextForce::InForce ? QString() : QStringLiteral("clock"));
    auto* body = new Stack;
    auto* facts = body->facts();
    facts->add(tr("Trích yếu"), toQ(row.text.subject).toHtmlEscaped());
    facts->add(tr("Cấp ban hành"), labelOf(domain::levelOf(row.text)));
    addForce(row, *facts);
    if (const QString years = guidedText(row.text); !years.isEmpty())
        facts->add(tr("Hướng dẫn năm học"), years);
    body->section(tr("Câu căn cứ"));
    body->add(makeReadable(toQ(domain::basisLine(row.text)).toHtmlEscaped()));
    addUses(row, *body);
    body->add(new AttachmentsView(shell(), file(), {domain::AttachmentOwner::of(row.id), readOnlyReason()}));
    panel()->addToBody(body);
}

void TextsPage::addForce(const Row& row, DetailList& facts)
{
    if (const auto first = domain::firstDay(row.text))
        facts.add(tr("Có hiệu lực từ"), dateText(first));
    if (row.lastDay)
        facts.add(tr("Hết hiệu lực sau"), dateText(row.lastDay));
    if (row.successor.empty())
        return;
    const QString name = toQ(row.successor);
    facts.add(tr("Được thay bằng"), row.text.replacedById ? linkTo(QString::number(row.text.replacedById->value()), name) : name.toHtmlEscaped());
    connect(&facts, &DetailList::linkActivated, this, [this](const QString& id) { shell().openRecord(EntityKind::LegalText, id.toLongLong()); });
}

void TextsPage::addUses(const Row& row, Stack& body)
{
    body.section(tr("Được dẫn ở"), row.uses.empty() ? QString() : QString::number(row.uses.size()));
    if (row.uses.empty()) {
        body.text(tr("Chưa kế hoạch, quyết định, tờ trình, phong trào hay chỉ tiêu nào dẫn văn bản này."), TypeRole::Text, Ink::Text2);
        return;
    }
    auto* uses = body.facts(DetailList::Form::Stacked);
    for (const auto& use : row.uses) {
        const QString kind = toQ(text::label("entity", domain::toCode(use.kind)));
        const QString state = use.draft ? tr("%1 – dự thảo").arg(kind) : use.number.empty() ? kind : QStringLiteral("%1 %2").arg(kind, toQ(use.number));
        uses->add(state, linkTo(keyOf(use), toQ(use.title)));
    }
    connect(uses, &DetailList::linkActivated, this, [this](const QString& key) {
        shell().openRecord(static_cast<EntityKind>(key.section(QLatin1Char(':'), 0, 0).toInt()), key.section(QLatin1Char(':'), 1).toLongLong());
    });
}

void TextsPage::openForm(const Row* row)
{
    auto* form = new LegalTextFields(file());
    form->start(row ? row->text : newLegalText(), row ? std::optional(row->id) : std::nullopt);
    openRowForm(form, row, {.title = row ? nameOf(row->text) : tr("Thêm văn bản"), .subtitle = row ? tr("Sửa văn bản trong kho") : tr("vào kho căn cứ"), .name = "legal",
                            .first = form->numberField()},
                [this](const domain::LegalText& given) { return PlanService(file()).addLegalText(given); },
                [this](domain::LegalTextId id, const domain::LegalText& given, domain::RowVersion version) { return PlanService(file()).editLegalText(id, given, version); });
}

void TextsPage::remove(const Row& row)
{
    const QString uses = row.uses.empty() ? QString() : tr(" %1 nơi dẫn đến văn bản này; lời văn ở đó giữ nguyên.").arg(row.uses.size());
    if (shell().prompter.confirm({tr("Xóa văn bản"), tr("Xóa %1 khỏi kho căn cứ?%2").arg(nameOf(row.text), uses), tr("Xóa văn bản"), tr("Giữ lại"), true}))
        shell().runner.run([&, id = row.id] { return PlanService(file()).removeLegalText(id); });
}

void TextsPage::take(std::size_t at)
{
    if (at >= m_ready.size() || !leaveForm())
        return;
    const auto one = m_ready[at];
    std::optional<std::int64_t> written;
    shell().runner.run([&] { return PlanService(file()).addLegalText(one.text); }, [&](domain::LegalTextId id) { written = id.value(); });
    if (!written)
        return;
    table()->setCurrentId(*written);
    if (!one.certain)
        shell().status.say(tr("Đã lấy %1 vào kho; ngày và trích yếu chưa đối chiếu với bản chính thức, xin xem lại.").arg(nameOf(one.text)), Tone::Warn);
}

}
