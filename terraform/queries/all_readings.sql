-- All readings, the first 100
SELECT sensor_id, "timestamp", location, temperature, humidity, pressure
FROM sensors
LIMIT 100
