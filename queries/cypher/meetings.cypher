// Meetings in a period
// 问题: 某段时间内开了哪些会，谁召开，在哪里？
// Question: Which meetings took place in a period, who held them, and where?
// Parameters:
//   name (string, default "", example "常委会"): part of the meeting's name, or one of its short names
//   place (string, default "", example "平罗县"): part of the name of the body, or of the place of the meeting or one that it lies in
//   since (date, default "", example "2025-04"): first day, month or year of the meetings
//   until (date, default "", example "2025-06-30"): last day, month or year of the meetings
// Returns:
//   date: day of the meeting
//   meeting: name of the meeting
//   convener: the body or place that held it
//   place: where it took place
//   meeting_id: tells meetings of one name apart

MATCH (m:Meeting)
WHERE ($name = '' OR m.name CONTAINS $name OR $name IN m.aliases)
  AND ($since = '' OR left($since, size(m.date)) <= m.date)
  AND ($until = '' OR left(m.date, size($until)) <= $until)
OPTIONAL MATCH (a:Agency|Company|Organization|Place)-[:CONVENED]->(m)
OPTIONAL MATCH (m)-[:HELD_IN]->(p:Place|Company|Organization|Project|Agency)
WITH m, a, p
WHERE $place = '' OR a.name CONTAINS $place OR p.name CONTAINS $place OR p.scope CONTAINS $place OR p.county CONTAINS $place
   OR EXISTS { MATCH (m)-[:HELD_IN]->(y:Place)-[:PART_OF*0..5]->(x:Place) WHERE y.id = p.id AND x.name CONTAINS $place }
RETURN DISTINCT coalesce(m.date, '') AS date, m.name AS meeting, coalesce(a.name, '') AS convener, coalesce(p.name, '') AS place,
       m.id AS meeting_id
ORDER BY date, meeting, meeting_id, convener, place
