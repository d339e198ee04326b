#pragma once
// asyncio's own callbacks in words: their names, which a trace shows, say nothing to a learner.

#include <string_view>

namespace awaitscope {

struct HandleWords {
  std::string_view name;      // in asyncio
  std::string_view brief;     // what it is for, in a word or two
  std::string_view sentence;  // the same as a part of a sentence
};

// By the label of a handle. Null: it is the program's own, or a step or wake-up of a task.
const HandleWords* words_of_handle(std::string_view label);

// What a handle is called where there is little room.
std::string_view brief_of_handle(std::string_view label);

}  // namespace awaitscope
