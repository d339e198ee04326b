#pragma once
// What the instructions of one line are about, as far as it can be said in a few words: what is
// called, awaited and set, by its place in the expression and not by the order of instructions.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/compile/code.h"

namespace awaitscope {

struct LineContents {
  // What is done with a value on this line.
  enum class Use : uint8_t { Other, Awaited, Argument, Kept, Dropped, Returned };
  struct Action {
    bool awaits = false;        // or it is a call
    std::string callee;         // of a call: "print", "h.a_method"; empty where it has no name
    std::string text;           // "print(…)", "f()", "task"; empty as well
    bool only_perhaps = false;  // a condition decides, or a loop how often
    Use use = Use::Other;
    std::string user{};  // Argument: who receives it; Kept: the name
  };

  std::vector<std::string> imports;
  const Code* defines = nullptr;  // the function or class
  bool builds_class = false;
  bool with = false, async_with = false, ends_with = false, ends_async_with = false;
  std::string manager;       // of with and async with: "Hello()"
  uint32_t loop = 0;         // of `for` and comprehensions: where it takes its next item
  uint32_t loop_end = 0;     // and where it goes on without one
  bool later_round = false;  // it is not the first round
  bool async_for = false, comprehension = false;
  bool yields = false, raises = false, returns = false;
  std::string raised;         // "ValueError(…)"; empty where it has no name
  bool raises_again = false;  // a bare `raise`
  bool decides = false;       // it jumps on a condition
  bool catches = false, catches_groups = false, catches_all = false;  // it is an `except`
  std::string caught;                                                 // "ValueError"
  uint32_t not_caught = 0;             // where it goes on if the exception is none of these
  bool tries = false, breaks = false;  // these statements, and nothing else
  std::vector<Action> actions;         // in the order they happen
  std::vector<std::string> sets;       // variables and attributes: "h", "self.x"
};

// Of the line that begins with the instruction at `offset`.
LineContents contents_of_line(const Code& code, uint32_t offset);

// Is the LINE at `offset` where an exception is handled, so that it runs only after one?
bool is_reached_by_exception(const Code& code, uint32_t offset);
// And where that is a `finally`, or an `except`.
bool is_in_finally(const Code& code, uint32_t offset);
// Does what is at `offset` tell the end of a `with` of an exception?
bool leaves_block(const Code& code, uint32_t offset);

}  // namespace awaitscope
