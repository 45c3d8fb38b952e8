// Who works together
// 问题: 谁和谁合作？
// Question: Which bodies and places work together?
// Parameters:
//   party (string, default "", example "医院"): part of the name of one of the two, or one of its short names; empty: every pair once
// Returns:
//   party: the one
//   party_kind: Company, Agency, Organization or Place
//   partner: the other
//   partner_kind: Company, Agency, Organization or Place
//   reported: date of the article that says so
//   article: id of that article

MATCH (a:Company|Agency|Organization|Place)-[r:COOPERATES_WITH]-(b:Company|Agency|Organization|Place)
WHERE ($party <> '' OR a.id < b.id)
  AND ($party = '' OR a.name CONTAINS $party OR $party IN a.aliases)
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT a.name AS party, a.kind AS party_kind, b.name AS partner, b.kind AS partner_kind,
       coalesce(x.date, '') AS reported, article_id AS article
ORDER BY party, party_kind, partner, partner_kind, reported, article
