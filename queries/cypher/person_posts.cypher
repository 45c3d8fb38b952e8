// Posts of a person
// 问题: 某人在哪些单位任过什么职务，什么时候的报道这样说？
// Question: Which posts did a person hold at which bodies, and when was it reported?
// Parameters:
//   person (string, default "", example "夏远征"): part of the person's name
//   body (string, default "", example "政府"): part of the body's name, or one of its short names
// Returns:
//   person: name of the person
//   post: title of the post
//   body: the body where it is held
//   start_date: when it began, where an article says so
//   end_date: when it ended, where an article says so
//   reported: date of the article that says it
//   article: id of that article

MATCH (p:Person)-[r:HOLDS_POST]->(b:Agency|Company|Organization)
WHERE ($person = '' OR p.name CONTAINS $person)
  AND ($body = '' OR b.name CONTAINS $body OR $body IN b.aliases)
UNWIND r.evidence_article AS article_id
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT p.name AS person, coalesce(r.title, '') AS post, b.name AS body, coalesce(r.`from`, '') AS start_date,
       coalesce(r.`to`, '') AS end_date, coalesce(x.date, '') AS reported, article_id AS article
ORDER BY person, reported, body, post, start_date, end_date, article
