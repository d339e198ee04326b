// The Python program that a combination of toggles stands for.
//
// The text is what the learner sees and what the engine runs: formatted as a person would write
// it, ending with a newline, in ASCII. The article's four listings are four of the combinations,
// character for character. Its remarks (`# We cannot await anything in here`) are there until
// __aenter__ or __aexit__ appears, as in the article. Every combination gives a different text.
#pragma once

#include <string>

#include "engine/lesson/toggles.h"

namespace awaitscope {

std::string source_of(const Toggles& toggles);

}  // namespace awaitscope
