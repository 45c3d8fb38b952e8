// Careers
// 问题: 某人先后任过哪些职务，最早和最晚何时见报？
// Question: Which posts did a person hold one after another, and when was each first and last reported?
// Parameters:
//   person (string, default "", example "夏远征"): part of the person's name
//   body (string, default "", example "政府"): part of the body's name, or one of its short names
// Returns:
//   person: name of the person
//   first_reported: date of the first article that says so
//   last_reported: date of the last one
//   post: title of the post
//   body: the body where it is held
//   start_date: when it began, where an article says so
//   end_date: when it ended, where an article says so
//   person_id: tells namesakes apart

MATCH (p:Person)-[r:HOLDS_POST]->(b:Agency|Company|Organization)
WHERE ($person = '' OR p.name CONTAINS $person)
  AND ($body = '' OR b.name CONTAINS $body OR $body IN b.aliases)
RETURN DISTINCT p.name AS person, coalesce(r.first_reported, '') AS first_reported,
       coalesce(r.last_reported, '') AS last_reported, coalesce(r.title, '') AS post, b.name AS body,
       coalesce(r.`from`, '') AS start_date, coalesce(r.`to`, '') AS end_date, p.id AS person_id
ORDER BY person, person_id, first_reported, last_reported, post, body, start_date, end_date
