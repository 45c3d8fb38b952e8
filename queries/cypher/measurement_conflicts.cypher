// Two values of one number
// 问题: 同一对象同一时间的同一指标，哪些报道给出不同的数值？
// Question: Which articles give different values of one measurement for one date?
// Parameters:
//   owner (string, default "", example "宣城市"): part of the name of what the number belongs to, or one of its short names
// Returns:
//   owner: what the number belongs to
//   measure: what is measured
//   date: the day, month, year or interval that both are for
//   value: the one value as printed
//   unit: its unit
//   article: id of the first article that gives it
//   other_value: the other value
//   other_unit: its unit
//   other_article: id of the first article that gives that

// First what has several numbers: comparing all pairs of a large owner's measurements takes all memory.
MATCH (o)-[:HAS_MEASUREMENT]->(m:Measurement)
WHERE ($owner = '' OR o.name CONTAINS $owner OR $owner IN o.aliases) AND m.date <> ''
WITH o.id AS owner_id, m.name AS name, m.date AS day, coalesce(m.base_unit, '') AS base, count(DISTINCT m.number) AS numbers
WHERE numbers > 1
MATCH (o)-[:HAS_MEASUREMENT]->(m:Measurement)
WHERE o.id = owner_id AND m.name = name AND m.date = day AND coalesce(m.base_unit, '') = base
MATCH (o)-[:HAS_MEASUREMENT]->(n:Measurement)
WHERE m.id < n.id AND n.name = name AND n.date = day AND coalesce(n.base_unit, '') = base AND m.number <> n.number
WITH o, m, n, last(m.articles[0..1]) AS article, last(n.articles[0..1]) AS other_article
WHERE article <> other_article
RETURN DISTINCT o.name AS owner, m.name AS measure, m.date AS date, m.value AS value, coalesce(m.unit, '') AS unit, article,
       n.value AS other_value, coalesce(n.unit, '') AS other_unit, other_article
ORDER BY owner, measure, date, value, other_value, article, other_article
