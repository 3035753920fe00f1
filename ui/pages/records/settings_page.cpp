// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/settings_page.h"

#include "services/core/reads.h"
#include "services/core/school_service.h"
#include "ui/pages/records/backup_settings.h"
#include "ui/pages/records/look_settings.h"
#include "ui/pages/records/school_settings.h"
#include "ui/pages/records/year_settings.h"
#include "ui/text/path_words.h"
#include "ui/widgets/current_stack.h"

#include <QScrollArea>

namespace thidua::ui {

SettingsPage::SettingsPage(PageInfo info, Shell& shell, SchoolContext& context, OpenFile openFile, ApplyLook applyLook, QWidget* parent)
    : SchoolPage(std::move(info), shell, context, parent)
{
    setTitle(tr("Thiết lập"));
    m_bar = new SegmentBar(this);
    m_bar->setObjectName(QStringLiteral("settingsParts"));
    m_bar->setSegments({{QStringLiteral("school"), tr("Nhà trường"), -1, Tone::None, QStringLiteral("school")},
                        {QStringLiteral("years"), tr("Năm học"), -1, Tone::None, QStringLiteral("calendar")},
                        {QStringLiteral("backup"), tr("Sao lưu"), -1, Tone::None, QStringLiteral("backup")},
                        {QStringLiteral("look"), tr("Hiển thị"), -1, Tone::None, QStringLiteral("eye")}});
    content()->addWidget(m_bar, 0, Qt::AlignLeft);
    m_stack = new CurrentStack(this);
    content()->addWidget(m_stack, 1);
    addPart(QStringLiteral("school"), new SchoolSettings(shell, context, m_stack), true);
    addPart(QStringLiteral("years"), new YearSettings(shell, context, m_stack), false);
    addPart(QStringLiteral("backup"), new BackupSettings(shell, context, std::move(openFile), m_stack), false);
    addPart(QStringLiteral("look"), new LookSettings(shell, context, std::move(applyLook), m_stack), true);
    connect(m_bar, &SegmentBar::chosen, this, &SettingsPage::showSection);
    addSectionActions();
    m_key = QStringLiteral("school");
    m_bar->setCurrentKey(m_key);
}

void SettingsPage::addPart(const QString& key, SettingsSection* section, bool scrolls)
{
    QWidget* shown = section;
    if (scrolls) {
        auto* scroll = new QScrollArea(m_stack);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setWidget(section);
        scroll->viewport()->setAutoFillBackground(false);
        section->setAutoFillBackground(false);
        shown = scroll;
    }
    m_stack->addWidget(shown);
    m_parts.push_back({key, section});
}

void SettingsPage::addSectionActions()
{
    const auto add = [this](const QString& key, const QString& text, const QString& icon) {
        shell().actions.add({QStringLiteral("settings.") + key, text, icon, {}, {}, info().title, [this, key] {
                                 shell().showPage(info().id);
                                 showSection(key);
                             }});
    };
    add(QStringLiteral("school"), tr("Sửa thông tin nhà trường"), QStringLiteral("school"));
    add(QStringLiteral("years"), tr("Mở năm học mới, khóa năm học…"), QStringLiteral("calendar"));
    add(QStringLiteral("backup"), tr("Sao lưu và khôi phục"), QStringLiteral("backup"));
    add(QStringLiteral("look"), tr("Đổi màu sáng, tối và cỡ chữ"), QStringLiteral("eye"));
}

SettingsSection* SettingsPage::current() const
{
    for (const auto& part : m_parts)
        if (part.key == m_key)
            return part.section;
    return m_parts.front().section;
}

bool SettingsPage::showSection(const QString& key)
{
    if (key != m_key && !current()->mayLeave()) {
        m_bar->setCurrentKey(m_key);
        return false;
    }
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        if (m_parts[i].key == key) {
            m_key = key;
            m_stack->setCurrentIndex(static_cast<int>(i));
            m_bar->setCurrentKey(key);
            return true;
        }
    return false;
}

void SettingsPage::load()
{
    for (const auto& part : m_parts)
        part.section->load();
    setSummary(summary());
}

bool SettingsPage::affects(const domain::ChangeSet& changes) const
{
    namespace reads = services::reads;
    return changes.touchesAny(reads::school() | reads::years() | reads::staff() | reads::attachments()) || changes.touches(domain::EntityKind::AttachmentContent);
}

bool SettingsPage::openRecord(domain::EntityKind kind, std::int64_t)
{
    if (kind == domain::EntityKind::School)
        return showSection(QStringLiteral("school"));
    return kind == domain::EntityKind::SchoolYearRow && showSection(QStringLiteral("years"));
}

bool SettingsPage::mayLeave()
{
    return current()->mayLeave();
}

void SettingsPage::escape()
{
    if (current()->mayLeave())
        m_bar->setFocus(Qt::OtherFocusReason);
}

QList<QWidget*> SettingsPage::focusStops() const
{
    return {m_bar, current()->firstStop()};
}

QJsonObject SettingsPage::saveState() const
{
    return {{QStringLiteral("part"), m_key}};
}

void SettingsPage::restoreState(const QJsonObject& state)
{
    showSection(state.value(QStringLiteral("part")).toString(QStringLiteral("school")));
}

QString SettingsPage::summary() const
{
    services::SchoolService service(file());
    const auto school = service.school();
    const auto years = service.years();
    if (!school || !years)
        return {};
    int open = 0;
    for (const auto& year : *years)
        open += year.data.state == domain::YearState::Open ? 1 : 0;
    return tr("<b>%1</b>; sổ có %2 năm học, %3 năm đang mở; tệp %4.")
        .arg(toQ(school->data.name).toHtmlEscaped()).arg(years->size()).arg(open)
        .arg(fromPath(file().path().filename()).toHtmlEscaped());
}

}
