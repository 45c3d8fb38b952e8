// Articles of a reporter
// 问题: 某位记者写过哪些报道？
// Question: Which articles did a reporter write or illustrate?
// Parameters:
//   reporter (string, default "", example "江映雪"): part of the reporter's name
//   since (date, default "", example "2025-06"): first day, month or year of the articles
//   until (date, default "", example "2025-06-30"): last day, month or year of the articles
// Returns:
//   reporter: name of the reporter or photographer
//   date: date of the article
//   title: title of the article
//   publication: the paper
//   article: id of the article

MATCH (x:Article)-[:REPORTED_BY]->(p:Person)
WHERE ($reporter = '' OR p.name CONTAINS $reporter)
  AND ($since = '' OR left($since, size(x.date)) <= x.date)
  AND ($until = '' OR left(x.date, size($until)) <= $until)
UNWIND x.articles AS article_id
RETURN DISTINCT p.name AS reporter, coalesce(x.date, '') AS date, coalesce(x.title, '') AS title,
       coalesce(x.publication, '') AS publication, article_id AS article
ORDER BY reporter, date, article
