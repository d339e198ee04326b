#pragma once
// One event of a run: 16 bytes, flat, append-only. Everything that is shown is derived from these.
// What its fields mean depends on its kind: event_kinds.def. Numbers of frames lead to code
// objects, instructions have lines and columns: see Recording.

#include <cstdint>
#include <cstring>

#include "engine/recording/events/event_kinds.h"

namespace awaitscope {

// A value as it is shown, in 64 bits, safe to keep: it refers to no live object.
// What is no object has the bits of its Value (engine/objects/value.h). The lowest ones are
//     1    an integer of 63 bits
//    10    no value, None, False, True, Ellipsis, NotImplemented
//   000    an object: its number, see Recording::objects
//   100    a text, by its id: the finished representation ("'abc'", "1.5", "(1, 2)")
struct Shown {
  enum class Tag : uint8_t { Nothing, Int, Text, Object, Singleton };
  uint64_t bits = kNothing;

  Tag tag() const {
    if (bits & 1) return Tag::Int;
    if (bits & 2) return bits == kNothing ? Tag::Nothing : Tag::Singleton;
    return bits & 4 ? Tag::Text : Tag::Object;
  }
  int64_t integer() const { return int64_t(bits) >> 1; }
  uint32_t index() const { return uint32_t(bits >> 3); }          // of an object or a text
  uint32_t singleton() const { return uint32_t(bits >> 2) - 1; }  // 0 None, 1 False ...
  static constexpr Shown nothing() { return {}; }
  static constexpr Shown of_int(int64_t value) { return {uint64_t(value) << 1 | 1}; }
  static constexpr Shown of_text(uint32_t text) { return {uint64_t(text) << 3 | 4}; }
  static constexpr Shown of_object(uint32_t number) { return {uint64_t(number) << 3}; }
  static constexpr Shown of_singleton(uint32_t which) { return {uint64_t(which + 1) << 2 | 2}; }
  bool operator==(const Shown&) const = default;

 private:
  static constexpr uint64_t kNothing = 2;
};

struct Event {
  uint32_t head;  // kind in the low 8 bits, offset in the high 24
  uint32_t subject;
  uint32_t operand;  // operand and cause together are the payload of kinds that carry a Shown
  uint32_t cause;

  EventKind kind() const { return EventKind(head & 0xff); }
  uint32_t offset() const { return head >> 8; }
  Shown shown() const { return {uint64_t(operand) | uint64_t(cause) << 32}; }
  bool is_step() const { return awaitscope::is_step(kind()); }

  void write(EventKind kind, uint32_t offset, uint32_t subject_, Shown value) {
    head = head_of(kind, offset);
    subject = subject_;
    std::memcpy(&operand, &value, sizeof value);  // as a whole, as it will be read
  }

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

}  // namespace awaitscope
