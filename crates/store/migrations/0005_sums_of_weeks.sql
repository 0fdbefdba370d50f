-- Findings by week of a whole operator, whose product is empty: what its products' weeks add up to.
INSERT INTO finding_week
    (operator, product, week, opened, closed, critical, high, medium, low, unrated, still_open)
SELECT operator, '', week, CAST(sum(opened) AS BIGINT), CAST(sum(closed) AS BIGINT), CAST(sum(critical) AS BIGINT),
       CAST(sum(high) AS BIGINT), CAST(sum(medium) AS BIGINT), CAST(sum(low) AS BIGINT),
       CAST(sum(unrated) AS BIGINT), CAST(sum(still_open) AS BIGINT)
FROM finding_week GROUP BY operator, week;

-- Nobody asks for the weeks of all products one by one any more.
DROP INDEX finding_week_moved;
DROP INDEX finding_week_open;
