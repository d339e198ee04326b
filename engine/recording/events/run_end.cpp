#include "engine/recording/events/run_end.h"

namespace awaitscope {

std::string_view word_of(RunState state) {
  switch (state) {
    case RunState::Paused: return "budget";
    case RunState::Idle: return "idle";
    case RunState::Limited: return "limit";
    case RunState::Finished:
    case RunState::Rejected: break;
  }
  return {};
}

std::string in_words(const RunEnd& end) {
  const std::string_view word = word_of(end.state);
  return word.empty() ? "exit " + std::to_string(end.exit_status) : std::string(word);
}

}  // namespace awaitscope
