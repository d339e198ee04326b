#include "engine/asyncio/text.h"

#include <algorithm>

#include "engine/asyncio/debug.h"
#include "engine/compat/float_text.h"
#include "engine/machine/attributes.h"
#include "engine/objects/containers.h"
#include "engine/objects/library_functions.h"
#include "engine/objects/numbers.h"
#include "engine/objects/tables.h"
#include "engine/objects/text.h"
#include "engine/unicode/utf8.h"

namespace awaitscope {

static constexpr int kMaxLevel = 6;
static constexpr size_t kMaxText = 30, kMaxInt = 40;

// The first and the last of a text that is longer, "..." between them.
static std::string cut(std::string_view text, size_t most) {
  size_t length = utf8::length_of(text);
  if (length <= most) return std::string(text);
  size_t first = (most - 3) / 2, last = most - 3 - first;
  return concat({text.substr(0, utf8::offset_of(text, first)), "...",
                 text.substr(utf8::offset_of(text, length - last))});
}

static std::string limited_text(std::string_view text) {
  size_t length = utf8::length_of(text);
  std::string quoted = quote(text.substr(0, utf8::offset_of(text, kMaxText)));
  if (utf8::length_of(quoted) <= kMaxText) return quoted;
  size_t first = (kMaxText - 3) / 2, last = kMaxText - 3 - first;
  if (length > first + last) {
    quoted = quote(concat({text.substr(0, utf8::offset_of(text, first)),
                           text.substr(utf8::offset_of(text, length - last))}));
  } else {
    quoted = quote(text);
  }
  length = utf8::length_of(quoted);
  return concat({quoted.substr(0, utf8::offset_of(quoted, first)), "...",
                 quoted.substr(utf8::offset_of(quoted, length - last))});
}

std::string Describer::full(Value value) {
  if (value.is_object()) {
    if (auto found = known.find(value.object()); found != known.end()) return found->second;
  }
  if (for_recording) return short_repr(value);
  if (is_future(value)) return future(value);
  Ref text = repr_fast(value);
  if (text) return std::string(text_of(text));
  if (is_pending()) take_pending();
  unknown.push_back(value);
  return short_repr(value);
}

std::string Describer::items(Value value, const Value* items, uint32_t count, uint32_t most,
                             int level) {
  if (level <= 0 && count) return "...";
  std::string text;
  for (uint32_t i = 0; i < count && i < most; ++i) {
    if (i) text += ", ";
    text += limited(items[i], level - 1);
  }
  if (count > most) text += ", ...";
  if (count == 1 && is<Tuple>(value)) text += ",";
  return text;
}

std::string Describer::table(const Dict* dict, int level) {
  constexpr size_t kMaxItems = 4;
  std::vector<Dict::Entry> entries;
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key) entries.push_back(dict->entries[i]);
  }
  if (entries.empty()) return "{}";
  if (level <= 0) return "{...}";
  auto is_text = [](const Dict::Entry& entry) { return is<Str>(entry.key); };
  auto is_small = [](const Dict::Entry& entry) { return entry.key.is_int(); };
  if (std::all_of(entries.begin(), entries.end(), is_text)) {
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
      return compare_text(as<Str>(a.key), as<Str>(b.key)) < 0;
    });
  } else if (std::all_of(entries.begin(), entries.end(), is_small)) {
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.key.as_int() < b.key.as_int(); });
  }
  std::string text = "{";
  for (size_t i = 0; i < entries.size() && i < kMaxItems; ++i) {
    if (i) text += ", ";
    text +=
        concat({limited(entries[i].key, level - 1), ": ", limited(entries[i].value, level - 1)});
  }
  return text + (entries.size() > kMaxItems ? ", ...}" : "}");
}

std::string Describer::limited(Value value, int level) {
  constexpr uint32_t kMaxItems = 6;
  if (value.is_object()) {
    Type* type = type_of(value);
    if (type == types.str) return limited_text(text_of(value));
    if (type == types.int_) return cut(full(value), kMaxInt);
    if (type == types.tuple) {
      const Tuple* tuple = as<Tuple>(value);
      return concat({"(", items(value, tuple->items, tuple->size, kMaxItems, level), ")"});
    }
    if (type == types.list) {
      const List* list = as<List>(value);
      return concat({"[", items(value, list->items, list->size, kMaxItems, level), "]"});
    }
    if (type == types.dict) return table(as<Dict>(value), level);
    if ((type == types.set || type == types.frozenset) && as<Set>(value)->used) {
      std::vector<Value> elements;
      for (SetCursor at(as<Set>(value)); at.next();) elements.push_back(at.entry->key);
      if (std::all_of(elements.begin(), elements.end(), [](Value v) { return v.is_int(); })) {
        std::sort(elements.begin(), elements.end(),
                  [](Value a, Value b) { return a.as_int() < b.as_int(); });
      } else if (std::all_of(elements.begin(), elements.end(),
                             [](Value v) { return is<Str>(v); })) {
        std::sort(elements.begin(), elements.end(),
                  [](Value a, Value b) { return compare_text(as<Str>(a), as<Str>(b)) < 0; });
      }
      std::string inside =
          items(value, elements.data(), uint32_t(elements.size()), kMaxItems, level);
      return type == types.set ? concat({"{", inside, "}"}) : concat({"frozenset({", inside, "})"});
    }
  }
  return cut(full(value), kMaxText);
}

std::string Describer::limited(Value value) {
  return for_recording ? short_repr(value) : limited(value, kMaxLevel);
}

// --- callbacks and handles ---

static NativeCallback* native_callback(Value callable) {
  return callable.is_object() && callable.object()->type == asyncio_types.native_callback
             ? static_cast<NativeCallback*>(callable.object())
             : nullptr;
}

static bool is_partial(Value callable) {
  return text_of(type_of(callable)->module) == "functools" &&
         text_of(type_of(callable)->qualname) == "partial";
}

// What a functools.partial keeps in a slot: it is an instance of a class of the engine's own. Null:
// there is nothing.
static Ref of_partial(Value callable, std::string_view name) {
  Ref kept;
  if (get_attribute_fast(callable, intern(name), kept) && kept) return kept;
  if (is_pending()) take_pending();
  return Ref();
}

std::string Describer::call(Value callable, const std::vector<Ref>& arguments, int depth) {
  constexpr int kMostPartials = 100;  // partial() itself makes one of two
  if (depth > kMostPartials) {
    too_deep = true;
    return "...";
  }
  std::string given;
  const bool with_arguments = for_recording || this->with_arguments || !since(Version::V3_13);
  for (const Ref& argument : arguments) {
    if (!with_arguments) break;
    if (!given.empty()) given += ", ";
    given += limited(argument);
  }
  Ref function =
      is<Instance>(callable) && is_partial(callable) ? of_partial(callable, "func") : Ref();
  Ref args = function ? of_partial(callable, "args") : Ref();
  Ref by_name = args ? of_partial(callable, "keywords") : Ref();
  if (by_name) {
    std::vector<Ref> bound;
    if (Tuple* items = as_if<Tuple>(args)) bound.assign(items->items, items->items + items->size);
    std::string inner = call(function, bound, depth + 1);
    if (Dict* keywords = as_if<Dict>(by_name); keywords && keywords->used && with_arguments) {
      inner.pop_back();
      for (uint32_t i = 0; i < keywords->filled; ++i) {
        const Dict::Entry& entry = keywords->entries[i];
        if (!entry.key || !is<Str>(entry.key)) continue;
        if (inner.back() != '(') inner += ", ";
        inner += concat({text_of(entry.key), "=", limited(entry.value)});
      }
      inner += ")";
    }
    return concat({inner, "(", given, ")"});
  }
  if (NativeCallback* own = native_callback(callable)) return own->label;
  Value inner = callable;
  if (Method* method = as_if<Method>(inner)) inner = method->function;
  std::string name;
  if (Function* function = as_if<Function>(inner)) {
    name = text_of(function->qualname);
  } else if (NativeFunction* native = as_if<NativeFunction>(callable)) {
    name = native->owner ? concat({text_of(native->owner->qualname), ".", native->definition->name})
                         : std::string(native->definition->name);
  } else if (Type* type = as_if<Type>(callable)) {
    name = text_of(type->qualname);
  } else {
    name = full(callable);
  }
  return concat({name, "(", given, ")"});
}

std::string Describer::callable(Value callable, const std::vector<Ref>& arguments) {
  std::string text = call(callable, arguments);
  if (native_callback(callable)) return text + " at <library>";
  if (too_deep) return text;
  while (is<Instance>(callable) && is_partial(callable)) {
    Ref function = of_partial(callable, "func");
    if (!function) break;
    callable = function;
  }
  if (Function* function = as_if<Function>(callable)) {
    if (function->code->hidden) return text + " at <library>";
    text += concat({" at main.py:", std::to_string(function->code->code->first_line)});
  }
  if (type_of(callable) == library_function_type) text += " at <library>";
  return text;
}

std::string Describer::handle(const Handle* handle) {
  if (handle->kept_repr) return std::string(text_of(handle->kept_repr));
  std::string text = concat({"<", handle->type->name_view()});
  with_arguments = handle->loop && is_loop(handle->loop) && as_loop(handle->loop)->debug;
  if (handle->cancelled) text += " cancelled";
  if (handle->is_timer) text += concat({" when=", float_repr(handle->when)});
  if (handle->what != Handle::What::Call) {
    text += handle->what == Handle::What::Step ? " TaskStepMethWrapper()" : " Task.task_wakeup()";
  } else if (handle->callback) {
    text += concat({" ", callable(handle->callback, handle->arguments)});
  }
  return text + created_at(handle->source_traceback) + ">";
}

// --- futures ---

std::string Describer::future(Value value) {
  Future* future = as_future(value);
  if (std::find(active_.begin(), active_.end(), future) != active_.end()) return "...";
  active_.push_back(future);
  Task* task = future->is_task ? static_cast<Task*>(future) : nullptr;
  bool pending_state = future->state == Future::State::Pending;
  std::string text = concat({"<", text_of(future->type->qualname), " "});
  text += pending_state && task && task->cancel_requests ? "cancelling"
          : pending_state                                ? "pending"
          : future->state == Future::State::Cancelled    ? "cancelled"
                                                         : "finished";
  if (task) {
    text += concat({" name=", full(task->name)});
    if (!task->coroutine.get().is_none())  // an eager task that has ended has let go of it
      text += concat({" coro=<", coroutine_repr(task->coroutine), ">"});
    if (task->waiter) text += concat({" wait_for=", this->future(task->waiter)});
  }
  if (future->state == Future::State::Finished) {
    if (future->exception)
      text += concat({" exception=", full(future->exception)});
    else
      text += concat({" result=", limited(future->result)});
  }
  active_.pop_back();
  const std::vector<Future::Callback>& list = future->callbacks;
  const std::string made = created_at(future->source_traceback);
  if (list.empty()) return text + made + ">";
  const bool before = std::exchange(with_arguments, false);
  auto one = [this](const Future::Callback& callback) {
    return callback.wakeup ? std::string("Task.task_wakeup()") : callable(callback.callable, {});
  };
  text += concat({" cb=[", one(list.front())});
  if (list.size() > 2) text += concat({", <", std::to_string(list.size() - 2), " more>"});
  if (list.size() > 1) text += concat({", ", one(list.back())});
  with_arguments = before;
  return concat({text, "]", made, ">"});
}

// --- asking ---

Native describe(Ref value, Description what) {
  Describer describer;
  for (;;) {
    std::string text = what(describer, value);
    if (describer.too_deep)
      co_return raise_error(types.RecursionError, "maximum recursion depth exceeded");
    if (describer.unknown.empty()) co_return new_str(text);
    std::vector<Ref> unknown = std::move(describer.unknown);
    describer.unknown.clear();
    for (const Ref& each : unknown) {
      CO_TRY(asked, repr_of(each));
      describer.known[each.get().object()] = text_of(asked);
    }
  }
}

Native future_text(Ref future) {
  return describe(future,
                  [](Describer& describer, Value value) { return describer.future(value); });
}

Native handle_text(Ref handle) {
  return describe(handle, [](Describer& describer, Value value) {
    return describer.handle(static_cast<const Handle*>(value.object()));
  });
}

std::string future_repr(Value future) { return Describer().future(future); }

}  // namespace awaitscope
