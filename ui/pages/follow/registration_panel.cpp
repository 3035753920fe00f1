// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/follow/registration_panel.h"

#include "services/law/honours.h"
#include "ui/pages/follow/registrations_model.h"
#include "ui/shell/unsaved.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace thidua::ui::follow {
namespace {

services::RegistrationDraft draftOf(const services::RegistrationRow& row)
{
    services::RegistrationDraft draft;
    draft.subject = row.subject;
    draft.honours = row.honours;
    draft.lateReason = row.registration.lateReason;
    if (row.initiative) {
        draft.initiativeTitle = row.initiative->data.title;
        draft.initiativeField = row.initiative->data.field;
    }
    return draft;
}

FindingLine lineOf(const services::RegistrationNote& note)
{
    using Outcome = FindingLine::Outcome;
    FindingLine line;
    line.outcome = note.met ? Outcome::Pass : note.blocking ? Outcome::Fail : Outcome::Unknown;
    // The first sentence says it; what explains it stands under it with the article.
    const QString text = toQ(note.text);
    const auto end = text.indexOf(QStringLiteral(". "));
    line.label = end < 0 ? text : text.left(end + 1);
    line.text = QStringLiteral("%1 %2").arg(end < 0 ? QString() : text.mid(end + 2), unbroken(toQ(note.citation))).trimmed();
    line.remedy = note.met ? QString() : toQ(note.remedy);
    if (!note.met)
        line.word = note.blocking ? RegistrationPanel::tr("Không còn đạt được") : RegistrationPanel::tr("Chưa có");
    return line;
}

QVBoxLayout* plainColumn(QWidget* widget, int spacing)
{
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(spacing));
    return column;
}

}

RegistrationPanel::RegistrationPanel(Shell& shell, SchoolContext& context, QWidget* parent)
    : SidePanel(360, parent), m_shell(shell), m_context(context)
{
    setObjectName(QStringLiteral("registrationPanel"));
    buildForm();
    buildFoot();
    connect(&m_form, &FormBinderBase::dirtyChanged, this, [this](bool dirty) {
        if (m_row && m_row->id)
            m_save->setEnabled(m_locked.isEmpty() && dirty);
    });
    connect(&m_form, &FormBinderBase::changed, this, &RegistrationPanel::askReason);
    showNobody();
}

void RegistrationPanel::buildForm()
{
    m_body = new QWidget(this);
    auto* column = plainColumn(m_body, 12);
    auto* layout = new FormLayout(1, m_body);
    m_honours = new HonourTicks(layout);
    m_honours->setNames([this](const std::string& code) { return fullHonour(m_context.file, code); });
    m_title = new TextField(2, tr("Tên sáng kiến, giải pháp"), layout);
    m_field = new LineField(tr("Tiếng Việt, Toán, công tác chủ nhiệm…"), layout);
    m_reason = new TextField(2, tr("Nghỉ phép, mới nhận công tác…"), layout);
    auto* honours = layout->add(tr("Danh hiệu, hình thức đăng ký"), m_honours)->required();
    m_titleForm = layout->add(tr("Sáng kiến, giải pháp"), m_title);
    m_fieldForm = layout->add(tr("Lĩnh vực"), m_field);
    m_reasonForm = layout->add(tr("Lý do đăng ký muộn"), m_reason)->required();
    using Draft = services::RegistrationDraft;
    m_form.bind("honours", honours, m_honours, &Draft::honours);
    m_form.bind("initiativeTitle", m_titleForm, m_title, [this](const Draft& d) { m_title->setValue(d.initiativeTitle); },
                [this](Draft& d) { d.initiativeTitle = fromQ(m_title->toPlainText()); });
    m_form.bind("initiativeField", m_fieldForm, m_field, &Draft::initiativeField);
    m_form.bind("lateReason", m_reasonForm, m_reason, [this](const Draft& d) { m_reason->setValue(d.lateReason); },
                [this](Draft& d) { d.lateReason = fromQ(m_reason->toPlainText()); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] { save(); });
    column->addWidget(layout);
    m_notes = new QWidget(m_body);
    plainColumn(m_notes, 10);
    column->addWidget(m_notes);
    addToBody(m_body);
}

void RegistrationPanel::buildFoot()
{
    m_save = saving(makeButton(tr("Ghi đăng ký"), {}, ButtonKind::Primary, this));
    m_save->setObjectName(QStringLiteral("registration.save"));
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    m_open = makeButton(tr("Mở hồ sơ"), {}, ButtonKind::Normal, this);
    m_open->setObjectName(QStringLiteral("registration.open"));
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (!m_row)
            return;
        const auto& subject = m_row->subject;
        if (subject.person)
            m_shell.openRecord(domain::EntityKind::Person, subject.person->value());
        else
            m_shell.openRecord(domain::EntityKind::Collective, subject.collective->value());
    });
    m_withdraw = makeButton(tr("Rút đăng ký…"), {}, ButtonKind::Danger, this);
    m_withdraw->setObjectName(QStringLiteral("registration.withdraw"));
    connect(m_withdraw, &QPushButton::clicked, this, &RegistrationPanel::withdrawAsked);
    m_back = makeButton(tr("Về đăng ký"), QStringLiteral("arrow-left"), ButtonKind::Normal, this);
    m_back->setObjectName(QStringLiteral("registration.back"));
    connect(m_back, &QPushButton::clicked, this, &RegistrationPanel::backAsked);
    addToFoot(m_save);
    addToFoot(m_open);
    addToFoot(m_back);
    addToFoot(m_withdraw, true);
}

void RegistrationPanel::setYear(const services::Stored<domain::SchoolYearRow>& year, const QString& lockedReason)
{
    m_year = year;
    m_locked = lockedReason;
    m_late = services::RegistrationService(m_context.file).isLate(year.data);
}

void RegistrationPanel::offerChoices()
{
    const bool person = m_row->subject.person.has_value();
    m_honours->setChoices(HonourTicks::offered(m_context.file, person, !person));
}

void RegistrationPanel::showRow(const services::RegistrationRow& row)
{
    m_row = row;
    delete m_lists;
    m_lists = nullptr;
    m_body->show();
    const bool person = row.subject.person.has_value();
    QString subtitle = postAndTeam(row.post, person ? row.team : std::string());
    if (row.id) {
        const QString number = tr("đăng ký số %1, ngày %2").arg(row.registration.number).arg(dateText(row.registration.registeredOn));
        subtitle = subtitle.isEmpty() ? number : QStringLiteral("%1 – %2").arg(subtitle, number);
    }
    setTitle(toQ(row.name), subtitle);
    const Cell status = statusCell(row);
    setChip(status.tone == Tone::None ? Tone::Mute : status.tone, status.text, status.icon);
    offerChoices();
    m_titleForm->setVisible(person);
    m_fieldForm->setVisible(person);
    m_titleForm->required(row.initiativeWanted)->hint(row.initiativeWanted ? tr("Danh hiệu đã đăng ký cần có sáng kiến được công nhận.")
                                                                           : tr("Cần có khi đăng ký Chiến sĩ thi đua."));
    if (m_year->data.registrationDeadline)
        m_reasonForm->hint(tr("Hạn đăng ký là ngày %1. Đăng ký sau hạn vẫn được ghi, có đánh dấu “muộn” và lý do.")
                               .arg(dateText(m_year->data.registrationDeadline)));
    m_form.load(draftOf(row));
    askReason();
    m_form.setReadOnly(!m_locked.isEmpty());
    m_save->setText(row.id ? tr("Ghi thay đổi") : tr("Ghi đăng ký"));
    m_save->setAccessibleName(m_save->text());
    m_save->setEnabled(m_locked.isEmpty() && !row.id);
    m_save->setToolTip(m_locked);
    m_save->show();
    m_open->show();
    m_back->hide();
    m_withdraw->setVisible(row.id.has_value());
    m_withdraw->setEnabled(m_locked.isEmpty());
    m_withdraw->setToolTip(m_locked);
    showNotes();
    orderTabs();
}

/// The reason is asked for as soon as something is registered after the deadline.
void RegistrationPanel::askReason()
{
    if (!m_row)
        return;
    const auto ticked = m_honours->value();
    const bool adds = std::any_of(ticked.begin(), ticked.end(), [this](const auto& code) {
        return std::find(m_row->honours.begin(), m_row->honours.end(), code) == m_row->honours.end();
    });
    m_reasonForm->setVisible(m_row->registration.late || (m_late && (!m_row->id || adds)));
}

void RegistrationPanel::showNotes()
{
    auto* column = static_cast<QVBoxLayout*>(m_notes->layout());
    while (auto* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_notes->setVisible(!m_row->notes.empty() || m_row->registration.late);
    column->addWidget(makeRule(m_notes));
    if (!m_row->notes.empty())
        column->addWidget(makeSectionHead(tr("Đã biết đến hôm nay"), {}, m_notes));
    // What can no longer be met first, then what is still needed, then what is there.
    for (int rank = 0; rank < 3; ++rank)
        for (const auto& note : m_row->notes)
            if (rank == (note.met ? 2 : note.blocking ? 0 : 1))
                column->addWidget(new FindingView(lineOf(note), m_notes));
}

void RegistrationPanel::orderTabs()
{
    QList<QWidget*> stops = m_honours->stops();
    stops << m_title << m_field << m_reason << m_save << m_open << m_withdraw;
    for (int i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

void RegistrationPanel::showNobody()
{
    m_row.reset();
    m_form.load({});
    showNothing(tr("Chọn một người hoặc một tập thể trong bảng để ghi đăng ký."));
}

std::optional<std::int64_t> RegistrationPanel::rowId() const
{
    return m_row ? std::optional(rowIdOf(m_row->subject)) : std::nullopt;
}

bool RegistrationPanel::settleEntries()
{
    if (!isDirty() || !m_row)
        return true;
    return settleUnsaved(m_shell.prompter, [this] { return save(); }, [this] { showRow(services::RegistrationRow(*m_row)); });
}

bool RegistrationPanel::save()
{
    if (!m_row || !m_year || !m_locked.isEmpty() || !m_form.reveal())
        return false;
    const auto draft = m_form.draft();
    services::RegistrationService service(m_context.file);
    m_saving = true; // the page refreshes this form while the operation is told to all pages
    bool done = false;
    if (m_row->id)
        done = m_shell.runner.run([&] { return service.editRegistration(*m_row->id, draft, m_row->version); }, [](auto) {}, &m_form);
    else
        done = m_shell.runner.run([&] { return service.registerSubject(m_year->id, draft); }, [](auto) {}, &m_form);
    m_saving = false;
    return done;
}

void RegistrationPanel::focusForm()
{
    if (auto* first = m_honours->focusProxy())
        first->setFocus(Qt::TabFocusReason);
}

void RegistrationPanel::showLists(const std::vector<services::HandedInList>& lists)
{
    m_row.reset();
    m_form.load({});
    m_body->hide();
    delete m_lists;
    m_lists = new QWidget(this);
    auto* column = plainColumn(m_lists, 12);
    column->addWidget(makeWrapped(tr("Mỗi bảng giữ nguyên như trong ngày nộp; sửa đăng ký về sau không đổi bảng đã nộp."), TypeRole::Text,
                                  Ink::Text2, m_lists));
    for (auto list = lists.rbegin(); list != lists.rend(); ++list)
        column->addWidget(listCard(*list));
    addToBody(m_lists);
    setTitle(tr("Các bảng đã nộp"), lists.empty() ? tr("Chưa nộp bảng nào") : tr("%1 bảng").arg(lists.size()));
    clearChip();
    m_save->hide();
    m_open->hide();
    m_withdraw->hide();
    m_back->show();
}

QWidget* RegistrationPanel::listCard(const services::HandedInList& list)
{
    auto* card = new Card(tr("Ngày %1").arg(dateText(list.list.handedInOn)), QStringLiteral("send"), {}, m_lists);
    const auto people = std::count_if(list.lines.begin(), list.lines.end(), [](const auto& line) { return line.subject.person.has_value(); });
    const auto late = std::count_if(list.lines.begin(), list.lines.end(), [](const auto& line) { return line.late; });
    QString counts = tr("%1 người, %2 tập thể").arg(people).arg(static_cast<std::ptrdiff_t>(list.lines.size()) - people);
    if (late > 0)
        counts += tr("; %1 đăng ký muộn").arg(late);
    card->body()->addWidget(makeWrapped(tr("Nộp %1").arg(toQ(list.list.handedTo)), TypeRole::Text, Ink::Text, card));
    card->body()->addWidget(makeWrapped(counts, TypeRole::Text, Ink::Text2, card));
    auto* view = makeButton(tr("Xem và in…"), QStringLiteral("print"), ButtonKind::Normal, card);
    view->setObjectName(QStringLiteral("handedIn.%1").arg(list.id.value()));
    view->setAccessibleName(tr("Xem và in bảng nộp ngày %1").arg(dateText(list.list.handedInOn)));
    const qint64 id = list.id.value();
    connect(view, &QPushButton::clicked, this, [this, id] { emit listAsked(id); });
    card->body()->addWidget(view);
    return card;
}

}
