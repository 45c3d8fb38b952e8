// Directives that fall due
// 问题: 某段时间内到期的要求有哪些，谁提出的，要求谁去办？
// Question: Which directives fall due in a period, who demands them, and of whom?
// Parameters:
//   since (date, default "", example "2025-07"): first day, month or year of the deadlines
//   until (date, default "", example "2025-12"): last day, month or year of the deadlines
// Returns:
//   deadline: by when, a day, month or year, or an interval of two of these
//   directive: what is demanded
//   issuer: who demands it
//   issuer_kind: Meeting, Activity, Person, Agency, Organization, Company or Place
//   addressee: of whom it is demanded, where a body or place is named

MATCH (i:Meeting|Activity|Person|Agency|Organization|Company|Place)-[:ISSUED]->(d:Directive)
WHERE d.deadline <> ''
WITH i, d, CASE WHEN d.deadline CONTAINS '/' THEN right(d.deadline, size(d.deadline) / 2) ELSE d.deadline END AS due
WHERE ($since = '' OR left($since, size(due)) <= due)
  AND ($until = '' OR left(due, size($until)) <= $until)
OPTIONAL MATCH (d)-[:DIRECTED_TO]->(b:Agency|Company|Organization|Place)
RETURN DISTINCT d.deadline AS deadline, d.name AS directive, i.name AS issuer, i.kind AS issuer_kind,
       coalesce(b.name, '') AS addressee
ORDER BY deadline, directive, issuer, issuer_kind, addressee
