#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "engine/cli/commands.h"
#include "engine/recording/pictures/svg.h"
#include "engine/recording/traces/trace.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

constexpr std::string_view kHelp =
    R"(usage: awaitscope trace FILE [--format text|json|chrome|mermaid|svg] [--lines] [--budget EVENTS]
                             [--python VERSION] [--limit NAME=N]...
                             [--steps FIRST-LAST] [--theme auto|light|dark|contrast] [--width N]

Runs a Python program and writes what happened, in order. FILE may be - for standard input.

  --format text    for people: one line for each event (the default)
  --format json    for programs: {"python", "exit", "stdout", "stderr", "events"}; an event is
                   [kind, function, line, turn of the event loop, virtual time]
  --format chrome  Trace Event Format: open it in https://ui.perfetto.dev or chrome://tracing
  --format mermaid a sequence diagram: paste it where Mermaid is drawn
  --format svg     a picture of the timeline, for a feed, a slide or an article
  --lines          events for every line run too
  --budget EVENTS  end after so many events (200000); lines count a tenth
  --python VERSION which Python: 3.11, 3.14 (the default) or 3.15
  --limit NAME=N   bytes of values (memory) or of output, frames (recursion), digits of an integer

A picture takes these too:
  --steps FIRST-LAST  these steps alone, with the numbers that the page and the picture have: 15-40
  --theme THEME    light, dark or contrast; auto (the default) is light, and dark for readers whose
                   system is, where that is known: in browsers, not in most programs for slides
  --width N        so many points wide, 320 to 4000 (720)

exit status: 0 where there is a trace, however the program ended; 2 the command line is wrong, or
FILE cannot be read
)";

constexpr std::string_view kFormats[] = {"text", "json", "chrome", "mermaid", "svg"};
constexpr unsigned long long kLinesPerEvent = 10;

struct Options {
  std::string_view path, format = "text";
  TraceLines lines = TraceLines::Left;
  unsigned long long budget = kDefaultBudget;
  RunOptions run;
  TimelinePicture picture;
  std::string_view picture_option;  // the first one on the command line
};

bool parse_theme(std::string_view word, std::optional<Theme>& to) {
  constexpr std::pair<std::string_view, std::optional<Theme>> kThemes[] = {
      {"auto", {}},
      {"light", Theme::Light},
      {"dark", Theme::Dark},
      {"contrast", Theme::HighContrast}};
  for (const auto& [name, theme] : kThemes) {
    if (name != word) continue;
    to = theme;
    return true;
  }
  return false;
}

// "15-40"
bool parse_steps(std::string_view word, TimelinePicture& to) {
  const size_t dash = std::min(word.find('-'), word.size());
  const auto number = [](std::string_view digits, uint32_t& n) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  return number(word.substr(0, dash), to.first) && dash < word.size() &&
         number(word.substr(dash + 1), to.last) && to.first <= to.last;
}

bool parse_width(std::string_view word, float& to) {
  unsigned long long width = 0;
  if (!parse_count(word, width) || width < TimelinePicture::kLeastWidth ||
      width > TimelinePicture::kMostWidth) {
    return false;
  }
  to = float(width);
  return true;
}

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
    const bool takes_value = word == "--format" || word == "--budget" || word == "--limit" ||
                             word == "--python" || word == "--steps" || word == "--theme" ||
                             word == "--width";
    if (takes_value && i + 1 == words.size()) return wrong(std::string(word) + " needs a value");
    if (word == "--format") {
      options.format = words[++i];
      if (std::find(std::begin(kFormats), std::end(kFormats), options.format) ==
          std::end(kFormats)) {
        return wrong("--format is text, json, chrome, mermaid or svg, not " +
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
    } else if (word == "--steps" || word == "--theme" || word == "--width") {
      if (options.picture_option.empty()) options.picture_option = word;
      const std::string value(words[++i]);
      if (word == "--steps" && !parse_steps(value, options.picture))
        return wrong("--steps is FIRST-LAST, as in 15-40, not " + value);
      if (word == "--theme" && !parse_theme(value, options.picture.theme))
        return wrong("--theme is auto, light, dark or contrast, not " + value);
      if (word == "--width" && !parse_width(value, options.picture.width))
        return wrong("--width is 320 to 4000 points, not " + value);
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
  if (!options.picture_option.empty() && options.format != "svg")
    return wrong(std::string(options.picture_option) + " is for a picture: add --format svg");
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
  TimelineModel timeline;
  if (options.format == "svg") {
    timeline.extend(recording);
    if (options.picture.first >= std::max(1u, timeline.steps())) {
      return usage_error("trace", "the run has the steps 0 to " +
                                      std::to_string(timeline.steps() - 1) +
                                      ": --steps has to begin there");
    }
  }
  const std::string text = options.format == "json"      ? trace_json(recording, end, options.lines)
                           : options.format == "chrome"  ? trace_chrome(recording)
                           : options.format == "mermaid" ? trace_mermaid(recording)
                           : options.format == "svg"
                               ? timeline_svg(timeline, recording, options.picture)
                               : trace_text(recording, end, options.lines, source);
  return write_out(text) ? kDone : kFailed;
}

}  // namespace awaitscope
