// Calling: frames of Python functions and their arguments, natives, types, anything callable.
// Specified in: https://docs.python.org/3.11/reference/expressions.html#calls

#include "engine/machine/attributes.h"
#include "engine/machine/classes.h"
#include "engine/machine/frames.h"
#include "engine/machine/generators.h"
#include "engine/machine/interpreter_support.h"
#include "engine/machine/protocols.h"
#include "engine/machine/vm.h"
#include "engine/machine/warnings.h"
#include "engine/objects/containers.h"
#include "engine/objects/signature.h"
#include "engine/objects/text.h"

namespace awaitscope {

// --- frames ---

void make_cells(PyFrame* frame) {
  CodeObject* code = frame->code;
  if (code->has_cells) {
    for (uint32_t i = 0; i < code->first_free; ++i) {
      if (code->code->locals[i].kind == LocalVariable::Kind::Cell) {
        Ref content = Ref::adopt(frame->slots[i]);
        frame->slots[i] = new_cell(content).take();
      }
    }
  }
  if (code->free_count) {
    Tuple* closure = as<Tuple>(frame->function->closure);
    for (uint32_t i = 0; i < code->free_count; ++i) {
      retain(closure->items[i]);
      frame->slots[code->first_free + i] = closure->items[i];
    }
  }
}

void keep_origin(PyFrame* frame) {
  if (frame->type == types.coroutine) frame->origin = places_now(vm().origin_depth).take();
}

void clear_frame(PyFrame* frame) {
  Value* end = frame->sp;
  frame->sp = frame->slots;  // whatever the releases below run finds an empty frame
  for_each_slot(frame, end, [](Value* slot) { release(std::exchange(*slot, Value())); });
  if (frame->code->flags & Code::kOptimized) release(std::exchange(frame->names, Value()));
}

bool finalize_generator(Object* object) {
  auto* frame = static_cast<Frame*>(object);
  if (frame->flags & kFinalized || frame->state == FrameState::Finished) return false;
  if (frame->state == FrameState::Created) {
    // One that is garbage in a cycle has its warning to give when it goes.
    if (frame->refcount == 1 && (frame->type == types.coroutine || is_async_step(frame))) {
      frame->flags |= kFinalized;
      if (!warn_never_awaited(frame)) {
        vm().finalize_later(Ref::adopt(frame));
        return true;
      }
    }
    return false;
  }
  if (frame->state != FrameState::Suspended || frame->native) return false;
  // Its finally blocks and with exits run by the machine, as soon as it can. To weak references it
  // is gone already.
  if (frame->flags & kReferred) forget_weak_references(frame);
  frame->flags |= kFinalized;
  const auto& hooks = machine_hooks.async_generators;
  if (frame->type == types.async_generator && !frame->closed && hooks.finalizer(frame)) return true;
  vm().finalize_later(Ref::adopt(frame));
  return true;
}

// --- frames as objects ---

Ref frame_object(Frame* frame) {
  if (frame->type == types.frame) return Value::of(frame);
  if (frame->object) return Value::of(frame->object);
  frame->object = make_object<FrameObject>(types.frame);
  frame->object->frame = frame;
  return Ref::adopt(frame->object);
}

Frame* frame_of(Value value) {
  if (Frame* frame = as_if<Frame>(value)) return frame;
  if (!value.is_object() || value.object()->type != types.frame) return nullptr;
  return static_cast<FrameObject*>(value.object())->frame;
}

static void destroy_frame_object(FrameObject* object) {
  Frame* frame = std::exchange(object->frame, nullptr);
  const bool owns = std::exchange(object->owns, false);
  if (frame) frame->object = nullptr;
  if (frame && !owns && !frame->native && frame->state == FrameState::Finished) {
    clear_frame(static_cast<PyFrame*>(frame));
  }
  if (!object->refcount) free_object(object, sizeof(FrameObject));
  if (owns) release(static_cast<Object*>(frame));
}

// The generator has gone, but not who has its frame.
static bool leave_to_frame_object(Frame* frame) {
  if (!frame->object || frame->refcount) return false;
  frame->refcount = 1;
  frame->state = FrameState::Finished;
  frame->object->owns = true;
  return true;
}

void destroy_frame(Object* object) {
  if (object->kind == Kind::Native) return destroy_frame_object(static_cast<FrameObject*>(object));
  auto* frame = static_cast<Frame*>(object);
  if (frame->type == types.async_generator) machine_hooks.async_generators.gone(frame);
  release(std::exchange(frame->handled, {}));
  if (leave_to_frame_object(frame)) return;
  for (Value* value : {&frame->name, &frame->qualname, &frame->origin}) {
    release(std::exchange(*value, {}));
  }
  if (frame->native) {
    auto* native = static_cast<NativeFrame*>(frame);
    Value* storage = native->storage;
    const uint32_t count = native->storage_count, size = native->size;
    heap::count_object(-1);
    if (native->coroutine) Native::Handle::from_address(native->coroutine).destroy();
    native->~NativeFrame();
    heap::release(native, size);
    for (uint32_t i = 0; i < count; ++i) release(storage[i]);
    if (storage) heap::release(storage, sizeof(Value) * count + 1);
    return;
  }
  auto* python = static_cast<PyFrame*>(frame);
  clear_frame(python);
  release(python->names);
  Function* function = python->function;
  heap::release_object_of_class(python, python->code->frame_size_class);
  release(static_cast<Object*>(function));
}

bool visit_frame(Object* object, VisitReference visit, void* data) {
  if (object->kind == Kind::Native) {
    auto* frame_object = static_cast<FrameObject*>(object);
    if (frame_object->owns) visit(Value::of(frame_object->frame), data);
    return true;
  }
  auto* frame = static_cast<Frame*>(object);
  if (frame->native) {
    auto* native = static_cast<NativeFrame*>(frame);
    for (uint32_t i = 0; i < native->storage_count; ++i) visit(native->storage[i], data);
    visit(native->delegate, data);
    visit(native->local, data);
    return true;
  }
  if (frame->state == FrameState::Running) return false;
  auto* python = static_cast<PyFrame*>(frame);
  visit(Value::of(python->function), data);
  visit(python->names, data);
  visit(python->handled, data);
  visit(python->origin, data);
  for (Value* slot = python->slots; slot < python->sp; ++slot) visit(*slot, data);
  return true;
}

void empty_frame(Object* object) {
  if (object->kind == Kind::Native) return;  // what it owns is emptied for itself
  auto* frame = static_cast<PyFrame*>(object);
  bool never_ran = frame->state == FrameState::Created && is_generator(frame) && has_run() &&
                   !this_run().closing;
  if (never_ran) return;  // it has a warning to give
  frame->state = FrameState::Finished;
  clear_frame(frame);
}

// --- arguments ---

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'"
static std::string listed(const std::vector<std::string_view>& items) {
  std::string text;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i) text += items.size() == 2 ? " and " : i + 1 == items.size() ? ", and " : ", ";
    text.append("'").append(items[i]).append("'");
  }
  return text;
}

static bool missing_arguments(const PyFrame* frame, uint32_t from, uint32_t to,
                              std::string_view sort) {
  std::vector<std::string_view> missing;
  for (uint32_t i = from; i < to; ++i) {
    if (!frame->slots[i]) missing.push_back(frame->code->local_names[i]->view());
  }
  raise_type_error({frame_qualname(frame), "() missing ", std::to_string(missing.size()),
                    " required ", sort, " argument", missing.size() == 1 ? "" : "s", ": ",
                    listed(missing)});
  return false;
}

static bool too_many_positional(const PyFrame* frame, uint32_t given, uint32_t defaults) {
  CodeObject* code = frame->code;
  uint32_t most = code->arg_count, keyword_only_given = 0;
  for (uint32_t i = most; i < uint32_t(most + code->kwonly_arg_count); ++i) {
    keyword_only_given += bool(frame->slots[i]);
  }
  std::string takes =
      defaults ? concat({"from ", std::to_string(most - defaults), " to ", std::to_string(most)})
               : std::to_string(most);
  bool plural = defaults ? true : most != 1;
  std::string given_text = std::to_string(given);
  std::string extra;
  if (keyword_only_given) {
    extra = concat({" positional argument", given == 1 ? "" : "s", " (and ",
                    std::to_string(keyword_only_given), " keyword-only argument",
                    keyword_only_given == 1 ? "" : "s", ")"});
  }
  bool was = given == 1 && !keyword_only_given;
  raise_type_error({frame_qualname(frame), "() takes ", takes, " positional argument",
                    plural ? "s" : "", " but ", given_text, extra, was ? " was" : " were",
                    " given"});
  return false;
}

bool bind_arguments(PyFrame* frame, Value self, const Args& args) {
  CodeObject* code = frame->code;
  Function* function = frame->function;
  uint32_t positional = args.count + bool(self), most = code->arg_count;
  uint32_t named_end = most + code->kwonly_arg_count;
  auto given = [&](uint32_t i) { return self ? (i ? args.values[i - 1] : self) : args.values[i]; };
  uint32_t placed = positional < most ? positional : most;
  for (uint32_t i = 0; i < placed; ++i) frame->slots[i] = Ref(given(i)).take();
  uint32_t next = named_end;
  if (code->flags & Code::kVarArgs) {
    Tuple* rest = new_tuple_uninitialized(positional - placed);
    for (uint32_t i = placed; i < positional; ++i) rest->items[i - placed] = Ref(given(i)).take();
    frame->slots[next++] = Value::of(rest);
  }
  Dict* extra = nullptr;
  if (code->flags & Code::kVarKeywords) {
    Ref dict = new_dict();
    extra = as<Dict>(dict);
    frame->slots[next] = dict.take();
  }
  std::vector<std::string_view> positional_only;
  for (uint32_t k = 0; k < args.keyword_count(); ++k) {
    Value name_value = args.keywords->items[k];
    if (!is<Str>(name_value)) {
      raise_type_error({frame_qualname(frame), "() keywords must be strings"});
      return false;
    }
    Str* name = intern(as<Str>(name_value));
    uint32_t i = code->posonly_arg_count;
    while (i < named_end && code->local_names[i] != name) ++i;
    if (i < named_end) {
      if (frame->slots[i]) {
        raise_type_error(
            {frame_qualname(frame), "() got multiple values for argument '", name->view(), "'"});
        return false;
      }
      frame->slots[i] = Ref(args.keyword_value(k)).take();
    } else if (extra) {
      dict_set(extra, name, args.keyword_value(k));
    } else {
      for (uint32_t p = 0; p < code->posonly_arg_count; ++p) {
        if (code->local_names[p] == name) positional_only.push_back(name->view());
      }
      if (positional_only.empty()) {
        std::vector<std::string_view> known;
        for (uint32_t p = code->posonly_arg_count; p < named_end; ++p) {
          known.push_back(code->local_names[p]->view());
        }
        raise_unknown_keyword(frame_qualname(frame), name->view(), known);
        return false;
      }
    }
  }
  if (!positional_only.empty()) {
    std::string names_text;
    for (auto name : positional_only)
      names_text.append(names_text.empty() ? "" : ", ").append(name);
    raise_type_error({frame_qualname(frame),
                      "() got some positional-only arguments passed as keyword arguments: '",
                      names_text, "'"});
    return false;
  }
  uint32_t defaults = function->defaults ? as<Tuple>(function->defaults)->size : 0;
  if (positional > most && !(code->flags & Code::kVarArgs)) {
    return too_many_positional(frame, positional, defaults);
  }
  if (placed < most) {
    uint32_t first_default = most - defaults;
    for (uint32_t i = placed; i < first_default; ++i) {
      if (!frame->slots[i]) return missing_arguments(frame, 0, first_default, "positional");
    }
    for (uint32_t i = first_default; i < most; ++i) {
      if (!frame->slots[i]) {
        frame->slots[i] = Ref(as<Tuple>(function->defaults)->items[i - first_default]).take();
      }
    }
  }
  bool all_there = true;
  for (uint32_t i = most; i < named_end; ++i) {
    if (frame->slots[i]) continue;
    Value fallback = function->kwdefaults
                         ? dict_get(as<Dict>(function->kwdefaults), code->local_names[i])
                         : Value();
    if (fallback) {
      frame->slots[i] = Ref(fallback).take();
    } else {
      all_there = false;
    }
  }
  if (!all_there) return missing_arguments(frame, most, named_end, "keyword-only");
  return true;
}

PyFrame* frame_for_call(Function* function, Value self, const Args& args) {
  retain(static_cast<Object*>(function));
  CodeObject* code = function->code;
  if (args.count + bool(self) == code->plain_arguments && !args.keywords) {
    PyFrame* frame = allocate_frame(function, code);
    Value* slot = frame->slots;
    if (self) *slot++ = Ref(self).take();
    for (uint32_t i = 0; i < args.count; ++i) *slot++ = Ref(args.values[i]).take();
    std::fill(slot, frame->stack_base(), Value());
    if (code->has_cells_or_suspends) finish_frame_of_call(frame);
    return frame;
  }
  PyFrame* frame = allocate_frame(function, code);
  std::fill_n(frame->slots, code->local_count, Value());
  if (!bind_arguments(frame, self, args)) {
    frame->flags |= kFinalized;  // it never was: no warning
    release(static_cast<Object*>(frame));
    return nullptr;
  }
  finish_frame_of_call(frame);
  return frame;
}

// --- natives ---

static bool runs_plainly(const NativeFunction* function) {
  return function->definition->function &&
         !(function->definition->flags & NativeDefinition::kAsync);
}

// With arguments as it takes them. The coroutine outlives the call: it owns its arguments.
static bool begin_native(NativeFunction* function, const Args& args, Ref& result) {
  const NativeDefinition* definition = function->definition;
  const uint32_t given = args.count + args.keyword_count(), count = given + (args.keywords ? 1 : 0);
  auto* storage = static_cast<Value*>(heap::allocate(sizeof(Value) * count + 1));
  for (uint32_t i = 0; i < given; ++i) new (&storage[i]) Value(Ref(args.values[i]).take());
  if (args.keywords) new (&storage[given]) Value(Ref(Value::of(args.keywords)).take());
  NativeFrame* frame = definition->coroutine(Args{storage, args.count, args.keywords}).release();
  frame->storage = storage;
  frame->storage_count = count;
  frame->in_traceback =
      definition->flags & (NativeDefinition::kAsync | NativeDefinition::kTraceback);
  if (definition->flags & NativeDefinition::kAsync) {
    frame->type = types.coroutine;
    frame->name = Ref(Value::of(function->name)).take();
    frame->qualname = Ref(Value::of(function->qualname)).take();
    if (vm().origin_depth) frame->origin = places_now(vm().origin_depth).take();
    result = Ref::adopt(frame);
    return true;
  }
  if (vm().too_deep()) {
    release(static_cast<Object*>(frame));
    raise_error(types.RecursionError,
                "maximum recursion depth exceeded while calling a Python object");
    return true;
  }
  vm().push(frame);
  return false;
}

[[gnu::always_inline]] static inline bool run_native(NativeFunction* function, Args args,
                                                     Ref& result) {
  if (runs_plainly(function)) {
    result = function->definition->function(args);
    if (!is_try_coroutine(result)) return true;
    result = Ref();
  }
  return begin_native(function, args, result);
}

// The usual case: positional arguments only, or a plain function that lays out none.
[[gnu::always_inline]] static inline bool is_given_directly(const NativeFunction* function,
                                                            const Args& given) {
  if (!function->signature) return !function->self && runs_plainly(function);
  const uint32_t count = given.count + (function->self ? 1 : 0);
  return !given.keywords && count >= function->least && count <= function->most;
}

// Then: what the function gets, with `space` for kMostDirect values. False: TypeError pending.
[[gnu::always_inline]] static inline bool lay_out_directly(NativeFunction* function,
                                                           const Args& given, Value* space,
                                                           Args& args) {
  // (A method of a builtin type is nearly always called on one of that type, __new__ with the type;
  // anything else is looked at.)
  const Value first = given.count ? given.values[0] : Value();
  const bool on_its_own =
      !function->self &&
      (function->is_method ? type_of(first) == function->owner
                           : function->owner && first == Value::of(function->owner));
  if (!function->signature) {  // it takes what is given as it came
    args = given;
    return on_its_own || check_receiver(function, given);
  }
  const uint32_t self = function->self ? 1 : 0, count = given.count + self;
  const uint32_t parameters = function->parameters;
  const Value* values = given.values;
  if (self || count < parameters) {
    if (self) space[0] = function->self;
    for (uint32_t i = 0; i < given.count; ++i) space[self + i] = given.values[i];
    for (uint32_t i = count; i < parameters; ++i)
      space[i] = function->signature->parameters[i].fallback;
    values = space;
  }
  args = {values, parameters, nullptr};
  if (function->owner && !on_its_own && !check_receiver(function, Args{values, count, nullptr}))
    return false;
  return !function->signature->typed || check_types(function, values);
}

// Any other.
static bool call_arranged(NativeFunction* function, const Args& given, Ref& result) {
  Args args = given;
  Value small[12];
  std::unique_ptr<Value[]> large;
  std::vector<Ref> made;
  if (function->self) {
    uint32_t total = given.count + given.keyword_count() + 1;
    Value* space = total <= 12 ? small : (large = std::make_unique<Value[]>(total)).get();
    space[0] = function->self;
    std::copy(given.values, given.values + (total - 1), space + 1);
    args.values = space;
    ++args.count;
  }
  Value laid_out[12];
  std::unique_ptr<Value[]> more;
  if (function->signature) {
    uint32_t parameters = parameter_count(function);
    Value* space =
        parameters <= 12 ? laid_out : (more = std::make_unique<Value[]>(parameters)).get();
    if (!arrange(function, args, space, made)) return true;
    args = Args{space, parameters, nullptr};
  } else if (!check_receiver(function, args)) {
    return true;
  }
  return run_native(function, args, result);
}

static bool call_native(NativeFunction* function, const Args& given, Ref& result) {
  if (!is_given_directly(function, given)) return call_arranged(function, given, result);
  Value space[NativeFunction::kMostDirect];
  Args args;
  if (!lay_out_directly(function, given, space, args)) return true;
  return run_native(function, args, result);
}

// --- classes ---

// A special method where that is one of ours which never runs Python code; else null.
static NativeFunction* own_function(Type* type, Special special) {
  NativeFunction* own = as_if<NativeFunction>(find_special(type, special));
  return own && own->definition->function && !own->definition->coroutine ? own : nullptr;
}

// What type(...) and an instance of a class with a metaclass of its own need is left to call_type.
static bool is_called_plainly(Type* type) {
  return type->type == types.type && type != types.type && !(type->detail & Type::kNoInstance);
}

constexpr uint32_t kMostToMake = 8;  // arguments, the class or instance among them

static bool call_maker(NativeFunction* maker, Type* type, const Args& args, Ref& result) {
  if (args.keywords || args.count >= kMostToMake) return false;
  Value values[kMostToMake] = {Value::of(type)};
  std::copy_n(args.values, args.count, values + 1);
  const Args given{values, args.count + 1, nullptr};
  if (!runs_plainly(maker) || !is_given_directly(maker, given)) return false;
  Value space[NativeFunction::kMostDirect];
  Args laid_out;
  if (!lay_out_directly(maker, given, space, laid_out)) return true;
  result = maker->definition->function(laid_out);
  if (!is_try_coroutine(result)) return true;
  result = Ref();
  return false;
}

Ref new_directly(Type* type, const Args& args) {
  if (!(type->detail & Type::kHeap)) return Ref();
  if (type->layout == Kind::Instance && type->detail & Type::kPlainNew)
    return is_made_plainly(type) ? new_instance(type) : Ref();
  if (type->layout != Kind::Exception || !is_called_plainly(type)) return Ref();
  NativeFunction* maker = own_function(type, Special::new_);
  Ref made;
  if (maker) call_maker(maker, type, args, made);
  return made;
}

// int("5"), float(x), super(), ValueError("why"): __new__ and __init__ are ours and run no Python
// code this time. False: another way has to be taken.
static bool call_builtin_type(Type* type, const Args& args, Ref& result) {
  if (!is_called_plainly(type)) return false;
  NativeFunction* maker = as_if<NativeFunction>(find_special(type, Special::new_));
  NativeFunction* init = own_function(type, Special::init);
  if (!maker || !init || !call_maker(maker, type, args, result)) return false;
  if (!result || !is_subtype(type_of(result), type)) return true;
  // (object.__init__ has nothing to say where __new__ has taken the arguments.)
  if (init->owner == types.object && maker->owner != types.object) return true;
  // OSError(2, "why") is an instance of a class derived from OSError.
  init = as<NativeFunction>(find_special(type_of(result), Special::init));
  Ref instance = std::move(result), done;
  Value values[kMostToMake] = {instance};
  std::copy_n(args.values, args.count, values + 1);
  call_native(init, Args{values, args.count + 1, nullptr}, done);
  result = done ? std::move(instance) : Ref();
  return true;
}

// --- anything ---

static Ref keywords_dict(const Args& args) {
  if (!args.keyword_count()) return Ref();
  Ref dict = new_dict();
  for (uint32_t i = 0; i < args.keyword_count(); ++i) {
    dict_set(as<Dict>(dict), args.keyword(i), args.keyword_value(i));
  }
  return dict;
}

// What a class has for a special method, and is no function, is bound to the object and called.
static Native call_bound_slow(Ref descriptor, Ref object, Ref arguments, Ref keywords) {
  Ref bound;
  if (Property* property = as_if<Property>(descriptor)) {
    if (!property->getter || property->getter.is_none()) {
      co_return raise_error(types.AttributeError,
                            concat({"property of '", type_name(object), "' object has no getter"}));
    }
    bound = co_await call(property->getter, object);
  } else {
    Value get = find_special(type_of(descriptor), Special::get);
    bound = co_await call(get, descriptor, object, Value::of(type_of(object)));
  }
  if (!bound) co_return Ref();
  co_return co_await call_ex_slow(bound, arguments, keywords);
}

namespace {

// The arguments of a call, before which others come.
class Given {
 public:
  explicit Given(const Args& args) : args_(args) {}
  const Args& args() const { return args_; }
  void put_first(Value value) {
    uint32_t total = args_.count + args_.keyword_count();
    if (values_.empty()) {
      values_.reserve(total + 1);
      values_.assign(args_.values, args_.values + total);
    }
    values_.insert(values_.begin(), value);
    args_ = Args{values_.data(), args_.count + 1, args_.keywords};
  }
  void drop_first() {
    if (!values_.empty()) values_.erase(values_.begin());
    args_ =
        Args{values_.empty() ? args_.values + 1 : values_.data(), args_.count - 1, args_.keywords};
  }

 private:
  Args args_;
  std::vector<Value> values_;
};

}  // namespace

[[gnu::always_inline]] inline bool Vm::start_function(Function* function, Value self,
                                                      const Args& args, Ref& result) {
  PyFrame* frame = frame_for_call(function, self, args);
  if (!frame) return true;
  if (frame->type != types.frame) {
    result = Ref::adopt(frame);
    return true;
  }
  if (too_deep()) {
    release(static_cast<Object*>(frame));
    raise_error(types.RecursionError, "maximum recursion depth exceeded");
    return true;
  }
  push(frame);
  return false;
}

bool Vm::start_call(Value callable, const Args& args, Ref& result) {
  if (!callable.is_object()) return start_any_call(callable, args, result);
  switch (callable.object()->kind) {
    case Kind::Function: return start_function(as<Function>(callable), Value(), args, result);
    case Kind::NativeFunction: return call_native(as<NativeFunction>(callable), args, result);
    case Kind::Method: {
      Method* method = as<Method>(callable);
      Function* function = method->self ? as_if<Function>(method->function) : nullptr;
      if (function) return start_function(function, method->self, args, result);
      break;
    }
    case Kind::Type:
      if (call_builtin_type(as<Type>(callable), args, result)) return true;
      break;
    default: break;
  }
  return start_any_call(callable, args, result);
}

bool Vm::start_any_call(Value callable, const Args& args, Ref& result) {
  Given given(args);
  std::vector<Ref> bound;  // what descriptors gave, which lives until the call has begun
  // What is called may be a method of a method of ..., or an object whose class is called by it.
  for (uint32_t level = 0;; ++level) {
    if (level > 0 && depth + level >= limits.recursion) {
      raise_error(types.RecursionError,
                  "maximum recursion depth exceeded while calling a Python object");
      return true;
    }
    if (!callable.is_object()) {
      raise_type_error({"'", type_name(callable), "' object is not callable"});
      return true;
    }
    switch (callable.object()->kind) {
      case Kind::Function:
        return start_function(as<Function>(callable), Value(), given.args(), result);
      case Kind::NativeFunction:
        return call_native(as<NativeFunction>(callable), given.args(), result);
      case Kind::Method: {
        Method* method = as<Method>(callable);
        callable = method->function;
        if (method->self) {
          given.put_first(method->self);
          continue;
        }
        Value object = given.args().values[0];
        bool needs_python = false;
        bound.push_back(bind_descriptor_fast(callable, object, type_of(object), needs_python));
        given.drop_first();
        if (needs_python) {
          if (far_too_deep()) {
            raise_error(types.RecursionError, "maximum recursion depth exceeded");
            return true;
          }
          push(call_bound_slow(callable, object, new_tuple(given.args().positional()),
                               keywords_dict(given.args()))
                   .release());
          return false;
        }
        callable = bound.back();
        if (!callable) return true;
        continue;
      }
      case Kind::Type: {
        Type* metaclass = callable.object()->type;
        if (metaclass != types.type && !is<NativeFunction>(find_special(metaclass, Special::call)))
          break;
        if (far_too_deep()) {
          raise_error(types.RecursionError,
                      "maximum recursion depth exceeded while calling a Python object");
          return true;
        }
        push(call_type(callable, new_tuple(given.args().positional()), keywords_dict(given.args()))
                 .release());
        return false;
      }
      default: break;
    }
    Value method = find_special(type_of(callable), Special::call);
    if (!method) {
      raise_type_error({"'", type_name(callable), "' object is not callable"});
      return true;
    }
    given.put_first(callable);
    callable = method;
  }
}

}  // namespace awaitscope
