// Who inspected what place
// 问题: 谁什么时候到哪里调研、视察、考察？
// Question: Who inspected, surveyed or visited which place, and when?
// Parameters:
//   leader (string, default "", example "夏远征"): part of the name of the person or body, or one of its short names
//   place (string, default "", example "旌德县"): part of the name of the place or body visited, or of a place that it lies in
//   since (date, default "", example "2025-06"): first day, month or year of the visits
//   until (date, default "", example "2025-06-30"): last day, month or year of the visits
// Returns:
//   leader: who led the visit
//   activity: what was done
//   date: day of the visit
//   place: what was visited
//   place_kind: Place, Company, Organization, Project or Agency

MATCH (w:Person|Agency|Company|Organization)-[:LED]->(a:Activity)
WHERE ($leader = '' OR w.name CONTAINS $leader OR $leader IN w.aliases)
  AND ($since = '' OR left($since, size(a.date)) <= a.date)
  AND ($until = '' OR left(a.date, size($until)) <= $until)
OPTIONAL MATCH (a)-[:HELD_IN]->(p:Place|Company|Organization|Project|Agency)
WITH w, a, p
WHERE $place = '' OR p.name CONTAINS $place OR p.scope CONTAINS $place OR p.county CONTAINS $place
   OR EXISTS { MATCH (a)-[:HELD_IN]->(y:Place)-[:PART_OF*0..5]->(x:Place) WHERE y.id = p.id AND x.name CONTAINS $place }
   OR EXISTS { MATCH (p)-[:LOCATED_IN]->(z:Place) WHERE z.scope CONTAINS $place OR z.county CONTAINS $place }
   OR EXISTS { MATCH (a)-[:HELD_IN]->(y)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..5]->(x:Place) WHERE y.id = p.id AND x.name CONTAINS $place }
RETURN DISTINCT w.name AS leader, a.name AS activity, coalesce(a.date, '') AS date, coalesce(p.name, '') AS place,
       coalesce(p.kind, '') AS place_kind
ORDER BY date, leader, activity, place, place_kind
