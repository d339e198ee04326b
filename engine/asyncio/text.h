#pragma once
// What asyncio prints of its objects: futures, tasks, handles, callbacks. Values in them are
// shortened as the reprlib module does, https://docs.python.org/3.11/library/reprlib.html.

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/asyncio/loop.h"

namespace awaitscope {

// Writes what it can without running Python code, and keeps a note of the values whose repr() has
// to be asked of the program; describe() asks for those and has it written once more.
class Describer {
 public:
  std::string future(Value future);  // "<Task pending name='Task-1' coro=<...>>"
  std::string handle(const Handle* handle);
  std::string callable(Value callable, const std::vector<Ref>& arguments);  // "f(1) at main.py:3"
  std::string full(Value value);                                            // repr(value)
  std::string limited(Value value);                                         // reprlib.repr(value)

  bool for_recording =
      false;  // values are shown as everywhere in the recording, nothing is unknown
  bool with_arguments = true;  // of callbacks; since 3.13 those of a loop in debug mode alone
  std::vector<Ref> unknown;
  bool too_deep = false;  // a functools.partial of partials that never ends
  bool is_complete() const { return unknown.empty() && !too_deep; }
  std::unordered_map<const Object*, std::string> known;

 private:
  std::string limited(Value value, int level);
  std::string items(Value value, const Value* items, uint32_t count, uint32_t most, int level);
  std::string table(const Dict* dict, int level);
  std::vector<const Object*> active_;  // futures being written, which may lead back to themselves
  std::string call(Value callable, const std::vector<Ref>& arguments, int depth = 0);
};

using Description = std::string (*)(Describer& describer, Value value);
Native describe(Ref value, Description what);  // Str
Native future_text(Ref future);                // Str
Native handle_text(Ref handle);                // Str
// Where no Python code may run: what would have to be asked is shown as the recording does.
std::string future_repr(Value future);

}  // namespace awaitscope
