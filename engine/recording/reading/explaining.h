#pragma once
// What explanations of all kinds of steps need: the step, its names in words, and what happened
// before and after it.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/recording/reading/explanation_texts.h"
#include "engine/recording/reading/reader.h"

namespace awaitscope {

class Explaining {
 public:
  Explaining(const Reader& reader, const Recording& recording, size_t step);
  virtual ~Explaining() = default;

 protected:
  // What stands in braces in a text is this, else what word() says.
  void set(std::string_view name, std::string words) { set_.emplace_back(name, std::move(words)); }
  virtual std::string word(std::string_view name) const;
  void say(TextId id);
  void say(const Mistake& mistake);

  // --- names, as they stand in a sentence ---
  std::string function(uint32_t frame) const;
  std::string value(Shown shown) const { return value(shown, index_); }
  std::string value(Shown shown, size_t event) const;
  std::string task_name(uint32_t task) const;
  std::string line_number() const { return std::to_string(recording_.position(event_).line); }
  const Moment& moment() const;
  const TaskView* task_view(uint32_t task) const;

  // --- threads ---
  const ThreadView* thread_view(uint32_t thread) const;  // null: it has ended, or there is only one
  std::string thread_name(uint32_t thread) const;
  bool is_from_thread() const;    // a thread without an event loop runs, while another has one
  size_t count_of_loops() const;  // that threads run

  // --- what else happens ---
  const Event& at(size_t step) const { return recording_[reader_.event_of(step)]; }
  const Event* next() const { return step_ + 1 < reader_.steps() ? &at(step_ + 1) : nullptr; }
  // What happened before to frames, or has a task or callback run: the loop's own accounts left
  // out.
  const Event* before() const {
    return back([](const Event& e) {
      return e.kind() == EventKind::Begin || is_of_frame(e.kind()) ||
             e.kind() == EventKind::TaskStep || e.kind() == EventKind::HandleRun;
    });
  }
  // Back from here, the first that is wanted; null where there is none.
  template <class Wanted>
  const Event* back(Wanted wanted) const {
    for (size_t i = index_; i-- > 0;) {
      if (wanted(recording_[i])) return &recording_[i];
    }
    return nullptr;
  }
  static bool is(const Event* event, EventKind kind) { return event && event->kind() == kind; }
  // What becomes of a frame after an event: the first that happens to it.
  const Event* next_of(uint32_t frame, size_t event) const;
  // The statement that awaits at an event of a frame: "`async with`".
  std::string awaiting_statement(const Event& event) const;
  // Is the frame in an await since this event of it?
  bool is_awaiting(const Event* event, uint32_t frame) const;
  // Or is it a line that goes on with an exception?
  bool begins_line(const Event& line) const;
  // Does a frame go on with an exception at this event of it?
  bool goes_on_by_exception(const Event& event) const;
  // The exception that has led to this step, "" where the recording does not know it.
  std::string exception_before() const;

  const Reader& reader_;
  const Recording& recording_;
  const size_t step_, index_;
  const Event& event_;
  mutable std::optional<Moment> moment_;
  Explanation answer_;

 private:
  std::string filled(std::string_view text) const;
  std::vector<std::pair<std::string_view, std::string>> set_;
};

// Of what happens to a thread.
Explanation explain_thread(const Reader& reader, const Recording& recording, size_t step);
// Of a Line.
Explanation explain_line(const Reader& reader, const Recording& recording, size_t step);

std::string in_code(std::string_view text);  // in backticks
std::string shortened(std::string text);
// "a", "a and b", "a, b and c"; of more than `most`, the first and how many more.
std::string listed(const std::vector<std::string>& names, size_t most = 3);
bool is_module(const Code& code);
bool is_body(const Code& code);  // of a class or module

}  // namespace awaitscope
