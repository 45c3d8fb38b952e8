// An official's itinerary
// 问题: 某人什么时候在哪里参加了什么会议和活动？
// Question: Where was a person when, at which meeting or activity, and in what role?
// Parameters:
//   person (string, default "", example "丁海蓉"): part of the person's name
//   since (date, default "", example "2025-04-14"): first day, month or year of the events
//   until (date, default "", example "2025-04-14"): last day, month or year of the events
// Returns:
//   person: name of the person
//   date: day of the event
//   event: the meeting or activity
//   event_kind: Meeting or Activity
//   role: CHAIRED, ATTENDED, SPOKE_AT or LED
//   place: where it took place, where an article says so

MATCH (p:Person)-[r:CHAIRED|ATTENDED|SPOKE_AT|LED]->(e:Meeting|Activity)
WHERE ($person = '' OR p.name CONTAINS $person)
  AND ($since = '' OR left($since, size(e.date)) <= e.date)
  AND ($until = '' OR left(e.date, size($until)) <= $until)
OPTIONAL MATCH (e)-[:HELD_IN]->(w:Place|Company|Organization|Project|Agency)
RETURN DISTINCT p.name AS person, coalesce(e.date, '') AS date, e.name AS event, e.kind AS event_kind, r.kind AS role,
       coalesce(w.name, '') AS place
ORDER BY person, date, event, event_kind, role, place
