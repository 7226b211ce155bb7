-- Each friendship stands once, and nobody has more than the rule allows.
WITH twice AS (
    SELECT least("user", friend) AS one, greatest("user", friend) AS other, min(line) AS first
    FROM "user-FRIEND-user" GROUP BY one, other HAVING count(*) > 1
),
end_of AS (
    SELECT line, 'user' AS name, "user" AS person FROM "user-FRIEND-user"
    UNION ALL SELECT line, 'friend', friend FROM "user-FRIEND-user"
),
many AS (
    SELECT person, count(*) AS friends, min(line) AS line, arg_min(name, line) AS name
    FROM end_of GROUP BY person HAVING count(*) > (SELECT value FROM rule WHERE name = 'friends')
)
SELECT 'user-FRIEND-user' AS file, line, 'friend' AS name, 'is a friend already, the other way round' AS why
FROM "user-FRIEND-user" JOIN twice ON one = least("user", friend) AND other = greatest("user", friend)
WHERE line > first
UNION ALL
SELECT 'user-FRIEND-user', many.line, many.name, format('{} has {} friends, more than {}', person.id, friends, value)
FROM many JOIN "user" AS person ON person.line = many.person JOIN rule ON rule.name = 'friends'
