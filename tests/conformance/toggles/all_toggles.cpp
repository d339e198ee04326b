// Runs every combination of the toggles in the engine and compares with what CPython said; and sees
// that every step of each has an explanation, and every mistake what to write instead.
//
//     all_toggles DIGESTS-3.14 [--every N] [FIRST LAST]
//
// DIGESTS-... is a file beside this one, of what that version of CPython said; check_toggles.py
// says how it is laid out and made,
// ../digest.py what a digest is. FIRST and LAST are numbers of combinations; --every 13 takes one
// of 13. Prints the toggles of
// the first combinations that differ (`check_toggles.py` shows where) or have a step that is not
// explained, with that step, and ends with
// `N passed, N failed`; the exit status is 1 if any failed.

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/lesson/source.h"
#include "engine/recording/reading/reader.h"
#include "engine/recording/traces/trace.h"
#include "engine/run/run.h"

namespace awaitscope {

namespace {

constexpr std::size_t kDigits = 6;
constexpr std::size_t kShown = 20;            // failures that are printed
constexpr std::uint64_t kEvents = 2'000'000;  // far more than any of these programs has

constexpr std::array<std::uint32_t, 256> crc_table() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t value = byte;
    for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ (value & 1 ? 0xEDB88320u : 0);
    table[byte] = value;
  }
  return table;
}

std::uint32_t crc32(std::string_view text) {
  static constexpr std::array<std::uint32_t, 256> kTable = crc_table();
  std::uint32_t value = ~0u;
  for (char c : text) value = kTable[(value ^ static_cast<unsigned char>(c)) & 0xFF] ^ value >> 8;
  return ~value;
}

std::string digest(std::string_view canonical) {
  char digits[kDigits + 1];
  std::snprintf(digits, sizeof digits, "%06x", static_cast<unsigned>(crc32(canonical) & 0xFFFFFF));
  return digits;
}

// The trace as digest.py has it: no "python", no newline at the end.
std::string canonical_result(const Run& run) {
  const std::string json = trace_json(run.recording(), run.end(), TraceLines::Written);
  const std::size_t first = json.find("\"exit\"");
  return "{" + json.substr(first, json.find_last_not_of('\n') + 1 - first);
}

bool is_said_well(const Explanation& said) {
  const bool ends = said.text.ends_with('.') || said.text.ends_with('`');
  return said.text.size() > 10 && ends && said.text.find('{') == std::string::npos &&
         said.text.find("``") == std::string::npos &&
         said.link.starts_with("https://docs.python.org/3.") && !said.link_title.empty();
}

// The first step that is not explained, or a word on what went wrong without being explained; empty
// if all is well. What a program writes to standard error is about a mistake, and so says what to
// write instead, but for the exceptions that the toggles raise on purpose.
std::string explanation_fault(const Run& run) {
  const Recording& recording = run.recording();
  const Reader reader(recording);
  for (std::size_t step = 0; step < reader.steps(); ++step) {
    const Explanation said = explain(reader, recording, step);
    if (!is_said_well(said)) return "step " + std::to_string(step) + ": " + said.text;
    const Event& event = recording[reader.event_of(step)];
    if (event.kind() != EventKind::Err || !said.instead.empty()) continue;
    const std::string_view written = recording.text(event.operand);
    const bool on_purpose = written.find(" failed\n") != std::string_view::npos ||
                            written.ends_with("CancelledError\n");
    if (!on_purpose) {
      return "step " + std::to_string(step) +
             " does not say what to write instead of what led to " + std::string(written);
    }
  }
  return {};
}

std::string digits_of(const char* path) {
  std::string digits;
  if (std::FILE* file = std::fopen(path, "rb")) {
    for (int c; (c = std::fgetc(file)) != EOF;) {
      if (c != '\n') digits += static_cast<char>(c);
    }
    std::fclose(file);
  }
  return digits;
}

int check(const char* path, std::size_t first, std::size_t last, std::size_t stride) {
  const std::string_view name(path);
  const std::optional<Version> named = version_named(name.substr(name.rfind('-') + 1));
  if (!named) {
    std::fprintf(stderr, "%s does not end with a version\n", path);
    return 2;
  }
  const Version version = *named;
  const std::string kept = digits_of(path);
  if (kept.size() != kDigits * kCombinationCount) {
    std::fprintf(stderr, "%s does not hold %zu digests\n", path, kCombinationCount);
    return 2;
  }
  std::size_t failed = 0, asked = 0;
  for (std::size_t number = first; number <= last; number += stride, ++asked) {
    const Toggles toggles = Toggles::from_number(number);
    RunOptions options;
    options.version = version;
    Run run(source_of(toggles), options);
    run.go(kEvents);
    const bool agrees = kept.compare(number * kDigits, kDigits, digest(canonical_result(run))) == 0;
    const std::string fault = explanation_fault(run);
    if (agrees && fault.empty()) continue;
    if (++failed > kShown) continue;
    std::printf("%zu: %s%s%s\n", number, options_of(toggles).c_str(),
                agrees ? "" : ": not as CPython", fault.empty() ? "" : (": " + fault).c_str());
  }
  if (failed > kShown) std::printf("... and %zu more\n", failed - kShown);
  std::printf("%zu passed, %zu failed\n", asked - failed, failed);
  return failed ? 1 : 0;
}

}  // namespace

}  // namespace awaitscope

int main(int count, char** words) {
  using awaitscope::kCombinationCount;
  std::size_t first = 0, last = kCombinationCount - 1, stride = 1;
  auto number = [&](int index) { return std::strtoul(words[index], nullptr, 10); };
  int next = 2;
  if (count >= next + 2 && std::string_view(words[next]) == "--every") {
    stride = number(next + 1);
    next += 2;
  }
  if (count == next + 2) {
    first = number(next);
    last = number(next + 1);
    next += 2;
  }
  if (count != next || stride == 0 || first > last || last >= kCombinationCount) {
    std::fputs("usage: all_toggles DIGESTS-3.14 [--every N] [FIRST LAST]\n", stderr);
    return 2;
  }
  return awaitscope::check(words[1], first, last, stride);
}
