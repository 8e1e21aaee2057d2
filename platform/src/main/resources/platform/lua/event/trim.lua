-- Trims a stream: only entries that every consumer group has acknowledged and that are old enough go.
--
-- KEYS[1]  stream  the service's stream, `{events:<service>}`
-- ARGV[1]  number  milliseconds for which acknowledged entries are kept
--
-- Returns {entries left, settled batch, slowest group}: every batch before the settled one is acknowledged by every
-- group; the slowest group is the one that holds back trimming, '' if there is none.

local stream, keep = KEYS[1], tonumber(ARGV[1])
if redis.call('EXISTS', stream) == 0 then return {0, '0', ''} end

local function pairsOf(flat)
    local map = {}
    for i = 1, #flat, 2 do map[flat[i]] = flat[i + 1] end
    return map
end

local function parse(id)
    local millis, sequence = string.match(id, '^(%d+)-(%d+)$')
    return tonumber(millis), tonumber(sequence)
end

local function before(a, b)
    local am, as = parse(a)
    local bm, bs = parse(b)
    return am < bm or (am == bm and as < bs)
end

-- The first entry this group still needs, or the last one it has taken: both may stay, all before it are settled.
local function needed(group)
    if group['pending'] == 0 then return group['last-delivered-id'] end
    return redis.call('XPENDING', stream, group['name'])[2]
end

local now = redis.call('TIME')
local nowMillis = now[1] * 1000 + math.floor(now[2] / 1000)
local settled, slowest = string.format('%.0f-0', nowMillis), ''
for _, flat in ipairs(redis.call('XINFO', 'GROUPS', stream)) do
    local group = pairsOf(flat)
    local id = needed(group)
    if before(id, settled) then settled, slowest = id, group['name'] end
end

local oldest = string.format('%.0f-0', nowMillis - keep)
redis.call('XTRIM', stream, 'MINID', before(settled, oldest) and settled or oldest)
return {redis.call('XLEN', stream), (string.format('%.0f', (parse(settled)))), slowest}
