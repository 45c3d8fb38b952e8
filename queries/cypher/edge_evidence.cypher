// The words that prove it
// 问题: 图中关于某人、某单位、某事的每条边，凭哪篇报道的哪句话？
// Question: Which words of which article prove each fact about a person, body or thing?
// Parameters:
//   name (string, default "", example "平罗县人民医院"): part of the name of one of the two ends, or one of its short names
//   relation (string, default "", example "COOPERATES_WITH"): type of the relation
//   article (string, default "", example "columns#4-75e6b8a1"): id of the article
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

// The lists of an edge run side by side; last(list[0..i + 1]) is item i wherever lists are counted from.
MATCH (s)-[r]->(t)
WHERE ($name = '' OR s.name CONTAINS $name OR t.name CONTAINS $name OR $name IN s.aliases OR $name IN t.aliases)
  AND ($relation = '' OR r.kind = $relation)
  AND ($article = '' OR $article IN r.articles)
UNWIND range(0, size(r.evidence) - 1) AS i
WITH s, r, t, last(r.evidence[0..i + 1]) AS said, last(r.evidence_article[0..i + 1]) AS article_id,
     last(r.evidence_start[0..i + 1]) AS first_char, last(r.evidence_end[0..i + 1]) AS last_char,
     last(r.evidence_rule[0..i + 1]) AS rule_name, last(r.evidence_confidence[0..i + 1]) AS sure
WHERE sure >= $min_confidence AND ($article = '' OR article_id = $article)
MATCH (x:Article)
WHERE x.id = 'Article:' + article_id
RETURN DISTINCT s.name AS source, r.kind AS relation, t.name AS target, coalesce(r.title, '') AS post, said AS words,
       article_id AS article, coalesce(x.title, '') AS title, first_char AS start_char, last_char AS end_char,
       rule_name AS rule, sure AS confidence
ORDER BY source, relation, target, post, article, start_char, end_char, rule, confidence
