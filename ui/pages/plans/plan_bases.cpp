// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/plans/plan_bases.h"

#include "services/papers/paper_findings.h"
#include "ui/pages/prepare/prepare_words.h"

#include <QTimer>

#include <algorithm>

namespace thidua::ui::prepare {

using domain::LegalText;
using domain::PaperBasis;
using services::PlanDraft;

PlanBasesPart::PlanBasesPart(PlanEnv env, QWidget* parent)
    : OrderedPart(QStringLiteral("planBases"), tr("Căn cứ của kế hoạch"), tr("Căn cứ tự viết"),
                  tr("Chưa có căn cứ nào. Tìm văn bản trong thư viện ở ô trên, hoặc ghi văn bản mới."), env, parent),
      m_binder(new FormBinder<PaperBasis>(this)), m_legal(new LegalTextForm(env.file, env.shell, this))
{
    buildTop();
    setForm(buildForm());
    keepForm(m_legal);
    connect(m_binder, &FormBinderBase::changed, this, [this] {
        if (const int row = list()->current(); row >= 0) {
            at(row) = m_binder->draft();
            lineEdited();
        }
    });
    connect(m_legal, &LegalTextForm::done, this, [this](qint64 id) { onLegalDone(domain::LegalTextId(id)); });
    connect(m_legal, &LegalTextForm::cancelled, this, [this] { reload(list()->current()); });
    readLibrary();
}

void PlanBasesPart::buildTop()
{
    m_top = new QWidget(this);
    auto* row = new QHBoxLayout(m_top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::px(8));
    m_search = new SearchField(tr("Tìm số, cơ quan, trích yếu để thêm căn cứ…"), m_top);
    m_search->setObjectName(QStringLiteral("basisSearch"));
    m_search->setAccessibleName(tr("Tìm văn bản trong thư viện để thêm làm căn cứ"));
    m_search->onChanged = [this] {
        if (!m_search->value())
            return;
        // After the field has finished taking its value.
        QTimer::singleShot(0, this, [this] {
            if (const auto id = m_search->value()) {
                m_search->clear();
                if (*id < 0)
                    addReadyText(m_ready[static_cast<std::size_t>(-1 - *id)]);
                else
                    addText(domain::LegalTextId(*id));
            }
        });
    };
    auto* add = makeButton(tr("Văn bản mới…"), QStringLiteral("plus"), ButtonKind::Normal, m_top);
    add->setObjectName(QStringLiteral("legalNew"));
    connect(add, &QPushButton::clicked, this, [this] { openLegalForm(false); });
    row->addWidget(m_search, 1);
    row->addWidget(add);
    left()->insertWidget(0, m_top);
}

QWidget* PlanBasesPart::buildForm()
{
    auto* host = new QWidget(this);
    auto* column = new QVBoxLayout(host);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    auto* fields = new FormLayout(1, host);
    m_wording = new TextField(5);
    auto* wordingForm = fields->add(tr("Câu căn cứ sẽ in"), m_wording)->required()->hint(tr("Không ghi dấu ở cuối: chương trình tự đặt dấu “;” và “.”."));
    m_binder->bind("wording", wordingForm, m_wording,
                   [this](const PaperBasis& line) { m_wording->setValue(line.wording); },
                   [this](PaperBasis& line) { line.wording = fromQ(m_wording->toPlainText()); });
    m_wording->setObjectName(QStringLiteral("basisWording"));
    column->addWidget(fields);
    auto* row = new QHBoxLayout;
    row->setSpacing(Theme::px(8));
    m_propose = makeButton(tr("Lấy câu theo văn bản"), QStringLiteral("refresh"), ButtonKind::Normal, host);
    m_editText = makeButton(tr("Sửa văn bản…"), QStringLiteral("edit"), ButtonKind::Normal, host);
    m_propose->setObjectName(QStringLiteral("basisPropose"));
    m_editText->setObjectName(QStringLiteral("legalEdit"));
    connect(m_propose, &QPushButton::clicked, this, [this] {
        const int line = list()->current();
        if (const auto* text = line >= 0 ? textOf(at(line)) : nullptr)
            m_wording->setPlainText(toQ(proposedFor(text->data)));
    });
    connect(m_editText, &QPushButton::clicked, this, [this] { openLegalForm(true); });
    row->addWidget(m_propose);
    row->addWidget(m_editText);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(makeRule(host));
    m_facts = new DetailList(DetailList::Form::Beside, host);
    column->addWidget(m_facts);
    column->addStretch(1);
    return host;
}

void PlanBasesPart::readLibrary()
{
    auto texts = services::PlanService(env().file).legalTexts();
    if (!texts) {
        env().shell.runner.fail(texts.error());
        return;
    }
    m_library = std::move(*texts);
    std::vector<SearchField::Option> options;
    for (const auto& text : m_library) {
        const QStringList second{originOf(text.data), toQ(text.data.subject)};
        options.push_back({text.id.value(), nameOf(text.data), second.filter(QRegularExpression(QStringLiteral("."))).join(QStringLiteral("; "))});
    }
    addReady(options);
    m_search->setOptions(std::move(options));
    reload(list()->current());
}

/// Behind the school's own texts those that the rules cite; choosing one takes it into the library. Those in force stand first.
void PlanBasesPart::addReady(std::vector<SearchField::Option>& options)
{
    auto ready = services::readyTexts(env().file);
    m_ready = ready ? std::move(*ready) : std::vector<services::ReadyText>();
    const Date today = env().file.clock().today();
    const auto expired = [today](const services::ReadyText& one) { return one.text.inForceTo && *one.text.inForceTo < today; };
    std::stable_partition(m_ready.begin(), m_ready.end(), [&](const auto& one) { return !expired(one); });
    for (std::size_t i = 0; i < m_ready.size(); ++i) {
        const auto& one = m_ready[i];
        QStringList second{originOf(one.text), toQ(one.text.subject)};
        if (expired(one))
            second << tr("hết hiệu lực sau ngày %1").arg(dateText(one.text.inForceTo));
        options.push_back({-1 - static_cast<std::int64_t>(i), nameOf(one.text), second.join(QStringLiteral("; "))});
    }
}

void PlanBasesPart::addReadyText(const services::ReadyText& one)
{
    const auto text = one.text;
    const bool certain = one.certain;
    env().shell.runner.run([&] { return services::PlanService(env().file).addLegalText(text); }, [this, certain](domain::LegalTextId id) {
        readLibrary();
        addText(id);
        if (!certain)
            env().shell.status.say(tr("Xin đối chiếu ngày và trích yếu của văn bản này với bản gốc."), Tone::Warn);
    });
}

void PlanBasesPart::load(const PlanDraft& draft)
{
    m_lines = draft.bases;
    reload(list()->current());
}

void PlanBasesPart::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    OrderedPart::setReadOnly(readOnly);
    m_binder->setReadOnly(readOnly);
    m_top->setVisible(!readOnly);
    reload(list()->current());
}

QString PlanBasesPart::words() const
{
    return tr("Căn cứ (%1)").arg(m_lines.size());
}

const services::Stored<LegalText>* PlanBasesPart::textOf(const PaperBasis& line) const
{
    for (const auto& text : m_library)
        if (line.legalText == text.id)
            return &text;
    return nullptr;
}

std::string PlanBasesPart::proposedFor(const LegalText& text) const
{
    return domain::basisLine(text);
}

OrderedItem PlanBasesPart::itemAt(int row) const
{
    const PaperBasis& line = at(row);
    const QString doubt = doubtAt(row);
    if (const auto* text = textOf(line))
        return {nameOf(text->data), doubt.isEmpty() ? originOf(text->data) : doubt, true};
    return {line.wording.empty() ? tr("(chưa ghi)") : toQ(line.wording), doubt.isEmpty() ? tr("Tự viết, không gắn văn bản trong thư viện") : doubt};
}

/// What is to be asked about the line today: out of force, replaced, taken back.
QString PlanBasesPart::doubtAt(int row) const
{
    const auto notes = services::basisNotes(env().file, {at(row).wording}, env().file.clock().today());
    return notes.empty() ? QString() : toQ(notes.front().text);
}

int PlanBasesPart::insertAfter(int row)
{
    PaperBasis line;
    line.wording = "Căn cứ "; // on paper
    m_lines.insert(m_lines.begin() + row + 1, line);
    return row + 1;
}

void PlanBasesPart::showLine(int row)
{
    const PaperBasis& line = at(row);
    m_binder->load(line);
    const auto* text = textOf(line);
    m_facts->clear();
    if (text) {
        m_facts->add(tr("Văn bản"), nameOf(text->data));
        m_facts->add(tr("Ban hành"), originOf(text->data));
        m_facts->add(tr("Trích yếu"), toQ(text->data.subject));
        if (text->data.inForceTo)
            m_facts->add(tr("Hiệu lực"), tr("đến hết %1").arg(dateText(text->data.inForceTo)));
        if (!text->data.replacedBy.empty())
            m_facts->add(tr("Thay bằng"), toQ(text->data.replacedBy));
    }
    const QString doubt = doubtAt(row);
    if (!doubt.isEmpty())
        m_facts->add(tr("Nên xem lại"), doubt);
    m_facts->setVisible(text != nullptr || !doubt.isEmpty());
    m_propose->setVisible(text && !m_readOnly);
    m_propose->setEnabled(text && line.wording != proposedFor(text->data));
    m_editText->setVisible(text && !m_readOnly);
}

Question PlanBasesPart::questionFor(int row) const
{
    if (at(row).wording.size() <= std::string("Căn cứ ").size()) // on paper
        return {};
    return {tr("Bỏ căn cứ này?"), tr("Bỏ “%1” khỏi căn cứ của kế hoạch? Văn bản vẫn ở trong thư viện.").arg(itemAt(row).text), tr("Bỏ căn cứ"),
            tr("Giữ lại"), true};
}

void PlanBasesPart::addText(domain::LegalTextId id)
{
    for (int row = 0; row < count(); ++row)
        if (at(row).legalText == id) {
            list()->setCurrent(row);
            env().shell.status.say(tr("Văn bản này đã là căn cứ thứ %1.").arg(row + 1));
            return;
        }
    PaperBasis line;
    line.legalText = id;
    if (const auto* text = textOf(line))
        line.wording = proposedFor(text->data);
    m_lines.push_back(line);
    reload(count() - 1);
    emit edited();
    m_wording->setFocus(Qt::OtherFocusReason);
}

void PlanBasesPart::openLegalForm(bool edit)
{
    const int row = list()->current();
    const auto* text = edit && row >= 0 ? textOf(at(row)) : nullptr;
    if (edit && !text)
        return;
    const bool unfinished = !edit && !m_legalEdits && m_legal->isDirty();
    m_legalEdits = edit;
    showForm(m_legal);
    if (edit)
        m_legal->startEdit(*text);
    else if (!unfinished)
        m_legal->startNew();
}

void PlanBasesPart::onLegalDone(domain::LegalTextId id)
{
    readLibrary();
    if (!m_legalEdits)
        addText(id);
}

}
