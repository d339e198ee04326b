#pragma once
// One run of one program, as the session and the command line see it: engine/vm/run.h in words that
// do not bring the machine's headers along.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/recording/events/recording.h"
#include "engine/syntax/syntax.h"
#include "engine/vm/injection.h"

namespace awaitscope {

enum class RunState : uint8_t {
  Finished,  // to its end: exit_status() says how
  Paused,    // the budget of events is used up: more() goes on
  Idle,      // the loop would wait for ever
  Limited,   // a limit ended the run: message() says which
  Rejected,  // not Python, or outside what the engine supports: error() says where
};

// "exit 0", "idle", "budget", "limit".
std::string end_in_words(RunState state, int exit_status);

struct ExecutionOptions {
  bool record = true;                 // events; output is kept in any case
  bool lines = true;                  // an event for every line too
  std::vector<Injection> injections;  // in order of their events
  // Limits; 0 is the usual one.
  uint64_t memory = 0, output = 0;  // bytes
  uint64_t recursion = 0;           // frames
  uint64_t digits = 0;              // of an integer
};

class Execution {
 public:
  explicit Execution(std::string_view source, const ExecutionOptions& options = {});
  ~Execution();

  RunState go(uint64_t events);  // runs on for about that many events
  RunState state() const;
  int exit_status() const;                     // where Finished or Rejected
  std::string_view message() const;            // where Idle or Limited
  const SyntaxError* error() const;            // where Rejected
  std::string_view injection_problem() const;  // why something injected cannot be raised; or empty
  std::string_view out() const, err() const;
  const Recording& recording() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace awaitscope
