#pragma once
// Something done to a task from outside of the program, at a place of its recording. Runs being
// deterministic, the same program with an injection is the same up to there.

#include <cstdint>
#include <string>

namespace awaitscope {

struct Injection {
  uint32_t event = 0;  // it comes as soon after this event as nothing runs
  uint32_t task = 0;   // its number in the recording; nothing happens where it is over by then
  // What is raised where it waits: an expression for an exception, or a class of them, in the
  // program's own namespace. Empty: cancel().
  std::string exception;
  bool operator==(const Injection&) const = default;
};

}  // namespace awaitscope
