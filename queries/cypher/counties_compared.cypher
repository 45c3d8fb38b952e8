// Counties compared
// 问题: 各县的同一指标，谁高谁低？
// Question: How do counties, or places of another level, compare on one measure?
// Parameters:
//   measure (string, default "", example "茶园面积"): part of what is measured
//   level (string, default "county", example "county"): level of the places, such as province, prefecture, county or town; empty: of any level
//   since (date, default "", example "2025"): first day, month or year that the numbers are for
//   until (date, default "", example "2025-12"): last day, month or year that the numbers are for
// Returns:
//   measure: what is measured, in at least two of the places
//   base_unit: the basic unit
//   number: the number in the basic unit, the highest first
//   place: the county or other place
//   scope: the divisions that it lies in
//   date: the day, month, year or interval that the number is for
//   value: the number as printed
//   unit: the unit as printed

MATCH (k:Place)-[:HAS_MEASUREMENT]->(m:Measurement)
WHERE ($level = '' OR k.level = $level) AND ($measure = '' OR m.name CONTAINS $measure) AND m.number IS NOT NULL
WITH m.name AS measure, coalesce(m.base_unit, '') AS base_unit, count(DISTINCT k.id) AS places
WHERE places > 1
MATCH (k:Place)-[:HAS_MEASUREMENT]->(m:Measurement)
WHERE m.name = measure AND coalesce(m.base_unit, '') = base_unit AND ($level = '' OR k.level = $level)
  AND m.number IS NOT NULL
WITH measure, base_unit, k, m, CASE WHEN m.date CONTAINS '/' THEN right(m.date, size(m.date) / 2) ELSE coalesce(m.date, '') END AS day
WHERE ($since = '' OR day <> '' AND left($since, size(day)) <= day)
  AND ($until = '' OR day <> '' AND left(day, size($until)) <= $until)
RETURN DISTINCT measure, base_unit, m.number AS number, k.name AS place, coalesce(k.scope, '') AS scope,
       coalesce(m.date, '') AS date, m.value AS value, coalesce(m.unit, '') AS unit
ORDER BY measure, base_unit, number DESC, place, scope, date, value, unit
