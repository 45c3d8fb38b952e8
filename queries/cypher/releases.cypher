// Who released what
// 问题: 谁发布了什么文件，什么时候见报？
// Question: Which documents did a body put out, and when was it reported?
// Parameters:
//   by (string, default "", example "宣城"): part of the name of who put it out, or one of its short names
//   policy (string, default "", example "行动计划"): part of the document's name, or one of its short names
//   since (date, default "", example "2025-06"): first day, month or year of the articles
//   until (date, default "", example "2025-06-30"): last day, month or year of the articles
// Returns:
//   by: who put the document out
//   by_kind: Agency, Company, Organization, Place, Meeting or Person
//   policy: name of the document
//   number: its reference number, where known
//   reported: date of the article that says so
//   article: id of that article

MATCH (b:Agency|Company|Organization|Place|Meeting|Person)-[r:RELEASED]->(p:Policy)
WHERE ($by = '' OR b.name CONTAINS $by OR $by IN b.aliases)
  AND ($policy = '' OR p.name CONTAINS $policy OR $policy IN p.aliases)
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
  AND ($since = '' OR left($since, size(x.date)) <= x.date)
  AND ($until = '' OR left(x.date, size($until)) <= $until)
RETURN DISTINCT b.name AS `by`, b.kind AS by_kind, p.name AS policy, coalesce(p.number, '') AS number,
       coalesce(x.date, '') AS reported, article_id AS article
ORDER BY `by`, by_kind, policy, number, reported, article
