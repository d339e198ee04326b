#pragma once
// The kinds of events, and what can be asked of a kind. All of it comes from event_kinds.def.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace awaitscope {

enum class EventKind : uint8_t {
#define EVENT(name, depth, subject, offset, operand, cause, word, meaning) name,
#include "engine/recording/events/event_kinds.def"
#undef EVENT
};

// A row of the table; event_kinds.def says what the columns mean.
struct EventRow {
  enum class Depth : uint8_t { Story, Protocol, Loop, Detail };
  enum class Subject : uint8_t {
    Nothing,
    Frame,
    Task,
    Future,
    Handle,
    Loop,
    Object,
    Thread,
    RunState
  };
  enum class Offset : uint8_t { Nothing, Instruction, Local, Name };
  enum class Operand : uint8_t {
    Nothing,
    Value,
    Frame,
    Future,
    Text,
    Turn,
    Jump,
    Wait,
    Status,
    State
  };
  enum class Cause : uint8_t { Nothing, Value, Event, Task };

  Depth depth;
  Subject subject;
  Offset offset;
  Operand operand;
  Cause cause;
  std::string_view name, word;
};

inline constexpr EventRow kEventRows[] = {
#define EVENT(name, depth, subject, offset, operand, cause, word, meaning) \
  {EventRow::Depth::depth,                                                 \
   EventRow::Subject::subject,                                             \
   EventRow::Offset::offset,                                               \
   EventRow::Operand::operand,                                             \
   EventRow::Cause::cause,                                                 \
   #name,                                                                  \
   word},
#include "engine/recording/events/event_kinds.def"
#undef EVENT
};
inline constexpr size_t kEventKinds = sizeof kEventRows / sizeof kEventRows[0];

// Some of the kinds; asking whether one is among them is a shift.
class EventKindSet {
 public:
  template <class Wanted>
  explicit constexpr EventKindSet(Wanted wanted) {
    static_assert(kEventKinds <= 64);
    for (size_t i = 0; i < kEventKinds; ++i) bits_ |= uint64_t(wanted(kEventRows[i])) << i;
  }
  constexpr bool has(EventKind kind) const { return bits_ >> uint8_t(kind) & 1; }

 private:
  uint64_t bits_ = 0;
};

constexpr const EventRow& row_of(EventKind kind) { return kEventRows[size_t(kind)]; }
constexpr std::string_view word_of(EventKind kind) { return row_of(kind).word; }

inline constexpr EventKind kFirstDetail = [] {
  size_t first = 0;
  while (kEventRows[first].depth != EventRow::Depth::Detail) ++first;
  return EventKind(first);
}();
constexpr bool is_step(EventKind kind) { return kind < kFirstDetail; }
static_assert(
    [] {
      for (size_t i = 0; i < kEventKinds; ++i) {
        if (is_step(EventKind(i)) != (kEventRows[i].depth != EventRow::Depth::Detail)) return false;
      }
      return true;
    }(),
    "details come last");

// Does the kind carry a Shown (and so has no cause)?
constexpr bool carries_value(EventKind kind) {
  constexpr EventKindSet kinds(
      [](const EventRow& row) { return row.operand == EventRow::Operand::Value; });
  return kinds.has(kind);
}

// Is its cause an event?
constexpr bool has_cause(EventKind kind) {
  constexpr EventKindSet kinds(
      [](const EventRow& row) { return row.cause == EventRow::Cause::Event; });
  return kinds.has(kind);
}

// What a step is about; details are about none of these.
template <EventRow::Subject... subjects>
constexpr bool is_step_of(EventKind kind) {
  constexpr EventKindSet kinds([](const EventRow& row) {
    return row.depth != EventRow::Depth::Detail && ((row.subject == subjects) || ...);
  });
  return kinds.has(kind);
}
constexpr bool is_of_frame(EventKind kind) { return is_step_of<EventRow::Subject::Frame>(kind); }
constexpr bool is_of_task(EventKind kind) { return is_step_of<EventRow::Subject::Task>(kind); }
constexpr bool is_of_future(EventKind kind) { return is_step_of<EventRow::Subject::Future>(kind); }
constexpr bool is_of_handle(EventKind kind) { return is_step_of<EventRow::Subject::Handle>(kind); }
constexpr bool is_of_thread(EventKind kind) { return is_step_of<EventRow::Subject::Thread>(kind); }
constexpr bool is_of_loop(EventKind kind) {  // handles are the loop's
  return is_step_of<EventRow::Subject::Handle, EventRow::Subject::Loop>(kind);
}

// Does a frame run from here on, or no more?
constexpr bool enters_frame(EventKind kind) {
  return kind == EventKind::Start || kind == EventKind::Resume || kind == EventKind::Throw;
}
constexpr bool leaves_frame(EventKind kind) {
  return kind == EventKind::Suspend || kind == EventKind::Return || kind == EventKind::Raise;
}

}  // namespace awaitscope
