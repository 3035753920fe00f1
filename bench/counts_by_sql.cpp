// SPDX-License-Identifier: GPL-3.0-or-later
#include "counts_by_sql.h"

#include <SQLiteCpp/Statement.h>

namespace thidua::bench {
namespace {

// One row for each nomination of 2021-2022 with the counts that its conditions look at. NULL: not known.
constexpr const char* kCounts = R"sql(
SELECT n.id, n.honour,
  (SELECT count(*) FROM registration r JOIN registration_honour h ON h.registration_id = r.id
    WHERE r.school_year_id = n.school_year_id AND r.person_id = n.person_id AND r.state = 'active'
      AND (h.honour = n.honour
        OR (n.honour = 'lao-dong-tien-tien' AND h.honour IN ('chien-si-thi-dua-co-so', 'chien-si-thi-dua-tinh'))
        OR (n.honour = 'chien-si-thi-dua-co-so' AND h.honour = 'chien-si-thi-dua-tinh'))) AS registered,
  p.employed_from <= date(n.applicable_on, '-10 months') AS recruited,
  CASE y.evaluation WHEN 'excellent' THEN 1 WHEN 'good' THEN 1 WHEN 'completed' THEN 0 WHEN 'not_completed' THEN 0 END AS good,
  (SELECT count(*) FROM discipline_case d WHERE d.year_record_id = y.id
    AND d.decided_on BETWEEN '2021-09-01' AND '2022-08-31') AS disciplined,
  y.no_discipline_confirmed_on IS NOT NULL AS discipline_known,
  y.under_investigation,
  (SELECT coalesce(sum(a.days), 0) FROM absence a WHERE a.year_record_id = y.id) AS absent,
  (SELECT count(*) FROM initiative_author ia JOIN initiative i ON i.id = ia.initiative_id
    WHERE ia.person_id = n.person_id AND +i.school_year_id = n.school_year_id AND i.state = 'recognised' AND i.used_for = '') AS works,
  CASE WHEN n.honour = 'chien-si-thi-dua-tinh' THEN
    (SELECT count(*) FROM initiative_author ia JOIN initiative i ON i.id = ia.initiative_id JOIN school_year sy ON sy.id = i.school_year_id
      WHERE ia.person_id = n.person_id AND i.state = 'recognised' AND i.used_for = '' AND i.scope IN ('province', 'ministry', 'nation')
        AND sy.start_year BETWEEN 2019 AND 2021) END AS wide_works,
  (SELECT count(*) FROM honour_record h WHERE h.person_id = n.person_id AND h.honour = n.honour AND h.ground = 'annual_merit'
    AND h.start_year = s.start_year) AS already,
  CASE WHEN n.honour = 'chien-si-thi-dua-tinh' THEN
    max((SELECT count(DISTINCT h.start_year) FROM honour_record h WHERE h.person_id = n.person_id
          AND h.honour IN ('chien-si-thi-dua-co-so', 'chien-si-thi-dua-tinh') AND h.start_year BETWEEN 2019 AND 2021),
        (SELECT count(DISTINCT h.start_year) FROM honour_record h WHERE h.person_id = n.person_id
          AND h.honour IN ('chien-si-thi-dua-co-so', 'chien-si-thi-dua-tinh') AND h.start_year BETWEEN 2018 AND 2020)) END AS in_a_row
FROM nomination n
JOIN person p ON p.id = n.person_id
JOIN school_year s ON s.id = n.school_year_id AND s.start_year = 2021
LEFT JOIN year_record y ON y.school_year_id = n.school_year_id AND y.person_id = n.person_id
WHERE n.state <> 'withdrawn'
ORDER BY n.id
)sql";

struct Reading {
    bool fails = false;
    bool open = false;
    void require(bool known, bool holds)
    {
        fails = fails || (known && !holds);
        open = open || !known;
    }
};

SqlVerdict verdictOf(SQLite::Statement& row)
{
    const auto number = [&row](const char* column) { return row.getColumn(column).getInt64(); };
    const auto known = [&row](const char* column) { return !row.getColumn(column).isNull(); };
    SqlVerdict verdict{number("id"), row.getColumn("honour").getString(), SqlVerdict::Kind::Eligible};
    Reading reading;
    // Nobody is refused for not having registered: that is a local regulation which nobody has checked.
    reading.require(number("registered") > 0, true);
    // The higher title looks at three titles in a row instead.
    if (verdict.honour != "chien-si-thi-dua-tinh")
        reading.require(known("recruited"), number("recruited") == 1);
    reading.require(known("good"), number("good") == 1);
    reading.require(number("disciplined") > 0 || number("discipline_known") == 1, number("disciplined") == 0);
    reading.require(true, number("already") == 0);
    const auto investigated = row.getColumn("under_investigation").getString();
    reading.require(investigated != "unknown", investigated == "no");
    if (verdict.honour == "chien-si-thi-dua-co-so")
        // Nothing decided this year: nobody knows yet.
        reading.require(number("works") > 0, number("works") > 0);
    if (verdict.honour == "chien-si-thi-dua-tinh") {
        reading.require(true, number("in_a_row") >= 3);
        reading.require(number("works") > 0, number("wide_works") > 0);
    }
    verdict.kind = reading.fails ? SqlVerdict::Kind::Ineligible : reading.open ? SqlVerdict::Kind::Undetermined : SqlVerdict::Kind::Eligible;
    return verdict;
}

}

std::vector<SqlVerdict> countBySql(SQLite::Database& database)
{
    std::vector<SqlVerdict> verdicts;
    SQLite::Statement rows(database, kCounts);
    while (rows.executeStep())
        verdicts.push_back(verdictOf(rows));
    return verdicts;
}

}
