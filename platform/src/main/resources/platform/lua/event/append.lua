-- Appends a batch of events to a service's stream, unless the stream has lost entries or is full.
--
-- KEYS[1]  stream  the service's stream, `{events:<service>}`
-- ARGV[1]  number  tip: the newest batch PostgreSQL knows to be in the stream, 0 if none
-- ARGV[2]  number  cap: the most entries the stream may hold
-- ARGV[3…] text    id, source, type, subject, time, data, traceparent ('' if none) of each event; none at all only asks for the stream's health
--
-- Returns {'appended', batch} | {'lost', newest batch still there} | {'full', entries}; batches as text, since a
-- Lua number would come back as a rounded integer.
--
-- The entries of one batch are `<batch>-1`, `<batch>-2`, …: the batch is the clock of Redis in milliseconds, pushed past
-- the batch before it, so that ids rise even if the clock steps back.

local stream, tip, cap = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local ATTRIBUTES = 7
local count = (#ARGV - 2) / ATTRIBUTES

local newest, length = 0, 0
if redis.call('EXISTS', stream) == 1 then
    local info = redis.call('XINFO', 'STREAM', stream)
    for i = 1, #info, 2 do
        if info[i] == 'last-generated-id' then newest = tonumber(string.match(info[i + 1], '^%d+')) end
        if info[i] == 'length' then length = info[i + 1] end
    end
end

if newest < tip then return {'lost', string.format('%.0f', newest)} end
if count == 0 then return {'appended', string.format('%.0f', newest)} end
if length + count > cap then return {'full', string.format('%.0f', length)} end

local now = redis.call('TIME')
local batch = string.format('%.0f', math.max(now[1] * 1000 + math.floor(now[2] / 1000), newest + 1))
for i = 0, count - 1 do
    local a = 2 + i * ATTRIBUTES
    local event = {
        'specversion', '1.0', 'id', ARGV[a + 1], 'source', ARGV[a + 2], 'type', ARGV[a + 3], 'subject', ARGV[a + 4],
        'time', ARGV[a + 5], 'datacontenttype', 'application/json', 'data', ARGV[a + 6]}
    if ARGV[a + 7] ~= '' then
        event[#event + 1] = 'traceparent'
        event[#event + 1] = ARGV[a + 7]
    end
    redis.call('XADD', stream, batch .. '-' .. (i + 1), unpack(event))
end
return {'appended', batch}
