// Companies of a place
// 问题: 某地有哪些企业，它们在哪里承担什么项目？
// Question: Which companies sit or build in a place, and which projects do they undertake?
// Parameters:
//   place (string, default "", example "宣威市"): part of the name of the place where the company or its project is, or of one that it lies in
// Returns:
//   company: name of the company
//   seat: where the company is, where an article says so
//   project: a project that it undertakes
//   site: where that project is, where an article says so

MATCH (c:Company)
OPTIONAL MATCH (c)-[:LOCATED_IN]->(s:Place)
OPTIONAL MATCH (c)-[:UNDERTAKES]->(j:Project)
OPTIONAL MATCH (j)-[:LOCATED_IN]->(w:Place)
WITH c, s, j, w
WHERE (s.id <> '' OR w.id <> '')
  AND ($place = '' OR s.scope CONTAINS $place OR s.county CONTAINS $place OR w.scope CONTAINS $place OR w.county CONTAINS $place
       OR EXISTS { MATCH (s)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place }
       OR EXISTS { MATCH (w)-[:PART_OF*0..5]->(y:Place) WHERE y.name CONTAINS $place })
RETURN DISTINCT c.name AS company, coalesce(s.name, '') AS seat, coalesce(j.name, '') AS project, coalesce(w.name, '') AS site
ORDER BY company, seat, project, site
