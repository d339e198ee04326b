#include <algorithm>

#include "engine/cli/commands.h"
#include "engine/recording/traces/trace.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope trace FILE [--format text|json|chrome|mermaid] [--lines] [--budget EVENTS]
                             [--python VERSION] [--limit NAME=N]...

Runs a Python program and writes what happened, in order. FILE may be - for standard input.

  --format text    for people: one line for each event (the default)
  --format json    for programs: {"python", "exit", "stdout", "stderr", "events"}; an event is
                   [kind, function, line, turn of the event loop, virtual time]
  --format chrome  Trace Event Format: open it in https://ui.perfetto.dev or chrome://tracing
  --format mermaid a sequence diagram: paste it where Mermaid is drawn
  --lines          events for every line run too
  --budget EVENTS  end after so many events (200000); lines count a tenth
  --python VERSION which Python: 3.11, 3.14 (the default) or 3.15
  --limit NAME=N   bytes of values (memory) or of output, frames (recursion), digits of an integer

exit status: 0 where there is a trace, however the program ended; 2 the command line is wrong, or
FILE cannot be read
)";

constexpr unsigned long long kBudget = 200'000;
constexpr unsigned long long kLinesPerEvent = 10;

struct Options {
  std::string_view path, format = "text";
  TraceLines lines = TraceLines::Left;
  unsigned long long budget = kBudget;
  RunOptions run;
};

// Runs until the program ends or has gone past the budget.
RunEnd run_within(Run& run, unsigned long long budget) {
  const Recording& recording = run.recording();
  unsigned long long events = 0, lines = 0;
  for (size_t counted = 0;;) {
    RunState state = run.go(std::min<uint64_t>(budget, 1 << 16));
    TraceCount fresh = count_trace(recording, counted);
    counted = recording.size();
    events += fresh.events;
    lines += fresh.lines;
    if (events > budget || lines > budget * kLinesPerEvent) return {RunState::Paused};
    if (state != RunState::Paused) return run.end();
  }
}

// False after saying what is wrong.
bool parse(const Words& words, Options& options) {
  auto wrong = [](std::string what) {
    usage_error("trace", what);
    return false;
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool takes_value =
        word == "--format" || word == "--budget" || word == "--limit" || word == "--python";
    if (takes_value && i + 1 == words.size()) return wrong(std::string(word) + " needs a value");
    if (word == "--format") {
      options.format = words[++i];
      if (options.format != "text" && options.format != "json" && options.format != "chrome" &&
          options.format != "mermaid") {
        return wrong("--format is text, json, chrome or mermaid, not " +
                     std::string(options.format));
      }
    } else if (word == "--budget") {
      if (!parse_count(words[++i], options.budget)) {
        return wrong("--budget is a number of events, not " + std::string(words[i]));
      }
    } else if (word == "--python") {
      if (!parse_version("trace", words[++i], options.run.version)) return false;
    } else if (word == "--limit") {
      if (!parse_limit("trace", words[++i], options.run.limits)) return false;
    } else if (word == "--lines") {
      options.lines = TraceLines::Written;
    } else if (word.size() > 1 && word[0] == '-') {
      return wrong("there is no option " + std::string(word));
    } else if (!options.path.empty()) {
      return wrong("more than one FILE");
    } else {
      options.path = word;
    }
  }
  return !options.path.empty() || wrong("FILE is missing");
}

}  // namespace

int trace_command(const Words& words) {
  if (std::find(words.begin(), words.end(), "--help") != words.end() ||
      std::find(words.begin(), words.end(), "-h") != words.end()) {
    return write_out(kHelp) ? kDone : kFailed;
  }
  Options options;
  if (!parse(words, options)) return kUsage;
  std::string source;
  if (!read_source(options.path, source)) return kUsage;
  // Lines are recorded in any case: a loop that does nothing else has to use up the budget too.
  Run run(source, options.run);
  const RunEnd end = run_within(run, options.budget);
  const Recording& recording = run.recording();
  const std::string text = options.format == "json"     ? trace_json(recording, end, options.lines)
                           : options.format == "chrome" ? trace_chrome(recording)
                           : options.format == "mermaid"
                               ? trace_mermaid(recording)
                               : trace_text(recording, end, options.lines, source);
  return write_out(text) ? kDone : kFailed;
}

}  // namespace awaitscope
