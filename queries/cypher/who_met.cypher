// Who met whom
// 问题: 某人和谁参加过同一次会议或活动？
// Question: Whom did a person meet at which meeting or activity?
// Parameters:
//   person (string, default "", example "丁海蓉"): part of the person's name; empty: every pair once
//   since (date, default "", example "2025-04"): first day, month or year of the events
//   until (date, default "", example "2025-04-30"): last day, month or year of the events
// Returns:
//   person: name of the one
//   other: name of the other
//   event: the meeting or activity where both were
//   event_kind: Meeting or Activity
//   date: day of the event

MATCH (a:Person)-[:CHAIRED|ATTENDED|SPOKE_AT|LED]->(e:Meeting|Activity)
WHERE ($person = '' OR a.name CONTAINS $person)
  AND ($since = '' OR left($since, size(e.date)) <= e.date)
  AND ($until = '' OR left(e.date, size($until)) <= $until)
MATCH (b:Person)-[:CHAIRED|ATTENDED|SPOKE_AT|LED]->(e)
WHERE a.id <> b.id AND ($person <> '' OR a.id < b.id)
RETURN DISTINCT a.name AS person, b.name AS other, e.name AS event, e.kind AS event_kind, coalesce(e.date, '') AS date
ORDER BY person, other, date, event, event_kind
