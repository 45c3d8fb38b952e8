// Facts of low confidence
// 问题: 哪些事实把握不大，凭的是哪句话？
// Question: Which facts are the rules least sure of, and on which words do they rest?
// Parameters:
//   below (number, default 0.75, example 0.75): confidence that a fact must stay under, from 0 to 1
//   name (string, default "", example "平罗县"): part of the name of one of the two ends, or one of its short names
//   relation (string, default "", example "DIRECTED_TO"): type of the relation
// Returns:
//   confidence: how sure the rules are of the fact, from 0 to 1, the least sure first
//   source: where the fact begins
//   relation: type of the relation
//   target: where it ends
//   words: the words that prove it
//   rule: the rule that read them
//   article: id of the article

// The lists of an edge run side by side; last(list[0..i + 1]) is item i wherever lists are counted from.
MATCH (s)-[r]->(t)
WHERE r.confidence < $below AND ($relation = '' OR r.kind = $relation)
  AND ($name = '' OR s.name CONTAINS $name OR t.name CONTAINS $name OR $name IN s.aliases OR $name IN t.aliases)
UNWIND range(0, size(r.evidence) - 1) AS i
RETURN DISTINCT r.confidence AS confidence, s.name AS source, r.kind AS relation, t.name AS target,
       last(r.evidence[0..i + 1]) AS words, last(r.evidence_rule[0..i + 1]) AS rule,
       last(r.evidence_article[0..i + 1]) AS article
ORDER BY confidence, source, relation, target, article, words, rule
