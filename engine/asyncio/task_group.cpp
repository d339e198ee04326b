// asyncio.TaskGroup. Specified in:
// https://docs.python.org/3.11/library/asyncio-task.html#task-groups

#include <algorithm>

#include "engine/asyncio/loop.h"
#include "engine/builtins/errors/errors.h"
#include "engine/objects/containers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

struct TaskGroup : NativeObject {
  bool entered = false, exiting = false, aborting = false, parent_cancel_requested = false;
  bool cancel_on_enter = false;
  Ref loop, parent;
  std::vector<Ref> tasks;  // in order of making
  std::vector<Ref> errors;
  Ref base_error, on_completed;
  auto parts() { return std::tie(loop, parent, base_error, on_completed, tasks, errors); }
};
static Type* group_type;

static TaskGroup* group_of(Value v) { return static_cast<TaskGroup*>(v.object()); }

static bool is_base_error(Value exception) {
  Type* type = type_of(exception);
  return is_subtype(type, types.SystemExit) || is_subtype(type, types.KeyboardInterrupt);
}

static std::string group_repr(const TaskGroup* group) {
  std::string info;
  if (!group->tasks.empty()) info += concat({" tasks=", std::to_string(group->tasks.size())});
  if (!group->errors.empty()) info += concat({" errors=", std::to_string(group->errors.size())});
  if (group->aborting)
    info += " cancelling";
  else if (group->entered)
    info += " entered";
  return concat({"<TaskGroup", info, ">"});
}

static void abort_group(TaskGroup* group) {
  group->aborting = true;
  std::vector<Ref> tasks = group->tasks;
  for (const Ref& task : tasks) {
    if (as_future(task)->state == Future::State::Pending) cancel_future(task, Value());
  }
}

// 3.15
static void cancel_group(TaskGroup* group) {
  if (!group->entered) {
    group->cancel_on_enter = true;
    return;
  }
  if ((group->exiting && group->tasks.empty()) || group->aborting) return;
  abort_group(group);
  if (group->parent && !group->parent_cancel_requested) {
    group->parent_cancel_requested = true;
    cancel_future(group->parent, Value());
  }
}

static void task_done(Value data, Value task_value) {
  TaskGroup* group = group_of(data);
  if (group->parent) discard_from_awaited_by(task_value, group->parent);
  Future* task = as_future(task_value);
  std::erase_if(group->tasks, [&](const Ref& each) { return each.get() == task_value; });
  if (group->on_completed && group->tasks.empty() &&
      as_future(group->on_completed)->state == Future::State::Pending) {
    set_result(as_future(group->on_completed), Value::boolean(true));
  }
  if (task->state == Future::State::Cancelled) return;
  task->log_traceback = false;
  if (!task->exception) return;
  group->errors.push_back(task->exception);
  if (is_base_error(task->exception) && !group->base_error) group->base_error = task->exception;
  if (as_future(group->parent)->state != Future::State::Pending) {
    restore_pending(task->exception);  // nobody is left to hear of it: the loop reports it
    return;
  }
  if (!group->aborting && !group->parent_cancel_requested) {
    abort_group(group);
    group->parent_cancel_requested = true;
    cancel_future(group->parent, Value());
  }
}

static Native group_enter(Args args) {
  TaskGroup* group = group_of(args[0]);
  if (group->entered) {
    co_return raise_runtime_error({"TaskGroup ", group_repr(group), " has already been entered"});
  }
  group->loop = get_running_loop();
  if (!group->loop) co_return Ref();
  if (!asyncio_state().current_task) {
    co_return raise_runtime_error(
        {"TaskGroup ", group_repr(group), " cannot determine the parent task"});
  }
  group->parent = asyncio_state().current_task;
  group->entered = true;
  if (group->cancel_on_enter) cancel_group(group);
  co_return args[0];
}

static Native group_exit(Args args) {
  TaskGroup* group = group_of(args[0]);
  Value type = args[1], exception = args[2];
  bool raised = !type.is_none();
  bool was_cancelled = type == Value::of(types.CancelledError);
  if (since(Version::V3_14) && raised)
    was_cancelled = is_subtype(type_of(exception), types.CancelledError);
  group->exiting = true;
  if (raised && is_base_error(exception) && !group->base_error) group->base_error = exception;
  Ref propagate = was_cancelled ? Ref(exception) : Ref();
  // Its own cancelling of the task is taken back: before 3.13 at once, then when all are done.
  const bool uncancels_late = since(Version::V3_13);
  if (group->parent_cancel_requested && !uncancels_late) {
    Task* parent = as_task(group->parent);
    uncancel(parent);
    if (parent->cancel_requests == 0) propagate = Ref();
  }
  if (raised && !group->aborting) abort_group(group);
  Ref still_cancelled;
  while (!group->tasks.empty()) {
    if (!group->on_completed) group->on_completed = new_future(group->loop);
    Ref waited = co_await wait_for(group->on_completed);
    if (!waited) {
      if (!pending_is(types.CancelledError)) co_return Ref();
      Ref error = take_pending();
      still_cancelled = error;
      if (!group->aborting) {
        propagate = error;
        abort_group(group);
      }
    }
    group->on_completed = Ref();
  }
  if (group->base_error) {
    set_pending(std::move(group->base_error));
    co_return Ref();
  }
  if (group->parent_cancel_requested && uncancels_late) {
    Task* parent = as_task(group->parent);
    uncancel(parent);
    if (parent->cancel_requests == 0) {
      propagate = Ref();
    } else if (!propagate && since(Version::V3_15)) {
      propagate = still_cancelled;
    }
  }
  if (propagate && group->errors.empty()) {
    set_pending(propagate);
    co_return Ref();
  }
  if (raised && !was_cancelled) group->errors.push_back(exception);
  if (group->errors.empty()) co_return Value::boolean(since(Version::V3_15));
  if (Task* parent = as_task(group->parent); parent->cancel_requests && since(Version::V3_13)) {
    uncancel(parent);  // it is cancelled from outside, and is to hear of it at its next await
    cancel_future(group->parent, Value());
  }
  if (since(Version::V3_15) && raised && group->errors.size() == 1 &&
      is_subtype(type_of(exception), types.GeneratorExit)) {
    group->errors.clear();
    set_pending(exception);
    co_return Ref();
  }
  std::vector<Value> errors(group->errors.begin(), group->errors.end());
  Ref made = new_exception_group(types.BaseExceptionGroup, "unhandled errors in a TaskGroup",
                                 new_list(errors));
  group->errors.clear();
  if (!made) co_return Ref();
  as<Exception>(made)->suppress_context = true;
  // A cycle: what the group has been raised for lives until it is collected.
  if (!since(Version::V3_13)) static_cast<NativeFrame*>(vm().current)->local = made;
  set_pending(made);
  co_return Ref();
}

static Native group_create_task(Args args) {
  TaskGroup* group = group_of(args[0]);
  std::string_view why = !group->entered                          ? "has not been entered"
                         : group->exiting && group->tasks.empty() ? "is finished"
                         : group->aborting                        ? "is shutting down"
                                                                  : "";
  if (!why.empty()) {
    if (since(Version::V3_13)) {
      CO_TRY(closed, call_method(args[1], intern("close")));
    }
    co_return raise_runtime_error({"TaskGroup ", group_repr(group), " ", why});
  }
  Ref task;
  if (since(Version::V3_14)) {
    task = co_await create_task_with(group->loop, args[1], args[2]);
  } else {
    task = co_await create_task_in(group->loop, args[1], args[2], args[3]);
    if (task && !args[2].is_none() && !as_loop(group->loop)->task_factory &&
        !since(Version::V3_13)) {
      ++asyncio_state().tasks_made;  // it is given its name afterwards
    }
  }
  if (!task || !can_be_waited_for(task)) co_return Ref();
  add_to_awaited_by(task, group->parent);
  group->tasks.push_back(task);
  Ref callback = new_native_callback(task_done, args[0], "TaskGroup._on_task_done()");
  add_done_callback(as_future(task), callback);
  if (since(Version::V3_15) && group->aborting) cancel_future(task, Value());
  co_return task;
}
static Ref group_cancel(Args& args) {
  cancel_group(group_of(args[0]));
  return is_pending() ? Ref() : Ref(Value::none());
}

static Ref group_new(Args& args) {
  return Ref::adopt(make_object<TaskGroup>(as<Type>(args[0]), 0));
}
static Ref group_init(Args&) { return Value::none(); }
static Ref group_repr_method(Args& args) { return new_str(group_repr(group_of(args[0]))); }

static const NativeDefinition kGroupMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", group_new),
    method("__init__", "(self)", group_init),
    async_method("__aenter__", "(self, /)", group_enter),
    async_method("__aexit__", "(self, type, value, traceback, /)", group_exit),
    method("create_task", "(self, coro, *, name=None, context=<null>)", group_create_task)
        .in_tracebacks()
        .until(Version::V3_14),
    method("create_task", "(self, coro, **kwargs)", group_create_task)
        .in_tracebacks()
        .since(Version::V3_14),
    method("cancel", "(self)", group_cancel).since(Version::V3_15),
    method("__repr__", "(self, /)", group_repr_method),
};

void register_task_groups() {
  TypeSpec spec;
  spec.name = "asyncio.taskgroups.TaskGroup";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(TaskGroup);
  spec.attributes_offset = uint16_t(sizeof(Object));
  spec.methods = kGroupMethods;
  spec.slots = {.destroy = destroy_native<TaskGroup>, .visit = visit_native<TaskGroup>};
  group_type = new_builtin_type(spec);
}
Type* get_task_group_type() { return group_type; }

}  // namespace awaitscope
