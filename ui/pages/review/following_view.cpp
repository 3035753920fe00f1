// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/following_view.h"

#include "ui/pages/review/review_words.h"
#include "ui/widgets/tick_box.h"

#include <QBoxLayout>
#include <QScrollArea>

namespace thidua::ui {

using services::CouncilFollowingService;
using services::NoteRow;

ChargesDialog::ChargesDialog(Shell& shell, SchoolContext& context, domain::CouncilId council, domain::PersonId member, const QString& name, QWidget* parent)
    : FormDialog(QStringLiteral("charges"), tr("Phân công theo dõi cho %1").arg(name), tr("Đánh dấu tổ, tập thể, phong trào mà thành viên này theo dõi."), parent)
{
    CouncilFollowingService service(context.file);
    auto* box = new Stack(4);
    std::vector<std::pair<domain::CouncilCharge, TickBox*>> ticks;
    const auto now = service.following(council).value_or(services::CouncilFollowing{});
    const auto choices = service.choices(council).value_or(std::vector<services::ChargeChoice>{});
    for (const auto& choice : choices) {
        auto* tick = new TickBox(toQ(choice.what), box);
        tick->setObjectName(QStringLiteral("charge-%1").arg(ticks.size()));
        for (const auto& row : now.charges)
            if (row.charge.person == member && row.charge.collective == choice.charge.collective && row.charge.campaign == choice.charge.campaign)
                tick->setChecked(true);
        box->add(tick);
        ticks.emplace_back(choice.charge, tick);
    }
    auto* scroll = makeScrollingStack(box, this);
    scroll->setMinimumHeight(Theme::px(260));
    addPart(scroll);
    addVerb(QStringLiteral("charges.save"), tr("Ghi phân công"), ButtonKind::Primary, [this, &shell, &context, council, member, ticks] {
        std::vector<domain::CouncilCharge> chosen;
        for (const auto& [charge, tick] : ticks)
            if (tick->isChecked())
                chosen.push_back(charge);
        if (shell.runner.run([&] { return CouncilFollowingService(context.file).setCharges(council, member, chosen); }))
            accept();
    });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
}

NoteDialog::NoteDialog(Shell& shell, SchoolContext& context, const NoteRow& row, const std::vector<SearchField::Option>& members, QWidget* parent)
    : FormDialog(QStringLiteral("councilNote"), row.version > 0 ? tr("Sửa nhận xét theo dõi") : tr("Nhận xét theo dõi"), {}, parent)
{
    using domain::CouncilNote;
    auto* layout = new FormLayout(2, this);
    auto* person = new SearchField(tr("Gõ tên để tìm"));
    person->setOptions(members);
    person->setObjectName(QStringLiteral("note-person"));
    auto* day = new DateField;
    day->setObjectName(QStringLiteral("note-on"));
    auto* about = new SearchField(tr("để trống: nhận xét chung"));
    about->setObjectName(QStringLiteral("note-about"));
    const auto choices = CouncilFollowingService(context.file).choices(row.note.council).value_or(std::vector<services::ChargeChoice>{});
    std::vector<SearchField::Option> options;
    for (std::size_t i = 0; i < choices.size(); ++i)
        options.push_back({static_cast<std::int64_t>(i) + 1, toQ(choices[i].what), {}});
    about->setOptions(std::move(options));
    for (std::size_t i = 0; i < choices.size(); ++i)
        if ((row.note.collective || row.note.campaign) && choices[i].charge.collective == row.note.collective && choices[i].charge.campaign == row.note.campaign)
            about->setValue(static_cast<std::int64_t>(i) + 1);
    auto* text = new TextField(4);
    text->setObjectName(QStringLiteral("note-text"));
    m_form.bind("person", layout->add(tr("Thành viên"), person)->required(), person, &CouncilNote::person);
    m_form.bind("on", layout->add(tr("Ngày"), day)->required(), day, &CouncilNote::on);
    layout->add(tr("Về tổ, phong trào"), about, 2);
    m_form.bind("note", layout->add(tr("Nhận xét"), text, 2)->required(), text, &CouncilNote::note);
    addPart(layout);
    m_form.load(row.note);
    if (row.note.person.value() == 0)
        person->setValue(std::nullopt);
    addVerb(QStringLiteral("councilNote.save"), tr("Ghi nhận xét"), ButtonKind::Primary, [this, &shell, &context, row, about, choices] {
        showError({});
        if (!m_form.reveal())
            return;
        auto note = m_form.draft();
        note.council = row.note.council;
        note.collective.reset();
        note.campaign.reset();
        if (const auto at = about->value()) {
            note.collective = choices[static_cast<std::size_t>(*at) - 1].charge.collective;
            note.campaign = choices[static_cast<std::size_t>(*at) - 1].charge.campaign;
        }
        CouncilFollowingService service(context.file);
        const bool written = row.version > 0 ? shell.runner.run([&] { return service.editNote(row.id, note, row.version); }, [](auto&&) {}, &m_form)
                                             : shell.runner.run([&] { return service.addNote(note); }, [](auto&&) {}, &m_form);
        if (written)
            accept();
    });
    connect(&shell.runner, &OperationRunner::failed, this, [this](const QString& sentence) { showError(sentence); });
    text->setFocus();
}

FollowingView::FollowingView(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_stack = new Stack(8, this);
    column->addWidget(m_stack);
}

QPushButton* FollowingView::button(const QString& text, const QString& name, std::function<void()> run, ButtonKind kind)
{
    auto* made = makeButton(text, {}, kind, m_stack);
    made->setObjectName(name);
    // Queued: what is written makes this button anew.
    connect(made, &QPushButton::clicked, this, [run = std::move(run)] { run(); }, Qt::QueuedConnection);
    return made;
}

void FollowingView::show(domain::CouncilId council, std::optional<domain::PersonId> member, const std::vector<SearchField::Option>& members, bool readOnly)
{
    m_members = members;
    m_stack->clear();
    const auto all = CouncilFollowingService(m_context.file).following(council).value_or(services::CouncilFollowing{});
    m_stack->section(tr("Theo dõi"));
    auto* facts = m_stack->facts();
    QStringList own;
    std::vector<std::pair<QString, QStringList>> byMember;
    for (const auto& row : all.charges) {
        if (member && row.charge.person == *member)
            own << toQ(row.what);
        if (byMember.empty() || byMember.back().first != toQ(row.member))
            byMember.emplace_back(toQ(row.member), QStringList());
        byMember.back().second << toQ(row.what);
    }
    if (member)
        facts->add(tr("Được phân công"), own.isEmpty() ? tr("chưa phân công") : own.join(QStringLiteral("; ")).toHtmlEscaped());
    else
        for (const auto& [name, what] : byMember)
            facts->add(name, what.join(QStringLiteral("; ")).toHtmlEscaped());
    if (!member && byMember.empty())
        facts->add(tr("Phân công"), tr("chưa có; phân công ở trang Hội đồng, từng thành viên"));
    for (const auto& row : all.notes)
        if (!member || row.note.person == *member)
            addNote(row, readOnly);
    if (readOnly)
        return;
    NoteRow fresh;
    fresh.note.council = council;
    fresh.note.person = member.value_or(domain::PersonId(0));
    fresh.note.on = m_context.file.clock().today();
    std::vector<std::pair<QWidget*, int>> verbs;
    if (member) {
        QString name;
        for (const auto& option : members)
            if (option.id == member->value())
                name = option.text;
        verbs.push_back({button(tr("Phân công…"), QStringLiteral("charges-open"), [this, council, person = *member, name] {
                             (new ChargesDialog(m_shell, m_context, council, person, name, window()))->open();
                         }), 0});
    }
    verbs.push_back({button(tr("Thêm nhận xét…"), QStringLiteral("note-add"), [this, fresh] { openNote(fresh); }), 0});
    verbs.push_back({new QWidget(m_stack), 1});
    m_stack->add(review::makeRow(verbs, m_stack));
}

void FollowingView::addNote(const NoteRow& row, bool readOnly)
{
    const QString about = row.what.empty() ? QString() : tr(" – %1").arg(toQ(row.what));
    m_stack->text(tr("%1, %2%3").arg(dateText(row.note.on), toQ(row.member), about), TypeRole::SmallStrong, Ink::Text2);
    m_stack->text(toQ(row.note.note));
    if (readOnly)
        return;
    const QString id = QString::number(row.id.value());
    m_stack->add(review::makeRow({{button(tr("Sửa"), QStringLiteral("note-edit-") + id, [this, row] { openNote(row); }), 0},
                                  {button(tr("Xóa…"), QStringLiteral("note-remove-") + id, [this, row] {
                                       if (m_shell.prompter.confirm({tr("Xóa nhận xét ngày %1?").arg(dateText(row.note.on)), toQ(row.note.note), tr("Xóa nhận xét"), tr("Giữ lại"), true}))
                                           m_shell.runner.run([&] { return CouncilFollowingService(m_context.file).removeNote(row.id); });
                                   }), 0},
                                  {new QWidget(m_stack), 1}}, m_stack));
}

void FollowingView::openNote(const NoteRow& row)
{
    (new NoteDialog(m_shell, m_context, row, m_members, window()))->open();
}

}
