#include "engine/objects/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <vector>

#include "engine/objects/raise.h"

namespace awaitscope::heap {

State state;

namespace {

constexpr size_t kChunk = 64 << 10, kPiece = 4 << 10;

// Memory for objects of one size class. It is carved into blocks piece by piece, so that whoever
// walks through it does not walk through what was never used.
struct Chunk {
  char* memory;
  size_t block_size;
  size_t carved = 0;      // so many bytes of it
  size_t kept = 0;        // so many bytes stay as they are: see keep_all()
  bool is_empty = false;  // when it was last walked through

  bool is_carved() const { return carved + block_size > kChunk; }
  Object* at(size_t offset) const { return reinterpret_cast<Object*>(memory + offset); }
};
std::vector<Chunk>& object_chunks() {
  static std::vector<Chunk>* chunks = new std::vector<Chunk>;  // outlives all other statics
  return *chunks;
}
// For each size class which of them is not carved to its end, counted from 1; 0: none is.
uint32_t being_carved[kClassCount] = {};

// Objects that are too large for the pools are linked, so that they can be found as well.
struct alignas(16) Large {
  Large *previous, *next;
};
Large large_objects = {&large_objects, &large_objects};
Large* last_kept = &large_objects;  // of those, by keep_all()

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

// Puts the chunk's free blocks from an offset on before those of the list, the first of them first.
void list_free_blocks(const Chunk& chunk, size_t from, FreeBlock*& list) {
  for (size_t at = chunk.carved; at > from; at -= chunk.block_size) {
    Object* object = chunk.at(at - chunk.block_size);
    if (object->refcount) continue;
    auto* block = reinterpret_cast<FreeBlock*>(object);
    block->next = list;
    list = block;
  }
}

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
  std::fill(std::begin(being_carved), std::end(being_carved), 0);
  uint32_t place = 0;
  for (const Chunk& chunk : object_chunks()) {
    ++place;
    const size_t size_class = chunk.block_size / 16;
    if (!chunk.is_carved()) being_carved[size_class] = place;
    if (changed[size_class]) list_free_blocks(chunk, chunk.kept, state.objects[size_class]);
  }
}

void* allocate_chunk() {
  look_at_limit();
  void* memory = malloc(kChunk);
  if (!memory) out_of_memory();
  return memory;
}

FreeBlock* take_first(FreeBlock*& list) {
  FreeBlock* first = list;
  list = first->next;
  return first;
}

// A block for an object of a class of which none is free; the others of its piece are then.
FreeBlock* carve(size_t size_class) {
  uint32_t& place = being_carved[size_class];
  if (!place) {
    object_chunks().push_back({static_cast<char*>(allocate_chunk()), size_class * 16});
    place = uint32_t(object_chunks().size());
  }
  Chunk& chunk = object_chunks()[place - 1];
  const size_t from = chunk.carved;
  while (chunk.carved < from + kPiece && !chunk.is_carved()) {
    chunk.at(chunk.carved)->refcount = 0;
    chunk.carved += chunk.block_size;
  }
  if (chunk.is_carved()) place = 0;
  list_free_blocks(chunk, from, state.objects[size_class]);
  return take_first(state.objects[size_class]);
}

// The same of what is no object, a chunk at a time.
FreeBlock* carve_buffers(FreeBlock*& list, size_t block_size) {
  char* memory = static_cast<char*>(allocate_chunk());
  for (size_t at = kChunk / block_size * block_size; at > 0; at -= block_size) {
    auto* block = reinterpret_cast<FreeBlock*>(memory + at - block_size);
    block->next = list;
    list = block;
  }
  return take_first(list);
}

}  // namespace

void* allocate_object_slow(size_t size_class) {
  const size_t size = size_class * 16;
  if (size <= kPooled) return carve(size_class);
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
    return carve_buffers(list, size_class * 16);
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
    bytes += chunk.kept;
    for (size_t at = chunk.kept; at < chunk.carved; at += chunk.block_size) {
      if (chunk.at(at)->refcount) bytes += chunk.block_size;
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
    chunk.is_empty = !chunk.kept;
    for (size_t at = chunk.kept; at < chunk.carved; at += chunk.block_size) {
      Object* object = chunk.at(at);
      if (!object->refcount) continue;
      visit(object, data);
      chunk.is_empty = false;
    }
    any_empty |= chunk.is_empty;
  }
  for (Large* large = last_kept->next; large != &large_objects; large = large->next) {
    auto* object = reinterpret_cast<Object*>(large + 1);
    if (object->refcount) visit(object, data);
  }
  if (any_empty) give_back_empty_chunks();
}

void keep_all() {
  for_each_object([](Object* object, void*) { object->refcount |= kImmortal; }, nullptr);
  for (FreeBlock*& list : state.objects) list = nullptr;
  // (What lies free before the last object of a chunk is not used again: a few blocks.)
  for (Chunk& chunk : object_chunks()) {
    for (size_t at = 0; at < chunk.carved; at += chunk.block_size) {
      if (chunk.at(at)->refcount) chunk.kept = at + chunk.block_size;
    }
    list_free_blocks(chunk, chunk.kept, state.objects[chunk.block_size / 16]);
  }
  last_kept = large_objects.previous;
}

}  // namespace awaitscope::heap
