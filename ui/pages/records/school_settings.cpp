// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/school_settings.h"

#include "domain/school_year.h"
#include "services/core/school_service.h"
#include "ui/pages/kit/field_bind.h"
#include "ui/pages/history/honour_form.h"
#include "ui/shell/unsaved.h"

#include <QBoxLayout>
#include <QShortcut>

namespace thidua::ui {

using domain::School;

SchoolSettings::SchoolSettings(Shell& shell, SchoolContext& context, QWidget* parent) : SettingsSection(shell, context, parent), m_binder(this)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(12));
    auto* card = new Card(tr("Nhà trường"), QStringLiteral("school"), tr("đứng trên mọi văn bản lập từ nay; văn bản đã ban hành giữ nguyên"), this);
    card->setMaximumWidth(Theme::px(860));
    auto* form = new FormLayout(2, card);
    addSchoolFields(*form);
    form->addSection(tr("Ý kiến phải hỏi trước khi Hội đồng xét"));
    addOpinionFields(*form);
    form->addSection(tr("Người ký"));
    addSigningFields(*form);
    card->body()->addWidget(form);
    addButtons(*card);
    column->addWidget(card);
    column->addStretch(1); // a card would take half of the room
    auto* keep = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(keep, &QShortcut::activated, this, [this] { save(); });
    m_binder.setValidate([](const School& draft) {
        auto issues = services::validate(draft);
        if (draft.signing != domain::SigningAuthority::Head && !draft.signer)
            issues.push_back({"signer", "school.signer-missing", {}});
        return issues;
    });
    const auto follow = [this](bool dirty) {
        m_save->setEnabled(dirty);
        m_drop->setEnabled(dirty);
    };
    follow(false);
    connect(&m_binder, &FormBinderBase::dirtyChanged, this, follow);
    connect(&m_binder, &FormBinderBase::changed, this, &SchoolSettings::showSigner);
}

void SchoolSettings::addButtons(Card& card)
{
    auto* foot = new QHBoxLayout;
    foot->setSpacing(Theme::px(8));
    m_save = saving(makeButton(tr("Ghi thông tin nhà trường"), QStringLiteral("check"), ButtonKind::Primary, &card));
    m_save->setObjectName(QStringLiteral("schoolSave"));
    m_drop = makeButton(tr("Bỏ phần vừa sửa"), {}, ButtonKind::Normal, &card);
    m_drop->setObjectName(QStringLiteral("schoolDrop"));
    foot->addWidget(m_save);
    foot->addWidget(m_drop);
    foot->addStretch();
    card.body()->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_drop, &QPushButton::clicked, this, [this] {
        m_binder.markSaved();
        load();
    });
}

void SchoolSettings::addSchoolFields(FormLayout& form)
{
    m_name = new LineField;
    m_name->setObjectName(QStringLiteral("school-name")); // where a gap of a paper leads
    bindBy(m_binder, "name", form.add(tr("Tên trường"), m_name, 2)->required(), m_name, [](auto& d) -> auto& { return d.name; });
    auto* level = new ChoiceField(choicesOf<domain::SchoolLevel>());
    bindBy(m_binder, "level", form.add(tr("Cấp học"), level)->required(), level, [](auto& d) -> auto& { return d.level; });
    auto* symbol = new LineField;
    symbol->setObjectName(QStringLiteral("school-documentSymbol"));
    auto* symbolLine = form.add(tr("Ký hiệu trên văn bản"), symbol)->required()->hint(tr("Như trong 21/KH-THMĐ."));
    bindBy(m_binder, "documentSymbol", symbolLine, symbol, [](auto& d) -> auto& { return d.documentSymbol; });
    auto* superior = new LineField;
    superior->setObjectName(QStringLiteral("school-superiorAgency"));
    auto* superiorLine = form.add(tr("Cơ quan chủ quản"), superior)->hint(tr("In trên tên trường, ở góc trái văn bản."));
    bindBy(m_binder, "superiorAgency", superiorLine, superior, [](auto& d) -> auto& { return d.superiorAgency; });
    auto* place = new LineField;
    place->setObjectName(QStringLiteral("school-placeName"));
    auto* placeLine = form.add(tr("Địa danh"), place)->required()->hint(tr("Đứng trước ngày tháng trên văn bản."));
    bindBy(m_binder, "placeName", placeLine, place, [](auto& d) -> auto& { return d.placeName; });
    auto* conferring = new LineField;
    conferring->setObjectName(QStringLiteral("school-conferringAgency"));
    bindBy(m_binder, "conferringAgency", form.add(tr("Nơi trình khen thưởng"), conferring), conferring, [](auto& d) -> auto& { return d.conferringAgency; });
    auto* head = new LineField;
    head->setObjectName(QStringLiteral("school-conferringHead"));
    bindBy(m_binder, "conferringHead", form.add(tr("Người quyết định ở đó"), head), head, [](auto& d) -> auto& { return d.conferringHead; });
    auto* difficult = new CheckField(tr("Trường ở vùng có điều kiện kinh tế – xã hội đặc biệt khó khăn"));
    bindBy(m_binder, "difficultArea", form.add(QString(), difficult, 2), difficult, [](auto& d) -> auto& { return d.difficultArea; });
}

void SchoolSettings::addOpinionFields(FormLayout& form)
{
    const auto ask = [&](const char* name, const QString& words, bool School::*asks) {
        auto* box = new CheckField(words);
        box->setObjectName(QStringLiteral("school-") + QLatin1String(name));
        bindBy(m_binder, name, form.add(QString(), box, 2), box, [asks](auto& d) -> auto& { return d.*asks; });
    };
    ask("asksTeam", tr("Tổ chuyên môn (đề nghị của cá nhân)"), &School::asksTeam);
    ask("asksUnion", tr("Công đoàn"), &School::asksUnion);
    ask("asksParty", tr("Cấp ủy"), &School::asksParty);
}

void SchoolSettings::addSigningFields(FormLayout& form)
{
    m_head = new SearchField(tr("Gõ tên trong danh sách cán bộ"));
    m_head->setObjectName(QStringLiteral("school-head"));
    bindBy(m_binder, "head", form.add(tr("Hiệu trưởng"), m_head, 2), m_head, [](auto& d) -> auto& { return d.head; });
    m_signing = new ChoiceField(choicesOf<domain::SigningAuthority>());
    bindBy(m_binder, "signing", form.add(tr("Quyền ký văn bản"), m_signing), m_signing, [](auto& d) -> auto& { return d.signing; });
    m_signer = new SearchField(tr("Gõ tên trong danh sách cán bộ"));
    m_signerLine = form.add(tr("Người ký"), m_signer);
    bindBy(m_binder, "signer", m_signerLine, m_signer, [](auto& d) -> auto& { return d.signer; });
}

void SchoolSettings::load()
{
    if (m_binder.isDirty())
        return; // what is being typed stays; the version check on saving tells of changes elsewhere
    std::optional<domain::SchoolYearId> year;
    if (const auto years = services::SchoolService(file()).years(); years && !years->empty())
        year = years->front().id;
    auto people = subjectOptions(file(), year);
    std::erase_if(people, [](const SearchField::Option& option) { return option.id < 0; });
    m_head->setOptions(people);
    m_signer->setOptions(std::move(people));
    shell().runner.read([&] { return services::SchoolService(file()).school(); }, [&](const auto& school) {
        m_version = school.version;
        m_binder.load(school.data);
    });
    m_binder.setReadOnly(file().readOnlyReason().has_value());
    showSigner();
}

void SchoolSettings::showSigner()
{
    m_signerLine->setVisible(m_signing->value() != domain::toCode(domain::SigningAuthority::Head));
}

bool SchoolSettings::save()
{
    if (!m_binder.isDirty() || !m_binder.reveal())
        return !m_binder.isDirty();
    School draft = m_binder.draft();
    if (draft.signing == domain::SigningAuthority::Head)
        draft.signer.reset();
    auto saved = services::SchoolService(file()).editSchool(draft, m_version);
    if (!saved) {
        shell().runner.fail(saved.error(), &m_binder);
        return false;
    }
    m_binder.markSaved(); // before the pages hear of it: load() reads the new version
    shell().runner.succeed(saved->changes);
    return true;
}

bool SchoolSettings::mayLeave()
{
    if (!m_binder.isDirty())
        return true;
    return settleUnsaved(shell(), [this] { return save(); }, [this] {
        m_binder.markSaved();
        load();
    });
}

}
