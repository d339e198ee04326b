// asyncio.gather. Specified in:
// https://docs.python.org/3.11/library/asyncio-task.html#asyncio.gather

#include "engine/asyncio/loop.h"
#include "engine/objects/containers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"

namespace awaitscope {

// What the callback of every child knows.
struct Gathering : NativeObject {
  Ref outer_ref;  // until it is done
  std::vector<Ref> children;
  Ref waiting_task;  // that has called gather: for call graphs
  size_t total = 0, finished = 0;
  bool return_exceptions = false;
};
static Type* gathering_type;

static void child_done(Value data, Value child_value) {
  auto* gathering = static_cast<Gathering*>(data.object());
  Future* child = as_future(child_value);
  ++gathering->finished;
  Ref outer_ref = gathering->outer_ref;
  Future* outer = outer_ref ? as_future(outer_ref) : nullptr;
  bool cancelled = child->state == Future::State::Cancelled;
  if (!outer || outer->state != Future::State::Pending) {
    if (!cancelled) child->log_traceback = false;
    return;
  }
  discard_from_awaited_by(child_value, gathering->waiting_task);
  if (!gathering->return_exceptions) {
    if (cancelled || child->exception) {
      for (const Ref& each : gathering->children)
        discard_from_awaited_by(each, gathering->waiting_task);
    }
    if (cancelled) return set_exception(outer, cancelled_error(child));
    child->log_traceback = false;
    if (child->exception) return set_exception(outer, child->exception);
  }
  if (gathering->finished != gathering->total) return;
  std::vector<Ref> kept;
  std::vector<Value> results;
  for (const Ref& each : gathering->children) {
    Future* future = as_future(each);
    Ref result;
    if (future->state == Future::State::Cancelled) {
      bool said = future->cancel_message && !future->cancel_message.get().is_none();
      result = said ? new_exception_of(types.CancelledError, future->cancel_message)
                    : new_exception_of(types.CancelledError, new_str(""));
    } else {
      future->log_traceback = false;
      result = future->exception ? future->exception : future->result;
    }
    results.push_back(result);
    kept.push_back(std::move(result));
  }
  gathering->children.clear();
  gathering->outer_ref = Ref();
  if (outer->cancel_requested)
    set_exception(outer, cancelled_error(child));
  else
    set_result(outer, new_list(results));
}

Native gather(std::vector<Ref> awaitables, bool return_exceptions) {
  if (awaitables.empty()) {
    Ref loop = get_event_loop();
    if (!loop) co_return Ref();
    Ref outer = new_future(loop);
    set_result(as_future(outer), new_list());
    co_return outer;
  }
  Ref loop = running_loop() ? Ref(running_loop()) : Ref();
  auto* gathering = make_object<Gathering>(gathering_type, 0);
  Ref data = Ref::adopt(gathering);
  gathering->return_exceptions = return_exceptions;
  if (loop) gathering->waiting_task = asyncio_state().current_task;
  std::vector<Ref> done;  // already: they need no callback (3.12)
  Ref callback = new_native_callback(child_done, data, "gather.<locals>._done_callback()");
  std::vector<std::pair<Ref, Ref>> known;  // argument, future
  for (const Ref& awaitable : awaitables) {
    Ref future;
    for (auto& [argument, made] : known) {
      if (argument.get() == awaitable.get()) future = made;
    }
    if (!future) {
      Ref hash = co_await hash_of(awaitable);
      if (!hash) {
        cannot_be_key(awaitable);
        co_return Ref();
      }
      future = co_await ensure_future(awaitable, loop);
      if (!future) co_return Ref();
      // Before 3.12 each is asked for its loop first.
      if (!is_future(future) && !since(Version::V3_12)) {
        co_return raise_attribute_error(future, intern("_loop"));
      }
      if (future.get() != awaitable.get()) {
        CO_TRY(quiet, leave_unreported(future));
      }
      if (!loop || !since(Version::V3_12)) {
        if (!is_alive(future)) co_return Ref();
      } else if (!can_be_waited_for(future)) {
        co_return Ref();
      }
      if (!loop) loop = as_future(future)->loop;
      ++gathering->total;
      known.push_back({awaitable, future});
      if (as_future(future)->state != Future::State::Pending && since(Version::V3_12)) {
        done.push_back(future);
      } else {
        add_to_awaited_by(future, gathering->waiting_task);
        add_done_callback(as_future(future), callback);
      }
    }
    gathering->children.push_back(future);
  }
  Ref outer = new_future(loop);
  Future* outer_future = as_future(outer);
  outer_future->is_gathering = true;
  release(static_cast<Object*>(outer_future->type));
  outer_future->type = asyncio_types.gathering_future;
  retain(static_cast<Object*>(outer_future->type));
  outer_future->children = gathering->children;
  gathering->outer_ref = outer;
  for (const Ref& future : done) child_done(data, future);
  co_return outer;
}

void register_gather() {
  TypeSpec spec;
  spec.name = "asyncio.gathering";
  spec.layout = Kind::Native;
  spec.instance_size = sizeof(Gathering);
  spec.flags = Type::kNoInstance | Type::kNoSubclass;
  spec.slots.destroy = destroy_native<Gathering>;
  gathering_type = new_builtin_type(spec);
}

}  // namespace awaitscope
