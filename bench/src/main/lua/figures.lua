-- For wrk: pauses between the requests of a connection, where PAUSE_MILLIS says so, and one line of figures at the end.

local pause = tonumber(os.getenv("PAUSE_MILLIS") or "0")

if pause > 0 then
   -- Of every length up to twice the mean, so that connections do not march in step.
   function delay()
      return math.random(0, 2 * pause)
   end
end

-- Requests, microseconds, failures, and the latency in microseconds: median, 99th percentile, longest.
function done(summary, latency, requests)
   local errors = summary.errors
   local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
   io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration, failed,
      latency:percentile(50.0), latency:percentile(99.0), latency.max))
end
