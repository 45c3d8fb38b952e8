// Who was at a meeting
// 问题: 谁召开、主持、出席了会议，谁在会上讲话？
// Question: Who called, chaired and attended a meeting, and who spoke there?
// Parameters:
//   meeting (string, default "", example "防汛"): part of the meeting's name, or one of its short names
//   name (string, default "", example "葛云舟"): part of the name of a person or body that was there, or a short name
//   since (date, default "", example "2025-06"): first day, month or year of the meetings
//   until (date, default "", example "2025-06-30"): last day, month or year of the meetings
// Returns:
//   meeting: name of the meeting
//   date: day of the meeting
//   role: CONVENED, CHAIRED, ATTENDED or SPOKE_AT
//   name: the person, body or place
//   kind: Person, Agency, Company, Organization or Place

MATCH (x:Person|Agency|Company|Organization|Place)-[r:CONVENED|CHAIRED|ATTENDED|SPOKE_AT]->(m:Meeting)
WHERE ($meeting = '' OR m.name CONTAINS $meeting OR $meeting IN m.aliases)
  AND ($name = '' OR x.name CONTAINS $name OR $name IN x.aliases)
  AND ($since = '' OR left($since, size(m.date)) <= m.date)
  AND ($until = '' OR left(m.date, size($until)) <= $until)
RETURN DISTINCT m.name AS meeting, coalesce(m.date, '') AS date, r.kind AS role, x.name AS name, x.kind AS kind
ORDER BY date, meeting, role, kind, name
