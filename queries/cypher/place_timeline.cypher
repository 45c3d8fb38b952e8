// Timeline of a place
// 问题: 某地先后发生了什么？
// Question: What happened in a place and its sub-divisions, one day after another?
// Parameters:
//   place (string, default "", example "平罗县"): part of the name of the place or of one that it lies in
//   since (date, default "", example "2025-04-15"): first day, month or year of the facts
//   until (date, default "", example "2025-04-15"): last day, month or year of the facts
// Returns:
//   date: the day, month or year of the event or number, else of the article
//   place: the place, as exactly as it was named
//   relation: type of the relation between the two
//   what: the event, number, body or other thing
//   kind: what that is, such as Meeting, Project or Measurement
//   article: id of the article that says so

MATCH (t)-[r]-(p:Place)
WHERE r.kind <> 'PART_OF'
  AND ($place = '' OR p.scope CONTAINS $place OR p.county CONTAINS $place
       OR EXISTS { MATCH (p)-[:PART_OF*0..5]->(x:Place) WHERE x.name CONTAINS $place })
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
WITH p, r, t, article_id, coalesce(t.date, x.date, '') AS date
WITH p, r, t, article_id, date, CASE WHEN date CONTAINS '/' THEN right(date, size(date) / 2) ELSE date END AS last_day
WHERE ($since = '' OR last_day <> '' AND left($since, size(last_day)) <= last_day)
  AND ($until = '' OR date <> '' AND left(date, size($until)) <= $until)
RETURN DISTINCT date, p.name AS place, r.kind AS relation, t.name AS what, t.kind AS kind, article_id AS article
ORDER BY date, place, relation, kind, what, article
