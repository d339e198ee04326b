// Queue, LifoQueue, PriorityQueue. Specified in:
// https://docs.python.org/3.11/library/asyncio-queue.html

#include <cmath>

#include "engine/asyncio/sync.h"
#include "engine/builtins/containers/container_methods.h"
#include "engine/builtins/functions/builtins.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

struct Queue : Primitive {
  enum class Order : uint8_t { Fifo, Lifo, Priority } order = Order::Fifo;
  int64_t maxsize = 0, unfinished = 0;
  Ref fraction;           // the maxsize that was given, where it is a float
  std::deque<Ref> items;  // of a priority queue: a heap, as heapq has it
  // Of a class that has its own way of keeping items (_init, _put, _get): they are in what its
  // _init has made, and CPython's methods are asked as CPython asks them.
  bool hooked = false;
  // ... or that has its own full(), put_nowait() and the like: these are asked too, wherever the
  // items are.
  bool asks = false;
  bool is_shut_down = false;  // 3.13
  Ref own_items;
  Waiters getters, putters;
  Ref finished;  // Event
  // Where its items are in the recording: the log, once it has one, and the first of them in it.
  static constexpr uint32_t kNoLog = UINT32_MAX;
  uint32_t log = kNoLog, first_logged = 0;
  bool full() const { return maxsize > 0 && int64_t(items.size()) >= maxsize; }
};
static Type *queue_type, *lifo_type, *priority_type;
static Queue* queue_of(Value v) { return static_cast<Queue*>(v.object()); }

// Takes those who need not wait any more out of the line, up to the first who does.
static void wake_next(Waiters& waiters) {
  while (!waiters.line.empty()) {
    Ref waiter = std::move(waiters.line.front());
    waiters.line.pop_front();
    if (as_future(waiter)->state != Future::State::Pending) continue;
    set_result(as_future(waiter), Value::none());
    return;
  }
}

// --- the heap: heapq's own steps, since the order of equal items follows from them ---

static Native less(Ref a, Ref b) {
  CO_TRY(result, compare(a, b, Comparison::Lt));
  co_return co_await truth_of(result);
}

static Native sift_down(Ref queue_ref, size_t start, size_t at) {
  Queue* queue = queue_of(queue_ref);
  Ref item = queue->items[at];
  while (at > start) {
    size_t parent = (at - 1) / 2;
    CO_TRY(smaller, less(item, queue->items[parent]));
    if (smaller.get() != Value::boolean(true)) break;
    queue->items[at] = queue->items[parent];
    at = parent;
  }
  queue->items[at] = item;
  co_return Value::none();
}

static Native sift_up(Ref queue_ref, size_t at) {
  Queue* queue = queue_of(queue_ref);
  size_t end = queue->items.size(), start = at;
  Ref item = queue->items[at];
  for (size_t child = 2 * at + 1; child < end; child = 2 * at + 1) {
    size_t right = child + 1;
    if (right < end) {
      CO_TRY(smaller, less(queue->items[child], queue->items[right]));
      if (smaller.get() != Value::boolean(true)) child = right;
    }
    queue->items[at] = queue->items[child];
    at = child;
  }
  queue->items[at] = item;
  co_return co_await sift_down(queue_ref, start, at);
}

// --- putting and getting ---

// The truth of what the queue's full() or empty() says, whoever has written it.
static Native asked(Ref queue, const char* method) {
  CO_TRY(answer, call_method(queue, intern(method)));
  co_return co_await truth_of(answer);
}

static void has_put(Queue* queue) {
  ++queue->unfinished;
  event_clear(queue->finished);
  note_change(queue);
  wake_next(queue->getters);
}

static void has_taken(Queue* queue) {
  note_change(queue);
  wake_next(queue->putters);
}

static Ref raise_shut_down() {
  return raise_error(asyncio_types.QueueShutDown, std::string_view());
}

static Native put_now(Ref ref, Ref item) {
  Queue* queue = queue_of(ref);
  if (queue->is_shut_down) co_return raise_shut_down();
  bool full = queue->full();
  if (queue->asks) {
    CO_TRY(answer, asked(ref, "full"));
    full = answer.get() == Value::boolean(true);
  }
  if (full) co_return raise_error(asyncio_types.QueueFull, std::string_view());
  if (queue->hooked) {
    CO_TRY(done, call_method(ref, intern("_put"), item));
    has_put(queue);
    co_return Value::none();
  }
  queue->items.push_back(item);
  if (queue->order == Queue::Order::Priority) {
    CO_TRY(done, sift_down(ref, 0, queue->items.size() - 1));
  }
  has_put(queue);
  co_return Value::none();
}

static Ref take_item(Queue* queue) {
  Ref item;
  if (queue->order == Queue::Order::Fifo) {
    item = std::move(queue->items.front());
    queue->items.pop_front();
    ++queue->first_logged;
  } else {
    item = std::move(queue->items.back());
    queue->items.pop_back();
  }
  return item;
}

// Of an empty() of the program's that has said that there is something.
static Ref raise_nothing_there(const Queue* queue) {
  const char* const kWords[] = {"pop from an empty deque", "pop from empty list",
                                "index out of range"};
  return raise_error(types.IndexError, kWords[int(queue->order)]);
}

static Native get_now(Ref ref) {
  Queue* queue = queue_of(ref);
  bool empty = queue->items.empty();
  if (queue->asks) {
    CO_TRY(answer, asked(ref, "empty"));
    empty = answer.get() == Value::boolean(true);
  }
  if (empty) {
    if (queue->is_shut_down) co_return raise_shut_down();
    co_return raise_error(asyncio_types.QueueEmpty, std::string_view());
  }
  if (queue->hooked) {
    Ref item = co_await call_method(ref, intern("_get"));
    if (item) has_taken(queue);
    co_return item;
  }
  if (queue->items.empty()) co_return raise_nothing_there(queue);
  Ref item = take_item(queue);
  if (queue->order == Queue::Order::Priority && !queue->items.empty()) {
    std::swap(item, queue->items.front());
    CO_TRY(done, sift_up(ref, 0));
  }
  has_taken(queue);
  co_return item;
}

static Ref put_nowait(Args& args) {
  Queue* queue = queue_of(args[0]);
  if (queue->asks || queue->order == Queue::Order::Priority) return try_coroutine();
  if (queue->is_shut_down) return raise_shut_down();
  if (queue->full()) return raise_error(asyncio_types.QueueFull, std::string_view());
  queue->items.push_back(args[1]);
  has_put(queue);
  return Value::none();
}
static Native put_nowait_slow(Args args) { return put_now(args[0], args[1]); }

static Ref get_nowait(Args& args) {
  Queue* queue = queue_of(args[0]);
  if (queue->asks || queue->order == Queue::Order::Priority) return try_coroutine();
  if (queue->items.empty() && queue->is_shut_down) return raise_shut_down();
  if (queue->items.empty()) return raise_error(asyncio_types.QueueEmpty, std::string_view());
  Ref item = take_item(queue);
  has_taken(queue);
  return item;
}
static Native get_nowait_slow(Args args) { return get_now(args[0]); }

// Waits until a waiter's turn has come; what CPython does where that is interrupted.
static Native wait_in_line(Ref queue_ref, bool getting) {
  Queue* queue = queue_of(queue_ref);
  Waiters& line = getting ? queue->getters : queue->putters;
  Ref loop = loop_for_waiting(queue_ref);
  if (!loop) co_return co_await wrong_loop(queue_ref);
  Ref future = line.add(loop);
  note_change(queue);
  Ref result = co_await wait_for(future);
  if (result) co_return result;
  Ref error = take_pending();
  cancel_plain(as_future(future), Value());
  line.remove(future);
  note_change(queue);
  bool possible = getting ? !queue->items.empty() : !queue->full();
  if (queue->asks) {
    CO_TRY(impossible, asked(queue_ref, getting ? "empty" : "full"));
    possible = impossible.get() == Value::boolean(false);
  }
  if (possible && as_future(future)->state != Future::State::Cancelled) wake_next(line);
  restore_pending(error);
  co_return Ref();
}

static Native wait_until_possible(Ref queue, bool getting) {
  for (;;) {
    CO_TRY(impossible, asked(queue, getting ? "empty" : "full"));
    if (impossible.get() == Value::boolean(false)) co_return Value::none();
    if (queue_of(queue)->is_shut_down) co_return raise_shut_down();
    CO_TRY(waited, wait_in_line(queue, getting));
  }
}

static Native put(Args args) {
  Queue* queue = queue_of(args[0]);
  if (queue->asks) {
    CO_TRY(possible, wait_until_possible(args[0], false));
    co_return co_await call_method(args[0], intern("put_nowait"), args[1]);
  }
  while (queue->full()) {
    if (queue->is_shut_down) co_return raise_shut_down();
    CO_TRY(waited, wait_in_line(args[0], false));
  }
  if (queue->is_shut_down) co_return raise_shut_down();
  if (queue->order == Queue::Order::Priority) co_return co_await put_now(args[0], args[1]);
  queue->items.push_back(args[1]);
  has_put(queue);
  co_return Value::none();
}

static Native get(Args args) {
  Queue* queue = queue_of(args[0]);
  if (queue->asks) {
    CO_TRY(possible, wait_until_possible(args[0], true));
    co_return co_await call_method(args[0], intern("get_nowait"));
  }
  while (queue->items.empty()) {
    if (queue->is_shut_down) co_return raise_shut_down();
    CO_TRY(waited, wait_in_line(args[0], true));
  }
  if (queue->order == Queue::Order::Priority) co_return co_await get_now(args[0]);
  Ref item = take_item(queue);
  has_taken(queue);
  co_return item;
}

static Ref task_done(Args& args) {
  Queue* queue = queue_of(args[0]);
  if (queue->unfinished <= 0) return raise_value_error({"task_done() called too many times"});
  if (--queue->unfinished == 0) event_set(queue->finished);
  note_change(queue);
  return Value::none();
}
// Nothing can be put any more; what is there can still be taken, unless `immediate` throws it away.
// Whoever waits for an item or a place is woken, to find that out.
static Native shutdown(Args args) {
  Queue* queue = queue_of(args[0]);
  CO_TRY(immediate, truth_of(args[1]));
  queue->is_shut_down = true;
  if (immediate.get() == Value::boolean(true)) {
    for (;;) {
      bool empty = queue->items.empty();
      if (queue->asks) {
        CO_TRY(answer, asked(args[0], "empty"));
        empty = answer.get() == Value::boolean(true);
      }
      if (empty) break;
      if (queue->hooked) {
        CO_TRY(taken, call_method(args[0], intern("_get")));
      } else {
        if (queue->items.empty()) co_return raise_nothing_there(queue);
        take_item(queue);
      }
      if (queue->unfinished > 0) --queue->unfinished;
    }
    if (queue->unfinished == 0) event_set(queue->finished);
  }
  for (Waiters* waiters : {&queue->getters, &queue->putters}) {
    while (!waiters->line.empty()) wake_next(*waiters);
  }
  note_change(queue);
  co_return Value::none();
}
static Native join(Args args) {
  Queue* queue = queue_of(args[0]);
  if (queue->unfinished > 0) {
    CO_TRY(waited, event_wait(queue->finished));
  }
  co_return Value::none();
}
static Ref qsize(Args& args) {
  Queue* queue = queue_of(args[0]);
  return queue->hooked ? try_coroutine() : new_int(int64_t(queue->items.size()));
}
static Native qsize_hooked(Args args) {
  CO_TRY(items, get_attribute(args[0], intern("_queue")));
  co_return co_await length_of(items);
}
static Ref is_empty(Args& args) {
  Queue* queue = queue_of(args[0]);
  return queue->hooked ? try_coroutine() : Ref(Value::boolean(queue->items.empty()));
}
static Native is_empty_hooked(Args args) {
  CO_TRY(items, get_attribute(args[0], intern("_queue")));
  CO_TRY(any, truth_of(items));
  co_return Value::boolean(any.get() == Value::boolean(false));
}
static Ref is_full(Args& args) {
  Queue* queue = queue_of(args[0]);
  return queue->asks ? try_coroutine() : Ref(Value::boolean(queue->full()));
}
static Native is_full_by_class(Args args) {
  Queue* queue = queue_of(args[0]);
  if (queue->maxsize <= 0) co_return Value::boolean(false);
  CO_TRY(size, call_method(args[0], intern("qsize")));
  co_return co_await compare(size, Value::of_int(queue->maxsize), Comparison::Ge);
}

// --- what a class of the program's may replace, and call ---

static Ref get_own_items(Args& args) {
  Queue* queue = queue_of(args[0]);
  if (queue->own_items) return queue->own_items;
  if (queue->hooked) return raise_attribute_error(args[0], intern("_queue"));
  std::vector<Value> items(queue->items.begin(), queue->items.end());
  return new_list(items);
}
static Ref set_own_items(Args& args) {
  queue_of(args[0])->own_items = args[1] ? Ref(args[1]) : Ref();
  return Value::none();
}
static Native library_call(const char* module, const char* function, Ref a, Ref b) {
  Ref name = Value::of(intern(module));
  CO_TRY(found, machine_hooks.import_name(name, Value::none(), 0));
  CO_TRY(callable, get_attribute(found, intern(function)));
  if (!a) co_return co_await call(callable);
  if (!b) co_return co_await call(callable, a);
  co_return co_await call(callable, a, b);
}
static Native hook_init(Args args) {
  Queue* queue = queue_of(args[0]);
  if (queue->order == Queue::Order::Fifo) {
    queue->own_items = co_await library_call("collections", "deque", Ref(), Ref());
  } else {
    queue->own_items = new_list();
  }
  co_return queue->own_items ? Ref(Value::none()) : Ref();
}
static Native hook_put(Args args) {
  CO_TRY(items, get_attribute(args[0], intern("_queue")));
  if (queue_of(args[0])->order == Queue::Order::Priority) {
    co_return co_await library_call("heapq", "heappush", items, args[1]);
  }
  co_return co_await call_method(items, intern("append"), args[1]);
}
static Native hook_get(Args args) {
  CO_TRY(items, get_attribute(args[0], intern("_queue")));
  Queue::Order order = queue_of(args[0])->order;
  if (order == Queue::Order::Priority) {
    co_return co_await library_call("heapq", "heappop", items, Ref());
  }
  co_return co_await call_method(items, intern(order == Queue::Order::Fifo ? "popleft" : "pop"));
}
static Ref get_maxsize(Args& args) {
  const Queue* queue = queue_of(args[0]);
  return queue->fraction ? queue->fraction : new_int(queue->maxsize);
}

static Ref get_unfinished(Args& args) { return new_int(queue_of(args[0])->unfinished); }

static Ref queue_new(Args& args) {
  Type* type = as<Type>(args[0]);
  auto* queue = make_primitive<Queue>(PrimitiveKind::Queue, type);
  Ref result = Ref::adopt(queue);
  if (is_subtype(type, lifo_type)) queue->order = Queue::Order::Lifo;
  if (is_subtype(type, priority_type)) queue->order = Queue::Order::Priority;
  for (const char* hook : {"_init", "_put", "_get"}) {
    queue->hooked |= !is<NativeFunction>(find(type, intern(hook)));
  }
  queue->asks = queue->hooked;
  for (const char* method : {"put_nowait", "get_nowait", "full", "empty", "qsize"}) {
    queue->asks |= !is<NativeFunction>(find(type, intern(method)));
  }
  queue->finished = new_event(true);
  primitive_of(queue->finished)->part_of = queue;
  return result;
}
static Ref queue_init(Args& args) {
  Queue* queue = queue_of(args[0]);
  if (double size; is<Float>(args[1]) && as_double(args[1], size)) {
    constexpr double kMost = 1e18;
    queue->maxsize = size > kMost ? int64_t(kMost) : size > 0 ? int64_t(std::ceil(size)) : 0;
    queue->fraction = args[1];
  } else if (!as_int64(args[1], queue->maxsize)) {
    return raise_type_error(
        {"'<=' not supported between instances of '", type_name(args[1]), "' and 'int'"});
  }
  announce(queue);
  return queue->hooked ? try_coroutine() : Ref(Value::none());
}
static Native queue_init_hooked(Args args) {
  Ref done = co_await call_method(args[0], intern("_init"), args[1]);
  co_return done ? Ref(Value::none()) : Ref();
}

// --- what the recording hears of ---

// What is put at the end follows what there is in the log. Where others than the first are taken,
// or items change places, what is shown is written anew.
static void log_items(Queue* queue) {
  if (queue->log == Queue::kNoLog) {
    queue->log = vm().recorder.recording->add_queue_log();
    queue->first_logged = 0;
  }
  Table<Shown>& log = vm().recorder.recording->queue_log(queue->log);
  const size_t count = queue->items.size();
  if (queue->order == Queue::Order::Fifo) {
    for (size_t i = log.size() - queue->first_logged; i < count; ++i) {
      log.append(vm().recorder.shown(queue->items[i]));
    }
    return;
  }
  Shown shown[kMostShown];
  const size_t most = std::min(count, kMostShown);
  for (size_t i = 0; i < most; ++i) shown[i] = vm().recorder.shown(queue->items[i]);
  size_t there = std::min(most, log.size() - queue->first_logged);
  bool same = there == most || queue->first_logged + there == log.size();
  for (size_t i = 0; i < there && same; ++i) same = log[queue->first_logged + i] == shown[i];
  if (!same) {
    queue->first_logged = uint32_t(log.size());
    there = 0;
  }
  for (size_t i = there; i < most; ++i) log.append(shown[i]);
}

void put_queue_state(Packed::Writer& state, Primitive* primitive) {
  auto* queue = static_cast<Queue*>(primitive);
  log_items(queue);
  state.put(queue->log);
  state.put(queue->first_logged);
  state.put(queue->items.size());
  state.put(uint64_t(std::max<int64_t>(queue->maxsize, 0)));
  state.put(uint64_t(queue->unfinished));
  put_line(state, WaitingRole::ToGet, queue->getters);
  put_line(state, WaitingRole::ToPut, queue->putters);
  put_line(state, WaitingRole::ToJoin, event_waiters(queue->finished));
}

// What its repr() and str() have between the brackets.
static Native queue_state(Ref ref) {
  Queue* queue = queue_of(ref);
  std::string text = concat({"maxsize=", queue->fraction ? text_of(repr_fast(queue->fraction))
                                                         : std::to_string(queue->maxsize)});
  std::vector<Value> items(queue->items.begin(), queue->items.end());
  Ref list = new_list(items);
  if (queue->own_items) {
    list = co_await list_of(queue->own_items);
    if (!list) co_return Ref();
  }
  if (as<List>(list)->size) {
    CO_TRY(shown, repr_of(list));
    text += concat({" _queue=", text_of(shown)});
  }
  for (auto [name, line] :
       {std::pair{" _getters[", &queue->getters}, {" _putters[", &queue->putters}}) {
    if (!line->line.empty()) text += concat({name, std::to_string(line->line.size()), "]"});
  }
  if (queue->unfinished) text += concat({" tasks=", std::to_string(queue->unfinished)});
  if (queue->is_shut_down) text += " shutdown";
  co_return new_str(text);
}
static Native queue_repr(Args args) {
  CO_TRY(state, queue_state(args[0]));
  co_return new_str(
      concat({"<", type_name(args[0]), " at ", address_text(args[0]), " ", text_of(state), ">"}));
}
static Native queue_str(Args args) {
  CO_TRY(state, queue_state(args[0]));
  co_return new_str(concat({"<", type_name(args[0]), " ", text_of(state), ">"}));
}

static const NativeDefinition kQueueMethods[] = {
    static_method("__new__", "(cls, /, *args, **kwargs)", queue_new),
    method("__init__", "(self, maxsize=0)", queue_init, queue_init_hooked),
    method("_init", "(self, maxsize)", hook_init),
    method("_put", "(self, item)", hook_put),
    method("_get", "(self)", hook_get),
    getter("_queue", get_own_items, set_own_items),
    getter("_unfinished_tasks", get_unfinished),
    class_method("__class_getitem__", "(cls, item, /)", method_class_getitem),
    async_method("put", "(self, item)", put),
    async_method("get", "(self)", get),
    method("put_nowait", "(self, item)", put_nowait, put_nowait_slow),
    method("get_nowait", "(self)", get_nowait, get_nowait_slow),
    method("task_done", "(self)", task_done),
    async_method("join", "(self)", join),
    method("shutdown", "(self, immediate=False)", shutdown).in_tracebacks().since(Version::V3_13),
    method("qsize", "(self)", qsize, qsize_hooked),
    method("empty", "(self)", is_empty, is_empty_hooked),
    method("full", "(self)", is_full, is_full_by_class),
    getter("maxsize", get_maxsize),
    method("__repr__", "(self, /)", queue_repr),
    method("__str__", "(self, /)", queue_str),
};

void register_queues() {
  queue_type = primitive_type<Queue>("asyncio.queues.Queue", kQueueMethods);
  lifo_type = primitive_type<Queue>("asyncio.queues.LifoQueue", {}, queue_type);
  priority_type = primitive_type<Queue>("asyncio.queues.PriorityQueue", {}, queue_type);
}

void fill_queues(Dict* module) {
  const std::pair<const char*, Type*> exported[] = {
      {"Queue", queue_type},
      {"LifoQueue", lifo_type},
      {"PriorityQueue", priority_type},
      {"QueueEmpty", asyncio_types.QueueEmpty},
      {"QueueFull", asyncio_types.QueueFull},
  };
  for (const auto& [name, type] : exported) dict_set(module, intern(name), Value::of(type));
  if (since(Version::V3_13))
    dict_set(module, intern("QueueShutDown"), Value::of(asyncio_types.QueueShutDown));
}

}  // namespace awaitscope
