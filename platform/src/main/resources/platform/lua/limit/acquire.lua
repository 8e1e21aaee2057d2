-- Takes one from a rate limit: the generic cell rate algorithm.
--
-- KEYS[1]  string  theoretical arrival time, microseconds, `{limit:<name>:<subject hash>}`
-- ARGV[1]  number  interval: microseconds until one comes back
-- ARGV[2]  number  window: microseconds in which the whole burst comes back
--
-- Returns {allowed 1|0, remaining, microseconds until one may pass (0 if allowed), microseconds until all are back}.
--
-- The clock is Redis's own: callers' clocks differ. It may step back; then a stored time beyond one window is cut to it,
-- so that nobody waits longer than a window. The key expires when the burst is whole again, which forgets nothing.

local interval, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local arrival = math.max(math.min(tonumber(redis.call('GET', KEYS[1]) or now), now + window), now)
local after = arrival + interval
local wait = after - window - now
if wait > 0 then return {0, 0, wait, arrival - now} end

redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000))
return {1, math.floor((window - (after - now)) / interval), 0, after - now}
