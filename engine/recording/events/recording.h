#pragma once
// A recording: the events of one run, in order, and the tables their numbers lead into.
//
// The machine appends (the methods under "writing"); everybody else reads. Nothing is ever changed
// or removed, so a reader may keep an index and extend it when a paused run has gone on.
// Numbers of frames, tasks, futures, handles and objects count from 1; row 0 of a table is unused.
// The same source gives the same recording, byte for byte.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/code.h"
#include "engine/recording/events/event.h"
#include "engine/recording/events/packed.h"
#include "engine/recording/events/primitive_state.h"
#include "engine/recording/events/table.h"
#include "engine/recording/events/texts.h"
#include "engine/syntax/version.h"

namespace awaitscope {

class Recording {
 public:
  struct Task {
    uint32_t name;       // text; later names are TaskNamed events
    uint32_t coroutine;  // text: qualified name of its coroutine
  };
  struct Handle {
    uint32_t label;   // text: what its callback is: "Task-1 step", "Task-1 wakeup", "cb()", ...
    uint32_t task;    // the task it steps or wakes, 0 where none
    double deadline;  // of a timer, virtual seconds; negative where it is no timer
  };
  struct Object {
    uint32_t type;   // text: name of its type
    uint32_t label;  // text: "<coroutine main>" ...; where its contents matter (list, dict, set)
                     // the last Change says them
    uint32_t count;  // not 0: label is "Hello", and "<Hello #1>" is meant for the first of them
  };
  struct Jump {
    double from, to;  // virtual seconds
    // Not for a timer or time.sleep, but for who keeps looking at the clock.
    bool by_looking = false;
  };

  struct Thread {
    uint32_t name;  // text
  };
  struct Wait {     // of a thread
    uint32_t what;  // text: what for, in words
    double until;   // virtual seconds; negative where nothing but another thread wakes it
  };

  explicit Recording(Version version = kDefaultVersion);
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;

  // --- reading ---
  Version version() const { return version_; }  // the Python that ran
  size_t size() const { return events_.size(); }
  // Up to the end of the program: what comes after it belongs to the end of the interpreter.
  size_t program_size() const { return std::min(program_size_, size()); }
  const Event& operator[](size_t i) const { return events_[i]; }
  std::string_view text(uint32_t id) const { return texts_[id]; }
  const Code& code_of(uint32_t frame) const { return *codes_[frames_[frame]]; }
  uint32_t code_index(uint32_t frame) const { return frames_[frame]; }
  const std::vector<std::shared_ptr<const Code>>& codes() const { return codes_; }
  uint32_t frame_count() const { return frame_count_; }
  const Table<Task>& tasks() const { return tasks_; }
  const Table<Handle>& handles() const { return handles_; }
  const Table<Object>& objects() const { return objects_; }
  const Table<Jump>& jumps() const { return jumps_; }
  const Table<Thread>& threads() const { return threads_; }
  const Table<Wait>& waits() const { return waits_; }
  uint32_t future_count() const { return future_count_; }
  const Packed& primitive_states() const { return primitive_states_; }  // see primitive_state.h
  // For each queue what has been put into it, in order. What is in it at a moment lies together.
  const std::deque<Table<Shown>>& queue_logs() const { return queue_logs_; }
  std::string label_of(const Object& object) const;
  // The place of a frame event in the source; all zero where it has none.
  ast::Position position(const Event& event) const;
  size_t bytes() const;  // memory the whole recording takes

  // --- writing (the machine only) ---
  uint32_t last() const { return uint32_t(size()) - 1; }  // index of the newest event
  [[gnu::always_inline]] uint32_t append(const Event& event) {
    events_.append(event);
    return last();
  }
  // One with a value.
  [[gnu::always_inline]] uint32_t append(EventKind kind, uint32_t offset, uint32_t subject,
                                         Shown value) {
    events_.append([&](Event * place) __attribute__((always_inline)) {
      place->write(kind, offset, subject, value);
    });
    return last();
  }
  // Several at once: where they are to be written, until filled_to(); null: only one by one.
  Event* room_for(size_t count) const { return events_.room_for(count); }
  void filled_to(Event* end) { events_.filled_to(end); }
  // Once it has so many events is_full() is true, and `flag` becomes so: the run is to pause.
  void pause_at(size_t events, bool* flag) { events_.pause_at(events, flag); }
  bool is_full() const { return events_.is_full(); }
  uint32_t intern(std::string_view text) { return texts_.intern(text); }  // same text, same id
  uint32_t keep(std::string_view text) { return texts_.keep(text); }      // for output: every time
  uint32_t add_code(std::shared_ptr<const Code> code);
  uint32_t add_frame(uint32_t code) {
    frames_.append(code);
    return ++frame_count_;
  }
  uint32_t add_task(const Task& task) {
    tasks_.append(task);
    return uint32_t(tasks_.size()) - 1;
  }
  uint32_t add_handle(const Handle& handle) {
    handles_.append(handle);
    return uint32_t(handles_.size()) - 1;
  }
  uint32_t add_object(const Object& object) {
    objects_.append(object);
    return uint32_t(objects_.size()) - 1;
  }
  uint32_t add_jump(const Jump& jump) {
    jumps_.append(jump);
    return uint32_t(jumps_.size()) - 1;
  }
  uint32_t add_thread(const Thread& thread) {
    threads_.append(thread);
    return uint32_t(threads_.size()) - 1;
  }
  uint32_t add_wait(const Wait& wait) {
    waits_.append(wait);
    return uint32_t(waits_.size()) - 1;
  }
  uint32_t add_future() { return ++future_count_; }
  Packed& primitive_states() { return primitive_states_; }
  Table<Shown>& queue_log(uint32_t log) { return queue_logs_[log]; }
  uint32_t add_queue_log() {
    queue_logs_.emplace_back(memory_);
    return uint32_t(queue_logs_.size()) - 1;
  }
  void end_program() { program_size_ = size(); }

 private:
  Version version_;
  ChunkMemory memory_;
  Table<Event> events_{memory_};
  Texts texts_;
  std::vector<std::shared_ptr<const Code>> codes_;
  Table<uint32_t> frames_{memory_};
  Table<Task> tasks_{memory_};
  Table<Handle> handles_{memory_};
  Table<Object> objects_{memory_};
  Table<Jump> jumps_{memory_};
  Table<Thread> threads_{memory_};
  Table<Wait> waits_{memory_};
  Packed primitive_states_{memory_};
  std::deque<Table<Shown>> queue_logs_;
  uint32_t frame_count_ = 0, future_count_ = 0;
  size_t program_size_ = SIZE_MAX;
};

}  // namespace awaitscope
