// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrations/registration_columns.h"

#include "ui/pages/kit/parts.h"

#include <QCoreApplication>
#include <QFontMetrics>

namespace thidua::ui::follow {
namespace {

struct ColumnSay {
    Q_DECLARE_TR_FUNCTIONS(RegistrationsModel)
};

using Row = services::RegistrationRow;
using Rows = std::vector<const Row*>;
using Status = services::RegistrationStatus;

template <class Pred>
int countOf(const Rows& rows, Pred pred)
{
    return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Row* row) { return pred(*row); }));
}

bool isPerson(const Row& row)
{
    return row.subject.person.has_value();
}

/// Who has left is shown and not counted.
Rows counted(const Rows& rows)
{
    Rows serving;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(serving), [](const Row* row) { return !row->leftOn; });
    return serving;
}

Cell honoursCell(const services::SchoolFile& file, const Row& row)
{
    if (row.honours.empty())
        return Cell::secondary(QStringLiteral("–"));
    QStringList chips, names;
    for (const auto& code : row.honours) {
        chips << shortHonour(file, code);
        names << fullHonour(file, code);
    }
    Cell cell = Cell::titles(chips);
    cell.tip = names.join(QStringLiteral(", "));
    return cell;
}

Cell postCell(const Row& row)
{
    Cell cell = Cell::secondary(briefPost(row.post));
    cell.tip = toQ(row.post);
    return cell;
}

Cell initiativeCell(const Row& row)
{
    if (row.initiative) {
        Cell cell = Cell::plain(toQ(row.initiative->data.title));
        cell.tip = cell.text;
        return cell;
    }
    if (row.status == Status::None)
        return Cell::secondary(QStringLiteral("–"));
    return row.initiativeWanted ? Cell::toned(Tone::Warn, ColumnSay::tr("chưa có")) : Cell::secondary(ColumnSay::tr("không bắt buộc"));
}

QString peopleSum(const Rows& rows)
{
    const int people = countOf(rows, isPerson);
    const int collectives = static_cast<int>(rows.size()) - people;
    if (collectives == 0)
        return ColumnSay::tr("Cộng: %1 người").arg(people);
    return people == 0 ? ColumnSay::tr("Cộng: %1 tập thể").arg(collectives) : ColumnSay::tr("Cộng: %1 người, %2 tập thể").arg(people).arg(collectives);
}

QString registeredSum(const Rows& rows)
{
    const int people = countOf(rows, isPerson);
    const bool some = people > 0; // people count, collectives only where they stand alone
    const int done = countOf(rows, [some](const Row& row) { return row.status != Status::None && (isPerson(row) || !some); });
    return ColumnSay::tr("%1 đăng ký, %2 chưa").arg(done).arg((some ? people : static_cast<int>(rows.size())) - done);
}

/// “24 LĐTT, 4 CSTĐCS”: of the people, the most frequent first.
QString honoursSum(const services::SchoolFile& file, const Rows& rows)
{
    std::vector<std::pair<std::string, int>> counts;
    const bool some = countOf(rows, isPerson) > 0;
    for (const Row* row : rows)
        for (const auto& code : isPerson(*row) || !some ? row->honours : std::vector<std::string>()) {
            auto found = std::find_if(counts.begin(), counts.end(), [&](const auto& c) { return c.first == code; });
            if (found == counts.end())
                counts.emplace_back(code, 1);
            else
                ++found->second;
        }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList words;
    for (const auto& [code, count] : counts)
        words << QStringLiteral("%1 %2").arg(count).arg(shortHonour(file, code));
    return words.join(QStringLiteral(", "));
}

QString initiativesSum(const Rows& rows)
{
    const int have = countOf(rows, [](const Row& row) { return row.initiative.has_value(); });
    const int wanting = countOf(rows, [](const Row& row) { return row.initiativeWanted && !row.initiative; });
    return wanting > 0 ? ColumnSay::tr("%1 có, %2 thiếu").arg(have).arg(wanting) : ColumnSay::tr("%1 có").arg(have);
}

QString teamOf(const Row& row)
{
    if (!isPerson(row))
        return ColumnSay::tr("Tập thể");
    return row.team.empty() ? ColumnSay::tr("Chưa xếp tổ") : toQ(row.team);
}

QString targetWords(const services::TargetLine& line, bool basis)
{
    QString words = QStringLiteral("%1 / %2").arg(line.count).arg(line.wanted);
    words = line.count >= line.wanted ? ColumnSay::tr("%1 — đạt chỉ tiêu").arg(words) : ColumnSay::tr("%1 — còn %2").arg(words).arg(line.wanted - line.count);
    return basis && !line.basis.empty() ? QStringLiteral("%1 (%2)").arg(words, toQ(line.basis)) : words;
}

QString limitWords(const services::QuotaLine& line, bool basis)
{
    QString words = QStringLiteral("%1 / %2").arg(line.count).arg(line.allowed);
    if (line.count > line.allowed)
        words = ColumnSay::tr("%1 — vượt %2").arg(words).arg(line.count - line.allowed);
    else
        words = line.count == line.allowed ? ColumnSay::tr("%1 — vừa đủ").arg(words) : ColumnSay::tr("%1 — còn %2").arg(words).arg(line.allowed - line.count);
    return basis && !line.basis.empty() ? QStringLiteral("%1 (%2)").arg(words, toQ(line.basis)) : words;
}

constexpr std::size_t kMostTargets = 2;

/// One line of the strip before it is fitted into its room.
struct Wish {
    QuotaState state;
    QString brief; ///< the words without their basis
    QString tip;
};

Wish targetWish(const services::TargetLine& line)
{
    QuotaState state{toQ(line.title), QuotaState::Kind::Target, double(line.count), double(line.wanted), 0, targetWords(line, true)};
    state.full = std::max({line.count, line.wanted, 1}) * 1.2;
    return {state, targetWords(line, false), QStringLiteral("%1: %2").arg(state.label, state.words)};
}

Wish limitWish(const services::QuotaLine& line)
{
    const QuotaState state{toQ(line.title), QuotaState::Kind::Limit, double(line.count), double(line.allowed), 0, limitWords(line, true)};
    QString tip = QStringLiteral("%1: %2\n%3").arg(state.label, state.words, toQ(line.citation));
    if (!line.certain)
        tip += QLatin1Char('\n') + uncheckedWords();
    return {state, limitWords(line, false), tip};
}

/// What is left for the name when it stands beside the words.
int nameRoom(const QuotaState& state, int room)
{
    return room - QFontMetrics(Theme::font(TypeRole::Strong)).horizontalAdvance(state.words) - Theme::px(36);
}

int nameWidth(const QuotaState& state)
{
    return QFontMetrics(Theme::font(TypeRole::Text)).horizontalAdvance(state.label);
}

void useShortName(QuotaState& state, const ShortNames& names)
{
    for (const auto& [full, brief] : names)
        if (state.label.startsWith(full) && !brief.isEmpty())
            state.label.replace(0, full.size(), brief);
}

/// All honours by their short names as soon as one does not fit; then without the basis; the name is cut last.
void fit(std::vector<Wish>& wishes, const ShortNames& names, int room)
{
    if (std::any_of(wishes.begin(), wishes.end(), [room](const Wish& w) { return nameWidth(w.state) > nameRoom(w.state, room); }))
        for (Wish& wish : wishes)
            useShortName(wish.state, names);
    for (Wish& wish : wishes) {
        if (nameWidth(wish.state) > nameRoom(wish.state, room))
            wish.state.words = wish.brief;
        const int left = std::max(nameRoom(wish.state, room), Theme::px(48));
        wish.state.label = QFontMetrics(Theme::font(TypeRole::Text)).elidedText(wish.state.label, Qt::ElideRight, left);
    }
}

}

std::vector<ListColumn<Row>> registrationColumns(const services::SchoolFile& file)
{
    const auto column = [](const char* key, const QString& title, std::function<Cell(const Row&)> get, int width) {
        return ListColumn<Row>{{QLatin1String(key), title, std::move(get), width}};
    };
    return {
        column("name", ColumnSay::tr("Họ và tên"), [](const Row& r) { return Cell::plain(toQ(r.name)); }, 146).stretched()
            .sorted([](const Row& r) { return SortKey(r.sortKey); }).summed([](const Rows& rows) { return peopleSum(counted(rows)); }),
        column("post", ColumnSay::tr("Chức vụ"), postCell, 118).sorted([](const Row& r) { return postKey(r.position, r.sortKey); }),
        column("honours", ColumnSay::tr("Danh hiệu"), [&file](const Row& r) { return honoursCell(file, r); }, 136)
            .summed([&file](const Rows& rows) { return honoursSum(file, counted(rows)); }),
        column("initiative", ColumnSay::tr("Sáng kiến"), initiativeCell, 114).summed([](const Rows& rows) { return initiativesSum(counted(rows)); }),
        column("status", ColumnSay::tr("Tình trạng"), statusCell, 150).sorted([](const Row& r) { return SortKey(static_cast<int>(r.status)); })
            .summed([](const Rows& rows) { return registeredSum(counted(rows)); }),
        column("number", ColumnSay::tr("Số"), [](const Row& r) { return Cell::secondary(r.id ? QString::number(r.registration.number) : QString()); }, 50).right()
            .sorted([](const Row& r) { return SortKey(r.registration.number); }).hide(),
        column("date", ColumnSay::tr("Ngày đăng ký"), [](const Row& r) { return Cell::secondary(r.id ? dateText(r.registration.registeredOn) : QString()); }, 96)
            .sorted([](const Row& r) { return SortKey(r.id ? r.registration.registeredOn.iso() : std::string()); }).hide(),
        column("team", ColumnSay::tr("Tổ"), [](const Row& r) { return Cell::secondary(toQ(r.team)); }, 110).hide(),
    };
}

Grouping<Row> registrationsByTeam()
{
    Grouping<Row> grouping{QStringLiteral("team"), ColumnSay::tr("Gom theo tổ"), teamOf};
    grouping.order = [](const Row& row) { return SortKey(isPerson(row) ? row.teamOrder + 1 : -1); };
    grouping.heading = [](const QString& label, const Rows& rows) {
        const int done = countOf(counted(rows), [](const Row& row) { return row.status != Status::None; });
        const QString counts = isPerson(*rows.front()) ? ColumnSay::tr("%1 – %2 người, %3 đã đăng ký") : ColumnSay::tr("%1 – %2 đơn vị, %3 đã đăng ký");
        return counts.arg(label).arg(counted(rows).size()).arg(done);
    };
    return grouping;
}

Cell statusCell(const Row& row)
{
    if (row.leftOn)
        return Cell::mark(Tone::Mute, ColumnSay::tr("chuyển đi %1").arg(dateText(row.leftOn)), QStringLiteral("-"));
    const bool late = row.id && row.registration.late;
    const auto word = [late](const QString& text) { return late ? ColumnSay::tr("%1 (muộn)").arg(text) : text; };
    Cell cell;
    switch (row.status) {
    case Status::None:
        if (!row.withdrawn)
            return Cell::mark(Tone::None, ColumnSay::tr("Chưa đăng ký"), QStringLiteral("minus"));
        cell = Cell::mark(Tone::None, row.withdrawn->withdrawnOn ? ColumnSay::tr("Đã rút %1").arg(dateText(*row.withdrawn->withdrawnOn)) : ColumnSay::tr("Đã rút"),
                          QStringLiteral("undo"));
        cell.tip = toQ(row.withdrawn->withdrawnReason);
        return cell;
    case Status::Complete: cell = Cell::mark(Tone::Ok, word(ColumnSay::tr("Đủ"))); break;
    case Status::Wanting: cell = Cell::mark(Tone::Warn, word(ColumnSay::tr("Cần bổ sung"))); break;
    case Status::Impossible: cell = Cell::mark(Tone::Bad, word(ColumnSay::tr("Không còn đạt được"))); break;
    }
    if (late)
        cell.tip = ColumnSay::tr("Đăng ký sau hạn: %1").arg(toQ(row.registration.lateReason));
    return cell;
}

QuotaLines quotaLines(const services::RegistrationBoard& board, const ShortNames& names, int width)
{
    std::vector<Wish> wishes;
    for (std::size_t i = 0; i < std::min(board.targets.size(), kMostTargets); ++i)
        wishes.push_back(targetWish(board.targets[i]));
    // One line of the law always, further ones when they are passed.
    auto limits = board.quotas;
    std::stable_sort(limits.begin(), limits.end(), [](const auto& a, const auto& b) { return !a.within && b.within; });
    for (std::size_t i = 0; i < limits.size() && wishes.size() < kMostTargets + 2; ++i)
        if (i == 0 || !limits[i].within)
            wishes.push_back(limitWish(limits[i]));
    QuotaLines lines;
    const int count = static_cast<int>(wishes.size());
    if (count > 0)
        fit(wishes, names, (width - Theme::px(32) - (count - 1) * Theme::px(33)) / count);
    for (const Wish& wish : wishes) {
        lines.states.push_back(wish.state);
        lines.tips << wish.tip;
    }
    return lines;
}

}
