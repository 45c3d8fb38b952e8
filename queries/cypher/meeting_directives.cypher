// From body to meeting to directive
// 问题: 哪个单位开了哪次会，会上谁提出了什么要求，什么时候完成？
// Question: Which body held which meeting, and who demanded what there, by when?
// Parameters:
//   agency (string, default "", example "岷县政府"): part of the name of the body that held the meeting, or one of its short names
//   place (string, default "", example "岷县"): part of the name of the body, or of the place of the meeting or one that it lies in
//   person (string, default "", example "石怀远"): part of the name of someone who chaired it, attended it or spoke there
//   since (date, default "", example "2025-03"): first day, month or year of the meetings
//   until (date, default "", example "2025-03-31"): last day, month or year of the meetings
// Returns:
//   agency: the body that held the meeting
//   meeting: name of the meeting
//   date: day of the meeting
//   issuer: who demands: a speaker or the meeting itself
//   directive: what is demanded
//   deadline: by when

// The meetings first, then only what was demanded there: who leads much speaks at many meetings and demands much elsewhere.
MATCH (m:Meeting)
WHERE ($since = '' OR left($since, size(m.date)) <= m.date)
  AND ($until = '' OR left(m.date, size($until)) <= $until)
OPTIONAL MATCH (a:Agency|Company|Organization|Place)-[:CONVENED]->(m)
WITH m, a
WHERE ($agency = '' OR a.name CONTAINS $agency OR $agency IN a.aliases)
  AND ($place = '' OR a.name CONTAINS $place
       OR EXISTS { MATCH (m)-[:HELD_IN]->(y:Place) WHERE y.scope CONTAINS $place OR y.county CONTAINS $place }
       OR EXISTS { MATCH (m)-[:HELD_IN]->(:Place)-[:PART_OF*0..5]->(p:Place) WHERE p.name CONTAINS $place })
  AND ($person = ''
       OR EXISTS { MATCH (w:Person)-[:CHAIRED|ATTENDED|SPOKE_AT]->(n:Meeting) WHERE n.id = m.id AND w.name CONTAINS $person })
// The meeting itself issues the directive, or someone who spoke there or chaired it does so in the same article.
UNWIND m.articles AS shared
MATCH (i:Meeting|Person|Agency|Organization|Company|Place)-[:SPOKE_AT|CHAIRED*0..1]->(m)
MATCH (i)-[:ISSUED]->(d:Directive)
WHERE shared IN d.articles
RETURN DISTINCT coalesce(a.name, '') AS agency, m.name AS meeting, coalesce(m.date, '') AS date, i.name AS issuer,
       d.name AS directive, coalesce(d.deadline, '') AS deadline
ORDER BY date, meeting, agency, issuer, directive, deadline
