// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/correct_paper.h"

#include "domain/decision.h"
#include "services/papers/paper_findings.h"
#include "ui/pages/kit/issue_dialog.h"
#include "ui/pages/kit/paper_gap_fields.h"
#include "ui/pages/kit/parts.h"

#include <optional>

namespace thidua::ui {

using domain::CorrectionKind;
using services::CorrectionService;
using services::PaperKind;

namespace {

std::optional<domain::EntityKind> entityOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::Plan: return domain::EntityKind::Plan;
    case PaperKind::Campaign: return domain::EntityKind::Campaign;
    case PaperKind::Decision: return domain::EntityKind::Decision;
    case PaperKind::Submission: return domain::EntityKind::Submission;
    default: return std::nullopt;
    }
}

}

void PaperCorrector::start(PaperKind kind, std::int64_t row, const QString& name)
{
    std::optional<services::CorrectionChoices> choices;
    m_shell.runner.read([&] { return CorrectionService(m_context.file).choices(kind, row); }, [&](services::CorrectionChoices found) { choices = std::move(found); });
    if (!choices)
        return;
    enum class What { Correct, Revoke, Replace };
    QStringList verbs, why;
    std::vector<What> kinds;
    const auto offer = [&](bool may, const QString& verb, What what, const std::string& reason) {
        if (may) {
            verbs << verb;
            kinds.push_back(what);
        } else if (!reason.empty() && !why.contains(toQ(reason))) {
            why << toQ(reason);
        }
    };
    offer(choices->correct, tr("Đính chính"), What::Correct, {});
    offer(choices->replace, tr("Soạn văn bản thay thế"), What::Replace, choices->whyNotReplace);
    offer(choices->revoke, tr("Thu hồi"), What::Revoke, choices->whyNotRevoke);
    verbs << tr("Thôi");
    QString text = tr("Văn bản đã ban hành giữ nguyên và in như khi ban hành. Sai thể thức, câu chữ thì đính chính bằng một công văn; "
                      "sai nội dung thì thay thế bằng văn bản cùng loại; không còn giá trị thì thu hồi.");
    if (!why.isEmpty())
        text += QStringLiteral("\n\n") + why.join(QLatin1Char('\n'));
    const int chosen = m_shell.prompter.choose(tr("Sửa văn bản đã ban hành: %1").arg(name), text, verbs);
    if (chosen < 0 || chosen >= static_cast<int>(kinds.size()))
        return;
    const auto what = kinds[static_cast<std::size_t>(chosen)];
    if (what == What::Replace)
        replace(kind, row);
    else
        issue(what == What::Correct ? CorrectionKind::Correct : CorrectionKind::Revoke, kind, row, name);
}

void PaperCorrector::replace(PaperKind kind, std::int64_t row)
{
    std::optional<std::int64_t> draft;
    m_shell.runner.run([&] { return CorrectionService(m_context.file).draftReplacement(kind, row); }, [&](std::int64_t id) { draft = id; });
    if (draft)
        if (const auto entity = entityOf(kind))
            m_shell.openRecord(*entity, *draft);
}

void PaperCorrector::issue(CorrectionKind what, PaperKind kind, std::int64_t row, const QString& name)
{
    const auto proposed = CorrectionService(m_context.file).proposed(what, kind, row);
    const auto symbol = proposed ? CorrectionService(m_context.file).symbol(*proposed) : Result<std::string>();
    if (!proposed || !symbol)
        return m_shell.runner.fail(proposed ? symbol.error() : proposed.error());
    const bool letter = what == CorrectionKind::Correct;
    auto* fields = new FormLayout(1, m_parent);
    auto* title = new TextField(2);
    auto* content = new TextField(letter ? 4 : 3);
    auto* bases = proposed->bases.empty() ? nullptr : new TextField(4);
    auto* recipients = new TextField(3);
    title->setObjectName(QStringLiteral("correctionTitle"));
    content->setObjectName(QStringLiteral("correctionContent"));
    title->setValue(proposed->title);
    recipients->setValue(domain::joinedLines(proposed->recipients));
    std::map<std::string, FormField*> places;
    places["title"] = fields->add(tr("Trích yếu"), title)->required();
    places["content"] = fields->add(letter ? tr("Chỗ sai và chữ đúng") : tr("Lý do thu hồi"), content)->required();
    if (letter)
        places["content"]->hint(tr("Mỗi chỗ một dòng, như: Tại Điều 1, “09 thành viên” sửa lại là “11 thành viên”."));
    if (bases) {
        bases->setValue(domain::joinedLines(proposed->bases));
        places["bases"] = fields->add(tr("Căn cứ"), bases)->hint(tr("Mỗi dòng một căn cứ."));
        places["basis"] = places["bases"]; // as the paper calls it
    }
    places["recipients"] = fields->add(tr("Nơi nhận"), recipients)->hint(tr("Mỗi nơi một dòng; dòng cuối: Lưu: VT."));
    const auto given = [title, content, bases, recipients, base = *proposed] {
        auto draft = base;
        draft.title = title->value();
        draft.content = content->value();
        if (bases)
            domain::splitLines(bases->value(), draft.bases);
        domain::splitLines(recipients->value(), draft.recipients);
        return draft;
    };
    IssueDialog dialog(m_context.file, m_shell.runner,
                       {.title = letter ? tr("Ban hành văn bản đính chính") : tr("Ban hành văn bản thu hồi"),
                        .paper = letter ? tr("Đính chính %1").arg(name) : tr("Thu hồi %1").arg(name),
                        .consequence = letter ? tr("Văn bản cũ giữ nguyên; văn bản đính chính có số riêng trong sổ và hiện ở văn bản cũ. Hoàn tác được khi chưa có văn bản khác nói đến nó.")
                                              : tr("Văn bản cũ hết giá trị nhưng vẫn in như khi ban hành; những gì nó quyết định cũng được thu lại. Hoàn tác được khi chưa có văn bản khác nói đến nó."),
                        .kind = PaperKind::Correction,
                        .row = std::nullopt,
                        .issue = [this, given](const services::IssuePaper& paper) { return changesOf(CorrectionService(m_context.file).issue(given(), paper)); },
                        .fill = [this](const services::PaperGap& gap) { fillInSettings(m_shell, m_parent->window(), gap); },
                        .symbol = *symbol,
                        .dayChanged = [this, bases](Date day) {
                            if (bases)
                                bases->setValue(services::basesFollowed(m_context.file, domain::toCode(domain::DecisionKind::Confer), bases->value(), day));
                        }},
                       m_parent);
    dialog.setExtra(fields, places);
    printing(dialog.addVerb(tr("Xem bản in"), QStringLiteral("correctionPreview"), [this, given] {
        m_shell.runner.read([&] { return CorrectionService(m_context.file).preview(given()); },
                            [&](const documents::Document& document) {
                                m_context.preview(document, toQ(document.title), services::formatsOf(PaperKind::Correction));
                            });
        return false;
    }));
    content->setFocus();
    dialog.exec();
}

QWidget* makePaperNotes(SchoolContext& context, Shell& shell, PaperKind kind, std::int64_t row, QWidget* parent)
{
    const auto notes = CorrectionService(context.file).notes(kind, row);
    if (!notes || notes->empty())
        return nullptr;
    auto* stack = new Stack(6, parent);
    stack->setObjectName(QStringLiteral("paperNotes"));
    for (const auto& note : *notes) {
        stack->note(toQ(note.text), QStringLiteral("stamp"), Ink::Warn);
        auto* open = compact(makeButton(note.kind == PaperKind::Correction ? PaperCorrector::tr("Xem bản in") : PaperCorrector::tr("Mở văn bản ấy"), {}, ButtonKind::Normal, stack));
        open->setObjectName(QStringLiteral("openNote"));
        QObject::connect(open, &QPushButton::clicked, stack, [&context, &shell, note] {
            if (note.kind != PaperKind::Correction) {
                shell.openRecord(*entityOf(note.kind), note.row);
                return;
            }
            shell.runner.read([&] { return services::DocumentService(context.file).build(note.kind, note.row, domain::SchoolYearId(0)); },
                              [&](const documents::Document& document) { context.preview(document, toQ(document.title), services::formatsOf(note.kind)); });
        });
        stack->add(open, Qt::AlignLeft);
    }
    return stack;
}

}
