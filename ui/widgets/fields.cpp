// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields.h"

#include "ui/text/qt_text.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QListView>
#include <QScreen>
#include <QStyledItemDelegate>

namespace thidua::ui {
LineField::LineField(const QString& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    connect(this, &QLineEdit::textChanged, this, [this] { changed(); });
}

std::string LineField::value() const
{
    return fromQ(text());
}

void LineField::setValue(const std::string& value)
{
    // While a person types, the text in the field is left as it is when it already means this value.
    if (fromQ(text()) != value || text().isEmpty())
        setText(toQ(value));
}

void LineField::setReadOnly(bool readOnly)
{
    QLineEdit::setReadOnly(readOnly);
}

bool LineField::isBlank() const
{
    return value().empty();
}

TextField::TextField(int lines, const QString& placeholder, QWidget* parent) : QPlainTextEdit(parent), m_lines(lines)
{
    setPlaceholderText(placeholder);
    setTabChangesFocus(true);
    document()->setDocumentMargin(Theme::px(4));
    setViewportMargins(Theme::px(4), 1, Theme::px(4), 1);
    viewport()->setAutoFillBackground(false); // the frame's ground says whether it can be typed into
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { changed(); });
}

std::string TextField::value() const
{
    return fromQText(toPlainText().trimmed());
}

void TextField::setValue(const std::string& value)
{
    if (this->value() != value)
        setPlainText(toQ(value));
}

void TextField::setReadOnly(bool readOnly)
{
    QPlainTextEdit::setReadOnly(readOnly);
    update();
}

bool TextField::isBlank() const
{
    return value().empty();
}

QSize TextField::sizeHint() const
{
    return {Theme::px(200), m_lines * fontMetrics().lineSpacing() + Theme::px(14)};
}

NumberField::NumberField(int decimals, QWidget* parent) : QLineEdit(parent), m_decimals(decimals)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QLineEdit::textChanged, this, [this] { changed(); });
}

void NumberField::setRange(std::int64_t least, std::int64_t most)
{
    m_least = least;
    m_most = most;
}

std::optional<std::int64_t> NumberField::value() const
{
    return parseDecimal(text(), m_decimals);
}

void NumberField::setValue(std::optional<std::int64_t> value)
{
    if (value == this->value() && !text().isEmpty() && value)
        return;
    const bool grouped = m_decimals == 0 && value && (*value >= 100000 || *value <= -100000);
    setText(!value ? QString() : grouped ? wholeText(*value) : decimalText(*value, m_decimals));
}

void NumberField::setReadOnly(bool readOnly)
{
    QLineEdit::setReadOnly(readOnly);
}

QString NumberField::problem() const
{
    if (isBlank())
        return {};
    const auto number = value();
    if (!number)
        return m_decimals == 0 ? tr("Xin ghi một số nguyên.") : tr("Xin ghi một số, phần lẻ sau dấu phẩy.");
    if (m_least && *number < *m_least)
        return tr("Số nhỏ nhất là %1.").arg(decimalText(*m_least, m_decimals));
    if (m_most && *number > *m_most)
        return tr("Số lớn nhất là %1.").arg(decimalText(*m_most, m_decimals));
    return {};
}

bool NumberField::isBlank() const
{
    return text().trimmed().isEmpty();
}

namespace {

/// What the closed box has no room for is read by pointing at it.
void sayWhole(ChoiceField& field)
{
    const QString text = field.currentText();
    const bool cut = field.fontMetrics().horizontalAdvance(text) > field.width() - Theme::px(36);
    field.setToolTip(cut ? text : QString());
}

/// An open list that is wider than its box stays on the screen.
class ListKeeper : public QObject {
public:
    explicit ListKeeper(QWidget* list) : QObject(list) { list->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Show && event->type() != QEvent::Resize)
            return false;
        auto* list = qobject_cast<QWidget*>(watched);
        const int beyond = list->isWindow() && list->screen() ? list->frameGeometry().right() - list->screen()->availableGeometry().right() : 0;
        if (beyond > 0)
            list->move(list->x() - beyond, list->y());
        return false;
    }
};

/// The open list is as wide as its words, however narrow the closed box.
void widenList(ChoiceField& field)
{
    int width = 0;
    for (int i = 0; i < field.count(); ++i)
        width = std::max(width, field.fontMetrics().horizontalAdvance(field.itemText(i)));
    field.view()->setMinimumWidth(std::min(width + Theme::px(40), Theme::px(620)));
}

}

ChoiceField::ChoiceField(const std::vector<Choice>& choices, QWidget* parent) : QComboBox(parent)
{
    view()->setItemDelegate(new QStyledItemDelegate(view()));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMaxVisibleItems(14);
    new ListKeeper(view()->window());
    setChoices(choices);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        sayWhole(*this);
        changed();
    });
}

void ChoiceField::setChoices(const std::vector<Choice>& choices)
{
    const std::string before = value();
    const QSignalBlocker quiet(this);
    QComboBox::clear();
    for (const auto& choice : choices)
        addItem(choice.text, toQ(choice.code));
    setCurrentIndex(before.empty() ? -1 : findData(toQ(before)));
    widenList(*this);
    update();
}

std::string ChoiceField::value() const
{
    return currentIndex() < 0 ? std::string() : currentData().toString().toStdString();
}

void ChoiceField::setValue(const std::string& code)
{
    setCurrentIndex(findData(toQ(code)));
}

void ChoiceField::setReadOnly(bool readOnly)
{
    setProperty("readOnly", readOnly);
    setEnabled(!readOnly);
}

CheckField::CheckField(const QString& text, QWidget* parent) : TickBox(text, parent)
{
    setAccessibleName(text);
    connect(this, &QCheckBox::toggled, this, [this] { changed(); });
}

}
