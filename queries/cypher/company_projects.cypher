// From company to project to county
// 问题: 哪家企业承担什么项目，项目落在哪个县？
// Question: Which company undertakes which project, and in which county does it lie?
// Parameters:
//   company (string, default "", example "食品"): part of the company's name, or one of its short names
//   project (string, default "", example "产业园"): part of the project's name, or one of its short names
//   place (string, default "", example "宣威市"): part of the name of the project's place or of one that it lies in
// Returns:
//   company: name of the company
//   project: name of the project
//   place: where the project is, as exactly as it was named
//   county: the county that the place is or lies in

MATCH (c:Company)-[:UNDERTAKES]->(j:Project)
WHERE ($company = '' OR c.name CONTAINS $company OR $company IN c.aliases)
  AND ($project = '' OR j.name CONTAINS $project OR $project IN j.aliases)
  AND ($place = ''
       OR EXISTS { MATCH (j)-[:LOCATED_IN]->(y:Place) WHERE y.scope CONTAINS $place OR y.county CONTAINS $place }
       OR EXISTS { MATCH (j)-[:LOCATED_IN]->(:Place)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place })
OPTIONAL MATCH (j)-[:LOCATED_IN]->(p:Place)
OPTIONAL MATCH (p)-[:PART_OF*0..5]->(k:Place)
WHERE k.level = 'county'
RETURN DISTINCT c.name AS company, j.name AS project, coalesce(p.name, '') AS place, coalesce(p.county, k.name, '') AS county
ORDER BY company, project, place, county
