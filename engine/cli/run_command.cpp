#include <cstdio>

#include "engine/cli/commands.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope run FILE [--python VERSION] [--limit NAME=N]...

Runs a Python program on a virtual clock: it prints what `python3 FILE` would print, and
asyncio.sleep takes no time. FILE may be - for standard input.

  --python VERSION which Python: 3.11, 3.14 (the default) or 3.15
  --limit NAME=N   bytes of values (memory) or of output, frames (recursion), digits of an integer

exit status: the program's own; 1 also where it is not Python, or uses what is not supported
  130  a KeyboardInterrupt has ended it: what a shell says of python3, which ends by the signal
  2    the command line is wrong, or FILE cannot be read
  3  the event loop would wait for ever: nothing is left that could wake it
  4  a limit was reached
)";

constexpr uint64_t kEvents = uint64_t(1) << 20;  // between looks at the output

void print(std::FILE* to, std::string_view text, size_t& printed) {
  if (text.size() > printed) std::fwrite(text.data() + printed, 1, text.size() - printed, to);
  printed = text.size();
}

}  // namespace

int run_command(const Words& words) {
  std::string_view path;
  RunOptions options;
  options.record = options.lines = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") return write_out(kHelp) ? kDone : kFailed;
    if (word == "--python" && i + 1 < words.size()) {
      if (!parse_version("run", words[++i], options.version)) return kUsage;
      continue;
    }
    if (word == "--limit" && i + 1 < words.size()) {
      if (!parse_limit("run", words[++i], options.limits)) return kUsage;
      continue;
    }
    if (word.size() > 1 && word[0] == '-') {
      return usage_error("run", "there is no option " + std::string(word));
    }
    if (!path.empty()) return usage_error("run", "more than one FILE");
    path = word;
  }
  if (path.empty()) return usage_error("run", "FILE is missing");
  std::string source;
  if (!read_source(path, source)) return kUsage;

  Run run(source, options);
  size_t out = 0, err = 0;
  RunState state;
  do {
    state = run.go(kEvents);
    print(stdout, run.out(), out);
    std::fflush(stdout);
    print(stderr, run.err(), err);
  } while (state == RunState::Paused);

  switch (state) {
    case RunState::Idle:
    case RunState::Limited: {
      const std::string message(run.message());
      std::fprintf(stderr, "awaitscope: %s\n", message.c_str());
      return state == RunState::Idle ? kIdle : kLimit;
    }
    default: return run.interrupted() ? kInterrupted : run.exit_status();
  }
}

}  // namespace awaitscope
