// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kit/proof_dialog.h"

#include "base/code_points.h"
#include "ui/pages/kit/parts.h"
#include "ui/text/path_words.h"
#include "ui/widgets/current_stack.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QListWidget>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QTextBlock>
#include <QTextEdit>

namespace thidua::ui {

namespace {

constexpr qint64 kLargestText = 32LL << 20; ///< more is no plan

/// What has been passed over, for as long as the window stands.
class PassedOver : public QObject {
public:
    using QObject::QObject;
    static PassedOver& of(QWidget* window)
    {
        const auto name = QStringLiteral("proofPassedOver");
        auto* kept = static_cast<PassedOver*>(window->findChild<QObject*>(name, Qt::FindDirectChildrenOnly));
        if (!kept) {
            kept = new PassedOver(window);
            kept->setObjectName(name);
        }
        return *kept;
    }
    QSet<QString> keys;
};

/// Where letter `letter` of a line stands in the document's own units.
int unitsBefore(const QString& line, std::size_t letter)
{
    int at = 0;
    for (std::size_t passed = 0; passed < letter && at < line.size(); ++passed)
        at += line.at(at).isHighSurrogate() ? 2 : 1;
    return at;
}

}

ProofDialog::ProofDialog(SchoolContext& context, Shell& shell, ProofSubject subject, QWidget* parent)
    : QDialog(parent), m_context(context), m_shell(shell), m_subject(std::move(subject)),
      m_reader(std::make_shared<services::Proofreader>(context.file.rules(), toPath(QCoreApplication::applicationFilePath())))
{
    setWindowTitle(tr("Soát lỗi"));
    setObjectName(QStringLiteral("proofDialog"));
    const auto room = screen()->availableSize();
    resize(std::min(Theme::px(1180), room.width() - Theme::px(40)), std::min(Theme::px(680), room.height() - Theme::px(60)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::px(24), Theme::px(16), Theme::px(24), Theme::px(16));
    column->setSpacing(Theme::px(10));
    auto* title = new Label(tr("Soát lỗi: %1").arg(m_subject.name), TypeRole::PanelTitle, Ink::Text, this);
    title->setTextFormat(Qt::PlainText);
    title->setElided(true);
    column->addWidget(title);
    m_summary = new Label({}, TypeRole::Text, Ink::Text2, this);
    m_summary->setObjectName(QStringLiteral("proofSummary"));
    column->addWidget(m_summary);
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    m_text = new QTextEdit(this);
    m_text->setObjectName(QStringLiteral("proofText"));
    m_text->setAccessibleName(tr("Văn bản được soát"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::font(TypeRole::Law));
    m_text->document()->setDocumentMargin(Theme::px(14));
    halves->addWidget(m_text);
    halves->addWidget(makeFindings());
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    column->addWidget(halves, 1);
    column->addWidget(makeRule(this));
    column->addWidget(makeFoot());
    addKeys();
    read();
}

QWidget* ProofDialog::makeFindings()
{
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(Theme::px(12), 0, 0, 0);
    column->setSpacing(Theme::px(10));
    m_nothing = new EmptyState(QStringLiteral("check"), tr("Không thấy lỗi nào"),
                               tr("Đã xem: ngày tháng, số năm kỷ niệm, căn cứ và hiệu lực, số và ký hiệu, thời hạn, hạn mức, tỷ số và tổng số, năm học, "
                                  "thứ tự mục, từ lặp, chính tả, tên phong trào. Nội dung có đúng với trường hay không vẫn phải người đọc xem."));
    m_nothing->setObjectName(QStringLiteral("proofNothing"));
    m_nothing->hide();
    column->addWidget(m_nothing, 1);
    m_found = new QWidget(side);
    auto* found = new QVBoxLayout(m_found);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(Theme::px(10));
    m_list = new QListWidget(m_found);
    m_list->setObjectName(QStringLiteral("proofList"));
    m_list->setAccessibleName(tr("Các chỗ cần xem lại"));
    m_list->setProperty("popupList", QStringLiteral("1")); // looks like the lists of choices
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] { showChosen(); });
    found->addWidget(m_list, 3);
    m_facts = new Stack(6);
    m_facts->setObjectName(QStringLiteral("proofFacts"));
    found->addWidget(makeScrollingStack(m_facts, m_found), 2);
    column->addWidget(m_found, 1);
    return side;
}

QWidget* ProofDialog::makeFoot()
{
    auto* foot = new QWidget(this);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    const auto add = [&](const QString& text, const QString& icon, const char* name, ButtonKind kind, auto run) {
        auto* button = makeButton(text, icon, kind, foot);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
        row->addWidget(button);
        return button;
    };
    m_accept = add(m_subject.draft ? tr("Sửa theo gợi ý") : tr("Chép gợi ý"), m_subject.draft ? QStringLiteral("check") : QStringLiteral("copy"), "proofAccept",
                   ButtonKind::Primary, [this] { accept(); });
    m_accept->setToolTip(tr("Enter"));
    m_pass = add(tr("Bỏ qua"), QStringLiteral("minus"), "proofPass", ButtonKind::Normal, [this] { passOver(); });
    m_pass->setToolTip(tr("Del: không hỏi lại chỗ này cho đến khi đóng chương trình"));
    if (m_subject.draft) {
        m_go = add(tr("Đến chỗ sửa"), QStringLiteral("edit"), "proofGo", ButtonKind::Normal, [this] { goThere(); });
        m_go->setToolTip(tr("F2"));
        m_undo = add(tr("Hoàn tác"), QStringLiteral("undo"), "proofUndo", ButtonKind::Quiet, [this] { undo(); });
        m_undo->setToolTip(tr("Ctrl+Z"));
    }
    row->addStretch(1);
    auto* close = makeButton(tr("Đóng"), {}, ButtonKind::Normal, foot);
    close->setObjectName(QStringLiteral("proofClose"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(close);
    return foot;
}

void ProofDialog::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) { connect(new QShortcut(keys, this), &QShortcut::activated, this, run); };
    key(QKeySequence(Qt::Key_F3), [this] { choose(m_list->currentRow() + 1); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { choose(m_list->currentRow() - 1); });
    key(QKeySequence(Qt::Key_Delete), [this] { passOver(); });
    key(QKeySequence(Qt::Key_F2), [this] { goThere(); });
    if (m_undo)
        key(QKeySequence::Undo, [this] { undo(); });
    m_accept->setDefault(true); // Enter, also from the list
}

/// Composes a draft anew and reads it beside the window.
void ProofDialog::read()
{
    if (m_job)
        m_job->cancel();
    if (m_subject.draft) {
        const auto& draft = *m_subject.draft;
        auto text = services::proofTextOf(m_context.file, draft.kind, draft.id, draft.year);
        if (!text) {
            m_summary->setText({});
            m_messages->show({Tone::Bad, tr("Không đọc được văn bản"), sentenceOf(text.error()), {}, true, QStringLiteral("proof")});
            return;
        }
        m_subject.text = std::move(*text);
    }
    QStringList lines;
    for (const auto& line : m_subject.text.lines)
        lines << toQ(line);
    const auto words = lines.join(QLatin1Char('\n'));
    if (m_text->toPlainText() != words)
        m_text->setPlainText(words);
    m_summary->setText(tr("Đang soát %1 dòng…").arg(lines.size()));
    m_accept->setEnabled(false);
    m_job = Job::start(this,
                       [this](const Error& error) {
                           m_summary->setText({});
                           m_messages->show({Tone::Bad, tr("Không soát được"), sentenceOf(error), {}, true, QStringLiteral("proof")});
                       },
                       [reader = m_reader, text = m_subject.text](Progress&) { return reader->read(text); },
                       [this](std::vector<services::ProofFinding> found) { show(std::move(found)); });
}

QString ProofDialog::keyOf(const services::ProofFinding& finding) const
{
    const auto whose = m_subject.draft ? QStringLiteral("%1/%2").arg(static_cast<int>(m_subject.draft->kind)).arg(m_subject.draft->id) : m_subject.name;
    return whose + QChar(0x1f) + toQ(finding.kind) + QChar(0x1f) + toQ(finding.quote) + QChar(0x1f) + toQ(lineOf(finding));
}

void ProofDialog::show(std::vector<services::ProofFinding> found)
{
    const auto& passed = PassedOver::of(parentWidget()->window()).keys;
    const auto all = found.size();
    std::erase_if(found, [&](const auto& finding) { return passed.contains(keyOf(finding)); });
    m_passed = static_cast<int>(all - found.size());
    m_findings = std::move(found);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const auto& finding : m_findings) {
            auto* item = new QListWidgetItem(QStringLiteral("“%1”\n%2").arg(toQ(finding.quote), toQ(finding.kind)), m_list);
            item->setToolTip(toQ(finding.message));
            item->setSizeHint({0, Theme::px(46)});
        }
    }
    const int lines = static_cast<int>(m_subject.text.lines.size());
    const QString skipped = m_passed > 0 ? tr(" Đã bỏ qua %1 chỗ.").arg(m_passed) : QString();
    m_summary->setText((m_findings.empty() ? tr("Đã soát %1 dòng, không còn chỗ nào cần xem lại.").arg(lines)
                                           : tr("Đã soát %1 dòng, %2 chỗ cần xem lại.").arg(lines).arg(m_findings.size()))
                       + skipped);
    m_nothing->setVisible(m_findings.empty());
    m_found->setVisible(!m_findings.empty());
    m_pass->setEnabled(!m_findings.empty());
    if (m_undo)
        m_undo->setEnabled(m_written > 0);
    choose(std::min(m_next, static_cast<int>(m_findings.size()) - 1));
    showChosen();
    if (!m_findings.empty())
        m_list->setFocus(Qt::OtherFocusReason);
}

void ProofDialog::choose(int row)
{
    if (row >= 0 && row < m_list->count())
        m_list->setCurrentRow(row);
}

const services::ProofFinding* ProofDialog::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_findings.size()) ? &m_findings[static_cast<std::size_t>(row)] : nullptr;
}

/// Every doubtful place is underlined; the chosen one stands on a ground as well.
void ProofDialog::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto* now = chosen();
    for (const auto& finding : m_findings) {
        const auto block = m_text->document()->findBlockByNumber(static_cast<int>(finding.line));
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + unitsBefore(block.text(), finding.from));
        mark.cursor.setPosition(block.position() + unitsBefore(block.text(), finding.to), QTextCursor::KeepAnchor);
        const auto colors = Theme::tokens().tone(Tone::Warn);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colors.bar);
        if (&finding == now) {
            mark.format.setBackground(colors.ground);
            mark.format.setForeground(colors.text);
            QTextCursor there = mark.cursor;
            there.clearSelection();
            m_text->setTextCursor(there);
            m_text->ensureCursorVisible();
        }
        marks << mark;
    }
    m_text->setExtraSelections(marks);
}

void ProofDialog::showChosen()
{
    showMarks();
    m_facts->clear();
    m_place = {};
    const auto* finding = chosen();
    m_accept->setEnabled(false);
    if (m_go)
        m_go->setEnabled(false);
    if (!finding)
        return;
    if (m_subject.draft)
        if (auto place = services::proofPlace(m_context.file, m_subject.draft->kind, m_subject.draft->id, lineOf(*finding), *finding))
            m_place = std::move(*place);
    m_facts->head(toQ(finding->kind), tr("dòng %1").arg(finding->line + 1));
    m_facts->text(toQ(finding->message))->setTextFormat(Qt::PlainText);
    const bool writable = m_subject.draft ? m_place.writable && m_subject.writes : !finding->suggestion.empty();
    if (!finding->suggestion.empty()) {
        auto* facts = m_facts->facts();
        facts->add(tr("Đang viết"), toQ(finding->quote).toHtmlEscaped());
        facts->add(finding->exact ? tr("Viết lại") : tr("Đúng là"), QStringLiteral("<b>%1</b>").arg(toQ(finding->suggestion).toHtmlEscaped()));
    }
    if (m_subject.draft && !writable)
        m_facts->note(m_place.field.empty() ? tr("Chữ này không nằm trong lời văn của văn bản: nó lấy từ danh sách, từ phần khác của tệp hoặc từ mẫu.")
                      : !m_subject.writes   ? tr("Năm học đã khóa: chỉ xem.")
                                            : tr("Chỗ này người soạn phải tự quyết: bấm “Đến chỗ sửa”."));
    m_accept->setEnabled(writable);
    if (m_go)
        m_go->setEnabled(m_subject.fill && m_subject.writes);
}

void ProofDialog::accept()
{
    const auto* finding = chosen();
    if (!finding || !m_accept->isEnabled())
        return;
    if (!m_subject.draft) {
        QApplication::clipboard()->setText(toQ(finding->suggestion));
        m_summary->setText(tr("Đã chép “%1”; dán vào văn bản của bạn.").arg(toQ(finding->suggestion)));
        return;
    }
    m_next = m_list->currentRow();
    auto written = services::acceptProof(m_context.file, m_subject.draft->kind, m_subject.draft->id, lineOf(*finding), *finding);
    if (!written) {
        m_messages->show({Tone::Bad, tr("Chưa sửa được"), sentenceOf(written.error()), {}, true, QStringLiteral("proof")});
    } else {
        m_messages->clear();
        ++m_written;
        m_shell.runner.succeed(written->changes);
    }
    read();
}

void ProofDialog::passOver()
{
    const auto* finding = chosen();
    if (!finding)
        return;
    PassedOver::of(parentWidget()->window()).keys.insert(keyOf(*finding));
    m_next = m_list->currentRow();
    show(std::vector<services::ProofFinding>(m_findings));
}

void ProofDialog::goThere()
{
    const auto* finding = chosen();
    if (!finding || !m_go || !m_go->isEnabled())
        return;
    const services::PaperGap gap{m_place.field, fromQ(tr("“%1”: %2").arg(toQ(finding->quote), toQ(finding->message))), false, "proof.place"};
    QDialog::accept();
    m_subject.fill(gap);
}

void ProofDialog::undo()
{
    if (m_written == 0)
        return;
    auto undone = m_context.file.undo();
    if (!undone) {
        m_messages->show({Tone::Bad, tr("Không hoàn tác được"), sentenceOf(undone.error()), {}, true, QStringLiteral("proof")});
        return;
    }
    --m_written;
    m_next = m_list->currentRow();
    m_shell.runner.succeed(undone->changes);
    read();
}

void proofreadDraft(SchoolContext& context, Shell& shell, QWidget* window, const QString& name, const ProofSubject::Draft& draft, bool writes,
                    std::function<void(const services::PaperGap&)> fill)
{
    ProofDialog dialog(context, shell, {name, draft, {}, writes, std::move(fill)}, window);
    dialog.exec();
}

void proofreadFile(SchoolContext& context, Shell& shell, QWidget* window)
{
    const auto path = shell.prompter.openFile(ProofDialog::tr("Soát lỗi văn bản khác"), {{ProofDialog::tr("Văn bản"), {QStringLiteral("docx"), QStringLiteral("txt")}}},
                                              QStringLiteral("proofread"));
    if (!path)
        return;
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return shell.runner.fail(Error{ErrorCode::Io, "file.cannot-open", {fromQ(*path)}, {}, {}});
    const QByteArray bytes = file.read(kLargestText);
    shell.runner.read([&] { return services::proofTextOf(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))); },
                      [&](services::ProofText text) {
                          ProofDialog dialog(context, shell, {QFileInfo(*path).fileName(), std::nullopt, std::move(text), false, {}}, window);
                          dialog.exec();
                      });
}

}
