-- Readings, averages, first and last reading time (UTC) by sensor
SELECT
  sensor_id,
  count(*) AS readings,
  round(avg(temperature), 2) AS average_temperature,
  round(avg(humidity), 2) AS average_humidity,
  round(avg(pressure), 2) AS average_pressure,
  timestamp '1970-01-01 00:00:00' + min("timestamp") * interval '1' second AS first_reading,
  timestamp '1970-01-01 00:00:00' + max("timestamp") * interval '1' second AS last_reading
FROM sensors
GROUP BY sensor_id
ORDER BY sensor_id
