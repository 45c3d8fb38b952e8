// Projects of a place
// 问题: 某地有哪些项目，谁在建设、投资、运营？
// Question: Which projects lie in a place, and who builds, funds or runs them?
// Parameters:
//   place (string, default "", example "宣威市"): part of the name of the project's place or of one that it lies in
// Returns:
//   place: where the project is, as exactly as it was named
//   project: name of the project
//   undertaker: who undertakes it
//   undertaker_kind: Company, Agency, Organization or Place

MATCH (j:Project)-[:LOCATED_IN]->(p:Place)
WHERE $place = '' OR p.scope CONTAINS $place OR p.county CONTAINS $place
   OR EXISTS { MATCH (p)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place }
OPTIONAL MATCH (u:Company|Agency|Organization|Place)-[:UNDERTAKES]->(j)
RETURN DISTINCT p.name AS place, j.name AS project, coalesce(u.name, '') AS undertaker, coalesce(u.kind, '') AS undertaker_kind
ORDER BY place, project, undertaker, undertaker_kind
