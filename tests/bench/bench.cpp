// The engine's side of the benchmark: runs one program, prints how long it took as JSON.
//
//   bench_engine PROGRAM.py N [--record | --no-record] [--repeat R]
//
// PROGRAM.py defines amain(n) (a coroutine function) or smain(n), and expect(n): the result that it
// must have. --record keeps every event, lines too.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "engine/vm/run.h"

using awaitscope::Run;

static std::string read_file(const char* path) {
  std::string text;
  FILE* file = std::fopen(path, "rb");
  if (!file) {
    std::fprintf(stderr, "%s: cannot be read\n", path);
    std::exit(2);
  }
  char buffer[4096];
  for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
  std::fclose(file);
  return text;
}

int main(int argc, char** argv) {
  bool record = true;
  int repeat = 3;
  const char* path = nullptr;
  const char* count = nullptr;
  for (int i = 1; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--no-record"))
      record = false;
    else if (!std::strcmp(argv[i], "--record"))
      record = true;
    else if (!std::strcmp(argv[i], "--repeat") && i + 1 < argc)
      repeat = std::atoi(argv[++i]);
    else if (!path)
      path = argv[i];
    else
      count = argv[i];
  }
  if (!path || !count) {
    std::fprintf(stderr,
                 "usage: bench_engine PROGRAM.py N [--record | --no-record] [--repeat R]\n");
    return 2;
  }
  std::string program = read_file(path);
  bool is_async = program.find("async def amain") != std::string::npos;
  std::string source =
      program + "\nimport asyncio\nresult = " + (is_async ? "asyncio.run(amain(" : "smain((") +
      count + "))\nprint(result == expect(" + count + "))\n";
  double best = 1e9;
  size_t events = 0, bytes = 0;
  for (int i = 0; i < repeat; ++i) {
    awaitscope::RunOptions options;
    options.record = record;
    options.limits.bytes_alive = size_t(8) << 30;
    auto begin = std::chrono::steady_clock::now();
    Run run(source, options);
    Run::Status status = run.go(uint64_t(1) << 40);
    double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (status != Run::Status::Finished || run.out() != "True\n") {
      std::fprintf(stderr, "%s: wrong result\n%.*s%.*s", path, int(run.out().size()),
                   run.out().data(), int(run.err().size()), run.err().data());
      return 1;
    }
    if (seconds < best) best = seconds;
    events = run.recording().size();
    bytes = run.recording().bytes();
  }
  std::printf("{\"best_s\": %.6f, \"events\": %zu, \"bytes\": %zu}\n", best, events, bytes);
}
