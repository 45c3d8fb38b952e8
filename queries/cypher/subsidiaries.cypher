// Subsidiaries and units
// 问题: 某企业、机关、组织有哪些下属单位？
// Question: Which subsidiaries, branches and units does a company or body have, also over several steps?
// Parameters:
//   parent (string, default "", example "文旅投资集团"): part of the name of the body that they belong to, or one of its short names
// Returns:
//   unit: the subsidiary, branch or unit
//   unit_kind: Company, Agency or Organization
//   parent: the body that it belongs to directly
//   parent_kind: Company, Agency or Organization
//   reported: date of the article that says so
//   article: id of that article

MATCH (u:Company|Agency|Organization)-[r:BELONGS_TO]->(p:Company|Agency|Organization)
WHERE $parent = '' OR $parent IN p.aliases
   OR EXISTS { MATCH (p)-[:BELONGS_TO*0..5]->(x:Company|Agency|Organization) WHERE x.name CONTAINS $parent }
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT u.name AS unit, u.kind AS unit_kind, p.name AS parent, p.kind AS parent_kind,
       coalesce(x.date, '') AS reported, article_id AS article
ORDER BY parent, parent_kind, unit, unit_kind, reported, article
