#pragma once
// What tasks wait at: how a lock, a queue and so on is between two changes.
//
// A state is written at every change, so it is kept as numbers (Recording::primitive_states) and
// put into words only where somebody looks: first the kind, then
//   Event             whether it is set
//   Lock, Condition   whether it is locked; the task that holds it, or 0
//   Semaphore         how often it can be acquired
//   Barrier           its BarrierState; how many have come; of how many
//   Queue             which of Recording::queue_logs has its items, where they begin there and how
//                     many they are; maxsize; how many are unfinished
// and what waits there: the role of each line that is not empty, how many they are, how many of
// them follow, and their tasks, the first in line first; kNoMore after the last.

#include <cstddef>
#include <cstdint>

namespace awaitscope {

enum class PrimitiveKind : uint8_t { Event, Lock, Condition, Semaphore, Barrier, Queue };
enum class BarrierState : uint8_t { Filling, Draining, Resetting, Broken };
enum class WaitingRole : uint8_t {
  Waiting,
  ToBeNotified,
  ForTheLock,
  ToGet,
  ToPut,
  ToJoin,
  kNoMore
};

// Nobody reads more of a line, or of what is in a queue.
inline constexpr size_t kMostShown = 20;

}  // namespace awaitscope
