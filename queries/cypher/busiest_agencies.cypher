// Busiest agencies
// 问题: 哪些机关最忙：办会、参会、提要求、发文件各有多少？
// Question: Which agencies do most: how many events, directives and documents of each are reported?
// Parameters:
//   place (string, default "", example "宣城"): part of the agency's name or of its scope
//   since (date, default "", example "2025-06"): first day, month or year of the articles
//   until (date, default "", example "2025-06-30"): last day, month or year of the articles
//   at_least (integer, default 1, example 2): fewest things that an agency must have done
// Returns:
//   agency: name of the agency
//   things: how many different events, directives and documents
//   events: meetings and activities that it held, led, attended or spoke at
//   directives: demands that it made
//   documents: documents that it put out
//   articles: how many articles say so
//   agency_id: tells namesakes apart

MATCH (a:Agency)-[r:CONVENED|ATTENDED|SPOKE_AT|LED|ISSUED|RELEASED]->(t:Meeting|Activity|Directive|Policy)
WHERE $place = '' OR a.name CONTAINS $place OR a.scope CONTAINS $place
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
  AND ($since = '' OR left($since, size(x.date)) <= x.date)
  AND ($until = '' OR left(x.date, size($until)) <= $until)
WITH a, count(DISTINCT t.id) AS things, count(DISTINCT CASE WHEN t.kind = 'Meeting' OR t.kind = 'Activity' THEN t.id END) AS events,
     count(DISTINCT CASE WHEN t.kind = 'Directive' THEN t.id END) AS directives,
     count(DISTINCT CASE WHEN t.kind = 'Policy' THEN t.id END) AS documents, count(DISTINCT article_id) AS articles
WHERE things >= $at_least
RETURN a.name AS agency, things, events, directives, documents, articles, a.id AS agency_id
ORDER BY things DESC, agency, agency_id
