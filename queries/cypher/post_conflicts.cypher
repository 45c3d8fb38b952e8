// Two holders of one post
// 问题: 同一时间有哪两个人被报道担任同一单位的同一正职？
// Question: Which two people are reported to hold the same single post at the same time?
// Parameters:
//   body (string, default "", example "水利局"): part of the body's name, or one of its short names
// Returns:
//   body: the body where the post is held
//   post: title of the post, one that a single person holds
//   person: name of the one
//   since: when the one took office, else the first report
//   until: when the one left it, else the last report
//   article: id of the first article that says so
//   other: name of the other
//   other_since: the same of the other
//   other_until: the same of the other
//   other_article: the same of the other

// Times overlap when each begins before the other ends; who is known to have left on a day was followed on it.
MATCH (p:Person)-[r:HOLDS_POST]->(b:Agency|Company|Organization)
WHERE ($body = '' OR b.name CONTAINS $body OR $body IN b.aliases)
  AND (r.title ENDS WITH '长' OR r.title ENDS WITH '书记' OR r.title ENDS WITH '主任' OR r.title ENDS WITH '主席'
       OR r.title ENDS WITH '总经理')
  AND NOT r.title CONTAINS '副' AND NOT r.title CONTAINS '助理' AND NOT r.title CONTAINS '组长'
WITH p, b, r.title AS post, coalesce(r.`from`, r.first_reported, '') AS since, coalesce(r.`to`, '') AS left_on,
     coalesce(r.`to`, r.last_reported, '') AS until, last(r.articles[0..1]) AS article
MATCH (o:Person)-[s:HOLDS_POST]->(b)
WHERE s.title = post AND p.id < o.id
WITH p, b, post, since, left_on, until, article, o, coalesce(s.`from`, s.first_reported, '') AS other_since,
     coalesce(s.`to`, '') AS other_left, coalesce(s.`to`, s.last_reported, '') AS other_until,
     last(s.articles[0..1]) AS other_article
WHERE since <> '' AND other_since <> ''
  AND (since < other_until OR other_left = '' AND since = other_until)
  AND (other_since < until OR left_on = '' AND other_since = until)
RETURN DISTINCT b.name AS body, post, p.name AS person, since, until, article, o.name AS other, other_since, other_until,
       other_article
ORDER BY body, post, person, since, other, other_since, article, other_article
