#pragma once
// What the benchmarks share: clocks, quantiles, the programs.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace awaitscope::bench {

// Seconds by the wall clock, for what is compared with another program run in the same way.
inline double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Seconds that this process has computed, whatever else the machine does: for limits. A browser
// does not tell that.
inline double cpu_now() {
#ifdef __EMSCRIPTEN__
  return now();
#elif defined CLOCK_PROCESS_CPUTIME_ID
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
#else
  return double(std::clock()) / CLOCKS_PER_SEC;
#endif
}

// Of many durations: {"p50_ms": ..., "p99_ms": ..., "max_ms": ..., "count": ...}
inline std::string quantiles(std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  auto at = [&](double part) { return seconds[size_t(part * double(seconds.size() - 1))] * 1e3; };
  char text[160];
  std::snprintf(text, sizeof text,
                "{\"p50_ms\": %.4f, \"p99_ms\": %.4f, \"max_ms\": %.4f, \"count\": %zu}", at(0.5),
                at(0.99), at(1), seconds.size());
  return text;
}

// The program, made to run its main function with `count`.
inline std::string program_of(const char* path, const std::string& count) {
  std::string text;
  FILE* file = std::fopen(path, "rb");
  if (!file) {
    std::fprintf(stderr, "%s: cannot be read\n", path);
    std::exit(2);
  }
  char buffer[4096];
  for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  bool is_async = text.find("async def amain") != std::string::npos;
  return text + "\nimport asyncio\nresult = " + (is_async ? "asyncio.run(amain(" : "smain((") +
         count + "))\nprint(result == expect(" + count + "))\n";
}

}  // namespace awaitscope::bench
