#pragma once
// Whether a program does what a lesson's repair asks for. A run decides it, of whatever program.

#include <string>
#include <string_view>
#include <vector>

#include "engine/lesson/lessons.h"
#include "engine/recording/events/run_end.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

struct GoalState {
  std::string words;  // what is asked for, for people: "It ends at 1 s or before."
  bool met = false;
  std::string why_not;  // what the run does instead; empty where met
};

// One for each of the repair's goals, in order.
std::vector<GoalState> goals_of(const Repair& repair, std::string_view source, const Reader& reader,
                                const Recording& recording, const RunEnd& end);
bool all_met(const std::vector<GoalState>& goals);

// One of them.
GoalState goal_of(const Goal& goal, std::string_view source, const Reader& reader,
                  const Recording& recording, const RunEnd& end);

class Session;
// The repair of the lesson that is shown, or whose program somebody is changing; null where there
// is none.
const Repair* repair_of(const Session& session);
// How the session's program does by it; empty where there is none.
std::vector<GoalState> goals_of(const Session& session);

}  // namespace awaitscope
