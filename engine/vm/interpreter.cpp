// The interpreter of Python frames.
//
// interpret() runs the current frame, and from frame to frame as long as they are Python's, until a
// native frame is to run (true) or the recording has reached where it is to pause (false). A
// frame's pc stays at the instruction that called, awaits or iterates; what comes back is put where
// that instruction wants it (the labels returned, yielded and raised). Specified in:
// https://docs.python.org/3.11/library/dis.html, with opcodes.def for what differs.

#include "engine/runtime/containers.h"
#include "engine/runtime/errors.h"
#include "engine/runtime/numbers.h"
#include "engine/runtime/text.h"
#include "engine/vm/calls.h"
#include "engine/vm/interpreter_support.h"
#include "engine/vm/vm.h"

namespace awaitscope {

#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#define COMPUTED_GOTO 1
#endif

#ifdef COMPUTED_GOTO
#define TARGET(name) \
  case Opcode::name: \
    L_##name
#define DISPATCH()                 \
  do {                             \
    operand = pc->word >> 8;       \
    goto* labels[pc->word & 0xff]; \
  } while (0)
#else
#define TARGET(name) case Opcode::name
#define DISPATCH() goto dispatch
#endif
#define NEXT()  \
  do {          \
    ++pc;       \
    DISPATCH(); \
  } while (0)
// The same where a Ref is in scope, which a computed goto may not leave.
#define DONE() goto next
#define PUSH(value) (*sp++ = (value))
#define POP() (*--sp)
#define TOP() (sp[-1])
#define SAVE() (frame->pc = pc, frame->sp = sp)
// What is released here may warn, and say at which line.
#define AT_PC() (frame->pc = pc)
// Releases; what runs the program's own code at the end of an object does so before what comes
// next.
#define FREE(value)                                                 \
  do {                                                              \
    if ((value).is_object() && --(value).object()->refcount == 0) { \
      finalize((value).object());                                   \
      if (attention) goto attend_next;                              \
    }                                                               \
  } while (0)
#define LOAD() (pc = frame->pc, sp = frame->sp, code = frame->code)
// Another frame does the rest; what it leaves with is delivered to this instruction.
#define RUN(native)                            \
  do {                                         \
    NativeFrame* started = (native).release(); \
    SAVE();                                    \
    push(started);                             \
    return true;                               \
  } while (0)
#define POPPED() Ref::adopt(POP())
#define RECORDS() (frame->number)  // only a recording gives it one
#define FRAME_EVENT(kind, value)                                                                 \
  do {                                                                                           \
    if (RECORDS()) {                                                                             \
      Shown what = shown(value);                                                                 \
      recording->append(                                                                         \
          Event::make(EventKind::kind, uint32_t(pc - code->instructions), frame->number, what)); \
    }                                                                                            \
  } while (0)

static const ExceptionHandler* find_handler(const Code& code, uint32_t offset) {
  const auto& handlers = code.handlers;
  size_t low = 0, high = handlers.size();
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (handlers[middle].end <= offset)
      low = middle + 1;
    else
      high = middle;
  }
  return low < handlers.size() && handlers[low].start <= offset ? &handlers[low] : nullptr;
}

// Two integers, both small?
static inline bool both_ints(Value a, Value b) { return a.bits & b.bits & 1; }

// What await, async with and the like have found, at the place where the frame is.
static void record_at(PyFrame* frame, const Instruction* pc, EventKind kind, Value value) {
  if (!vm->recording || !frame->number) return;
  Shown what = vm->shown(value);
  vm->recording->append(
      Event::make(kind, uint32_t(pc - frame->code->instructions), frame->number, what));
}

static void record_start(Vm* vm, PyFrame* frame) {
  Recording* recording = vm->recording;
  uint32_t caller = 0;
  for (Frame* back = frame->back; back && !caller; back = back->back) caller = back->number;
  uint32_t number = vm->number_frame(frame);
  recording->append(Event::make(EventKind::Start, frame->offset(), number, caller));
  for (uint32_t i = 0; i < frame->code->parameter_count; ++i) {
    Value value = frame->slots[i];
    if (Cell* cell = as_if<Cell>(value)) value = cell->content;
    Shown what = vm->shown(value);
    recording->append(Event::make(EventKind::Bind, i, number, what));
  }
}

bool Vm::interpret() {
#ifdef COMPUTED_GOTO
  static const void* const labels[256] = {
#define OPCODE(name, operand, effect, meaning) &&L_##name,
#include "engine/compile/opcodes.def"
#undef OPCODE
  };
#endif
  auto* frame = static_cast<PyFrame*>(current);
  const Instruction* pc;
  Value* sp;
  CodeObject* code;
  uint32_t operand, raising = 0;
  Value value;  // owned while it is carried from one label to another
  Ref result;
  LOAD();
  if (delivering) {
    delivering = false;
    value = outcome.value.take();
    switch (outcome.how) {
      case Outcome::Returned: goto returned;
      case Outcome::Yielded: goto yielded;
      case Outcome::Raised: goto raised;
      case Outcome::Sent: goto sent;
      case Outcome::Thrown: goto thrown;
    }
  }
  DISPATCH();

#ifndef COMPUTED_GOTO
dispatch:
  operand = pc->word >> 8;
#else
  goto leave_switch;
#endif
  switch (pc->opcode()) {
    TARGET(NOP) : NEXT();

    TARGET(LINE) : {
      if (attention) goto attend;
      if (RECORDS()) {
        if (recording->is_full()) {
          SAVE();
          return false;
        }
        recording->append(
            Event::make(EventKind::Line, uint32_t(pc - code->instructions), frame->number));
      }
      NEXT();
    }

    TARGET(RESUME) : {
      if (operand == 0 && recording && !code->hidden) {
        if (recording->is_full()) {
          SAVE();
          return false;
        }
        SAVE();
        record_start(this, frame);
      }
      NEXT();
    }

    // --- the stack ---
    TARGET(POP_TOP) : {
      AT_PC();
      value = POP();
      FREE(value);
      NEXT();
    }
    TARGET(COPY) : {
      value = sp[-int(operand)];
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(SWAP) : {
      std::swap(sp[-1], sp[-int(operand)]);
      NEXT();
    }

    // --- operators ---
    TARGET(UNARY_POSITIVE) : {
      if (TOP().is_int()) NEXT();
      RUN(unary_slow(POPPED(), Special::pos));
    }
    TARGET(UNARY_NEGATIVE) : {
      if ((is_integer(TOP()) || is<Float>(TOP())) && !(type_of(TOP())->detail & Type::kHeap)) {
        result = number_negative(TOP());
        goto replace_top;
      }
      RUN(unary_slow(POPPED(), Special::neg));
    }
    TARGET(UNARY_INVERT) : {
      if (is_integer(TOP()) && !(type_of(TOP())->detail & Type::kHeap)) {
        result = number_invert(TOP());
        goto replace_top;
      }
      RUN(unary_slow(POPPED(), Special::invert));
    }
    TARGET(UNARY_NOT) : {
      int truth = quick_truth(TOP());
      if (truth == 2) RUN(truth_slow(POPPED()));
      release(TOP());
      TOP() = Value::boolean(!truth);
      NEXT();
    }
    TARGET(BINARY_OP) : {
      Value a = sp[-2], b = sp[-1];
      if (both_ints(a, b)) {
        int64_t answer;
        switch (operand) {
          case int(BinaryOperator::Add):
          case int(BinaryOperator::Add) + kInplace:
            if (!__builtin_add_overflow(a.as_int(), b.as_int(), &answer) && Value::fits(answer)) {
              goto small_int;
            }
            break;
          case int(BinaryOperator::Subtract):
          case int(BinaryOperator::Subtract) + kInplace:
            if (!__builtin_sub_overflow(a.as_int(), b.as_int(), &answer) && Value::fits(answer)) {
              goto small_int;
            }
            break;
          case int(BinaryOperator::Multiply):
          case int(BinaryOperator::Multiply) + kInplace:
            if (!__builtin_mul_overflow(a.as_int(), b.as_int(), &answer) && Value::fits(answer)) {
              goto small_int;
            }
            break;
          default:
            break;
          small_int:
            --sp;
            TOP() = Value::of_int(answer);
            DONE();
        }
      }
      result = quick_binary(a, b, operand);
      if (is_try_coroutine(result)) {
        Ref right = POPPED(), left = POPPED();
        result = Ref();
        RUN(binary_slow(std::move(left), std::move(right), operand));
      }
      goto replace_two;
    }
    TARGET(COMPARE_OP) : {
      Value a = sp[-2], b = sp[-1];
      if (both_ints(a, b)) {
        // Comparison::Lt, Le, Eq, Ne, Gt, Ge: which of less (1), equal (2) and more (4) they are.
        constexpr uint8_t kHolds[] = {1, 3, 2, 5, 4, 6};
        int order = int64_t(a.bits) < int64_t(b.bits) ? 1 : a == b ? 2 : 4;
        bool answer = kHolds[operand] & order;
        if (pc[1].opcode() == Opcode::POP_JUMP_IF_FALSE) {  // as it nearly always is
          sp -= 2;
          pc = answer ? pc + 2 : code->instructions + pc[1].operand();
          goto dispatch_at_pc;
        }
        --sp;
        TOP() = Value::boolean(answer);
        DONE();
      }
      result = quick_compare(a, b, operand);
      if (is_try_coroutine(result)) {
        Ref right = POPPED(), left = POPPED();
        result = Ref();
        RUN(compare_slow(std::move(left), std::move(right), operand));
      }
      goto replace_two;
    }
    TARGET(IS_OP) : {
      bool answer = (sp[-2] == sp[-1]) != bool(operand);
      release(POP());
      release(TOP());
      TOP() = Value::boolean(answer);
      NEXT();
    }
    TARGET(CONTAINS_OP) : {
      result = quick_contains(sp[-1], sp[-2]);
      if (is_try_coroutine(result)) {
        Ref container = POPPED(), item = POPPED();
        result = Ref();
        RUN(contains_slow(std::move(container), std::move(item), operand));
      }
      if (operand && result) result = Value::boolean(result.get() != Value::boolean(true));
      goto replace_two;
    }
    TARGET(BINARY_SUBSCR) : {
      result = quick_get_item(sp[-2], sp[-1]);
      if (is_try_coroutine(result)) {
        Ref key = POPPED(), container = POPPED();
        result = Ref();
        RUN(get_item_slow(std::move(container), std::move(key)));
      }
      goto replace_two;
    }
    TARGET(STORE_SUBSCR) : {  // value, container, key
      AT_PC();
      result = quick_set_item(sp[-2], sp[-1], sp[-3]);
      if (is_try_coroutine(result)) {
        Ref key = POPPED(), container = POPPED(), item = POPPED();
        result = Ref();
        RUN(set_item_slow(std::move(container), std::move(key), std::move(item)));
      }
      if (!result) goto error;
      release(POP());
      release(POP());
      release(POP());
      if (attention) goto attend_next;
      DONE();
    }
    TARGET(DELETE_SUBSCR) : {
      AT_PC();
      result = quick_set_item(sp[-2], sp[-1], Value());
      if (is_try_coroutine(result)) {
        Ref key = POPPED(), container = POPPED();
        result = Ref();
        RUN(set_item_slow(std::move(container), std::move(key), Ref()));
      }
      if (!result) goto error;
      release(POP());
      release(POP());
      if (attention) goto attend_next;
      DONE();
    }

    // --- constants and variables ---
    TARGET(LOAD_CONST) : {
      value = code->constants[operand];
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(LOAD_FAST) : {
      value = frame->slots[operand];
      if (value.is_null()) {
        raise_unbound_local(code, operand);
        goto error;
      }
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(STORE_FAST) : {
      AT_PC();
      Value old = frame->slots[operand];
      value = POP();
      frame->slots[operand] = value;
      if (RECORDS()) {
        Shown what = shown(value);
        recording->append(Event::make(EventKind::Bind, operand, frame->number, what));
      }
      FREE(old);
      NEXT();
    }
    TARGET(DELETE_FAST) : {
      AT_PC();
      Value old = frame->slots[operand];
      if (old.is_null()) {
        raise_unbound_local(code, operand);
        goto error;
      }
      frame->slots[operand] = Value();
      if (RECORDS()) recording->append(Event::make(EventKind::Unbind, operand, frame->number));
      FREE(old);
      NEXT();
    }
    TARGET(LOAD_DEREF) : {
      value = as<Cell>(frame->slots[operand])->content;
      if (value.is_null()) {
        raise_empty_cell(code, operand);
        goto error;
      }
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(LOAD_CLASSDEREF) : {
      Value found =
          frame->names ? dict_get(as<Dict>(frame->names), code->local_names[operand]) : Value();
      value = found ? found : as<Cell>(frame->slots[operand])->content;
      if (value.is_null()) {
        raise_empty_cell(code, operand);
        goto error;
      }
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(STORE_DEREF) : {
      AT_PC();
      Cell* cell = as<Cell>(frame->slots[operand]);
      Value old = cell->content;
      cell->content = POP();
      if (RECORDS()) {
        Shown what = shown(cell->content);
        recording->append(Event::make(EventKind::Bind, operand, frame->number, what));
      }
      FREE(old);
      NEXT();
    }
    TARGET(DELETE_DEREF) : {
      AT_PC();
      Cell* cell = as<Cell>(frame->slots[operand]);
      Value old = cell->content;
      if (old.is_null()) {
        raise_empty_cell(code, operand);
        goto error;
      }
      cell->content = Value();
      if (RECORDS()) recording->append(Event::make(EventKind::Unbind, operand, frame->number));
      FREE(old);
      NEXT();
    }
    TARGET(LOAD_CLOSURE) : {
      value = frame->slots[operand];
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(LOAD_NAME) : {
      Str* name = code->names[operand];
      value = Value();
      if (frame->names) value = dict_get(as<Dict>(frame->names), name);
      if (value.is_null()) value = dict_get(frame->globals, name);
      if (value.is_null()) value = dict_get(builtins, name);
      if (value.is_null()) {
        raise_name_error(name);
        goto error;
      }
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(STORE_NAME) : {
      AT_PC();
      Dict* names = as<Dict>(frame->names);
      if (names->type != types.dict) {  // a metaclass's own
        RUN(set_item_slow(frame->names, Value::of(code->names[operand]), POPPED()));
      }
      dict_set(names, code->names[operand], TOP());
      if (RECORDS()) {
        Shown what = shown(TOP());
        recording->append(Event::make(EventKind::BindName, operand, frame->number, what));
      }
      release(POP());
      if (attention) goto attend_next;
      NEXT();
    }
    TARGET(DELETE_NAME) : {
      AT_PC();
      if (!dict_delete(as<Dict>(frame->names), Value::of(code->names[operand]))) {
        raise_name_error(code->names[operand]);
        goto error;
      }
      if (RECORDS()) recording->append(Event::make(EventKind::UnbindName, operand, frame->number));
      if (attention) goto attend_next;
      NEXT();
    }
    TARGET(LOAD_GLOBAL) : {
      Cache& cache = code->caches[pc - code->instructions];
      if (cache.version == frame->globals->keys_version) {
        if (cache.detail == 1) {
          value = frame->globals->entries[cache.index].value;
          retain(value);
          PUSH(value);
          NEXT();
        }
        if (cache.version2 == builtins->keys_version) {
          value = builtins->entries[cache.index].value;
          retain(value);
          PUSH(value);
          NEXT();
        }
      }
      Str* name = code->names[operand];
      int32_t index = dict_find(frame->globals, name);
      if (index >= 0) {
        cache.version = frame->globals->keys_version;
        cache.index = uint32_t(index);
        cache.detail = 1;
        value = frame->globals->entries[index].value;
      } else {
        index = dict_find(builtins, name);
        if (index < 0) {
          raise_name_error(name);
          goto error;
        }
        cache.version = frame->globals->keys_version;
        cache.version2 = builtins->keys_version;
        cache.index = uint32_t(index);
        cache.detail = 2;
        value = builtins->entries[index].value;
      }
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(STORE_GLOBAL) : {
      AT_PC();
      dict_set(frame->globals, code->names[operand], TOP());
      release(POP());
      if (attention) goto attend_next;
      NEXT();
    }
    TARGET(DELETE_GLOBAL) : {
      AT_PC();
      if (!dict_delete(frame->globals, Value::of(code->names[operand]))) {
        raise_name_error(code->names[operand]);
        goto error;
      }
      if (attention) goto attend_next;
      NEXT();
    }

    // --- attributes ---
    TARGET(LOAD_ATTR) : {
      Value object = TOP();
      Str* name = code->names[operand];
      Cache& cache = code->caches[pc - code->instructions];
      if (object.is_object() && object.object()->kind == Kind::Instance &&
          object.object()->type->version == cache.version) {
        // The type has no data descriptor of that name; the last hit was in the instance.
        Dict* attributes = static_cast<Instance*>(object.object())->attributes;
        if (attributes && cache.index < attributes->filled &&
            attributes->entries[cache.index].key == Value::of(name)) {
          value = attributes->entries[cache.index].value;
          retain(value);
          TOP() = value;
          release(object);
          NEXT();
        }
      }
      AT_PC();
      result = Ref();
      if (!quick_get_attribute(object, name, result)) {
        RUN(get_attribute_slow(POPPED(), Value::of(name)));
      }
      if (result && object.is_object() && object.object()->kind == Kind::Instance) {
        Dict* attributes = static_cast<Instance*>(object.object())->attributes;
        Type* type = object.object()->type;
        int32_t index = attributes ? dict_find(attributes, name) : -1;
        if (index >= 0 && (type->detail & Type::kPlainAttributes) && !find(type, name)) {
          cache.version = type->version;
          cache.index = uint32_t(index);
        }
      }
      goto replace_top;
    }
    TARGET(LOAD_METHOD) : {
      Value object = TOP();
      Str* name = code->names[operand];
      Cache& cache = code->caches[pc - code->instructions];
      if (object.is_object() && object.object()->type->version == cache.version) {
        // A function of the type, which the instance's own attributes do not hide.
        Dict* attributes = attributes_of(object.object(), false);
        if (!attributes || dict_find(attributes, name) < 0) {
          retain(cache.value);
          TOP() = cache.value;
          PUSH(object);
          NEXT();
        }
      }
      Value self;
      result = Ref();
      if (!quick_get_attribute(object, name, result, &self)) {
        RUN(get_attribute_slow(POPPED(), Value::of(name)));
      }
      if (!result) goto error;
      if (self) {
        Type* type = type_of(object);
        if (object.is_object() && self == object && (type->detail & Type::kPlainAttributes) &&
            find(type, name) == result.get()) {
          cache.version = type->version;
          cache.value = result.get();
        }
        retain(self);
        TOP() = result.take();
        PUSH(self);
        release(object);
      } else {
        TOP() = result.take();
        PUSH(Value());
        release(object);
      }
      NEXT();
    }
    TARGET(STORE_ATTR) : {
      AT_PC();
      bool ok = true;
      if (!quick_set_attribute(sp[-1], code->names[operand], sp[-2], ok)) {
        Ref object = POPPED(), item = POPPED();
        RUN(set_attribute_slow(std::move(object), Value::of(code->names[operand]),
                               std::move(item)));
      }
      if (!ok) goto error;
      release(POP());
      release(POP());
      if (attention) goto attend_next;
      DONE();
    }
    TARGET(DELETE_ATTR) : {
      AT_PC();
      bool ok = true;
      if (!quick_set_attribute(sp[-1], code->names[operand], Value(), ok)) {
        RUN(set_attribute_slow(POPPED(), Value::of(code->names[operand]), Ref()));
      }
      if (!ok) goto error;
      release(POP());
      if (attention) goto attend_next;
      NEXT();
    }

    // --- calls ---
    TARGET(CALL_METHOD) : {
      Value* arguments = sp - operand;
      if (arguments[-1].is_null()) {  // not a method: close the gap
        for (Value* slot = arguments - 1; slot + 1 < sp; ++slot) slot[0] = slot[1];
        --sp;
      } else {
        ++operand;
      }
      goto call;
    }
    TARGET(CALL) : call : {
      AT_PC();
      Value callable = sp[-int(operand) - 1];
      if (callable.is_object()) {
        Object* object = callable.object();
        Function* function = nullptr;
        if (object->kind == Kind::Function) {
          function = static_cast<Function*>(object);
        } else if (object->kind == Kind::Method) {
          Method* method = static_cast<Method*>(object);
          Value* arguments = sp - operand;  // self goes in front of them
          for (Value* slot = sp; slot > arguments; --slot) slot[0] = slot[-1];
          *arguments = Ref(method->self).take();
          ++sp;
          arguments[-1] = Ref(method->function).take();
          release(callable);
          ++operand;
          goto call;
        } else if (object->kind == Kind::Type) {
          Type* type = static_cast<Type*>(object);
          if (type->layout == Kind::Instance && (type->detail & Type::kPlainNew) &&
              (type->detail & Type::kHeap) && is_made_plainly(type)) {
            Value init = find_special(type, Special::init);
            Function* initializer = as_if<Function>(init);
            if (initializer) {
              PyFrame* callee;
              Object* instance = new_instance(type).take().object();
              callee = frame_for_call(initializer, Value::of(instance),
                                      Args{sp - operand, operand, nullptr});
              if (callee && callee->type != types.frame) {  // async def __init__
                Ref coroutine = Ref::adopt(callee);
                release(instance);
                raise_type_error(
                    {"__init__() should return None, not '", type_name(coroutine), "'"});
                goto error;
              }
              if (!callee || too_deep()) {
                if (callee) {
                  release(static_cast<Object*>(callee));
                  raise_error(types.RecursionError,
                              "maximum recursion depth exceeded while calling a Python object");
                }
                release(instance);
                goto error;
              }
              callee->is_init = true;
              for (uint32_t i = 0; i < operand; ++i) release(POP());
              release(callable);
              TOP() = Value::of(instance);
              SAVE();
              push(callee);
              frame = callee;
              LOAD();
              DISPATCH();
            }
          }
        }
        if (function && function->code->simple && function->code->arg_count == operand) {
          PyFrame* callee = new_frame(function);  // takes over the stack's reference
          Value* from = sp - operand;
          for (uint32_t i = 0; i < operand; ++i) callee->slots[i] = from[i];
          sp = from - 1;
          if (function->code->has_cells || function->code->free_count) make_cells(callee);
          if (callee->type != types.frame) {
            PUSH(Value::of(callee));
            DONE();
          }
          if (depth >= limits.recursion) {
            release(static_cast<Object*>(callee));
            raise_error(types.RecursionError, "maximum recursion depth exceeded");
            goto error;
          }
          SAVE();
          callee->back = frame;
          callee->state = FrameState::Running;
          current = callee;
          ++depth;
          frame = callee;
          LOAD();
          DISPATCH();
        }
      }
      SAVE();
      result = Ref();
      bool ready = start_call(callable, Args{sp - operand, operand, nullptr}, result);
      if (ready && !result) goto error;
      for (uint32_t i = 0; i <= operand; ++i) release(POP());
      if (!ready) goto enter;
      PUSH(result.take());
      if (attention) goto attend_next;
      DONE();
    }
    TARGET(CALL_METHOD_KW) : {
      Value* arguments = sp - 1 - operand;
      if (arguments[-1].is_null()) {
        for (Value* slot = arguments - 1; slot + 1 < sp; ++slot) slot[0] = slot[1];
        --sp;
      } else {
        ++operand;
      }
      goto call_kw;
    }
    TARGET(CALL_KW) : call_kw : {
      SAVE();
      result = Ref();
      Tuple* keywords = as<Tuple>(TOP());
      Value* arguments = sp - 1 - operand;
      bool ready =
          start_call(arguments[-1], Args{arguments, operand - keywords->size, keywords}, result);
      if (ready && !result) goto error;
      for (uint32_t i = 0; i <= operand + 1; ++i) release(POP());
      if (!ready) goto enter;
      PUSH(result.take());
      NEXT();
    }
    TARGET(CALL_EX) : {
      Ref mapping = operand & 1 ? POPPED() : Ref();
      Ref arguments = POPPED(), callable = POPPED();
      RUN(call_ex_slow(std::move(callable), std::move(arguments), std::move(mapping)));
    }
    TARGET(MAKE_FUNCTION) : {
      Ref linked = POPPED();
      Ref function_ref = new_function(as<CodeObject>(linked), frame->globals, Value());
      Function* function = as<Function>(function_ref);
      if (operand & 8) function->closure = POP();
      if (operand & 4) function->annotations = POP();
      if (operand & 2) function->kwdefaults = POP();
      if (operand & 1) function->defaults = POP();
      PUSH(function_ref.take());
      DONE();
    }
    TARGET(LOAD_BUILD_CLASS) : {
      value = dict_get(builtins, intern("__build_class__"));
      retain(value);
      PUSH(value);
      NEXT();
    }
    TARGET(LOAD_ASSERTION_ERROR) : {
      PUSH(Ref(Value::of(types.AssertionError)).take());
      NEXT();
    }

    // --- building ---
    TARGET(BUILD_TUPLE) : {
      Tuple* tuple = new_tuple_uninitialized(operand);
      sp -= operand;
      for (uint32_t i = 0; i < operand; ++i) tuple->items[i] = sp[i];
      PUSH(Value::of(tuple));
      NEXT();
    }
    TARGET(BUILD_LIST) : {
      result = new_list(std::span<const Value>(sp - operand, operand));
      goto replace_operands;
    }
    TARGET(BUILD_SET) : {
      bool simple = true;
      for (uint32_t i = 1; i <= operand; ++i) simple &= !needs_python(sp[-int(i)]);
      if (!simple) {
        Ref items = new_tuple(std::span<const Value>(sp - operand, operand));
        for (uint32_t i = 0; i < operand; ++i) release(POP());
        RUN(build_set_slow(std::move(items)));
      }
      result = new_set();
      for (uint32_t i = 0; i < operand; ++i) {
        uint64_t hash;
        if (!hash_value(sp[int(i) - int(operand)], hash)) goto error;
        set_add(as<Set>(result), sp[int(i) - int(operand)]);
      }
      goto replace_operands;
    }
    TARGET(BUILD_MAP) : {
      bool simple = true;
      Value* first = sp - 2 * operand;
      for (uint32_t i = 0; i < operand; ++i) simple &= !needs_python(first[2 * i]);
      if (!simple) {
        Ref items = new_tuple(std::span<const Value>(first, 2 * operand));
        while (sp > first) release(POP());
        RUN(build_map_slow(std::move(items)));
      }
      result = new_dict(operand);
      for (uint32_t i = 0; i < operand; ++i) {
        uint64_t hash;
        if (!hash_value(first[2 * i], hash)) goto error;
        dict_set(as<Dict>(result), first[2 * i], first[2 * i + 1]);
      }
      operand *= 2;
      goto replace_operands;
    }
    TARGET(BUILD_CONST_KEY_MAP) : {
      Tuple* keys = as<Tuple>(TOP());
      result = new_dict(operand);
      Value* first = sp - 1 - operand;
      for (uint32_t i = 0; i < operand; ++i) dict_set(as<Dict>(result), keys->items[i], first[i]);
      ++operand;
      goto replace_operands;
    }
    TARGET(BUILD_STRING) : {
      if (operand == 1) NEXT();
      std::string text;
      for (uint32_t i = operand; i > 0; --i) text += text_of(sp[-int(i)]);
      result = new_str(text);
      goto replace_operands;
    }
    TARGET(BUILD_SLICE) : {
      Value* first = sp - operand;
      result = new_slice(first[0], first[1], operand == 3 ? first[2] : Value::none());
      goto replace_operands;
    }
    TARGET(FORMAT_VALUE) : {
      Value object = operand & 4 ? sp[-2] : sp[-1];
      if (!(operand & 4)) {
        if ((operand & 3) < 2) {
          if (object.is_object() && object.object()->type == types.str) DONE();
          result = quick_str(object);
        } else {
          result = (operand & 3) == 2 ? quick_repr(object) : Ref();
        }
        if (result || is_pending()) goto replace_top;
        RUN(format_slow(POPPED(), operand & 3, Ref()));
      }
      Ref specification = POPPED();
      RUN(format_slow(POPPED(), operand & 3, std::move(specification)));
    }
    TARGET(LIST_TO_TUPLE) : {
      List* list = as<List>(TOP());
      result = new_tuple(std::span<const Value>(list->items, list->size));
      goto replace_top;
    }
    TARGET(LIST_EXTEND) : {
      Ref iterable = POPPED();
      Ref list = sp[-int(operand)];
      RUN(extend_slow(std::move(list), std::move(iterable)));
    }
    TARGET(SET_UPDATE) : {
      Ref iterable = POPPED();
      Ref set = sp[-int(operand)];
      RUN(extend_slow(std::move(set), std::move(iterable)));
    }
    TARGET(DICT_UPDATE) : {
      Ref mapping = POPPED();
      Ref dict = sp[-int(operand)];
      RUN(update_slow(std::move(dict), std::move(mapping), Ref()));
    }
    TARGET(DICT_MERGE) : {
      Ref mapping = POPPED();
      Ref dict = sp[-int(operand)];
      RUN(update_slow(std::move(dict), std::move(mapping), sp[-int(operand) - 2]));
    }
    TARGET(LIST_APPEND) : {
      Ref item = POPPED();
      list_append(as<List>(sp[-int(operand)]), item);
      DONE();
    }
    TARGET(SET_ADD) : {
      Ref item = POPPED();
      Value set = sp[-int(operand)];
      if (needs_python(item)) RUN(add_slow(set, std::move(item), Ref()));
      uint64_t hash;
      if (!hash_value(item, hash)) goto error;
      set_add(as<Set>(set), item);
      DONE();
    }
    TARGET(MAP_ADD) : {
      Ref item = POPPED(), key = POPPED();
      Value dict = sp[-int(operand)];
      if (needs_python(key)) RUN(add_slow(dict, std::move(key), std::move(item)));
      uint64_t hash;
      if (!hash_value(key, hash)) goto error;
      dict_set(as<Dict>(dict), key, item);
      DONE();
    }
    TARGET(UNPACK_SEQUENCE) : {
      Value sequence = TOP();
      const Value* items = nullptr;
      if (sequence.is_object()) {
        if (sequence.object()->type == types.tuple && as<Tuple>(sequence)->size == operand) {
          items = as<Tuple>(sequence)->items;
        } else if (sequence.object()->type == types.list && as<List>(sequence)->size == operand) {
          items = as<List>(sequence)->items;
        }
      }
      if (!items) RUN(unpack_slow(POPPED(), operand, -1));
      --sp;
      for (uint32_t i = operand; i > 0; --i) {
        retain(items[i - 1]);
        PUSH(items[i - 1]);
      }
      release(sequence);
      NEXT();
    }
    TARGET(UNPACK_EX) : RUN(unpack_slow(POPPED(), operand & 0xff, int32_t(operand >> 8)));

    // --- jumps ---
    TARGET(JUMP_FORWARD) : {
      pc = code->instructions + operand;
      DISPATCH();
    }
    TARGET(JUMP_BACKWARD) : {
      pc = code->instructions + operand;
      if (attention) goto attend;
      DISPATCH();
    }
    TARGET(POP_JUMP_IF_TRUE) : {
      Value condition = TOP();
      if (condition.bits == Value::kTrue) {
        --sp;
        pc = code->instructions + operand;
        DISPATCH();
      }
      if (condition.bits == Value::kFalse) {
        --sp;
        NEXT();
      }
      int truth = quick_truth(condition);
      if (truth == 2) RUN(truth_slow(POPPED()));
      release(POP());
      if (!truth) NEXT();
      pc = code->instructions + operand;
      DISPATCH();
    }
    TARGET(POP_JUMP_IF_FALSE) : {
      Value condition = TOP();
      if (condition.bits == Value::kTrue) {
        --sp;
        NEXT();
      }
      if (condition.bits == Value::kFalse) {
        --sp;
        pc = code->instructions + operand;
        DISPATCH();
      }
      int truth = quick_truth(condition);
      if (truth == 2) RUN(truth_slow(POPPED()));
      release(POP());
      if (truth) NEXT();
      pc = code->instructions + operand;
      DISPATCH();
    }
    TARGET(POP_JUMP_IF_NONE) : {
      value = POP();
      release(value);
      if (!value.is_none()) NEXT();
      pc = code->instructions + operand;
      DISPATCH();
    }
    TARGET(POP_JUMP_IF_NOT_NONE) : {
      value = POP();
      release(value);
      if (value.is_none()) NEXT();
      pc = code->instructions + operand;
      DISPATCH();
    }
    TARGET(JUMP_IF_TRUE_OR_POP) : {
      int truth = quick_truth(TOP());
      if (truth == 2) {
        SAVE();
        push(truth_slow(TOP()).release());  // the value itself stays: see `returned`
        return true;
      }
      if (truth) {
        pc = code->instructions + operand;
        DISPATCH();
      }
      release(POP());
      NEXT();
    }
    TARGET(JUMP_IF_FALSE_OR_POP) : {
      int truth = quick_truth(TOP());
      if (truth == 2) {
        SAVE();
        push(truth_slow(TOP()).release());
        return true;
      }
      if (!truth) {
        pc = code->instructions + operand;
        DISPATCH();
      }
      release(POP());
      NEXT();
    }

    // --- iteration ---
    TARGET(GET_ITER) : {
      result = quick_iterator(TOP());
      if (result || is_pending()) goto replace_top;
      RUN(iterator_slow(POPPED()));
    }
    TARGET(FOR_ITER) : {
      Value iterator = TOP();
      Object* object = iterator.object();
      if (object->type == types.generator && !static_cast<Frame*>(object)->native) {
        auto* generator = static_cast<PyFrame*>(object);
        if (generator->state == FrameState::Suspended || generator->state == FrameState::Created) {
          value = Value::none();
          goto run_generator;
        }
      }
      if (QuickNext next = quick_next(object->type)) {
        value = next(object).take();
        if (value.is_null()) {
          if (is_pending()) goto error;
          goto exhausted;
        }
        PUSH(value);
        NEXT();
      }
      RUN(next_slow(iterator));
    }
    TARGET(GET_YIELD_FROM_ITER) : {
      Value iterable = TOP();
      if (iterable.is_object() && is_generator(iterable.object())) {
        if (type_of(iterable) == types.coroutine && !(code->flags & Code::kCoroutine)) {
          raise_type_error({"cannot 'yield from' a coroutine object in a non-coroutine generator"});
          goto error;
        }
        if (type_of(iterable) != types.async_generator) NEXT();
      }
      if (Value inner = unwrap_coroutine(iterable); inner != iterable) {
        retain(inner);
        release(iterable);
        TOP() = inner;
        NEXT();
      }
      result = quick_iterator(iterable);
      if (result || is_pending()) goto replace_top;
      RUN(iterator_slow(POPPED()));
    }

    // --- generators and coroutines ---
    TARGET(RETURN_GENERATOR) : {
      // A call makes the generator without running it; this is where its first send goes on.
      NEXT();
    }
    TARGET(RETURN_VALUE) : {
      AT_PC();
      value = POP();
      FRAME_EVENT(Return, value);
      bool is_init = frame->is_init;
      Frame* back = frame->back;
      frame->back = nullptr;
      frame->state = FrameState::Finished;
      frame->sp = sp;
      --depth;
      current = back;
      if (frame->type == types.frame && frame->refcount == 1) {
        free_frame(frame);
      } else {
        if (frame->type != types.frame) clear_frame(frame);
        release(static_cast<Object*>(frame));
      }
      if (!back || back->native) {
        outcome = {Outcome::Returned, Ref::adopt(value)};
        delivering = true;
        return true;
      }
      frame = static_cast<PyFrame*>(back);
      LOAD();
      if (is_init) {
        if (!value.is_none()) {
          Ref wrong = Ref::adopt(value);
          raise_type_error({"__init__() should return None, not '", type_name(wrong), "'"});
          goto error;
        }
        if (attention) goto attend_next;
        DONE();
      }
      if (pc->opcode() == Opcode::CALL || pc->opcode() == Opcode::CALL_METHOD) {
        PUSH(value);
        if (attention) goto attend_next;
        DONE();
      }
      goto returned;
    }
    TARGET(YIELD_VALUE) : {
      value = POP();
      FRAME_EVENT(Suspend, value);
      goto yield_out;
    }
    TARGET(ASYNC_GEN_WRAP) : {
      frame->detail = 1;  // what it yields next is an item of its own
      NEXT();
    }
    TARGET(SEND) : {
      Value receiver = sp[-2];
      if (is<Frame>(receiver) && !as<Frame>(receiver)->native) {
        Frame* generator = as<Frame>(receiver);
        if (generator->state == FrameState::Suspended ||
            (generator->state == FrameState::Created && sp[-1].is_none())) {
          value = POP();
          goto run_generator;
        }
      }
      Ref what = POPPED();
      SAVE();
      if (!start_send(receiver, what, outcome)) {
        if (!delivering) goto enter;
        return true;
      }
      value = outcome.value.take();
      if (outcome.how == Outcome::Returned) goto returned;
      if (outcome.how == Outcome::Yielded) goto yielded;
      goto raised;
    }
    TARGET(GET_AWAITABLE) : {
      Value awaitable = TOP();
      if (operand == 2) record_at(frame, pc, EventKind::ExitAsync, awaitable);
      if (is<Frame>(awaitable) && type_of(awaitable) == types.coroutine) {
        Frame* coroutine = as<Frame>(awaitable);
        if (delegate_of(coroutine)) {
          raise_runtime_error({"coroutine is being awaited already"});
          goto error;
        }
        record_at(frame, pc, coroutine->native ? EventKind::AwaitNative : EventKind::AwaitCoroutine,
                  awaitable);
        DONE();
      }
      if (is_iterable_coroutine(awaitable)) {
        record_at(frame, pc, EventKind::AwaitCoroutine, awaitable);
        DONE();
      }
      Value method = find_special(type_of(awaitable), Special::await);
      if (method.is_null()) {
        raise_not_awaitable(awaitable, operand);
        goto error;
      }
      Ref keep = awaitable;
      record_at(frame, pc, is<Function>(method) ? EventKind::AwaitMethod : EventKind::AwaitFuture,
                awaitable);
      SAVE();
      result = Ref();
      bool ready = start_call(method, Args{&awaitable, 1, nullptr}, result);
      if (ready && !result) goto error;
      release(POP());
      if (!ready) {
        frame->sp = sp;
        goto enter;
      }
      value = result.take();
      goto returned;
    }
    TARGET(GET_AITER) : {
      record_at(frame, pc, EventKind::IterAsync, TOP());
      RUN(async_iterator_slow(POPPED()));
    }
    TARGET(GET_ANEXT) : {
      record_at(frame, pc, EventKind::NextAsync, TOP());
      RUN(async_next_slow(TOP()));
    }
    TARGET(END_ASYNC_FOR) : {
      Ref exception = POPPED();
      if (is_subtype(type_of(exception), types.StopAsyncIteration)) {
        release(POP());
        DONE();
      }
      restore_pending(std::move(exception));
      raising = uint32_t(pc - code->instructions);
      goto unwind;
    }
    TARGET(BEFORE_ASYNC_WITH) : {
      Value enter = find_special(type_of(TOP()), Special::aenter);
      Value exit = find_special(type_of(TOP()), Special::aexit);
      if (!enter || !exit) {
        raise_no_context_manager(TOP(), true, bool(enter));
        goto error;
      }
      record_at(frame, pc, EventKind::EnterAsync, TOP());
      value = enter;
      result = bind_special(exit, TOP());
      goto enter_with;
    }
    TARGET(BEFORE_WITH) : {
      Value enter = find_special(type_of(TOP()), Special::enter);
      Value exit = find_special(type_of(TOP()), Special::exit);
      if (!enter || !exit) {
        raise_no_context_manager(TOP(), false, bool(enter));
        goto error;
      }
      record_at(frame, pc, EventKind::Enter, TOP());
      value = enter;
      result = bind_special(exit, TOP());
    }
  enter_with : {
    Ref manager = Ref::adopt(TOP());
    TOP() = result.take();
    SAVE();
    Ref bound = bind_special(value, manager);
    bool ready = start_call(bound, Args{}, result);
    if (ready && !result) goto error;
    if (!ready) goto enter;
    PUSH(result.take());
    DONE();
  }
    TARGET(WITH_EXCEPT_START) : {
      Value exception = TOP();
      Value traceback = as<Exception>(exception)->traceback;
      Value arguments[3] = {Value::of(type_of(exception)), exception,
                            traceback ? traceback : Value::none()};
      SAVE();
      result = Ref();
      bool ready = start_call(sp[-4], Args{arguments, 3, nullptr}, result);
      if (ready && !result) goto error;
      if (!ready) goto enter;
      PUSH(result.take());
      NEXT();
    }

    // --- exceptions ---
    TARGET(RAISE_VARARGS) : {
      if (operand == 0) {
        Value handled_now = handled_exception();
        if (!handled_now) {
          raise_runtime_error({"No active exception to reraise"});
          goto error;
        }
        restore_pending(handled_now);
        raising = uint32_t(pc - code->instructions);
        goto unwind;
      }
      Ref cause = operand == 2 ? POPPED() : Ref();
      Ref exception = POPPED();
      if (is_exception(exception) && operand == 1) {
        set_pending(std::move(exception));
        goto error;
      }
      RUN(raise_slow(std::move(exception), std::move(cause)));
    }
    TARGET(PUSH_EXC_INFO) : {
      Value exception = TOP();
      retain(exception);
      TOP() = frame->handled ? frame->handled : Value::none();
      frame->handled = exception;
      PUSH(exception);
      // The stack and frame->handled each own a reference.
      NEXT();
    }
    TARGET(POP_EXCEPT) : {
      AT_PC();
      Value previous = POP();
      Value old = frame->handled;
      frame->handled = previous.is_none() ? Value() : previous;
      release(old);
      NEXT();
    }
    TARGET(RERAISE) : {
      raising = uint32_t(pc - code->instructions);
      if (operand) raising = uint32_t(sp[-1 - int(operand)].as_int());
      restore_pending(POPPED());
      goto unwind;
    }
    TARGET(CHECK_EXC_MATCH) : {
      bool ok = true;
      bool matches = exception_matches(sp[-2], sp[-1], ok);
      if (!ok) goto error;
      release(TOP());
      TOP() = Value::boolean(matches);
      NEXT();
    }
    TARGET(CHECK_EG_MATCH) : {
      Ref type = POPPED(), exception = POPPED();
      RUN(split_for_handler(std::move(exception), std::move(type)));
    }
    TARGET(PREP_RERAISE_STAR) : {
      Ref left = POPPED(), original = POPPED();
      RUN(join_after_handlers(std::move(original), std::move(left)));
    }

    // --- modules, annotations, patterns ---
    TARGET(IMPORT_NAME) : {
      Ref from = POPPED(), level = POPPED();
      RUN(import_slow(Value::of(code->names[operand]), std::move(from), level.get().as_int()));
    }
    TARGET(IMPORT_FROM) : RUN(import_from_slow(TOP(), Value::of(code->names[operand])));
    TARGET(IMPORT_STAR) : RUN(import_star_slow(POPPED(), frame->names));
    TARGET(SETUP_ANNOTATIONS) : {
      Dict* names_dict = as<Dict>(frame->names);
      if (!dict_get(names_dict, names.annotations)) {
        Ref dict = new_dict();
        dict_set(names_dict, names.annotations, dict);
      }
      DONE();
    }
    TARGET(GET_LEN) : {
      int64_t length;
      if (!quick_length(TOP(), length)) RUN(length_slow(TOP()));
      PUSH(Value::of_int(length));
      NEXT();
    }
    TARGET(MATCH_MAPPING) : {
      bool answer = is_mapping(TOP());
      PUSH(Value::boolean(answer));
      NEXT();
    }
    TARGET(MATCH_SEQUENCE) : {
      bool answer = is_sequence(TOP());
      PUSH(Value::boolean(answer));
      NEXT();
    }
    TARGET(MATCH_KEYS) : RUN(match_keys_slow(sp[-2], sp[-1]));
    TARGET(MATCH_CLASS) : {
      Ref keywords = POPPED(), type = POPPED(), subject = POPPED();
      RUN(match_class_slow(std::move(subject), std::move(type), std::move(keywords), operand));
    }
  }
#ifdef COMPUTED_GOTO
leave_switch:
#endif
  __builtin_unreachable();

  // --- where instructions go on ---

replace_operands:
  while (operand-- > 0) release(POP());
  PUSH(result.take());
  NEXT();
replace_two:
  if (!result) goto error;
  release(POP());
replace_top:
  if (!result) goto error;
  value = TOP();
  TOP() = result.take();
  release(value);
  NEXT();

exhausted:
  release(POP());
  pc = code->instructions + pc->operand();
  DISPATCH();

next:
  ++pc;
dispatch_at_pc:
  DISPATCH();

attend_next:
  ++pc;
attend:  // between two instructions: finalizers are due, or the run is to stop
  SAVE();
  if (!stopped.empty()) return true;
  run_finalizers();
  return true;

enter:  // a frame has been pushed
  SAVE();
  if (current->native) return true;
  frame = static_cast<PyFrame*>(current);
  LOAD();
  DISPATCH();

run_generator : {  // the receiver on top of the stack goes on with `value`
  Frame* generator = as<Frame>(TOP());
  if (depth >= limits.recursion) {
    release(value);
    raise_error(types.RecursionError, "maximum recursion depth exceeded");
    goto error;
  }
  SAVE();
  retain(static_cast<Object*>(generator));
  generator->back = frame;
  generator->state = FrameState::Running;
  current = generator;
  ++depth;
  frame = static_cast<PyFrame*>(generator);
  LOAD();
}
sent:  // this frame goes on with `value`
  if (pc->opcode() == Opcode::RETURN_GENERATOR) {
    frame->awaited = true;
    PUSH(value);
    NEXT();
  }
  FRAME_EVENT(Resume, value);
  PUSH(value);
  if (pc->opcode() == Opcode::SEND) DISPATCH();
  NEXT();

thrown:
  FRAME_EVENT(Throw, value);
  if (frame->handled && is_exception(value)) set_context(as<Exception>(value), frame->handled);
  restore_pending(Ref::adopt(value));
  goto error;

  // --- leaving this frame ---

yield_out : {  // this frame is suspended with `value`
  SAVE();
  Frame* back = frame->back;
  frame->back = nullptr;
  frame->state = FrameState::Suspended;
  frame->passive = false;
  --depth;
  current = back;
  release(static_cast<Object*>(frame));
  if (!back || back->native) {
    outcome = {Outcome::Yielded, Ref::adopt(value)};
    delivering = true;
    return true;
  }
  frame = static_cast<PyFrame*>(back);
  LOAD();
}
  // --- what comes back to this frame ---
yielded:
  if (pc->opcode() == Opcode::FOR_ITER) {
    PUSH(value);
    NEXT();
  }
  if (!frame->passive) FRAME_EVENT(Suspend, value);
  goto yield_out;

returned:
  switch (pc->opcode()) {
    case Opcode::SEND:
      if (frame->passive) {
        frame->passive = false;
        if (RECORDS()) {
          recording->append(
              Event::make(EventKind::GoesOn, uint32_t(pc - code->instructions), frame->number));
        }
      }
      release(TOP());
      TOP() = value;
      if (attention) goto attend_next;
      NEXT();
    case Opcode::FOR_ITER:
      if (value.is_null()) goto exhausted;
      if (type_of(TOP()) == types.generator && !as<Frame>(TOP())->native) {
        release(value);  // what the generator returned
        goto exhausted;
      }
      PUSH(value);
      NEXT();
    case Opcode::GET_AWAITABLE:
      if (Value inner = unwrap_coroutine(value); inner != value) {
        retain(inner);
        release(value);
        value = inner;
        PUSH(value);
        NEXT();
      }
      PUSH(value);
      if (!check_await_iterator(value)) goto error;
      NEXT();
    case Opcode::STORE_NAME:
    case Opcode::STORE_ATTR:
    case Opcode::DELETE_ATTR:
    case Opcode::STORE_SUBSCR:
    case Opcode::DELETE_SUBSCR:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE:
    case Opcode::DICT_MERGE:
    case Opcode::SET_ADD:
    case Opcode::MAP_ADD:
    case Opcode::IMPORT_STAR: release(value); NEXT();
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::UNARY_NOT:
      PUSH(value);  // now a bool: once more
      DISPATCH();
    case Opcode::JUMP_IF_TRUE_OR_POP:
    case Opcode::JUMP_IF_FALSE_OR_POP: {
      bool jumps = (value == Value::boolean(true)) == (pc->opcode() == Opcode::JUMP_IF_TRUE_OR_POP);
      if (jumps) {
        pc = code->instructions + pc->operand();
        DISPATCH();
      }
      release(POP());
      NEXT();
    }
    case Opcode::UNPACK_SEQUENCE:
    case Opcode::UNPACK_EX: {
      Tuple* items = as<Tuple>(value);
      for (uint32_t i = items->size; i > 0; --i) PUSH(Ref(items->items[i - 1]).take());
      release(value);
      NEXT();
    }
    case Opcode::CHECK_EG_MATCH: {
      Value match = as<Tuple>(value)->items[0];
      PUSH(Ref(as<Tuple>(value)->items[1]).take());
      PUSH(Ref(match).take());
      if (!match.is_none()) release(std::exchange(frame->handled, Ref(match).take()));
      release(value);
      NEXT();
    }
    case Opcode::LOAD_METHOD:
      PUSH(value);
      PUSH(Value());
      NEXT();
    default:
      PUSH(value);
      if (attention) goto attend_next;
      NEXT();
  }

raised:
  restore_pending(Ref::adopt(value));
  if (frame->leaving) {
    frame->leaving = false;
    raising = frame->offset();
    goto leave_raising;
  }
  if (frame->passive) {
    frame->passive = false;
    FRAME_EVENT(Throw, pending);
    if (frame->handled) chain_passed_on(as<Exception>(pending), frame->handled);
  } else if (pc->opcode() == Opcode::FOR_ITER && type_of(TOP()) != types.generator &&
             pending_is(types.StopIteration)) {
    unhandled_entries = 0;
    take_pending();
    goto exhausted;
  }

  // --- exceptions ---
error:
  raising = uint32_t(pc - code->instructions);
  SAVE();
  if (!code->hidden) {
    add_traceback(static_cast<Exception*>(pending.object()), frame, raising);
    ++unhandled_entries;
    frame->keeps_locals = true;
  }
unwind : {
  if (const ExceptionHandler* handler =
          find_handler(*code->code, uint32_t(pc - code->instructions))) {
    Value* height = frame->stack_base() + handler->depth;
    unhandled_entries = 0;
    while (sp > height) release(POP());
    if (handler->push_lasti) PUSH(Value::of_int(raising));
    PUSH(take_pending().take());
    if (RECORDS()) {
      const auto& positions = code->code->positions;
      int line = positions[handler->target].line;
      if (line && (line != positions[raising].line || handler->target < raising)) {
        recording->append(Event::make(EventKind::Line, handler->target, frame->number));
      }
    }
    pc = code->instructions + handler->target;
    if (attention) goto attend;
    DISPATCH();
  }
  while (sp > frame->stack_base()) release(POP());
  if (attention && stopped.empty()) {
    frame->leaving = true;
    pc = code->instructions + raising;
    SAVE();
    finalize_and_raise(take_pending());
    return true;
  }
}
leave_raising : {
  Exception* exception = static_cast<Exception*>(pending.object());
  if (RECORDS()) {
    Shown what = shown(pending);
    recording->append(Event::make(EventKind::Raise, raising, frame->number, what));
  }
  if (frame->type != types.frame) stop_iteration_becomes_error(frame, exception);
  Frame* back = frame->back;
  frame->back = nullptr;
  frame->state = FrameState::Finished;
  frame->sp = sp;
  frame->pc = code->instructions + raising;
  release(std::exchange(frame->handled, {}));
  --depth;
  current = back;
  value = take_pending().take();
  if (frame->type != types.frame && !frame->keeps_locals) clear_frame(frame);
  release(static_cast<Object*>(frame));
  if (!back || back->native) {
    unhandled_entries = 0;
    outcome = {Outcome::Raised, Ref::adopt(value)};
    delivering = true;
    return true;
  }
  frame = static_cast<PyFrame*>(back);
  LOAD();
  goto raised;
}
}

}  // namespace awaitscope
