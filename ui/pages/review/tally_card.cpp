// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/tally_card.h"

#include "base/text_util.h"
#include "ui/pages/review/tally_delegate.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableView>

namespace thidua::ui {

using services::TallyRow;

namespace {

constexpr int kBriefBasis = 110; // letters

enum Column { Name, Issued, Collected, Valid, Invalid, InFavour, Against, Other, Share, Result };

QString figureText(const std::optional<int>& figure)
{
    return figure ? QString::number(*figure) : QString();
}

std::optional<Count> countOf(const QString& column)
{
    for (std::size_t i = 0; i < kCountKeys.size(); ++i)
        if (column == QLatin1String(kCountKeys[i]))
            return static_cast<Count>(i);
    return std::nullopt;
}

/// “thiếu 1 phiếu”, where that is what is wrong.
QString missingWords(const TallySheet::Figures& figures)
{
    const auto& [issued, collected, valid, invalid, favour, against, other] = figures;
    if (!collected || !valid || !invalid || *valid + *invalid == *collected)
        return {};
    const int missing = *collected - *valid - *invalid;
    return missing > 0 ? TallyCard::tr("thiếu %1 phiếu").arg(missing) : TallyCard::tr("thừa %1 phiếu").arg(-missing);
}

}

TallyCard::TallyCard(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::px(8));
    m_card = new Card(tr("Kiểm phiếu"), QStringLiteral("check"), {}, this);
    m_checks = new review::ChecksRow(m_card);
    m_card->addToHead(m_checks);
    m_card->body()->setContentsMargins(0, 0, 0, 0);
    m_card->body()->setSpacing(0);
    buildGrid();
    m_card->body()->addWidget(m_grid, 1);
    m_threshold = makeWrapped({}, TypeRole::Text, Ink::Text2, m_card);
    auto* sentence = review::makeRow({{makeIconLabel(QStringLiteral("info"), Ink::Info, 16, m_card), 0}, {m_threshold, 1}}, m_card);
    sentence->layout()->setContentsMargins(Theme::px(12), Theme::px(8), Theme::px(12), Theme::px(8));
    m_card->body()->addWidget(sentence);
    column->addWidget(m_card, 1);
    m_messages = new MessageArea(this);
    column->addWidget(m_messages);
}

void TallyCard::buildGrid()
{
    const auto figure = [](const char* key, const QString& title, int width) {
        GridColumn column;
        column.key = QLatin1String(key);
        column.title = title;
        column.kind = GridKind::Number;
        column.width = width;
        column.check = [](const QString& value) {
            const int number = value.toInt();
            return number < 0 || number > 999 ? TallyCard::tr("Số phiếu phải từ 0 đến 999.") : QString();
        };
        return column;
    };
    const auto fixed = [](const char* key, const QString& title, int width, Align align = Align::Left) {
        GridColumn column;
        column.key = QLatin1String(key);
        column.title = title;
        column.width = width;
        column.align = align;
        column.readOnly = true;
        return column;
    };
    auto name = fixed("name", tr("Người, tập thể được xét"), 160);
    name.names = true;
    m_grid = new GridTable({name, figure("issued", tr("Phát\nra"), 46), figure("collected", tr("Thu\nvề"), 46),
                            figure("valid", tr("Hợp\nlệ"), 46), figure("invalid", tr("Không\nhợp lệ"), 54), figure("inFavour", tr("Đồng\ný"), 46),
                            figure("against", tr("Không\nđồng ý"), 54), figure("other", tr("Ý kiến\nkhác"), 50),
                            fixed("share", tr("Đồng ý trên tổng số"), 196), fixed("result", tr("Kết quả"), 96)},
                           QStringLiteral("tally-grid"), tr("Kiểm phiếu"), m_card);
    m_grid->setProperty("movesOn", true);
    m_grid->setProperty("movesPast", QStringList{QStringLiteral("against"), QStringLiteral("other")});
    m_delegate = new TallyDelegate(m_grid);
    for (const int own : {Name, Share, Result})
        m_grid->view()->setItemDelegateForColumn(own, m_delegate);
    m_grid->view()->verticalHeader()->setDefaultSectionSize(Theme::px(44));
    m_grid->view()->setMinimumHeight(Theme::px(2 * 44) + m_grid->view()->horizontalHeader()->sizeHint().height() + Theme::px(8)); // two lines stay in sight
    connect(m_grid, &GridTable::cellsEdited, this, &TallyCard::take);
    connect(m_grid, &GridTable::errorsChanged, this, [this] { showChecks(); });
}

void TallyCard::show(const services::MeetingDetail& detail, bool readOnly)
{
    const bool other = m_sheet.detail().id != detail.id;
    m_sheet.show(detail);
    m_readOnly = readOnly;
    m_grid->setReadOnly(readOnly);
    if (other)
        m_grid->clearErrors();
    showRows();
    showErrors();
    showThreshold();
    widenNames();
    if (other && !detail.tallies.empty())
        goToOpen();
}

void TallyCard::forget()
{
    m_sheet = TallySheet();
    m_grid->clearErrors();
}

QJsonObject TallyCard::entries() const
{
    QJsonObject lines;
    for (const auto& [line, figures] : m_sheet.typed()) {
        QJsonArray counts;
        for (const auto& figure : figures)
            counts.append(figure ? QJsonValue(*figure) : QJsonValue());
        lines.insert(QString::number(line), counts);
    }
    return {{QStringLiteral("lines"), lines}, {QStringLiteral("cells"), m_grid->entries()}};
}

void TallyCard::restoreEntries(const QJsonObject& entries)
{
    const auto lines = entries.value(QStringLiteral("lines")).toObject();
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        const auto counts = line.value().toArray();
        for (std::size_t i = 0; i < kCountKeys.size(); ++i)
            if (const auto count = counts[static_cast<qsizetype>(i)]; count.isDouble())
                m_sheet.type(line.key().toLongLong(), static_cast<Count>(i), count.toInt());
    }
    showRows();
    m_grid->restoreEntries(entries.value(QStringLiteral("cells")).toArray());
    showErrors();
    emit changed();
}

void TallyCard::take(const QVector<CellEdit>& edits)
{
    for (const auto& edit : edits)
        if (const auto count = countOf(edit.column))
            m_sheet.type(edit.rowId, *count, edit.value.isEmpty() ? std::nullopt : std::optional(edit.value.toInt()));
    const auto ready = m_sheet.ready();
    showRows();
    showErrors();
    if (!ready.empty())
        emit counted(ready);
    emit changed();
}

GridRow TallyCard::rowOf(const TallyRow& row) const
{
    const auto figures = m_sheet.figures(row);
    const bool fixed = m_sheet.isFixed(row);
    GridRow line{row.line.id(), {}};
    line.cells << GridCell(toQ(row.name));
    const bool proposed = m_sheet.isProposed(row);
    for (const auto& value : figures) {
        GridCell cell(figureText(value));
        if (proposed && value) {
            cell.tone = Tone::Mute;
            cell.tip = tr("Điền sẵn theo số người bỏ phiếu dòng này; sửa được.");
        }
        if (fixed) {
            cell.readOnly = true;
            cell.tip = row.tally->atMachine ? tr("Bỏ phiếu trên máy, vòng %1: số phiếu không sửa được.").arg(row.tally->round)
                                            : tr("Đã đạt ở vòng 1; vòng 2 đã mở nên không sửa nữa.");
        }
        line.cells << cell;
    }
    const int recused = static_cast<int>(row.voters.recused.size());
    Cell name = Cell::twoLines(toQ(row.name), recused > 0 ? tr("nhiều nhất %1 phiếu, %2 người không bỏ").arg(row.voters.most()).arg(recused) : toQ(row.post));
    if (recused > 0)
        line.cells.front().tip = tr("Không bỏ phiếu dòng này: %1").arg(toQ(join(row.voters.recused, ", ")));
    if (!row.loweredFrom.empty())
        name.second = tr("xét thay “%1”").arg(toQ(row.loweredFrom));
    if (row.earlier)
        name.second = tr("vòng 1: %1/%2 đồng ý").arg(row.earlier->inFavour).arg(m_sheet.detail().members);
    if (row.verdict != "eligible") {
        const bool other = !row.overrideReason.empty();
        name.second = other ? tr("%1 – HĐ xét khác").arg(review::labelOf("verdict", row.verdict)) : review::labelOf("verdict", row.verdict);
        name.tone = row.verdict == "ineligible" ? Tone::Bad : Tone::Warn;
        if (other)
            line.cells.front().tip = tr("Hội đồng xét khác kết luận. Lý do: %1").arg(toQ(row.overrideReason));
    }
    m_delegate->setCell(line.id, Name, name);
    const auto state = m_sheet.state(row);
    Cell share = Cell::secondary(state == TallySheet::State::Blank ? tr("chưa kiểm") : tr("chưa tính"));
    Cell result = Cell::plain({});
    if (state == TallySheet::State::Wrong)
        result = Cell::mark(Tone::Bad, tr("Chưa khớp"), QStringLiteral("warning"));
    if (state == TallySheet::State::Ready) // it has not come back from the file: what was typed stays until it is written
        result = Cell::mark(Tone::Bad, tr("Chưa ghi được"), QStringLiteral("warning"));
    if (state == TallySheet::State::Saved) {
        share = Cell::bar(row.tally->inFavour, row.needed, m_sheet.detail().members, toQ(row.ratioText).replace(QStringLiteral(",00 %"), QStringLiteral(" %")), row.passes ? Tone::Ok : Tone::Bad);
        result = row.passes ? Cell::mark(Tone::Ok, tr("Đạt")) : Cell::mark(Tone::Bad, tr("Không đạt"));
    }
    m_delegate->setCell(line.id, Share, share);
    m_delegate->setCell(line.id, Result, result);
    line.cells << GridCell(share.text) << GridCell(result.text);
    return line;
}

void TallyCard::showRows()
{
    QVector<GridRow> rows;
    m_delegate->clear();
    const auto& tallies = m_sheet.detail().tallies;
    std::string honour;
    for (const auto& row : tallies) {
        if (row.honourName != honour) {
            honour = row.honourName;
            const auto many = std::ranges::count(tallies, honour, &TallyRow::honourName);
            const QString heading = tr("%1 – %2 dòng, cần từ %3 phiếu đồng ý").arg(toQ(row.honourName)).arg(many).arg(row.needed);
            GridRow group{-1 - static_cast<std::int64_t>(rows.size()), QVector<GridCell>(Result + 1), true};
            group.cells.front().value = heading;
            m_delegate->setCell(group.id, Name, Cell::bold(heading));
            rows << group;
        }
        rows << rowOf(row);
    }
    m_grid->setRows(std::move(rows));
    placeGroups();
    m_grid->view()->viewport()->update();
}

void TallyCard::placeGroups()
{
    auto* view = m_grid->view();
    view->clearSpans();
    for (int row = 0; row < m_grid->rows().size(); ++row) {
        const bool group = m_grid->rows()[row].id < 0;
        view->setRowHeight(row, Theme::px(group ? 28 : 44));
        if (group)
            view->setSpan(row, 0, 1, Result + 1);
    }
}

void TallyCard::showErrors()
{
    QVector<CellError> errors;
    const auto wrong = m_sheet.wrong();
    for (const auto* row : wrong)
        for (const auto& issue : m_sheet.issues(*row)) {
            errors.push_back({row->line.id(), toQ(issue.field), sentenceOf(issue)});
            if (issue.field == "valid") // the sum is of two cells: either may be miscounted
                errors.push_back({row->line.id(), QStringLiteral("invalid"), sentenceOf(issue)});
        }
    m_grid->setErrors(errors);
    m_messages->clear();
    if (!wrong.empty()) {
        const auto& first = *wrong.front();
        const QString missing = missingWords(m_sheet.figures(first));
        Message message;
        message.tone = Tone::Bad;
        message.title = missing.isEmpty() ? tr("Dòng %1 chưa khớp").arg(toQ(first.name)) : tr("Dòng %1 chưa khớp: %2").arg(toQ(first.name), missing);
        message.text = tr("%1 Đếm xong, sửa ô tô đỏ.").arg(sentenceOf(m_sheet.issues(first).front()));
        if (wrong.size() > 1)
            message.text += QLatin1Char(' ') + tr("Còn %1 dòng khác chưa khớp.").arg(wrong.size() - 1);
        message.actions.push_back({tr("Đến ô cần sửa"), {}, [this] { goToError(); }});
        message.closable = false;
        message.key = QStringLiteral("tally");
        m_messages->show(message);
    }
    showRounds();
    showChecks();
}

void TallyCard::showRounds()
{
    const auto& detail = m_sheet.detail();
    QStringList equal;
    for (const auto& tie : services::ties(detail))
        equal << toQ(tie.text).toHtmlEscaped();
    if (!equal.isEmpty())
        m_messages->show({Tone::Warn, tr("Bằng phiếu"), equal.join(QStringLiteral("<br>")), {}, false, QStringLiteral("ties")});
    if (m_readOnly)
        return;
    if (detail.round > 1) {
        m_messages->show({Tone::Info, tr("Đang bỏ phiếu vòng 2"), tr("Các dòng chưa đạt ở vòng 1 được bỏ phiếu lại; số phiếu vòng 1 ghi trong biên bản."),
                          {{tr("Bỏ vòng 2…"), {}, [this] { emit secondRoundDropped(); }}}, false, QStringLiteral("round")});
    } else if (const auto missed = services::missedLines(detail); !missed.empty() && !m_sheet.hasUnsaved()) {
        m_messages->show({Tone::Info, tr("%1 dòng chưa đạt").arg(missed.size()), tr("Hội đồng có thể bỏ phiếu vòng 2 cho các dòng này, trên giấy hoặc trên máy, hay bỏ phiếu xét danh hiệu thấp hơn."),
                          {{tr("Bỏ phiếu vòng 2…"), {}, [this] { emit secondRoundWanted(); }}, {tr("Xét danh hiệu thấp hơn…"), {}, [this] { emit lowerWanted(); }}}, false,
                          QStringLiteral("round")});
    }
}

void TallyCard::showChecks()
{
    std::set<std::string> broken;
    for (const auto* row : m_sheet.wrong())
        for (const auto& issue : m_sheet.issues(*row))
            broken.insert(issue.field);
    const auto check = [&](const char* field, const QString& words) {
        return review::ChecksRow::Check{broken.contains(field) ? Tone::Bad : Tone::Ok, words};
    };
    m_checks->set({check("collected", tr("phát ra ≥ thu về")), check("valid", tr("thu về = hợp lệ + không hợp lệ")),
                   check(broken.contains("inFavour") ? "inFavour" : "against", tr("hợp lệ = đồng ý + không đồng ý + khác"))});
}

void TallyCard::showThreshold()
{
    const auto& detail = m_sheet.detail();
    // Those alike are said together; a long basis is left to the step before, so that rows stay in sight.
    struct Threshold {
        QString text;
        QStringList honours, bases;
    };
    std::vector<Threshold> thresholds;
    for (const auto& row : detail.thresholds) {
        const QString text = toQ(row.text).toHtmlEscaped();
        auto same = std::ranges::find(thresholds, text, &Threshold::text);
        if (same == thresholds.end()) {
            thresholds.push_back({text, {}, {}});
            same = std::prev(thresholds.end());
        }
        same->honours << toQ(row.honourName).toHtmlEscaped();
        if (const QString basis = review::kept(toQ(row.citation)).toHtmlEscaped(); !basis.isEmpty() && !same->bases.contains(basis))
            same->bases << basis;
    }
    QStringList lines;
    bool elsewhere = false;
    for (const auto& [text, honours, bases] : thresholds) {
        const bool brief = bases.size() == 1 && bases.front().size() <= kBriefBasis;
        elsewhere = elsewhere || (!bases.isEmpty() && !brief);
        lines << tr("%1: <b>%2</b>").arg(honours.join(QStringLiteral(", ")), text) + (brief ? tr(" – %1").arg(bases.front()) : QString());
    }
    QString words = lines.join(QStringLiteral("<br>")) + QStringLiteral("<br>") + tr("Tính trên tổng số thành viên Hội đồng, kể cả người vắng.");
    if (elsewhere)
        words += QLatin1Char(' ') + tr("Căn cứ của từng danh hiệu: xem bước Bỏ phiếu.");
    QStringList quotas;
    for (const auto& quota : detail.quotas) {
        const QString line = tr("%1 %2").arg(toQ(quota.title), review::quotaWords(quota)).toHtmlEscaped();
        quotas << (quota.within ? line : QStringLiteral("<b>%1</b>").arg(line));
    }
    if (!quotas.isEmpty())
        words += QStringLiteral("<br>") + tr("Theo số người đạt: %1.").arg(quotas.join(QStringLiteral("; ")));
    m_threshold->setText(words);
}

void TallyCard::goToOpen()
{
    for (const auto& row : m_sheet.detail().tallies) {
        const auto figures = m_sheet.figures(row);
        for (std::size_t i = 0; i < figures.size(); ++i)
            if (!figures[i]) {
                m_grid->goTo(row.line.id(), QLatin1String(kCountKeys[i]));
                return;
            }
    }
    m_grid->goTo(m_sheet.detail().tallies.front().line.id(), QLatin1String(kCountKeys.front()));
}

void TallyCard::goToError()
{
    if (m_grid->errorCount() == 0)
        goToOpen();
    m_grid->goToFirstError();
    m_grid->view()->setFocus();
}

void TallyCard::widenNames()
{
    auto* view = m_grid->view();
    int others = 0;
    for (int column = Issued; column <= Result; ++column)
        others += view->columnWidth(column);
    view->setColumnWidth(Name, std::max(Theme::px(150), view->viewport()->width() - others));
}

void TallyCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    QMetaObject::invokeMethod(this, [this] { widenNames(); }, Qt::QueuedConnection);
}

}
