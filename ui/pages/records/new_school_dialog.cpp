// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/new_school_dialog.h"

#include "services/core/school_service.h"
#include "ui/pages/kit/field_bind.h"
#include "ui/pages/records/school_proposals.h"
#include "ui/text/path_words.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QScrollArea>
#include <QShortcut>
#include <QStandardPaths>

namespace thidua::ui {
namespace {

constexpr int kSchoolYearsBack = 10;

QString documentsFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder.isEmpty() || !QDir(folder).exists() ? QDir::homePath() : folder;
}

/// A sentence of the window itself: src/text gives an unknown key back as it is.
FieldIssue issueOf(const std::string& field, const QString& sentence)
{
    return {field, fromQ(sentence), {}};
}

}

NewSchoolDialog::NewSchoolDialog(Prompter& prompter, const Clock& clock, QWidget* parent)
    : QDialog(parent), m_prompter(prompter), m_thisYear(SchoolYear::of(clock.today())), m_binder(this)
{
    setObjectName(QStringLiteral("newSchool"));
    setWindowTitle(tr("Trường mới"));
    build();
    m_binder.setValidate(&NewSchoolDialog::check);
    Draft draft;
    draft.year = m_thisYear;
    draft.path = QDir(documentsFolder()).filePath(toQ(proposedFileName({}))).toStdString();
    m_binder.load(draft);
    connect(&m_binder, &FormBinderBase::changed, this, &NewSchoolDialog::propose);
    for (auto* field : {m_symbol, m_conferring, m_conferringHead, m_place, m_path})
        connect(field, &QLineEdit::textEdited, this, [this, field](const QString& text) {
            if (text.trimmed().isEmpty())
                m_own.remove(field); // emptied: proposals are welcome again
            else
                m_own.insert(field);
        });
    connect(m_level, &QComboBox::activated, this, [this] { m_own.insert(m_level); });
    resize(Theme::px(680), Theme::px(700));
    m_name->setFocus();
}

void NewSchoolDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* body = new QWidget(scroll);
    auto* inner = new QVBoxLayout(body);
    inner->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    inner->setSpacing(Theme::px(8));
    inner->addWidget(new Label(tr("Trường mới"), TypeRole::PageTitle, Ink::Text, body));
    inner->addWidget(makeWrapped(tr("Những điều này đứng trên mọi văn bản của trường. Ghi được đến đâu hay đến đó; sau này sửa trong Thiết lập."),
                                 TypeRole::Text, Ink::Text2, body));
    auto* form = new FormLayout(2, body);
    addSchoolFields(*form);
    addAgencyFields(*form);
    addStartFields(*form);
    addPath(*form);
    inner->addWidget(form);
    inner->addStretch();
    scroll->setWidget(body);
    column->addWidget(scroll, 1);
    column->addWidget(makeRule(this));
    column->addWidget(buildFoot());
    auto* keep = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(keep, &QShortcut::activated, this, &NewSchoolDialog::finish);
}

void NewSchoolDialog::addSchoolFields(FormLayout& form)
{
    m_name = new LineField(tr("ví dụ: Trường Tiểu học Măng Đen"));
    bindBy(m_binder, "name", form.add(tr("Tên trường"), m_name, 2)->required(), m_name, [](auto& d) -> auto& { return d.school.name; });
    m_level = new ChoiceField(choicesOf<domain::SchoolLevel>());
    bindBy(m_binder, "level", form.add(tr("Cấp học"), m_level)->required(), m_level, [](auto& d) -> auto& { return d.school.level; });
    m_symbol = new LineField;
    auto* symbolLine = form.add(tr("Ký hiệu trên văn bản"), m_symbol)->required()->hint(tr("Như trong 21/KH-THMĐ."));
    bindBy(m_binder, "documentSymbol", symbolLine, m_symbol, [](auto& d) -> auto& { return d.school.documentSymbol; });
}

void NewSchoolDialog::addAgencyFields(FormLayout& form)
{
    m_superior = new LineField(tr("ví dụ: Ủy ban nhân dân xã Măng Đen"));
    auto* superiorLine = form.add(tr("Cơ quan chủ quản"), m_superior, 2)->hint(tr("In trên tên trường, ở góc trái văn bản."));
    bindBy(m_binder, "superiorAgency", superiorLine, m_superior, [](auto& d) -> auto& { return d.school.superiorAgency; });
    m_conferring = new LineField;
    bindBy(m_binder, "conferringAgency", form.add(tr("Nơi trình khen thưởng"), m_conferring), m_conferring,
           [](auto& d) -> auto& { return d.school.conferringAgency; });
    m_conferringHead = new LineField;
    bindBy(m_binder, "conferringHead", form.add(tr("Người quyết định ở đó"), m_conferringHead), m_conferringHead,
           [](auto& d) -> auto& { return d.school.conferringHead; });
}

void NewSchoolDialog::addStartFields(FormLayout& form)
{
    m_place = new LineField(tr("ví dụ: Măng Đen"));
    auto* placeLine = form.add(tr("Địa danh"), m_place)->required()->hint(tr("Đứng trước ngày tháng trên văn bản."));
    bindBy(m_binder, "placeName", placeLine, m_place, [](auto& d) -> auto& { return d.school.placeName; });
    auto* head = new LineField;
    auto* headLine = form.add(tr("Họ tên hiệu trưởng"), head)->hint(tr("Người ký văn bản; phó hiệu trưởng ký thay thì ghi sau, trong Thiết lập."));
    bindBy(m_binder, "headName", headLine, head, [](auto& d) -> auto& { return d.headName; });
    std::vector<ChoiceField::Choice> years;
    for (int start = m_thisYear.startYear() + 1; start >= m_thisYear.startYear() - kSchoolYearsBack; --start)
        years.push_back({std::to_string(start), toQ(SchoolYear(start).screen())});
    auto* year = new ChoiceField(years);
    m_binder.bind("year", form.add(tr("Năm học bắt đầu ghi"), year)->required(), year,
                  [year](const Draft& d) { year->setValue(std::to_string(d.year.startYear())); },
                  [year](Draft& d) {
                      if (const auto code = year->value(); !code.empty())
                          d.year = SchoolYear(std::stoi(code));
                  });
    auto* difficult = new CheckField(tr("Vùng đặc biệt khó khăn"));
    auto* difficultLine = form.add(QStringLiteral(" "), difficult);
    difficult->setAccessibleName(difficult->text());
    bindBy(m_binder, "difficultArea", difficultLine, difficult, [](auto& d) -> auto& { return d.school.difficultArea; });
}

void NewSchoolDialog::addPath(FormLayout& form)
{
    auto* row = new QWidget(&form);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::px(8));
    m_path = new LineField;
    auto* line = new FormField(tr("Tệp của trường"), m_path, row);
    line->required()->hint(tr("Mọi dữ liệu nằm trong một tệp này; nên để trên ổ đĩa của máy, không để trên USB."));
    // As it is written: a folder whose name has two spaces, or letters put together from parts, is not there under a tidied name.
    m_binder.bind("path", line, m_path, [this](const Draft& d) { m_path->setText(toQ(d.path)); },
                  [this](Draft& d) { d.path = m_path->text().trimmed().toStdString(); });
    auto* choose = makeButton(tr("Chọn nơi khác…"), QStringLiteral("folder"), ButtonKind::Normal, row);
    choose->setObjectName(QStringLiteral("newSchoolChoose"));
    connect(choose, &QPushButton::clicked, this, &NewSchoolDialog::choosePath);
    layout->addWidget(line, 1);
    auto* side = new QVBoxLayout;
    side->addSpacing(QFontMetrics(Theme::font(TypeRole::SmallStrong)).height() + Theme::px(4));
    side->addWidget(choose);
    side->addStretch();
    layout->addLayout(side);
    form.add(row, 2);
}

QWidget* NewSchoolDialog::buildFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(Theme::px(24), Theme::px(10), Theme::px(24), Theme::px(10));
    row->setSpacing(Theme::px(8));
    row->addStretch();
    auto* cancel = makeButton(tr("Thôi"), {}, ButtonKind::Normal, foot);
    cancel->setObjectName(QStringLiteral("newSchoolCancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(cancel);
    auto* make = makeButton(tr("Lập tệp của trường"), QStringLiteral("check"), ButtonKind::Primary, foot);
    make->setObjectName(QStringLiteral("newSchoolMake"));
    make->setDefault(true);
    connect(make, &QPushButton::clicked, this, &NewSchoolDialog::finish);
    row->addWidget(make);
    return foot;
}

void NewSchoolDialog::proposeInto(LineField* field, const std::string& text)
{
    if (!m_own.contains(field) && field->value() != text)
        field->setValue(text);
}

void NewSchoolDialog::propose()
{
    // Each proposal may change a field and come here again; it ends when nothing differs.
    const Draft draft = m_binder.draft();
    proposeInto(m_symbol, proposedSymbol(draft.school.name));
    if (const auto level = proposedLevel(draft.school.name); level && !m_own.contains(m_level) && draft.school.level != *level)
        m_level->setValue(std::string(domain::toCode(*level)));
    proposeInto(m_conferring, proposedConferringAgency(draft.school.superiorAgency));
    proposeInto(m_place, proposedPlace(draft.school.superiorAgency));
    proposeInto(m_conferringHead, proposedConferringHead(m_conferring->value()));
    if (!m_own.contains(m_path)) {
        const QDir folder = QFileInfo(m_path->text()).dir();
        if (const QString path = folder.filePath(toQ(proposedFileName(m_symbol->value()))); m_path->text() != path)
            m_path->setText(path);
    }
}

std::vector<FieldIssue> NewSchoolDialog::check(const Draft& draft)
{
    auto issues = services::validate(draft.school);
    const QFileInfo file(toQ(draft.path));
    if (draft.path.empty())
        issues.push_back(issueOf("path", tr("Xin chọn nơi để tệp của trường.")));
    else if (file.isDir())
        issues.push_back(issueOf("path", tr("Đây là thư mục; xin ghi thêm tên tệp.")));
    else if (file.exists())
        issues.push_back(issueOf("path", tr("Ở đó đã có tệp tên này; xin đặt tên khác để không ghi đè.")));
    else if (!file.isAbsolute() || !file.dir().exists())
        issues.push_back(issueOf("path", tr("Không có thư mục %1; xin chọn thư mục khác.").arg(QDir::toNativeSeparators(file.path()))));
    return issues;
}

void NewSchoolDialog::choosePath()
{
    const auto chosen = m_prompter.saveFile(tr("Nơi để tệp của trường"), QFileInfo(m_path->text()).fileName(),
                                            {{tr("Tệp của trường"), {QStringLiteral("thidua")}}}, QStringLiteral("school"));
    if (!chosen)
        return;
    m_own.insert(m_path);
    m_path->setText(QDir::toNativeSeparators(*chosen));
}

void NewSchoolDialog::finish()
{
    if (m_binder.reveal())
        accept();
}

NewSchool NewSchoolDialog::answer() const
{
    const Draft draft = m_binder.draft();
    QString path = toQ(draft.path);
    if (!path.endsWith(QStringLiteral(".thidua"), Qt::CaseInsensitive))
        path += QStringLiteral(".thidua");
    return {{draft.school, draft.year, draft.headName}, toPath(QDir::cleanPath(path))};
}

std::optional<NewSchool> NewSchoolDialog::ask(Prompter& prompter, const Clock& clock, QWidget* parent)
{
    NewSchoolDialog dialog(prompter, clock, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.answer()) : std::nullopt;
}

}
