#pragma once
// A Python value in 64 bits, its reference count, and the memory it lives in.
//
// A Value is: an integer of 63 bits (lowest bit 1), a singleton (lowest bits 10: null, None, False,
// True, Ellipsis, NotImplemented), or the address of an Object (lowest bits 00, never zero).
// (Recordings show the first two by the same bits: Shown, in engine/recording/events/event.h.)
// A plain Value owns nothing. A Ref owns one reference. The rule everywhere in the runtime:
// parameters are Values (borrowed), results are Refs (owned); a null result means that an exception
// is pending (raise.h), unless the function says otherwise.
// Objects are finalised at once when the last reference goes, as in CPython. One thread only.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace awaitscope {

struct Type;

// The layout of an object. Instances of a Python subclass of a builtin type have the builtin's.
enum class Kind : uint8_t {
  Instance,
  Int,
  Float,
  Str,
  Bytes,
  Tuple,
  List,
  Dict,
  Set,
  Slice,
  Range,
  Function,
  NativeFunction,
  Method,
  Cell,
  Code,
  Frame,
  Type,
  Module,
  Exception,
  Traceback,
  Property,
  StaticMethod,
  ClassMethod,
  Super,
  Native,
};

struct Object {
  uint32_t refcount;
  Kind kind;
  uint8_t flags;
  uint16_t detail;  // free for the layout
  Type* type;       // counted, unless the type is immortal
};
enum ObjectFlags : uint8_t {
  kWatched = 1,      // the recording has a number for it, and wants to hear of changes
  kFinalized = 2,    // its __del__ has run
  kInRepr = 4,       // its representation is being made (it may contain itself)
  kReferred = 8,     // there are weak references to it
  kHasAddress = 16,  // it has been asked for its address, see address_of()
};

constexpr uint16_t kWasShown = 1 << 15;  // in the detail of numbers, texts, tuples: see Recorder

constexpr uint32_t kImmortal = 1u << 30;  // no number of references brings it to zero

struct Value {
  uint64_t bits = 2;

  constexpr bool is_null() const { return bits == 2; }
  constexpr explicit operator bool() const { return bits != 2; }
  constexpr bool is_object() const { return (bits & 3) == 0; }
  constexpr bool is_int() const { return bits & 1; }
  constexpr bool is_none() const { return bits == kNone; }
  constexpr bool is_bool() const { return bits == kFalse || bits == kTrue; }
  Object* object() const {
    assert(is_object());
    return reinterpret_cast<Object*>(uintptr_t(bits));
  }
  constexpr int64_t as_int() const { return int64_t(bits) >> 1; }
  constexpr bool operator==(const Value&) const = default;  // identity: `is`

  static constexpr uint64_t kNone = 6, kFalse = 10, kTrue = 14, kEllipsis = 18,
                            kNotImplemented = 22;
  static constexpr int64_t kMaxInt = INT64_MAX >> 1, kMinInt = INT64_MIN >> 1;
  static constexpr Value of_bits(uint64_t bits) {
    Value v;
    v.bits = bits;
    return v;
  }
  static constexpr Value null() { return {}; }
  static constexpr Value none() { return of_bits(kNone); }
  static constexpr Value boolean(bool b) { return of_bits(b ? kTrue : kFalse); }
  static constexpr Value not_implemented() { return of_bits(kNotImplemented); }
  static constexpr Value ellipsis() { return of_bits(kEllipsis); }
  static constexpr bool fits(int64_t i) { return i >= kMinInt && i <= kMaxInt; }
  static constexpr Value of_int(int64_t i) { return of_bits(uint64_t(i) << 1 | 1); }  // must fit
  // What two integers give; false: that does not fit. (The lowest bit of each is 1, and of the
  // answer it is to be.)
  static bool sum(Value a, Value b, Value& answer) {
    int64_t bits;
    if (__builtin_add_overflow(int64_t(a.bits), int64_t(b.bits - 1), &bits)) return false;
    answer.bits = uint64_t(bits);
    return true;
  }
  static bool difference(Value a, Value b, Value& answer) {
    int64_t bits;
    if (__builtin_sub_overflow(int64_t(a.bits), int64_t(b.bits - 1), &bits)) return false;
    answer.bits = uint64_t(bits);
    return true;
  }
  static Value of(const Object* object) { return of_bits(uintptr_t(object)); }  // not null
};

void finalize(Object* object);  // the last reference has gone

inline void retain(Object* object) { ++object->refcount; }
inline void release(Object* object) {
  if (--object->refcount == 0) [[unlikely]] finalize(object);
}
inline void retain(Value value) {
  if (value.is_object()) ++value.object()->refcount;
}
inline void release(Value value) {
  if (value.is_object()) release(value.object());
}

class Ref {
 public:
  Ref() = default;
  Ref(Value borrowed) : value_(borrowed) { retain(value_); }
  Ref(const Ref& other) : Ref(other.value_) {}
  Ref(Ref&& other) noexcept : value_(std::exchange(other.value_, Value{})) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Ref() { awaitscope::release(value_); }

  static Ref adopt(Value owned) {
    Ref r;
    r.value_ = owned;
    return r;
  }
  static Ref adopt(Object* owned) { return adopt(Value::of(owned)); }

  Value get() const { return value_; }
  operator Value() const { return value_; }
  explicit operator bool() const { return bool(value_); }
  bool is_null() const { return value_.is_null(); }
  Value take() { return std::exchange(value_, Value{}); }  // the caller owns it now

 private:
  Value value_;
};

// Puts another value, which may be none, into a place that owns its own.
inline void replace(Value& held, Value with) {
  retain(with);
  release(std::exchange(held, with));
}
// What is shown in Python where there may be nothing.
inline Ref or_none(Value value) { return value ? value : Value::none(); }

// The layout T of a value whose kind is known to be T::kKind.
template <class T>
T* as(Value value) {
  assert(value.object()->kind == T::kKind);
  return static_cast<T*>(value.object());
}
template <class T>
bool is(Value value) {
  return value.is_object() && value.object()->kind == T::kKind;
}
template <class T>
T* as_if(Value value) {
  return is<T>(value) ? static_cast<T*>(value.object()) : nullptr;
}

// --- memory ---

namespace heap {
constexpr size_t kSmall = 512;  // sizes up to this come from free lists, one for each 16 bytes
void* allocate(size_t size);    // never null; 16-byte aligned
void release(void* memory, size_t size);
size_t bytes_alive();  // of all objects and what they hold
// Is there room for so many bytes? If not the run is to stop, and MemoryError is pending. For what
// would take long to make, or more memory than there is, before the limit is looked at.
bool has_room_for_much(uint64_t size);
inline bool has_room(uint64_t size) { return size <= (64 << 10) || has_room_for_much(size); }
size_t objects_alive();  // without what make_world() has made
void count_object(int by);
}  // namespace heap

// A new object with one reference, its members value-initialised; `extra` bytes follow it.
template <class T>
T* make_object(Type* type, size_t extra = 0);

}  // namespace awaitscope
