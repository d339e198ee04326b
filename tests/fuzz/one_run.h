// What the targets that run programs share: one whole run with small limits, and what is shown of
// it at some of its steps.

#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "engine/recording/reading/reader.h"
#include "engine/recording/traces/trace.h"
#include "engine/run/run.h"

namespace awaitscope {

inline void require(bool holds, const char* what) {
  if (holds) return;
  fprintf(stderr, "broken: %s\n", what);
  abort();
}

// Runs the source under that version of Python until it ends or has recorded 5,000 events; says how
// it ended.
inline RunState run_and_look(std::string_view source, Version version) {
  constexpr uint64_t kEvents = 5000, kLooks = 7;
  RunOptions options;
  options.version = version;
  options.limits.bytes_alive = 16u << 20;
  options.limits.output_bytes = 64u << 10;
  options.limits.recursion = 200;
  options.limits.integer_digits = 2000;
  Run run(source, options);
  const RunState state = run.go(kEvents);
  switch (state) {
    case RunState::Idle:
    case RunState::Limited: require(!run.message().empty(), "a limit says which"); break;
    case RunState::Rejected: require(run.error() != nullptr, "a rejection says why"); break;
    default: break;
  }
  const Recording& recording = run.recording();
  const Reader reader(recording);
  for (uint64_t look = 0; look <= kLooks; ++look) {
    const size_t step = (reader.steps() - 1) * look / kLooks;
    const Moment moment = reader.moment(step);
    require(moment.step == step, "a moment is of its step");
    explain(reader, recording, step);
  }
  return state;
}

}  // namespace awaitscope
