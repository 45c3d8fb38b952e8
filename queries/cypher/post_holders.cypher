// Holders of a post
// 问题: 某单位的某个职务先后由谁担任？
// Question: Who held a post at a body, one after another?
// Parameters:
//   body (string, default "", example "平罗县"): part of the body's name, or one of its short names
//   post (string, default "", example "县长"): part of the title of the post
// Returns:
//   body: the body where the post is held
//   post: title of the post
//   since: when the holder took office, else the first report
//   until: when the holder left it, else the last report
//   person: name of the holder
//   person_id: tells namesakes apart

MATCH (p:Person)-[r:HOLDS_POST]->(b:Agency|Company|Organization)
WHERE ($body = '' OR b.name CONTAINS $body OR $body IN b.aliases)
  AND ($post = '' OR r.title CONTAINS $post)
RETURN DISTINCT b.name AS body, coalesce(r.title, '') AS post, coalesce(r.`from`, r.first_reported, '') AS since,
       coalesce(r.`to`, r.last_reported, '') AS until, p.name AS person, p.id AS person_id
ORDER BY body, post, since, until, person, person_id
