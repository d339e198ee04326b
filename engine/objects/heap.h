#pragma once
// Where objects live: blocks of the same size class lie together, so that making and freeing one is
// a few instructions, and every live object can be found by walking the blocks.
//
// Objects and what they hold (arrays of items, tables) come from different blocks. A block whose
// first 32 bits are zero holds no object: that is where the reference count is. Everything else
// about memory is in value.h.

#include "engine/objects/value.h"

#if defined(__SANITIZE_ADDRESS__)
#define AWAITSCOPE_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AWAITSCOPE_ADDRESS_SANITIZER 1
#endif
#endif

namespace awaitscope::heap {

#ifdef AWAITSCOPE_ADDRESS_SANITIZER
inline constexpr size_t kPooled = 0;  // each object for itself, so that the sanitizer sees it
#else
inline constexpr size_t kPooled = kSmall;
#endif
inline constexpr size_t kClassCount = kSmall / 16 + 1;

struct FreeBlock {
  uint64_t no_object;  // 0
  FreeBlock* next;
};
struct State {
  FreeBlock* objects[kClassCount] = {};
  FreeBlock* buffers[kClassCount] = {};
  size_t bytes = 0;  // of all but objects in pools, which are counted where somebody asks
};
extern State state;

void* allocate_object_slow(size_t size_class);
void release_object_slow(void* memory, size_t size_class);

// How many 16 bytes an object of that size takes. Where one is made again and again this is known.
inline size_t size_class_of(size_t size) { return (size + 15) / 16; }

inline void* allocate_object_of_class(size_t size_class) {
  if (size_class <= kPooled / 16) [[likely]] {
    if (FreeBlock* block = state.objects[size_class]) [[likely]] {
      state.objects[size_class] = block->next;
      return block;
    }
  }
  return allocate_object_slow(size_class);
}
inline void* allocate_object(size_t size) { return allocate_object_of_class(size_class_of(size)); }

inline void release_object_of_class(void* memory, size_t size_class) {
  if (size_class <= kPooled / 16) [[likely]] {
    auto* block = static_cast<FreeBlock*>(memory);
    block->no_object = 0;
    block->next = state.objects[size_class];
    state.objects[size_class] = block;
    return;
  }
  release_object_slow(memory, size_class);
}
inline void release_object(void* memory, size_t size) {
  release_object_of_class(memory, size_class_of(size));
}

// Grows or shrinks what allocate() gave; the contents up to the smaller size are kept.
void* resize(void* memory, size_t old_size, size_t new_size);

// All objects that are alive now stay for ever, and for_each_object() goes past them.
void keep_all();
// Calls visit(object, data) for every other live object. The visitor must neither make nor free
// any.
void for_each_object(void (*visit)(Object* object, void* data), void* data);

}  // namespace awaitscope::heap
