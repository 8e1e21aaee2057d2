-- Appends a kept event to a room's log and publishes it, in one step.
--
-- KEYS[1] head      hash {epoch: text, seq: integer}
-- KEYS[2] log       stream, entry <seq>-0 with fields t (type), at (RFC 3339), d (data, JSON)
-- KEYS[3] blanks    hash seq -> frame that is shown in place of an entry taken out of the log
-- KEYS[4] once      string "<epoch> <seq>" of the event with this id; unused if ARGV[8] is 0
-- ARGV[1] type      text
-- ARGV[2] at        RFC 3339
-- ARGV[3] data      JSON
-- ARGV[4] epoch     text, used if the room has no log (any more)
-- ARGV[5] kept      integer, entries the log keeps
-- ARGV[6] channel   text
-- ARGV[7] ttl       milliseconds the log lives after its last event
-- ARGV[8] onceTtl   milliseconds, 0 without once
-- ARGV[9] blank     seq of an earlier event to take out of the log, 0 for none
-- ARGV[10] cover    JSON, the data shown in its place
-- ARGV[11] seenEpoch  text, the caller's position in the room, or ''
-- ARGV[12] seenSeq    integer
-- returns {epoch, seq}; seq 0 if the event to take out is not in the log

if ARGV[8] ~= '0' then
  local first = redis.call('GET', KEYS[4])
  if first then
    local epoch, seq = string.match(first, '^(%S+) (%d+)$')
    return {epoch, tonumber(seq)}
  end
end

local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
local epoch, last = head[1], tonumber(head[2] or 0)
-- A server that came back with less than a node has seen would use numbers twice: begin anew instead.
if epoch and epoch == ARGV[11] and last < tonumber(ARGV[12]) then
  epoch = false
end
if not epoch then
  epoch, last = ARGV[4], 0
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
  redis.call('HSET', KEYS[1], 'epoch', epoch, 'seq', 0)
end

local function frame(seq, type, at, data)
  return '{"type":"' .. type .. '","seq":' .. string.format('%.0f', seq) .. ',"at":"' .. at .. '","data":' .. data .. '}'
end

local blank, cover = tonumber(ARGV[9]), ''
if blank > 0 then
  local id = string.format('%.0f-0', blank)
  local entry = redis.call('XRANGE', KEYS[2], id, id)[1]
  if not entry then
    return {epoch, 0}
  end
  cover = frame(blank, entry[2][2], entry[2][4], ARGV[10])
  redis.call('XDEL', KEYS[2], id)
  redis.call('HSET', KEYS[3], ARGV[9], cover)
end

local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
local oldest = seq - tonumber(ARGV[5]) + 1
redis.call('XADD', KEYS[2], 'MINID', '=', string.format('%.0f-0', math.max(oldest, 0)),
  string.format('%.0f-0', seq), 't', ARGV[1], 'at', ARGV[2], 'd', ARGV[3])
if blank > 0 then
  for _, covered in ipairs(redis.call('HKEYS', KEYS[3])) do
    if tonumber(covered) < oldest then
      redis.call('HDEL', KEYS[3], covered)
    end
  end
  redis.call('PEXPIRE', KEYS[3], ARGV[7])
end
redis.call('PEXPIRE', KEYS[1], ARGV[7])
redis.call('PEXPIRE', KEYS[2], ARGV[7])
if ARGV[8] ~= '0' then
  redis.call('SET', KEYS[4], epoch .. ' ' .. string.format('%.0f', seq), 'PX', ARGV[8])
end
redis.call('PUBLISH', ARGV[6], table.concat({
  'K', epoch, string.format('%.0f', seq), ARGV[9], cover, frame(seq, ARGV[1], ARGV[2], ARGV[3])}, '\n'))
return {epoch, seq}
