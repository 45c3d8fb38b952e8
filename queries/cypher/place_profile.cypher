// Profile of a place
// 问题: 关于某地及其下辖各地，图中有些什么？
// Question: What does the graph know of a place with its sub-divisions: how much of what, reported when?
// Parameters:
//   place (string, required, example "平罗县"): part of the name of the place
// Returns:
//   place: name of the place
//   level: its level, such as county
//   code: its division code
//   relation: type of the relation to the place or one of its sub-divisions
//   kind: what is related, such as Meeting, Project or Measurement
//   things: how many different ones
//   articles: how many articles say or need it
//   first_reported: date of the first of these articles
//   last_reported: date of the last
//   place_id: tells namesakes apart

// A sub-division says so itself, by its path of divisions or by its county, or an article does.
MATCH (p:Place)
WHERE p.name CONTAINS $place
MATCH (q:Place)
WHERE q.scope STARTS WITH (coalesce(p.scope, '') + p.name)
   OR (p.level = 'county' AND q.county = p.name AND coalesce(q.scope, '') = '')
   OR EXISTS { MATCH (q)-[:PART_OF*0..5]->(y:Place) WHERE y.id = p.id }
MATCH (t)-[r]-(q)
WHERE r.kind <> 'PART_OF'
UNWIND r.articles AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN p.name AS place, coalesce(p.level, '') AS level, coalesce(p.code, '') AS code, r.kind AS relation, t.kind AS kind,
       count(DISTINCT t.id) AS things, count(DISTINCT article_id) AS articles, coalesce(min(x.date), '') AS first_reported,
       coalesce(max(x.date), '') AS last_reported, p.id AS place_id
ORDER BY place, place_id, relation, kind
