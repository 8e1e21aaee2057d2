-- Acknowledges what a consumer group has settled and hands it the next entries: first those handed out before and not
-- acknowledged, then new ones. So an answer that is lost on the way is simply given again, in the same order.
--
-- KEYS[1]  stream  the producing service's stream, `{events:<service>}`
-- ARGV[1]  text    group: the consumer's name; created from the beginning of the stream if it is missing
-- ARGV[2]  number  the most entries wanted
-- ARGV[3…] text    ids of settled entries
--
-- Returns {id of the newest entry the stream ever had, {{entry id, {name, value, …}}, …}}.

local stream, group, limit = KEYS[1], ARGV[1], ARGV[2]
local MEMBER = 'active' -- one process at a time reads for the group, so all of them share one name

local function read(from)
    return redis.pcall('XREADGROUP', 'GROUP', group, MEMBER, 'COUNT', limit, 'STREAMS', stream, from)
end

local function newest()
    local info = redis.call('XINFO', 'STREAM', stream)
    for i = 1, #info, 2 do
        if info[i] == 'last-generated-id' then return info[i + 1] end
    end
end

for i = 3, #ARGV do redis.call('XACK', stream, group, ARGV[i]) end

local answer = read('0')
if answer and answer.err and string.find(answer.err, 'NOGROUP') then
    redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
    answer = read('0')
end
if answer and not answer.err and #answer[1][2] == 0 then answer = read('>') end
if answer and answer.err then return answer end
return {newest(), answer and answer[1][2] or {}}
