-- Reports how many viewers one node has in a room and adds up all nodes.
--
-- KEYS[1] nodes    hash node -> "<count> <alive until, milliseconds>"
-- KEYS[2] audience hash {viewers: integer, as last told; peak: integer}
-- ARGV[1] node     text
-- ARGV[2] count    integer, viewers on this node
-- ARGV[3] now      milliseconds
-- ARGV[4] alive    milliseconds a report counts
-- ARGV[5] kept     milliseconds the audience is remembered
-- returns {viewers, peak, 1 if the number of viewers changed else 0}

if ARGV[2] == '0' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2] .. ' ' .. string.format('%.0f', ARGV[3] + ARGV[4]))
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
end

local viewers = 0
local reports = redis.call('HGETALL', KEYS[1])
for i = 1, #reports, 2 do
  local count, untilWhen = string.match(reports[i + 1], '^(%d+) (%d+)$')
  if tonumber(untilWhen) <= tonumber(ARGV[3]) then
    redis.call('HDEL', KEYS[1], reports[i])
  else
    viewers = viewers + tonumber(count)
  end
end

local before = redis.call('HMGET', KEYS[2], 'viewers', 'peak')
local peak = math.max(viewers, tonumber(before[2] or 0))
redis.call('HSET', KEYS[2], 'viewers', viewers, 'peak', peak)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
return {viewers, peak, viewers == tonumber(before[1] or 0) and 0 or 1}
