// What was demanded of whom
// 问题: 对某个单位或地方提出了哪些要求？
// Question: What was demanded of a body or place, and by whom?
// Parameters:
//   addressee (string, default "", example "水利局"): part of the name of the body or place, or one of its short names
// Returns:
//   addressee: of whom it is demanded
//   addressee_kind: Agency, Company, Organization or Place
//   directive: what is demanded
//   deadline: by when
//   issuer: who demands it
//   issuer_kind: Meeting, Activity, Person, Agency, Organization, Company or Place

MATCH (d:Directive)-[:DIRECTED_TO]->(b:Agency|Company|Organization|Place)
WHERE $addressee = '' OR b.name CONTAINS $addressee OR $addressee IN b.aliases
OPTIONAL MATCH (i:Meeting|Activity|Person|Agency|Organization|Company|Place)-[:ISSUED]->(d)
RETURN DISTINCT b.name AS addressee, b.kind AS addressee_kind, d.name AS directive, coalesce(d.deadline, '') AS deadline,
       coalesce(i.name, '') AS issuer, coalesce(i.kind, '') AS issuer_kind
ORDER BY addressee, addressee_kind, directive, deadline, issuer, issuer_kind
