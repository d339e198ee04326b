#pragma once
// How a run stands or has ended: the one enum for that, and its words.

#include <cstdint>
#include <string>
#include <string_view>

namespace awaitscope {

enum class RunState : uint8_t {
  Paused,    // its budget of events is used up: it can go on
  Finished,  // the program has run to its end: the exit status says how
  Idle,      // the event loop would wait for ever: nothing can wake it
  Limited,   // a limit has ended it
  Rejected,  // not Python, or outside what the engine supports: nothing was run
};

struct RunEnd {
  RunState state = RunState::Finished;
  int exit_status = 0;  // where Finished or Rejected
};

// "budget", "idle", "limit"; empty where the exit status says it.
std::string_view word_of(RunState state);
// "exit 0", or the word.
std::string in_words(const RunEnd& end);

}  // namespace awaitscope
