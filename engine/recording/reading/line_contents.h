#pragma once
// What the instructions of one line are about, as far as it can be said in a few words.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/compile/code.h"

namespace awaitscope {

struct LineContents {
  std::string imports;            // the name of a module
  const Code* defines = nullptr;  // the function or class
  bool builds_class = false;
  bool with = false, async_with = false, ends_with = false, ends_async_with = false;
  bool async_for = false, awaits = false, yields = false, raises = false, returns = false;
  bool decides = false;            // it jumps on a condition
  bool catches = false;            // it is an `except`
  std::vector<std::string> calls;  // in the order they are made: "print", "h.a_method"
  std::vector<std::string> sets;   // variables and attributes: "h", "self.x"
};

// Of the line that begins with the instruction at `offset`.
LineContents contents_of_line(const Code& code, uint32_t offset);

}  // namespace awaitscope
