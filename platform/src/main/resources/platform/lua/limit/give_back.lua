-- Gives one back to a rate limit, as if it had not been taken.
--
-- KEYS[1]  string  theoretical arrival time, microseconds, `{limit:<name>:<subject hash>}`
-- ARGV[1]  number  interval: microseconds until one comes back by itself
--
-- Returns 1. A burst that is whole stays so: what came back by itself meanwhile is not given twice.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local arrival = tonumber(redis.call('GET', KEYS[1]) or now) - tonumber(ARGV[1])

if arrival <= now then
    redis.call('DEL', KEYS[1])
else
    redis.call('SET', KEYS[1], string.format('%.0f', arrival), 'PX', math.ceil((arrival - now) / 1000))
end
return 1
