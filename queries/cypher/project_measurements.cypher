// Projects of a place in numbers
// 问题: 某地及其下辖各地的项目有哪些数据？
// Question: Which numbers are reported of the projects in a place and its sub-divisions?
// Parameters:
//   place (string, default "", example "宣威市"): part of the name of the project's place or of one that it lies in
//   measure (string, default "", example "投资"): part of what is measured
// Returns:
//   place: where the project is, as exactly as it was named
//   project: name of the project
//   measure: what is measured
//   date: the day, month, year or interval that the number is for
//   value: the number as printed
//   unit: the unit as printed
//   number: the number in the basic unit
//   base_unit: the basic unit

MATCH (j:Project)-[:LOCATED_IN]->(p:Place)
WHERE $place = '' OR p.scope CONTAINS $place OR p.county CONTAINS $place
   OR EXISTS { MATCH (p)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place }
MATCH (j)-[:HAS_MEASUREMENT]->(m:Measurement)
WHERE $measure = '' OR m.name CONTAINS $measure
RETURN DISTINCT p.name AS place, j.name AS project, m.name AS measure, coalesce(m.date, '') AS date, m.value AS value,
       coalesce(m.unit, '') AS unit, m.number AS number, coalesce(m.base_unit, '') AS base_unit
ORDER BY place, project, measure, date, value, unit
