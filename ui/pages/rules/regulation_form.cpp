// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rules/regulation_form.h"

#include "services/law/honours.h"
#include "text/messages.h"
#include "ui/pages/rules/plain_label.h"
#include "ui/pages/school_job.h"

#include <QBoxLayout>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>

namespace thidua::ui::rules_page {

using domain::Regulation;
using domain::RegulationKind;
using services::RegulationService;
using services::Settable;

namespace {

/// A pause in typing after which the verdicts are judged anew.
constexpr int kPauseMs = 250;

QJsonValue jsonOf(const std::string& text)
{
    // QJsonDocument takes objects and lists alone.
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(text.empty() ? "null" : text) + "]").array().at(0);
}

std::string textOf(const QJsonValue& value)
{
    if (value.isUndefined())
        return {};
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2).toStdString();
}

}

RegulationForm::RegulationForm(Shell& shell, SchoolContext& context, QWidget* parent) : QWidget(parent), m_shell(shell), m_context(context)
{
    build();
}

void RegulationForm::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(12));
    auto* card = new Card({}, {}, {}, this);
    card->body()->setContentsMargins(0, Theme::px(10), 0, 0);
    m_title = makePlain({}, TypeRole::PanelTitle, Ink::Text, card);
    m_subtitle = makePlain({}, TypeRole::Small, Ink::Text2, card);
    for (auto* label : {m_title, m_subtitle}) {
        label->setContentsMargins(Theme::px(16), 0, Theme::px(16), 0);
        card->body()->addWidget(label);
    }
    m_fieldsBox = new QWidget;
    m_fields = new QVBoxLayout(m_fieldsBox);
    m_fields->setContentsMargins(Theme::px(16), 0, Theme::px(16), Theme::px(12));
    m_fields->addStretch();
    card->body()->addWidget(makeScrolling(m_fieldsBox, card), 1);
    card->body()->addWidget(makeRule(card));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(Theme::px(16), Theme::px(2), Theme::px(16), Theme::px(10));
    foot->setSpacing(Theme::px(8));
    auto* keep = saving(makeButton(tr("Ghi vào quy chế"), QStringLiteral("check"), ButtonKind::Primary, card));
    auto* drop = makeButton(tr("Thôi"), {}, ButtonKind::Normal, card);
    keep->setObjectName(QStringLiteral("regulation-save"));
    drop->setObjectName(QStringLiteral("regulation-cancel"));
    connect(keep, &QPushButton::clicked, this, &RegulationForm::save);
    connect(drop, &QPushButton::clicked, this, &RegulationForm::cancelled);
    foot->addWidget(keep);
    foot->addWidget(drop);
    foot->addStretch();
    card->body()->addLayout(foot);
    row->addWidget(card, 5);
    m_changes = new ChangesList(this);
    row->addWidget(m_changes, 4);
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setInterval(kPauseMs);
    connect(m_timer, &QTimer::timeout, this, &RegulationForm::preview);
    auto* write = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(write, &QShortcut::activated, this, &RegulationForm::save);
}

void RegulationForm::startNew()
{
    m_editing.reset();
    Regulation draft;
    draft.value.clear();
    draft.from = m_context.file.clock().today();
    start(draft, tr("Thêm quy chế"), tr("Chọn điều mà pháp luật để mở cho tỉnh, xã hoặc trường, rồi ghi mức và căn cứ."));
    m_target->setFocus(Qt::OtherFocusReason);
}

void RegulationForm::startConfirmation(const std::string& ruleSet, const QString& title, Date from)
{
    m_editing.reset();
    Regulation draft;
    draft.kind = RegulationKind::Confirmation;
    draft.target = ruleSet;
    draft.value = "null";
    draft.from = from;
    start(draft, tr("Xác nhận %1").arg(title),
          tr("Nhà trường đã đọc văn bản chính thức và thấy các tiêu chuẩn chuyển tiếp vẫn đúng. Từ đó chương trình kết luận theo bộ quy định này; hoàn tác được."));
    if (auto* first = m_fieldsBox->findChild<LineField*>(QStringLiteral("regulation-cite")))
        first->setFocus(Qt::OtherFocusReason);
}

void RegulationForm::startEdit(const services::RegulationRow& row)
{
    m_editing = row.id;
    m_version = row.version;
    start(row.data, tr("Sửa quy chế"), toQ(row.name));
    if (auto* value = m_fieldsBox->findChild<QWidget*>(QStringLiteral("regulation-value")))
        value->setFocus(Qt::OtherFocusReason);
}

void RegulationForm::start(const Draft& draft, const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    readSettable(draft.from);
    m_started = false;
    rebuild(draft, false);
    preview();
}

void RegulationForm::readSettable(Date on)
{
    m_settable.clear();
    m_shell.runner.read([&] { return RegulationService(m_context.file).settable(on); }, [this](auto all) { m_settable = std::move(all); });
}

const Settable* RegulationForm::chosen() const
{
    for (const auto& one : m_settable)
        if (one.kind == m_draft.kind && one.target == m_draft.target)
            return &one;
    return nullptr;
}

void RegulationForm::rebuild(const Draft& draft, bool dirty)
{
    m_draft = draft;
    m_started = m_started || dirty;
    m_target = nullptr;
    m_law = nullptr;
    delete m_form;
    m_form = new FormLayout(2, m_fieldsBox);
    m_binder = new FormBinder<Draft>(m_form);
    if (m_draft.kind != RegulationKind::Confirmation) {
        addTarget(*m_form);
        addLaw(*m_form);
        addValue(*m_form);
    }
    addRest(*m_form);
    m_fields->insertWidget(0, m_form);
    m_form->show();
    m_binder->load(m_draft);
    connect(m_binder, &FormBinderBase::changed, this, &RegulationForm::touched);
}

void RegulationForm::addTarget(FormLayout& form)
{
    m_target = new SearchField(tr("Gõ để tìm, ví dụ: tỷ lệ, ngày nghỉ, kỷ luật"));
    m_target->setObjectName(QStringLiteral("regulation-target"));
    std::vector<SearchField::Option> options;
    std::optional<std::int64_t> now;
    for (std::size_t i = 0; i < m_settable.size(); ++i) {
        options.push_back({static_cast<std::int64_t>(i) + 1, toQ(m_settable[i].name.vi)});
        if (&m_settable[i] == chosen())
            now = options.back().id;
    }
    m_target->setOptions(std::move(options));
    auto* line = form.add(tr("Điều được đặt"), m_target, 2)->required();
    if (m_editing)
        m_target->setReadOnly(true);
    m_binder->bind("target", line, m_target, [field = m_target, now](const Draft&) { field->setValue(now); },
                   [this, field = m_target](Draft& draft) {
                       const auto id = field->value();
                       if (!id)
                           return;
                       const auto& one = m_settable[static_cast<std::size_t>(*id - 1)];
                       draft.kind = one.kind;
                       draft.target = one.target;
                   });
}

void RegulationForm::addLaw(FormLayout& form)
{
    if (chosen() == nullptr)
        return;
    m_law = makeWrapped({}, TypeRole::Text, Ink::Text2, &form);
    m_law->setObjectName(QStringLiteral("regulation-law"));
    form.add(chosen()->certain ? static_cast<QWidget*>(m_law) : new Doubted(m_law, {}, &form), 2);
    showLaw(chosen());
}

void RegulationForm::showLaw(const Settable* one)
{
    if (m_law == nullptr)
        return;
    if (one == nullptr)
        return m_law->setText(tr("Vào ngày này pháp luật không để mở điều này cho cấp dưới."));
    QStringList words{tr("Đang áp dụng: <b>%1</b>.").arg(toQ(one->inForceWords).toHtmlEscaped())};
    words << (!one->tightenOnly ? tr("Pháp luật để mở cho cấp dưới") : one->upwards ? tr("Cấp dưới chỉ được đặt cao hơn") : tr("Cấp dưới chỉ được đặt thấp hơn"));
    if (!one->citation.brief.empty())
        words.last() += QStringLiteral(" (%1)").arg(unbroken(toQ(one->citation.brief)).toHtmlEscaped());
    words.last() += QLatin1Char('.');
    m_law->setText(words.join(QLatin1Char(' ')));
}

void RegulationForm::addValue(FormLayout& form)
{
    const auto* one = chosen();
    if (one == nullptr)
        return;
    if (one->kind == RegulationKind::Condition)
        return addFigures(form);
    const auto value = makeValueField(one->unit, one->codes, one->mayBeNone);
    value.field->widget()->setObjectName(QStringLiteral("regulation-value"));
    auto* line = form.add(tr("Mức của quy chế") + unitWords(one->unit), value.field)->required(!one->mayBeNone);
    if (one->mayBeNone)
        line->hint(tr("Để trống là “không đặt”."));
    m_binder->bind("value", line, value.field, [value](const Draft& draft) {
        if (!draft.value.empty())
            value.show(jsonOf(draft.value));
    }, [value](Draft& draft) { draft.value = textOf(value.take()); });
}

void RegulationForm::addFigures(FormLayout& form)
{
    const auto* one = chosen();
    std::vector<rules::CodeLabel> honours;
    for (const auto& code : one->honours)
        honours.push_back({code, {services::honourName(m_context.file.rules(), code).value_or(code), {}}});
    bool first = true;
    for (const auto& figure : one->figures) {
        const auto value = makeValueField(figure.unit, figure.codes, false);
        value.field->widget()->setObjectName(first ? QStringLiteral("regulation-value") : QStringLiteral("regulation-") + toQ(figure.id));
        const bool wide = figure.unit == Settable::Unit::Codes || figure.name.vi.size() > 40;
        bindFigure(first ? "value" : "value." + figure.id, form.add(toQ(figure.name.vi), value.field, wide ? 2 : 1)->required(),
                   value, toQ(figure.id));
        first = false;
    }
    const auto ticks = makeValueField(Settable::Unit::Codes, honours, false);
    ticks.field->widget()->setObjectName(QStringLiteral("regulation-honours"));
    bindFigure("value.honours", form.add(tr("Áp dụng cho"), ticks.field, 2)->required(), ticks, QStringLiteral("honours"));
}

void RegulationForm::bindFigure(const std::string& name, FormField* line, const ValueField& value, const QString& key)
{
    m_binder->bind(name, line, value.field,
                   [value, key](const Draft& draft) {
                       if (const auto figures = jsonOf(draft.value).toObject(); figures.contains(key))
                           value.show(figures.value(key));
                   },
                   [value, key](Draft& draft) {
                       QJsonObject figures = jsonOf(draft.value).toObject();
                       const QJsonValue taken = value.take();
                       if (taken.isUndefined())
                           figures.remove(key);
                       else
                           figures.insert(key, taken);
                       draft.value = textOf(figures);
                   });
}

void RegulationForm::addRest(FormLayout& form)
{
    const bool confirmation = m_draft.kind == RegulationKind::Confirmation;
    if (!confirmation) {
        auto* layer = new ChoiceField;
        std::vector<std::pair<domain::RegulationLayer, QString>> layers;
        for (const auto one : {domain::RegulationLayer::School, domain::RegulationLayer::Commune, domain::RegulationLayer::Province})
            layers.emplace_back(one, toQ(text::label("regulation-layer", domain::toCode(one))));
        m_binder->bindChoice("layer", form.add(tr("Cấp đặt ra"), layer)->required(), layer, &Draft::layer, layers);
    }
    auto* from = new DateField;
    from->setObjectName(QStringLiteral("regulation-from"));
    m_binder->bind("from", form.add(confirmation ? tr("Ngày xác nhận") : tr("Có hiệu lực từ ngày"), from)->required(), from, &Draft::from);
    if (!confirmation) {
        auto* to = new DateField;
        to->setObjectName(QStringLiteral("regulation-to"));
        m_binder->bind("to", form.add(tr("Ngày cuối còn hiệu lực"), to)->hint(tr("Để trống khi chưa định ngày.")), to, &Draft::to);
    }
    auto* cite = new LineField(confirmation ? tr("ví dụ: Công báo số 105, Luật 06/2026/QH16") : tr("ví dụ: Điều 5 Quy chế thi đua, khen thưởng của trường"));
    cite->setObjectName(QStringLiteral("regulation-cite"));
    m_binder->bind("cite", form.add(tr("Căn cứ"), cite, 2)->required(), cite, &Draft::cite);
    auto* reason = new LineField(confirmation ? tr("ví dụ: Đã đối chiếu ngày 05/10/2026") : tr("ví dụ: Hội nghị viên chức thông qua ngày 15/9"));
    reason->setObjectName(QStringLiteral("regulation-reason"));
    m_binder->bind("reason", form.add(tr("Lý do"), reason, 2)->required()->hint(tr("Lý do được ghi trong nhật ký.")), reason, &Draft::reason);
}

void RegulationForm::touched()
{
    m_started = true;
    // Not inside the field's own change: the fields may be made anew.
    QMetaObject::invokeMethod(this, &RegulationForm::chooseTarget, Qt::QueuedConnection);
    m_timer->start();
}

void RegulationForm::chooseTarget()
{
    Draft now = m_binder->draft();
    if (now.kind == RegulationKind::Confirmation)
        return;
    if (now.target != m_draft.target || now.kind != m_draft.kind) {
        now.value.clear();
        rebuild(now, true);
        if (auto* value = m_fieldsBox->findChild<QWidget*>(QStringLiteral("regulation-value")))
            value->setFocus(Qt::OtherFocusReason);
        return;
    }
    // Another first day: what the law says of it that day. The fields stay, since somebody is typing in one of them.
    if (now.from != m_draft.from) {
        const auto all = RegulationService(m_context.file).settable(now.from);
        const Settable* same = nullptr;
        if (all)
            for (const auto& one : *all)
                if (one.kind == now.kind && one.target == now.target)
                    same = &one;
        showLaw(same);
    }
    m_draft = now;
}

void RegulationForm::preview()
{
    delete m_judging; // of an earlier draft
    const Draft draft = m_binder->draft();
    if (draft.target.empty() || draft.value.empty()) {
        m_changes->showSentence(draft.target.empty() ? tr("Chọn điều được đặt để thấy ai sẽ đổi kết luận.")
                                                     : tr("Ghi mức để thấy ai sẽ đổi kết luận."));
        return;
    }
    if (const auto issues = RegulationService(m_context.file).validate(draft, m_editing); issues)
        for (const auto& issue : *issues)
            if (issue.field != "cite" && issue.field != "reason")
                return m_changes->showSentence(sentenceOf(issue), Tone::Bad);
    struct Judged {
        Result<std::vector<services::VerdictChange>> changes; ///< its error stands in the list, not above the page
    };
    m_judging = startSchoolJob(
        this, m_shell, m_context.file, tr("Đang xét lại các đề nghị theo mức này"),
        [draft, editing = m_editing](services::SchoolFile& copy, Progress& progress) -> Result<Judged> {
            return Judged{RegulationService(copy).preview(draft, editing, &progress)};
        },
        [this](const Judged& judged) {
            if (judged.changes)
                m_changes->showChanges(*judged.changes);
            else
                m_changes->showSentence(sentenceOf(judged.changes.error()), Tone::Bad);
        });
}

bool RegulationForm::save()
{
    if (m_binder == nullptr || !m_binder->reveal())
        return false;
    RegulationService service(m_context.file);
    const Draft draft = m_binder->draft();
    const auto done = [this](const auto&) {
        m_binder->markSaved();
        m_started = false;
    };
    const bool kept = m_editing ? m_shell.runner.run([&] { return service.edit(*m_editing, m_version, draft); }, done, m_binder)
                                : m_shell.runner.run([&] { return service.add(draft); }, done, m_binder);
    if (kept)
        emit saved();
    return kept;
}

}
