// The engine's side of the benchmarks; prints what it has measured as JSON.
//
//   bench_engine run PROGRAM.py N [--record | --no-record] [--repeat R]
//       the best time of R runs; --record keeps every event, lines too
//   bench_engine answer PROGRAM.py [--record | --no-record]
//       a run for each N that it reads, a line each; answers with the seconds that it took
//   bench_engine growth PROGRAM.py N EVENTS...
//       time and memory of recording and indexing so many events
//   bench_engine jump PROGRAM.py N EVENTS
//       moments at random steps of a recording of so many events
//   bench_engine toggle
//       random settings of the switches: source, compile, run, record, moment
//
// PROGRAM.py defines amain(n) (a coroutine function) or smain(n), and expect(n): the result that it
// must have.

#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>

#include "engine/recording/reading/reader.h"
#include "engine/run/run.h"
#include "engine/session/session.h"
#include "tests/bench/measure.h"

namespace awaitscope::bench {

namespace {

RunOptions options_of(bool record) {
  RunOptions options;
  options.record = record;
  options.limits.bytes_alive = SIZE_MAX / 2;
  return options;
}

int fail(const char* path, const Run& run) {
  std::fprintf(stderr, "%s: wrong result\n%.*s%.*s", path, int(run.out().size()), run.out().data(),
               int(run.err().size()), run.err().data());
  return 1;
}

// The seconds that the whole of it takes; negative: it does not finish, or not with the right
// result.
double seconds_of(Run& run) {
  double begin = cpu_now();
  RunState status = run.go(UINT64_MAX / 2);
  double taken = cpu_now() - begin;
  return status == RunState::Finished && run.out() == "True\n" ? taken : -1;
}

int answer(const char* path, bool record) {
  char count[32];
  while (std::fgets(count, sizeof count, stdin)) {
    count[std::strcspn(count, "\n")] = 0;
    Run run(program_of(path, count), options_of(record));
    double taken = seconds_of(run);
    if (taken < 0) return fail(path, run);
    std::printf("%.6f\n", taken);
    std::fflush(stdout);
  }
  return 0;
}

int run(const char* path, const char* count, bool record, int repeat) {
  std::string source = program_of(path, count);
  double best = 1e9;
  size_t events = 0, bytes = 0;
  for (int i = 0; i < repeat; ++i) {
    Run run(source, options_of(record));
    double taken = seconds_of(run);
    if (taken < 0) return fail(path, run);
    best = std::min(best, taken);
    events = run.recording().size();
    bytes = run.recording().bytes();
    if (record && i + 1 == repeat) bytes += Reader(run.recording()).bytes();
  }
  std::printf("{\"best_s\": %.6f, \"events\": %zu, \"bytes\": %zu}\n", best, events, bytes);
  return 0;
}

int growth(const char* path, const char* count, const std::vector<size_t>& sizes) {
  std::string source = program_of(path, count);
  const char* separator = "[";
  for (size_t size : sizes) {
    double best = 1e9;
    size_t events = 0, bytes = 0;
    for (int i = 0; i < 5; ++i) {
      double begin = cpu_now();
      Run run(source, options_of(true));
      if (run.go(size) != RunState::Paused) return fail(path, run);
      Reader reader(run.recording());
      best = std::min(best, cpu_now() - begin);
      events = run.recording().size();
      bytes = run.recording().bytes() + reader.bytes();
    }
    std::printf("%s{\"events\": %zu, \"seconds\": %.6f, \"bytes\": %zu}", separator, events, best,
                bytes);
    separator = ", ";
  }
  std::printf("]\n");
  return 0;
}

int jump(const char* path, const char* count, size_t size) {
  std::string source = program_of(path, count);
  Run run(source, options_of(true));
  if (run.go(size) != RunState::Paused) return fail(path, run);
  Reader reader(run.recording());
  std::mt19937_64 random(1);
  std::vector<double> times;
  size_t tasks = 0;
  for (int i = 0; i < 2000; ++i) {
    size_t step = random() % reader.steps();
    double begin = cpu_now();
    Moment moment = reader.moment(step);
    times.push_back(cpu_now() - begin);
    tasks = std::max(tasks, moment.tasks.size());
  }
  std::printf("{\"events\": %zu, \"steps\": %zu, \"tasks\": %zu, \"moment\": %s}\n",
              run.recording().size(), reader.steps(), tasks, quantiles(times).c_str());
  return 0;
}

int toggle() {
  std::mt19937_64 random(1);
  Session session;
  std::vector<double> times;
  for (int i = 0; i < 4000; ++i) {
    Toggles toggles = Toggles::from_number(random() % kCombinationCount);
    double begin = cpu_now();
    session.set(toggles);
    session.seek(session.steps() / 2);
    session.moment();
    times.push_back(cpu_now() - begin);
  }
  std::printf("{\"toggle\": %s}\n", quantiles(times).c_str());
  return 0;
}

int usage() {
  std::fprintf(stderr,
               "usage: bench_engine run PROGRAM.py N [--record | --no-record] [--repeat R]\n"
               "       bench_engine answer PROGRAM.py [--record | --no-record]\n"
               "       bench_engine growth PROGRAM.py N EVENTS...\n"
               "       bench_engine jump PROGRAM.py N EVENTS\n"
               "       bench_engine toggle\n");
  return 2;
}

}  // namespace

static int bench(int argc, char** argv) {
  std::string_view what = argc > 1 ? argv[1] : "";
  if (what == "toggle" && argc == 2) return toggle();
  if (what == "answer" && argc == 4) return answer(argv[2], !!std::strcmp(argv[3], "--no-record"));
  if (argc < 4) return usage();
  const char *path = argv[2], *count = argv[3];
  if (what == "jump" && argc == 5) return jump(path, count, size_t(std::atoll(argv[4])));
  if (what == "growth" && argc > 4) {
    std::vector<size_t> sizes;
    for (int i = 4; i < argc; ++i) sizes.push_back(size_t(std::atoll(argv[i])));
    return growth(path, count, sizes);
  }
  if (what != "run") return usage();
  bool record = true;
  int repeat = 3;
  for (int i = 4; i < argc; ++i) {
    if (!std::strcmp(argv[i], "--no-record"))
      record = false;
    else if (!std::strcmp(argv[i], "--repeat") && i + 1 < argc)
      repeat = std::atoi(argv[++i]);
    else if (std::strcmp(argv[i], "--record"))
      return usage();
  }
  return run(path, count, record, repeat);
}

}  // namespace awaitscope::bench

int main(int argc, char** argv) { return awaitscope::bench::bench(argc, argv); }
