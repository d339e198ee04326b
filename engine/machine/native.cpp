#include "engine/machine/native.h"

#include "engine/machine/attributes.h"
#include "engine/machine/classes.h"
#include "engine/machine/frames.h"
#include "engine/machine/operators.h"
#include "engine/machine/protocols.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/in_repr.h"
#include "engine/objects/items.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- the coroutine's frame ---

constexpr size_t kFrameSpace = (sizeof(NativeFrame) + 15) / 16 * 16;

// The one in front of the memory that was given out last: for its promise, which comes next, and
// which knows of the coroutine only where it lies itself.
static NativeFrame* made = nullptr;

void* Native::promise_type::operator new(size_t size) {
  void* memory = heap::allocate(kFrameSpace + size);
  NativeFrame* frame = made = new (memory) NativeFrame{};
  frame->refcount = 1;
  frame->kind = Kind::Frame;
  frame->flags = 0;
  frame->detail = 0;
  frame->type = types.frame;
  retain(static_cast<Object*>(types.frame));
  frame->native = true;
  frame->size = uint32_t(kFrameSpace + size);
  heap::count_object(1);
  return static_cast<char*>(memory) + kFrameSpace;
}

void Native::promise_type::operator delete(void* memory, size_t) {
  auto* frame = reinterpret_cast<NativeFrame*>(static_cast<char*>(memory) - kFrameSpace);
  frame->coroutine = nullptr;
}

Native::promise_type::promise_type() : frame(made) {}

Native Native::promise_type::get_return_object() {
  Handle handle = Handle::from_promise(*this);
  frame->coroutine = handle.address();
  return Native(handle);
}

Native::~Native() {
  if (handle_) awaitscope::release(static_cast<Object*>(handle_.promise().frame));
}

NativeFrame* Native::release() {
  NativeFrame* frame = handle_.promise().frame;
  handle_ = {};
  return frame;
}

// What the inner one yields passes through the outer one, as with delegate().
bool Native::await_suspend(std::coroutine_handle<>) {
  if (vm().far_too_deep()) {
    raise_error(types.RecursionError, "maximum recursion depth exceeded");
    vm().outcome = {Outcome::Raised, take_pending()};
    return false;
  }
  auto* outer = static_cast<NativeFrame*>(vm().current);
  NativeFrame* inner = release();
  outer->delegate = Value::of(static_cast<Object*>(inner));
  vm().push(inner);
  return true;
}

static Ref take_result() {
  Vm& machine = vm();
  machine.delivering = false;
  Ref value = std::move(machine.outcome.value);
  const Outcome::How how = machine.outcome.how;
  if (how != Outcome::Raised && how != Outcome::Thrown) return value;
  restore_pending(std::move(value));
  return Ref();
}

Ref Native::await_resume() { return take_result(); }

Ref Native::promise_type::YieldAwaiter::await_resume() const { return take_result(); }

Ref ResultAwaiter::await_resume() { return ready ? std::move(result) : take_result(); }

Outcome OutcomeAwaiter::await_resume() {
  if (ready) return std::move(outcome);
  vm().delivering = false;
  return std::move(vm().outcome);
}

// --- calls ---

static ResultAwaiter done(Ref result) { return {true, std::move(result)}; }

static ResultAwaiter begin(Native native) {
  if (vm().far_too_deep()) {
    return done(raise_error(types.RecursionError, "maximum recursion depth exceeded"));
  }
  vm().push(native.release());
  return {false, {}};
}

ResultAwaiter call_with(Value callable, const Args& args) {
  Ref result;
  bool ready = vm().start_call(callable, args, result);
  return {ready, std::move(result)};
}

static Native call_method_slow(Ref object, Ref name, Ref arguments) {
  CO_TRY(method, get_attribute(object, as<Str>(name.get())));
  Tuple* tuple = as<Tuple>(arguments);
  co_return co_await call_with(method, Args{tuple->items, tuple->size, nullptr});
}

ResultAwaiter call_method_with(Value object, Str* name, const Args& args) {
  Ref found;
  Value self;
  if (!get_attribute_fast(object, name, found, &self)) {
    return begin(call_method_slow(object, Value::of(name), new_tuple(args.positional())));
  }
  if (!found) return done(Ref());
  if (!self) return call_with(found, args);
  std::vector<Value> values;
  values.reserve(args.count + 1);
  values.push_back(self);
  values.insert(values.end(), args.values, args.values + args.count);
  return call_with(found, Args{values.data(), args.count + 1, nullptr});
}

ResultAwaiter run_frame(PyFrame* frame) {
  vm().push(frame);
  return {false, {}};
}

OutcomeAwaiter send(Value receiver, Value value) {
  Outcome outcome;
  bool ready = vm().start_send(receiver, value, outcome);
  return {ready, std::move(outcome)};
}

OutcomeAwaiter throw_into(Value receiver, Ref exception) {
  Outcome outcome;
  bool ready = vm().start_throw(receiver, std::move(exception), outcome);
  return {ready, std::move(outcome)};
}

ResultAwaiter delegate(Value receiver) {
  auto* frame = static_cast<NativeFrame*>(vm().current);
  Outcome outcome;
  frame->delegate = receiver;
  if (!vm().start_send(receiver, Value::none(), outcome)) return {false, {}};
  if (outcome.how == Outcome::Yielded) {
    vm().outcome = std::move(outcome);  // run_native passes it on
    return {false, {}};
  }
  frame->delegate = Ref();
  if (outcome.how == Outcome::Returned) return done(std::move(outcome.value));
  restore_pending(std::move(outcome.value));
  return done(Ref());
}

Native await_on(Ref awaitable) {
  CO_TRY(iterator, await_iterator_slow(awaitable, 0));
  co_return co_await delegate(iterator);
}

bool DeathsAwaiter::await_ready() const { return vm().finalizers.empty() || vm().closing; }
void DeathsAwaiter::await_suspend(std::coroutine_handle<>) const { vm().run_finalizers(); }

// --- operations ---

ResultAwaiter truth_of(Value value) {
  int truth = truth_fast(value);
  return truth < 2 ? done(Value::boolean(truth)) : begin(truth_slow(value));
}

ResultAwaiter compare(Value a, Value b, Comparison how) {
  Ref result = compare_fast(a, b, uint32_t(how));
  return is_try_coroutine(result) ? begin(compare_slow(a, b, uint32_t(how)))
                                  : done(std::move(result));
}

static Native equal_slow(Ref a, Ref b) {
  CO_TRY(result, compare_slow(a, b, uint32_t(Comparison::Eq)));
  co_return co_await truth_of(result);
}

ResultAwaiter equal(Value a, Value b) {
  if (a == b) return done(Value::boolean(true));
  Ref result = compare_fast(a, b, uint32_t(Comparison::Eq));
  return is_try_coroutine(result) ? begin(equal_slow(a, b)) : done(std::move(result));
}

ResultAwaiter binary_operation(Value a, Value b, uint32_t how) {
  Ref result = binary_fast(a, b, how);
  return is_try_coroutine(result) ? begin(binary_slow(a, b, how)) : done(std::move(result));
}

ResultAwaiter iterator_of(Value iterable) {
  Ref result = iterator_fast(iterable);
  return result || is_pending() ? done(std::move(result)) : begin(iterator_slow(iterable));
}

ResultAwaiter next_of(Value iterator) {
  FastNext next = next_fast(type_of(iterator));
  if (!vm().limits.may_go_on(next ? 1 : 20)) return done(Ref());
  if (!next) return begin(next_slow(iterator));
  return done(next(iterator.object()));
}

ResultAwaiter get_attribute(Value object, Str* name) {
  Ref result;
  if (get_attribute_fast(object, name, result)) return done(std::move(result));
  return begin(get_attribute_slow(object, Value::of(name)));
}

ResultAwaiter set_attribute(Value object, Str* name, Value value) {
  bool ok = true;
  if (set_attribute_fast(object, name, value, ok)) return done(ok ? Ref(Value::none()) : Ref());
  return begin(set_attribute_slow(object, Value::of(name), value));
}

ResultAwaiter get_item(Value container, Value key) {
  Ref result = get_item_fast(container, key);
  return is_try_coroutine(result) ? begin(get_item_slow(container, key)) : done(std::move(result));
}

ResultAwaiter set_item(Value container, Value key, Value value) {
  Ref result = set_item_fast(container, key, value);
  return is_try_coroutine(result) ? begin(set_item_slow(container, key, value))
                                  : done(std::move(result));
}

ResultAwaiter contains(Value container, Value item) {
  Ref result = contains_fast(container, item);
  return is_try_coroutine(result) ? begin(contains_slow(container, item, false))
                                  : done(std::move(result));
}

ResultAwaiter length_of(Value value) {
  int64_t length;
  return length_fast(value, length) ? done(Value::of_int(length)) : begin(length_slow(value));
}

static Native list_slow(Ref iterable) {
  Ref list = new_list();
  Ref done = co_await extend_slow(list, iterable);
  co_return done ? list : Ref();
}

ResultAwaiter list_of(Value iterable) {
  if (is<Tuple>(iterable) && type_of(iterable) == types.tuple) {
    Tuple* tuple = as<Tuple>(iterable);
    return done(new_list(std::span<const Value>(tuple->items, tuple->size)));
  }
  return begin(list_slow(iterable));
}

static Native instance_slow(Ref value, Ref type) {
  bool ok = false, needs_python = false;
  if (vm().too_deep()) {
    co_return raise_error(types.RecursionError,
                          "maximum recursion depth exceeded in __instancecheck__");
  }
  if (Value members = union_members(type)) type = members;
  if (Tuple* tuple = as_if<Tuple>(type)) {
    for (uint32_t i = 0; i < tuple->size; ++i) {
      Ref answer = co_await instance_of(value, tuple->items[i]);
      if (!answer || answer.get() == Value::boolean(true)) co_return answer;
    }
    co_return Value::boolean(false);
  }
  Value check = find_special(type_of(type), Special::instancecheck);
  if (check && type_of(type) != types.type) {
    CO_TRY(answer, call(check, type, value));
    co_return co_await truth_of(answer);
  }
  bool is = instance_of_fast(value, type, ok, needs_python);
  if (!ok) co_return Ref();
  if (needs_python) {
    Ref own = co_await get_attribute(value, names.class_);
    if (!own && !pending_is(types.AttributeError)) co_return Ref();
    if (!own) take_pending();
    is = own && as_if<Type>(own) && is_subtype(as<Type>(own), as<Type>(type));
  }
  co_return Value::boolean(is);
}

ResultAwaiter instance_of(Value value, Value type) {
  bool ok = false, needs_python = false;
  bool is = instance_of_fast(value, type, ok, needs_python);
  if (needs_python) return begin(instance_slow(value, type));
  return done(ok ? Ref(Value::boolean(is)) : Ref());
}

// --- text of values ---

static Native repr_slow(Ref value);
static Native str_slow(Ref value);

ResultAwaiter repr_of(Value value) {
  Ref text = repr_fast(value);
  return text || is_pending() ? done(std::move(text)) : begin(repr_slow(value));
}

ResultAwaiter str_of(Value value) {
  Ref text = str_fast(value);
  return text || is_pending() ? done(std::move(text)) : begin(str_slow(value));
}

ResultAwaiter format_of(Value value, Value specification) {
  return begin(format_slow(value, 0, specification));
}

ResultAwaiter hash_of(Value value) {
  if (!needs_python(value)) {
    uint64_t hash;
    if (!hash_value(value, hash)) return done(Ref());
    return done(new_int(int64_t(hash)));
  }
  Value method = find_special(type_of(value), Special::hash);
  if (!method || method.is_none()) {
    return done(raise_type_error({"unhashable type: '", type_name(value), "'"}));
  }
  return call(method, value);
}

static Native repr_of_entries(Ref dict_ref) {
  Dict* dict = as<Dict>(dict_ref);
  std::string text("{");
  for (uint32_t i = 0; i < dict->filled; ++i) {
    if (!dict->entries[i].key) continue;
    Ref key = dict->entries[i].key, value = dict->entries[i].value;
    CO_TRY(key_text, repr_of(key));
    CO_TRY(value_text, repr_of(value));
    if (text.size() > 1) text += ", ";
    text.append(text_of(key_text)).append(": ").append(text_of(value_text));
  }
  co_return new_str(text + "}");
}

Native repr_of_items(Ref container) {
  Object* object = container.get().object();
  if (object->flags & kInRepr) {
    switch (object->kind) {
      case Kind::List: co_return new_str("[...]");
      case Kind::Tuple: co_return new_str("(...)");
      case Kind::Dict: co_return new_str("{...}");
      default: co_return new_str(concat({object->type->name_view(), "(...)"}));
    }
  }
  InRepr mark(object);
  if (object->kind == Kind::Dict) co_return co_await repr_of_entries(container);
  bool is_set = object->kind == Kind::Set, empty = is_set && !as<Set>(container)->used;
  bool named = is_set && (object->type != types.set || empty);
  std::string text;
  if (named) text.append(object->type->name_view()).append("(");
  if (!empty) text += object->kind == Kind::List ? "[" : is_set ? "{" : "(";
  // A set is looked at once, a list again for each item.
  Ref looked_at = container;
  if (is_set) looked_at = co_await list_of(container);
  std::span<const Value> items;
  for (uint32_t i = 0; items_of(looked_at, items), i < items.size(); ++i) {
    Ref item = items[i];
    CO_TRY(item_text, repr_of(item));
    if (i) text += ", ";
    text.append(text_of(item_text));
  }
  if (object->kind == Kind::Tuple && items.size() == 1) text += ",";
  if (!empty) text += object->kind == Kind::List ? "]" : is_set ? "}" : ")";
  if (named) text += ")";
  co_return new_str(text);
}

static Native check_text(Ref of, Ref text, std::string_view method) {
  if (!is<Str>(text)) {
    co_return must_return(of, method, "a str", text,
                          {method, " returned non-string (type ", type_name(text), ")"});
  }
  co_return text;
}

static Native repr_slow(Ref value) {
  if (vm().too_deep()) {
    co_return raise_error(types.RecursionError,
                          "maximum recursion depth exceeded while getting the repr of an object");
  }
  Type* type = type_of(value);
  Value method = find_special(type, Special::repr);
  if (!is<NativeFunction>(method)) {
    CO_TRY(text, call(method, value));
    co_return co_await check_text(value, text, "__repr__");
  }
  Kind kind = value.get().object()->kind;
  NativeFunction* native = as_if<NativeFunction>(method);
  if (native && native->definition->function && is_of_layout(native, value, "__repr__") &&
      (kind == Kind::List || kind == Kind::Tuple || kind == Kind::Dict || kind == Kind::Set)) {
    co_return co_await repr_of_items(value);
  }
  CO_TRY(text, call(method, value));
  co_return co_await check_text(value, text, "__repr__");
}

static Native str_slow(Ref value) {
  if (vm().too_deep()) {
    co_return raise_error(types.RecursionError,
                          "maximum recursion depth exceeded while getting the str of an object");
  }
  Type* type = type_of(value);
  Value method = find_special(type, Special::str);
  if (method && !is<NativeFunction>(method)) {
    CO_TRY(text, call(method, value));
    co_return co_await check_text(value, text, "__str__");
  }
  if (Value own = find_special(type, Special::repr);
      own && !is<NativeFunction>(own) && method == find_special(types.object, Special::str)) {
    CO_TRY(text, call(own, value));
    co_return co_await check_text(value, text, "__str__");
  }
  if (method == find_special(types.object, Special::str)) co_return co_await repr_of(value);
  CO_TRY(text, call(method, value));
  co_return co_await check_text(value, text, "__str__");
}

}  // namespace awaitscope
