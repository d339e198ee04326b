#pragma once
// One run of one program: source text in, recording, output and exit status out.
//
// Specified by what `python3 main.py` does with it on a virtual clock. Several runs may exist at
// the same time; their steps do not interleave within one go().

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/asyncio/injection.h"
#include "engine/objects/limits.h"
#include "engine/recording/events/recording.h"
#include "engine/recording/events/run_end.h"
#include "engine/syntax/syntax.h"

namespace awaitscope {

// Events that the page and the command line run, unless told otherwise.
inline constexpr uint64_t kDefaultBudget = 200'000;

struct RunOptions {
  Version version = kDefaultVersion;
  bool record = true;  // events; output is kept in any case
  bool lines = true;   // an event for every line too
  Limits limits;
  std::vector<Injection> injections;  // in order of their events; they need a recording
};

class Run {
 public:
  explicit Run(std::string_view source, const RunOptions& options = {});
  ~Run();

  // Goes on until the program ends or about that many more events are recorded.
  RunState go(uint64_t events);
  RunState state() const;
  int exit_status() const;  // of a Finished or Rejected run
  // A KeyboardInterrupt that nobody caught has ended the program, with status 1: after that,
  // python3 ends itself by the signal, SIGINT.
  bool interrupted() const;
  RunEnd end() const { return {state(), exit_status()}; }
  std::string_view message() const;  // of an Idle or Limited run: which limit, and how to raise it
  const SyntaxError* error() const;  // of a Rejected run
  std::string_view injection_problem() const;  // why the last that cannot be raised cannot
  std::string_view out() const, err() const;   // everything printed so far
  const Recording& recording() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace awaitscope
