#include "engine/recording/reading/handle_words.h"

namespace awaitscope {

namespace {

constexpr HandleWords kOwn[] = {
    {"_run_until_complete_cb()", "stop the loop", "the callback that stops the loop"},
    {"futures._set_result_unless_cancelled()", "end of sleep", "the callback that ends a sleep"},
    {"Timeout._on_timeout()", "time is up", "the callback that ends a time limit"},
    {"gather.<locals>._done_callback()", "gather: one done",
     "the callback that gives `gather` a result"},
    {"TaskGroup._on_task_done()", "TaskGroup: one done",
     "the callback that tells the TaskGroup a task has ended"},
    {"_wait.<locals>._on_completion()", "wait: one done",
     "the callback that tells `wait` a task has ended"},
    {"_release_waiter()", "end of wait", "the callback that ends a wait"},
    {"shield.<locals>._inner_done_callback()", "shield: inner done",
     "the callback that passes the result through `shield`"},
    {"shield.<locals>._outer_done_callback()", "shield: outer done",
     "the callback that ends a `shield`"},
    {"as_completed.<locals>._on_completion()", "as_completed: one done",
     "the callback that tells `as_completed` a task has ended"},
    {"as_completed.<locals>._on_timeout()", "time is up",
     "the callback that ends the time limit of `as_completed`"},
    {"_AsCompletedIterator._handle_completion()", "as_completed: one done",
     "the callback that tells `as_completed` a task has ended"},
    {"_AsCompletedIterator._handle_timeout()", "time is up",
     "the callback that ends the time limit of `as_completed`"},
    {"_chain_future.<locals>._set_state()", "thread's result",
     "the callback that takes over the result of another thread"},
    {"_chain_future.<locals>._call_check_cancel()", "cancelled too?",
     "the callback that passes a cancellation on to the other thread"},
    {"_chain_future.<locals>._call_set_state()", "result for a thread",
     "the callback that passes the result on to another thread"},
    {"run_coroutine_threadsafe.<locals>.callback()", "task for a thread",
     "the callback that creates a task for another thread"},
    {"_set_result_unless_cancelled()", "executor is shut down",
     "the callback that says the executor is shut down"},
    {"BaseEventLoop.create_task()", "create a task", "the callback that creates a task"},
};

}  // namespace

const HandleWords* words_of_handle(std::string_view label) {
  const bool of_library = label.find(" at <library>") != label.npos;
  label = label.substr(0, label.find(" at <library>"));
  for (const HandleWords& words : kOwn) {
    if (words.name == label) return &words;
    // asyncio's own functions in Python come with their arguments.
    const std::string_view begin = words.name.substr(0, words.name.size() - 1);
    if (of_library && label.starts_with(begin)) return &words;
  }
  return nullptr;
}

std::string_view brief_of_handle(std::string_view label) {
  const HandleWords* words = words_of_handle(label);
  return words ? words->brief : label.substr(0, label.find(" at <library>"));
}

std::string_view words_of_task(const TaskView& task) {
  if (task.cancel_requested && task.state < TaskState::Done) return "being cancelled";
  switch (task.state) {
    case TaskState::Ready: return "ready to run";
    case TaskState::Running: return "running";
    case TaskState::Waiting: return "waiting";
    case TaskState::Done: return "done";
    case TaskState::Failed: return "failed";
    case TaskState::Cancelled: return "cancelled";
  }
  return "";
}

}  // namespace awaitscope
