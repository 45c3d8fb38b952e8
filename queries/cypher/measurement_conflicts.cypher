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

// What has several numbers is kept as records: comparing all pairs of a large owner's measurements takes all memory.
MATCH (o)-[:HAS_MEASUREMENT]->(x:Measurement)
WHERE ($owner = '' OR o.name CONTAINS $owner OR $owner IN o.aliases) AND x.date <> '' AND x.number IS NOT NULL
WITH o.id AS owner_id, o.name AS owner, x.name AS measure, x.date AS date, coalesce(x.base_unit, '') AS base,
     collect({id: x.id, number: x.number, value: x.value, unit: coalesce(x.unit, ''), article: last(x.articles[0..1])}) AS found,
     count(DISTINCT x.number) AS numbers
WHERE numbers > 1
UNWIND found AS m
UNWIND found AS n
WITH owner, measure, date, m, n
WHERE m.id < n.id AND m.number <> n.number AND m.article <> n.article
RETURN DISTINCT owner, measure, date, m.value AS value, m.unit AS unit, m.article AS article,
       n.value AS other_value, n.unit AS other_unit, n.article AS other_article
ORDER BY owner, measure, date, value, other_value, article, other_article
