// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/merge_dialog.h"

#include "text/messages.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>

namespace thidua::ui {

using services::MergeField;
using services::MergeService;
using services::MergeSide;

namespace {

constexpr const char* kKeptCode = "kept";
constexpr const char* kTakenCode = "taken";

Label* mergeCell(const QString& words, TypeRole role, Ink ink, QWidget* parent)
{
    auto* label = makeWrapped(words.isEmpty() ? QStringLiteral("–") : words.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")), role, ink, parent);
    label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return label;
}

}

MergeDialog::MergeDialog(services::SchoolFile& file, OperationRunner& runner, domain::PersonId kept, std::optional<domain::PersonId> taken, QWidget* parent)
    : QDialog(parent), m_file(file), m_runner(runner), m_kept(kept)
{
    setWindowTitle(tr("Gộp hồ sơ của một người"));
    setObjectName(QStringLiteral("mergeDialog"));
    resize(QSize(Theme::px(960), Theme::px(600)).boundedTo(screen()->availableSize() - QSize(12, 40)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(16), Theme::px(12), Theme::px(16), Theme::px(12));
    column->setSpacing(Theme::px(8));
    column->addWidget(makeWrapped(tr("Một người chỉ có một hồ sơ suốt đời. Đăng ký, kết quả, sáng kiến, khen thưởng của hồ sơ kia chuyển sang hồ sơ được giữ; "
                                     "văn bản đã ban hành và năm học đã khóa giữ nguyên như đã ghi, chương trình vẫn tính cho người này."),
                                  TypeRole::Text, Ink::Text2, this));
    column->addWidget(makeHead());
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    m_fields = new QScrollArea(this);
    m_fields->setObjectName(QStringLiteral("mergeFields"));
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setWidgetResizable(true);
    m_fields->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_fields, 1);
    m_counts = makeWrapped({}, TypeRole::Text, Ink::Text, this);
    m_counts->setObjectName(QStringLiteral("mergeCounts"));
    column->addWidget(m_counts);
    column->addWidget(makeRule(this));
    column->addWidget(makeFoot());
    readCandidates();
    if (taken)
        m_taken->setValue(taken->value());
    m_taken->onChanged = [this] {
        m_choices.clear();
        read();
    };
    read();
    if (!taken)
        m_taken->setFocus();
}

QWidget* MergeDialog::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addWidget(new Label(tr("Giữ hồ sơ:"), TypeRole::Text, Ink::Text2, head));
    m_keptName = new Label({}, TypeRole::Strong, Ink::Text, head);
    m_keptName->setObjectName(QStringLiteral("mergeKept"));
    row->addWidget(m_keptName);
    m_swap = makeButton(tr("Đổi chỗ"), QStringLiteral("refresh"), ButtonKind::Normal, head);
    m_swap->setObjectName(QStringLiteral("mergeSwap"));
    m_swap->setAutoDefault(false);
    connect(m_swap, &QPushButton::clicked, this, &MergeDialog::swap);
    row->addWidget(m_swap);
    auto* label = new Label(tr("Gộp vào đó hồ sơ:"), TypeRole::Text, Ink::Text2, head);
    row->addWidget(label);
    m_taken = new SearchField(tr("gõ tên để tìm hồ sơ kia"), head);
    m_taken->setObjectName(QStringLiteral("mergeTaken"));
    m_taken->setAccessibleName(tr("Hồ sơ được gộp vào"));
    row->addWidget(m_taken, 1);
    return head;
}

QWidget* MergeDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    row->addStretch();
    row->addWidget(makeCancelButton(this, QStringLiteral("mergeCancel"), foot));
    m_merge = makeButton(tr("Gộp hồ sơ"), QStringLiteral("check"), ButtonKind::Primary, foot);
    m_merge->setObjectName(QStringLiteral("mergeNow"));
    m_merge->setAutoDefault(false);
    m_merge->setToolTip(tr("Ctrl+Enter"));
    connect(m_merge, &QPushButton::clicked, this, &MergeDialog::merge);
    row->addWidget(m_merge);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, m_merge, &QPushButton::click);
    return foot;
}

void MergeDialog::readCandidates()
{
    std::vector<SearchField::Option> options;
    m_runner.read([&] { return MergeService(m_file).candidates(m_kept); }, [&](const auto& found) {
        for (const auto& one : found)
            options.push_back({one.id.value(), toQ(one.name), one.likely ? tr("có thể là một người") : QString()});
    });
    m_taken->setOptions(std::move(options));
}

void MergeDialog::swap()
{
    if (!m_taken->value())
        return;
    const auto before = m_kept;
    m_kept = domain::PersonId(*m_taken->value());
    m_choices.clear();
    readCandidates();
    m_taken->setValue(before.value());
    read();
}

void MergeDialog::read()
{
    m_messages->remove(QStringLiteral("refused"));
    m_view = {};
    m_view.kept = m_kept;
    if (m_taken->value())
        m_runner.read([&] { return MergeService(m_file).view(m_kept, domain::PersonId(*m_taken->value()), m_choices); },
                      [this](auto view) { m_view = std::move(view); });
    else
        m_runner.read([&] { return MergeService(m_file).view(m_kept, m_kept); }, [this](const auto& view) { m_view.keptName = view.keptName; });
    if (m_view.refused) {
        Message bar{Tone::Warn, tr("Chưa gộp được"), toQ(text::sentence(*m_view.refused))};
        bar.key = QStringLiteral("refused");
        m_messages->show(bar);
    }
    m_keptName->setText(toQ(m_view.keptName).toHtmlEscaped());
    m_swap->setEnabled(m_taken->value().has_value());
    m_merge->setEnabled(m_taken->value().has_value() && !m_view.refused && m_view.isChosen());
    showFields();
    showCounts();
}

void MergeDialog::showFields()
{
    auto* place = new QWidget;
    auto* grid = new QGridLayout(place);
    grid->setContentsMargins(0, 0, Theme::px(8), 0);
    grid->setHorizontalSpacing(Theme::px(16));
    grid->setVerticalSpacing(Theme::px(6));
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, column == 0 ? 2 : 3);
    int row = 0;
    if (!m_view.fields.empty()) {
        int column = 0;
        for (const auto& head : {QString(), tr("Hồ sơ được giữ"), tr("Hồ sơ kia"), tr("Sau khi gộp")})
            grid->addWidget(new Label(head, TypeRole::Strong, Ink::Text2, place), row, column++);
        ++row;
    }
    std::string section;
    for (const auto& field : m_view.fields) {
        if (field.place != section) {
            section = field.place;
            grid->addWidget(makeWrapped(toQ(section).toHtmlEscaped(), TypeRole::Strong, Ink::Text, place), row++, 0, 1, 4);
        }
        addRow(grid, row++, field);
    }
    grid->setRowStretch(row, 1);
    m_fields->setWidget(place); // the one before is deleted
}

void MergeDialog::addRow(QGridLayout* grid, int row, const MergeField& field)
{
    auto* parent = grid->parentWidget();
    grid->addWidget(mergeCell(toQ(field.label), TypeRole::Text, Ink::Text2, parent), row, 0);
    grid->addWidget(mergeCell(toQ(field.kept), TypeRole::Text, Ink::Text, parent), row, 1);
    grid->addWidget(mergeCell(toQ(field.taken), TypeRole::Text, Ink::Text, parent), row, 2);
    if (!field.asked) {
        grid->addWidget(mergeCell(toQ(field.result), TypeRole::Strong, Ink::Text, parent), row, 3);
        return;
    }
    auto* choice = new ChoiceField({{kKeptCode, toQ(field.kept)}, {kTakenCode, toQ(field.taken)}}, parent);
    choice->setObjectName(QStringLiteral("merge.") + toQ(field.key));
    choice->setAccessibleName(tr("%1: hai hồ sơ ghi khác nhau, chọn điều được giữ").arg(toQ(field.label)));
    choice->setPlaceholderText(tr("Xin chọn…"));
    const auto chosen = m_choices.find(field.key);
    choice->setValue(chosen == m_choices.end() ? std::string() : chosen->second == MergeSide::Taken ? kTakenCode : kKeptCode);
    choice->onChanged = [this, choice, key = field.key] {
        m_choices[key] = choice->value() == kTakenCode ? MergeSide::Taken : MergeSide::Kept;
        // The field that was chosen in stays; only what follows from it is read again.
        m_runner.read([&] { return MergeService(m_file).view(m_kept, m_view.taken, m_choices); }, [this](auto view) { m_view = std::move(view); });
        m_merge->setEnabled(!m_view.refused && m_view.isChosen());
        showCounts();
    };
    grid->addWidget(choice, row, 3);
}

void MergeDialog::showCounts()
{
    if (!m_taken->value() || m_view.refused)
        return m_counts->setText(m_view.refused ? QString() : tr("Chọn hồ sơ kia để so sánh hai hồ sơ."));
    QStringList moved, stays;
    for (const auto& count : m_view.counts) {
        if (count.moved > 0)
            moved << tr("%1: %2").arg(toQ(count.what)).arg(count.moved);
        if (count.stays > 0)
            stays << tr("%1: %2").arg(toQ(count.what)).arg(count.stays);
    }
    QString words = moved.isEmpty() ? tr("Không có gì phải chuyển.") : tr("<b>Chuyển sang hồ sơ được giữ</b> – %1.").arg(moved.join(QStringLiteral("; ")));
    if (!stays.isEmpty())
        words += QLatin1Char(' ') + tr("<b>Giữ nguyên vì đã ban hành hoặc năm học đã khóa</b> – %1.").arg(stays.join(QStringLiteral("; ")));
    if (!m_view.isChosen())
        words += QLatin1Char(' ') + tr("Còn chỗ hai hồ sơ ghi khác nhau: xin chọn ở cột bên phải.");
    m_counts->setText(words);
}

void MergeDialog::merge()
{
    if (!m_merge->isEnabled())
        return;
    auto merged = MergeService(m_file).merge(m_kept, m_view.taken, m_choices);
    if (merged) {
        accept();
        m_runner.succeed(merged->changes);
        return;
    }
    Message bar{Tone::Warn, tr("Chưa gộp được"), toQ(text::sentence(merged.error()))};
    bar.key = QStringLiteral("refused");
    m_messages->show(bar);
}

void mergeRecords(Shell& shell, services::SchoolFile& file, domain::PersonId kept, std::optional<domain::PersonId> taken, QWidget* parent)
{
    MergeDialog(file, shell.runner, kept, taken, parent).exec();
}

}
