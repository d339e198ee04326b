#pragma once
// The loop in words, the same for those who see it and for those who have it read to them. Of
// asyncio's own callbacks the names, which a trace shows, say nothing to a learner.

#include <string_view>

#include "engine/recording/reading/moment.h"

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

// "ready to run", "being cancelled".
std::string_view words_of_task(const TaskView& task);

}  // namespace awaitscope
