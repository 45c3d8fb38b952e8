// One event on two days
// 问题: 哪些同名的会议或活动，由同一方举办或主持，却报道在同一个月的不同日子？
// Question: Which events of one name, held or chaired by the same, are reported for different days of one month?
// Parameters:
//   event (string, default "", example "防汛"): part of the name of the event
// Returns:
//   event: the meeting or activity
//   event_kind: Meeting or Activity
//   by: who convened, chaired or led both
//   date: the one day
//   article: id of the first article that says so
//   other_date: the other day
//   other_article: id of the first article that says that

MATCH (h)-[r:CONVENED|CHAIRED|LED]->(e:Meeting|Activity)
WHERE ($event = '' OR e.name CONTAINS $event) AND e.date <> ''
MATCH (h)-[s:CONVENED|CHAIRED|LED]->(f:Meeting|Activity)
WHERE e.name = f.name AND e.kind = f.kind AND coalesce(e.scope, '') = coalesce(f.scope, '')
  AND e.date < f.date AND left(e.date, 7) = left(f.date, 7) AND size(e.date) = 10 AND size(f.date) = 10
RETURN e.name AS event, e.kind AS event_kind, h.name AS by, e.date AS date, min(last(e.articles[0..1])) AS article,
       f.date AS other_date, min(last(f.articles[0..1])) AS other_article
ORDER BY event, event_kind, by, date, other_date, article, other_article
