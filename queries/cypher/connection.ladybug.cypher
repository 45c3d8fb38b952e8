// How two things are connected
// 问题: 两个人、单位、地方或事物之间，隔着几步、通过什么联系在一起？
// Question: Over which shortest paths of up to four steps are two persons, bodies, places or other things connected?
// Parameters:
//   one (string, required, example "夏远征"): name of the one, one of its short names, or its id
//   other (string, required, example "宋砚秋"): name of the other, one of its short names, or its id
// Returns:
//   steps: how many relations lie between the two; of paths between the same two only the shortest are given
//   path: the names on the way with the relation between each two, whichever way it runs; the first 20 paths
//   one_id: tells namesakes apart
//   other_id: tells namesakes apart

// What the two are called stands in each pattern: the engine would begin the longer ones at every node. It has the
// distance fast, but not the names on a path it found so.
MATCH (a)-[e* SHORTEST 1..4]-(b)
WHERE (a.id = $one OR a.name = $one OR $one IN a.aliases) AND (b.id = $other OR b.name = $other OR $other IN b.aliases)
  AND b.id <> a.id
WITH a.id AS one_id, b.id AS other_id, a.name AS one_name, b.name AS other_name, min(length(e)) AS steps
OPTIONAL MATCH (a1)-[q1]-(b1)
WHERE (a1.id = $one OR a1.name = $one OR $one IN a1.aliases) AND (b1.id = $other OR b1.name = $other OR $other IN b1.aliases)
  AND a1.id = one_id AND b1.id = other_id AND steps = 1
OPTIONAL MATCH (a2)-[r1]-(x1)-[r2]-(b2)
WHERE (a2.id = $one OR a2.name = $one OR $one IN a2.aliases) AND (b2.id = $other OR b2.name = $other OR $other IN b2.aliases)
  AND a2.id = one_id AND b2.id = other_id AND steps = 2
OPTIONAL MATCH (a3)-[s1]-(y1)-[s2]-(y2)-[s3]-(b3)
WHERE (a3.id = $one OR a3.name = $one OR $one IN a3.aliases) AND (b3.id = $other OR b3.name = $other OR $other IN b3.aliases)
  AND a3.id = one_id AND b3.id = other_id AND steps = 3
OPTIONAL MATCH (a4)-[t1]-(z1)-[t2]-(z2)-[t3]-(z3)-[t4]-(b4)
WHERE (a4.id = $one OR a4.name = $one OR $one IN a4.aliases) AND (b4.id = $other OR b4.name = $other OR $other IN b4.aliases)
  AND a4.id = one_id AND b4.id = other_id AND steps = 4
RETURN DISTINCT steps, one_name
       + CASE steps WHEN 1 THEN ' -' + q1.kind
                    WHEN 2 THEN ' -' + r1.kind + '- ' + x1.name + ' -' + r2.kind
                    WHEN 3 THEN ' -' + s1.kind + '- ' + y1.name + ' -' + s2.kind + '- ' + y2.name + ' -' + s3.kind
                    ELSE ' -' + t1.kind + '- ' + z1.name + ' -' + t2.kind + '- ' + z2.name + ' -' + t3.kind + '- ' + z3.name
                         + ' -' + t4.kind END
       + '- ' + other_name AS path, one_id, other_id
ORDER BY steps, path, one_id, other_id
LIMIT 20
