#pragma once
// One event of a run: 16 bytes, flat, append-only. Everything that is shown is derived from these.
// What its fields mean depends on its kind: event_kinds.def. Numbers of frames lead to code
// objects, instructions have lines and columns: see Recording.

#include <cstdint>

#include "engine/recording/events/event_kinds.h"

namespace awaitscope {

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

struct Event {
  uint32_t head;  // kind in the low 8 bits, offset in the high 24
  uint32_t subject;
  uint32_t operand;  // operand and cause together are the payload of kinds that carry a Shown
  uint32_t cause;

  EventKind kind() const { return EventKind(head & 0xff); }
  uint32_t offset() const { return head >> 8; }
  Shown shown() const { return {uint64_t(operand) | uint64_t(cause) << 32}; }
  bool is_step() const { return awaitscope::is_step(kind()); }

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
