// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/award/decisions_page.h"

#include "domain/page_ids.h"
#include "domain/school_year.h"
#include "services/core/reads.h"
#include "services/law/honours.h"
#include "ui/pages/award/award_lines_dialog.h"
#include "ui/pages/award/award_parts.h"
#include "ui/pages/award/decision_view.h"
#include "ui/pages/award/register_view.h"
#include "ui/pages/kit/basis_notes.h"
#include "ui/pages/kit/correct_paper.h"
#include "ui/pages/kit/table_export.h"
#include "ui/pages/kit/proof_dialog.h"

#include <QBoxLayout>

#include <algorithm>

namespace thidua::ui {

namespace reads = services::reads;
using domain::DecisionEvent;
using domain::EntityKind;
using domain::Op;
using services::DecisionService;
using services::PaperKind;

namespace {

constexpr QLatin1String kEveryDecision{"all"}, kOwn{"own"}, kOutside{"outside"}, kDrafts{"draft"}, kRegister{"register"};

bool isOwnDecision(const services::DecisionDetail& row)
{
    return domain::isOwn(row.decision.kind);
}

bool isDraftDecision(const services::DecisionDetail& row)
{
    return domain::may(row.decision.state, DecisionEvent::Issue);
}

/// A decision that takes a paper back prints and is corrected as what it is.
std::pair<PaperKind, std::int64_t> paperOf(const services::DecisionDetail& row)
{
    return row.revocation ? std::pair(PaperKind::Correction, row.revocation->value()) : std::pair(PaperKind::Decision, row.id.value());
}

}

DecisionsPage::DecisionsPage(PageInfo info, Shell& shell, SchoolContext& context)
    : ListPageOf(std::move(info), shell, context,
                 {.tableName = "decisions",
                  .listName = tr("Quyết định"),
                  .panelWidth = 380,
                  .opens = EntityKind::Decision,
                  .reads = reads::decisions() | reads::legalTexts() | reads::outgoing() | reads::school() | reads::years(),
                  .chooseFirst = tr("Chọn một quyết định trong bảng trước."),
                  .nothingChosen = tr("Chọn một quyết định để xem căn cứ, các điều và danh sách kèm theo."),
                  .nothingHere = tr("Chưa có quyết định nào."),
                  .sortBy = "date",
                  .order = Qt::DescendingOrder,
                  .twoLines = true,
                  .enterVerb = "print"},
                 [](const Row& row) { return row.id.value(); }),
      m_segments(new SegmentBar(this)), m_register(new RegisterView(this))
{
    declareColumns();
    declareVerbs();
    declareSteps();
    placeRegister();
    setEmpty("decision", tr("Nơi giữ các quyết định của năm học"),
             tr("Quyết định thành lập Hội đồng soạn ở trang Hội đồng, quyết định công nhận sáng kiến ở trang Sáng kiến; "
                "quyết định của cấp trên vào đây khi ghi kết quả tờ trình."),
             "add", "openCouncil");
}

/// The segments stand over table and panel, since the last of them shows something else in their place.
void DecisionsPage::placeRegister()
{
    m_segments->setObjectName(QStringLiteral("decisionSegments"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_segments);
    row->addStretch();
    content()->addLayout(row);
    build();
    m_register->hide();
    content()->addWidget(m_register, 1);
    ui::offerExport(*m_register->table(), shell(), [this] { return tr("Sổ văn bản đi %1").arg(m_register->year()); });
    connect(m_segments, &SegmentBar::chosen, this, &DecisionsPage::chooseView);
    connect(m_register, &RegisterView::printWanted, this, &DecisionsPage::print);
    connect(m_register, &RegisterView::yearChosen, this, [this] {
        readRegister();
        showSegments();
        setSummary(summary());
    });
}

void DecisionsPage::declareColumns()
{
    setColumns({
        column("number", tr("Số, ký hiệu"), [](const Row& r) { return r.numberText.empty() ? Cell::secondary(tr("chưa có số")) : Cell::bold(toQ(r.numberText)); }, 126)
            .summed([](const Rows& rows) { return tr("Cộng: %1 quyết định").arg(rows.size()); }),
        column("date", tr("Ngày"), [](const Row& r) { return Cell::plain(dateText(r.decision.number.issuedOn)); }, 92)
            .sorted([](const Row& r) { return SortKey(r.decision.number.issuedOn ? r.decision.number.issuedOn->iso() : "9999"); }),
        column("title", tr("Trích yếu"), [](const Row& r) { return Cell::twoLines(toQ(r.decision.title), DecisionView::kindOf(r)); }, 240).stretched(),
        column("kind", tr("Loại"), [](const Row& r) { return Cell::secondary(DecisionView::kindOf(r)); }, 190).hide(),
        column("issuer", tr("Người ban hành"), [](const Row& r) { return Cell::secondary(toQ(r.decision.issuer)); }, 170).hide(),
        column("lines", tr("Danh sách"), [](const Row& r) {
            return r.lines.empty() ? Cell::secondary(tr("–")) : Cell::plain(wholeText(static_cast<std::int64_t>(r.lines.size())));
        }, 84).right().sorted([](const Row& r) { return SortKey(static_cast<int>(r.lines.size())); }).hide(),
        column("state", tr("Tình trạng"), [](const Row& r) {
            const auto state = r.decision.state;
            return Cell::mark(DecisionView::stateTone(state), DecisionView::stateName(state), DecisionView::stateIcon(state));
        }, 124),
    });
    addGrouping({QStringLiteral("kind"), tr("Gom theo loại"), &DecisionView::kindOf,
                 [](const Row& r) { return SortKey(static_cast<int>(r.decision.kind) + (r.revocation ? 100 : 0)); },
                 [](const QString& label, const Rows& rows) { return tr("%1 – %2 quyết định").arg(label).arg(rows.size()); }});
}

/// A verb about the chosen decision; none is chosen while the register stands in the list's place.
void DecisionsPage::addStep(Verb verb, std::function<void(const Row&)> run, std::function<QString(const Row&)> whyNot)
{
    addRowVerb(std::move(verb), std::move(run), [this, whyNot = std::move(whyNot)](const Row& row) { return isRegister() ? look().chooseFirst : whyNot(row); });
}

void DecisionsPage::declareVerbs()
{
    addVerb({.id = "add", .text = tr("Soạn quyết định"), .icon = "plus", .places = InHead, .operation = Op::DraftDecision, .words = tr("quyết định mới dự thảo"),
             .run = [this] { openNew(); }});
    addStep({.id = "issue", .text = tr("Ban hành quyết định…"), .icon = "stamp", .places = InHead | OnRow | InFoot, .operation = Op::IssueDecision,
             .words = tr("số ngày ký")},
            [this](const Row& row) { issue(row); },
            [](const Row& row) { return refusalOf(row.decision.state, DecisionEvent::Issue, row.numberText); });
    addVerb({.id = "print", .text = tr("Xem bản in"), .icon = "print", .places = InHead | OnRow | InFoot, .words = tr("in PDF Word"),
             .whyNot = [this] { return whyNotPrinted(); }, .run = [this] { printHere(); }});
    addVerb({.id = "confer", .text = tr("Soạn quyết định khen thưởng…"), .icon = "certificate", .places = InMore, .operation = Op::DraftDecision,
             .words = tr("giấy khen của hiệu trưởng"), .run = [this] { confer(); }});
    addStep({.id = "edit", .text = tr("Sửa dự thảo"), .icon = "edit", .places = InMore | OnRow | InFoot, .operation = Op::EditDecision},
            [this](const Row& row) { openForm(row.decision, &row); },
            [](const Row& row) { return refusalOf(row.decision.state, DecisionEvent::Edit, row.numberText); });
    addStep({.id = "lines", .text = tr("Danh sách khen thưởng…"), .icon = "people", .places = InMore | OnRow, .operation = Op::EditDecision,
             .words = tr("bỏ tên sửa thành tích trong quyết định")},
            [this](const Row& row) { (new AwardLinesDialog(shell(), file(), row.id, window()))->open(); },
            [](const Row& row) {
                return row.decision.kind != domain::DecisionKind::Confer ? tr("Chỉ quyết định khen thưởng của Hiệu trưởng có danh sách sửa được ở đây.")
                                                                         : refusalOf(row.decision.state, DecisionEvent::Edit, row.numberText);
            });
    addVerb({.id = "commend", .text = tr("Tặng giấy khen cho học sinh…"), .icon = "pupil", .places = InMore, .operation = Op::DraftDecision,
             .words = tr("khen thưởng học sinh giấy khen chọn ở trang học sinh"), .run = [this] { shell().showPage(pages::kPupils); }});
}

void DecisionsPage::declareSteps()
{
    addStep({.id = "correct", .text = tr("Sửa văn bản đã ban hành…"), .icon = "stamp", .places = InMore | OnRow | InFoot, .operation = Op::CorrectPaper,
             .anyYear = true, .words = tr("đính chính thu hồi thay thế quyết định")},
            [this](const Row& row) { PaperCorrector(context(), shell(), this).start(paperOf(row).first, paperOf(row).second, DecisionView::headOf(row)); },
            [](const Row& row) {
                return isOwnDecision(row) && !isDraftDecision(row) ? QString() : tr("Chỉ quyết định của trường đã ban hành mới cần đính chính, thu hồi, thay thế.");
            });
    addStep({.id = "proofread", .text = tr("Soát lỗi…"), .icon = "inspect", .places = InMore | OnRow, .words = tr("rà lỗi chính tả quyết định")},
            [this](const Row& row) {
                proofreadDraft(context(), shell(), window(), toQ(row.decision.title), {paperOf(row).first, paperOf(row).second, *year()}, !isClosed() && isDraftDecision(row),
                               [this, id = row.id](const services::PaperGap& gap) { fill(id, gap); });
            },
            [](const Row& row) { return isOwnDecision(row) ? QString() : tr("Quyết định của cấp trên chỉ ghi số và ngày."); });
    addStep({.id = "openSubmission", .text = tr("Mở tờ trình"), .icon = "send", .places = InMore | InFoot},
            [this](const Row& row) { shell().openRecord(EntityKind::Submission, row.decision.submission->value()); },
            [](const Row& row) { return row.decision.submission ? QString() : tr("Quyết định này không trả lời tờ trình nào."); });
    addVerb({.id = "register", .text = tr("Sổ văn bản đi"), .icon = "book", .places = InMore, .words = tr("số công văn"), .run = [this] { chooseView(kRegister); }});
    addVerb({.id = "openCouncil", .text = tr("Mở trang Hội đồng"), .icon = "council", .run = [this] { shell().showPage(pages::kCouncil); }});
    addStep({.id = "remove", .text = tr("Xóa dự thảo…"), .icon = "trash", .places = InMore | OnRow | InFootEnd, .operation = Op::RemoveDecision,
             .brief = tr("Xóa…")},
            [this](const Row& row) { remove(row); },
            [](const Row& row) { return refusalOf(row.decision.state, DecisionEvent::Remove, row.numberText); });
}

void DecisionsPage::load()
{
    const int start = schoolYear().startYear();
    m_register->setYears({start, start + 1}, std::clamp(file().clock().today().year(), start, start + 1));
    ListPageOf::load();
}

std::vector<services::DecisionDetail> DecisionsPage::readRows()
{
    readRegister();
    if (!year())
        return {};
    auto found = readOr([&] { return DecisionService(file()).decisions(*year()); });
    std::ranges::move(readOr([&] { return services::CorrectionService(file()).revocations(*year()); }), std::back_inserter(found));
    return found;
}

void DecisionsPage::readRegister()
{
    const auto content = readOr([&] { return services::PaperIssuer(file()).outgoing(m_register->year()); });
    m_registerCount = static_cast<int>(content.rows.size());
    m_gapCount = static_cast<int>(content.gaps.size());
    m_register->show(content);
}

void DecisionsPage::afterRead()
{
    showSegments();
    chooseView(m_segments->currentKey());
    shell().setBadge(info().id, countOf(isDraftDecision), Tone::Warn);
}

void DecisionsPage::showSegments()
{
    const int own = countOf(isOwnDecision), drafts = countOf(isDraftDecision), every = static_cast<int>(rows().size());
    const QString before = m_segments->currentKey();
    m_segments->setSegments({{kEveryDecision, tr("Tất cả"), every},
                             {kOwn, tr("Của trường"), own},
                             {kOutside, tr("Của cấp trên"), every - own},
                             {kDrafts, tr("Dự thảo"), drafts, drafts > 0 ? Tone::Warn : Tone::None, QStringLiteral("edit")},
                             {kRegister, tr("Sổ văn bản đi"), m_registerCount, Tone::None, QStringLiteral("book")}});
    if (before.isEmpty())
        m_segments->setCurrentKey(kEveryDecision);
}

bool DecisionsPage::isRegister() const
{
    return m_segments->currentKey() == kRegister;
}

void DecisionsPage::chooseView(const QString& key)
{
    m_segments->setCurrentKey(key.isEmpty() ? QString(kEveryDecision) : key);
    split()->setVisible(!isRegister());
    m_register->setVisible(isRegister());
    const auto shown = [this](bool (*accepts)(const Row&), bool wanted) {
        return [this, accepts, wanted](int row) { return accepts(rows()[static_cast<std::size_t>(row)]) == wanted; };
    };
    table()->setExtraFilter(key == kOwn       ? shown(isOwnDecision, true)
                            : key == kOutside ? shown(isOwnDecision, false)
                            : key == kDrafts  ? shown(isDraftDecision, true)
                                              : std::function<bool(int)>());
    updateVerbs();
}

QString DecisionsPage::summary() const
{
    if (rows().empty())
        return tr("Chưa có quyết định nào của năm học %1.").arg(toQ(schoolYear().screen()));
    const int own = countOf(isOwnDecision), drafts = countOf(isDraftDecision);
    QString line = tr("%1 quyết định: %2 của trường, %3 của cấp trên").arg(rows().size()).arg(own).arg(static_cast<int>(rows().size()) - own);
    line += drafts > 0 ? tr("; <b>%1 dự thảo chờ ban hành</b>").arg(drafts) : tr("; không còn dự thảo");
    if (m_gapCount > 0)
        line += tr("; sổ văn bản đi năm %1 <b>cách %2 số</b>").arg(m_register->year()).arg(m_gapCount);
    return line + QLatin1Char('.');
}

void DecisionsPage::show(const Row& row)
{
    const auto state = row.decision.state;
    panel()->setTitle(DecisionView::headOf(row), AwardParts::shown(row.decision.title));
    panel()->setChip(DecisionView::stateTone(state), DecisionView::stateName(state), DecisionView::stateIcon(state));
    const auto [kind, id] = paperOf(row);
    if (auto* notes = isOwnDecision(row) ? makePaperNotes(context(), shell(), kind, id, panel()) : nullptr)
        panel()->addToBody(notes);
    if (isOwnDecision(row) && (!isClosed() || row.decision.number.issuedOn))
        if (auto* notes = makeBasisNotes(file(), domain::linesOf(row.decision.bases), row.decision.number.issuedOn, panel()))
            panel()->addToBody(notes);
    panel()->addToBody(new DecisionView(row, [this](const std::string& code) { return toQ(services::honourName(file().rules(), code).value_or(code)); }));
}

QString DecisionsPage::whyNotPrinted() const
{
    if (isRegister())
        return m_registerCount > 0 ? QString() : tr("Sổ văn bản đi của năm này còn trống.");
    const Row* row = current();
    return !row ? look().chooseFirst : isOwnDecision(*row) ? QString() : tr("Quyết định của cấp trên chỉ ghi số và ngày; bản giấy do nơi ban hành in.");
}

void DecisionsPage::printHere()
{
    if (isRegister())
        previewPaper(PaperKind::Register, m_register->year(), AwardParts::fileName(tr("Sổ văn bản đi năm %1").arg(m_register->year())));
    else if (const Row* row = current())
        previewPaper(paperOf(*row).first, paperOf(*row).second, AwardParts::fileName(DecisionView::headOf(*row)));
}

bool DecisionsPage::openRecord(EntityKind kind, std::int64_t id)
{
    if (kind == EntityKind::Decision && isRegister())
        chooseView({});
    return ListPageOf::openRecord(kind, id);
}

void DecisionsPage::find()
{
    isRegister() ? m_register->table()->focusFilter() : table()->focusFilter();
}

QList<QWidget*> DecisionsPage::focusStops() const
{
    if (isRegister())
        return {m_segments, m_register->table()->view()};
    return {m_segments, table()->view(), panel()};
}

QJsonObject DecisionsPage::saveState() const
{
    auto state = ListPageOf::saveState();
    state.insert(QStringLiteral("register"), m_register->table()->saveState());
    return state;
}

void DecisionsPage::restoreState(const QJsonObject& state)
{
    m_register->table()->restoreState(state.value(QStringLiteral("register")).toObject());
    ListPageOf::restoreState(state);
}

}
