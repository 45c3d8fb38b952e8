// Newest facts
// 问题: 最近一天的报道说了什么？
// Question: Which facts do the newest articles give, or all articles since a day?
// Parameters:
//   name (string, default "", example "宋砚秋"): part of the name of one of the two ends, or one of its short names
//   since (date, default "", example "2025-06"): first day, month or year of the articles; empty: the newest day that has such a fact
// Returns:
//   reported: date of the article, the newest first
//   source: where the fact begins
//   relation: type of the relation
//   target: where it ends
//   post: title of the post, for HOLDS_POST
//   article: id of the article

MATCH (s)-[r]->(t)
WHERE $name = '' OR s.name CONTAINS $name OR t.name CONTAINS $name OR $name IN s.aliases OR $name IN t.aliases
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
WITH max(x.date) AS newest
MATCH (s)-[r]->(t)
WHERE $name = '' OR s.name CONTAINS $name OR t.name CONTAINS $name OR $name IN s.aliases OR $name IN t.aliases
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
  AND (CASE WHEN $since = '' THEN x.date >= newest ELSE left($since, size(x.date)) <= x.date END)
RETURN DISTINCT x.date AS reported, s.name AS source, r.kind AS relation, t.name AS target, coalesce(r.title, '') AS post,
       article_id AS article
ORDER BY reported DESC, source, relation, target, post, article
