// The trail of a policy
// 问题: 某份文件由谁发布，被哪些会议、活动、要求引用？
// Question: Who put a document out, and which meetings, activities and directives took it up?
// Parameters:
//   policy (string, default "", example "行动"): part of the document's name, or one of its short names
// Returns:
//   policy: name of the document
//   step: RELEASED or CITES
//   by: who released or cited it
//   by_kind: what that is, such as Agency, Meeting or Directive
//   reported: date of the article that says so
//   article: id of that article

MATCH (b:Meeting|Activity|Directive|Person|Agency|Company|Organization|Project|Place)-[r:RELEASED|CITES]->(p:Policy)
WHERE $policy = '' OR p.name CONTAINS $policy OR $policy IN p.aliases
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT p.name AS policy, r.kind AS step, b.name AS `by`, b.kind AS by_kind, coalesce(x.date, '') AS reported,
       article_id AS article
ORDER BY policy, reported, step, `by`, by_kind, article
