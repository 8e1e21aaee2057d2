-- Reads a room's position and the events from some position on, in one step.
--
-- KEYS[1] head    hash {epoch: text, seq: integer}
-- KEYS[2] log     stream, entry <seq>-0 with fields t (type), at (RFC 3339), d (data, JSON)
-- KEYS[3] blanks  hash seq -> frame that is shown in place of an entry taken out of the log
-- ARGV[1] epoch   text, becomes the room's if it has no log (any more)
-- ARGV[2] from    integer, the first seq wanted, 0 for the newest
-- ARGV[3] most    integer, the most events wanted if from is 0
-- ARGV[4] ttl     milliseconds the log lives after its last event
-- ARGV[5] seenEpoch  text, the caller's position in the room, or ''
-- ARGV[6] seenSeq    integer
-- returns {epoch, seq, events, covers}: events is {seq1, frame1, seq2, frame2, …} ascending from the first wanted,
-- covers the same for blanks before it

local head = redis.call('HMGET', KEYS[1], 'epoch', 'seq')
local epoch, last = head[1], tonumber(head[2] or 0)
-- A server that came back with less than a node has seen would use numbers twice: begin anew instead.
if epoch and epoch == ARGV[5] and last < tonumber(ARGV[6]) then
  epoch = false
end
if not epoch then
  epoch, last = ARGV[1], 0
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
  redis.call('HSET', KEYS[1], 'epoch', epoch, 'seq', 0)
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
end

local from = tonumber(ARGV[2])
if from == 0 then
  from = math.max(1, last - tonumber(ARGV[3]) + 1)
end

local frames = {}
for _, entry in ipairs(redis.call('XRANGE', KEYS[2], string.format('%.0f-0', from), '+')) do
  local seq = string.match(entry[1], '^%d+')
  local fields = entry[2]
  frames[tonumber(seq)] = '{"type":"' .. fields[2] .. '","seq":' .. seq .. ',"at":"' .. fields[4] .. '","data":' .. fields[6] .. '}'
end
local covers = {}
local blanks = redis.call('HGETALL', KEYS[3])
for i = 1, #blanks, 2 do
  local seq = tonumber(blanks[i])
  if seq < from then
    table.insert(covers, seq)
    table.insert(covers, blanks[i + 1])
  else
    frames[seq] = blanks[i + 1]
  end
end

local events = {}
for seq = from, last do
  if frames[seq] then
    table.insert(events, seq)
    table.insert(events, frames[seq])
  end
end
return {epoch, last, events, covers}
