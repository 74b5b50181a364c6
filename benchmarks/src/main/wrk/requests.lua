-- Sends GET, or with a file of forms as argument POST, one form after the other for ever.
-- BENCH_AUTHORIZATION is the Authorization header of the forms. Ends with one line of JSON.
local requests = {}
local turn = 0

function init(arguments)
    local file = arguments[1]
    if file == nil then
        requests[1] = wrk.format("GET")
        return
    end
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    wrk.headers["Authorization"] = os.getenv("BENCH_AUTHORIZATION")
    for form in io.lines(file) do
        requests[#requests + 1] = wrk.format("POST", nil, nil, form)
    end
end

function request()
    turn = turn % #requests + 1
    return requests[turn]
end

function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format(
        '{"requests":%d,"micros":%d,"bytes":%d,"refused":%d,"failed":%d}\n',
        summary.requests, summary.duration, summary.bytes, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout))
end
