#pragma once
// What can be done to a task of a session from outside, as lists and as text: which exceptions
// there are to raise in it, and what an address says of those that were.

#include <string>
#include <string_view>
#include <vector>

#include "engine/session/session.h"

namespace awaitscope {

// Names of exceptions worth raising where a task waits: those that the program defines at its
// outermost level, then what waiting commonly ends in.
std::vector<std::string> exceptions_to_raise(std::string_view source, Version version);

// "57.2,90.3.ValueError": step, task and, where the task is not cancelled, the exception, commas
// and backslashes in it after a backslash; for each injection.
std::string injections_text(const Session& session);
// Does that and takes back what was injected before; the step that is looked at stays. False:
// something in it cannot be; the rest is done.
bool set_injections(Session& session, std::string_view text);

}  // namespace awaitscope
