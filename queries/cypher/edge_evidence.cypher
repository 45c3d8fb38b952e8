// The words that prove it
// 问题: 图中关于某人、某单位、某事的每条边,凭哪篇报道的哪句话?
// Question: Which words of which article prove each fact about a person, body or thing?
// Parameters:
//   name (string, default "", example "李明"): part of the name of one of the two ends, or one of its short names
//   relation (string, default "", example "HOLDS_POST"): type of the relation
//   article (string, default "", example "A001"): id of the article
//   min_confidence (number, default 0, example 0.8): lowest confidence, from 0 to 1
// Returns:
//   source: where the edge begins
//   relation: type of the relation
//   target: where the edge ends
//   post: title of the post, for HOLDS_POST
//   words: the words that prove it
//   article: id of the article
//   title: title of the article
//   start_char: where the words begin in title, newline and body, in characters
//   end_char: where they end
//   rule: the rule that read them
//   confidence: how sure the rule is, from 0 to 1

// Ladybug counts list items from 1 and Neo4j from 0: the slice has two items or one, and so tells which.
MATCH (s)-[r]->(t)
WHERE ($name = '' OR s.name CONTAINS $name OR t.name CONTAINS $name OR $name IN s.aliases OR $name IN t.aliases)
  AND ($relation = '' OR r.kind = $relation)
  AND ($article = '' OR $article IN r.articles)
UNWIND range(0, size(r.evidence) - 1) AS i
WITH s, r, t, CASE WHEN size([1, 2, 3][1..2]) = 2 THEN i + 1 ELSE i END AS at
WITH s, r, t, r.evidence[at] AS said, r.evidence_article[at] AS article_id, r.evidence_start[at] AS first_char,
     r.evidence_end[at] AS last_char, r.evidence_rule[at] AS rule_name, r.evidence_confidence[at] AS sure
WHERE sure >= $min_confidence AND ($article = '' OR article_id = $article)
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT s.name AS source, r.kind AS relation, t.name AS target, coalesce(r.title, '') AS post, said AS words,
       article_id AS article, coalesce(x.title, '') AS title, first_char AS start_char, last_char AS end_char,
       rule_name AS rule, sure AS confidence
ORDER BY source, relation, target, post, article, start_char, end_char, rule, confidence
