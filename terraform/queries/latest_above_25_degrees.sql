-- The 50 latest readings above 25 degrees Celsius, with their reading time (UTC)
SELECT
  timestamp '1970-01-01 00:00:00' + "timestamp" * interval '1' second AS reading_time,
  sensor_id,
  location,
  temperature
FROM sensors
WHERE temperature > 25
ORDER BY "timestamp" DESC, sensor_id
LIMIT 50
