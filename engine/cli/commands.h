#pragma once
// The commands: each gets the words after its name and answers with the exit status.

#include "engine/cli/arguments.h"

namespace awaitscope {

int run_command(const Words& words);
int trace_command(const Words& words);
int source_command(const Words& words);
int diff_command(const Words& words);
int lesson_command(const Words& words);
int lessons_command(const Words& words);

}  // namespace awaitscope
