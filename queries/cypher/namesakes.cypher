// Namesakes
// 问题: 哪些人、单位、地方同名而不是同一个？
// Question: Which persons, bodies, places or works have the same name without being the same?
// Parameters:
//   name (string, default "", example "葛云舟"): part of the name
//   kind (string, default "", example "Person"): Person, Agency, Company, Organization, Place, Project or Policy
// Returns:
//   name: the name that they share
//   kind: what they are
//   scope: what tells them apart: body, place or article
//   id: id of the node
//   articles: how many articles name it

MATCH (n:Person|Agency|Company|Organization|Place|Project|Policy)
WHERE ($name = '' OR n.name CONTAINS $name) AND ($kind = '' OR n.kind = $kind)
WITH n.name AS name, n.kind AS kind, count(DISTINCT n.id) AS many
WHERE many > 1
MATCH (n:Person|Agency|Company|Organization|Place|Project|Policy)
WHERE n.name = name AND n.kind = kind
RETURN name, kind, coalesce(n.scope, '') AS scope, n.id AS id, size(n.articles) AS articles
ORDER BY name, kind, scope, id
