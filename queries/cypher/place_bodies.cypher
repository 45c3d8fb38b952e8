// Bodies of a place
// 问题: 某地有哪些机关、企业、组织？
// Question: Which agencies, companies and organizations are in a place?
// Parameters:
//   place (string, default "", example "平罗县"): part of the name of the body's place or of one that it lies in
// Returns:
//   place: where the body is, as exactly as it was named
//   body: name of the body
//   body_kind: Agency, Company or Organization

MATCH (b:Agency|Company|Organization)-[:LOCATED_IN]->(p:Place)
WHERE $place = '' OR p.scope CONTAINS $place OR p.county CONTAINS $place
   OR EXISTS { MATCH (p)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place }
RETURN DISTINCT p.name AS place, b.name AS body, b.kind AS body_kind
ORDER BY place, body_kind, body
