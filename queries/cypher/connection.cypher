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

MATCH (a)
WHERE a.id = $one OR a.name = $one OR $one IN a.aliases
MATCH (b)
WHERE (b.id = $other OR b.name = $other OR $other IN b.aliases) AND b.id <> a.id
MATCH p = allShortestPaths((a)-[*..4]-(b))
RETURN DISTINCT length(p) AS steps,
       reduce(said = a.name, i IN range(0, length(p) - 1) |
              said + ' -' + relationships(p)[i].kind + '- ' + nodes(p)[i + 1].name) AS path,
       a.id AS one_id, b.id AS other_id
ORDER BY steps, path, one_id, other_id
LIMIT 20
