#include "engine/machine/native.h"

#include "engine/machine/calls.h"
#include "engine/machine/vm.h"
#include "engine/objects/containers.h"
#include "engine/objects/generic_alias.h"
#include "engine/objects/numbers.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- the coroutine's frame ---

Native::promise_type::promise_type() : NativeFrame{} {
  refcount = 1;
  kind = Kind::Frame;
  flags = 0;
  detail = 0;
  type = types.frame;
  retain(static_cast<Object*>(type));
  native = true;
  heap::count_object(1);
}

Native Native::promise_type::get_return_object() {
  Handle handle = Handle::from_promise(*this);
  coroutine = handle.address();
  return Native(handle);
}

Native::~Native() {
  if (handle_) awaitscope::release(static_cast<Object*>(&handle_.promise()));
}

NativeFrame* Native::release() {
  NativeFrame* frame = &handle_.promise();
  handle_ = {};
  return frame;
}

// What the inner one yields passes through the outer one, as with delegate().
void Native::await_suspend(std::coroutine_handle<>) {
  auto* outer = static_cast<NativeFrame*>(vm().current);
  NativeFrame* inner = release();
  outer->delegate = Value::of(static_cast<Object*>(inner));
  vm().push(inner);
}

static Ref take_result() {
  vm().delivering = false;
  Outcome outcome = std::move(vm().outcome);
  if (outcome.how != Outcome::Raised && outcome.how != Outcome::Thrown)
    return std::move(outcome.value);
  restore_pending(std::move(outcome.value));
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
  vm().push(native.release());
  return {false, {}};
}

ResultAwaiter call_with(Value callable, const Args& args) {
  Ref result;
  bool ready = vm().start_call(callable, args, result);
  return {ready, std::move(result)};
}

static Native call_method_slow(Ref object, Ref name, Ref arguments) {
  Ref method = co_await get_attribute(object, as<Str>(name.get()));
  if (!method) co_return Ref();
  Tuple* tuple = as<Tuple>(arguments);
  co_return co_await call_with(method, Args{tuple->items, tuple->size, nullptr});
}

ResultAwaiter call_method_with(Value object, Str* name, const Args& args) {
  Ref found;
  Value self;
  if (!quick_get_attribute(object, name, found, &self)) {
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
  Ref iterator = co_await await_iterator_slow(awaitable, 0);
  if (!iterator) co_return Ref();
  co_return co_await delegate(iterator);
}

// --- operations ---

ResultAwaiter truth_of(Value value) {
  int truth = quick_truth(value);
  return truth < 2 ? done(Value::boolean(truth)) : begin(truth_slow(value));
}

ResultAwaiter compare(Value a, Value b, Comparison how) {
  Ref result = quick_compare(a, b, uint32_t(how));
  return is_try_coroutine(result) ? begin(compare_slow(a, b, uint32_t(how)))
                                  : done(std::move(result));
}

static Native equal_slow(Ref a, Ref b) {
  Ref result = co_await compare_slow(a, b, uint32_t(Comparison::Eq));
  if (!result) co_return Ref();
  co_return co_await truth_of(result);
}

ResultAwaiter equal(Value a, Value b) {
  if (a == b) return done(Value::boolean(true));
  Ref result = quick_compare(a, b, uint32_t(Comparison::Eq));
  return is_try_coroutine(result) ? begin(equal_slow(a, b)) : done(std::move(result));
}

ResultAwaiter binary_operation(Value a, Value b, uint32_t how) {
  Ref result = quick_binary(a, b, how);
  return is_try_coroutine(result) ? begin(binary_slow(a, b, how)) : done(std::move(result));
}

ResultAwaiter iterator_of(Value iterable) {
  Ref result = quick_iterator(iterable);
  return result || is_pending() ? done(std::move(result)) : begin(iterator_slow(iterable));
}

ResultAwaiter next_of(Value iterator) {
  QuickNext next = quick_next(type_of(iterator));
  if (!vm().limits.may_go_on(next ? 1 : 20)) return done(Ref());
  if (!next) return begin(next_slow(iterator));
  return done(next(iterator.object()));
}

ResultAwaiter get_attribute(Value object, Str* name) {
  Ref result;
  if (quick_get_attribute(object, name, result)) return done(std::move(result));
  return begin(get_attribute_slow(object, Value::of(name)));
}

ResultAwaiter set_attribute(Value object, Str* name, Value value) {
  bool ok = true;
  if (quick_set_attribute(object, name, value, ok)) return done(ok ? Ref(Value::none()) : Ref());
  return begin(set_attribute_slow(object, Value::of(name), value));
}

ResultAwaiter get_item(Value container, Value key) {
  Ref result = quick_get_item(container, key);
  return is_try_coroutine(result) ? begin(get_item_slow(container, key)) : done(std::move(result));
}

ResultAwaiter set_item(Value container, Value key, Value value) {
  Ref result = quick_set_item(container, key, value);
  return is_try_coroutine(result) ? begin(set_item_slow(container, key, value))
                                  : done(std::move(result));
}

ResultAwaiter contains(Value container, Value item) {
  Ref result = quick_contains(container, item);
  return is_try_coroutine(result) ? begin(contains_slow(container, item, false))
                                  : done(std::move(result));
}

ResultAwaiter length_of(Value value) {
  int64_t length;
  return quick_length(value, length) ? done(Value::of_int(length)) : begin(length_slow(value));
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
    Ref answer = co_await call(check, type, value);
    if (!answer) co_return Ref();
    co_return co_await truth_of(answer);
  }
  bool is = quick_instance_of(value, type, ok, needs_python);
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
  bool is = quick_instance_of(value, type, ok, needs_python);
  if (needs_python) return begin(instance_slow(value, type));
  return done(ok ? Ref(Value::boolean(is)) : Ref());
}

// --- text of values ---

static Native repr_slow(Ref value);
static Native str_slow(Ref value);

ResultAwaiter repr_of(Value value) {
  Ref text = quick_repr(value);
  return text || is_pending() ? done(std::move(text)) : begin(repr_slow(value));
}

ResultAwaiter str_of(Value value) {
  Ref text = quick_str(value);
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

// The representation of a container whose items may have one of their own.
static Native repr_of_items(Ref container) {
  Object* object = container.get().object();
  if (object->flags & kInRepr) {
    switch (object->kind) {
      case Kind::List: co_return new_str("[...]");
      case Kind::Tuple: co_return new_str("(...)");
      case Kind::Dict: co_return new_str("{...}");
      default: co_return new_str(concat({object->type->name_view(), "(...)"}));
    }
  }
  object->flags |= kInRepr;
  std::string text;
  bool failed = false, first = true;
  if (object->kind == Kind::Dict) {
    Dict* dict = as<Dict>(container);
    text = "{";
    for (uint32_t i = 0; i < dict->filled && !failed; ++i) {
      if (!dict->entries[i].key) continue;
      Ref key = dict->entries[i].key, value = dict->entries[i].value;
      Ref key_text = co_await repr_of(key);
      Ref value_text;
      if (key_text) value_text = co_await repr_of(value);
      if (!value_text) {
        failed = true;
        break;
      }
      if (!first) text += ", ";
      first = false;
      text.append(text_of(key_text)).append(": ").append(text_of(value_text));
    }
    text += "}";
  } else {
    Ref items = co_await list_of(container);
    bool is_set = object->kind == Kind::Set;
    bool named = is_set && object->type != types.set;
    std::string_view open = object->kind == Kind::List ? "[" : is_set ? "{" : "(";
    if (named) text.append(object->type->name_view()).append("(");
    text += open;
    for (uint32_t i = 0; i < as<List>(items)->size; ++i) {
      Ref item = as<List>(items)->items[i];
      Ref item_text = co_await repr_of(item);
      if (!item_text) {
        failed = true;
        break;
      }
      if (!first) text += ", ";
      first = false;
      text.append(text_of(item_text));
    }
    if (object->kind == Kind::Tuple && as<List>(items)->size == 1) text += ",";
    text += object->kind == Kind::List ? "]" : is_set ? "}" : ")";
    if (named) text += ")";
  }
  object->flags &= uint8_t(~kInRepr);
  co_return failed ? Ref() : new_str(text);
}

static Native check_text(Ref text, std::string_view method) {
  if (!is<Str>(text)) {
    co_return raise_type_error({method, " returned non-string (type ", type_name(text), ")"});
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
  if (method && !is<NativeFunction>(method)) {
    Ref text = co_await call(method, value);
    if (!text) co_return Ref();
    co_return co_await check_text(text, "__repr__");
  }
  Kind kind = value.get().object()->kind;
  if (kind == Kind::List || kind == Kind::Tuple || kind == Kind::Dict || kind == Kind::Set) {
    co_return co_await repr_of_items(value);
  }
  if (Exception* exception = as_if<Exception>(value)) {
    Tuple* args = as<Tuple>(exception->args);
    if (args->size == 1) {
      Ref text = co_await repr_of(args->items[0]);
      if (!text) co_return Ref();
      co_return new_str(concat({type->name_view(), "(", text_of(text), ")"}));
    }
    Ref text = co_await repr_of(exception->args);
    if (!text) co_return Ref();
    co_return new_str(concat({type->name_view(), text_of(text)}));
  }
  if (method) co_return co_await call(method, value);
  co_return raise_type_error({"cannot represent '", type->name_view(), "' object"});
}

static Native str_slow(Ref value) {
  Type* type = type_of(value);
  Value method = find_special(type, Special::str);
  if (method && !is<NativeFunction>(method)) {
    Ref text = co_await call(method, value);
    if (!text) co_return Ref();
    co_return co_await check_text(text, "__str__");
  }
  if (Value own = find_special(type, Special::repr);
      own && !is<NativeFunction>(own) && method == find_special(types.object, Special::str)) {
    Ref text = co_await call(own, value);
    if (!text) co_return Ref();
    co_return co_await check_text(text, "__str__");
  }
  Exception* exception = as_if<Exception>(value);
  if (exception && as<Tuple>(exception->args)->size == 1) {
    Value argument = as<Tuple>(exception->args)->items[0];
    if (is_subtype(type, types.KeyError)) co_return co_await repr_of(argument);
    co_return co_await str_of(argument);
  }
  if (exception && as<Tuple>(exception->args)->size > 1)
    co_return co_await repr_of(exception->args);
  NativeFunction* native = as_if<NativeFunction>(method);
  if (native && native->owner != types.object && !exception && native->definition->coroutine)
    co_return co_await call(method, value);
  co_return co_await repr_of(value);
}

}  // namespace awaitscope
