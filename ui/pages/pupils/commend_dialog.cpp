// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pupils/commend_dialog.h"

#include "text/messages.h"

namespace thidua::ui {

using services::CommendationService;
using Draft = services::CommendationDraft;

namespace {

constexpr const char* kFresh = "new";

}

CommendDialog::CommendDialog(Shell& shell, SchoolContext& context, domain::SchoolYearId year, std::vector<domain::PersonId> pupils, const QStringList& names, QWidget* parent)
    : FormDialog(QStringLiteral("commend"), tr("Tặng giấy khen cho %1 học sinh").arg(names.size()),
                 tr("Lập dự thảo quyết định của Hiệu trưởng; số, ngày ghi khi ban hành ở trang Quyết định. Học sinh không qua bỏ phiếu của Hội đồng."), parent),
      m_shell(shell), m_context(context), m_year(year), m_pupils(std::move(pupils))
{
    auto* list = makeWrapped(names.join(QStringLiteral(", ")), TypeRole::Text, Ink::Text2, this);
    list->setTextFormat(Qt::PlainText);
    addPart(list);
    CommendationService service(context.file);
    auto* layout = new FormLayout(2, this);
    std::vector<ChoiceField::Choice> drafts{{kFresh, tr("Dự thảo mới")}};
    for (const auto& row : service.drafts(year).value_or(std::vector<services::Stored<domain::Decision>>()))
        drafts.push_back({std::to_string(row.id.value()), tr("Thêm vào: %1").arg(toQ(row.data.title))});
    m_into = new ChoiceField(drafts);
    m_into->setObjectName(QStringLiteral("commend-into"));
    m_into->setValue(kFresh);
    auto* intoLine = layout->add(tr("Quyết định"), m_into, 2);
    intoLine->setVisible(drafts.size() > 1);
    const auto choices = service.choices().value_or(std::vector<services::CommendationChoice>());
    std::vector<ChoiceField::Choice> honours;
    for (const auto& one : choices)
        honours.push_back({one.honour, toQ(one.name)});
    m_honour = new ChoiceField(honours);
    auto* ground = new ChoiceField;
    std::vector<std::pair<domain::Ground, QString>> grounds;
    if (!choices.empty())
        for (const auto one : choices.front().grounds)
            grounds.push_back({one, toQ(text::label("ground", domain::toCode(one)))});
    m_title = new LineField;
    m_title->setObjectName(QStringLiteral("commend-title"));
    auto* achievement = new TextField(2, tr("Đạt giải Nhất hội thi kể chuyện cấp trường"));
    achievement->setObjectName(QStringLiteral("commend-achievement"));
    m_ofDecision = {layout->add(tr("Hình thức"), m_honour)->required(), layout->add(tr("Loại hình"), ground)->required(),
                    layout->add(tr("Trích yếu"), m_title, 2)->required()};
    m_form.bind("honour", m_ofDecision[0], m_honour, &Draft::honour);
    m_form.bindChoice("ground", m_ofDecision[1], ground, &Draft::ground, grounds);
    m_form.bind("title", m_ofDecision[2], m_title, &Draft::title);
    m_form.bind("achievement",
                layout->add(tr("Thành tích"), achievement, 2)->required()->hint(tr("Ghi cho mọi học sinh trên đây; sửa từng em ở “Danh sách khen thưởng…” của dự thảo.")),
                achievement, &Draft::achievement);
    addPart(layout);
    Draft first;
    first.year = year;
    if (!choices.empty())
        first.honour = choices.front().honour;
    m_form.load(first);
    showTitle();
    m_honour->onChanged = [this, before = m_honour->onChanged] {
        if (before)
            before();
        showTitle();
    };
    m_into->onChanged = [this] {
        for (auto* line : m_ofDecision)
            line->setVisible(m_into->value() == kFresh);
    };
    addVerb(QStringLiteral("commend.write"), tr("Lập dự thảo"), ButtonKind::Primary, [this] { write(); });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    achievement->setFocus();
}

void CommendDialog::showTitle()
{
    m_title->setValue(CommendationService(m_context.file).usualTitle(m_year, m_honour->value()).value_or(std::string()));
    m_title->setCursorPosition(0);
}

void CommendDialog::write()
{
    showError({});
    if (!m_form.reveal())
        return;
    auto draft = m_form.draft();
    draft.year = m_year;
    draft.pupils = m_pupils;
    if (m_into->value() != kFresh)
        draft.into = domain::DecisionId(std::stoll(m_into->value()));
    std::optional<domain::DecisionId> made;
    if (!m_shell.runner.run([&] { return CommendationService(m_context.file).draft(draft); }, [&made](domain::DecisionId id) { made = id; }, &m_form))
        return;
    accept();
    m_shell.openRecord(domain::EntityKind::Decision, made->value());
}

}
