#pragma once
// One event of a run: 16 bytes, flat, append-only. Everything that is shown is derived from these.
//
// subject  which one: the number of a frame, task, future or handle (each counts from 1 in order of
//          making; timers are handles). Frame numbers lead to code objects, see Recording.
// offset   frame events: the index of the instruction, which has a line and column range.
// payload  depends on the kind; either a Shown value or {operand, cause}.
// cause    the index of the event that brought this one about (0: none; event 0 is the run's
// begin). Events are of two sorts: steps, which a person stops at, and details (from Bind on),
// which belong to the step before them and carry what changed: variables and contents of objects.

#include <cstdint>

namespace awaitscope {

enum class EventKind : uint8_t {
  Begin,  // the run begins; always event 0
  // Frames. subject: frame; offset: instruction.
  Line,     // a line is about to run
  Start,    // a frame starts; payload: operand = the frame that called it (0: none)
  Suspend,  // payload: Shown, what is yielded
  Resume,   // payload: Shown, what is sent
  Throw,    // resumed by an exception; payload: Shown, the exception (a "resume" in CPython)
  Return,   // payload: Shown, the result
  Raise,    // left by an exception; payload: Shown, the exception
  // What await, async with and async for found. subject: frame; offset; payload: Shown, the object.
  AwaitCoroutine,  // the object is a coroutine
  AwaitMethod,     // its __await__ is called
  AwaitFuture,     // it is a future or task
  AwaitNative,     // a coroutine or awaitable of asyncio's own
  EnterAsync,      // async with calls __aenter__
  ExitAsync,       // async with calls __aexit__
  Enter,           // with calls __enter__
  Exit,            // with calls __exit__
  IterAsync,       // async for calls __aiter__
  NextAsync,       // async for calls __anext__
  // Tasks. subject: task.
  TaskCreated,    // operand: frame of its coroutine, 0 where it is asyncio's own
  TaskStep,       // its coroutine is run on; cause: the HandleRun
  TaskWaits,      // it waits; operand: future, or 0 and cause: task (its number, not an event)
  TaskCancel,     // cancel() was called and took effect
  TaskDone,       // payload: Shown, the result
  TaskFailed,     // payload: Shown, the exception
  TaskCancelled,  // it ended as cancelled
  // Futures. subject: future. (A task is a future too, but has events of its own.)
  FutureCreated,
  FutureDone,    // payload: Shown, the result
  FutureFailed,  // payload: Shown, the exception
  FutureCancelled,
  // The loop. subject: handle.
  HandleScheduled,  // put into the ready queue; cause: what did it
  HandleRun,        // its callback runs; cause: the HandleScheduled
  HandleDone,       // its callback has returned; cause: the HandleRun
  HandleCancelled,
  TimerArmed,  // put into the timer heap; its deadline is in the handle table
  TimerFired,  // moved from the heap to the ready queue; cause: the TimerArmed
  LoopRun,     // run_until_complete, run_forever or run begins
  TurnBegun,   // operand: the turn's number, from 1
  IdleJump,    // nothing to run: time moves on; operand: index into Recording::times
  LoopStop,    // the loop goes no further
  // Output. operand: text.
  Out,
  Err,
  End,  // the run is over; operand: the exit status; subject: EndKind

  // Details.
  Bind,      // subject: frame; offset: slot of Code::locals; payload: Shown
  Unbind,    // subject: frame; offset: slot
  BindName,  // subject: frame of a class or module body; offset: index of Code::names
  UnbindName,
  Change,           // subject: object; operand: text, its contents from now on
  TaskNamed,        // subject: task; operand: text
  GoesOn,           // subject: frame; offset: runs on because what it awaits has swallowed an
                    // exception thrown in; CPython reports no resume there, so it is no step
  PrimitiveChange,  // subject: object, a lock, queue, ...; operand: its state from now on, a place
                    // in Recording::primitive_states
  PrimitiveGone,    // subject: object
};
inline constexpr EventKind kFirstDetail = EventKind::Bind;

// A value as it is shown, in 64 bits, safe to keep: it refers to no live object.
// Integers of 63 bits have their lowest bit set, as in a Value; else the low 3 bits are the tag,
// the others the content.
struct Shown {
  enum class Tag : uint8_t {
    Nothing = 0,    // no value
    Int = 1,        // the integer, signed
    Text = 2,       // content: text id of the finished representation ("'abc'", "1.5", "(1, 2)")
    Object = 4,     // content: number of an object, see Recording::objects
    Singleton = 6,  // content: 0 None, 1 False, 2 True, 3 Ellipsis, 4 NotImplemented
  };
  uint64_t bits = 0;

  Tag tag() const { return bits & 1 ? Tag::Int : Tag(bits & 7); }
  int64_t integer() const { return int64_t(bits) >> 1; }
  uint32_t index() const { return uint32_t(bits >> 3); }
  static Shown nothing() { return {0}; }
  static Shown of_int(int64_t value) { return {uint64_t(value) << 1 | 1}; }
  static Shown of_text(uint32_t text) { return {uint64_t(text) << 3 | uint64_t(Tag::Text)}; }
  static Shown of_object(uint32_t n) { return {uint64_t(n) << 3 | uint64_t(Tag::Object)}; }
  static Shown of_singleton(uint32_t n) { return {uint64_t(n) << 3 | uint64_t(Tag::Singleton)}; }
  bool operator==(const Shown&) const = default;
};

// Why a run is over.
enum class EndKind : uint32_t { Exit, Idle, Limit };  // Idle: nothing can wake the event loop

struct Event {
  uint32_t head;  // kind in the low 8 bits, offset in the high 24
  uint32_t subject;
  uint32_t operand;  // operand and cause together are the payload of kinds that carry a Shown
  uint32_t cause;

  EventKind kind() const { return EventKind(head & 0xff); }
  uint32_t offset() const { return head >> 8; }
  Shown shown() const { return {uint64_t(operand) | uint64_t(cause) << 32}; }
  bool is_step() const { return kind() < kFirstDetail; }

  static uint32_t head_of(EventKind kind, uint32_t offset) { return uint32_t(kind) | offset << 8; }
  static Event make(EventKind kind, uint32_t offset, uint32_t subject, uint32_t operand = 0,
                    uint32_t cause = 0) {
    return {head_of(kind, offset), subject, operand, cause};
  }
  static Event make(EventKind kind, uint32_t offset, uint32_t subject, Shown value) {
    return {head_of(kind, offset), subject, uint32_t(value.bits), uint32_t(value.bits >> 32)};
  }
};
static_assert(sizeof(Event) == 16);

// Does the kind carry a Shown (and so has no cause of its own)?
constexpr bool carries_value(EventKind kind) {
  switch (kind) {
    case EventKind::Suspend:
    case EventKind::Resume:
    case EventKind::Throw:
    case EventKind::Return:
    case EventKind::Raise:
    case EventKind::AwaitCoroutine:
    case EventKind::AwaitMethod:
    case EventKind::AwaitFuture:
    case EventKind::AwaitNative:
    case EventKind::EnterAsync:
    case EventKind::ExitAsync:
    case EventKind::Enter:
    case EventKind::Exit:
    case EventKind::IterAsync:
    case EventKind::NextAsync:
    case EventKind::TaskDone:
    case EventKind::TaskFailed:
    case EventKind::FutureDone:
    case EventKind::FutureFailed:
    case EventKind::Bind:
    case EventKind::BindName: return true;
    default: return false;
  }
}

}  // namespace awaitscope
