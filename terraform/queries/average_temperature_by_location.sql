-- Average temperature by location
SELECT location, count(*) AS readings, round(avg(temperature), 2) AS average_temperature
FROM sensors
GROUP BY location
ORDER BY location
