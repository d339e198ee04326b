#include "engine/asyncio/debug.h"

#include "engine/asyncio/text.h"
#include "engine/machine/operators.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

bool environment_asks_for_debug() {
  const Module* os = as_if<Module>(dict_get(vm().modules, intern("os")));
  const Dict* environment = os ? as_if<Dict>(dict_get(os->dict, intern("environ"))) : nullptr;
  if (!environment) return false;
  const Value asked = dict_get(environment, intern("PYTHONASYNCIODEBUG"));
  return asked && truth_fast(asked) == 1;
}

static bool is_debugged(Value loop) { return is_loop(loop) && as_loop(loop)->debug; }

void keep_source(Task* task, bool made_by_library) {
  if (!is_debugged(task->loop)) return;
  task->source_traceback = places_now(SIZE_MAX);
  if (!made_by_library) return;
  const Tuple* places = as<Tuple>(task->source_traceback);  // without create_task() itself
  task->source_traceback =
      new_tuple(std::span<const Value>(places->items + 1, places->size ? places->size - 1 : 0));
}

void keep_source(Future* future, bool by_loop) {
  if (!is_debugged(future->loop)) return;
  Ref places = places_now(SIZE_MAX);
  if (by_loop) {
    const Tuple* tuple = as<Tuple>(places);
    Ref own = new_tuple(
        {Value::of(intern(kLibraryFile)), Value::of_int(0), Value::of(intern("create_future"))});
    std::vector<Value> all{own};
    all.insert(all.end(), tuple->items, tuple->items + tuple->size);
    places = new_tuple(std::span<const Value>(all));
  }
  future->source_traceback = places;
}

void keep_source_of_call(Future* future) {
  if (!is_debugged(future->loop)) return;
  Ref places = places_now(SIZE_MAX);
  const Tuple* tuple = as<Tuple>(places);
  uint32_t first = 0;  // what stands before the program is the call itself
  while (first < tuple->size && text_of(as<Tuple>(tuple->items[first])->items[0]) == kLibraryFile) {
    ++first;
  }
  future->source_traceback =
      new_tuple(std::span<const Value>(tuple->items + first, tuple->size - first));
}

void keep_source(Handle* handle, size_t frames) {
  if (is_debugged(handle->loop)) handle->source_traceback = places_now(frames, true);
}

std::string created_at(Value source) {
  const Tuple* places = source ? as<Tuple>(source) : nullptr;
  if (!places || !places->size) return {};
  const Tuple* place = as<Tuple>(places->items[0]);
  std::string_view file = text_of(place->items[0]);
  std::string line;
  if (file != kLibraryFile) line = ":" + std::to_string(place->items[1].as_int());
  return concat({" created at ", file, line});
}

void add_source(Ref& report, Value source) {
  if (source) dict_set(as<Dict>(report), intern("source_traceback"), source);
}

std::string source_text(std::string_view what, Value source) {
  std::string text =
      concat({what, " created at (most recent call last):\n", written_places(source)});
  text.pop_back();
  return text;
}

bool takes_long(const Loop* loop, double seconds) {
  double limit = 0.1;
  if (loop->slow_callback_duration) as_double(loop->slow_callback_duration, limit);
  return seconds >= limit;
}

static std::string three_decimals(double seconds) {
  char text[40];
  snprintf(text, sizeof text, "%.3f", seconds);
  return text;
}

Native complain_of_long_callback(Ref ref, double seconds) {
  auto* handle = static_cast<Handle*>(ref.get().object());
  Ref text;
  if (handle->what == Handle::What::Call) {
    text = co_await handle_text(ref);
  } else {
    text = co_await future_text(handle->callback);
  }
  if (!text) co_return Ref();
  std::string message =
      concat({"Executing ", text_of(text), " took ", three_decimals(seconds), " seconds"});
  co_return co_await log_of_asyncio("warning", message, Ref());
}

}  // namespace awaitscope
