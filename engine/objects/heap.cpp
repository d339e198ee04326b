#include "engine/objects/heap.h"

#include <cstdlib>
#include <cstring>
#include <vector>

#include "engine/objects/raise.h"

namespace awaitscope::heap {

State state;

namespace {

constexpr size_t kChunk = 64 << 10;

struct Chunk {
  char* memory;
  size_t block_size;
  bool is_empty = false;  // when it was last walked through
};
std::vector<Chunk>& object_chunks() {
  static std::vector<Chunk>* chunks = new std::vector<Chunk>;  // outlives all other statics
  return *chunks;
}

// Objects that are too large for the pools are linked, so that they can be found as well.
struct alignas(16) Large {
  Large *previous, *next;
};
Large large_objects = {&large_objects, &large_objects};

size_t counted_objects = 0;  // which lie elsewhere: see count_object()

[[noreturn]] void out_of_memory() { abort(); }

// The run ends at the next instruction, or where a loop of ours looks at RunLimits::stopped.
void stop_for_memory() {
  this_run().limits.stop_at_limit("the values of the program take more than ",
                                  this_run().limits.bytes_alive, " bytes of memory",
                                  "memory=BYTES");
}

// At most so many bytes are alive: as if the pools of objects were full.
size_t most_alive() { return state.bytes + object_chunks().size() * kChunk; }

// Whether the limit allows so many more. Counting takes a while: where it has found fewer, that is
// done again when so much memory has been taken that they may have come to be too many.
bool is_allowed(size_t more) {
  RunLimits& limits = this_run().limits;
  const size_t most = most_alive() + more;
  if (most <= limits.bytes_alive || most <= limits.bytes_vouched_for) return true;
  const size_t alive = bytes_alive() + more;
  if (alive > limits.bytes_alive) return false;
  limits.bytes_vouched_for = most + (limits.bytes_alive - alive);
  return true;
}

void look_at_limit() {
  if (has_run() && !this_run().limits.stopped() && !is_allowed(0)) stop_for_memory();
}

size_t rounded(size_t size) { return (size + 15) & ~size_t(15); }

// Gives back the chunks of objects that were found empty, so that after a run that needed much the
// next ones have little to walk through.
void give_back_empty_chunks() {
  bool changed[kClassCount] = {};
  for (const Chunk& chunk : object_chunks()) {
    if (!chunk.is_empty) continue;
    changed[chunk.block_size / 16] = true;
    state.objects[chunk.block_size / 16] = nullptr;
    free(chunk.memory);
  }
  std::erase_if(object_chunks(), [](const Chunk& chunk) { return chunk.is_empty; });
  for (const Chunk& chunk : object_chunks()) {
    if (!changed[chunk.block_size / 16]) continue;
    FreeBlock*& list = state.objects[chunk.block_size / 16];
    for (size_t at = kChunk / chunk.block_size * chunk.block_size; at > 0; at -= chunk.block_size) {
      auto* block = reinterpret_cast<FreeBlock*>(chunk.memory + at - chunk.block_size);
      if (reinterpret_cast<Object*>(block)->refcount) continue;
      block->next = list;
      list = block;
    }
  }
}

// Carves a new chunk into blocks; the first is the result, the others go to the free list.
FreeBlock* new_chunk(FreeBlock*& list, size_t block_size, bool of_objects) {
  look_at_limit();
  char* memory = static_cast<char*>(malloc(kChunk));
  if (!memory) out_of_memory();
  if (of_objects) object_chunks().push_back({memory, block_size});
  for (size_t at = kChunk / block_size * block_size; at > 0; at -= block_size) {
    auto* block = reinterpret_cast<FreeBlock*>(memory + at - block_size);
    block->no_object = 0;
    block->next = list;
    list = block;
  }
  FreeBlock* first = list;
  list = first->next;
  return first;
}

}  // namespace

void* allocate_object_slow(size_t size_class) {
  const size_t size = size_class * 16;
  if (size <= kPooled) return new_chunk(state.objects[size_class], size, true);
  state.bytes += size;
  look_at_limit();
  auto* large = static_cast<Large*>(malloc(sizeof(Large) + size));
  if (!large) out_of_memory();
  large->next = &large_objects;  // in the order of making
  large->previous = large_objects.previous;
  large->previous->next = large_objects.previous = large;
  return large + 1;
}

void release_object_slow(void* memory, size_t size_class) {
  state.bytes -= size_class * 16;
  Large* large = static_cast<Large*>(memory) - 1;
  large->previous->next = large->next;
  large->next->previous = large->previous;
  free(large);
}

void* allocate(size_t size) {
  if (size == 0) size = 1;
  state.bytes += rounded(size);
  if (size <= kPooled) {
    size_t size_class = (size + 15) / 16;
    FreeBlock*& list = state.buffers[size_class];
    if (FreeBlock* block = list) {
      list = block->next;
      return block;
    }
    return new_chunk(list, size_class * 16, false);
  }
  look_at_limit();
  void* memory = malloc(size);
  if (!memory) out_of_memory();
  return memory;
}

void release(void* memory, size_t size) {
  if (!memory) return;
  if (size == 0) size = 1;
  state.bytes -= rounded(size);
  if (size <= kPooled) {
    auto* block = static_cast<FreeBlock*>(memory);
    FreeBlock*& list = state.buffers[(size + 15) / 16];
    block->next = list;
    list = block;
    return;
  }
  free(memory);
}

void* resize(void* memory, size_t old_size, size_t new_size) {
  if (old_size > kSmall && new_size > kSmall) {
    look_at_limit();
    void* moved = realloc(memory, new_size);
    if (!moved) out_of_memory();
    state.bytes += rounded(new_size) - rounded(old_size);
    return moved;
  }
  void* moved = allocate(new_size);
  if (memory) memcpy(moved, memory, old_size < new_size ? old_size : new_size);
  release(memory, old_size);
  return moved;
}

size_t bytes_alive() {
  size_t bytes = state.bytes;
  for (const Chunk& chunk : object_chunks()) {
    for (size_t at = 0; at + chunk.block_size <= kChunk; at += chunk.block_size) {
      if (reinterpret_cast<Object*>(chunk.memory + at)->refcount) bytes += chunk.block_size;
    }
  }
  return bytes;
}
bool has_room_for_much(uint64_t size) {
  if (!has_run()) return true;
  if (size <= this_run().limits.bytes_alive && is_allowed(size_t(size))) return true;
  // (What no machine has is refused as CPython refuses it, and the program may go on.)
  constexpr uint64_t kImpossible = uint64_t(1) << 46;
  if (size < kImpossible) stop_for_memory();
  raise_error(types.MemoryError, std::string_view());
  return false;
}
size_t objects_alive() {
  size_t count = counted_objects;
  for_each_object([](Object*, void* data) { ++*static_cast<size_t*>(data); }, &count);
  return count;
}
void count_object(int by) { counted_objects += size_t(ptrdiff_t(by)); }

void for_each_object(void (*visit)(Object* object, void* data), void* data) {
  bool any_empty = false;
  for (Chunk& chunk : object_chunks()) {
    chunk.is_empty = true;
    for (size_t at = 0; at + chunk.block_size <= kChunk; at += chunk.block_size) {
      auto* object = reinterpret_cast<Object*>(chunk.memory + at);
      if (!object->refcount) continue;
      visit(object, data);
      chunk.is_empty = false;
    }
    any_empty |= chunk.is_empty;
  }
  for (Large* large = large_objects.next; large != &large_objects; large = large->next) {
    auto* object = reinterpret_cast<Object*>(large + 1);
    if (object->refcount) visit(object, data);
  }
  if (any_empty) give_back_empty_chunks();
}

}  // namespace awaitscope::heap
