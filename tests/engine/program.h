#pragma once
// A Python program that has run, for tests of what runs it.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/run/run.h"

namespace awaitscope {

// Under the Python that most of these tests were written for; what another does differently has
// tests that say so.
inline RunOptions under(Version version, RunOptions options = {}) {
  options.version = version;
  return options;
}

struct Program {
  explicit Program(std::string_view source, const RunOptions& options = under(Version::V3_11))
      : run(source, options) {
    run.go(UINT64_MAX / 2);
  }

  // What it printed, a line each.
  std::vector<std::string> lines() const {
    std::vector<std::string> lines;
    std::string_view left = run.out();
    while (!left.empty()) {
      const size_t length = std::min(left.find('\n'), left.size());
      lines.emplace_back(left.substr(0, length));
      left.remove_prefix(std::min(length + 1, left.size()));
    }
    return lines;
  }

  // The turns of the event loop in which there was such an event of that subject, in order.
  // Tasks, futures and handles are numbered from 1 in order of making: task 1 is asyncio.run's.
  std::vector<uint32_t> turns(EventKind kind, uint32_t subject) const {
    std::vector<uint32_t> turns;
    uint32_t turn = 0;
    for (size_t i = 0; i < run.recording().size(); ++i) {
      const Event& event = run.recording()[i];
      if (event.kind() == EventKind::TurnBegun) turn = event.operand;
      if (event.kind() == kind && event.subject == subject) turns.push_back(turn);
    }
    return turns;
  }

  size_t count(EventKind kind) const {
    size_t count = 0;
    for (size_t i = 0; i < run.recording().size(); ++i) count += run.recording()[i].kind() == kind;
    return count;
  }

  Run run;
};

using Lines = std::vector<std::string>;
using Turns = std::vector<uint32_t>;

}  // namespace awaitscope
