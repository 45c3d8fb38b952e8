// Numbers over time
// 问题: 某地、某单位、某项目有哪些数据，随时间怎样变化？
// Question: Which numbers are reported of a place, body or project, and how do they change over time?
// Parameters:
//   owner (string, default "", example "泾县"): part of the name of what the number belongs to, or one of its short names
//   measure (string, default "", example "面积"): part of what is measured
//   since (date, default "", example "2025"): first day, month or year that the numbers are for
//   until (date, default "", example "2025-12"): last day, month or year that the numbers are for
// Returns:
//   owner: what the number belongs to
//   owner_kind: what that is, such as Place, Company or Project
//   measure: what is measured
//   date: the day, month, year or interval that the number is for
//   value: the number as printed
//   unit: the unit as printed
//   number: the number in the basic unit
//   base_unit: the basic unit
//   reported: date of the article that gives it
//   article: id of that article

// A number without a date of its own is for the day of its article; an interval counts by its last day.
MATCH (o)-[r:HAS_MEASUREMENT]->(m:Measurement)
WHERE ($owner = '' OR o.name CONTAINS $owner OR $owner IN o.aliases)
  AND ($measure = '' OR m.name CONTAINS $measure)
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
WITH o, m, x, article_id, coalesce(m.date, x.date, '') AS said
WITH o, m, x, article_id, CASE WHEN said CONTAINS '/' THEN right(said, size(said) / 2) ELSE said END AS day
WHERE ($since = '' OR day <> '' AND left($since, size(day)) <= day)
  AND ($until = '' OR day <> '' AND left(day, size($until)) <= $until)
RETURN DISTINCT o.name AS owner, o.kind AS owner_kind, m.name AS measure, coalesce(m.date, '') AS date, m.value AS value,
       coalesce(m.unit, '') AS unit, m.number AS number, coalesce(m.base_unit, '') AS base_unit,
       coalesce(x.date, '') AS reported, article_id AS article
ORDER BY owner, owner_kind, measure, date, reported, article, value, unit
